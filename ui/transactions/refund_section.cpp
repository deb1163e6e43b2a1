// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/refund_section.h"

#include "checkout/preview_remarks.h"
#include "desk/refund_amount.h"
#include "desk/refundable_now.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/outcome_box.h"
#include "ui/transactions/filter_text.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/when_done.h"

#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::Intent;

RefundSection::RefundSection(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_head(makeColumnLayout(px(8)))
    , m_notes(makeColumnLayout(px(8)))
    , m_foot(makeColumnLayout(px(8)))
{
    auto *column = makeColumnLayout(this, px(8));
    for (QVBoxLayout *part : {m_head, m_notes, m_foot})
        column->addLayout(part);
    connect(&desk, &desk::Desk::journalChanged, this, [this] {
        if (m_record)
            read();
    });
    hide();
}

void RefundSection::setRecord(const ledger::TransactionRecord &record)
{
    const bool another = !m_record || m_record->key != record.key;
    m_record = record;
    if (another) {
        m_remaining.reset();
        m_keptBack.clear();
        m_unfinished.clear();
        renderNotes();
        render();
    }
    read();
}

void RefundSection::setHeldBack(const QString &why)
{
    if (why == std::exchange(m_heldBack, why) || !m_record)
        return;
    render();
}

void RefundSection::read()
{
    const quint64 generation = ++m_generation;
    m_tasks.cancel();
    const checkout::Transaction &transaction = m_record->transaction;
    using Intents = checkout::Result<std::vector<Intent>>;
    whenDone(m_desk.journal().refundsOf(m_record->accountId, transaction.id), this,
             [this, generation](const Intents &intents) {
                 if (generation != m_generation || !intents)
                     return;
                 std::vector<Intent> unfinished;
                 for (const Intent &intent : *intents) {
                     using State = Intent::State;
                     if (intent.state == State::Unknown || intent.state == State::Accepted ||
                         intent.state == State::Failed)
                         unfinished.push_back(intent);
                 }
                 // What is shown may have the focus.
                 if (unfinished == m_unfinished)
                     return;
                 m_unfinished = std::move(unfinished);
                 renderNotes();
                 render();
             });
    m_tasks.start(desk::refundableNow(&m_desk, m_record->accountId, transaction.id),
                  [this](const checkout::Result<desk::Refundable> &remaining) {
                      const auto now = remaining ? std::optional(remaining->left) : std::nullopt;
                      const QString keptBack = remaining ? remaining->remarks() : QString();
                      if (now == m_remaining && keptBack == m_keptBack)
                          return;
                      m_remaining = now;
                      m_keptBack = keptBack;
                      render();
                  });
}

/// Rebuilds the notes. Not with another amount alone: what one of them has just said stays.
void RefundSection::renderNotes()
{
    clearLayout(*m_notes);
    for (const Intent &intent : m_unfinished)
        addNote(intent);
}

void RefundSection::render()
{
    clearLayout(*m_head);
    clearLayout(*m_foot);
    const bool something = m_remaining && m_remaining->minorUnits() > 0;
    const bool isHeldBack = m_remaining && !m_keptBack.isEmpty();
    setVisible(something || isHeldBack || !m_unfinished.empty());
    if (isHidden())
        return;
    m_head->addWidget(new Rule);
    m_head->addWidget(new SectionHead(
        tr("Refund"), something ? tr("%1 can be refunded", "an amount").arg(amountText(*m_remaining)) : QString()));
    QString why = m_keptBack;
    if (m_remaining && !something)
        why = tr("Nothing can be refunded now. %1", "why")
                  .arg(isHeldBack ? m_keptBack : tr("All of it was given back or is asked for."));
    if (!why.isEmpty()) {
        auto *label = makeWrappedLabel(why, TextStyle::Secondary, Tone::Text2);
        label->setObjectName(u"keptBack"_s);
        m_head->addWidget(label);
    }
    if (!something)
        return;
    if (const QString remark =
            checkout::decimalsRemark(m_remaining->currency(), m_desk.capabilities(m_record->accountId));
        !remark.isEmpty()) {
        auto *label = makeWrappedLabel(remark, TextStyle::Secondary, Tone::Text2);
        label->setObjectName(u"decimals"_s);
        m_head->addWidget(label);
    }
    auto *button = new Button(Icon::Undo, tr("Refund…"), ButtonKind::Danger);
    button->setObjectName(u"refund"_s);
    if (m_heldBack.isEmpty())
        needWrites(button, m_desk);
    button->setDisabled(!m_heldBack.isEmpty() || !button->isEnabled());
    if (!m_heldBack.isEmpty())
        button->setToolTip(m_heldBack);
    connect(button, &QPushButton::clicked, this, &RefundSection::refund);
    m_foot->addWidget(button, 0, Qt::AlignLeading);
}

void RefundSection::addNote(const Intent &intent)
{
    const QString amount = desk::refundAmount(intent, [](const money::Money &money) { return amountText(money); });
    const QString provider = m_desk.capabilities(intent.accountId).providerName;
    auto *note = new InlineMessage(Severity::Warning);
    if (intent.state == Intent::State::Failed) {
        note->setObjectName(u"failedRefund"_s);
        note->setSeverity(Severity::Error);
        note->setMessage(
            tr("Not given back."),
            (intent.failedByTotal
                 ? tr("%1 was asked for; %2 counts it no longer, and does not say that it failed.", "amount, provider")
                 : tr("%1 was asked for; %2 did not give it back after all.", "amount, provider"))
                .arg(amount, provider));
    } else if (intent.state == Intent::State::Accepted) {
        note->setObjectName(u"pendingRefund"_s);
        note->setSeverity(Severity::Info);
        note->setMessage(
            tr("Asked for."),
            intent.note.isEmpty()
                ? tr("%1; %2 has not said yet that it gave it back.", "amount, provider").arg(amount, provider)
                : tr("%1; %2 says “%3”.", "amount, provider, its word").arg(amount, provider, intent.note));
    } else {
        note->setObjectName(u"unknownRefund"_s);
        note->setMessage(tr("Outcome unknown."), intent.amount
                                                     ? tr("A refund of %1 was sent, no answer came.").arg(amount)
                                                     : tr("A refund was sent, no answer came."));
    }
    m_notes->addWidget(note);
    auto *box = new OutcomeBox(m_desk, OutcomeBox::Facts::SaidAround);
    box->setIntent(intent.accountId, intent.id);
    m_notes->addWidget(box);
}

void RefundSection::refund()
{
    auto *dialog = new RefundDialog(m_desk, *m_record, parentWidget());
    connect(dialog, &QDialog::finished, this, &RefundSection::read);
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_refund_section.cpp"
