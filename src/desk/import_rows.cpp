// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_rows.h"

#include "desk/repair_creations.h"
#include "desk/stored_sentence.h"
#include "desk/while_open.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using ledger::Intent;
using RowEnd = PlannedEnd::End;

namespace {

struct ImportRowsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::SessionImport)
};

SessionImport::Row importedRow(const Intent &intent)
{
    SessionImport::Row row;
    row.intentId = intent.id;
    row.line = intent.sourceLine;
    row.reference = intent.draft.reference;
    row.note = inPresentLanguage(intent.note);
    switch (intent.state) {
    case Intent::State::Planned:
        break;
    case Intent::State::Confirmed:
        row.end = intent.remark == Intent::Remark::Earlier ? RowEnd::Earlier : RowEnd::Created;
        if (row.end == RowEnd::Earlier)
            row.note = noteOfEarlier(row.note, intent.sessionId);
        break;
    case Intent::State::Open:
    case Intent::State::Unknown:
        row.end = RowEnd::Unknown;
        break;
    default:
        row.isCancelled = intent.remark == Intent::Remark::Left;
        row.end = row.isCancelled ? RowEnd::NotSent : RowEnd::Refused;
        break;
    }
    return row;
}

} // namespace

http::Task<checkout::Result<std::vector<SessionImport::Row>>> importRows(QPointer<Desk> desk,
                                                                         std::vector<Intent> intents)
{
    std::vector<SessionImport::Row> rows;
    rows.reserve(intents.size());
    for (const Intent &intent : intents) {
        rows.push_back(importedRow(intent));
        if (rows.back().end != RowEnd::Created && rows.back().end != RowEnd::Unknown)
            continue;
        const auto listed = co_await whileOpen(desk, desk->ledger().sessionByIntent(intent.id));
        if (!listed)
            co_return std::unexpected(listed.error());
        rows.back().record = *listed ? **listed : rowFor(intent, ledger::SessionRecord());
    }
    co_return std::vector<SessionImport::Row>(std::move(rows));
}

http::Task<checkout::Result<std::vector<SessionImport::Row>>> rowsOfImport(QPointer<Desk> desk, QString accountId,
                                                                           QString batchId)
{
    const auto intents = co_await whileOpen(desk, desk->journal().rowsOfImport(accountId, batchId));
    if (!intents)
        co_return std::unexpected(intents.error());
    auto rows = co_await importRows(desk, *intents);
    co_return std::move(rows);
}

http::Task<checkout::Result<int>> cancelImport(QPointer<Desk> desk, QString accountId, QString batchId)
{
    const QString note = ImportRowsText::tr("Not sent: the merchant left the rest.");
    auto cancelled = co_await desk->journal().cancelImport(accountId, batchId, note);
    co_return cancelled;
}

QString importSentence(const ledger::ImportBatch &batch)
{
    QStringList parts{
        ImportRowsText::tr("%L1 of %L2 were created", "first part of a sentence").arg(batch.made).arg(batch.all)};
    if (batch.earlier > 0)
        parts << ImportRowsText::tr("%Ln have the reference of an earlier charge", "part of a sentence", batch.earlier);
    if (batch.refused > 0)
        parts << ImportRowsText::tr("%Ln were refused", "part of a sentence", batch.refused);
    if (batch.unknown > 0)
        parts << ImportRowsText::tr("%Ln have an unknown outcome", "part of a sentence", batch.unknown);
    if (batch.abandoned > 0)
        parts << ImportRowsText::tr("%Ln were closed as not created", "part of a sentence", batch.abandoned);
    if (batch.cancelled > 0)
        parts << ImportRowsText::tr("%Ln were cancelled", "part of a sentence", batch.cancelled);
    if (batch.notSent > 0)
        parts << ImportRowsText::tr("%Ln were not sent", "part of a sentence", batch.notSent);
    return ImportRowsText::tr("%1.", "a sentence without its end").arg(parts.join(u", "_s));
}

} // namespace tilldeck::desk
