// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "http/carried_secrets.h"
#include "http/http_client.h"
#include "http/secret.h"
#include "providers/provider.h"
#include "providers/wire/errors.h"

#include <QPointer>

#include <optional>

namespace tilldeck::providers {

/// The header of the idempotency key (contracts: parameter IdempotencyKey).
inline constexpr QByteArrayView idempotencyHeader = "Idempotency-Key";

/// Holds what differs between the HTTP APIs of the providers.
struct ProviderTraits
{
    QString name;                   ///< "PaymentKit"
    QByteArray accept;              ///< The value of the Accept header.
    QByteArray keyHeader;           ///< The header of the API key; empty for Authorization: Bearer.
    http::RequestIdPlace requestId; ///< As the provider's contract documents it.
    /// Returns the error of a complete answer that is no success. @p draft is what was sent, to place problems on
    /// fields.
    checkout::Error (*errorOf)(Call call, const http::Response &answer, const checkout::SessionDraft &draft) = nullptr;
};

/// Builds the requests of one account and reads its errors. It is a cheap value: each coroutine holds a copy, so that
/// the provider and the HTTP client may be destroyed during a call.
class Api
{
public:
    /// @p traits must stay valid for the life of the program.
    Api(http::HttpClient *http, const QUrl &baseUrl, http::Secret key, std::chrono::milliseconds deadline,
        const ProviderTraits &traits);

    /// Returns the URL of @p segments below the base address. Segments are percent-encoded, so an id cannot change the
    /// path; nothing when one is no segment at all ("", ".", "..").
    std::optional<QUrl> below(const QStringList &segments) const;

    http::Request get(const QUrl &url) const;
    http::Request post(const QUrl &url, const QByteArray &body) const;
    /// Sends @p key in the idempotency header.
    http::Request post(const QUrl &url, const QByteArray &body, const QString &key) const;
    http::Request patch(const QUrl &url, const QByteArray &body) const;

    /// Returns a copy whose requests do not carry the API key. Its errors still have the key cut out.
    Api withoutCredentials() const;

    /// Returns null once the client is destroyed.
    http::HttpClient *http() const { return m_http; }
    const QString &provider() const { return m_traits->name; }

    /// Returns whether @p answer is a success: a 2xx whose body does not have `success: false` (contracts, khaime).
    static bool isSuccess(const http::Response &answer);

    /// Returns the provider's error, with the API key cut out should the answer have quoted it, and what the answer has
    /// under names of secrets.
    checkout::Error errorOf(Call call, http::Response answer, const checkout::SessionDraft &draft = {}) const;
    checkout::Error errorOf(Call call, const http::Failure &failure) const;
    checkout::Error withoutKey(checkout::Error error) const;
    std::vector<checkout::UnreadRow> withoutKey(std::vector<checkout::UnreadRow> rows) const;

private:
    void sign(http::Request &request) const;
    http::CarriedSecrets keyCarried() const;
    QString withoutKey(QString text) const;

    QPointer<http::HttpClient> m_http;
    QByteArray m_base;
    http::Secret m_key;
    std::chrono::milliseconds m_deadline;
    const ProviderTraits *m_traits;
    bool m_signs = true;
};

/// Reads @p url with the safe retries of the HTTP client and returns the JSON of a success.
http::Task<checkout::Result<QJsonDocument>> read(Api api, Call call, QUrl url);

/// Sends @p request once and returns the JSON of a success. @p draft is passed to ProviderTraits::errorOf.
http::Task<checkout::Result<QJsonDocument>> sendOnce(Api api, Call call, http::Request request,
                                                     checkout::SessionDraft draft);

} // namespace tilldeck::providers
