// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "desk/reconcile_creation.h"
#include "desk/refund_outcome.h"
#include "ui/widgets/task_scope.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace tilldeck::desk {
enum class EarlyAbandon;
struct CreateOutcome;
} // namespace tilldeck::desk

namespace tilldeck::ui {

class Button;
class GuardDialog;
class InlineMessage;
class Label;
class Timeline;

/// Shows one outcome that is not known: what is known of it, what was tried, and what can be done about it. An action
/// that is not offered has its reason below the buttons. It follows the journal, and asks before it sends or closes
/// anything. Wherever an unknown outcome is shown, this shows it.
class OutcomeBox : public QWidget
{
    Q_OBJECT

public:
    /// Says whether account, customer and amount are named: a panel that is about one session names them above.
    enum class Facts { Hidden, Shown };

    OutcomeBox(desk::Desk &desk, Facts facts, QWidget *parent = nullptr);

    /// Shows the outcome of an intent; the same again changes nothing.
    void setIntent(const QString &accountId, const QString &intentId);

    /// Returns whether an answer is awaited, with which one of the signals may be emitted.
    bool isBusy() const { return m_busy; }

signals:
    /// Emitted when the answer that was awaited is here, before what it says.
    void answered();
    /// Emitted when nothing is left to decide, with a sentence; @p sessionId is the session of a creation that was
    /// found, else empty.
    void resolved(const QString &sentence, const QString &accountId, const QString &sessionId);
    void keyNeeded(const QString &accountId);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void read();
    void render(const desk::OpenOutcome &outcome);
    void renderOffers();
    void press(desk::OutcomeAction action);
    GuardDialog *question(const QString &title, const QString &risk);
    void ask(desk::OutcomeAction action, const QString &risk);
    void act(desk::OutcomeAction action);
    void closeAsNotCreated(desk::EarlyAbandon early);
    void lookUp(const QString &chosen = {});
    void takeCreation(const desk::CreateOutcome &outcome);
    void takeLookUp(const checkout::Result<desk::Reconciliation> &answer);
    void takeRefund(const desk::RefundOutcome &outcome);
    void takeResend(const checkout::Result<desk::RefundOutcome> &sent);
    void takeDecision(const QString &sentence, const checkout::Result<void> &closed);
    template <class Candidate> void chooseOne(const std::vector<Candidate> &candidates);
    void setBusy(bool busy);
    void fail(const checkout::Error &error);
    void say(const QString &sentence);
    QString providerName() const;
    bool isRefund() const { return m_outcome && m_outcome->intent.kind == ledger::Intent::Kind::Refund; }

    desk::Desk &m_desk;
    Facts m_facts;
    QString m_accountId;
    QString m_intentId;
    std::optional<desk::OpenOutcome> m_outcome;
    bool m_busy = false;
    QPointer<QWidget> m_focusBefore; ///< What had the focus when the buttons were disabled.
    Label *m_title;
    QVBoxLayout *m_rows;
    Label *m_known;
    QHash<desk::OutcomeAction, Button *> m_buttons;
    Label *m_reasons;
    InlineMessage *m_message;
    Timeline *m_tried;
    TaskScope m_reads{this}, m_tasks{this};
};

} // namespace tilldeck::ui
