// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/session_import.h"
#include "ui/lists/described_model.h"

#include <QPointer>

namespace tilldeck::ui {

/// What became of each row of an import.
class ImportRowModel : public DescribedModel
{
    Q_OBJECT

public:
    using Row = desk::SessionImport::Row;
    enum Columns { Line, Status, Amount, Reference, Session, Message, ColumnCount };
    enum class Filter { All, ToLookAt, NotSent, Created };

    explicit ImportRowModel(QObject *parent = nullptr);

    /// Shows the rows of @p import as they end, until others are shown.
    void follow(const desk::SessionImport *import);
    void show(std::vector<Row> rows);
    /// Takes over what is known by now of rows that were not over; what is known of the others stays.
    void update(const std::vector<Row> &rows);
    /// Says that rows of the import that is followed may have ended.
    void refresh();
    void setFilter(Filter filter);

    const std::vector<Row> &rows() const;
    const Row &row(int row) const;
    bool canSortBy(int /*column*/) const override { return false; } // as the rows stand in the file

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static std::vector<Column<Row>> describe();
    void choose();

    std::vector<Column<Row>> m_columns = describe();
    QPointer<const desk::SessionImport> m_followed;
    std::vector<Row> m_rows;
    std::vector<int> m_shown; ///< Where there is a filter.
    Filter m_filter = Filter::All;
};

/// Returns what a row is called by how it ended: "Created".
QString endText(const desk::SessionImport::Row &row);

} // namespace tilldeck::ui
