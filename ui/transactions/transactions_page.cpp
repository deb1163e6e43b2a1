// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transactions_page.h"

#include "ui/figures/session_text.h"
#include "ui/lists/chip.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/delegates.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/transactions/export_dialog.h"
#include "ui/transactions/filter_bar.h"
#include "ui/transactions/saved_views.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/when_done.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::TransactionStatus;
using ledger::TransactionFilter;
using ledger::TransactionRecord;

namespace {

constexpr int mostForCustomer = 260;
constexpr int allStatuses = 100; // not the number of a status, nor -1, which a button group uses
using Period = ListFrame::Period;

std::optional<TransactionStatus> statusOfChip(int id)
{
    return id == allStatuses ? std::nullopt : std::optional(static_cast<TransactionStatus>(id));
}

/// Returns the width that the customers of the first rows need.
int widestCustomer(const Table &table)
{
    constexpr int mostRows = 50;
    int widest = 0;
    for (int row = 0; row < std::min(table.model()->rowCount(), mostRows); ++row)
        widest =
            std::max(widest, table.sizeHintForIndex(table.model()->index(row, TransactionModel::Customer)).width());
    return widest;
}

} // namespace

TransactionsPage::TransactionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(new TransactionModel(
          desk.ledger(), desk.accounts(), [&desk] { return desk.now(); }, this))
    , m_panel(new TransactionPanel(desk, catalogs))
    , m_frame(new ListFrame(tr("Transactions"), tr("Customer, amount, ID or decline code"), m_panel))
    , m_bar(new FilterBar(desk))
    , m_totals(new TotalsBar)
    , m_views(new SavedViews(desk.ledger(), [this] { return present(); }))
    , m_copyId(new QAction(tr("Copy transaction ID"), this))
    , m_showSession(new QAction(tr("Show its session"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    m_frame->addStatus(allStatuses, tr("All", "transactions"));
    for (const TransactionStatus status :
         {TransactionStatus::Succeeded, TransactionStatus::Pending, TransactionStatus::Failed,
          TransactionStatus::Refunded, TransactionStatus::PartlyRefunded})
        m_frame->addStatus(static_cast<int>(status), badgeWord(transactionBadge(status)));
    const QPointer<desk::CatalogCache> cache(&catalogs);
    m_model->setRouteNames([cache](const QString &accountId, const QString &routeId) {
        return routeName(routeId, cache ? cache->catalog(accountId) : checkout::Catalog());
    });
    buildTable();
    buildFilters();

    connect(m_model, &TransactionModel::loaded, this, &TransactionsPage::rowsArrived);
    connect(m_model, &TransactionModel::failed, this, [this](const checkout::Error &error) {
        m_frame->thawUpdates();
        m_frame->table()->setLoading(false);
        m_frame->setNote(error.sentence, error.details);
    });
    connect(&desk.ledger(), &ledger::Ledger::transactionsChanged, this, &TransactionsPage::readCounts);
    connect(m_panel, &TransactionPanel::sessionRequested, this, &TransactionsPage::showSession);
    connect(m_copyId, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_current->transaction.id); });
    connect(m_showSession, &QAction::triggered, this,
            [this] { emit showSession(m_current->accountId, m_current->transaction.sessionId); });
    setCurrent({});
    updateTexts();
}

void TransactionsPage::buildTable()
{
    Table *table = m_frame->table();
    table->setAccessibleName(tr("Transactions"));
    table->setModel(m_model);
    table->setItemDelegateForColumn(TransactionModel::Status, new BadgeDelegate(table));
    table->setItemDelegateForColumn(TransactionModel::Customer, new RowDelegate(table, TextStyle::Name));
    table->setItemDelegateForColumn(TransactionModel::Item, new ItemsDelegate(table));
    table->setItemDelegateForColumn(TransactionModel::Amount, new AmountDelegate(table));
    table->setItemDelegateForColumn(TransactionModel::Fee,
                                    new AmountDelegate(table, CurrencySlot::Shown, TextStyle::Body, Tone::Text2));
    table->setItemDelegateForColumn(TransactionModel::Provider, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    table->setItemDelegateForColumn(TransactionModel::Date, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    m_fit =
        new ColumnFit(table, {{TransactionModel::Status, badgeSize(BadgeKind::PartRefunded, {}).width() + px(25), 0, 0},
                              {TransactionModel::Customer, px(108), 0, 1},
                              {TransactionModel::Item, px(150), 1, 3},
                              {TransactionModel::Amount, px(134), 0, 0},
                              {TransactionModel::Fee, px(118), 4, 0},
                              {TransactionModel::Provider, px(164), 2, 0},
                              {TransactionModel::Date, px(76), 3, 0}});
    m_fit->setPresent(TransactionModel::Fee, false);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_fit, &ColumnFit::hiddenChanged, this, &TransactionsPage::updateTexts);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TransactionsPage::selectionChanged);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TransactionsPage::currentChanged);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(TransactionModel::Date, Qt::DescendingOrder);
    connect(table, &Table::emptyActionTriggered, m_frame, &ListFrame::clearFilters);
}

