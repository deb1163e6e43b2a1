// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "context.h"
#include "desk/stored_sentence.h"
#include "shape_text.h"

#include "shape_parts.h"
#include "status_words.h"

#include "checkout/draft_fields.h"
#include "desk/make_checkout_url.h"
#include "desk/mask_token.h"
#include "ledger/asked_refunds.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::SessionStatus;
using ledger::SessionRecord;

namespace {

/// Returns the time in the local zone, equally wide in each row.
QString clock(const QDateTime &at)
{
    return at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
}

/// Returns the status, with the provider's own name of it beside it where that says something else.
QString statusText(const SessionRecord &record, const QDateTime &now)
{
    const QString odd = checkout::oddStatusName(record.session);
    return odd.isEmpty() ? statusWord(record, now)
                         : ShapeText::tr("%1, the provider says \"%2\"", "status").arg(statusWord(record, now), odd);
}

QJsonArray attemptsJson(const std::vector<checkout::PaymentAttempt> &attempts)
{
    QJsonArray array;
    for (const checkout::PaymentAttempt &attempt : attempts) {
        array.append(QJsonObject{{u"tier"_s, attempt.tier + 1},
                                 {u"processor_route_id"_s, orNull(attempt.processorRouteId)},
                                 {u"succeeded"_s, attempt.succeeded},
                                 {u"decline_code"_s, orNull(attempt.declineCode)},
                                 {u"amount"_s, minor(attempt.amount)},
                                 {u"at"_s, moment(attempt.at)}});
    }
    return array;
}

/// Returns @p secret, masked unless @p reveal.
QString shown(const QString &secret, bool reveal)
{
    return reveal || secret.isEmpty() ? secret : desk::maskToken(secret);
}

QJsonValue gatewayJson(const checkout::GatewayHandover &handover, bool reveal)
{
    if (handover == checkout::GatewayHandover())
        return QJsonValue::Null;
    return QJsonObject{{u"name"_s, orNull(handover.gateway)},
                       {u"client_secret"_s, orNull(shown(handover.clientSecret, reveal))},
                       {u"publishable_key"_s, orNull(shown(handover.publishableKey, reveal))},
                       {u"account_id"_s, orNull(handover.gatewayAccountId)}};
}

QStringList gatewayLines(const checkout::GatewayHandover &handover, bool reveal)
{
    QStringList lines;
    if (!handover.gateway.isEmpty())
        lines << ShapeText::tr("Gateway:       %1").arg(handover.gateway);
    if (!handover.clientSecret.isEmpty())
        lines << ShapeText::tr("Client secret: %1").arg(shown(handover.clientSecret, reveal));
    if (!handover.publishableKey.isEmpty())
        lines << ShapeText::tr("Publishable:   %1").arg(shown(handover.publishableKey, reveal));
    return lines;
}

QString feeLine(const checkout::FeeDetails &fees)
{
    return fees.customerPays ? ShapeText::tr("Fee:           %1, paid by the customer").arg(written(fees.fee))
                             : ShapeText::tr("Fee:           %1, paid by the business").arg(written(fees.fee));
}

} // namespace

