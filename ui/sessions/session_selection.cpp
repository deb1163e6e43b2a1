// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_selection.h"

#include "desk/make_checkout_url.h"
#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/session_text.h"
#include "ui/sessions/session_batch.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/when_done.h"

#include <algorithm>
#include <memory>

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
    connect(copyLinks, &QAction::triggered, this, [this] {
        withFitting([this](const SessionRecord &record) { return !link(record).isEmpty(); },
                    [this](const Records &some, qint64 among) { copy(some, among); });
    });
    connect(refresh, &QAction::triggered, this, [this] {
        withFitting([this](const SessionRecord &record) { return canRefresh(record); },
                    [this](const Records &some, qint64) { startBatch(SessionBatch::Call::Refresh, some); });
    });
    connect(expire, &QAction::triggered, this, &SessionSelection::readExpirable);
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
    ++m_reading;
    m_isReading = false;
    m_filter.reset();
    m_records = std::move(records);
    update();
}

void SessionSelection::setFilter(ledger::SessionFilter filter, qint64 count)
{
    filter.now = {}; // it is that of the moment in which it is read
    if (m_filter != filter) {
        ++m_reading;
        m_isReading = false;
    }
    m_records.clear();
    m_filter = std::move(filter);
    m_count = count;
    update();
}

void SessionSelection::sayRead(qint64 seen)
{
    emit progress(
        tr("Reading %1 of %2 sessions…").arg(QLocale().toString(seen), QLocale().toString(std::max(seen, m_count))));
}

template <class Fits, class Then> void SessionSelection::withFitting(Fits fits, Then then)
{
    if (m_filter) {
        m_isReading = true;
        update();
        return readFitting(++m_reading, std::move(fits), std::move(then), {}, 0, {});
    }
    Records some;
    std::ranges::copy_if(m_records, std::back_inserter(some), fits);
    then(some, static_cast<qint64>(m_records.size()));
}

template <class Fits, class Then>
void SessionSelection::readFitting(quint64 reading, Fits fits, Then then, Records found, qint64 seen,
                                   ledger::PageKey after)
{
    constexpr int perPage = 500;
    using Page = checkout::Result<ledger::RecordPage<SessionRecord>>;
    ledger::SessionFilter filter = *m_filter;
    filter.now = m_desk.now();
    whenDone(m_desk.ledger().sessions(filter, after, perPage), this,
             [this, reading, fits, then, found = std::move(found), seen](const Page &page) mutable {
                 if (reading != m_reading)
                     return;
                 if (!page) {
                     m_isReading = false;
                     update();
                     return emit finished(page.error().sentence, m_filter->accountIds);
                 }
                 std::ranges::copy_if(page->rows, std::back_inserter(found), fits);
                 seen += static_cast<qint64>(page->rows.size());
                 if (page->more && !page->rows.empty()) {
                     sayRead(seen);
                     const ledger::PageKey last{page->rows.back().createdAt, page->rows.back().key};
                     return readFitting(reading, fits, then, std::move(found), seen, last);
                 }
                 m_isReading = false;
                 emit readingEnded();
                 update();
                 then(found, seen);
             });
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
    if (m_isReading) {
        ++m_reading;
        m_isReading = false;
        emit readingEnded();
        update();
    }
    m_batch->cancel();
}

void SessionSelection::update()
{
    const bool isAll = m_filter && m_count > 1;
    const bool many = isAll || m_records.size() > 1;
    // What those of a filter can do is known when they are read.
    const auto anyCan = [&](const auto &can) { return isAll || std::ranges::any_of(m_records, can); };
    const bool isIdle = many && !m_batch->isRunning() && !m_isReading;
    copyLinks->setEnabled(many && !m_isReading &&
                          anyCan([this](const SessionRecord &record) { return !link(record).isEmpty(); }));
    refresh->setEnabled(isIdle && anyCan([this](const SessionRecord &record) { return canRefresh(record); }));
    const QString held = m_desk.whyNoWrites();
    expire->setEnabled(isIdle && held.isEmpty() &&
                       anyCan([this](const SessionRecord &record) { return canExpire(record); }));
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

bool SessionSelection::canRefresh(const SessionRecord &record) const
{
    return record.state == SessionRecord::State::Known &&
           m_desk.capabilities(record.accountId, record.session.flow).looksUpSessions;
}

bool SessionSelection::canExpire(const SessionRecord &record) const
{
    return record.state == SessionRecord::State::Known && isOpen(record, m_desk.now()) &&
           m_desk.capabilities(record.accountId, record.session.flow).expireCall && !m_actions->isBusy(record.key);
}

void SessionSelection::copy(const Records &some, qint64 among)
{
    QStringList links;
    for (const SessionRecord &record : some) {
        links << link(record);
        // A failure is ignored: this is only an entry of the timeline.
        m_desk.ledger().addEvent(record.accountId, record.session.id,
                                 {ledger::TimelineEvent::Kind::UrlCopied, {}, m_desk.now()});
    }
    if (links.isEmpty())
        return;
    m_clipboard->copy(links.join(u'\n'));
    const QString copied = QLocale().toString(links.size());
    const auto without = among - links.size();
    const QString sentence = without == 0
                                 ? tr("Links copied: %1. The clipboard is cleared in 30 s.").arg(copied)
                                 : tr("Links copied: %1. Sessions without one: %2. The clipboard is cleared in 30 s.")
                                       .arg(copied, QLocale().toString(without));
    emit linksCopied(sentence);
}

void SessionSelection::readExpirable()
{
    const auto left = std::make_shared<LeftOut>();
    const auto fits = [this, left](const SessionRecord &record) {
        if (record.state != SessionRecord::State::Known || !isOpen(record, m_desk.now()))
            ++left->over;
        else if (!m_desk.capabilities(record.accountId, record.session.flow).expireCall)
            ++left->noCall;
        else if (m_actions->isBusy(record.key))
            ++left->asked;
        return canExpire(record);
    };
    withFitting(fits, [this, left](const Records &some, qint64) { askExpire(some, *left); });
}

void SessionSelection::askExpire(const Records &some, const LeftOut &left)
{
    if (some.empty())
        return emit finished(tr("None of them can be expired from here."), {});
    const QString title = some.size() == 1
                              ? tr("Expire 1 session now?")
                              : tr("Expire %1 sessions now?").arg(QLocale().toString(qlonglong(some.size())));
    auto *dialog =
        new GuardDialog(title, tr("Nobody can pay them any longer, and they cannot be opened again here."), m_window);
    QStringList accountIds;
    for (const SessionRecord &record : some) {
        if (!accountIds.contains(record.accountId))
            accountIds << record.accountId;
    }
    nameAccounts(*dialog, m_desk, accountIds);
    const auto leaveOut = [dialog](const QString &label, qint64 count) {
        if (count > 0)
            dialog->addDetail(label, QLocale().toString(count));
    };
    leaveOut(tr("Left out, not open"), left.over);
    leaveOut(tr("Left out, the provider has no such call"), left.noCall);
    leaveOut(tr("Left out, being asked about"), left.asked);
    dialog->setSafeButton(tr("Keep open"));
    needWrites(dialog->addButton(1, tr("Expire now"), ButtonKind::Danger), m_desk);
    connect(dialog, &GuardDialog::chosen, this, [this, some] { startBatch(SessionBatch::Call::Expire, some); });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_session_selection.cpp"
