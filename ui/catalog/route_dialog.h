// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/task_scope.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace tilldeck::ui {

class Button;
class FormRow;
class IconButton;
class InlineMessage;

/// Edits a processor route or creates one: its name, and its processors in the order in which they are tried. They are
/// moved by dragging, by buttons, or with Alt+Up and Alt+Down.
class RouteDialog : public QDialog
{
    Q_OBJECT

public:
    /// Offers @p knownProcessors; others can be typed. A @p route without an id is a new one.
    RouteDialog(desk::Desk &desk, const QString &accountId, const checkout::ProcessorRoute &route,
                const QStringList &knownProcessors, QWidget *parent = nullptr);

    /// Returns the content of the form.
    checkout::ProcessorRoute route() const;

Q_SIGNALS:
    /// Emitted when the provider has saved the route.
    void saved(const QString &routeId);
    /// Emitted when the route may have been saved: the list should be read again.
    void unsure();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildProcessors();
    void add();
    void remove();
    void move(int by);
    void updateButtons();
    void save();

    desk::Desk &m_desk;
    QString m_accountId;
    QString m_routeId;
    QLineEdit *m_name;
    QListWidget *m_processors;
    QComboBox *m_choice;
    IconButton *m_up, *m_down, *m_remove;
    FormRow *m_nameRow, *m_processorsRow;
    InlineMessage *m_message;
    Button *m_save;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
