// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/sessions_page.h"

#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/session_text.h"
#include "ui/lists/list_filters.h"
#include "ui/lists/table.h"
#include "ui/sessions/report_bar.h"
#include "ui/sessions/session_model.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/session_selection.h"
#include "ui/sessions/waiting_notes.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/shown_timer.h"

#include <QGuiApplication>
#include <QHBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using ledger::SessionCounts;
using ledger::SessionFilter;
using ledger::SessionRecord;
using Status = SessionFilter::Status;

SessionsPage::SessionsPage(desk::Desk &desk, desk::Refresher &refresher, desk::CatalogCache &catalogs, QWidget *parent)
    : RecordListPage(desk, parent)
    , m_refresher(&refresher)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_actions(new SessionActions(desk, catalogs, m_clipboard, this))
    , m_selection(new SessionSelection(desk, m_actions, m_clipboard, this))
    , m_model(new SessionModel(
          desk.ledger(), desk.accounts(), [&desk] { return desk.now(); }, this))
    , m_panel(new SessionPanel(desk, catalogs, m_actions, m_selection, m_clipboard))
    , m_notes(new WaitingNotes(desk))
    , m_report(new ReportBar)
    , m_minute(new ShownTimer(this))
{
    setList(m_model, new ListFrame(tr("Checkout sessions"), tr("Customer, item, ID or URL"), m_panel));
    const std::pair<Status, QString> statuses[] = {
        {Status::All, tr("All", "sessions")}, {Status::Open, tr("Open", "session status")},
        {Status::Completed, tr("Completed")}, {Status::Expired, tr("Expired")},
        {Status::Failed, tr("Failed")},       {Status::OutcomeUnknown, tr("Outcome unknown")},
    };
    for (const auto &[status, text] : statuses)
        m_frame->addStatus(static_cast<int>(status), text);
    auto *create = m_frame->addPrimaryButton(tr("New session"),
                                             QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText));
    create->setObjectName(u"newSession"_s);
    needWrites(create, desk);
    connect(create, &QPushButton::clicked, this, &SessionsPage::newRequested);
    addCommands();
    const auto word = [](Status status, const QString &text) { return ListFilters::StatusWord{int(status), text}; };
    m_filters = new ListFilters(desk, m_frame,
                                {word(Status::Open, u"open"_s), word(Status::Completed, u"completed"_s),
                                 word(Status::Expired, u"expired"_s), word(Status::Failed, u"failed"_s),
                                 word(Status::OutcomeUnknown, u"outcome_unknown"_s)},
                                this);
    m_notes->hide();
    m_frame->addBar(m_notes);
    showColumns(tr("Checkout sessions"), u"sessions"_s);
    makeCounts();

    connect(m_filters, &ListFilters::changed, this, &SessionsPage::applyFilter);
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, &SessionsPage::countAgain);
    connect(&desk, &desk::Desk::journalChanged, this, &SessionsPage::readAttention);
    connect(&desk.accounts(), &accounts::AccountStore::changed, this, [this] {
        if (!m_desk.accounts().byId(m_notes->foundAccount()))
            m_notes->forgetFound();
        m_left.clear();
        m_actions->update();
        showOthers();
        updateTexts();
    });
    connect(m_notes, &WaitingNotes::overviewRequested, this, &SessionsPage::overviewRequested);
    connect(m_notes, &WaitingNotes::refundRequested, this, &SessionsPage::refundRequested);
    connect(m_notes, &WaitingNotes::sessionRequested, this, [this](const auto &at, const auto &id) { select(at, id); });
    connect(m_actions, &SessionActions::duplicateRequested, this, &SessionsPage::duplicateRequested);
    connect(m_actions, &SessionActions::transactionRequested, this, &SessionsPage::showTransaction);
    connect(m_actions, &SessionActions::keyNeeded, this, &SessionsPage::keyNeeded);
    connect(m_panel, &SessionPanel::resolved, this, [this](const auto &at, const auto &id) {
        if (m_savedView != Status::NeedsAttention)
            return select(at, id);
        // The others of the list wait still: this one has left it, and is a click away.
        showFound(at, id);
    });
    connect(&refresher, &desk::Refresher::freshnessChanged, this, [this](const QString &accountId) {
        if (m_refresher)
            m_panel->accountAnswered(accountId, m_refresher->freshness(accountId).updatedAt);
    });
    connect(m_minute, &ShownTimer::timeout, this, [this] {
        showEnded();
        readAgain();
    });
    m_minute->start(1min);
    updateTexts();
}

void SessionsPage::emptyActionTriggered()
{
    if (m_everything == 0)
        emit newRequested();
    else
        RecordListPage::emptyActionTriggered();
}

void SessionsPage::accountsChanged()
{
    m_fit->setHideOrder(SessionModel::Provider,
                        m_accountIds.size() > 1 ? 0 : 2); // with several accounts the column is never hidden
    m_fit->setWanted(SessionModel::Provider, widestAccountName(m_desk.accounts(), m_accountIds));
    m_selection->cancelOutside(m_accountIds);
    m_report->hide();
    m_notes->forgetFound();
    m_filters->setAccounts(m_accountIds);
    m_currencies.clear();
    m_wanted = {};
    m_allCounts = {};
    m_attention = {};
    m_attentionReads.cancel();
    showOthers();
    emit countsChanged({});
    emit attentionChanged(std::nullopt);
}

