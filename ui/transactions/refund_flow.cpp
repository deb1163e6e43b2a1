// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/refund_flow.h"

#include "desk/abandon_refund.h"
#include "desk/reconcile_refund.h"
#include "desk/refund_payment.h"
#include "desk/resend_refund.h"
#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/figures/outcome_text.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::RefundOutcome;

namespace {

enum RefundAnswer { Check, NotMade, Again, SendAgain };

} // namespace

RefundFlow::RefundFlow(desk::Desk &desk, QString accountId, QString transactionId, QWidget *dialogs)
    : QObject(dialogs)
    , m_desk(&desk)
    , m_accountId(std::move(accountId))
    , m_transactionId(std::move(transactionId))
    , m_dialogs(dialogs)
{
}

void RefundFlow::setBusy(bool busy)
{
    m_busy = busy;
    emit busyChanged(busy);
}

void RefundFlow::send(const money::Money &amount, const QString &reason)
{
    if (m_busy || !m_desk)
        return;
    // First of all, so that a second press finds the button disabled.
    setBusy(true);
    m_amount = amount;
    m_reason = reason;
    start(ledger::Journal::Repeat::Refuse);
}

void RefundFlow::start(ledger::Journal::Repeat repeat)
{
    m_tasks.start(desk::refundPayment(m_desk, m_accountId, m_transactionId, *m_amount, m_reason, repeat, m_shown),
                  [this](const RefundOutcome &outcome) { finish(outcome); });
}

void RefundFlow::finish(const RefundOutcome &outcome)
{
    switch (outcome.end) {
    case RefundOutcome::End::Confirmed:
    case RefundOutcome::End::Accepted:
        if (outcome.error)
            return askOutcome(outcome.error->sentence);
        if (outcome.asked)
            return sayOtherAmount(outcome);
        setBusy(false);
        emit confirmed();
        return;
    case RefundOutcome::End::NotKept:
        sayNotKept(outcome.error->sentence);
        return;
    case RefundOutcome::End::Rejected:
        if (outcome.same)
            return askAgain(outcome);
        setBusy(false);
        emit rejected(outcome.error.value_or(
            checkout::Error(checkout::ErrorKind::Rejected, tr("The provider did not make this refund."))));
        return;
    case RefundOutcome::End::Unknown:
        if (!outcome.intentId.isEmpty())
            m_intentId = outcome.intentId;
        askOutcome(outcome.error ? outcome.error->sentence : QString());
        return;
    }
}

void RefundFlow::sayNotKept(const QString &sentence)
{
    sayAfter(u"refundNotKept"_s, tr("This refund could not be kept"), sentence);
}

void RefundFlow::sayOtherAmount(const RefundOutcome &outcome)
{
    const QString provider = m_desk->capabilities(m_accountId).providerName;
    sayAfter(u"otherAmount"_s, tr("The provider gives another amount back"), desk::saidOtherwise(outcome, provider));
}

void RefundFlow::sayAfter(const QString &name, const QString &title, const QString &sentence)
{
    // On the window: the refund's own dialog ends with this, so that nothing of it can be pressed once more.
    QWidget *behind = m_dialogs->parentWidget();
    auto *dialog = new GuardDialog(title, sentence, behind ? behind->window() : m_dialogs->window());
    dialog->setObjectName(name);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    nameRefund(*dialog);
    dialog->setSafeButton(tr("Close"));
    setBusy(false);
    emit confirmed();
    dialog->open();
}

void RefundFlow::askOutcome(const QString &sentence)
{
    m_tasks.start(desk::openOutcome(m_desk, m_intentId),
                  [this, sentence](const Outcome &outcome) { showOutcome(sentence, outcome); });
}

/// Says in a question which refund it is about.
void RefundFlow::nameRefund(GuardDialog &dialog) const
{
    dialog.addDetail(tr("Payment"), m_transactionId, TextStyle::Mono);
    if (m_amount)
        dialog.addDetail(tr("Amount"), money::format(*m_amount, QLocale()));
}

void RefundFlow::addAnswers(GuardDialog &dialog, const Outcome &outcome) const
{
    using desk::OutcomeAction;
    const auto offers = outcome && *outcome ? (*outcome)->offers : std::vector<desk::OutcomeOffer>();
    const auto again = std::ranges::find(offers, OutcomeAction::SendAgain, &desk::OutcomeOffer::action);
    const bool resends = again != offers.end() && again->whyNot.isEmpty();
    const bool isFirst = resends && firstToDo(offers) == OutcomeAction::SendAgain;
    dialog.addButton(Check, tr("Check with %1").arg(m_desk->capabilities(m_accountId).providerName),
                     isFirst ? ButtonKind::Normal : ButtonKind::Primary);
    if (!resends)
        return;
    dialog.addButton(SendAgain, tr("Send again"), isFirst ? ButtonKind::Primary : ButtonKind::Normal);
    const QString what = tr("Send again: %1", "what that does").arg(again->risk);
    dialog.addWidget(makeWrappedLabel(what, TextStyle::Body, Tone::Text2));
}

