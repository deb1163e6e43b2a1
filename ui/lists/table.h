// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a page: rows of one height, no grid, hover, keyboard, still grey lines while it loads for the first time.
#pragma once

#include <QTableView>
#include <QTimer>

namespace tilldeck::ui {

/// A table whose rows have one height, so that it needs no more time or memory for many rows than for few: QHeaderView
/// keeps eight bytes for each row, and walks over all of them at each change. Where rows stand is counted here instead,
/// and the vertical header has none.
class Table : public QTableView
{
    Q_OBJECT

public:
    explicit Table(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Sets what is shown in the middle while there are no rows: "No session matches." "2 filters are on." and a link
    /// "Clear filters".
    void setEmptyState(const QString &title, const QString &text = {}, const QString &action = {});
    /// While loading without rows, grey lines appear after 300 ms instead of the empty state.
    void setLoading(bool loading);
    bool showsSkeleton() const;
    /// Selects every row, and those that come later too, until something else is chosen.
    void selectAll() override;
    /// Returns whether all rows are meant, also those that are not read yet.
    bool isAllSelected() const { return m_isAllSelected; }
    int hoveredRow() const { return m_hoveredRow; }

    int rowHeight() const;
    int rowAt(int y) const; ///< Returns the row at @p y of the viewport; -1 for none.
    int rowViewportPosition(int row) const;
    /// Returns the first and the last row on screen; -1 for both while there is none.
    std::pair<int, int> rowsOnScreen() const;

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &at) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void emptyActionTriggered();
    /// Emitted on Enter or a double click on a row.
    void rowActivated(const QModelIndex &index);
    /// Emitted on Esc.
    void escaped();
    /// Emitted by a right click or the menu key, with the place on screen.
    void menuRequested(const QPoint &at);
    /// Emitted when other rows came on screen.
    void scrolled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    int sizeHintForColumn(int column) const override;

private:
    int rowTotal() const { return model() ? model()->rowCount() : 0; }
    int columnBeside(int column, int step) const;
    void paintRows(const QRect &dirty);
    void keepScrolled(int rows);
    void goOnSelectingAll();
    void setHoveredRow(int row);
    void updateRow(int row);
    void updateEmptyState();
    void paintSkeleton();

    class EmptyState *m_empty;
    QTimer m_skeletonDelay;
    int m_hoveredRow = -1;
    bool m_loading = false;
    bool m_saidPainted = false;
    bool m_isAllSelected = false;
    bool m_isModelChanging = false; ///< Rows are going: what is deselected was not deselected by anyone.
    bool m_isPlacing = false;       ///< The parts are being placed.
};

} // namespace tilldeck::ui
