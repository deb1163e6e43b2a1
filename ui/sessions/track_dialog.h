// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/task_scope.h"

#include <QDialog>

class QLineEdit;

namespace tilldeck::ui {

class Button;
class InlineMessage;
class Label;

/// Adds a session that was created elsewhere to the list, by its id, token or checkout URL. Open it with open(); it
/// deletes itself when it is closed.
class TrackDialog : public QDialog
{
    Q_OBJECT

public:
    /// Asks the accounts with @p accountIds in that order.
    TrackDialog(desk::Desk &desk, const QStringList &accountIds, QWidget *parent);

signals:
    void tracked(const QString &accountId, const QString &sessionId);

private:
    void track();
    void setBusy(bool busy);

    QPointer<desk::Desk> m_desk;
    QStringList m_accountIds;
    QLineEdit *m_pasted;
    InlineMessage *m_error;
    Label *m_progress;
    Button *m_track;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
