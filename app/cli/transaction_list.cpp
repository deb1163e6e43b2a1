// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and exports payments.
#include "listing.h"
#include "search.h"
#include "shapes.h"
#include "status_words.h"
#include "transaction_commands.h"
#include "typed_times.h"

#include "checkout/tidy_draft.h"
#include "desk/account_of_intent.h"
#include "desk/export_rows.h"
#include "desk/needs_attention.h"
#include "ledger/search_words.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
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
    if (const auto currency = currencyFrom(arguments.currency))
        filter.currency = currency->code();
    filter.createdSince = range->since;
    filter.createdBefore = range->before;
    return filter;
}

/// Takes --search into @p filter and @p status. Returns whether they leave anything of @p account.
checkout::Result<bool> narrowBySearch(Context &context, ledger::TransactionFilter &filter,
                                      const TransactionArguments &arguments, std::string &status,
                                      const accounts::Account &account)
{
    const auto search =
        searchFrom(context, arguments.search, transactionStatusWords(), status, *zoneFrom(arguments.zone));
    if (!search)
        return std::unexpected(search.error());
    filter.accountIds = QStringList{account.id};
    return narrow(filter, *search, account.id);
}

/// Returns whether @p filter lets a refund through, by what is known of it.
bool isListed(const accounts::AccountStore &accounts, const ledger::TransactionFilter &filter,
              const ledger::Intent &refund)
{
    return !desk::accountOfIntent(accounts, refund.accountId, filter.accountIds).isEmpty() &&
           (!filter.createdSince.isValid() || refund.openedAt >= filter.createdSince) &&
           (!filter.createdBefore.isValid() || refund.openedAt < filter.createdBefore) &&
           ledger::holdsWords(refund.id + u' ' + refund.transactionId, filter.text) &&
           hasWantedAmount(refund.amount, filter);
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
    return list(context, arguments.refresh, TransactionListText::tr("No transaction matches."),
                &desk::UnreadRows::payments,
                [&](const accounts::Account &account, Listing &listing) -> std::optional<Error> {
                    std::string status = arguments.status;
                    const auto isPossible = narrowBySearch(context, *filter, arguments, status, account);
                    if (!isPossible)
                        return isPossible.error();
                    if (!*isPossible)
                        return {};
                    if (isOfUnknownOutcomes(status))
                        listing.whyNotAll = desk::whyNotKnown(context.desk());
                    return addRows(context, *filter, status, arguments.limit, listing);
                });
}

namespace {

/// Returns the sentence of a file that cannot be written, with %1 for the system's words.
QString notWritten(const QString &path)
{
    return TransactionListText::tr("%1 could not be written: %2.", "path, the system's words").arg(path, u"%1"_s);
}

desk::ExportTarget standardOutput(Context &context)
{
    desk::ExportTarget target;
    target.write = [&context](const QByteArray &bytes) -> checkout::Result<void> {
        context.print(bytes);
        if (!context.isPrinting())
            return std::unexpected(Error(ErrorKind::Storage, QString()));
        return {};
    };
    target.finish = [] { return checkout::Result<void>(); };
    return target;
}

/// Returns what says every few seconds how far an export of @p filter is.
desk::ExportProgress progress(Context &context, const ledger::TransactionFilter &filter)
{
    constexpr qint64 quietMs = 5'000;
    QElapsedTimer since;
    since.start();
    auto counting = context.desk().ledger().countTransactions(filter);
    return [since, counting, said = qint64(0)](qint64 rows) mutable {
        const qint64 passed = since.elapsed();
        if (passed - said < quietMs)
            return;
        said = passed;
        const bool isCounted = counting.isFinished() && counting.resultCount() > 0;
        const qint64 total = isCounted ? counting.result().value_or(0) : 0;
        Context::note(desk::exportProgress(rows, total, std::chrono::milliseconds(passed)));
    };
}

} // namespace

Exit transactionExport(Context &context, const TransactionArguments &arguments)
{
    auto filter = filterFrom(arguments, QDateTime::currentDateTimeUtc());
    if (!filter)
        return context.fail(filter.error());
    const auto write = [&](const accounts::Account &account, const Refresh &refresh) {
        const auto &[code, unread] = refresh;
        std::string status = arguments.status;
        const auto isPossible = narrowBySearch(context, *filter, arguments, status, account);
        if (!isPossible)
            return context.fail(isPossible.error());
        auto rows = rowsOfStatus(*filter, status);
        if (!*isPossible)
            rows.given.emplace();
        if (code != Exit::Done && !arguments.out.empty()) {
            const auto loaded = transactionsOfStatus(context, *filter, status, 1);
            if (loaded && loaded->empty()) {
                Context::note(TransactionListText::tr("Nothing was loaded, so %1 was not written.", "path")
                                  .arg(QString::fromStdString(arguments.out)));
                return code;
            }
        }
        auto extras = QCoro::waitFor(
            desk::readPaymentExtras(context.deskPointer(), filter->accountIds, arguments.refunds, arguments.fields));
        if (!extras)
            return context.fail(extras.error());
        const desk::Csv form(arguments.reader == "excel" ? desk::CsvReader::Excel : desk::CsvReader::Programs,
                             *zoneFrom(arguments.zone));
        const QString path = QString::fromStdString(arguments.out);
        const auto target = path.isEmpty() ? checkout::Result<desk::ExportTarget>(standardOutput(context))
                                           : desk::ExportTarget::file(path, notWritten(path));
        if (!target)
            return context.fail(target.error());
        desk::PaymentTable table(desk::transactionColumns(), desk::namesOf({account}), form, std::move(*extras));
        const auto run = std::make_shared<desk::ExportRun>();
        run->onProgress = progress(context, *filter);
        const auto written = QCoro::waitFor(
            desk::exportPayments(context.deskPointer(), std::move(rows), std::move(table), *target, run));
        if (!written && !context.isPrinting())
            return code; // what became of the output has been said
        if (!written)
            return context.fail(written.error());
        if (!path.isEmpty())
            context.print(
                QJsonObject{{u"file"_s, path}, {u"rows"_s, *written}, {u"unread"_s, qint64(unread.payments.size())}},
                TransactionListText::tr("Wrote %n payment(s) to %1.", nullptr, static_cast<int>(*written)).arg(path));
        return code;
    };
    if (arguments.refresh)
        return withAccount(context,
                           [&](const auto &account) { return write(account, refreshed(context, account.id)); });
    const auto account = accountWithoutKey(context);
    if (!account)
        return account.error();
    noteAge(context, *account);
    return write(*account, Refresh());
}

} // namespace tilldeck::cli
