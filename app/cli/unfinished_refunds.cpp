// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/refund_amount.h"
#include "listing.h"
#include "shape_parts.h"
#include "unfinished_commands.h"

#include "desk/account_of_intent.h"
#include "desk/needs_attention.h"
#include "desk/stored_sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using ledger::Intent;

namespace {

struct UnfinishedRefundsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Transactions)
};

/// Returns the refunds of an account that are not over, those of unknown outcome first.
checkout::Result<std::vector<Intent>> unfinishedRefunds(Context &context, const QString &accountId)
{
    std::vector<Intent> refunds;
    for (const Intent::State state : {Intent::State::Unknown, Intent::State::Failed, Intent::State::Accepted}) {
        const auto found = context.desk().journal().refundsIn(state).result();
        if (!found)
            return std::unexpected(found.error());
        std::ranges::copy_if(*found, std::back_inserter(refunds), [&](const Intent &intent) {
            const accounts::AccountStore &accounts = context.desk().accounts();
            return !desk::accountOfIntent(accounts, intent.accountId, QStringList(accountId)).isEmpty();
        });
    }
    return refunds;
}

QString refundStateName(Intent::State state)
{
    if (state == Intent::State::Unknown)
        return u"outcome_unknown"_s;
    return state == Intent::State::Failed ? u"failed"_s : u"pending"_s;
}

/// Returns what is known of a refund that is not over.
QString unfinishedLine(const Intent &refund)
{
    const QString amount = desk::refundAmount(refund, [](const money::Money &money) { return written(money); });
    const QString &id = refund.transactionId;
    if (refund.state == Intent::State::Unknown)
        return UnfinishedRefundsText::tr("%1 of %2: outcome unknown", "amount, payment").arg(amount, id);
    if (refund.state == Intent::State::Failed)
        return UnfinishedRefundsText::tr("%1 of %2: not given back after all", "amount, payment").arg(amount, id);
    return UnfinishedRefundsText::tr("%1 of %2: asked for, not yet given back", "amount, payment").arg(amount, id);
}

/// Says what is to be done about a refund that is not over; @p options name its account.
QString nextStep(const Intent &refund, const QString &options)
{
    const QString sentence = refund.state == Intent::State::Failed
                                 ? UnfinishedRefundsText::tr("Take note: tilldeck-cli transaction resolve %1 %2 "
                                                             "--not-refunded")
                                 : UnfinishedRefundsText::tr("Look it up: tilldeck-cli transaction resolve %1 %2");
    return sentence.arg(refund.id, options);
}

} // namespace

Exit transactionUnfinished(Context &context)
{
    if (!context.open())
        return Exit::Rejected;
    const auto account = namedAccount(context);
    if (!account)
        return context.fail(account.error());
    const auto refunds = unfinishedRefunds(context, account->id);
    if (!refunds)
        return context.fail(refunds.error());
    Listing listing;
    for (const Intent &refund : *refunds) {
        listing.add(
            {{u"intent"_s, refund.id},
             {u"state"_s, refundStateName(refund.state)},
             {u"transaction_id"_s, refund.transactionId},
             {u"refund_id"_s, orNull(refund.sessionId)},
             {u"amount"_s, minor(refund.amount)},
             {u"reported_amount"_s, minor(refund.reported)},
             {u"currency"_s, code(refund.amount)},
             {u"sent_at"_s, moment(refund.openedAt)},
             {u"note"_s,
              orNull(refund.state == Intent::State::Accepted ? refund.note : desk::inPresentLanguage(refund.note))}},
            unfinishedLine(refund));
        listing.lines << nextStep(refund, context.accountOptions(account->name));
    }
    listing.whyNotAll = desk::whyNotKnown(context.desk());
    return printListing(context, listing, UnfinishedRefundsText::tr("No refund is unfinished."));
}

} // namespace tilldeck::cli
