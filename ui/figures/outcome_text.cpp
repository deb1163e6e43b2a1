// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/outcome_text.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::OutcomeAction;

namespace {

struct OutcomeText
{
    // The name under which these texts were translated first.
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::OutcomeBox)
};

} // namespace

QList<OutcomeAction> outcomeActions()
{
    return {OutcomeAction::EnterKey, OutcomeAction::SendAgain, OutcomeAction::LookUp,
            OutcomeAction::Made,     OutcomeAction::NotMade,   OutcomeAction::TakeNote};
}

QString outcomeActionName(OutcomeAction action)
{
    switch (action) {
    case OutcomeAction::LookUp:
        return u"reconcileButton"_s;
    case OutcomeAction::SendAgain:
        return u"sendAgainButton"_s;
    case OutcomeAction::Made:
        return u"madeButton"_s;
    case OutcomeAction::NotMade:
        return u"abandonButton"_s;
    case OutcomeAction::TakeNote:
        return u"takeNoteButton"_s;
    case OutcomeAction::EnterKey:
        return u"enterKeyButton"_s;
    }
    Q_UNREACHABLE();
}

QString outcomeActionText(OutcomeAction action, bool isRefund, const QString &providerName)
{
    switch (action) {
    case OutcomeAction::LookUp:
        return OutcomeText::tr("Check with %1").arg(providerName);
    case OutcomeAction::SendAgain:
        return OutcomeText::tr("Send again…");
    case OutcomeAction::Made:
        return isRefund ? OutcomeText::tr("It was made…") : OutcomeText::tr("It was created, as…");
    case OutcomeAction::NotMade:
        return isRefund ? OutcomeText::tr("It was not made…") : OutcomeText::tr("It was not created…");
    case OutcomeAction::TakeNote:
        return OutcomeText::tr("Take note");
    case OutcomeAction::EnterKey:
        return OutcomeText::tr("Enter the key…");
    }
    Q_UNREACHABLE();
}

std::optional<OutcomeAction> firstToDo(const std::vector<desk::OutcomeOffer> &offers)
{
    for (const desk::OutcomeOffer &offer : offers) {
        const bool asks = offer.action == OutcomeAction::SendAgain || offer.action == OutcomeAction::LookUp ||
                          offer.action == OutcomeAction::EnterKey;
        if (asks && offer.whyNot.isEmpty())
            return offer.action;
    }
    return std::nullopt;
}

QString firstToDoText(const ledger::Intent &intent, const std::vector<desk::OutcomeOffer> &offers,
                      const QString &providerName)
{
    const auto first = firstToDo(offers);
    if (!first || (intent.state != ledger::Intent::State::Unknown && intent.state != ledger::Intent::State::Open))
        return {};
    if (first == OutcomeAction::EnterKey)
        return OutcomeText::tr("Enter the key of the account first: without it %1 cannot be asked.").arg(providerName);
    if (first == OutcomeAction::LookUp)
        return OutcomeText::tr("Check with %1 first.").arg(providerName);
    return intent.kind == ledger::Intent::Kind::Refund
               ? OutcomeText::tr(
                     "Send it again first: %1 is asked whether it was made, and only what that leaves open is "
                     "sent, under the same idempotency key.")
                     .arg(providerName)
               : OutcomeText::tr("Send it again first: under the same idempotency key, %1 makes one session of both.")
                     .arg(providerName);
}

QString outcomeKnownText(const ledger::Intent &intent, const QString &providerName)
{
    using State = ledger::Intent::State;
    if (intent.state == State::Failed && intent.failedByTotal)
        return OutcomeText::tr(
                   "%1 took this refund, counted it as given back, and counts it no longer. It does not say "
                   "that it failed: the customer may have the money. Look in its own dashboard.")
            .arg(providerName);
    if (intent.state == State::Failed)
        return OutcomeText::tr("%1 took this refund and did not give the money back after all.").arg(providerName);
    if (intent.state == State::Accepted)
        return OutcomeText::tr("%1 took this refund. It has not said yet that the money was given back.")
            .arg(providerName);
    const QString what =
        intent.kind == ledger::Intent::Kind::Refund
            ? OutcomeText::tr(
                  "The request was sent, but no answer came that can be trusted. The money may be on its way back.")
            : OutcomeText::tr("The request was sent, but no answer came that can be trusted. The session may exist. "
                              "Creating it again could leave two open links.");
    return intent.note.isEmpty() ? what
                                 : OutcomeText::tr("%1 %2", "what is known, what it means").arg(intent.note, what);
}

} // namespace tilldeck::ui
