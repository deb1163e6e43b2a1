// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/unsettled_bar.h"

#include "desk/reconcile_entry.h"
#include "desk/send_code.h"
#include "ui/figures/account_name.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using desk::UnsettledWrite;

namespace {

/// Returns whether the rest of the promotion codes can be sent.
bool goesOn(const UnsettledWrite &write)
{
    return write.batch && desk::canGoOn(*write.batch);
}

} // namespace

UnsettledBar::UnsettledBar(desk::Desk &desk, Of of, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_of(of)
    , m_message(new InlineMessage(Severity::Warning))
{
    setObjectName(u"unsettled"_s);
    makeColumnLayout(this, 0)->addWidget(m_message);
    hide();
    connect(m_message, &InlineMessage::linkActivated, this, &UnsettledBar::ask);
    connect(&desk, &desk::Desk::journalChanged, this, &UnsettledBar::read);
}

void UnsettledBar::setAccount(const QString &accountId)
{
    m_accountId = accountId;
    m_said.clear();
    showWrites({});
    read();
}

void UnsettledBar::read()
{
    if (m_accountId.isEmpty())
        return;
    m_reading.startLatest(desk::unsettledWrites(&m_desk, QStringList(m_accountId)),
                          [this](const checkout::Result<std::vector<UnsettledWrite>> &writes) {
                              if (writes)
                                  showWrites(*writes);
                          });
}

void UnsettledBar::showWrites(std::vector<UnsettledWrite> writes)
{
    std::erase_if(writes, [this](const UnsettledWrite &write) { return write.isOfRoute() != (m_of == Of::Routes); });
    m_writes = std::move(writes);
    setVisible(!m_writes.empty() || !m_said.isEmpty());
    if (m_writes.empty())
        return m_message->setMessage(m_said);
    const auto others = static_cast<int>(m_writes.size()) - 1;
    QStringList texts;
    if (!m_said.isEmpty())
        texts << m_said;
    if (others > 0)
        texts << tr("%Ln more like this.", nullptr, others);
    const UnsettledWrite &first = m_writes.front();
    QString link = first.batch ? tr("Close it…") : tr("Look it up…");
    if (goesOn(first))
        link = tr("Go on…");
    m_message->setMessage(desk::unsettledSentence(first), texts.join(u' '), link);
}

void UnsettledBar::ask()
{
    if (m_writes.empty())
        return;
    const UnsettledWrite write = m_writes.front();
    QString risk = desk::unsettledSentence(write);
    if (!write.batch)
        risk = tr("%1 %2", "two sentences").arg(risk, tr("Looking it up changes nothing at the provider."));
    else if (goesOn(write))
        risk =
            tr("%1 %2", "two sentences").arg(risk, tr("Nothing is made twice: a code that exists is not sent again."));
    auto *dialog =
        new GuardDialog(goesOn(write) ? tr("Go on with the promotion codes?") : tr("What became of it?"), risk, this);
    nameAccounts(*dialog, m_desk, {m_accountId});
    const QString close = write.batch ? tr("Leave the rest") : tr("Close as not made");
    dialog->addDetail(close, desk::riskOfClosing(write));
    dialog->setSafeButton(tr("Not now"));
    if (goesOn(write))
        dialog->addButton(GoOn, tr("Go on with the rest"), ButtonKind::Primary);
    else if (!write.batch)
        dialog->addButton(LookUp, tr("Look it up"), ButtonKind::Primary);
    dialog->addAsideButton(Close, close);
    connect(dialog, &GuardDialog::chosen, this, [this, write](int choice) { choose(write, choice); });
    dialog->open();
}

void UnsettledBar::choose(const UnsettledWrite &write, int choice)
{
    if (write.accountId() != m_accountId)
        return; // the account that the question named is not shown any more
    m_said.clear();
    const auto closed = [this](const checkout::Result<void> &result) { showClosed(result); };
    if (choice == GoOn) {
        emit resumeRequested(*write.batch);
    } else if (choice == LookUp) {
        m_tasks.startLatest(
            desk::reconcileEntry(&m_desk, m_accountId, write.id()),
            [this, write](const checkout::Result<desk::EntryFinding> &found) { showFinding(write, found); });
    } else if (write.batch) {
        m_tasks.startLatest(desk::leaveBatch(&m_desk, m_accountId, write.id()), closed);
    } else {
        m_tasks.startLatest(desk::abandonEntry(&m_desk, m_accountId, write.id(), desk::EarlyAbandon::Refuse), closed);
    }
}

void UnsettledBar::showFinding(const UnsettledWrite &write, const checkout::Result<desk::EntryFinding> &found)
{
    using Finding = desk::EntryFinding::Finding;
    if (write.accountId() != m_accountId)
        return;
    if (!found) {
        m_said = found.error().sentence;
        return read();
    }
    switch (found->finding) {
    case Finding::Made:
        m_said = tr("It was made: the provider lists it.");
        break;
    case Finding::NotMade:
        m_said = tr("It was not made. %1", "why").arg(desk::notMadeSentence(write.intent));
        break;
    case Finding::NotListed:
        m_said = tr("The provider lists nothing like it at the moment. It may still appear.");
        break;
    case Finding::Ambiguous:
        m_said =
            tr("The provider lists what may be it. Choose the right one in the overview, under “Needs attention”.");
        break;
    case Finding::CannotTell:
        m_said = tr("The provider does not tell. Look in its own dashboard.");
        break;
    }
    read();
    emit settled(m_accountId);
}

void UnsettledBar::showClosed(const checkout::Result<void> &closed)
{
    if (!closed)
        m_said = closed.error().sentence;
    read();
}

} // namespace tilldeck::ui

#include "moc_unsettled_bar.cpp"
