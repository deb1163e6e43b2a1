// SPDX-License-Identifier: GPL-3.0-or-later
#include "refund_report.h"

#include "error_shapes.h"
#include "shape_parts.h"

#include "desk/open_outcomes.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using RefundEnd = desk::RefundOutcome::End;

namespace {

struct RefundReportText
{
    // The name under which these texts were translated first.
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Transactions)
};

QJsonObject refundJson(const desk::RefundOutcome &outcome, const QString &transactionId)
{
    const auto &made = outcome.refund;
    const bool isGivenBack = made && made->status == checkout::RefundStatus::Succeeded;
    const bool isPending = outcome.end == RefundEnd::Accepted || (outcome.end == RefundEnd::NotKept && !isGivenBack);
    const QString known = isPending ? u"pending"_s : u"refunded"_s;
    const QString end = outcome.end == RefundEnd::Unknown ? u"outcome_unknown"_s : known;
    QJsonObject json{{u"outcome"_s, end},
                     {u"transaction_id"_s, transactionId},
                     {u"intent"_s, outcome.intentId},
                     {u"refund_id"_s, made ? orNull(made->id) : QJsonValue()},
                     {u"amount"_s, made ? minor(made->amount) : QJsonValue()},
                     {u"asked_amount"_s, minor(outcome.asked)},
                     {u"currency"_s, made ? code(made->amount) : QJsonValue()},
                     {u"status"_s, made ? orNull(made->rawStatus) : QJsonValue()}};
    if (outcome.end == RefundEnd::NotKept)
        json.insert(u"kept"_s, false);
    if (outcome.error)
        json.insert(u"error"_s, errorJson(*outcome.error).value(u"error"_s));
    return json;
}

QStringList candidateLines(const std::vector<checkout::Refund> &candidates)
{
    QStringList lines;
    for (const checkout::Refund &refund : candidates)
        lines << u"%1  %2  %3  %4"_s.arg(refund.id, written(refund.amount), refund.rawStatus,
                                         refund.at.toUTC().toString(Qt::ISODate));
    if (!lines.isEmpty())
        lines << RefundReportText::tr("If it is one of them, resolve it with --is and its ID.");
    return lines;
}

} // namespace

QString pendingText(const QString &amount, const QString &word, const QString &provider)
{
    return word.isEmpty() ? RefundReportText::tr("Asked for %1 back; %2 has not said yet that it gave it back.",
                                                 "an amount, provider")
                                .arg(amount, provider)
                          : RefundReportText::tr("Asked for %1 back; %2 says “%3”.", "an amount, provider, its word")
                                .arg(amount, provider, word);
}

QJsonArray listedRefundsJson(const std::vector<checkout::Refund> &refunds)
{
    QJsonArray json;
    for (const checkout::Refund &refund : refunds)
        json.append(QJsonObject{{u"id"_s, orNull(refund.id)},
                                {u"amount"_s, minor(refund.amount)},
                                {u"currency"_s, code(refund.amount)},
                                {u"status"_s, orNull(refund.rawStatus)},
                                {u"created_at"_s, moment(refund.at)}});
    return json;
}

bool canSendAgain(Context &context, const QString &intent)
{
    const auto outcome = QCoro::waitFor(desk::openOutcome(context.deskPointer(), intent));
    return outcome && outcome->has_value() &&
           std::ranges::any_of((*outcome)->offers, [](const desk::OutcomeOffer &offer) {
               return offer.action == desk::OutcomeAction::SendAgain && offer.whyNot.isEmpty();
           });
}

QString sendAgainHint(Context &context, const QString &account, const QString &intent)
{
    return RefundReportText::tr(
               "Send it again: the provider is asked first, and only what that leaves open is sent, under the same "
               "idempotency key: tilldeck-cli transaction resolve %1 %2 --send-again")
        .arg(intent, context.accountOptions(account));
}

Exit failUnrefunded(Context &context, const checkout::Error &why)
{
    const Exit end = context.fail(why);
    if (end == Exit::Unreachable)
        Context::note(RefundReportText::tr("Nothing was given back."));
    return end;
}

Exit reportRefund(Context &context, const desk::RefundOutcome &outcome, const accounts::Account &account,
                  const QString &transactionId)
{
    const QString options = context.accountOptions(account.name);
    if (outcome.end == RefundEnd::Rejected)
        return failUnrefunded(context, *outcome.error);
    if (outcome.error)
        Context::note(outcome.error->sentence);
    if (outcome.end == RefundEnd::Unknown) {
        QStringList lines{
            RefundReportText::tr("It is not known whether this was given back. Do not refund it again before you have "
                                 "looked: tilldeck-cli transaction resolve %1 %2")
                .arg(outcome.intentId, options)};
        const bool resends = canSendAgain(context, outcome.intentId);
        if (resends)
            lines << sendAgainHint(context, account.name, outcome.intentId);
        QJsonObject json = refundJson(outcome, transactionId);
        json.insert(u"can_send_again"_s, resends);
        json.insert(u"candidates"_s, listedRefundsJson(outcome.candidates));
        lines << candidateLines(outcome.candidates);
        context.print(json, joinedLines(lines), Answer::Made);
        return Exit::OutcomeUnknown;
    }
    if (outcome.end == RefundEnd::NotKept) {
        context.print(refundJson(outcome, transactionId),
                      RefundReportText::tr("It is listed as a refund of unknown outcome when Tilldeck starts next and "
                                           "can write. Look then: tilldeck-cli transaction resolve %1 %2")
                          .arg(outcome.intentId, options),
                      Answer::Made);
        return Exit::OutcomeUnknown;
    }
    const checkout::Refund &made = *outcome.refund;
    const bool isPending = outcome.end == RefundEnd::Accepted;
    QStringList lines{
        isPending
            ? pendingText(written(made.amount), made.rawStatus, context.desk().capabilities(account.id).providerName)
        : outcome.isFound
            ? RefundReportText::tr("%1 was given back. Nothing was sent now.", "an amount").arg(written(made.amount))
            : RefundReportText::tr("Gave %1 back.").arg(written(made.amount))};
    if (const QString other = desk::saidOtherwise(outcome, context.desk().capabilities(account.id).providerName);
        !other.isEmpty())
        lines << other;
    if (isPending && outcome.error)
        lines << RefundReportText::tr("Close it if it failed there; if it did not, the same amount could be paid twice "
                                      "then: tilldeck-cli transaction resolve %1 %2 --not-refunded")
                     .arg(outcome.intentId, options);
    lines << candidateLines(outcome.candidates);
    QJsonObject json = refundJson(outcome, transactionId);
    if (!outcome.candidates.empty())
        json.insert(u"candidates"_s, listedRefundsJson(outcome.candidates));
    context.print(json, lines.join(u'\n'), Answer::Made);
    return Exit::Done;
}

} // namespace tilldeck::cli
