// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_selection.h"

#include "desk/make_checkout_url.h"
#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/session_batch.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/secret_clipboard.h"

#include <algorithm>

namespace tilldeck::ui {

using ledger::SessionRecord;

SessionSelection::SessionSelection(desk::Desk &desk, SessionActions *actions, SecretClipboard *clipboard,
                                   QWidget *window)
    : QObject(window)
    , copyLinks(new QAction(icon(Icon::Link), tr("Copy links"), this))
    , refresh(new QAction(icon(Icon::Refresh), tr("Refresh"), this))
    , expire(new QAction(icon(Icon::Clock), tr("Expire now…"), this))
    , exportCsv(new QAction(icon(Icon::Export), tr("Export CSV…"), this))
    , m_desk(desk)
    , m_actions(actions)
    , m_clipboard(clipboard)
    , m_window(window)
    , m_batch(new SessionBatch(desk, actions, this))
{
    connect(copyLinks, &QAction::triggered, this, &SessionSelection::copy);
    connect(refresh, &QAction::triggered, this, [this] { startBatch(SessionBatch::Call::Refresh, refreshable()); });
    connect(expire, &QAction::triggered, this, &SessionSelection::askExpire);
    connect(&m_desk, &desk::Desk::storageChanged, this, &SessionSelection::update);
    connect(m_batch, &SessionBatch::progress, this, &SessionSelection::progress);
    connect(m_batch, &SessionBatch::keyNeeded, this, &SessionSelection::keyNeeded);
    connect(m_batch, &SessionBatch::finished, this, [this](const QString &sentence) {
        update();
        emit finished(sentence, m_batchAccounts);
    });
    update();
}

void SessionSelection::setRecords(std::vector<SessionRecord> records)
{
    m_records = std::move(records);
    update();
}

void SessionSelection::startBatch(SessionBatch::Call call, const Records &records)
{
    m_batchAccounts.clear();
    for (const SessionRecord &record : records) {
        if (!m_batchAccounts.contains(record.accountId))
            m_batchAccounts << record.accountId;
    }
    m_batch->start(call, records);
    update();
}

void SessionSelection::cancelOutside(const QStringList &accountIds)
{
    if (!std::ranges::all_of(m_batchAccounts, [&accountIds](const QString &id) { return accountIds.contains(id); }))
        cancel();
}

void SessionSelection::cancel()
{
    m_batch->cancel();
}

void SessionSelection::update()
{
    const bool many = m_records.size() > 1;
    copyLinks->setEnabled(many && std::ranges::any_of(m_records, [this](const SessionRecord &record) {
                              return !link(record).isEmpty();
                          }));
    refresh->setEnabled(many && !m_batch->isRunning() && !refreshable().empty());
    const QString held = m_desk.whyNoWrites();
    expire->setEnabled(many && !m_batch->isRunning() && !expirable().empty() && held.isEmpty());
    expire->setToolTip(held);
    exportCsv->setEnabled(many);
}

/// Returns the checkout URL, or an empty text where the session cannot be paid.
QString SessionSelection::link(const SessionRecord &record) const
{
    const bool payable = record.state == SessionRecord::State::Known && isOpen(record, m_desk.now());
    const auto account = payable ? m_desk.accounts().byId(record.accountId) : std::nullopt;
    return account ? desk::handOutUrl(record.session, *account) : QString();
}

SessionSelection::Records SessionSelection::refreshable() const
{
    Records some;
    std::ranges::copy_if(m_records, std::back_inserter(some), [this](const SessionRecord &record) {
        return record.state == SessionRecord::State::Known &&
               m_desk.capabilities(record.accountId, record.session.flow).looksUpSessions;
    });
    return some;
}

SessionSelection::Records SessionSelection::expirable() const
{
    Records some;
    std::ranges::copy_if(m_records, std::back_inserter(some), [this](const SessionRecord &record) {
        return record.state == SessionRecord::State::Known && isOpen(record, m_desk.now()) &&
               m_desk.capabilities(record.accountId, record.session.flow).expireCall && !m_actions->isBusy(record.key);
    });
    return some;
}

void SessionSelection::copy()
{
    QStringList links;
    for (const SessionRecord &record : m_records) {
        const QString url = link(record);
        if (url.isEmpty())
            continue;
        links << url;
        // A failure is ignored: this is only an entry of the timeline.
        m_desk.ledger().addEvent(record.accountId, record.session.id,
                                 {ledger::TimelineEvent::Kind::UrlCopied, {}, m_desk.now()});
    }
    if (links.isEmpty())
        return;
    m_clipboard->copy(links.join(u'\n'));
    const QString copied = QLocale().toString(links.size());
    const auto without = static_cast<qsizetype>(m_records.size()) - links.size();
    const QString sentence = without == 0
                                 ? tr("Links copied: %1. The clipboard is cleared in 30 s.").arg(copied)
                                 : tr("Links copied: %1. Sessions without one: %2. The clipboard is cleared in 30 s.")
                                       .arg(copied, QLocale().toString(without));
    emit linksCopied(sentence);
}

void SessionSelection::askExpire()
{
    const Records some = expirable();
    if (some.empty())
        return;
    qsizetype over = 0, noCall = 0, asked = 0;
    for (const SessionRecord &record : m_records) {
        if (record.state != SessionRecord::State::Known || !isOpen(record, m_desk.now()))
            ++over;
        else if (!m_desk.capabilities(record.accountId, record.session.flow).expireCall)
            ++noCall;
        else if (m_actions->isBusy(record.key))
            ++asked;
    }
    const QString title = some.size() == 1
                              ? tr("Expire 1 session now?")
                              : tr("Expire %1 sessions now?").arg(QLocale().toString(qlonglong(some.size())));
    auto *dialog =
        new GuardDialog(title, tr("Nobody can pay them any longer, and they cannot be opened again here."), m_window);
    QStringList accountIds;
    for (const SessionRecord &record : some)
        accountIds << record.accountId;
    nameAccounts(*dialog, m_desk, accountIds);
    const auto leaveOut = [dialog](const QString &label, qsizetype count) {
        if (count > 0)
            dialog->addDetail(label, QLocale().toString(count));
    };
    leaveOut(tr("Left out, not open"), over);
    leaveOut(tr("Left out, the provider has no such call"), noCall);
    leaveOut(tr("Left out, being asked about"), asked);
    dialog->setSafeButton(tr("Keep open"));
    needWrites(dialog->addButton(1, tr("Expire now"), ButtonKind::Danger), m_desk);
    connect(dialog, &GuardDialog::chosen, this, [this, some] { startBatch(SessionBatch::Call::Expire, some); });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_session_selection.cpp"
