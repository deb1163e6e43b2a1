// SPDX-License-Identifier: GPL-3.0-or-later
// Status as glyph and label, and the tag that says where a figure comes from.
#pragma once

#include "ui/style/icon.h"
#include "ui/style/tokens.h"

#include <QWidget>

namespace tilldeck::ui {

/// Returns the usual label, translated: "Outcome unknown". Empty for Unrecognised, which shows the provider's own
/// label.
QString badgeText(BadgeKind kind);
Icon badgeGlyph(BadgeKind kind);

/// Returns the size of a badge: 20 px high, as wide as glyph and label.
QSize badgeSize(BadgeKind kind, const QString &label);

/// Paints the badge at the leading edge of @p rect, vertically centred; the label is elided if it does not fit.
void paintBadge(QPainter &painter, const QRect &rect, BadgeKind kind, const QString &label,
                Qt::LayoutDirection direction);

class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    explicit Badge(BadgeKind kind, QWidget *parent = nullptr);

    /// @p label replaces the usual label; @p rawStatus is the provider's own, for tooltip and accessible text.
    void setStatus(BadgeKind kind, const QString &label = {}, const QString &rawStatus = {});
    BadgeKind kind() const { return m_kind; }
    QString label() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeKind m_kind = BadgeKind::Open;
    QString m_label;
};

enum class FigureSource { Reported, Quote, Estimate };

/// Shows "Quote" in a solid frame, "Estimate" in a dashed one; nothing (and no width) for a reported figure.
class FigureTag : public QWidget
{
    Q_OBJECT

public:
    explicit FigureTag(FigureSource source, QWidget *parent = nullptr);

    void setSource(FigureSource source);
    FigureSource source() const { return m_source; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FigureSource m_source;
};

} // namespace tilldeck::ui
