// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "shape_text.h"

#include "shape_parts.h"

#include "desk/hand_out.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tilldeck::cli {

using ledger::SessionRecord;

namespace {

/// In the local zone, as wide in each row.
QString clock(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString statusWord(const SessionRecord &record, const QDateTime &now)
{
    if (record.state == SessionRecord::State::Creating)
        return QStringLiteral("creating");
    if (record.state == SessionRecord::State::OutcomeUnknown)
        return QStringLiteral("outcome_unknown");
    switch (checkout::statusAt(record.session, now)) {
    case checkout::SessionStatus::Open:
        return QStringLiteral("open");
    case checkout::SessionStatus::Completed:
        return QStringLiteral("completed");
    case checkout::SessionStatus::Expired:
        return QStringLiteral("expired");
    case checkout::SessionStatus::Failed:
        return QStringLiteral("failed");
    case checkout::SessionStatus::Unrecognised:
        break;
    }
    return QStringLiteral("unknown:") + record.session.rawStatus;
}

QString statusWord(const checkout::Transaction &transaction)
{
    switch (transaction.status) {
    case checkout::TransactionStatus::Pending:
        return QStringLiteral("pending");
    case checkout::TransactionStatus::Succeeded:
        return QStringLiteral("succeeded");
    case checkout::TransactionStatus::Failed:
        return QStringLiteral("failed");
    case checkout::TransactionStatus::Refunded:
        return QStringLiteral("refunded");
    case checkout::TransactionStatus::PartlyRefunded:
        return QStringLiteral("partially_refunded");
    case checkout::TransactionStatus::Unrecognised:
        break;
    }
    return QStringLiteral("unknown:") + transaction.rawStatus;
}

QJsonArray attemptsJson(const std::vector<checkout::PaymentAttempt> &attempts)
{
    QJsonArray array;
    for (const checkout::PaymentAttempt &attempt : attempts) {
        array.append(QJsonObject{{QStringLiteral("tier"), attempt.tier + 1},
                                 {QStringLiteral("processor_route_id"), orNull(attempt.processorRouteId)},
                                 {QStringLiteral("succeeded"), attempt.succeeded},
                                 {QStringLiteral("decline_code"), orNull(attempt.declineCode)},
                                 {QStringLiteral("amount"), minor(attempt.amount)},
                                 {QStringLiteral("at"), moment(attempt.at)}});
    }
    return array;
}

/// SECRET is shown whole only when REVEAL.
QString shown(const QString &secret, bool reveal)
{
    return reveal || secret.isEmpty() ? secret : desk::maskedToken(secret);
}

QJsonValue gatewayJson(const checkout::GatewayHandover &handover, bool reveal)
{
    if (handover == checkout::GatewayHandover())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("name"), orNull(handover.gateway)},
                       {QStringLiteral("client_secret"), orNull(shown(handover.clientSecret, reveal))},
                       {QStringLiteral("publishable_key"), orNull(shown(handover.publishableKey, reveal))},
                       {QStringLiteral("account_id"), orNull(handover.gatewayAccountId)}};
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
    const QString url = desk::checkoutUrl(session, account);
    return {{QStringLiteral("id"), orNull(session.id)},
            {QStringLiteral("status"), statusWord(record, now)},
            {QStringLiteral("token"), orNull(shown(session.secureToken, reveal))},
            {QStringLiteral("url"), orNull(reveal ? url : desk::maskedUrl(url, session.secureToken))},
            {QStringLiteral("amount"), minor(record.amount)},
            {QStringLiteral("currency"), code(record.amount)},
            {QStringLiteral("expires_at"), moment(session.expiresAt)},
            {QStringLiteral("created_at"), moment(record.createdAt)},
            {QStringLiteral("account"), account.name},
            {QStringLiteral("customer"), orNull(record.customerLabel)},
            {QStringLiteral("items"), orNull(record.itemsLabel)},
            {QStringLiteral("paid_tier"),
             session.paidTier ? QJsonValue(*session.paidTier + 1) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("processor_route_id"), orNull(session.paidRouteId)},
            {QStringLiteral("flow"), orNull(session.flow.isEmpty() ? record.draft.flow : session.flow)},
            {QStringLiteral("reference"), orNull(record.draft.reference)},
            {QStringLiteral("transaction_id"), orNull(session.transactionId)},
            {QStringLiteral("fees"), feesJson(session.fees)},
            {QStringLiteral("gateway"), gatewayJson(session.handover, reveal)},
            {QStringLiteral("quote"), quoteJson(record.quote)},
            {QStringLiteral("intent"), orNull(record.intentId)},
            {QStringLiteral("attempts"), attemptsJson(session.attempts)}};
}

