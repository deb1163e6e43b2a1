// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_sessions.h"

#include "checkout/draft_fields.h"
#include "desk/export_fields.h"
#include "desk/export_text.h"
#include "desk/follow_journal.h"

#include <functional>

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

struct SessionColumn
{
    QString title;
    std::function<QByteArray(const SessionRecord &)> cell;
};

std::vector<SessionColumn> sessionColumns(const AccountNames &names, const Csv &csv, const QDateTime &now)
{
    const auto text = [csv](auto value) {
        return [csv, value](const SessionRecord &record) { return csv.text(value(record)); };
    };
    std::vector<SessionColumn> columns{
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

} // namespace

QByteArray exportSessions(const std::vector<SessionRecord> &records, const AccountNames &names, const Csv &csv,
                          const QDateTime &now, bool fields)
{
    const std::vector<SessionColumn> columns = sessionColumns(names, csv, now);
    ExportFields named;
    if (fields) {
        for (const SessionRecord &record : records)
            named.add(record.draft);
    }
    QList<QByteArray> cells;
    for (const SessionColumn &column : columns)
        cells << csv.text(column.title);
    QByteArray file = csv.start() + csv.line(cells + named.titles(csv));
    for (const SessionRecord &record : records) {
        cells.clear();
        for (const SessionColumn &column : columns)
            cells << column.cell(record);
        file += csv.line(cells + named.cells(&record.draft, csv));
    }
    return file;
}

} // namespace tilldeck::desk
