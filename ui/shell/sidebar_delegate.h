// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tilldeck::ui {

enum SidebarRole { PageRole = Qt::UserRole + 1, SavedViewRole, CountRole, IconRole, SectionRole };

/// Paints icon, title and count, or the title of a section; only the icon in the rail.
class SidebarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setRail(bool rail) { m_rail = rail; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_rail = false;
};

} // namespace tilldeck::ui