QJsonObject sessionJson(const SessionRecord &record, const accounts::Account &account, bool reveal,
                        const QDateTime &now)
{
    const checkout::Session &session = record.session;
    const QString url = desk::handOutUrl(session, account);
    QJsonObject json{
        {u"id"_s, orNull(session.id)},
        {u"status"_s, statusWord(record, now)},
        {u"provider_status"_s, orNull(session.rawStatus)},
        {u"token"_s, orNull(shown(session.secureToken, reveal))},
        {u"url"_s, orNull(reveal ? url : desk::maskUrl(url, session.secureToken))},
        {u"amount"_s, minor(record.amount)},
        {u"currency"_s, code(record.amount)},
        {u"expires_at"_s, moment(session.expiresAt)},
        {u"created_at"_s, moment(record.createdAt)},
        {u"account"_s, account.name},
        {u"customer"_s, orNull(record.customerLabel)},
        {u"items"_s, orNull(record.itemsLabel)},
        {u"paid_tier"_s, session.paidTier ? QJsonValue(*session.paidTier + 1) : QJsonValue(QJsonValue::Null)},
        {u"processor_route_id"_s, orNull(session.paidRouteId)},
        {u"flow"_s, orNull(session.flow.isEmpty() ? record.draft.flow : session.flow)},
        {u"reference"_s, orNull(record.draft.reference)},
        {u"transaction_id"_s, orNull(session.transactionId)},
        {u"fees"_s, feesJson(session.fees)},
        {u"gateway"_s, gatewayJson(session.handover, reveal)},
        {u"quote"_s, quoteJson(record.quote)},
        {u"intent"_s, orNull(record.intentId)},
        {u"attempts"_s, attemptsJson(session.attempts)}};
    for (const checkout::DraftField &field : checkout::localFields())
        json.insert(field.path, orNull(field.text.in(record.draft)));
    return json;
}

namespace {

QString amountLine(const SessionRecord &record)
{
    const QString amount = written(record.amount);
    switch (record.session.status) {
    case SessionStatus::Completed:
        return ShapeText::tr("Customer paid: %1").arg(amount);
    case SessionStatus::Failed:
        return ShapeText::tr("Not paid:      %1").arg(amount);
    default:
        return ShapeText::tr("Customer pays: %1").arg(amount);
    }
}

} // namespace

