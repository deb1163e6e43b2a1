// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/forms/form_dialog.h"
#include "ui/widgets/task_scope.h"

class QLineEdit;

namespace tilldeck::ui {

class Label;

/// Adds a session that was created elsewhere to the list, by its id, token or checkout URL. Open it with open(); it
/// deletes itself when it is closed.
class TrackDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Asks the accounts with @p accountIds in that order.
    TrackDialog(desk::Desk &desk, const QStringList &accountIds, QWidget *parent);

signals:
    void tracked(const QString &accountId, const QString &sessionId);

private:
    void track();
    void showBusy(Busy busy);

    QPointer<desk::Desk> m_desk;
    QStringList m_accountIds;
    QLineEdit *m_pasted;
    Label *m_progress;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
