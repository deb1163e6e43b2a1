// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/forms/form_dialog.h"
#include "ui/widgets/task_scope.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace tilldeck::ui {

class IconButton;

/// Creates or changes a processor route: its name, and its processors in the order in which they are tried. They are
/// moved by dragging, by buttons, or with Alt+Up and Alt+Down. The dialog stays open while the route is being saved.
class RouteDialog : public FormDialog
{
    Q_OBJECT

public:
    /// @p knownProcessors are offered; others can be typed.
    RouteDialog(desk::Desk &desk, const QString &accountId, const checkout::ProcessorRoute &route,
                const QStringList &knownProcessors, QWidget *parent = nullptr);

    /// Returns what is in the form.
    checkout::ProcessorRoute route() const;

signals:
    /// Emitted when the provider has stored the route.
    void saved(const QString &routeId);
    /// Emitted when the route may have reached the provider: the list should be read again.
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
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