QString sessionText(const SessionRecord &record, const accounts::Account &account, bool reveal, const QDateTime &now)
{
    const checkout::Session &session = record.session;
    const QString url = desk::handOutUrl(session, account);
    QStringList lines{
        ShapeText::tr("Session ID:    %1").arg(session.id),
        ShapeText::tr("Status:        %1").arg(statusText(record, now)),
        amountLine(record),
    };
    if (!session.secureToken.isEmpty())
        lines << ShapeText::tr("Secure token:  %1").arg(shown(session.secureToken, reveal));
    if (!url.isEmpty())
        lines << ShapeText::tr("Checkout URL:  %1").arg(reveal ? url : desk::maskUrl(url, session.secureToken));
    const bool isKnown = !session.secureToken.isEmpty() || !url.isEmpty() || !session.handover.clientSecret.isEmpty();
    if (account.keepsTokensOut && !isKnown && !session.id.isEmpty())
        lines << ShapeText::tr("Secure token:  kept in no file of this computer");
    lines << gatewayLines(session.handover, reveal);
    if (session.fees)
        lines << feeLine(*session.fees);
    const bool isOver = session.status == SessionStatus::Completed || session.status == SessionStatus::Failed;
    if (session.expiresAt.isValid() && !isOver)
        lines << (session.expiresAt <= now || session.status == SessionStatus::Expired
                      ? ShapeText::tr("Expired:       %1")
                      : ShapeText::tr("Expires:       %1"))
                     .arg(session.expiresAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm t"_s));
    if (session.paidTier)
        lines << ShapeText::tr("Paid on tier:  %1").arg(*session.paidTier + 1);
    for (const checkout::DraftField &field : checkout::localFields()) {
        if (field.isSet(record.draft))
            lines << ShapeText::tr("%1: %2", "field, its text").arg(field.label(), field.text.in(record.draft));
    }
    for (const checkout::PaymentAttempt &attempt : session.attempts) {
        lines << (attempt.succeeded
                      ? ShapeText::tr("  tier %1: paid").arg(attempt.tier + 1)
                      : ShapeText::tr("  tier %1: declined (%2)").arg(attempt.tier + 1).arg(attempt.declineCode));
    }
    return joinedLines(lines);
}

QString sessionLine(const SessionRecord &record, const QDateTime &now)
{
    const QString id = record.session.id.isEmpty() ? record.intentId : record.session.id;
    return QStringList{
        clock(record.createdAt), padded(statusText(record, now), 15), written(record.amount).rightJustified(16),
        padded(id, 24),          padded(record.customerLabel, 20),    record.itemsLabel}
        .join(u"  "_s);
}

QJsonObject transactionJson(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    return {{u"id"_s, transaction.id},
            {u"status"_s, statusWord(record)},
            {u"amount"_s, transaction.amount.minorUnits()},
            {u"currency"_s, transaction.amount.currency().code()},
            {u"received_amount"_s, minor(transaction.received)},
            {u"refunded_amount"_s, minor(ledger::knownGivenBack(record))},
            {u"refund_asked_amount"_s, record.asked ? minor(record.asked->amount) : QJsonValue()},
            {u"refund_unknown_amount"_s, record.asked ? minor(record.asked->unknown) : QJsonValue()},
            {u"refund_under_way_amount"_s, record.asked ? minor(record.asked->underWay) : QJsonValue()},
            {u"session_id"_s, orNull(transaction.sessionId)},
            {u"customer"_s, orNull(record.customerLabel)},
            {u"tier"_s, transaction.tier ? QJsonValue(*transaction.tier + 1) : QJsonValue(QJsonValue::Null)},
            {u"processor_route_id"_s, orNull(transaction.processorRouteId)},
            {u"decline_code"_s, orNull(transaction.declineCode)},
            {u"method"_s, orNull(desk::methodInPresentLanguage(transaction.method))},
            {u"gateway"_s, orNull(transaction.gateway)},
            {u"reference"_s, orNull(transaction.reference)},
            {u"priced"_s, moneyJson(transaction.priced)},
            {u"fees"_s, feesJson(transaction.fees)},
            {u"split"_s, splitJson(transaction.split)},
            {u"attempts"_s, attemptsJson(transaction.attempts)},
            {u"created_at"_s, moment(transaction.createdAt)}};
}

QString transactionLine(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    const QString tier = transaction.tier ? ShapeText::tr("tier %1").arg(*transaction.tier + 1) : QString();
    return QStringList{clock(transaction.createdAt),
                       padded(statusWord(record), 18),
                       written(transaction.amount).rightJustified(16),
                       padded(transaction.id, 24),
                       padded(tier, 7),
                       record.customerLabel}
        .join(u"  "_s);
}

QJsonObject unknownRefundJson(const ledger::Intent &refund)
{
    return {{u"id"_s, refund.id},
            {u"kind"_s, u"refund"_s},
            {u"status"_s, outcomeUnknownWord()},
            {u"amount"_s, minor(refund.amount)},
            {u"currency"_s, code(refund.amount)},
            {u"transaction_id"_s, orNull(refund.transactionId)},
            {u"created_at"_s, moment(refund.openedAt)}};
}

QString unknownRefundLine(const ledger::Intent &refund)
{
    return QStringList{clock(refund.openedAt), padded(outcomeUnknownWord(), 18),
                       written(refund.amount).rightJustified(16), refund.id,
                       ShapeText::tr("refund of %1", "payment").arg(refund.transactionId)}
        .join(u"  "_s);
}

QJsonObject requestJson(const providers::RequestText &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return {{u"method"_s, QString::fromLatin1(request.method)},
            {u"url"_s, request.url.toString(QUrl::FullyEncoded)},
            {u"headers"_s, headers},
            {u"body"_s, QJsonDocument::fromJson(request.body).object()},
            {u"body_text"_s, QString::fromUtf8(request.body)}};
}

QString requestText(const providers::RequestText &request)
{
    QString text = u"%1 %2\n"_s.arg(QString::fromLatin1(request.method), request.url.toString(QUrl::FullyEncoded));
    for (const auto &[name, value] : request.headers)
        text += u"%1: %2\n"_s.arg(QString::fromLatin1(name), QString::fromUtf8(value));
    return text + u'\n' + QString::fromUtf8(request.indentedBody());
}

} // namespace tilldeck::cli
