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

} // namespace

Client::Client(http::HttpClient *http, const QUrl &baseUrl, Body body, http::Secret key,
               std::chrono::milliseconds deadline)
    : m_account(Api(http, baseUrl, std::move(key), deadline, traits()), body)
{
}

Result<Write<Session>> Client::prepareCreation(const SessionDraft &draft, const QString &key) const
{
    const auto body = encodeCreate(draft, m_account.body);
    if (!body)
        return std::unexpected(body.error());
    const QUrl url = *m_account.address({u"checkout"_s, u"sessions"_s});
    // Ikawaari need not repeat the request.
    const auto decode = [total = totalOf(draft.lineItems)](const QJsonDocument &answer) {
        auto session = decodeCreated(answer);
        if (session && !session->amount)
            session->amount = total;
        return session;
    };
    return writeOf<Session>(m_account.api, Call::Create, m_account.api.post(url, *body, key), decode, draft);
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

http::Task<Result<Write<checkout::Refund>>> Client::prepareRefund(RefundRequest request, QString key)
{
    const auto url = m_account.address({u"merchant"_s, u"payments"_s, request.transaction.id, u"refund"_s});
    if (!url)
        co_return std::unexpected(unusableId());
    const auto body = encodeRefund(request);
    if (!body)
        co_return std::unexpected(body.error());
    const auto decode = [request](const QJsonDocument &answer) { return decodeRefunded(answer, request); };
    co_return writeOf<checkout::Refund>(m_account.api, Call::Refund, m_account.api.post(*url, *body, key), decode);
}

http::Task<Result<checkout::Catalog>> Client::catalog()
{
    checkout::Catalog none;
    none.fetchedAt = QDateTime::currentDateTimeUtc();
    co_return none;
}

} // namespace tilldeck::providers::ikawaari
