// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction_commands.h"

#include "desk/refund_amount.h"
#include "error_shapes.h"
#include "interruption.h"
#include "listing.h"
#include "refund_report.h"
#include "shape_parts.h"
#include "shapes.h"

#include "checkout/preview_remarks.h"
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/match_refund.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_transaction.h"
#include "desk/refund_decision.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "desk/refuse_keys.h"
#include "desk/resend_refund.h"
#include "ledger/left_to_refund.h"
#include "money/format.h"

#include <QCoreApplication>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct TransactionsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Transactions)
};

QString amountProblem(money::AmountProblem problem, const QString &text, money::Currency currency)
{
    const int decimals = currency.exponent();
    switch (problem) {
    case money::AmountProblem::TooManyDecimals: {
        const QString why =
            decimals == 0
                ? TransactionsText::tr("%1 has no decimals.").arg(currency.code())
                : TransactionsText::tr("%1 has %n decimal(s) at most.", nullptr, decimals).arg(currency.code());
        // A point or comma before three digits may have been meant to part the thousands.
        const auto meant = money::parseInOtherNotation(text, currency);
        const QString example = money::plainAmount(*money::parseAmount(u"12"_s, currency, QLocale::c()));
        return meant ? TransactionsText::tr("%1 If you mean %2, write %3.", "why, an amount, how it is written")
                           .arg(why, written(*meant), money::plainAmount(*meant))
                     : TransactionsText::tr("%1 Write %2, for example.", "why, an amount").arg(why, example);
    }
    case money::AmountProblem::OtherCurrency:
        return TransactionsText::tr("“%1” is in another currency than the payment, which was in %2.")
            .arg(text, currency.code());
    case money::AmountProblem::TooLarge:
        return TransactionsText::tr("“%1” is too large for an amount.").arg(text);
    case money::AmountProblem::Empty:
    case money::AmountProblem::NotANumber:
        break;
    }
    return TransactionsText::tr("“%1” is not an amount in %2.").arg(text, currency.code());
}

checkout::Result<money::Money> amountFrom(const RefundArguments &arguments, money::Money left)
{
    if (arguments.full)
        return left;
    const QString text = QString::fromStdString(arguments.amount);
    const auto read = money::parseArgument(text, left.currency(), QLocale());
    if (!read)
        return std::unexpected(Error(ErrorKind::InvalidInput, amountProblem(read.error(), text, left.currency())));
    if (read->other)
        return std::unexpected(Error(
            ErrorKind::InvalidInput,
            TransactionsText::tr("“%1” is %2 to some and %3 to others. Write it as one of these, with the currency.",
                                 "what was typed, two amounts")
                .arg(text, written(read->amount), written(read->other))));
    return read->amount;
}

/// Returns what has to be known of amounts in @p currency before money is given back; empty when there is nothing.
QString decimalsRemark(Context &context, const accounts::Account &account, money::Currency currency)
{
    return checkout::decimalsRemark(currency, context.desk().capabilities(account.id));
}

bool isConfirmed(money::Money amount, const QString &id)
{
    return Context::isAnswered(TransactionsText::tr("Give %1 of %2 back? Type \"yes\": ").arg(written(amount), id),
                               u"yes");
}

/// Returns whether the merchant gives the same amount back once more, knowing of @p same.
bool isMeantAgain(const Error &why, const ledger::Intent &same, const QString &id)
{
    const bool isMade = same.state == ledger::Intent::State::Confirmed;
    const QString risk =
        isMade ? TransactionsText::tr("%1 of %2 is paid twice then. Type “again” to send it: ", "an amount, payment")
               : TransactionsText::tr("If it was made, %1 of %2 is paid twice. Type “again” to send it: ");
    return Context::isAnswered(why.sentence + u'\n' + risk.arg(written(same.amount), id), u"again");
}

/// Says that nothing was sent because of an equal refund, and what can be done instead.
Exit printSameRefund(Context &context, const QString &account, const Error &why, const ledger::Intent &same)
{
    using State = ledger::Intent::State;
    const bool isMade = same.state == State::Confirmed;
    const bool isTaken = isMade || same.state == State::Accepted;
    const QString known = isMade ? u"refunded"_s : u"pending"_s;
    const QString unknown = same.failedByTotal ? u"failed"_s : u"outcome_unknown"_s;
    const bool resends = canSendAgain(context, same.id);
    const QJsonObject earlier{{u"intent"_s, same.id},
                              {u"state"_s, isTaken ? known : unknown},
                              {u"id"_s, orNull(same.sessionId)},
                              {u"sent_at"_s, same.openedAt.toUTC().toString(Qt::ISODate)},
                              {u"can_send_again"_s, resends}};
    const QString advice =
        isMade ? TransactionsText::tr("To give it back once more all the same, add --again.")
        : same.failedByTotal
            ? TransactionsText::tr("To give it back once more all the same, add --again. Look in the provider's own "
                                   "dashboard first.")
            : TransactionsText::tr("To give it back once more all the same, add --again. Find out first: "
                                   "tilldeck-cli transaction resolve %1 %2")
                  .arg(same.id, context.accountOptions(account));
    QJsonObject error = errorJson(why).value(u"error"_s).toObject();
    error.insert(u"kind"_s, u"repeated"_s);
    Context::note(why.sentence);
    if (resends)
        Context::note(sendAgainHint(context, account, same.id));
    Context::note(advice);
    context.print(QJsonObject{{u"error"_s, error}, {u"earlier"_s, earlier}},
                  TransactionsText::tr("Nothing was given back now."));
    return Exit::Repeated;
}

