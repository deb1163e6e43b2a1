// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/amount.h"

#include "money/format.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

/// Returns the width of the widest digit of the script that @p text is written in.
qreal digitCell(const QFontMetricsF &metrics, QStringView text)
{
    char16_t zero = u'0';
    for (const QChar c : text)
        if (c.isDigit()) {
            zero = char16_t(c.unicode() - c.digitValue());
            break;
        }
    qreal widest = 0;
    for (int digit = 0; digit < 10; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(char16_t(zero + digit))));
    return widest;
}

qreal slotWidth(CurrencySlot slot)
{
    return slot == CurrencySlot::Shown ? px(33) : 0;
}

} // namespace

std::optional<money::Money> amountOf(const QVariant &value)
{
    // Money has no default value, which QVariant::value() would need.
    if (value.metaType() != QMetaType::fromType<money::Money>())
        return {};
    return *static_cast<const money::Money *>(value.constData());
}

AmountParts amountParts(const money::Money &money, const QLocale &locale)
{
    const QString text = money::formatAmount(money, locale);
    const int decimals = money.currency().exponent();
    const auto fractionAt = decimals == 0 ? text.size() : text.size() - decimals - 1;
    return {text.left(fractionAt), text.mid(fractionAt), money.currency().code()};
}

qreal tabularWidth(QStringView text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitCell(metrics, text);
    qreal width = 0;
    for (const QChar c : text)
        width += c.isDigit() ? cell : metrics.horizontalAdvance(c);
    return width;
}

void paintTabular(QPainter &painter, qreal left, qreal baseline, QStringView text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal cell = digitCell(metrics, text);
    painter.setFont(font);
    const auto direction = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LeftToRight);
    for (const QChar c : text) {
        const qreal own = metrics.horizontalAdvance(c);
        const qreal advance = c.isDigit() ? cell : own;
        painter.drawText(QPointF(left + (advance - own) / 2, baseline), QString(c));
        left += advance;
    }
    painter.setLayoutDirection(direction);
}

AmountLayout layoutAmount(const AmountParts &parts, const QFont &font, qreal right, int fractionDigits,
                          CurrencySlot slot)
{
    const QFontMetricsF metrics(font);
    AmountLayout layout;
    const qreal figuresRight = right - slotWidth(slot);
    layout.codeLeft = figuresRight + px(6);
    const auto ownDigits = std::max<qsizetype>(parts.fraction.size() - 1, 0);
    const qreal room =
        fractionDigits == 0 && ownDigits == 0
            ? 0
            : metrics.horizontalAdvance(parts.fraction.isEmpty() ? QChar(u'.') : parts.fraction.front()) +
                  double(std::max<qsizetype>(fractionDigits, ownDigits)) * digitCell(metrics, parts.integer);
    layout.decimal = figuresRight - room;
    layout.fractionRight = layout.decimal + tabularWidth(parts.fraction, font);
    layout.integerLeft = layout.decimal - tabularWidth(parts.integer, font);
    layout.spoken = parts.integer + parts.fraction + u' ' + parts.code;
    return layout;
}

void paintAmount(QPainter &painter, const QRectF &rect, const AmountParts &parts, const QFont &font,
                 const QColor &figures, const QColor &code, int fractionDigits, CurrencySlot slot)
{
    const AmountLayout layout = layoutAmount(parts, font, rect.right(), fractionDigits, slot);
    const QFontMetricsF metrics(font);
    const qreal baseline = std::round(rect.top() + (rect.height() + metrics.capHeight()) / 2);
    painter.setPen(figures);
    paintTabular(painter, layout.integerLeft, baseline, parts.integer, font);
    paintTabular(painter, layout.decimal, baseline, parts.fraction, font);
    if (slot == CurrencySlot::Hidden)
        return;
    painter.setPen(code);
    painter.setFont(ui::font(TextStyle::Code));
    painter.drawText(QPointF(layout.codeLeft, baseline), parts.code);
}

AmountLabel::AmountLabel(Size size, CurrencySlot slot, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
    , m_slot(slot)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void AmountLabel::setAmount(const std::optional<money::Money> &amount)
{
    if (m_amount == amount)
        return;
    m_amount = amount;
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString AmountLabel::text() const
{
    if (!m_amount)
        return u"—"_s;
    return money::format(*m_amount, locale());
}

void AmountLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void AmountLabel::setStale(bool stale)
{
    m_stale = stale;
    update();
}

void AmountLabel::setFractionDigits(int digits)
{
    m_fractionDigits = digits;
    updateGeometry();
    update();
}

QFont AmountLabel::figureFont() const
{
    switch (m_size) {
    case Size::Main:
        return ui::font(TextStyle::Main);
    case Size::Total:
        return ui::font(TextStyle::Total);
    case Size::Body:
        break;
    }
    return ui::font(TextStyle::Body);
}

int AmountLabel::fractionDigits() const
{
    return m_fractionDigits >= 0 ? m_fractionDigits : m_amount ? m_amount->currency().exponent() : 0;
}

QSize AmountLabel::sizeHint() const
{
    const QFontMetricsF metrics(figureFont());
    const int height = px(m_size == Size::Main ? 28 : 18);
    if (!m_amount)
        return {int(std::ceil(metrics.horizontalAdvance(u"—"_s) + slotWidth(m_slot))), height};
    const auto layout = layoutAmount(amountParts(*m_amount, locale()), figureFont(), 0, fractionDigits(), m_slot);
    return {int(std::ceil(-layout.integerLeft)), height};
}

void AmountLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = m_stale ? color(Tone::Text3) : color(m_tone);
    if (!m_amount) {
        painter.setFont(figureFont());
        painter.setPen(color(Tone::Text3));
        painter.drawText(QRectF(rect()).adjusted(0, 0, -slotWidth(m_slot), 0), Qt::AlignRight | Qt::AlignVCenter,
                         u"—"_s);
        return;
    }
    paintAmount(painter, rect(), amountParts(*m_amount, locale()), figureFont(), ink, color(Tone::Text3),
                fractionDigits(), m_slot);
}

} // namespace tilldeck::ui

#include "moc_amount.cpp"
