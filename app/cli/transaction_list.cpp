// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and exports payments.
#include "listing.h"
#include "shapes.h"
#include "status_words.h"
#include "transaction_commands.h"
#include "typed_times.h"

#include "checkout/tidy_draft.h"
#include "desk/account_of_intent.h"
#include "desk/export_transactions.h"
#include "desk/needs_attention.h"
#include "files/write_export.h"

#include <QCoreApplication>
#include <QCoroTask>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <utility>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct TransactionListText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Transactions)
};

} // namespace

std::optional<money::Currency> currencyFrom(const std::string &typed)
{
    return money::Currency::fromCode(checkout::plainCode(QString::fromStdString(typed)));
}

namespace {

checkout::Result<ledger::TransactionFilter> filterFrom(const TransactionArguments &arguments, const QDateTime &now)
{
    const auto zone = zoneFrom(arguments.zone);
    if (!zone)
        return std::unexpected(zone.error());
    const auto range = rangeFrom(arguments.since, arguments.before, *zone, now);
    if (!range)
        return std::unexpected(range.error());
    ledger::TransactionFilter filter;
    filter.text = QString::fromStdString(arguments.search);
    if (const auto currency = currencyFrom(arguments.currency))
        filter.currency = currency->code();
    filter.createdSince = range->since;
    filter.createdBefore = range->before;
    return filter;
}

/// Returns whether @p filter lets a refund through, by what is known of it.
bool isListed(const accounts::AccountStore &accounts, const ledger::TransactionFilter &filter,
              const ledger::Intent &refund)
{
    const QString text = filter.text.trimmed();
    const QString currency = refund.amount ? refund.amount->currency().code() : QString();
    return !desk::accountOfIntent(accounts, refund.accountId, filter.accountIds).isEmpty() &&
           (filter.currency.isEmpty() || currency.compare(filter.currency, Qt::CaseInsensitive) == 0) &&
           (!filter.createdSince.isValid() || refund.openedAt >= filter.createdSince) &&
           (!filter.createdBefore.isValid() || refund.openedAt < filter.createdBefore) &&
           (refund.id + u' ' + refund.transactionId).contains(text, Qt::CaseInsensitive);
}

/// Returns the refunds of unknown outcome that @p filter lets through, newest first.
checkout::Result<std::vector<ledger::Intent>> unknownRefunds(Context &context, const ledger::TransactionFilter &filter)
{
    auto refunds = context.desk().journal().refundsIn(ledger::Intent::State::Unknown).result();
    if (refunds) {
        const accounts::AccountStore &accounts = context.desk().accounts();
        std::erase_if(*refunds, [&](const ledger::Intent &refund) { return !isListed(accounts, filter, refund); });
        std::ranges::reverse(*refunds);
    }
    return refunds;
}

/// Adds the refunds of unknown outcome and the payments of the status, newest first, @p limit of them.
std::optional<Error> addRows(Context &context, const ledger::TransactionFilter &filter, const std::string &status,
                             int limit, Listing &listing)
{
    // One more than is shown says whether that is all.
    const auto payments = transactionsOfStatus(context, filter, status, qsizetype(limit) + 1);
    if (!payments)
        return payments.error();
    checkout::Result<std::vector<ledger::Intent>> refunds;
    if (isOfUnknownOutcomes(status))
        refunds = unknownRefunds(context, filter);
    if (!refunds)
        return refunds.error();
    auto refund = refunds->begin();
    auto payment = payments->begin();
    while (refund != refunds->end() || payment != payments->end()) {
        if (std::cmp_equal(listing.lines.size(), limit)) {
            noteLimit(limit);
            break;
        }
        const bool isRefund = payment == payments->end() ||
                              (refund != refunds->end() && refund->openedAt >= payment->transaction.createdAt);
        if (isRefund) {
            listing.add(unknownRefundJson(*refund), unknownRefundLine(*refund));
            ++refund;
        } else {
            listing.add(transactionJson(*payment), transactionLine(*payment));
            ++payment;
        }
    }
    return std::nullopt;
}

} // namespace

Exit transactionList(Context &context, const TransactionArguments &arguments)
{
    auto filter = filterFrom(arguments, QDateTime::currentDateTimeUtc());
    if (!filter)
        return context.fail(filter.error());
    return list(context, TransactionListText::tr("No transaction matches."), &desk::UnreadRows::payments,
                [&](const accounts::Account &account, Listing &listing) {
                    filter->accountIds = QStringList{account.id};
                    if (isOfUnknownOutcomes(arguments.status))
                        listing.whyNotAll = desk::whyNotKnown(context.desk());
                    return addRows(context, *filter, arguments.status, arguments.limit, listing);
                });
}

Exit transactionExport(Context &context, const TransactionArguments &arguments)
{
    auto filter = filterFrom(arguments, QDateTime::currentDateTimeUtc());
    if (!filter)
        return context.fail(filter.error());
    return withAccount(context, [&](const accounts::Account &account) {
        const auto [code, unread] = refreshed(context, account.id);
        filter->accountIds = QStringList{account.id};
        const auto rows =
            transactionsOfStatus(context, *filter, arguments.status, std::numeric_limits<qsizetype>::max());
        if (!rows)
            return context.fail(rows.error());
        const auto extras = QCoro::waitFor(
            desk::readPaymentExtras(context.deskPointer(), filter->accountIds, arguments.refunds, arguments.fields));
        if (!extras)
            return context.fail(extras.error());
        const desk::Csv form(arguments.reader == "excel" ? desk::CsvReader::Excel : desk::CsvReader::Programs,
                             *zoneFrom(arguments.zone));
        if (rows->empty() && code != Exit::Done && !arguments.out.empty()) {
            Context::note(TransactionListText::tr("Nothing was loaded, so %1 was not written.", "path")
                              .arg(QString::fromStdString(arguments.out)));
            return code;
        }
        const QByteArray csv =
            desk::exportTransactions(*rows, desk::transactionColumns(), desk::namesOf({account}), form, *extras);
        if (arguments.out.empty()) {
            context.print(csv);
            return code;
        }
        const QString path = QString::fromStdString(arguments.out);
        if (const auto saved = files::writeExport(path, csv); !saved)
            return context.fail(Error(
                ErrorKind::Storage, TransactionListText::tr("%1 could not be written: %2.", "path, the system's words")
                                        .arg(path, saved.error())));
        context.print(
            QJsonObject{
                {u"file"_s, path}, {u"rows"_s, qint64(rows->size())}, {u"unread"_s, qint64(unread.payments.size())}},
            TransactionListText::tr("Wrote %n payment(s) to %1.", nullptr, static_cast<int>(rows->size())).arg(path));
        return code;
    });
}

} // namespace tilldeck::cli
