// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/filter_text.h"

#include "ledger/asked_refunds.h"
#include "money/format.h"
#include "ui/style/paint.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace tilldeck::ui {

using checkout::TransactionStatus;
using ledger::CurrencyTotal;

namespace {

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::FilterText)
};

bool wasPaid(TransactionStatus status)
{
    return status == TransactionStatus::Succeeded || status == TransactionStatus::Refunded ||
           status == TransactionStatus::PartlyRefunded;
}

qint64 refundedMinor(const ledger::TransactionRecord &record)
{
    const checkout::Transaction &transaction = record.transaction;
    const auto known = ledger::knownGivenBack(record);
    if (known)
        return known->currency() == transaction.amount.currency() ? known->minorUnits() : 0;
    // Providers may report a full refund without an amount.
    return transaction.status == TransactionStatus::Refunded ? transaction.amount.minorUnits() : 0;
}

} // namespace

QString amountText(const money::Money &amount)
{
    return isolated(money::format(amount, QLocale()));
}

std::optional<money::Money> afterFee(const checkout::Transaction &transaction)
{
    const bool known = transaction.fees && transaction.fees->fee && wasPaid(transaction.status);
    return known ? transaction.amount.minus(*transaction.fees->fee) : std::nullopt;
}

std::optional<money::Money> afterFee(const ledger::PaymentRow &row)
{
    return row.fee && wasPaid(row.status) ? row.amount.minus(*row.fee) : std::nullopt;
}

std::vector<CurrencyTotal> totalsOf(const std::vector<ledger::TransactionRecord> &records)
{
    std::map<QString, CurrencyTotal> byCode;
    for (const ledger::TransactionRecord &record : records) {
        const checkout::Transaction &transaction = record.transaction;
        const money::Currency currency = transaction.amount.currency();
        CurrencyTotal &total = byCode.try_emplace(currency.code(), currency).first->second;
        const auto add = [&total](qint64 amount, qint64 &sum) {
            total.isTooLarge = __builtin_add_overflow(sum, amount, &sum) || total.isTooLarge;
        };
        ++total.payments;
        add(refundedMinor(record), total.refunded);
        add(record.asked ? record.asked->amount.minorUnits() : 0, total.asked);
        add(record.asked ? record.asked->unknown.minorUnits() : 0, total.unknown);
        add(record.asked ? record.asked->underWay.minorUnits() : 0, total.underWay);
        if (!wasPaid(transaction.status))
            continue;
        ++total.succeeded;
        total.withoutRefunds += transaction.status == TransactionStatus::Succeeded && !transaction.refunded ? 1 : 0;
        add(transaction.amount.minorUnits(), total.paid);
        if (const auto net = afterFee(transaction)) {
            ++total.withFee;
            add(net->minorUnits(), total.net);
        }
    }
    std::vector<CurrencyTotal> totals;
    totals.reserve(byCode.size());
    for (const auto &[code, total] : byCode)
        totals.push_back(total);
    return totals;
}

