// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_row_model.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using End = desk::SessionImport::End;
using Row = desk::SessionImport::Row;

namespace {

BadgeKind badgeOfRow(const Row &row)
{
    switch (row.end) {
    case End::Created:
    case End::NotKept:
        return BadgeKind::Completed;
    case End::Earlier:
        return BadgeKind::Unrecognised;
    case End::Refused:
        return BadgeKind::Failed;
    case End::Unknown:
        return BadgeKind::OutcomeUnknown;
    case End::NotSent:
        break;
    }
    return row.isCancelled ? BadgeKind::Expired : BadgeKind::Draft;
}

bool isLetThrough(const Row &row, ImportRowModel::Filter filter)
{
    switch (filter) {
    case ImportRowModel::Filter::All:
        return true;
    case ImportRowModel::Filter::ToLookAt:
        return row.end == End::Refused || row.end == End::Earlier || row.end == End::Unknown || row.end == End::NotKept;
    case ImportRowModel::Filter::NotSent:
        return row.end == End::NotSent;
    case ImportRowModel::Filter::Created:
        break;
    }
    return row.end == End::Created || row.end == End::NotKept;
}

} // namespace

QString endText(const Row &row)
{
    switch (row.end) {
    case End::Created:
        return ImportRowModel::tr("Created");
    case End::NotKept:
        return ImportRowModel::tr("Created, not kept");
    case End::Earlier:
        return ImportRowModel::tr("Earlier charge");
    case End::Refused:
        return ImportRowModel::tr("Refused");
    case End::Unknown:
        return badgeText(BadgeKind::OutcomeUnknown);
    case End::NotSent:
        break;
    }
    return row.isCancelled ? ImportRowModel::tr("Cancelled") : ImportRowModel::tr("Not sent");
}

ImportRowModel::ImportRowModel(QObject *parent)
    : DescribedModel(parent)
{
    showColumns(m_columns, -1, Qt::AscendingOrder);
}

std::vector<Column<Row>> ImportRowModel::describe()
{
    std::vector<Column<Row>> columns(ColumnCount);
    Column<Row> &line = columns[Line];
    line.name = u"line"_s;
    line.title = [] { return tr("Line", "of a file"); };
    line.minimum = px(64);
    line.text = [](const Row &row) { return QLocale().toString(row.line); };

    Column<Row> &status = columns[Status];
    status.name = u"status"_s;
    status.title = [] { return tr("Status"); };
    status.kind = ColumnKind::Badge;
    status.minimum = px(150);
    status.text = endText;
    status.badge = [](const Row &row) { return std::optional(badgeOfRow(row)); };

    Column<Row> &amount = columns[Amount];
    amount.name = u"amount"_s;
    amount.title = [] { return tr("Amount"); };
    amount.kind = ColumnKind::Amount;
    amount.minimum = px(120);
    amount.text = [](const Row &) { return QString(); };
    amount.amount = [](const Row &row) { return row.record.amount; };

    Column<Row> &reference = columns[Reference];
    reference.name = u"reference"_s;
    reference.title = [] { return tr("Reference"); };
    reference.minimum = px(90);
    reference.hideOrder = 1;
    reference.share = 1;
    reference.text = [](const Row &row) { return row.reference; };

    Column<Row> &session = columns[Session];
    session.name = u"session"_s;
    session.title = [] { return tr("Session ID"); };
    session.kind = ColumnKind::Mono;
    session.minimum = px(130);
    session.share = 1;
    session.text = [](const Row &row) { return row.record.session.id; };

    Column<Row> &message = columns[Message];
    message.name = u"message"_s;
    message.title = [] { return tr("What happened"); };
    message.minimum = px(150);
    message.share = 2;
    message.text = [](const Row &row) { return row.note; };
    message.tooltip = [](const Row &row) { return row.note; };
    message.tone = [](const Row &row) { return row.end == End::Refused ? std::optional(Tone::Danger) : std::nullopt; };
    return columns;
}

const std::vector<Row> &ImportRowModel::rows() const
{
    return m_followed ? m_followed->rows() : m_rows;
}

const Row &ImportRowModel::row(int row) const
{
    const auto at = static_cast<size_t>(row);
    return rows().at(m_filter == Filter::All ? at : static_cast<size_t>(m_shown.at(at)));
}

void ImportRowModel::follow(const desk::SessionImport *import)
{
    beginResetModel();
    m_followed = import;
    m_rows.clear();
    m_filter = Filter::All;
    endResetModel();
}

void ImportRowModel::show(std::vector<Row> rows)
{
    beginResetModel();
    m_followed.clear();
    m_rows = std::move(rows);
    choose();
    endResetModel();
}

void ImportRowModel::update(const std::vector<Row> &rows)
{
    if (m_followed || rows.size() != m_rows.size())
        return;
    for (size_t i = 0; i < rows.size(); ++i) {
        // A token that no file has stands in the others.
        if (m_rows[i].end == End::Unknown || m_rows[i].end == End::NotSent)
            m_rows[i] = rows[i];
    }
    refresh();
}

void ImportRowModel::refresh()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ImportRowModel::setFilter(Filter filter)
{
    if (m_followed || filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void ImportRowModel::choose()
{
    m_shown.clear();
    for (size_t i = 0; i < m_rows.size() && m_filter != Filter::All; ++i) {
        if (isLetThrough(m_rows[i], m_filter))
            m_shown.push_back(static_cast<int>(i));
    }
}

int ImportRowModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filter == Filter::All ? rows().size() : m_shown.size());
}

QVariant ImportRowModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? m_columns.at(static_cast<size_t>(index.column())).data(row(index.row()), role)
               : QVariant();
}

} // namespace tilldeck::ui

#include "moc_import_row_model.cpp"
