// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "desk/open_outcomes.h"
#include "desk/refund_decision.h"
#include "desk/refund_outcome.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::ui {

class GuardDialog;

/// Carries one refund from the press of the button to its outcome. It is sent once; after an unknown outcome the
/// merchant decides, and nothing is sent again automatically: where it is safe, the merchant may do that. The same
/// refund again is asked about while the outcome of the first is not known, and for some minutes after it was made.
class RefundFlow : public QObject
{
    Q_OBJECT

public:
    /// Opens its questions on @p dialogs.
    RefundFlow(desk::Desk &desk, QString accountId, QString transactionId, QWidget *dialogs);

    /// Sets what the merchant is shown of the payment: nothing is sent for another one.
    void setShown(const checkout::Transaction &shown) { m_shown = shown; }
    bool isBusy() const { return m_busy; }
    /// Does nothing while a refund is under way or its outcome is not known.
    void send(const money::Money &amount, const QString &reason);

signals:
    void busyChanged(bool busy);
    /// Emitted when the provider has taken the refund, given back already or not.
    void confirmed();
    /// Emitted when the provider refunded nothing.
    void rejected(const tilldeck::checkout::Error &error);
    /// Emitted when the merchant declares that the refund was not made.
    void abandoned();
    /// Emitted when the merchant postpones the decision.
    void postponed();

private:
    void finish(const desk::RefundOutcome &outcome);
    void start(ledger::Journal::Repeat repeat);
    void sayNotKept(const QString &sentence);
    void sayOtherAmount(const desk::RefundOutcome &outcome);
    /// Ends the refund's own dialog, and says @p sentence in one of this object name.
    void sayAfter(const QString &name, const QString &title, const QString &sentence);
    using Outcome = checkout::Result<std::optional<desk::OpenOutcome>>;
    void askOutcome(const QString &sentence);
    void showOutcome(const QString &sentence, const Outcome &outcome);
    void askAgain(const desk::RefundOutcome &refused);
    void showAgain(const desk::RefundOutcome &refused, const Outcome &outcome);
    void nameRefund(GuardDialog &dialog) const;
    /// Adds the answers that may end the doubt about @p outcome, and says what sending again does where that is one.
    void addAnswers(GuardDialog &dialog, const Outcome &outcome) const;
    void take(int answer);
    void resend();
    void check();
    void abandon(desk::Unproven unproven);
    void askUnproven(const QString &sentence);
    void setBusy(bool busy);

    QPointer<desk::Desk> m_desk;
    QString m_accountId;
    QString m_transactionId;
    std::optional<checkout::Transaction> m_shown;
    QWidget *m_dialogs;
    std::optional<money::Money> m_amount;
    QString m_reason;
    QString m_intentId;
    bool m_busy = false;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
