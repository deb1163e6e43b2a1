// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/client.h"

#include "providers/ikawaari/text.h"

#include "providers/ikawaari/codec_payments.h"
#include "providers/ikawaari/codec_request.h"
#include "providers/ikawaari/codec_sessions.h"
#include "providers/ikawaari/lists.h"
#include "providers/wire/reads.h"
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

Error unusableId()
{
    return {ErrorKind::NotFound, IkawaariText::tr("This is not an ID of Ikawaari's. Check it.")};
}

/// Returns the request of createCheckoutSession for @p draft.
Result<http::Request> creation(const Account &account, const SessionDraft &draft, Layout layout, const QString &key)
{
    const auto body = encodeCreate(draft, account.body, layout);
    if (!body)
        return std::unexpected(body.error());
    return account.api.post(*account.address({u"checkout"_s, u"sessions"_s}), *body, key);
}

} // namespace

Client::Client(http::HttpClient *http, const QUrl &baseUrl, Body body, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_account(Api(http, baseUrl, std::move(key), deadline, traits()), body)
{
}

http::Task<Result<checkout::Quote>> Client::quote(SessionDraft)
{
    return failedTask<checkout::Quote>(
        unsupported(IkawaariText::tr("Ikawaari does not quote a payment before it exists.")));
}

Result<QByteArray> Client::encodeCreate(const SessionDraft &draft) const
{
    return ikawaari::encodeCreate(draft, m_account.body, Layout::Compact);
}

Result<RequestText> Client::describeCreate(const SessionDraft &draft) const
{
    return textOf(creation(m_account, draft, Layout::Indented, describedKey));
}

http::Task<Result<Session>> Client::createSession(SessionDraft draft, QString key)
{
    auto request = creation(m_account, draft, Layout::Compact, key);
    if (!request)
        return failedTask<Session>(request.error());
    // Ikawaari need not repeat the request.
    const auto decode = [total = totalOf(draft.lineItems)](const QJsonDocument &answer) {
        auto session = decodeCreated(answer);
        if (session && !session->amount)
            session->amount = total;
        return session;
    };
    return writeOnce<Session>(m_account.api, Call::Create, std::move(*request), decode, std::move(draft));
}

http::Task<Result<Session>> Client::session(Session known)
{
    const auto url = m_account.address({u"checkout"_s, u"sessions"_s, known.id});
    if (!url)
        return failedTask<Session>(unusableId());
    return readOne<Session>(m_account.api, Call::Session, *url, [id = known.id](const QJsonDocument &answer) {
        return onlyAbout(id, decodeSession(answer));
    });
}

http::Task<Result<Session>> Client::expireSession(QString)
{
    return failedTask<Session>(
        unsupported(IkawaariText::tr("Ikawaari cannot end a session early. It ends by itself when its time is over.")));
}

http::Task<Result<Page<Session>>> Client::sessions(int)
{
    return failedTask<Page<Session>>(
        unsupported(IkawaariText::tr("Ikawaari does not list sessions. Tilldeck keeps its own list.")));
}

http::Task<Result<Page<Transaction>>> Client::transactions(int offset)
{
    return listPayments(m_account, offset);
}

http::Task<Result<Transaction>> Client::transaction(QString id)
{
    const auto url = m_account.address({u"merchant"_s, u"payments"_s, id});
    if (!url)
        return failedTask<Transaction>(unusableId());
    return readOne<Transaction>(m_account.api, Call::Payment, *url,
                                [id](const QJsonDocument &answer) { return decodePayment(answer, id); });
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
