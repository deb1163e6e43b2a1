// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/field_frame.h"

#include "ui/style/paint.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace tilldeck::ui {

namespace {

/// A button in the frame, behind a hairline.
class FrameButton : public IconButton
{
public:
    using IconButton::IconButton;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        IconButton::paintEvent(event);
        QPainter painter(this);
        paintLine(painter, rect(), layoutDirection() == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge, tokens().line);
    }
};

} // namespace

FieldFrame::FieldFrame(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->addSpacing(px(8));
    m_layout->addSpacing(px(8)); // on both sides: URLs and tokens begin at the left in any layout
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FieldFrame::setContent(QWidget *content)
{
    m_layout->insertWidget(1, content, 1);
}

QToolButton *FieldFrame::addButton(Icon icon, const QString &name)
{
    auto *button = new FrameButton(icon, name);
    button->setFixedSize(px(30), px(26));
    m_layout->addWidget(button);
    return button;
}

QSize FieldFrame::sizeHint() const
{
    return {QFrame::sizeHint().width(), px(28)};
}

void FieldFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const QColor border = property("error").toBool()       ? t.danger
                          : property("attention").toBool() ? t.badge(BadgeKind::Pending).outline
                                                           : t.lineStrong;
    paintBox(painter, rect(), t.base, border, controlRadius);
}

} // namespace tilldeck::ui

#include "moc_field_frame.cpp"