TotalsText totalsText(const std::vector<CurrencyTotal> &totals)
{
    qint64 payments = 0, succeeded = 0, withFee = 0, untold = 0;
    QStringList paid, net, refunded, asked, underWay, unsure;
    for (const CurrencyTotal &total : totals) {
        payments += total.payments;
        succeeded += total.succeeded;
        if (total.isTooLarge) {
            withFee += total.succeeded; // nothing is said of its fees
            paid += FilterText::tr("%1: too much to add up", "currency").arg(total.currency.code());
            continue;
        }
        untold += total.withoutRefunds;
        if (total.succeeded > 0)
            paid += amountText(money::Money(total.paid, total.currency));
        withFee += total.withFee;
        if (total.withFee > 0)
            net += amountText(money::Money(total.net, total.currency));
        if (total.refunded > 0)
            refunded += amountText(money::Money(total.refunded, total.currency));
        if (total.asked > 0)
            asked += amountText(money::Money(total.asked, total.currency));
        if (total.underWay > 0)
            underWay += amountText(money::Money(total.underWay, total.currency));
        if (total.unknown > 0)
            unsure += amountText(money::Money(total.unknown, total.currency));
    }
    TotalsText text;
    const QString all = payments == 1 ? FilterText::tr("1 payment")
                                      : FilterText::tr("%Ln payments", nullptr, static_cast<int>(payments));
    text.count =
        payments == succeeded
            ? all
            : FilterText::tr("%1, %2 paid", "payments, how many of them").arg(all, QLocale().toString(succeeded));
    const QString comma = FilterText::tr(", ", "between amounts");
    const auto withRefunds = [&](QString sums) {
        if (!refunded.isEmpty())
            sums = FilterText::tr("%1 · refunded %2", "sums of amounts").arg(sums, refunded.join(comma));
        if (untold > 0)
            sums =
                FilterText::tr("%1 · refunds of %Ln payment(s) not known", "sums of amounts", static_cast<int>(untold))
                    .arg(sums);
        if (!asked.isEmpty())
            sums = FilterText::tr("%1 · refund asked for %2", "sums of amounts").arg(sums, asked.join(comma));
        if (!underWay.isEmpty())
            sums = FilterText::tr("%1 · refund under way %2", "sums of amounts").arg(sums, underWay.join(comma));
        if (!unsure.isEmpty())
            sums = FilterText::tr("%1 · refund of unknown outcome %2", "sums of amounts").arg(sums, unsure.join(comma));
        return sums;
    };
    QString sums = paid.join(comma);
    const int unknown = static_cast<int>(succeeded - withFee);
    if (!net.isEmpty() && unknown == 0)
        sums = FilterText::tr("%1 · after fees %2", "sums of amounts").arg(sums, net.join(comma));
    else if (!net.isEmpty())
        sums = (unknown == 1 ? FilterText::tr("%1 · after fees %2, without 1 payment whose fee is not known")
                             : FilterText::tr("%1 · after fees %2, without %Ln payments whose fee is not known",
                                              "sums of amounts", unknown))
                   .arg(sums, net.join(comma));
    text.sums = withRefunds(sums);
    return text;
}

std::vector<TotalsColumn> totalsColumns(const std::vector<CurrencyTotal> &totals, bool isBrief)
{
    std::vector<TotalsColumn> columns;
    for (const CurrencyTotal &total : totals) {
        if (total.isTooLarge) {
            columns.push_back({FilterText::tr("%1: too much to add up", "currency").arg(total.currency.code()), {}});
            continue;
        }
        if (std::ranges::all_of(std::array{total.succeeded, total.refunded, total.asked, total.underWay, total.unknown},
                                [](qint64 figure) { return figure == 0; }))
            continue;
        // The currency stands above.
        const auto figure = [&total](qint64 minor) {
            return money::formatAmount(money::Money(minor, total.currency), QLocale());
        };
        TotalsColumn column{amountText(money::Money(total.paid, total.currency)), {}};
        const int unknown = static_cast<int>(total.succeeded - total.withFee);
        if (!isBrief && total.withFee > 0) {
            const QString net = FilterText::tr("%1 after fees", "an amount").arg(figure(total.net));
            column.lines << (unknown == 0 ? net
                                          : FilterText::tr("%1, known for %2 of %3", "an amount after fees, payments")
                                                .arg(net, QLocale().toString(total.withFee),
                                                     QLocale().toString(total.succeeded)));
        }
        if (total.refunded > 0)
            column.lines << FilterText::tr("%1 refunded", "an amount").arg(figure(total.refunded));
        if (total.asked > 0)
            column.lines << FilterText::tr("%1 refund asked for", "an amount").arg(figure(total.asked));
        if (total.underWay > 0)
            column.lines << FilterText::tr("%1 refund under way", "an amount").arg(figure(total.underWay));
        if (total.unknown > 0)
            column.lines << FilterText::tr("%1 refund of unknown outcome", "an amount").arg(figure(total.unknown));
        if (total.withoutRefunds > 0)
            column.lines << FilterText::tr("Refunds of %Ln payment(s) not known", nullptr,
                                           static_cast<int>(total.withoutRefunds));
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace tilldeck::ui
