// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_row_model.h"

#include "desk/import_result.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using End = desk::SessionImport::End;
using Row = desk::SessionImport::Row;

namespace {

/// How a row ended, in the words of desk::statusOfRow().
struct EndLook
{
    QLatin1StringView status;
    BadgeKind badge;
    const char *label;
};

constexpr std::array endLooks{
    EndLook{"created"_L1, BadgeKind::Completed, QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Created")},
    EndLook{"earlier"_L1, BadgeKind::Unrecognised, QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Earlier charge")},
    EndLook{"refused"_L1, BadgeKind::Failed, QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Refused")},
    EndLook{"outcome_unknown"_L1, BadgeKind::OutcomeUnknown,
            QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Outcome unknown")},
    EndLook{"not_sent"_L1, BadgeKind::Draft, QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Not sent")},
    EndLook{"cancelled"_L1, BadgeKind::Expired, QT_TRANSLATE_NOOP("tilldeck::ui::ImportRowModel", "Cancelled")},
};

const EndLook *lookOf(const Row &row)
{
    const auto *look = std::ranges::find(endLooks, desk::statusOfRow(row), &EndLook::status);
    return look == endLooks.end() ? nullptr : look;
}

bool isLetThrough(const Row &row, ImportRowModel::Filter filter)
{
    const QString status = desk::statusOfRow(row);
    switch (filter) {
    case ImportRowModel::Filter::All:
        return true;
    case ImportRowModel::Filter::ToLookAt:
        return status == "refused"_L1 || status == "outcome_unknown"_L1 || status == "earlier"_L1 ||
               (status == "created"_L1 && !row.note.isEmpty());
    case ImportRowModel::Filter::NotSent:
        return row.end == End::NotSent;
    case ImportRowModel::Filter::Created:
        break;
    }
    return status == "created"_L1;
}

} // namespace

QString endText(const Row &row)
{
    const EndLook *look = lookOf(row);
    return look ? ImportRowModel::tr(look->label) : desk::statusOfRow(row);
}

ImportRowModel::ImportRowModel(QObject *parent)
    : QAbstractTableModel(parent)
{
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
    status.badge = [](const Row &row) {
        const EndLook *look = lookOf(row);
        return std::optional(look ? look->badge : BadgeKind::Unrecognised);
    };

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

int ImportRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ImportRowModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid)
               ? m_columns.at(static_cast<size_t>(index.column())).data(row(index.row()), role)
               : QVariant();
}

QVariant ImportRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const Column<Row> &column = m_columns.at(static_cast<size_t>(section));
    if (role == Qt::TextAlignmentRole)
        return column.alignment();
    return role == Qt::DisplayRole ? QVariant(column.title()) : QVariant();
}

} // namespace tilldeck::ui

#include "moc_import_row_model.cpp"