QString sessionText(const SessionRecord &record, const accounts::Account &account, bool reveal, const QDateTime &now)
{
    const checkout::Session &session = record.session;
    const QString url = desk::checkoutUrl(session, account);
    QStringList lines{
        ShapeText::tr("Session ID:    %1").arg(session.id),
        ShapeText::tr("Status:        %1").arg(statusWord(record, now)),
        ShapeText::tr("Customer pays: %1").arg(written(record.amount)),
    };
    if (!session.secureToken.isEmpty())
        lines << ShapeText::tr("Secure token:  %1").arg(shown(session.secureToken, reveal));
    if (!url.isEmpty())
        lines << ShapeText::tr("Checkout URL:  %1").arg(reveal ? url : desk::maskedUrl(url, session.secureToken));
    lines << gatewayLines(session.handover, reveal);
    if (session.fees)
        lines << feeLine(*session.fees);
    if (session.expiresAt.isValid())
        lines << ShapeText::tr("Expires:       %1")
                     .arg(session.expiresAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm t")));
    if (session.paidTier)
        lines << ShapeText::tr("Paid on tier:  %1").arg(*session.paidTier + 1);
    for (const checkout::PaymentAttempt &attempt : session.attempts) {
        lines << (attempt.succeeded
                      ? ShapeText::tr("  tier %1: paid").arg(attempt.tier + 1)
                      : ShapeText::tr("  tier %1: declined (%2)").arg(attempt.tier + 1).arg(attempt.declineCode));
    }
    return lines.join(u'\n');
}

QString sessionLine(const SessionRecord &record, const QDateTime &now)
{
    const QString id = record.session.id.isEmpty() ? record.intentId : record.session.id;
    return QStringList{
        clock(record.createdAt), statusWord(record, now).leftJustified(15), written(record.amount).rightJustified(16),
        id.leftJustified(24),    record.customerLabel.leftJustified(20),    record.itemsLabel}
        .join(QStringLiteral("  "));
}

QJsonObject transactionJson(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    return {
        {QStringLiteral("id"), transaction.id},
        {QStringLiteral("status"), statusWord(transaction)},
        {QStringLiteral("amount"), transaction.amount.minorUnits()},
        {QStringLiteral("currency"), transaction.amount.currency().code()},
        {QStringLiteral("refunded_amount"), minor(transaction.refunded)},
        {QStringLiteral("session_id"), orNull(transaction.sessionId)},
        {QStringLiteral("customer"), orNull(record.customerLabel)},
        {QStringLiteral("tier"), transaction.tier ? QJsonValue(*transaction.tier + 1) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("processor_route_id"), orNull(transaction.processorRouteId)},
        {QStringLiteral("decline_code"), orNull(transaction.declineCode)},
        {QStringLiteral("method"), orNull(transaction.method)},
        {QStringLiteral("gateway"), orNull(transaction.gateway)},
        {QStringLiteral("reference"), orNull(transaction.reference)},
        {QStringLiteral("priced"), moneyJson(transaction.priced)},
        {QStringLiteral("fees"), feesJson(transaction.fees)},
        {QStringLiteral("split"), splitJson(transaction.split)},
        {QStringLiteral("attempts"), attemptsJson(transaction.attempts)},
        {QStringLiteral("created_at"), moment(transaction.createdAt)}};
}

QString transactionLine(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    const QString tier = transaction.tier ? ShapeText::tr("tier %1").arg(*transaction.tier + 1) : QString();
    return QStringList{clock(transaction.createdAt),
                       statusWord(transaction).leftJustified(18),
                       written(transaction.amount).rightJustified(16),
                       transaction.id.leftJustified(24),
                       tier.leftJustified(7),
                       record.customerLabel}
        .join(QStringLiteral("  "));
}

QJsonObject requestJson(const providers::RequestText &request)
{
    QJsonObject headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return {{QStringLiteral("method"), QString::fromLatin1(request.method)},
            {QStringLiteral("url"), request.url.toString(QUrl::FullyEncoded)},
            {QStringLiteral("headers"), headers},
            {QStringLiteral("body"), QJsonDocument::fromJson(request.body).object()},
            {QStringLiteral("body_text"), QString::fromUtf8(request.body)}};
}

QString requestText(const providers::RequestText &request)
{
    QString text =
        QStringLiteral("%1 %2\n").arg(QString::fromLatin1(request.method), request.url.toString(QUrl::FullyEncoded));
    for (const auto &[name, value] : request.headers)
        text += QStringLiteral("%1: %2\n").arg(QString::fromLatin1(name), QString::fromUtf8(value));
    return text + u'\n' + QString::fromUtf8(request.body);
}

} // namespace tilldeck::cli
