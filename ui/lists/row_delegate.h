// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of a Table is painted: background by state, hairline below, accent bar on the current row.
#pragma once

#include "ui/style/theme.h"

#include <QStyledItemDelegate>

namespace tilldeck::ui {

/// Paints the row and, in it, Qt::DisplayRole with SecondaryTextRole, ToneRole and Qt::TextAlignmentRole.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(QObject *parent = nullptr, TextStyle style = TextStyle::Body, Tone tone = Tone::Text);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Paints the cell's content; the rectangle of @p option is the cell without its padding.
    virtual void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Returns the width of the content, without padding.
    virtual int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QFont textFont() const { return font(m_style); }
    QColor textColor(const QModelIndex &index) const;
    Tone tone() const { return m_tone; }

private:
    TextStyle m_style;
    Tone m_tone;
};

} // namespace tilldeck::ui
