// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/style/paint.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tilldeck::ui {

namespace {

struct BadgeFace
{
    const char *label;
    Icon glyph;
};

/// Holds the faces in the order of BadgeKind.
constexpr std::array<BadgeFace, badgeKinds> badgeFaces{{
    {QT_TRANSLATE_NOOP("Badge", "Open"), Icon::StatusOpen},
    {QT_TRANSLATE_NOOP("Badge", "Pending"), Icon::StatusPending},
    {QT_TRANSLATE_NOOP("Badge", "Completed"), Icon::StatusCompleted},
    {QT_TRANSLATE_NOOP("Badge", "Succeeded"), Icon::StatusCompleted},
    {QT_TRANSLATE_NOOP("Badge", "Expired"), Icon::StatusExpired},
    {QT_TRANSLATE_NOOP("Badge", "Failed"), Icon::StatusFailed},
    {QT_TRANSLATE_NOOP("Badge", "Outcome unknown"), Icon::StatusUnknown},
    {QT_TRANSLATE_NOOP("Badge", "Refunded"), Icon::StatusRefunded},
    {QT_TRANSLATE_NOOP("Badge", "Part refunded"), Icon::StatusPartRefunded},
    {QT_TRANSLATE_NOOP("Badge", "Refund asked for"), Icon::StatusRefundAsked},
    {QT_TRANSLATE_NOOP("Badge", "Refund unknown"), Icon::StatusUnknown},
    {QT_TRANSLATE_NOOP("Badge", "Refunding…"), Icon::StatusCreating},
    {QT_TRANSLATE_NOOP("Badge", "Draft"), Icon::StatusDraft},
    {QT_TRANSLATE_NOOP("Badge", "Creating…"), Icon::StatusCreating},
    {"", Icon::StatusUnrecognised},
}};

} // namespace

QString badgeText(BadgeKind kind)
{
    const char *label = badgeFaces[size_t(kind)].label;
    return *label ? QCoreApplication::translate("Badge", label) : QString();
}

Icon badgeGlyph(BadgeKind kind)
{
    return badgeFaces[size_t(kind)].glyph;
}

QSize badgeSize(BadgeKind kind, const QString &label)
{
    const QString shown = label.isEmpty() ? badgeText(kind) : label;
    const int text = QFontMetrics(ui::font(TextStyle::SecondaryStrong)).horizontalAdvance(shown);
    return {px(5 + 12 + 5 + 7) + text, px(20)};
}

void paintBadge(QPainter &painter, const QRect &rect, BadgeKind kind, const QString &label,
                Qt::LayoutDirection direction)
{
    const PainterGuard guard(painter);
    painter.setLayoutDirection(direction);
    const BadgeColors &colors = tokens().badge(kind);
    const QSize size = badgeSize(kind, label).boundedTo(QSize(rect.width(), px(20)));
    const auto mirrored = [&](const QRect &outer, QRect inner) {
        if (direction == Qt::RightToLeft)
            inner.moveRight(outer.right() - (inner.left() - outer.left()));
        return inner;
    };
    const QRect frame =
        mirrored(rect, QRect(QPoint(rect.left(), rect.top() + (rect.height() - size.height()) / 2), size));
    const Qt::PenStyle pen = colors.frame == BadgeFrame::Dashed   ? Qt::DashLine
                             : colors.frame == BadgeFrame::Dotted ? Qt::DotLine
                                                                  : Qt::SolidLine;
    if (colors.background.isValid() || colors.outline.isValid())
        paintBox(painter, frame, colors.background, colors.outline, 4, pen);
    const QRect glyph(frame.left() + px(5), frame.top() + px(4), px(12), px(12));
    paintIcon(painter, mirrored(frame, glyph), badgeGlyph(kind), colors.foreground);
    painter.setFont(ui::font(TextStyle::SecondaryStrong));
    painter.setPen(colors.foreground);
    const QRect text(frame.left() + px(22), frame.top(), frame.width() - px(22 + 6), frame.height());
    const QString shown = label.isEmpty() ? badgeText(kind) : label;
    const auto side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(mirrored(frame, text), int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(shown, Qt::ElideRight, std::max(0, text.width())));
}

Badge::Badge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Badge::Badge(BadgeKind kind, QWidget *parent)
    : Badge(parent)
{
    setStatus(kind);
}

void Badge::setStatus(BadgeKind kind, const QString &label, const QString &rawStatus)
{
    m_kind = kind;
    m_label = label.isEmpty() && kind == BadgeKind::Unrecognised ? rawStatus : label;
    setToolTip(rawStatus.isEmpty() ? QString() : tr("The provider says “%1”").arg(rawStatus));
    setAccessibleName(tr("Status: %1", "a badge").arg(this->label()));
    setAccessibleDescription(rawStatus);
    updateGeometry();
    update();
}

QString Badge::label() const
{
    return m_label.isEmpty() ? badgeText(m_kind) : m_label;
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_kind, label());
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_kind, label(), layoutDirection());
}

FigureTag::FigureTag(FigureSource source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSource(source);
}

namespace {

QString tagText(FigureSource source)
{
    switch (source) {
    case FigureSource::Quote:
        return FigureTag::tr("Quote");
    case FigureSource::Estimate:
        return FigureTag::tr("Estimate");
    case FigureSource::Reported:
        break;
    }
    return {};
}

} // namespace

void FigureTag::setSource(FigureSource source)
{
    m_source = source;
    setAccessibleName(tagText(source));
    setToolTip(source == FigureSource::Quote ? tr("Quoted by the provider. It can change.")
               : source == FigureSource::Estimate
                   ? tr("Rests on a rule of yours or on a code that is not confirmed yet.")
                   : QString());
    updateGeometry();
    update();
}

QSize FigureTag::sizeHint() const
{
    if (m_source == FigureSource::Reported)
        return {0, 0};
    return {QFontMetrics(ui::font(TextStyle::Code)).horizontalAdvance(tagText(m_source)) + px(10), px(15)};
}

void FigureTag::paintEvent(QPaintEvent *)
{
    if (m_source == FigureSource::Reported)
        return;
    QPainter painter(this);
    paintBox(painter, rect(), QColor(), color(Tone::Text3), 3,
             m_source == FigureSource::Estimate ? Qt::DashLine : Qt::SolidLine);
    painter.setFont(ui::font(TextStyle::Code));
    painter.setPen(color(Tone::Text2));
    painter.drawText(rect(), Qt::AlignCenter, tagText(m_source));
}

} // namespace tilldeck::ui

#include "moc_badge.cpp"
