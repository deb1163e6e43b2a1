// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/empty_state.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace tilldeck::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new Label({}, TextStyle::Title))
    , m_text(new Label({}, TextStyle::Body, Tone::Text2))
    , m_action(new Button({}, ButtonKind::Normal))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(px(8));
    column->addStretch();
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    // Without an alignment of its own: the layout asks only then how high the wrapped text is.
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setTexts(const QString &title, const QString &text, const QString &action)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace tilldeck::ui

#include "moc_empty_state.cpp"
