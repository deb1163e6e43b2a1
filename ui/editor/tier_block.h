// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "ui/forms/row_widgets.h"

namespace tilldeck::ui {

class Button;
class ChoiceField;
class DraftEditor;
class IconButton;
class Label;
class LineItemModel;
class LineRow;
struct ItemWidths;

/// Edits one tier: its route and its items.
class TierBlock : public RowWidget
{
    Q_OBJECT

public:
    TierBlock(DraftEditor *draft, const checkout::Capabilities &can, const QPersistentModelIndex &index,
              QWidget *parent = nullptr);

    void refresh() override;
    QWidget *firstField() override;
    /// Returns the line of the tier's name, which the gutter puts the number beside.
    QWidget *head() const { return m_head; }
    /// Returns the widths that the widest contents need.
    ItemWidths neededWidths() const;
    void setWidths(const ItemWidths &widths);
    void setPricesAsOf(const QString &asOf);
    void setProblems(const std::vector<checkout::Problem> &problems);
    QWidget *field(const checkout::Problem &problem) const;

signals:
    /// Emitted when rows of items were added, removed or moved.
    void arranged();
    /// Emitted when an item may need other widths.
    void itemsRefreshed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    RowWidget *makeItem(const QPersistentModelIndex &index);
    LineRow *itemAt(int row) const;
    void addItem();
    void goToNextItem();
    void moveTier(int by);
    void dragItem(LineRow *item, QPoint globalPosition);
    void openMenu();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    LineItemModel *m_model;
    QString m_asOf;
    QWidget *m_head;
    Label *m_name;
    Label *m_when;
    ChoiceField *m_route;
    IconButton *m_more;
    RowWidgets *m_items;
    Button *m_add;
    Label *m_problem;
};

/// Moves @p row of @p model by one place up (-1) or down (1); does nothing at the ends.
void moveRow(QAbstractItemModel *model, int row, int by);

} // namespace tilldeck::ui
