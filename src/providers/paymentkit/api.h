// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/http_client.h"
#include "http/secret.h"
#include "providers/paymentkit/codec.h"
#include "providers/paymentkit/errors.h"

#include <QPointer>

namespace tilldeck::providers::paymentkit {

/// How one account is reached. A cheap value: each coroutine holds a copy of its own, so that the provider and the HTTP
/// client may go while a call is under way.
class Api
{
public:
    Api(http::HttpClient *http, const QUrl &baseUrl, const QString &accountId, http::Secret key,
        std::chrono::milliseconds deadline);

    /// Below /api/{account_id}. Segments are percent-encoded, so an id stays in its place; nothing for an id that is no
    /// segment at all ("", ".", "..").
    std::optional<QUrl> inAccount(const QStringList &segments) const;
    /// Below the base address itself.
    std::optional<QUrl> below(const QStringList &segments) const;

    http::Request get(const QUrl &url) const;
    http::Request post(const QUrl &url, const QByteArray &body) const;

    /// Null when the client is gone.
    http::HttpClient *http() const { return m_http; }

    /// The errors of errors.h without the account's key, should the provider have quoted it.
    checkout::Error errorOf(Call call, http::Response answer, const checkout::SessionDraft &draft = {}) const;
    checkout::Error errorOf(Call call, http::Failure failure) const;
    checkout::Error withoutKey(checkout::Error error) const;

private:
    QString withoutKey(QString text) const;
    QJsonValue withoutKey(const QJsonValue &value) const;

    QPointer<http::HttpClient> m_http;
    QByteArray m_base;
    QString m_accountId;
    http::Secret m_key;
    std::chrono::milliseconds m_deadline;
};

/// The error for an id that cannot stand in a path.
checkout::Error unusableId(Call call);

/// A read with the safe retries of the HTTP client: the JSON of a 2xx answer.
http::Task<checkout::Result<QJsonDocument>> read(Api api, Call call, QUrl url);

/// One page of a list.
template <class T> http::Task<checkout::Result<Page<T>>> readPage(Api api, QUrl list, int offset);

/// Every page of a list, up to a hundred of them. Objects that come twice because the list moved meanwhile are kept
/// once; a page that brings nothing new ends it.
template <class T> http::Task<checkout::Result<std::vector<T>>> readAll(Api api, QUrl list);

/// All lists of the catalog, one after the other (see Provider::catalog()).
http::Task<checkout::Result<checkout::Catalog>> readCatalog(Api api);

} // namespace tilldeck::providers::paymentkit
