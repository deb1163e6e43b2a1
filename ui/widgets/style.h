// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QProxyStyle>

namespace tilldeck::ui {

/// What a theme consists of, once chosen.
struct Look
{
    Tokens tokens;
    QString family;
    QString monoFamily;
    double scale = 1; ///< of all sizes, from the system font size
};

/// Paints every control from one Look. Dynamic properties that it reads: "buttonKind" (button.h), "error" and
/// "attention" (bool, coloured frames), "hint" (shortcut inside a button), "dense" (bool, 26 px controls of tier rows).
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(Look look);

    const Look &look() const { return m_look; }
    QPalette palette() const;

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;

private:
    Look m_look;
};

} // namespace tilldeck::ui
