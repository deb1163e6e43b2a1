// SPDX-License-Identifier: GPL-3.0-or-later
// A PaymentKit client on a scripted server.
#pragma once

#include "http/scripted_server.h"
#include "providers/registry.h"

namespace tilldeck::providers::test {

using namespace Qt::StringLiterals;

/// Returns an amount of @p minor units of the currency @p code.
inline money::Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

/// Returns what follows the headers of @p request.
inline QByteArray bodyOf(const QByteArray &request)
{
    return request.mid(request.indexOf("\r\n\r\n") + 4);
}

inline const QString key = u"sk_test_abcdefghijkl9fQ2"_s;
inline const QByteArray created = R"({"id": "cs_1", "secure_token": "sec_1", "status": "open"})";

inline QByteArray emptyPage()
{
    return http::test::answer(200, R"({"items": [], "total": 0, "limit": 100, "offset": 0})");
}

/// "/api/acc/prices" of the request line.
inline QByteArray pathOf(const QByteArray &request)
{
    const QByteArray target = request.split(' ').value(1);
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

inline QByteArray headerOf(const QByteArray &request, const QByteArray &name)
{
    const QByteArrayList lines = request.left(request.indexOf("\r\n\r\n")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return "(none)";
}

/// What the ledger knows a session by.
inline checkout::Session known(const QString &id)
{
    checkout::Session session;
    session.id = id;
    return session;
}

inline checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.lineItems = {checkout::LineItem(u"price_a"_s, 1)};
    return draft;
}

inline std::shared_ptr<providers::Provider> providerAt(http::HttpClient &http, const QUrl &url,
                                                       const QString &accountId)
{
    providers::Connection connection(u"paymentkit"_s, url, http::Secret(QString(key.constData(), key.size())));
    connection.accountId = accountId;
    return providers::make(http, connection);
}

/// An account at a server that listens at its root.
inline std::shared_ptr<providers::Provider> providerFor(http::HttpClient &http,
                                                        const http::test::ScriptedServer &server)
{
    return providerAt(http, server.url({}), u"acc"_s);
}

template <class T> http::Task<std::optional<checkout::Result<T>>> held(http::Task<checkout::Result<T>> task)
{
    auto result = co_await task;
    co_return std::optional(std::move(result));
}

/// QCoro::waitFor() needs a type with a default, which a payment, a refund or a quote is not.
template <class T> checkout::Result<T> waitForResult(http::Task<checkout::Result<T>> task)
{
    return *QCoro::waitFor(held(std::move(task)));
}

/// Sends what was prepared.
template <class T> http::Task<checkout::Result<T>> sentOnce(http::Task<checkout::Result<providers::Write<T>>> preparing)
{
    const auto write = co_await preparing;
    auto answer = co_await send(write);
    co_return std::move(answer);
}

inline checkout::Result<checkout::Quote> waitForQuote(http::Task<checkout::Result<checkout::Quote>> task)
{
    return waitForResult(std::move(task));
}

} // namespace tilldeck::providers::test
