// SPDX-License-Identifier: GPL-3.0-or-later
// Status as glyph and word, and the tag that says where a figure comes from.
#pragma once

#include "ui/style/icon.h"
#include "ui/style/tokens.h"

#include <QWidget>

namespace tilldeck::ui {

/// Returns the usual word, translated: "Outcome unknown". Empty for Unrecognised, which shows the provider's own word.
QString badgeWord(BadgeKind kind);
Icon badgeGlyph(BadgeKind kind);

/// Returns the size of a badge: 20 px high, as wide as glyph and word.
QSize badgeSize(BadgeKind kind, const QString &word);

/// Paints the badge at the leading edge of @p rect, vertically centred; the word is elided if it does not fit.
void paintBadge(QPainter &painter, const QRect &rect, BadgeKind kind, const QString &word,
                Qt::LayoutDirection direction);

class Badge : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    explicit Badge(BadgeKind kind, QWidget *parent = nullptr);

    /// @p word replaces the usual word; @p providerWord is the provider's own, for tooltip and accessible text.
    void setStatus(BadgeKind kind, const QString &word = {}, const QString &providerWord = {});
    BadgeKind kind() const { return m_kind; }
    QString word() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeKind m_kind = BadgeKind::Open;
    QString m_word;
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
