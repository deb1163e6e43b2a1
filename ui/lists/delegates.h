// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of the lists. Roles are those of roles.h.
#pragma once

#include "ui/lists/row_delegate.h"
#include "ui/widgets/amount.h"

#include <QDateTime>

#include <functional>

namespace tilldeck::ui {

class ShownTimer;

/// Paints BadgeKindRole with the display text as its word.
class BadgeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Paints AmountRole, aligned on the decimal sign over the whole column.
class AmountDelegate : public RowDelegate
{
    Q_OBJECT
    Q_PROPERTY(int headerInset READ headerInset CONSTANT)

public:
    explicit AmountDelegate(QObject *parent = nullptr, CurrencySlot slot = CurrencySlot::Shown,
                            TextStyle style = TextStyle::Body, Tone tone = Tone::Text);

    /// Returns the pixels between the right edge of the header's text and that of the cell.
    int headerInset() const;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    CurrencySlot m_slot;
};

/// Paints the display text, elided, then the mark of the tier that was charged, never elided.
class ItemsDelegate : public RowDelegate
{
    Q_OBJECT

public:
    struct Layout
    {
        QString text;
        QRect textRect;
        QRect markRect; ///< Empty without a mark.
    };

    explicit ItemsDelegate(QObject *parent = nullptr);

    /// Returns where the text and the mark of @p tier are painted in @p rect.
    static Layout layout(const QRect &rect, const QFont &font, const QString &text, int tier,
                         Qt::LayoutDirection direction);

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Paints ExpiresAtRole as "9 h 41 min", amber below one hour; the tooltip is the absolute time. Cells of its view are
/// painted again when their text changes, and only those.
class TimeLeftDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using Clock = std::function<QDateTime()>;

    explicit TimeLeftDelegate(QAbstractItemView *view, Clock clock = &QDateTime::currentDateTimeUtc);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    /// Emitted when the text of a row in sight is another one by now, or its time is over.
    void timePassed();

private:
    void repaintChanged();

    QAbstractItemView *m_view;
    Clock m_clock;
    ShownTimer *m_change; ///< Fires when the text of a painted cell changes.
    QDateTime m_lookedAt; ///< Cells were painted then, or later.
};

} // namespace tilldeck::ui
