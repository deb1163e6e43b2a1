// SPDX-License-Identifier: GPL-3.0-or-later
// Tabular figures: each digit in a cell as wide as the widest one, amounts lined up on the decimal sign. Always left to
// right.
#pragma once

#include "money/money.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QRectF>
#include <QVariant>
#include <QWidget>

#include <optional>

class QFontMetricsF;
class QPainter;

namespace tilldeck::ui {

enum class CurrencySlot { Shown, Hidden };

/// "−1,176" + ".00" + "GBP"; the fraction holds its decimal sign and is empty for XOF.
struct AmountParts
{
    QString integer;
    QString fraction;
    QString code;
};

/// Returns the Money in @p value (AmountRole), or nothing.
std::optional<money::Money> amountOf(const QVariant &value);

AmountParts amountParts(const money::Money &money, const QLocale &locale);

/// The x positions of an amount in a cell.
struct AmountLayout
{
    qreal integerLeft; ///< Left edge of the first digit or the minus.
    qreal decimal;     ///< Where integer ends and fraction begins: the same for all rows of a column.
    qreal fractionRight;
    qreal codeLeft; ///< The code is aligned left in its slot.
    QString spoken; ///< "1,176.00 GBP" as one text.
};

/// Lays out an amount in a cell that ends at @p right; @p fractionDigits is the most decimals of the column.
AmountLayout layoutAmount(const AmountParts &parts, const QFont &font, qreal right, int fractionDigits,
                          CurrencySlot slot);
void paintAmount(QPainter &painter, const QRectF &rect, const AmountParts &parts, const QFont &font,
                 const QColor &figures, const QColor &code, int fractionDigits, CurrencySlot slot);

qreal tabularWidth(QStringView text, const QFont &font);
/// Paints @p text from @p left on @p baseline with the painter's pen.
void paintTabular(QPainter &painter, qreal left, qreal baseline, QStringView text, const QFont &font);

/// Shows one amount, "248.00 EUR" with a small code, or a dash. A stale one is painted in the hint colour.
class AmountLabel : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Main, Body, Total };

    explicit AmountLabel(Size size = Size::Body, CurrencySlot slot = CurrencySlot::Shown, QWidget *parent = nullptr);

    void setAmount(const std::optional<money::Money> &amount);
    std::optional<money::Money> amount() const { return m_amount; }
    /// Returns "248.00 EUR", as a screen reader says it.
    QString text() const;
    void setTone(Tone tone);
    void setStale(bool stale);
    bool isStale() const { return m_stale; }
    /// Leaves room for @p digits decimals, so that amounts below each other align; -1 for the amount's own.
    void setFractionDigits(int digits);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont figureFont() const;
    int fractionDigits() const;

    Size m_size;
    CurrencySlot m_slot;
    std::optional<money::Money> m_amount;
    Tone m_tone = Tone::Text;
    bool m_stale = false;
    int m_fractionDigits = -1;
};

} // namespace tilldeck::ui
