// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/style.h"

#include "ui/style/focus_ring.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           isTextEdit(widget);
}

} // namespace

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

Style::Style(Look look)
    : QProxyStyle(u"fusion"_s)
    , m_look(std::move(look))
    , m_focusRing(new FocusRing(this))
{
}

int Style::px(int length) const
{
    return int(std::lround(length * m_look.scale));
}

int Style::controlHeight(const QWidget *widget) const
{
    return px(widget && widget->property("dense").toBool() ? 26 : 28);
}

QPalette Style::palette() const
{
    const Tokens &t = m_look.tokens;
    QPalette p;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, t.window},
        {QPalette::WindowText, t.text},
        {QPalette::Base, t.base},
        {QPalette::AlternateBase, t.panel},
        {QPalette::Text, t.text},
        {QPalette::PlaceholderText, t.text3},
        {QPalette::Button, t.base},
        {QPalette::ButtonText, t.text},
        {QPalette::BrightText, t.onAccent},
        {QPalette::Highlight, t.accent},
        {QPalette::HighlightedText, t.onAccent},
        {QPalette::Link, t.link},
        {QPalette::LinkVisited, t.link},
        {QPalette::ToolTipBase, t.panel},
        {QPalette::ToolTipText, t.text},
        {QPalette::Light, t.base},
        {QPalette::Midlight, t.hover},
        {QPalette::Mid, t.lineStrong},
        {QPalette::Dark, t.control},
        {QPalette::Shadow, t.control},
    };
    for (const auto &[role, value] : roles)
        p.setColor(role, value);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, t.disabled);
    p.setColor(QPalette::Disabled, QPalette::Base, t.panel);
    return p;
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (isControl(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        m_focusRing->watch(widget);
    }
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Tooltips show names that providers and customers chose: nothing in them is markup.
    if (widget->inherits("QTipLabel"))
        static_cast<QLabel *>(widget)->setTextFormat(Qt::PlainText);
}

QColor Style::frameColor(const QStyleOption *option, const QWidget *widget) const
{
    const Tokens &t = m_look.tokens;
    if (widget && widget->property("error").toBool())
        return t.danger;
    if (widget && widget->property("attention").toBool())
        return t.badge(BadgeKind::Pending).outline;
    if (!option->state.testFlag(State_Enabled))
        return t.lineStrong;
    const auto *edit = qobject_cast<const QLineEdit *>(widget);
    return edit && edit->isReadOnly() ? t.lineStrong : t.control;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonSize(button, widget);
        break;
    case CT_LineEdit:
        return {size.width() + px(14), controlHeight(widget)};
    case CT_ComboBox:
    case CT_SpinBox:
        return {size.width() + px(9 + 28), controlHeight(widget)};
    case CT_ToolButton: {
        const QSize wide = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool hasText = button && !button->text.isEmpty() && button->toolButtonStyle != Qt::ToolButtonIconOnly;
        return {hasText ? size.width() + px(20) : std::max(controlHeight(widget), size.width()),
                std::max(controlHeight(widget), hasText ? 0 : std::min(wide.height(), controlHeight(widget)))};
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(item, size);
        break;
    case CT_MenuBarItem:
        return {size.width() + px(16), px(26)};
    case CT_MenuBar:
        return {size.width(), px(26)};
    case CT_HeaderSection: {
        const QSize section = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {section.width() + px(16), px(26)};
    }
    case CT_TabBarTab:
        return {size.width() + px(8), px(36)};
    case CT_ProgressBar:
        return {size.width(), px(4)};
    case CT_ItemViewItem: {
        const QSize item = QProxyStyle::sizeFromContents(type, option, size, widget);
        if (qobject_cast<const QListView *>(widget))
            return {item.width() + px(12), std::max(item.height(), px(28))};
        return item;
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *edit = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!edit || edit->lineWidth == 0)
            break;
        const bool error = widget && widget->property("error").toBool();
        const QRect contents = option->rect.adjusted(px(7), 1, -px(error ? 30 : 7), -1);
        return visualRect(option->direction, option->rect, contents);
    }
    case SE_FrameContents:
    case SE_ShapedFrameContents:
        break;
    case SE_TabBarTabText:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return comboBoxRect(option, sub);
    if (control == CC_SpinBox)
        return spinBoxRect(option, sub);
    if (control == CC_ScrollBar)
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarRect(bar, sub);
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_look.tokens;
    switch (element) {
    case PE_FrameFocusRect:
    case PE_FrameTabWidget:
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
    case PE_FrameMenu:
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *edit = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // Without a line it stands inside a combo or spin box, which paints the field.
        if (edit && edit->lineWidth > 0)
            drawField(option, *painter, widget);
        return;
    }
    case PE_Frame:
        if (isTextEdit(widget))
            paintBox(*painter, option->rect, option->state.testFlag(State_Enabled) ? t.base : t.panel,
                     frameColor(option, widget), controlRadius);
        else // a view would cover round corners
            paintBox(*painter, option->rect, QColor(), t.lineStrong,
                     qobject_cast<const QAbstractScrollArea *>(widget) ? 1 : groupRadius);
        return;
    case PE_IndicatorCheckBox:
        drawCheck(option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(option, *painter, true);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.window);
        paintBox(*painter, option->rect, t.window, t.control, groupRadius);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.panel);
        painter->setPen(t.control);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.base());
        return;
    case PE_FrameTabBarBase:
        paintLine(*painter, option->rect, Qt::BottomEdge, t.line);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return drawButton(button, *painter, widget);
        break;
    case CE_ComboBoxLabel:
        return; // painted with the box
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuItem(item, *painter);
        break;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
    case CE_MenuTearoff:
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuBarItem(item, *painter);
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_look.tokens.window);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeader(header, *painter, widget);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_look.tokens.panel);
        paintLine(*painter, option->rect, Qt::BottomEdge, m_look.tokens.line);
        return;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return drawTab(tab, *painter);
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return drawProgress(bar, *painter);
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, m_look.tokens.line);
        return;
    case CE_FocusFrame: {
        const PainterGuard guard(*painter);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_look.tokens.link, 2));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius + 2, controlRadius + 2);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawComboBox(combo, *painter, widget);
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return drawSpinBox(spin, *painter, widget);
        break;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            return drawToolButton(button, *painter, widget);
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(bar, *painter);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_LineEditClearButton)
        return icon(Icon::Close, Tone::Text2);
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

} // namespace tilldeck::ui

#include "moc_style.cpp"