void TransactionsPage::buildFilters()
{
    auto *add = new Chip(tr("Filter"));
    add->setObjectName(u"addFilter"_s);
    add->setIcon(icon(Icon::Plus, Tone::Text2));
    add->setCheckable(false);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setMenu(new QMenu(add));
    m_frame->chips()->addWidget(add);
    m_frame->addTool(m_views);
    auto *exportButton = new IconButton(Icon::Export, tr("Export CSV…"), ButtonKind::Normal);
    exportButton->setObjectName(u"exportCsv"_s);
    m_frame->addTool(exportButton);
    connect(exportButton, &QToolButton::clicked, this, [this] {
        openExport(new ExportDialog(m_desk, m_model->filter(), m_counts.value(m_frame->status()), m_columns, window()));
    });
    connect(m_totals, &TotalsBar::exportRequested, this,
            [this] { openExport(new ExportDialog(m_desk, selected(), m_columns, window())); });
    m_frame->addBar(m_bar);
    m_frame->addFooter(m_totals);
    auto *addFilter = new QAction(tr("Add filter"), this);
    addFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    addFilter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(addFilter);
    connect(addFilter, &QAction::triggered, add, [add] {
        if (add->isVisible())
            add->showMenu();
    });
    connect(add->menu(), &QMenu::aboutToShow, this, [this, menu = add->menu()] {
        menu->clear();
        m_bar->fillMenu(menu);
    });
    connect(m_frame, &ListFrame::filtersMenuShown, this, [this](QMenu *menu) {
        menu->addSeparator();
        m_bar->fillMenu(menu);
    });
    connect(m_frame, &ListFrame::filterChanged, this, [this] {
        if (m_frame->period() != Period::AllTime)
            m_bar->clearDays(); // the last choice of a period applies
        applyFilter();
    });
    connect(m_frame, &ListFrame::filtersCleared, this, [this] { m_bar->setParts({}); });
    connect(m_bar, &FilterBar::clearAllRequested, m_frame, &ListFrame::clearFilters);
    connect(m_bar, &FilterBar::changed, this, [this] {
        if (m_bar->hasDays() && m_frame->period() != Period::AllTime)
            m_frame->setPeriod(Period::AllTime);
        else
            applyFilter();
    });
    connect(m_views, &SavedViews::chosen, this, &TransactionsPage::showView);
    connect(m_views, &SavedViews::failed, this,
            [this](const checkout::Error &error) { m_frame->setNote(error.sentence, error.details); });
}

void TransactionsPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this, m_accountIds, accountIds);
    m_accountIds = accountIds;
    setCurrent({});
    m_bar->setAccounts(accountIds);
    // With several accounts the column is never hidden.
    const bool several = accountIds.size() > 1;
    m_fit->setHideOrder(TransactionModel::Provider, several ? 0 : 2);
    m_fit->setMinimum(TransactionModel::Provider, px(several ? 92 : 164));
    m_fit->setWanted(TransactionModel::Provider, px(164));
    m_everything = 0;
    m_currentKey = 0;
    m_frame->setHasCurrent(false);
    m_frame->freezeUpdates();
    m_firstRow = true;
    applyFilter();
}

void TransactionsPage::showForSession(const QString &accountId, const QString &sessionId)
{
    if (!m_accountIds.contains(accountId))
        return;
    m_selectFirst = true;
    m_frame->clearFilters();
    m_frame->search()->setText(sessionId);
    m_frame->setPanelWanted(true);
}

void TransactionsPage::focusSearch()
{
    m_frame->focusSearch();
}

void TransactionsPage::togglePanel()
{
    m_frame->setPanelWanted(!m_frame->isPanelWanted());
}

ledger::SavedFilter TransactionsPage::present() const
{
    ledger::SavedFilter view;
    view.filter = m_bar->parts();
    view.filter.status = statusOfChip(m_frame->status());
    view.filter.text = m_frame->searchText();
    view.lastDays = ListFrame::daysOf(m_frame->period());
    return view;
}

void TransactionsPage::showView(const ledger::SavedFilter &view)
{
    m_bar->setParts(view.filter);
    m_frame->setFilters(view.filter.status ? static_cast<int>(*view.filter.status) : allStatuses, view.filter.text,
                        ListFrame::periodOf(view.lastDays));
}

