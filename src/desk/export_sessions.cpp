// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_sessions.h"

#include "checkout/draft_fields.h"
#include "desk/csv.h"
#include "desk/export_text.h"

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::SessionStatus;
using ledger::SessionRecord;

namespace {

/// Returns @p status, with the provider's own name of it where that says something else.
QString withOddName(const QString &status, const checkout::Session &session)
{
    const QString odd = checkout::oddStatusName(session);
    return odd.isEmpty() ? status : u"%1 (%2)"_s.arg(status, odd);
}

QString sessionStatusText(const SessionRecord &record, const QDateTime &now)
{
    if (record.state == SessionRecord::State::Creating)
        return ExportText::tr("Creating");
    if (record.state == SessionRecord::State::OutcomeUnknown)
        return ExportText::tr("Outcome unknown");
    switch (checkout::statusAt(record.session, now)) {
    case SessionStatus::Open:
        return ExportText::tr("Open");
    case SessionStatus::Completed:
        return withOddName(ExportText::tr("Completed"), record.session);
    case SessionStatus::Expired:
        return withOddName(ExportText::tr("Expired"), record.session);
    case SessionStatus::Failed:
        return withOddName(ExportText::tr("Failed"), record.session);
    case SessionStatus::Unrecognised:
        break;
    }
    return record.session.rawStatus;
}

/// Returns a cell for each field that is kept on this computer only.
template <class Text> QList<QByteArray> localCells(Text text)
{
    QList<QByteArray> cells;
    for (const checkout::DraftField &field : checkout::localFields())
        cells << csvCell(text(field));
    return cells;
}

} // namespace

QByteArray exportSessions(const std::vector<SessionRecord> &records, const AccountNames &names, const QTimeZone &zone,
                          const QDateTime &now)
{
    QByteArray csv = csvLine(
        QList<QByteArray>{
            csvCell(csvTimeTitle(ExportText::tr("Created"), zone)), csvCell(ExportText::tr("Status")),
            csvCell(ExportText::tr("Amount")), csvCell(ExportText::tr("Currency")), csvCell(ExportText::tr("Provider")),
            csvCell(ExportText::tr("Account")), csvCell(ExportText::tr("Customer")), csvCell(ExportText::tr("Items")),
            csvCell(ExportText::tr("Discount")), csvCell(ExportText::tr("Reference")),
            csvCell(csvTimeTitle(ExportText::tr("Expires"), zone)), csvCell(ExportText::tr("Paid on tier")),
            csvCell(ExportText::tr("Session ID")), csvCell(ExportText::tr("Transaction ID"))} +
        localCells([](const checkout::DraftField &field) { return field.label(); }));
    for (const SessionRecord &record : records) {
        const checkout::SessionDraft &draft = record.draft;
        csv += csvLine(QList<QByteArray>{csvTime(record.createdAt, zone), csvCell(sessionStatusText(record, now)),
                                         csvNumber(record.amount), csvCurrency(record.amount),
                                         csvCell(names.provider.value(record.accountId)),
                                         csvCell(names.account.value(record.accountId)), csvCell(record.customerLabel),
                                         csvCell(record.itemsLabel),
                                         csvCell(draft.promotionCode.isEmpty() ? draft.couponId : draft.promotionCode),
                                         csvCell(draft.reference), csvTime(record.session.expiresAt, zone),
                                         csvTier(record.session.paidTier), csvCell(record.session.id),
                                         csvCell(record.session.transactionId)} +
                       localCells([&draft](const checkout::DraftField &field) { return field.text.in(draft); }));
    }
    return csv;
}

} // namespace tilldeck::desk
