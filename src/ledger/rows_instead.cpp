// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/rows_instead.h"

#include "ledger/columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

/// Returns whether the id can stand in a statement as it is; those of intents are hexadecimal.
bool isPlain(const QString &id)
{
    return !id.isEmpty() &&
           std::ranges::all_of(id, [](QChar letter) { return letter.unicode() < 128 && letter.isLetterOrNumber(); });
}

QString wordFor(const std::optional<SessionRecord> &row, qint64 now)
{
    if (!row)
        return u"hidden"_s;
    if (row->state != SessionRecord::State::Known)
        return storedName(row->state);
    const bool isOver = row->session.status == checkout::SessionStatus::Open && row->session.expiresAt.isValid() &&
                        row->session.expiresAt.toMSecsSinceEpoch() <= now;
    return isOver ? u"expired"_s : storedName(row->session.status);
}

} // namespace

void RowsInstead::show(const QString &intentId, std::optional<SessionRecord> row)
{
    if (isPlain(intentId))
        m_rows[intentId] = std::move(row);
}

QString RowsInstead::effective(const QString &stored, qint64 now) const
{
    if (m_rows.isEmpty())
        return stored;
    QString cases;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        cases += u" WHEN '%1' THEN '%2'"_s.arg(row.key(), wordFor(row.value(), now));
    return u"CASE intent_id%1 ELSE %2 END"_s.arg(cases, stored);
}

QString RowsInstead::isShown() const
{
    QStringList hidden;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        if (!row.value())
            hidden << u"'%1'"_s.arg(row.key());
    }
    return hidden.isEmpty() ? QString() : u"coalesce(intent_id, '') NOT IN (%1)"_s.arg(hidden.join(u", "_s));
}

} // namespace tilldeck::ledger
