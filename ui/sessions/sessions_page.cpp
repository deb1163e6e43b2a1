// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/sessions_page.h"

#include "ui/figures/account_name.h"
#include "ui/figures/needs_writes.h"
#include "ui/figures/session_text.h"
#include "ui/lists/filter_chip.h"
#include "ui/lists/list_frame.h"
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
    , m_discountChip(new FilterChip({}))
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
    buildDiscountBar();
    m_notes->hide();
    m_frame->addBar(m_notes);
    showColumns(tr("Checkout sessions"));

    connect(m_frame, &ListFrame::filterChanged, this, &SessionsPage::applyFilter);
    connect(&desk.ledger(), &ledger::Ledger::sessionsChanged, this, &SessionsPage::readCounts);
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

void SessionsPage::buildDiscountBar()
{
    auto *bar = new QWidget;
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(px(16), 0, px(16), px(8));
    line->addWidget(m_discountChip);
    line->addStretch(1);
    bar->hide();
    m_frame->addBar(bar);
    connect(m_frame, &ListFrame::filtersCleared, this, [this] { setDiscount({}); });
    connect(m_discountChip, &FilterChip::clicked, this, [this] {
        setDiscount({});
        table()->setFocus();
        applyFilter();
    });
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
    setDiscount({}); // it was one of the accounts before
    m_wanted = {};
    m_counts = m_allCounts = {};
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
    setDiscount({});
    m_frame->setStatusesShown(!view);
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
    m_frame->setFilters(static_cast<int>(Status::All), {}, ListFrame::Period::AllTime);
    setDiscount(discount);
    applyFilter();
}

void SessionsPage::setDiscount(const QString &discount)
{
    m_discount = discount;
    m_discountChip->setText(tr("Discount: %1").arg(discount));
    m_discountChip->parentWidget()->setVisible(!discount.isEmpty());
    m_frame->setOtherFilters(discount.isEmpty() ? 0 : 1);
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
    filter.accountIds = m_accountIds;
    filter.status = m_savedView.value_or(static_cast<Status>(m_frame->status()));
    filter.text = m_frame->searchText();
    filter.discount = m_discount;
    m_left.clear();
    // Saved views include sessions of any age.
    filter.createdSince = m_savedView ? QDateTime() : m_frame->since(m_desk.now());
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
    readCounts();
}

void SessionsPage::readCounts()
{
    restartCounts();
    SessionFilter filter = m_model->filter();
    filter.accountIds = m_accountIds;
    filter.now = m_desk.now();
    whenCounted(m_desk.ledger().counts(filter), [this](const SessionCounts &counts) {
        m_counts = counts;
        for (const Status status :
             {Status::All, Status::Open, Status::Completed, Status::Expired, Status::Failed, Status::OutcomeUnknown})
            setChipCount(static_cast<int>(status), counts.of(status));
    });
    SessionFilter everything;
    everything.accountIds = m_accountIds;
    everything.now = filter.now;
    whenCounted(m_desk.ledger().counts(everything), [this](const SessionCounts &counts) {
        m_everything = counts.all;
        if (std::exchange(m_allCounts, counts) != counts)
            emit countsChanged(counts);
        readAttention();
    });
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
    if (m_everything == 0 && isListLost)
        setEmptyState(tr("The list of sessions is missing"));
    else if (m_everything == 0)
        setEmptyState(tr("No sessions yet"), {}, tr("New session"));
    else if (m_savedView && m_frame->searchText().isEmpty())
        setEmptyState(m_savedView == Status::NeedsAttention && m_notes->hasOthers() ? tr("No session needs attention")
                                                                                    : tr("Nothing here now"));
    else
        setNoMatch(tr("No session matches."));
}

} // namespace tilldeck::ui

#include "moc_sessions_page.cpp"
