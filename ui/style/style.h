// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace tilldeck::ui {

class FocusRing;

/// The colours, fonts and scale of a theme.
struct Look
{
    Tokens tokens;
    QString family;
    QString monoFamily;
    double scale = 1; ///< Factor of all lengths, from the system's font size.
};

/// Returns whether @p widget is an edit of several lines.
bool isTextEdit(const QWidget *widget);

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
    int px(int length) const;
    int controlHeight(const QWidget *widget) const;
    QColor frameColor(const QStyleOption *option, const QWidget *widget) const;

    // style_buttons.cpp
    QSize buttonSize(const QStyleOptionButton *option, const QWidget *widget) const;
    void drawButton(const QStyleOptionButton *option, QPainter &painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton *option, QPainter &painter, const QWidget *widget) const;
    void drawCheck(const QStyleOption *option, QPainter &painter, bool round) const;

    // style_fields.cpp
    void drawField(const QStyleOption *option, QPainter &painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox *option, QPainter &painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox *option, QPainter &painter, const QWidget *widget) const;
    QRect comboBoxRect(const QStyleOption *option, SubControl sub) const;
    QRect spinBoxRect(const QStyleOption *option, SubControl sub) const;

    // style_menus.cpp
    QSize menuItemSize(const QStyleOptionMenuItem *option, const QSize &size) const;
    void drawMenuItem(const QStyleOptionMenuItem *option, QPainter &painter) const;
    void drawMenuBarItem(const QStyleOptionMenuItem *option, QPainter &painter) const;

    // style_views.cpp
    void drawHeader(const QStyleOptionHeader *option, QPainter &painter, const QWidget *widget) const;
    void drawTab(const QStyleOptionTab *option, QPainter &painter) const;
    void drawProgress(const QStyleOptionProgressBar *option, QPainter &painter) const;
    void drawScrollBar(const QStyleOptionSlider *option, QPainter &painter) const;
    QRect scrollBarRect(const QStyleOptionSlider *option, SubControl sub) const;

    Look m_look;
    FocusRing *m_focusRing;
};

} // namespace tilldeck::ui
