// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_queries.h"

#include "ledger/columns.h"
#include "ledger/day_list.h"
#include "ledger/payment_rows.h"
#include "ledger/payment_sums.h"
#include "ledger/query_terms.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

QString orderOf(const TransactionOrder &order, const KnownStatuses &known)
{
    using By = TransactionOrder::By;
    switch (order.by) {
    case By::Created:
        return order.ascending ? u"created_at, key"_s : u"created_at DESC, key DESC"_s;
    case By::Customer:
        return orderedBy({u"customer_label COLLATE NOCASE"_s}, order.ascending);
    case By::Item:
        return orderedBy({u"items_label COLLATE NOCASE"_s}, order.ascending);
    case By::Status: {
        QStringList cases;
        for (const auto &[key, knownStatus] : known.others)
            cases << u"WHEN %1 THEN '%2'"_s.arg(key).arg(storedName(knownStatus));
        const QString status = cases.isEmpty() ? u"status"_s : u"CASE key %1 ELSE status END"_s.arg(cases.join(u' '));
        return orderedBy({status}, order.ascending);
    }
    case By::Amount:
        return orderedBy({u"currency"_s, u"amount"_s}, order.ascending);
    case By::Tier:
        return orderedBy({u"tier"_s}, order.ascending);
    }
    Q_UNREACHABLE();
}

/// Returns the list of @p filter where it is one by time whose counts are kept; nothing for others, whose rows are
/// looked at one by one.
std::optional<DayList> dayList(const TransactionFilter &filter, const ShownAccounts &shown, const KnownStatuses &known)
{
    if (!shown.isPlain() || !filter.text.trimmed().isEmpty() || filter.isRefundAsked || !filter.sessionId.isEmpty() ||
        !filter.currency.isEmpty() || filter.tier)
        return {};
    DayList list({u"payment"_s, u"status"_s, shown.ids()});
    list.between(filter.createdSince, filter.createdBefore);
    if (filter.status) {
        QStringList others;
        QStringList fitting;
        for (const auto &[key, knownStatus] : known.others)
            (knownStatus == *filter.status ? fitting : others) << QString::number(key);
        list.take({storedName(*filter.status)});
        list.leaveOut(others);
        if (!fitting.isEmpty())
            list.takeApart(u"key IN (%1)"_s.arg(fitting.join(u',')));
    }
    return list.isPossible() ? std::optional(std::move(list)) : std::nullopt;
}

} // namespace

RecordPage<TransactionRecord> paymentPage(const Connection &connection, const TransactionFilter &filter,
                                          const ShownAccounts &shown, const KnownStatuses &known, const PageKey &after,
                                          int limit)
{
    if (const auto list = dayList(filter, shown, known)) {
        const Where where = list->rowsAfter(after, limit + 1);
        return pageOf(paymentsWhere(connection, where.condition(), where.values), limit);
    }
    Where where = paymentTerms(connection, filter, shown, known);
    where.after(after);
    return pageOf(paymentsWhere(connection, where.newestFirst(limit), where.values), limit);
}

qint64 paymentCount(const Connection &connection, const TransactionFilter &filter, const ShownAccounts &shown,
                    const KnownStatuses &known)
{
    const auto list = dayList(filter, shown, known);
    return list ? list->count(connection)
                : countIn(connection, wholePayments(), paymentTerms(connection, filter, shown, known));
}

RowWindow<PaymentRow> paymentWindow(const Connection &connection, const TransactionFilter &filter,
                                    const ShownAccounts &shown, const KnownStatuses &known,
                                    const TransactionOrder &order, const RowRange &range)
{
    const auto list = dayList(filter, shown, known);
    if (list && order.by == TransactionOrder::By::Created)
        return list->window<PaymentRow>(connection, range, order.ascending, paymentRowsWhere);
    return windowOf<PaymentRow>(connection, paymentTerms(connection, filter, shown, known), orderOf(order, known),
                                range, paymentRowsWhere,
                                [&] { return paymentCount(connection, filter, shown, known); });
}

std::optional<qint64> paymentPosition(const Connection &connection, const TransactionFilter &filter,
                                      const ShownAccounts &shown, const KnownStatuses &known,
                                      const TransactionOrder &order, qint64 key)
{
    const auto list = dayList(filter, shown, known);
    if (list && order.by == TransactionOrder::By::Created)
        return list->positionOf(connection, key, order.ascending);
    return positionIn(connection, wholePayments(), paymentTerms(connection, filter, shown, known),
                      orderOf(order, known), key);
}

} // namespace tilldeck::ledger