void TransactionsPage::applyFilter()
{
    TransactionFilter filter = present().filter;
    if (filter.accountIds.isEmpty()) {
        filter.accountIds = m_accountIds;
    } else {
        // A view that was saved for live accounts must not show them among test accounts.
        filter.accountIds.removeIf([this](const QString &id) { return !m_accountIds.contains(id); });
    }
    if (m_frame->period() != Period::AllTime)
        filter.createdSince = m_frame->since(m_desk.now());
    m_exported.clear();
    m_frame->setOtherFilters(m_bar->count());
    m_views->filterChanged();
    if (filter != m_model->filter())
        m_frame->table()->setLoading(true);
    m_model->setFilter(filter);
    readCounts();
}

void TransactionsPage::readCounts()
{
    const quint64 generation = ++m_countGeneration;
    const auto take = [this, generation](auto place) {
        return [this, generation, place](const checkout::Result<qint64> &count) {
            if (generation != m_countGeneration || !count)
                return;
            place(*count);
            updateTexts();
        };
    };
    TransactionFilter filter = m_model->filter();
    for (const int id :
         {allStatuses, static_cast<int>(TransactionStatus::Succeeded), static_cast<int>(TransactionStatus::Pending),
          static_cast<int>(TransactionStatus::Failed), static_cast<int>(TransactionStatus::Refunded),
          static_cast<int>(TransactionStatus::PartlyRefunded)}) {
        filter.status = statusOfChip(id);
        whenDone(m_desk.ledger().countTransactions(filter), this, take([this, id](qint64 count) {
                     m_counts.insert(id, count);
                     m_frame->chips()->chip(id)->setCount(static_cast<int>(count));
                 }));
    }
    readTotals();
}

void TransactionsPage::readTotals()
{
    const quint64 generation = m_countGeneration;
    using Totals = checkout::Result<std::vector<ledger::CurrencyTotal>>;
    whenDone(m_desk.ledger().totals(m_model->filter()), this, [this, generation](const Totals &totals) {
        if (generation == m_countGeneration && totals)
            m_totals->setFiltered(*totals);
    });
    TransactionFilter everything;
    everything.accountIds = m_accountIds;
    whenDone(m_desk.ledger().totals(everything), this, [this, generation](const Totals &totals) {
        if (generation != m_countGeneration || !totals)
            return;
        QStringList currencies;
        m_everything = 0;
        bool fees = false;
        for (const ledger::CurrencyTotal &total : *totals) {
            fees = fees || total.withFee > 0;
            currencies += total.currency.code();
            m_everything += total.payments;
        }
        m_fit->setPresent(TransactionModel::Fee, fees);
        m_bar->setCurrencies(currencies);
        updateTexts();
    });
}

void TransactionsPage::rowsArrived()
{
    Table *table = m_frame->table();
    m_frame->thawUpdates();
    table->setLoading(false);
    m_frame->setNote({});
    m_fit->setWanted(TransactionModel::Customer, std::min(widestCustomer(*table), px(mostForCustomer)));
    const bool selectFirst = m_selectFirst && !m_frame->searchText().isEmpty() && m_model->rowCount() > 0;
    const bool first = selectFirst || (m_firstRow && m_currentKey == 0 && m_model->rowCount() > 0);
    m_firstRow = m_firstRow && m_model->rowCount() == 0;
    const int row = first ? 0 : m_currentKey == 0 ? -1 : m_model->rowOf(m_currentKey);
    if (selectFirst)
        m_selectFirst = false;
    if (row >= 0 && table->currentIndex().row() != row) {
        m_frame->setCurrentRow(row);
    } else {
        currentChanged(table->currentIndex());
    }
    updateTexts();
}

void TransactionsPage::updateTexts()
{
    if (!m_fit)
        return;
    const qint64 shown = m_counts.value(m_frame->status());
    const QString count = shown == 1 ? tr("1 transaction") : tr("%Ln transactions", nullptr, static_cast<int>(shown));
    const qsizetype selected = m_frame->table()->selectionModel()->selectedRows().size();
    const QStringList hidden = m_fit->hidden();
    const QString leading = selected == 0 ? count
                                          : tr("%1 · %2 selected", "number of transactions, how many of them")
                                                .arg(count, QLocale().toString(selected));
    const QString trailing = !m_exported.isEmpty() ? m_exported
                             : hidden.isEmpty()    ? tr("Sorted by date, newest first")
                                                : tr("Columns hidden: %1").arg(QLocale().createSeparatedList(hidden));
    m_frame->statusLine()->setTexts(leading, trailing);
    if (m_everything == 0)
        m_frame->table()->setEmptyState(tr("No transactions yet"),
                                        tr("A payment stands here as soon as a customer pays or is declined."));
    else
        m_frame->table()->setEmptyState(tr("No transaction matches."), m_frame->filtersText(), tr("Clear filters"));
}

} // namespace tilldeck::ui

#include "moc_transactions_page.cpp"
