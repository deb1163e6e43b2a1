// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refund.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::ui {

/// One refund from the press of the button to its end. Sends once; when no answer comes it asks the merchant, and never
/// sends again by itself.
class RefundFlow : public QObject
{
    Q_OBJECT

public:
    /// DIALOGS is the window that the questions stand on.
    RefundFlow(desk::Desk &desk, QString accountId, QString transactionId, QWidget *dialogs);

    bool isBusy() const { return m_busy; }
    /// Does nothing while a refund is under way or its outcome has not been settled.
    void send(const money::Money &amount, const QString &reason);
    /// Asks about a refund whose outcome is unknown since earlier.
    void resolveOutcome(const QString &intentId);

Q_SIGNALS:
    void busyChanged(bool busy);
    void confirmed();
    /// Nothing was given back.
    void rejected(const tilldeck::checkout::Error &error);
    /// The merchant says that it was not made.
    void abandoned();
    /// The merchant decides later.
    void leftOpen();

private:
    void finish(const desk::RefundOutcome &outcome);
    void ask(const QString &what);
    void check();
    void abandon();
    void setBusy(bool busy);

    QPointer<desk::Desk> m_desk;
    QString m_accountId;
    QString m_transactionId;
    QWidget *m_dialogs;
    QString m_intentId;
    bool m_busy = false;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
