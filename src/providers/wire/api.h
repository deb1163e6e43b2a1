// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "http/http_client.h"
#include "http/secret.h"
#include "providers/provider.h"
#include "providers/wire/errors.h"

#include <QPointer>

#include <optional>

namespace tilldeck::providers {

/// Where providers that honour one take the key of a write.
inline constexpr QByteArrayView idempotencyHeader = "Idempotency-Key";

/// What providers do differently when they are called.
struct ProviderTraits
{
    QString name;         ///< "PaymentKit"
    QByteArray accept;    ///< Types of answers.
    QByteArray keyHeader; ///< The header that carries the key; empty: Authorization: Bearer.
    /// The error that a complete answer which is no success stands for. DRAFT is what was sent, to find the fields.
    checkout::Error (*errorOf)(Call call, const http::Response &answer, const checkout::SessionDraft &draft) = nullptr;
};

/// How one account is reached. A cheap value: each coroutine holds a copy of its own, so that the provider and the HTTP
/// client may go while a call is under way.
class Api
{
public:
    /// DIALECT stays valid for good.
    Api(http::HttpClient *http, const QUrl &baseUrl, http::Secret key, std::chrono::milliseconds deadline,
        const ProviderTraits &traits);

    /// Below the base address. Segments are percent-encoded, so an id stays in its place; nothing for one that is no
    /// segment at all ("", ".", "..").
    std::optional<QUrl> below(const QStringList &segments) const;

    http::Request get(const QUrl &url) const;
    http::Request post(const QUrl &url, const QByteArray &body) const;
    /// With KEY in the idempotency header.
    http::Request post(const QUrl &url, const QByteArray &body, const QString &key) const;
    http::Request patch(const QUrl &url, const QByteArray &body) const;

    /// The same place, called without the key. Errors still cut it out.
    Api withoutCredentials() const;

    /// Null when the client is gone.
    http::HttpClient *http() const { return m_http; }
    const QString &provider() const { return m_traits->name; }

    /// Whether ANSWER is a success: 2xx, and a body that does not say the contrary itself (`success: false`).
    static bool isSuccess(const http::Response &answer);

    /// The traits's errors without the account's key, should the provider have quoted it.
    checkout::Error errorOf(Call call, http::Response answer, const checkout::SessionDraft &draft = {}) const;
    checkout::Error errorOf(Call call, http::Failure failure) const;
    checkout::Error withoutKey(checkout::Error error) const;

private:
    void sign(http::Request &request) const;
    QString withoutKey(QString text) const;
    QJsonValue withoutKey(const QJsonValue &value) const;

    QPointer<http::HttpClient> m_http;
    QByteArray m_base;
    http::Secret m_key;
    std::chrono::milliseconds m_deadline;
    const ProviderTraits *m_traits;
    bool m_signs = true;
};

/// Stands for the idempotency key in a request that is described, not sent.
inline constexpr QLatin1StringView describedKey{"<new for each creation>"};

/// Returns @p request for reading, without its secrets.
checkout::Result<RequestText> textOf(const checkout::Result<http::Request> &request);

/// A read with the safe retries of the HTTP client: the JSON of a success.
http::Task<checkout::Result<QJsonDocument>> read(Api api, Call call, QUrl url);

/// Sends REQUEST once: the JSON of a success. DRAFT: as for ProviderTraits::errorOf.
http::Task<checkout::Result<QJsonDocument>> sendOnce(Api api, Call call, http::Request request,
                                                     checkout::SessionDraft draft);

} // namespace tilldeck::providers
