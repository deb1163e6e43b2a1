// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/client.h"

#include "providers/ikawaari/text.h"

#include "providers/ikawaari/codec.h"
#include "providers/ikawaari/lists.h"
#include "providers/wire/writes.h"

#include <QCoreApplication>

namespace tilldeck::providers::ikawaari {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;
using checkout::Session;
using checkout::SessionDraft;
using checkout::Transaction;

using namespace Qt::StringLiterals;

namespace {

Error unsupported(const QString &sentence)
{
    return {ErrorKind::Unsupported, sentence};
}

Error unusableId()
{
    return {ErrorKind::NotFound, IkawaariText::tr("This is not an ID of Ikawaari's. Check it.")};
}

/// The creation of DRAFT as it leaves.
Result<http::Request> creation(const Account &account, const SessionDraft &draft, Layout layout, const QString &key)
{
    const auto body = encodeCreate(draft, account.body, layout);
    if (!body)
        return std::unexpected(body.error());
    return account.api.post(*account.address({u"checkout"_s, u"sessions"_s}), *body, key);
}

// The calls are free functions that take copies: nothing in them reaches back into a Client that may be gone.

http::Task<Result<Session>> create(Account account, SessionDraft draft, QString key)
{
    auto request = creation(account, draft, Layout::Compact, key);
    if (!request)
        co_return std::unexpected(request.error());
    const auto answer = co_await sendOnce(account.api, Call::Create, std::move(*request), draft);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto session = decodeCreated(*answer);
    if (!session)
        co_return std::unexpected(unreadableWrite(account.api.provider(), Call::Create, session.error()));
    // Ikawaari need not repeat the request.
    if (!session->amount)
        session->amount = totalOf(draft.lineItems);
    co_return std::move(session);
}

http::Task<Result<Session>> lookUpSession(Account account, QString id)
{
    const auto url = account.address({u"checkout"_s, u"sessions"_s, id});
    if (!url)
        co_return std::unexpected(unusableId());
    const auto answer = co_await read(account.api, Call::Session, *url);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto session = decodeSession(*answer);
    if (session && session->id != id)
        co_return std::unexpected(aboutAnotherObject());
    co_return std::move(session);
}

http::Task<Result<Transaction>> lookUpPayment(Account account, QString id)
{
    const auto url = account.address({u"merchant"_s, u"payments"_s, id});
    if (!url)
        co_return std::unexpected(unusableId());
    const auto answer = co_await read(account.api, Call::Payment, *url);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto payment = decodePayment(*answer, id);
    if (!payment)
        co_return std::unexpected(account.api.withoutKey(std::move(payment.error())));
    co_return std::move(payment);
}

} // namespace

Client::Client(http::HttpClient *http, const QUrl &baseUrl, Body body, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_account(Api(http, baseUrl, std::move(key), deadline, traits()), body)
{
}

http::Task<Result<checkout::Quote>> Client::quote(SessionDraft)
{
    co_return std::unexpected(unsupported(IkawaariText::tr("Ikawaari does not quote a payment before it exists.")));
}

Result<QByteArray> Client::encodeCreate(const SessionDraft &draft) const
{
    return ikawaari::encodeCreate(draft, m_account.body, Layout::Compact);
}

Result<RequestText> Client::describeCreate(const SessionDraft &draft) const
{
    const auto request = creation(m_account, draft, Layout::Indented, u"<new for each creation>"_s);
    if (!request)
        return std::unexpected(request.error());
    return textOf(*request);
}

http::Task<Result<Session>> Client::createSession(SessionDraft draft, QString key)
{
    return create(m_account, std::move(draft), std::move(key));
}

http::Task<Result<Session>> Client::session(Session known)
{
    return lookUpSession(m_account, std::move(known.id));
}

http::Task<Result<Session>> Client::expireSession(QString)
{
    co_return std::unexpected(
        unsupported(IkawaariText::tr("Ikawaari cannot end a session early. It ends by itself when its time is over.")));
}

http::Task<Result<Page<Session>>> Client::sessions(int)
{
    co_return std::unexpected(
        unsupported(IkawaariText::tr("Ikawaari does not list sessions. Tilldeck keeps its own list.")));
}

http::Task<Result<Page<Transaction>>> Client::transactions(int offset)
{
    return listPayments(m_account, offset);
}

http::Task<Result<Transaction>> Client::transaction(QString id)
{
    return lookUpPayment(m_account, std::move(id));
}

Result<QByteArray> Client::encodeRefund(const RefundRequest &request) const
{
    return ikawaari::encodeRefund(request);
}

http::Task<Result<checkout::Refund>> Client::refund(RefundRequest request, QString key)
{
    const auto url = m_account.address({u"merchant"_s, u"payments"_s, request.transaction.id, u"refund"_s});
    if (!url)
        return failedTask<checkout::Refund>(unusableId());
    const auto body = ikawaari::encodeRefund(request);
    if (!body)
        return failedTask<checkout::Refund>(body.error());
    return writeOnce<checkout::Refund>(
        m_account.api, Call::Refund, m_account.api.post(*url, *body, key),
        [request](const QJsonDocument &answer) { return decodeRefunded(answer, request); });
}

http::Task<Result<checkout::Catalog>> Client::catalog()
{
    checkout::Catalog none;
    none.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return none;
}

} // namespace tilldeck::providers::ikawaari
