// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class Label;
class Button;

/// Fills the middle of a page without content: a title, a sentence, a link.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text, const QString &action);

signals:
    void actionTriggered();

private:
    Label *m_title;
    Label *m_text;
    Button *m_action;
};

} // namespace tilldeck::ui
