// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/desk_lists.h"

#include "desk/needs_attention.h"

#include <QCoroTask>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

bool isUnknown(const JournalRow &row)
{
    // The rows of a file that wait for their turn are listed as the import that they are of.
    return row.state == "unknown"_L1 || (row.state == "planned"_L1 && row.kind != "create"_L1);
}

bool isFailedRefund(const JournalRow &row)
{
    return row.kind == "refund"_L1 && row.state == "failed"_L1;
}

QStringList missingInLists(desk::Desk &desk, const QString &accountId, const QList<JournalRow> &journal)
{
    const auto attention = QCoro::waitFor(desk::needsAttention(&desk, QStringList(accountId), ledger::SessionCounts()));
    if (!attention)
        return {u"what needs attention cannot be listed"_s};
    QSet<QString> listed;
    for (const desk::OpenOutcome &outcome : attention->unknown)
        listed << outcome.intent.id;
    for (const desk::UnsettledWrite &write : attention->unsettledWrites)
        listed << write.id();
    for (const ledger::Intent &refund : attention->failedRefunds)
        listed << refund.id;
    const QSet<QString> unsettled =
        idsOf(journal, [](const JournalRow &row) { return isUnknown(row) || isFailedRefund(row); });
    QStringList wrong;
    for (const QString &id : unsettled - listed)
        wrong << u"%1 is not settled, and is not listed as that"_s.arg(id);
    for (const QString &id : listed - unsettled)
        wrong << u"%1 is settled, and is listed as if it were not"_s.arg(id);
    return wrong;
}

} // namespace tilldeck::faults