/// Says how to decide all the same.
void noteWithoutProof()
{
    Context::note(TransactionsText::tr("If you looked in the provider's own dashboard and are sure, add "
                                       "--without-proof. The same money may be paid twice then."));
}

/// Says why a decision about a refund was not taken, and how to take it all the same where that is the merchant's.
Exit failDecision(Context &context, const Error &why)
{
    const Exit end = context.fail(why);
    if (why.kind == ErrorKind::UnknownOutcome)
        noteWithoutProof();
    return end;
}

} // namespace

Exit transactionShow(Context &context, const std::string &id)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString wanted = QString::fromStdString(id);
        const auto row = waitForAnswer(desk::refreshTransaction(context.deskPointer(), account.id, wanted));
        if (!row)
            return context.fail(row.error());
        QJsonObject json = transactionJson(*row);
        QStringList lines{transactionLine(*row)};
        // A payment that cannot be given back has no such figure.
        const auto left = waitForAnswer(desk::refundableNow(context.deskPointer(), account.id, wanted));
        json.insert(u"refundable_amount"_s, left ? minor(left->left) : QJsonValue());
        if (left)
            lines << TransactionsText::tr("Can be given back: %1").arg(written(left->left));
        if (left && !left->remarks().isEmpty())
            lines << left->remarks();
        if (const QString remark = left ? decimalsRemark(context, account, left->left.currency()) : QString();
            !remark.isEmpty())
            lines << remark;
        // Null where the provider lists none: that is not the same as an empty list.
        json.insert(u"listed_refunds"_s,
                    row->transaction.refunds ? listedRefundsJson(*row->transaction.refunds) : QJsonValue());
        for (const checkout::Refund &refund :
             row->transaction.refunds.value_or(row->transaction.refundsInPart.readable))
            lines << TransactionsText::tr("The provider lists a refund of %1: %2, %3", "amount, its word, ID")
                         .arg(written(refund.amount), refund.rawStatus, refund.id);
        QJsonArray unread;
        for (const checkout::UnreadRow &entry : row->transaction.refundsInPart.unread) {
            unread.append(QJsonObject{{u"id"_s, orNull(entry.id)}, {u"unread"_s, entry.words}});
            lines << TransactionsText::tr("A refund of this payment could not be read: %1", "the provider's words")
                         .arg(entry.words);
        }
        json.insert(u"unread_refunds"_s, unread);
        using State = ledger::Intent::State;
        QJsonArray unknown, pending, failed;
        const QString provider = context.desk().capabilities(account.id).providerName;
        const auto refunds = context.desk().journal().refundsOf(account.id, wanted).result();
        for (const ledger::Intent &intent : refunds.value_or(std::vector<ledger::Intent>())) {
            const QJsonObject entry{{u"intent"_s, intent.id},
                                    {u"amount"_s, minor(intent.amount)},
                                    {u"reported_amount"_s, minor(intent.reported)}};
            const QString amount = desk::refundAmount(intent, [](const money::Money &money) { return written(money); });
            if (intent.state == State::Unknown) {
                unknown.append(entry);
                lines << TransactionsText::tr("Refund of %1, outcome unknown: %2").arg(amount, intent.id);
            } else if (intent.state == State::Accepted) {
                pending.append(entry);
                lines << pendingText(amount, intent.note, provider);
            } else if (intent.state == State::Failed) {
                QJsonObject end = entry;
                end.insert(u"by_total_alone"_s, intent.failedByTotal);
                failed.append(end);
                lines << (intent.failedByTotal
                              ? TransactionsText::tr("Refund of %1, counted no longer, which does not say that it "
                                                     "failed: %2")
                              : TransactionsText::tr("Refund of %1, not given back after all: %2"))
                             .arg(amount, intent.id);
            }
        }
        json.insert(u"unknown_refunds"_s, unknown);
        json.insert(u"pending_refunds"_s, pending);
        json.insert(u"failed_refunds"_s, failed);
        context.print(json, joinedLines(lines));
        return Exit::Done;
    });
}

