// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/client.h"

#include "http/redact.h"

#include <QCoreApplication>

namespace tilldeck::providers::paymentkit {

using checkout::Error;
using checkout::Result;
using checkout::Session;
using checkout::SessionDraft;

namespace {

constexpr QByteArrayView idempotencyHeader = "Idempotency-Key";

QString sessionsPath()
{
    return QStringLiteral("checkout-sessions");
}

/// Contracts, ExpandSession: without it custom fields are left out of the answer.
QUrl withCustomFields(QUrl url)
{
    url.setQuery(QStringLiteral("expand=custom_fields"));
    return url;
}

Error gone(Call call)
{
    return errorOf(call, http::Failure(http::FailureKind::Cancelled, 0, QString()));
}

/// An answer about another session than the one asked for says nothing about this one.
Result<Session> about(const QString &id, Result<Session> session)
{
    if (!session || session->id == id)
        return session;
    Error error = ObjectReader(QJsonObject()).error();
    error.details = QCoreApplication::translate("PaymentKit", "The answer is about another session.");
    return std::unexpected(std::move(error));
}

// The calls are free functions that take copies: nothing in them reaches back into a Client that may be gone.

http::Task<Result<Session>> create(Api api, SessionDraft draft, QString key)
{
    const auto url = api.inAccount({sessionsPath()});
    if (!url)
        co_return std::unexpected(unusableId(Call::Create));
    const auto body = encodeCreate(draft, Layout::Compact);
    if (!body)
        co_return std::unexpected(body.error());
    http::HttpClient *http = api.http();
    if (!http)
        co_return std::unexpected(gone(Call::Create));
    http::Request request = api.post(*url, *body);
    request.headers.emplace_back(idempotencyHeader.toByteArray(), key.toUtf8());
    const http::Answer answer = co_await http->send(std::move(request));
    if (!answer)
        co_return std::unexpected(api.errorOf(Call::Create, answer.error()));
    if (!answer->isSuccess())
        co_return std::unexpected(api.errorOf(Call::Create, *answer, draft));
    auto session = decodeCreated(answer->json);
    if (!session)
        co_return std::unexpected(unreadableWrite(Call::Create, session.error()));
    co_return std::move(session);
}

http::Task<Result<Session>> lookUp(Api api, QString id)
{
    const auto url = api.inAccount({sessionsPath(), id});
    if (!url)
        co_return std::unexpected(unusableId(Call::Session));
    const auto answer = co_await read(api, Call::Session, withCustomFields(*url));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return about(id, decodeSession(*answer));
}

http::Task<Result<Session>> expire(Api api, QString id)
{
    const auto url = api.inAccount({sessionsPath(), id, QStringLiteral("expire")});
    if (!url)
        co_return std::unexpected(unusableId(Call::Expire));
    http::HttpClient *http = api.http();
    if (!http)
        co_return std::unexpected(gone(Call::Expire));
    http::Request request = api.post(*url, {});
    const http::Answer answer = co_await http->send(std::move(request));
    if (!answer)
        co_return std::unexpected(api.errorOf(Call::Expire, answer.error()));
    if (!answer->isSuccess())
        co_return std::unexpected(api.errorOf(Call::Expire, *answer));
    auto session = about(id, decodeSession(answer->json));
    if (!session)
        co_return std::unexpected(unreadableWrite(Call::Expire, session.error()));
    co_return std::move(session);
}

http::Task<Result<Page<Session>>> listSessions(Api api, int offset)
{
    const auto url = api.inAccount({sessionsPath()});
    if (!url)
        co_return std::unexpected(unusableId(Call::List));
    auto page = co_await readPage<Session>(api, withCustomFields(*url), offset);
    co_return std::move(page);
}

http::Task<Result<Page<checkout::Transaction>>> listTransactions(Api api, int offset)
{
    const auto url = api.inAccount({QStringLiteral("transactions")});
    if (!url)
        co_return std::unexpected(unusableId(Call::List));
    auto page = co_await readPage<checkout::Transaction>(api, *url, offset);
    co_return std::move(page);
}

} // namespace

checkout::Capabilities capabilities()
{
    checkout::Capabilities has;
    has.providerName = QStringLiteral("PaymentKit");
    has.flow = QStringLiteral("paymentkit.session");
    has.flows = {{has.flow, QCoreApplication::translate("PaymentKit", "Checkout session"),
                  QCoreApplication::translate("PaymentKit", "A page of PaymentKit where the customer pays once.")}};
    has.account.accountId = true;
    has.account.checkoutUrl = true;
    has.account.summary = QCoreApplication::translate("PaymentKit", "Account ID and secret key");
    has.catalogPrices = true;
    has.existingCustomer = true;
    has.promotionCodes = true;
    has.coupons = true;
    has.processorRoutes = true;
    has.cascade = true;
    has.customFields = true;
    has.subscriptionCustomFields = true;
    has.successUrl = true;
    has.returnUrl = true;
    has.expiry = checkout::Capabilities::HoursRange{1, 720, 24};
    has.customFieldTextLength = 500;
    has.expireCall = true;
    has.listsSessions = true;
    return has;
}

Client::Client(http::HttpClient *http, const QUrl &baseUrl, const QString &accountId, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_api(http, baseUrl, accountId, std::move(key), deadline)
{
}

http::Task<Result<checkout::Quote>> Client::quote(SessionDraft)
{
    co_return std::unexpected(
        Error(checkout::ErrorKind::Unsupported,
              QCoreApplication::translate("PaymentKit", "PaymentKit does not quote a payment before it exists.")));
}

Result<QByteArray> Client::encodeCreate(const SessionDraft &draft) const
{
    return paymentkit::encodeCreate(draft, Layout::Compact);
}

Result<RequestText> Client::describeCreate(const SessionDraft &draft) const
{
    const auto url = m_api.inAccount({sessionsPath()});
    if (!url)
        return std::unexpected(unusableId(Call::Create));
    auto body = paymentkit::encodeCreate(draft, Layout::Indented);
    if (!body)
        return std::unexpected(std::move(body.error()));
    RequestText text;
    http::Request request = m_api.post(*url, *body);
    request.headers.emplace_back(idempotencyHeader.toByteArray(), "<new for each creation>");
    text.method = request.method;
    text.url = request.url;
    text.headers = http::redactedHeaders(request);
    text.body = std::move(*body);
    return text;
}

http::Task<Result<Session>> Client::createSession(SessionDraft draft, QString key)
{
    return create(m_api, std::move(draft), std::move(key));
}

http::Task<Result<Session>> Client::session(Session known)
{
    return lookUp(m_api, std::move(known.id));
}

http::Task<Result<Session>> Client::expireSession(QString id)
{
    return expire(m_api, std::move(id));
}

http::Task<Result<Page<Session>>> Client::sessions(int offset)
{
    return listSessions(m_api, offset);
}

http::Task<Result<Page<checkout::Transaction>>> Client::transactions(int offset)
{
    return listTransactions(m_api, offset);
}

http::Task<Result<checkout::Catalog>> Client::catalog()
{
    return readCatalog(m_api);
}

} // namespace tilldeck::providers::paymentkit
