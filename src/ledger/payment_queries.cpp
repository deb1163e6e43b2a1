// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/payment_queries.h"

#include "ledger/columns.h"
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

} // namespace

RecordPage<TransactionRecord> paymentPage(const Connection &connection, const TransactionFilter &filter,
                                          const ShownAccounts &shown, const KnownStatuses &known, const PageKey &after,
                                          int limit)
{
    Where where = paymentTerms(connection, filter, shown, known);
    where.after(after);
    return pageOf(paymentsWhere(connection, where.newestFirst(limit), where.values), limit);
}

qint64 paymentCount(const Connection &connection, const TransactionFilter &filter, const ShownAccounts &shown,
                    const KnownStatuses &known)
{
    return countIn(connection, wholePayments(), paymentTerms(connection, filter, shown, known));
}

RowWindow<TransactionRecord> paymentWindow(const Connection &connection, const TransactionFilter &filter,
                                           const ShownAccounts &shown, const KnownStatuses &known,
                                           const TransactionOrder &order, const RowRange &range)
{
    return windowOf<TransactionRecord>(connection, wholePayments(), paymentTerms(connection, filter, shown, known),
                                       orderOf(order, known), range, paymentsWhere);
}

std::optional<qint64> paymentPosition(const Connection &connection, const TransactionFilter &filter,
                                      const ShownAccounts &shown, const KnownStatuses &known,
                                      const TransactionOrder &order, qint64 key)
{
    return positionIn(connection, wholePayments(), paymentTerms(connection, filter, shown, known),
                      orderOf(order, known), key);
}

} // namespace tilldeck::ledger
