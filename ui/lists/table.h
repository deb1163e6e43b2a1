// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a page: rows of one height, no grid, hover, keyboard, still grey lines while it loads for the first time.
#pragma once

#include <QTableView>
#include <QTimer>

namespace tilldeck::ui {

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
    /// Selects every row, also those of a paged model that are not read yet: they are read first. A key or a click ends
    /// the reading.
    void selectAll() override;
    int hoveredRow() const { return m_hoveredRow; }

signals:
    void emptyActionTriggered();
    /// Emitted on Enter or a double click on a row.
    void rowActivated(const QModelIndex &index);
    /// Emitted on Esc.
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
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
    bool m_selectsAll = false; ///< Whether all rows are to be selected once they are read.
};

} // namespace tilldeck::ui
