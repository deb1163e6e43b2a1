// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/provider_row.h"

#include "ui/shell/account_switcher.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/widgets/button.h"

#include <QStyle>

namespace tilldeck::ui {

ProviderRow::ProviderRow(const QString &name, const QString &needs, QWidget *parent)
    : QAbstractButton(parent)
    , m_needs(needs)
{
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(needs);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProviderRow::setAvailable(bool available, const QString &text)
{
    setEnabled(available);
    m_needs = text;
    setAccessibleDescription(text);
    setToolTip(available ? QString() : text);
    update();
}

QSize ProviderRow::sizeHint() const
{
    return {px(300), px(54)};
}

void ProviderRow::keyPressEvent(QKeyEvent *event)
{
    if (!pressByReturn(this, event))
        QAbstractButton::keyPressEvent(event);
}

void ProviderRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Tokens &t = tokens();
    const bool enabled = isEnabled();
    paintBox(painter, rect(), enabled && underMouse() ? t.hover : QColor(), enabled ? t.control : t.line, groupRadius);
    paintAvatar(painter, mirrored(*this, QRect(px(12), (height() - px(30)) / 2, px(30), px(30))), initials(text()));
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const int room = width() - px(54 + 40);
    painter.setFont(ui::font(TextStyle::Name));
    painter.setPen(enabled ? t.text : t.text3);
    painter.drawText(mirrored(*this, QRect(px(54), px(9), room, px(18))), side, text());
    painter.setFont(ui::font(TextStyle::Secondary));
    painter.setPen(enabled ? t.text2 : t.text3);
    painter.drawText(mirrored(*this, QRect(px(54), px(27), room, px(18))), side,
                     painter.fontMetrics().elidedText(m_needs, Qt::ElideRight, room));
    if (enabled)
        paintIcon(painter, mirrored(*this, QRect(width() - px(30), (height() - px(16)) / 2, px(16), px(16))),
                  Icon::ChevronRight, t.text);
}

} // namespace tilldeck::ui

#include "moc_provider_row.cpp"
