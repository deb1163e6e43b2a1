// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace tilldeck::ui {

/// The widget of one row of a model.
class RowWidget : public QWidget
{
    Q_OBJECT

public:
    explicit RowWidget(const QPersistentModelIndex &index, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_index(index)
    {
    }

    const QPersistentModelIndex &index() const { return m_index; }
    int row() const { return m_index.row(); }
    /// Reads everything from the model again.
    virtual void refresh() = 0;
    /// Returns the widget that gets the focus when the row is new or was moved.
    virtual QWidget *firstField() = 0;

private:
    QPersistentModelIndex m_index;
};

/// A column of RowWidgets that follows its model: rows come, go, move and are refreshed with it, and keep their focus.
class RowWidgets : public QWidget
{
    Q_OBJECT

public:
    using Make = std::function<RowWidget *(const QPersistentModelIndex &)>;

    RowWidgets(QAbstractItemModel *model, Make make, QWidget *parent = nullptr);

    int count() const { return int(m_rows.size()); }
    RowWidget *row(int row) const { return m_rows.value(row); }

signals:
    /// Emitted when rows were added, removed or moved.
    void arranged();

private:
    void fill();
    void insert(int first, int last);
    void remove(int first, int last);
    void refresh(int first, int last);
    void arrange();

    QAbstractItemModel *m_model;
    Make m_make;
    QVBoxLayout *m_layout;
    QList<RowWidget *> m_rows;
};

} // namespace tilldeck::ui