void RefundFlow::showOutcome(const QString &sentence, const Outcome &outcome)
{
    // A question stands over the payment that it is about, or is not asked.
    if (!m_dialogs->isVisible()) {
        setBusy(false);
        emit postponed();
        return;
    }
    QString risk = tr("The money may be on its way back. Refunding again could pay it twice.");
    if (outcome && *outcome) {
        const QString provider = m_desk->capabilities(m_accountId).providerName;
        const QString first = firstToDoText((*outcome)->intent, (*outcome)->offers, provider);
        risk = first.isEmpty() ? risk : tr("%1 %2", "the risk, what to do first").arg(risk, first);
    }
    auto *dialog = new GuardDialog(
        tr("Was the refund made?"),
        sentence.isEmpty() ? risk : tr("%1\n%2", "what happened, and the risk").arg(sentence, risk), m_dialogs);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    nameRefund(*dialog);
    dialog->addAsideButton(NotMade, tr("It was not made"));
    dialog->setSafeButton(tr("Decide later"));
    addAnswers(*dialog, outcome);
    connect(dialog, &GuardDialog::chosen, this, &RefundFlow::take);
    connect(dialog, &QDialog::rejected, this, [this] {
        setBusy(false);
        emit postponed();
    });
    dialog->open();
}

void RefundFlow::askAgain(const RefundOutcome &refused)
{
    m_intentId = refused.same->id;
    m_tasks.start(desk::openOutcome(m_desk, m_intentId),
                  [this, refused](const Outcome &outcome) { showAgain(refused, outcome); });
}

void RefundFlow::showAgain(const RefundOutcome &refused, const Outcome &outcome)
{
    const bool isMade = refused.same->state == ledger::Intent::State::Confirmed;
    const QString risk = isMade ? tr("The customer gets the money twice then.")
                                : tr("If the first one was made, the customer gets the money twice.");
    auto *dialog =
        new GuardDialog(tr("Refund the same once more?"),
                        tr("%1\n%2", "what happened, and the risk").arg(refused.error->sentence, risk), m_dialogs);
    dialog->setObjectName(u"sameRefund"_s);
    dialog->setGlyph(isMade ? BadgeKind::Refunded : BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    nameRefund(*dialog);
    dialog->addAsideButton(Again, tr("Refund once more"));
    dialog->setSafeButton(tr("Cancel"));
    if (!isMade)
        addAnswers(*dialog, outcome);
    connect(dialog, &GuardDialog::chosen, this, &RefundFlow::take);
    connect(dialog, &QDialog::rejected, this, [this] { setBusy(false); });
    dialog->open();
}

void RefundFlow::take(int answer)
{
    switch (RefundAnswer(answer)) {
    case Check:
        return check();
    case NotMade:
        return abandon(desk::Unproven::Refuse);
    case Again:
        return start(ledger::Journal::Repeat::Allow);
    case SendAgain:
        return resend();
    }
}

void RefundFlow::resend()
{
    m_tasks.start(desk::resendRefund(m_desk, m_accountId, m_intentId),
                  [this](const checkout::Result<RefundOutcome> &sent) {
                      if (!sent)
                          return askOutcome(sent.error().sentence);
                      finish(*sent);
                  });
}

void RefundFlow::check()
{
    m_tasks.start(desk::reconcileRefund(m_desk, m_accountId, m_intentId),
                  [this](const RefundOutcome &outcome) { finish(outcome); });
}

void RefundFlow::abandon(desk::Unproven unproven)
{
    m_tasks.start(desk::abandonRefund(m_desk, m_accountId, m_intentId, unproven),
                  [this](const checkout::Result<void> &closed) {
                      if (!closed && closed.error().kind == checkout::ErrorKind::UnknownOutcome)
                          return askUnproven(closed.error().sentence);
                      if (!closed)
                          return askOutcome(closed.error().sentence);
                      setBusy(false);
                      emit abandoned();
                  });
}

void RefundFlow::askUnproven(const QString &sentence)
{
    // A question stands over the payment that it is about, or is not asked.
    if (!m_dialogs->isVisible()) {
        setBusy(false);
        emit postponed();
        return;
    }
    auto *dialog = new GuardDialog(
        tr("Nothing proves that it was not made"),
        tr("%1\n%2", "what happened, and the risk")
            .arg(sentence, tr("If it was made and you refund again, the customer gets the money twice. Look in the "
                              "dashboard of %1 first.")
                               .arg(m_desk->capabilities(m_accountId).providerName)),
        m_dialogs);
    dialog->setObjectName(u"unproven"_s);
    dialog->setGlyph(BadgeKind::OutcomeUnknown);
    nameAccounts(*dialog, *m_desk, {m_accountId});
    nameRefund(*dialog);
    dialog->setSafeButton(tr("Decide later"));
    // Not where the first yes was: a double click is one.
    dialog->addAsideButton(1, tr("Note it as not made"));
    connect(dialog, &GuardDialog::chosen, this, [this] { abandon(desk::Unproven::Allow); });
    connect(dialog, &QDialog::rejected, this, [this] {
        setBusy(false);
        emit postponed();
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_refund_flow.cpp"
