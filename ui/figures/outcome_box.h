// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/open_outcomes.h"
#include "desk/reconcile_creation.h"
#include "desk/refund_decision.h"
#include "desk/refund_outcome.h"
#include "ui/figures/decision_box.h"

namespace tilldeck::desk {
enum class EarlyAbandon;
struct CreateOutcome;
} // namespace tilldeck::desk

namespace tilldeck::ui {

class NameDialog;

/// Shows one creation or refund whose outcome is not known. Wherever one is shown, this shows it.
class OutcomeBox : public DecisionBox
{
    Q_OBJECT

public:
    /// Says whether account, customer and amount are named: a panel that is about one session names them above.
    enum class Facts {
        Hidden,
        Shown,
        SaidAround, ///< And so are its steps, and that it failed.
    };

    OutcomeBox(desk::Desk &desk, Facts facts, QWidget *parent = nullptr);

    /// Shows the outcome of an intent; the same again changes nothing.
    void setIntent(const QString &accountId, const QString &intentId);

private:
    void read() override;
    QString actionText(desk::OutcomeAction action) const override;
    QString decidedText(desk::OutcomeAction action) const override;
    QString questionText(desk::OutcomeAction action) const override;
    void act(desk::OutcomeAction action) override;
    void describe(GuardDialog &question) const override;
    void take(const desk::OpenOutcome &outcome);
    void closeAsNotCreated(desk::EarlyAbandon early);
    /// Says @p why it cannot be closed as not created: it was, or may not be closed at all.
    void takeContradiction(const checkout::Error &why);
    bool isAskedAbout(desk::OutcomeAction action) const override;
    /// Asks for the ID of the session that the creation made, and looks it up.
    void askId();
    void decideRefund(desk::OutcomeAction action, desk::Unproven unproven);
    void lookUp(const QString &chosen = {}, desk::Unproven unproven = desk::Unproven::Refuse);
    /// Asks whether @p looked, the session that was chosen, is taken although it may be another one.
    void askDespite(const desk::Reconciliation &looked);
    /// Asks whether @p looked, whose URL only the same request tells, is sent again or taken without one.
    void askAboutUrl(const desk::Reconciliation &looked);
    void takeCreation(const desk::CreateOutcome &outcome);
    void takeLookUp(const checkout::Result<desk::Reconciliation> &answer);
    void takeRefund(const desk::RefundOutcome &outcome);
    void takeResend(const checkout::Result<desk::RefundOutcome> &sent);
    template <class Candidate> void chooseOne(const std::vector<Candidate> &candidates);
    bool isRefund() const { return m_outcome && m_outcome->intent.kind == ledger::Intent::Kind::Refund; }

    /// Says why a look-up shows nothing; of an ID that was typed, on its field.
    void sayNothingFound(const QString &sentence);

    Facts m_facts;
    QPointer<NameDialog> m_askedId; ///< Open while what was typed in it is looked up.
    std::optional<desk::OpenOutcome> m_outcome;
};

} // namespace tilldeck::ui