void SessionsPage::setSavedView(std::optional<Status> view)
{
    if (view == m_savedView)
        return;
    m_savedView = view;
    m_frame->setStatusesShown(!view);
    m_filters->clearParts(); // they are not to hide what another view is for
    const QString title = view == Status::NeedsAttention ? tr("Needs attention")
                          : view == Status::ExpiringSoon ? tr("Expiring soon")
                                                         : tr("Checkout sessions");
    m_frame->setTitle(title);
    m_notes->forgetFound();
    showOthers();
    applyFilter();
    emit savedViewChanged(view, title);
}

void SessionsPage::showDiscount(const QString &discount)
{
    setSavedView({});
    FilterParts parts;
    parts.discount = discount;
    m_filters->set(static_cast<int>(Status::All), {}, ListFrame::Period::AllTime, parts);
}

void SessionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_actions->update();
    m_panel->tick();
}

void SessionsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_actions->update();
}

void SessionsPage::applyFilter()
{
    SessionFilter filter;
    m_filters->fill(filter);
    filter.status = m_savedView.value_or(static_cast<Status>(m_frame->status()));
    m_left.clear();
    if (m_savedView) // it includes sessions of any age
        filter.createdSince = m_filters->parts().createdSince;
    m_model->setFilter(filter);
    table()->setLoading(m_model->isLoading());
    readCounts();
}

void SessionsPage::currentChanged()
{
    if (selectedRowCount() > 1)
        return showMany();
    m_isMany = false;
    m_model->stopCollecting();
    stopReadingSelected();
    m_selection->setRecords({});
    const std::vector<RowRun> rows = selectedRuns();
    showCurrent(rows.empty() ? table()->currentIndex() : m_model->index(rows.front().first, 0));
}

void SessionsPage::showRecord(int row)
{
    m_left.clear();
    const qint64 key = m_model->keyOf(row);
    const bool isShown = m_actions->record() && m_actions->record()->key == key;
    if (!isShown)
        m_actions->setRecord({});
    whenWhole(m_desk.ledger().sessionsByKey(m_model->filter().accountIds, {key}), isShown,
              [this](const SessionRecord &record) {
                  m_actions->setRecord(record);
                  m_panel->setRecord(record);
                  m_panel->tick();
              });
}

void SessionsPage::showEnded()
{
    if (m_model->tick())
        readAgain();
    m_actions->update();
    m_selection->update();
}

void SessionsPage::readAgain()
{
    m_minute->start(1min); // sessions end that are not in sight
    if (!m_savedView && m_frame->since(m_desk.now()) != m_model->filter().createdSince)
        return applyFilter(); // midnight has moved the period
    m_model->refresh();
    countAgain(m_accountIds);
}

void SessionsPage::makeCounts()
{
    const auto ask = [this](SessionFilter filter) {
        filter.now = m_desk.now();
        return m_desk.ledger().counts(filter);
    };
    using Counts = std::optional<SessionCounts>;
    m_countsOfFilter = makeCounted<SessionFilter, SessionCounts>(ask, [this](const Counts &counts) {
        for (const Status status :
             {Status::All, Status::Open, Status::Completed, Status::Expired, Status::Failed, Status::OutcomeUnknown})
            setChipCount(static_cast<int>(status), counts ? std::optional(counts->of(status)) : std::nullopt);
    });
    m_countsOfAll = makeCounted<SessionFilter, SessionCounts>(ask, [this](const Counts &counts) {
        m_everything = counts ? std::optional(counts->all) : std::nullopt;
        if (!counts)
            return;
        if (std::exchange(m_allCounts, *counts) != *counts)
            emit countsChanged(*counts);
        readAttention();
    });
}

void SessionsPage::readCounts()
{
    SessionFilter filter = m_model->filter();
    filter.status = Status::All; // each is counted
    m_countsOfFilter->count(filter);
    SessionFilter everything;
    everything.accountIds = m_accountIds;
    m_countsOfAll->count(everything);
}

void SessionsPage::readAttention()
{
    m_attentionReads.startLatest(desk::needsAttention(&m_desk, m_accountIds, m_allCounts),
                                 [this](const checkout::Result<desk::NeedsAttention> &attention) {
                                     if (!attention)
                                         return emit attentionChanged(std::nullopt);
                                     m_attention = *attention;
                                     showOthers();
                                     updateTexts();
                                     emit attentionChanged(m_attention.count());
                                 });
}

/// Says in the list of what needs attention what else does, because only sessions have rows in it.
void SessionsPage::showOthers()
{
    m_notes->setAttention(m_attention);
    m_notes->setVisible(m_savedView == Status::NeedsAttention && m_notes->saysSomething());
}

void SessionsPage::updateTexts()
{
    const qint64 shown = m_model->rowCount();
    setStatusTexts(shown == 1 ? tr("1 session") : tr("%Ln sessions", nullptr, static_cast<int>(shown)),
                   tr("Sorted by created, newest first"), m_left);
    const bool isListLost = std::ranges::any_of(m_desk.storageTroubles(), [](const desk::StorageTrouble &trouble) {
        return trouble.kind == desk::StorageTrouble::Kind::NoFiles ||
               trouble.kind == desk::StorageTrouble::Kind::NoLedger;
    });
    if (!m_filters->problem().isEmpty())
        setUnreadableSearch();
    else if (m_everything == 0 && isListLost)
        setEmptyState(tr("The list of sessions is missing"));
    else if (m_everything == 0)
        setEmptyState(tr("No sessions yet"), {}, tr("New session"));
    else if (m_savedView && m_frame->activeFilters() == 0)
        setEmptyState(m_savedView == Status::NeedsAttention && m_notes->hasOthers() ? tr("No session needs attention")
                                                                                    : tr("Nothing here now"));
    else
        setNoMatch(tr("No session matches."));
}

} // namespace tilldeck::ui

#include "moc_sessions_page.cpp"
