// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/waiting_notes.h"

#include "desk/desk.h"
#include "desk/refund_amount.h"
#include "money/format.h"
#include "ui/figures/account_name.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"

#include <QLocale>

#include <algorithm>
#include <ranges>
#include <utility>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

/// More than these stand on the overview.
constexpr qsizetype mostRefunds = 3;

} // namespace

WaitingNotes::WaitingNotes(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_found(new InlineMessage)
    , m_refunds(new QWidget)
    , m_others(new InlineMessage(Severity::Warning))
    , m_notKnown(new InlineMessage(Severity::Warning))
{
    m_found->setObjectName(u"foundSession"_s);
    m_others->setObjectName(u"othersNeedAttention"_s);
    m_notKnown->setObjectName(u"notKnown"_s);
    makeColumnLayout(m_refunds, px(6));
    auto *column = makeColumnLayout(this, px(6), {px(16), 0, px(16), px(8)});
    addWidgets(*column, m_found, m_notKnown, m_refunds, m_others);
    for (QWidget *part : {static_cast<QWidget *>(m_found), m_refunds, static_cast<QWidget *>(m_others),
                          static_cast<QWidget *>(m_notKnown)})
        part->hide();
    connect(m_others, &InlineMessage::linkActivated, this, &WaitingNotes::overviewRequested);
    connect(m_found, &InlineMessage::linkActivated, this,
            [this] { emit sessionRequested(m_foundSession.first, m_foundSession.second); });
}

void WaitingNotes::setAttention(const desk::NeedsAttention &attention)
{
    QStringList ids;
    for (const ledger::Intent &refund : attention.failedRefunds | std::views::take(mostRefunds))
        ids << refund.id;
    // A note that stays keeps the focus.
    if (ids != std::exchange(m_refundIds, ids)) {
        clearLayout(*static_cast<QVBoxLayout *>(m_refunds->layout()));
        for (const ledger::Intent &refund : attention.failedRefunds | std::views::take(mostRefunds))
            addRefund(refund);
    }
    m_refunds->setVisible(!ids.isEmpty());
    QStringList others;
    if (const auto refunds = static_cast<int>(attention.refunds() - ids.size()); refunds > 0)
        others << tr("%Ln refund(s)", nullptr, refunds);
    if (const auto writes = static_cast<int>(attention.writes()); writes > 0)
        others << tr("%Ln promotion(s) or route(s)", nullptr, writes);
    if (const auto imports = static_cast<int>(attention.imports.size()); imports > 0)
        others << tr("%Ln import(s)", nullptr, imports);
    m_others->setMessage(tr("Also needs attention: %1.", "how many refunds, promotions or routes")
                             .arg(QLocale().createSeparatedList(others)),
                         {}, tr("Show on the overview"));
    m_others->setVisible(!others.isEmpty());
    const QString whyNotKnown = desk::whyNotKnown(m_desk);
    m_notKnown->setMessage(whyNotKnown);
    m_notKnown->setVisible(!whyNotKnown.isEmpty());
    m_hasOthers = !others.isEmpty() || !ids.isEmpty() || !whyNotKnown.isEmpty();
}

void WaitingNotes::addRefund(const ledger::Intent &refund)
{
    auto *note = new InlineMessage(Severity::Warning);
    note->setObjectName(u"failedRefund"_s);
    const QString amount =
        desk::refundAmount(refund, [](const money::Money &money) { return money::format(money, QLocale()); });
    note->setMessage(
        tr("The refund of %1 was not given back after all.", "an amount").arg(amount),
        tr("%1, payment %2. Refund it again there, or take note that it was not given back.", "account, payment ID")
            .arg(accountAndMode(m_desk, refund.accountId), refund.transactionId),
        tr("Show the payment"));
    connect(note, &InlineMessage::linkActivated, this,
            [this, at = refund.accountId, id = refund.transactionId] { emit refundRequested(at, id); });
    m_refunds->layout()->addWidget(note);
}

void WaitingNotes::setFound(const QString &accountId, const QString &sessionId)
{
    m_foundSession = {accountId, sessionId};
    m_found->setMessage(tr("The session was created, as %1.", "ID").arg(sessionId), {}, tr("Show session"));
    m_found->show();
}

void WaitingNotes::forgetFound()
{
    m_foundSession = {};
    m_found->hide();
}

} // namespace tilldeck::ui

#include "moc_waiting_notes.cpp"