Exit transactionRefund(Context &context, const RefundArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString id = QString::fromStdString(arguments.id);
        if (const auto refused = desk::refusedKeyIn(context.desk(), {QString::fromStdString(arguments.reason)}))
            return context.fail(*refused);
        // What the lists have shown: another payment under this ID is not given back.
        const auto listed = context.desk().ledger().transaction(account.id, id).result();
        const auto shown = listed && *listed ? std::optional((*listed)->transaction) : std::nullopt;
        const auto row = waitForAnswer(desk::refreshTransaction(context.deskPointer(), account.id, id, shown));
        if (!row)
            return failUnrefunded(context, row.error());
        const auto left = waitForAnswer(desk::refundableNow(context.deskPointer(), account.id, id));
        if (!left)
            return failUnrefunded(context, left.error());
        const auto amount = amountFrom(arguments, left->left);
        if (!amount)
            return context.fail(amount.error());
        // Before the merchant is asked about an amount of nothing, or of more than is left.
        if (const QString why = ledger::whyNotRefunded(*amount, left->left); !why.isEmpty())
            return context.fail(Error(ErrorKind::InvalidInput, QStringList{why, left->heldBack}.join(u' ').trimmed()));
        if (const QString remark = decimalsRemark(context, account, amount->currency()); !remark.isEmpty())
            Context::note(remark);
        if (!arguments.yes && !isConfirmed(*amount, id))
            return context.fail(Error(ErrorKind::Cancelled, TransactionsText::tr("Nothing was sent.")));
        using Repeat = ledger::Journal::Repeat;
        std::optional<Interruption> sending; // not while the merchant is asked
        const auto send = [&](Repeat repeat) {
            sending.emplace(interruptedRefund(context, account, id));
            return QCoro::waitFor(desk::refundPayment(context.deskPointer(), account.id, id, *amount,
                                                      QString::fromStdString(arguments.reason), repeat, shown));
        };
        auto outcome = send(arguments.again ? Repeat::Allow : Repeat::Refuse);
        if (outcome.same)
            sending.reset();
        if (outcome.same && (arguments.yes || !isMeantAgain(*outcome.error, *outcome.same, id)))
            return printSameRefund(context, account.name, *outcome.error, *outcome.same);
        if (outcome.same)
            outcome = send(Repeat::Allow);
        return reportRefund(context, outcome, account, id);
    });
}

Exit transactionResolveOutcome(Context &context, const ResolveArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const QString id = QString::fromStdString(arguments.intent);
        const QString entry = QString::fromStdString(arguments.chosen);
        for (const QString &given : {id, entry}) {
            if (const auto refused = desk::refusedKey(context.desk(), given, desk::AskedFor::Refund))
                return context.fail(*refused);
        }
        const auto intent = context.desk().journal().intentOf(account.id, ledger::Intent::Kind::Refund, id).result();
        if (!intent)
            return context.fail(intent.error());
        const QString before = desk::decidedBefore(intent->state);
        const desk::Unproven unproven = arguments.unproven ? desk::Unproven::Allow : desk::Unproven::Refuse;
        if (arguments.notCreated) {
            const auto abandoned = QCoro::waitFor(desk::abandonRefund(context.deskPointer(), account.id, id, unproven));
            if (!abandoned)
                return failDecision(context, abandoned.error());
            const QString noted = TransactionsText::tr("Noted as not given back. The amount can be refunded again.");
            context.print(QJsonObject{{u"outcome"_s, u"abandoned"_s}}, before.isEmpty() ? noted : before);
            return Exit::Done;
        }
        if (arguments.made) {
            const auto confirmed = QCoro::waitFor(desk::confirmRefund(context.deskPointer(), account.id, id, unproven));
            if (!confirmed)
                return failDecision(context, confirmed.error());
            const QString noted = TransactionsText::tr("Noted as given back. The amount is not offered again.");
            context.print(QJsonObject{{u"outcome"_s, u"refunded"_s}}, before.isEmpty() ? noted : before);
            return Exit::Done;
        }
        if (arguments.sendAgain) {
            const Interruption interruption(interruptedRefund(context, account, intent->transactionId));
            const auto sent = QCoro::waitFor(desk::resendRefund(context.deskPointer(), account.id, id));
            return sent ? reportRefund(context, *sent, account, intent->transactionId) : context.fail(sent.error());
        }
        auto outcome = entry.isEmpty()
                           ? QCoro::waitFor(desk::reconcileRefund(context.deskPointer(), account.id, id))
                           : QCoro::waitFor(desk::matchRefund(context.deskPointer(), account.id, id, entry, unproven));
        outcome.isFound = true;
        const Exit end = reportRefund(context, outcome, account, intent->transactionId);
        if (!entry.isEmpty() && !outcome.candidates.empty()) // one of another amount
            noteWithoutProof();
        // As with creations: a provider that could not be asked is told as that.
        const bool isAsked = !outcome.error || exitFor(*outcome.error) == Exit::Rejected;
        return end == Exit::OutcomeUnknown && !isAsked ? exitFor(*outcome.error) : end;
    });
}

} // namespace tilldeck::cli
