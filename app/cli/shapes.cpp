// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "desk/hand_out.h"
#include "money/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace tilldeck::cli {

using ledger::SessionRecord;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Shapes)
};

QJsonValue moment(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue minor(const std::optional<money::Money> &amount)
{
    return amount ? QJsonValue(amount->minorUnits()) : QJsonValue(QJsonValue::Null);
}

QJsonValue code(const std::optional<money::Money> &amount)
{
    return amount ? QJsonValue(amount->currency().code()) : QJsonValue(QJsonValue::Null);
}

/// In the local zone, as wide in each row.
QString clock(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString written(const std::optional<money::Money> &amount)
{
    return amount ? money::format(*amount, QLocale()) : Words::tr("not known");
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

QString certaintyWord(checkout::Certainty certainty)
{
    switch (certainty) {
    case checkout::Certainty::Exact:
        return QStringLiteral("exact");
    case checkout::Certainty::Quote:
        return QStringLiteral("quote");
    case checkout::Certainty::Estimate:
        return QStringLiteral("estimate");
    }
    return {};
}

QJsonValue figureJson(const std::optional<checkout::Figure> &figure)
{
    if (!figure)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("amount"), figure->amount.minorUnits()},
                       {QStringLiteral("currency"), figure->amount.currency().code()},
                       {QStringLiteral("certainty"), certaintyWord(figure->certainty)}};
}

QString figureText(const std::optional<checkout::Figure> &figure)
{
    if (!figure)
        return Words::tr("not known");
    const QString amount = money::format(figure->amount, QLocale());
    return figure->certainty == checkout::Certainty::Exact ? amount : Words::tr("%1 (estimate)").arg(amount);
}

} // namespace

QJsonObject sessionJson(const SessionRecord &record, const accounts::Account &account, bool reveal,
                        const QDateTime &now)
{
    const checkout::Session &session = record.session;
    const QString url = desk::checkoutUrl(session, account);
    return {{QStringLiteral("id"), orNull(session.id)},
            {QStringLiteral("status"), statusWord(record, now)},
            {QStringLiteral("token"),
             orNull(reveal || session.secureToken.isEmpty() ? session.secureToken
                                                            : desk::maskedToken(session.secureToken))},
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
            {QStringLiteral("intent"), orNull(record.intentId)},
            {QStringLiteral("attempts"), attemptsJson(session.attempts)}};
}

QString sessionText(const SessionRecord &record, const accounts::Account &account, bool reveal, const QDateTime &now)
{
    const checkout::Session &session = record.session;
    const QString url = desk::checkoutUrl(session, account);
    QStringList lines{
        Words::tr("Session ID:    %1").arg(session.id), Words::tr("Status:        %1").arg(statusWord(record, now)),
        Words::tr("Customer pays: %1").arg(written(record.amount)),
        Words::tr("Secure token:  %1").arg(reveal ? session.secureToken : desk::maskedToken(session.secureToken)),
        Words::tr("Checkout URL:  %1").arg(reveal ? url : desk::maskedUrl(url, session.secureToken))};
    if (session.expiresAt.isValid())
        lines << Words::tr("Expires:       %1")
                     .arg(session.expiresAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm t")));
    if (session.paidTier)
        lines << Words::tr("Paid on tier:  %1").arg(*session.paidTier + 1);
    for (const checkout::PaymentAttempt &attempt : session.attempts) {
        lines << (attempt.succeeded
                      ? Words::tr("  tier %1: paid").arg(attempt.tier + 1)
                      : Words::tr("  tier %1: declined (%2)").arg(attempt.tier + 1).arg(attempt.declineCode));
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
        {QStringLiteral("attempts"), attemptsJson(transaction.attempts)},
        {QStringLiteral("created_at"), moment(transaction.createdAt)}};
}

QString transactionLine(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    const QString tier = transaction.tier ? Words::tr("tier %1").arg(*transaction.tier + 1) : QString();
    return QStringList{clock(transaction.createdAt),
                       statusWord(transaction).leftJustified(18),
                       written(transaction.amount).rightJustified(16),
                       transaction.id.leftJustified(24),
                       tier.leftJustified(7),
                       record.customerLabel}
        .join(QStringLiteral("  "));
}

QJsonObject previewJson(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QJsonArray tiers;
    for (const checkout::Breakdown &tier : preview.tiers) {
        QJsonArray lines;
        for (const checkout::BreakdownLine &line : tier.lines) {
            lines.append(QJsonObject{{QStringLiteral("label"), line.label},
                                     {QStringLiteral("price_id"), orNull(line.priceId)},
                                     {QStringLiteral("quantity"), line.quantity},
                                     {QStringLiteral("unit_amount"), minor(line.unitAmount)},
                                     {QStringLiteral("amount"), minor(line.total)},
                                     {QStringLiteral("currency"), code(line.unitAmount)}});
        }
        tiers.append(QJsonObject{{QStringLiteral("tier"), tier.tier + 1},
                                 {QStringLiteral("lines"), lines},
                                 {QStringLiteral("subtotal"), figureJson(tier.subtotal)},
                                 {QStringLiteral("discount"), figureJson(tier.discount)},
                                 {QStringLiteral("customer_pays"), figureJson(tier.customerPays)},
                                 {QStringLiteral("fees"), figureJson(tier.fees)},
                                 {QStringLiteral("received"), figureJson(tier.received)},
                                 {QStringLiteral("processor_route_id"), orNull(tier.processorRouteId)},
                                 {QStringLiteral("note"), orNull(tier.unpricedNote.value_or(QString()))}});
    }
    return {{QStringLiteral("tiers"), tiers},
            {QStringLiteral("discount_state"), orNull(preview.discountState)},
            {QStringLiteral("problems"), problemsJson(problems)},
            {QStringLiteral("made_at"), moment(preview.madeAt)}};
}

QString previewText(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems)
{
    QStringList lines;
    for (const checkout::Breakdown &tier : preview.tiers) {
        lines << (tier.tier == 0 ? Words::tr("Tier 1, tried first")
                                 : Words::tr("Tier %1, if tier %2 is declined").arg(tier.tier + 1).arg(tier.tier));
        for (const checkout::BreakdownLine &line : tier.lines)
            lines << Words::tr("  %1 × %2: %3", "item, quantity, amount")
                         .arg(line.label, QString::number(line.quantity), written(line.total));
        if (!tier.discountLabel.isEmpty())
            lines << Words::tr("  %1: −%2", "discount, amount").arg(tier.discountLabel, figureText(tier.discount));
        lines << Words::tr("  Customer pays: %1").arg(figureText(tier.customerPays));
        if (tier.unpricedNote)
            lines << QStringLiteral("  ") + *tier.unpricedNote;
    }
    if (!preview.discountState.isEmpty())
        lines << preview.discountState;
    for (const checkout::Problem &problem : problems)
        lines << Words::tr("%1: %2", "field, what is wrong").arg(fieldPath(problem), problem.sentence);
    return lines.join(u'\n');
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
