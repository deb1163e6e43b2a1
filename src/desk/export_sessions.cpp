// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_sessions.h"

#include "checkout/draft_fields.h"
#include "desk/export_text.h"
#include "desk/follow_journal.h"

#include <utility>

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
    case SessionStatus::NotAsked:
        return notAskedText();
    case SessionStatus::Unrecognised:
        break;
    }
    return record.session.rawStatus;
}

} // namespace

std::vector<SessionTable::Column> SessionTable::columnsOf(const AccountNames &names, const Csv &csv,
                                                          const QDateTime &now)
{
    const auto text = [csv](auto value) {
        return [csv, value](const SessionRecord &record) { return csv.text(value(record)); };
    };
    std::vector<Column> columns{
        {csv.timeTitle(ExportText::tr("Created")), [csv](const auto &record) { return csv.time(record.createdAt); }},
        {ExportText::tr("Status"), text([now](const auto &record) { return sessionStatusText(record, now); })},
        {ExportText::tr("Amount"), [csv](const auto &record) { return csv.number(record.amount); }},
        {ExportText::tr("Currency"), [](const auto &record) { return Csv::currency(record.amount); }},
        {ExportText::tr("Provider"),
         text([names](const auto &record) { return names.provider.value(record.accountId); })},
        {ExportText::tr("Account"),
         text([names](const auto &record) { return names.account.value(record.accountId); })},
        {ExportText::tr("Customer"), text([](const auto &record) { return record.customerLabel; })},
        {ExportText::tr("Items"), text([](const auto &record) { return record.itemsLabel; })},
        {ExportText::tr("Discount"), text([](const auto &record) {
             return record.draft.promotionCode.isEmpty() ? record.draft.couponId : record.draft.promotionCode;
         })},
        {ExportText::tr("Reference"), text([](const auto &record) { return record.draft.reference; })},
        {csv.timeTitle(ExportText::tr("Expires")),
         [csv](const auto &record) { return csv.time(record.session.expiresAt); }},
        {ExportText::tr("Paid on tier"), [](const auto &record) { return Csv::tier(record.session.paidTier); }},
        {ExportText::tr("Session ID"), text([](const auto &record) { return record.session.id; })},
        {ExportText::tr("Transaction ID"), text([](const auto &record) { return record.session.transactionId; })},
    };
    for (const checkout::DraftField &field : checkout::localFields()) {
        const auto kept = [field](const SessionRecord &record) { return field.text.in(record.draft); };
        columns.push_back({field.label(), text(kept)});
    }
    return columns;
}

SessionTable::SessionTable(AccountNames names, const Csv &csv, const QDateTime &now, bool fields)
    : m_csv(csv)
    , m_columns(columnsOf(names, csv, now))
    , m_hasFields(fields)
{
}

void SessionTable::takeFields(const std::vector<SessionRecord> &records)
{
    for (const SessionRecord &record : records)
        m_fields.add(record.draft);
}

QByteArray SessionTable::head() const
{
    QList<QByteArray> cells;
    for (const Column &column : m_columns)
        cells << m_csv.text(column.title);
    return m_csv.start() + m_csv.line(cells + m_fields.titles(m_csv));
}

QByteArray SessionTable::lines(const std::vector<SessionRecord> &records) const
{
    QByteArray lines;
    QList<QByteArray> cells;
    for (const SessionRecord &record : records) {
        cells.clear();
        for (const Column &column : m_columns)
            cells << column.cell(record);
        lines += m_csv.line(cells + m_fields.cells(&record.draft, m_csv));
    }
    return lines;
}

QByteArray exportSessions(const std::vector<SessionRecord> &records, const AccountNames &names, const Csv &csv,
                          const QDateTime &now, bool fields)
{
    SessionTable table(names, csv, now, fields);
    if (fields)
        table.takeFields(records);
    return table.head() + table.lines(records);
}

} // namespace tilldeck::desk
