// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transactions/transactions_page.h"

#include "ui/figures/account_name.h"
#include "ui/figures/session_text.h"
#include "ui/lists/chip.h"
#include "ui/lists/list_filters.h"
#include "ui/lists/table.h"
#include "ui/style/paint.h"
#include "ui/transactions/export_dialog.h"
#include "ui/transactions/filter_text.h"
#include "ui/transactions/saved_views.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transaction_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/when_done.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <array>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::TransactionStatus;
using ledger::TransactionFilter;
using ledger::TransactionRecord;

namespace {

constexpr std::array statusChips{TransactionStatus::Succeeded, TransactionStatus::Pending, TransactionStatus::Failed,
                                 TransactionStatus::Refunded, TransactionStatus::PartlyRefunded};

/// The words of the command line.
QList<ListFilters::StatusWord> statusWords()
{
    return {{int(TransactionStatus::Succeeded), u"succeeded"_s},
            {int(TransactionStatus::Pending), u"pending"_s},
            {int(TransactionStatus::Failed), u"failed"_s},
            {int(TransactionStatus::Refunded), u"refunded"_s},
            {int(TransactionStatus::PartlyRefunded), u"partially_refunded"_s},
            {TransactionsPage::askedChip, u"refund_asked"_s}};
}

} // namespace

TransactionsPage::TransactionsPage(desk::Desk &desk, desk::CatalogCache &catalogs, QWidget *parent)
    : RecordListPage(desk, parent)
    , m_model(new TransactionModel(
          desk.ledger(), desk.accounts(), [&desk] { return desk.now(); }, this))
    , m_panel(new TransactionPanel(desk, catalogs))
    , m_totals(new TotalsBar)
    , m_views(new SavedViews(desk.ledger(), [this] { return currentView(); }))
    , m_copyId(new QAction(tr("Copy transaction ID"), this))
    , m_showSession(new QAction(tr("Show its session"), this))
{
    setList(m_model, new ListFrame(tr("Transactions"), tr("Customer, amount, ID or decline code"), m_panel));
    m_frame->addStatus(allChip, tr("All", "transactions"));
    for (const TransactionStatus status : statusChips)
        m_frame->addStatus(static_cast<int>(status), badgeText(transactionBadge(status)));
    m_frame->addStatus(askedChip, tr("Refund asked for"));
    m_frame->chips()->setOffered(askedChip, false); // until there is one
    const QPointer<desk::CatalogCache> cache(&catalogs);
    m_model->setRouteNames([cache](const QString &accountId, const QString &routeId) {
        return routeName(routeId, cache ? cache->catalog(accountId) : checkout::Catalog());
    });
    buildFilters();
    showColumns(tr("Transactions"), u"transactions"_s);
    m_fit->setPresent(TransactionModel::Fee, false);

    makeCounts();
    connect(&desk.ledger(), &ledger::Ledger::transactionsChanged, this, &TransactionsPage::countAgain);
    connect(m_panel, &TransactionPanel::sessionRequested, this, &TransactionsPage::showSession);
    connect(m_copyId, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_current->transaction.id); });
    connect(m_showSession, &QAction::triggered, this,
            [this] { emit showSession(m_current->accountId, m_current->transaction.sessionId); });
    setCurrent({});
    updateTexts();
}

void TransactionsPage::buildFilters()
{
    m_frame->addTool(m_views);
    auto *exportButton = new IconButton(Icon::Export, tr("Export CSV…"), ButtonKind::Normal);
    exportButton->setObjectName(u"exportCsv"_s);
    m_frame->addTool(exportButton);
    connect(exportButton, &QToolButton::clicked, this,
            [this] { openExport(new ExportDialog(m_desk, m_model->filter(), m_model->rowCount(), m_columns, this)); });
    connect(m_totals, &TotalsBar::exportRequested, this, [this] {
        openExport(isFilterSelected() ? new ExportDialog(m_desk, m_model->filter(), selectedRowCount(), m_columns, this)
                                      : new ExportDialog(m_desk, m_selected, m_columns, this));
    });
    m_filters = new ListFilters(m_desk, m_frame, statusWords(), this);
    m_frame->addFooter(m_totals);
    connect(m_filters, &ListFilters::changed, this, &TransactionsPage::applyFilter);
    connect(m_views, &SavedViews::chosen, this, &TransactionsPage::showView);
    connect(m_views, &SavedViews::failed, this,
            [this](const checkout::Error &error) { m_frame->setNote(error.sentence, error.details); });
}

void TransactionsPage::accountsChanged()
{
    m_filters->setAccounts(m_accountIds);
    m_totals->setFiltered({});
    m_wantedPayment.clear();
    // With several accounts the column is never hidden.
    const bool several = m_accountIds.size() > 1;
    m_fit->setHideOrder(TransactionModel::Provider, several ? 0 : 2);
    const int name = widestAccountName(m_desk.accounts(), m_accountIds);
    m_fit->setMinimum(TransactionModel::Item, px(several ? 110 : 150)); // the names of accounts need the room
    m_fit->setMinimum(TransactionModel::Provider, several ? std::clamp(name, px(92), px(132)) : px(164));
    m_fit->setWanted(TransactionModel::Provider, std::max(px(164), name));
}

void TransactionsPage::showForSession(const QString &accountId, const QString &sessionId)
{
    showOnly(accountId, sessionId, {});
}

void TransactionsPage::showPayment(const QString &accountId, const QString &transactionId)
{
    showOnly(accountId, {}, transactionId);
}

void TransactionsPage::showOnly(const QString &accountId, const QString &sessionId, const QString &transactionId)
{
    clearCurrent();
    m_wantedPayment.clear();
    if (!m_accountIds.contains(accountId))
        return;
    FilterParts parts;
    parts.sessionId = sessionId;
    if (!sessionId.isEmpty() && m_accountIds.size() > 1)
        parts.accountIds = {accountId};
    m_filters->set(allChip, transactionId, ListFrame::Period::AllTime, parts);
    m_frame->setPanelWanted(true);
    m_wantedAccount = accountId;
    m_wantedPayment = transactionId;
    m_firstRow = transactionId.isEmpty();
    if (!m_model->isLoading()) // the filters were the same before
        rowsArrived();
}

QList<int> TransactionsPage::chipIds()
{
    QList<int> ids{allChip};
    for (const TransactionStatus status : statusChips)
        ids << static_cast<int>(status);
    return ids << askedChip;
}

void TransactionsPage::setChip(TransactionFilter &filter, int id)
{
    filter.isRefundAsked = id == askedChip;
    filter.status = id == allChip || id == askedChip ? std::nullopt : std::optional(static_cast<TransactionStatus>(id));
}

int TransactionsPage::chipOf(const TransactionFilter &filter)
{
    if (filter.isRefundAsked)
        return askedChip;
    return filter.status ? static_cast<int>(*filter.status) : allChip;
}

ledger::SavedFilter TransactionsPage::currentView() const
{
    ledger::SavedFilter view;
    putParts(view.filter, m_filters->parts());
    setChip(view.filter, m_frame->status());
    view.filter.text = m_filters->savedText();
    view.filter.tier.reset(); // it stands there
    view.lastDays = ListFrame::daysOf(m_frame->period());
    return view;
}

void TransactionsPage::showView(const ledger::SavedFilter &view)
{
    m_filters->set(chipOf(view.filter), view.filter.text, ListFrame::periodOf(view.lastDays), partsOf(view.filter));
}

void TransactionsPage::setUnreachable(const QHash<QString, QString> &unreachable)
{
    m_panel->setUnreachable(unreachable);
}

void TransactionsPage::applyFilter()
{
    TransactionFilter filter;
    m_filters->fill(filter);
    setChip(filter, m_frame->status());
    m_exported.clear();
    m_left.clear();
    m_leaving.reset();
    m_views->filterChanged();
    if (filter != m_model->filter()) {
        m_firstRow = false;
        m_wantedPayment.clear();
    }
    m_model->setFilter(filter);
    table()->setLoading(m_model->isLoading());
    readCounts();
}

void TransactionsPage::rowsArrived()
{
    // The search also finds ids that only contain the wanted one.
    for (const auto &[row, record] : m_model->readRows()) {
        if (record.accountId == m_wantedAccount && record.id == m_wantedPayment) {
            m_currentKey = record.key;
            m_wantedPayment.clear();
            break;
        }
    }
    if (m_model->rowCount() > 0)
        m_wantedPayment.clear(); // the merchant chooses among those that were found instead
    RecordListPage::rowsArrived();
}

void TransactionsPage::rowLeaving(int row)
{
    m_leaving = row < 0 || !m_model->isRead(row) ? std::nullopt : std::optional(m_model->record(row));
}

/// Says what became of the payment, where the filters do not let it through any more.
void TransactionsPage::recordLeft()
{
    if (!m_leaving)
        return;
    const ledger::PaymentRow before = *std::exchange(m_leaving, {});
    using Found = checkout::Result<std::optional<TransactionRecord>>;
    whenDone(m_desk.ledger().transaction(before.accountId, before.id), this,
             [this, before, filter = m_model->filter()](const Found &found) {
                 if (!found || !*found || m_model->filter() != filter || m_current ||
                     !m_desk.accounts().byId(before.accountId))
                     return;
                 const QString name = before.customerLabel.isEmpty() ? tr("No customer") : before.customerLabel;
                 m_left = tr("%1, %2, is “%3” now and not in this list any more.", "customer, amount, status")
                              .arg(isolated(name), amountText(before.amount), badgeText(transactionBadge(**found)));
                 updateTexts();
             });
}

void TransactionsPage::updateTexts()
{
    const int shown = m_model->rowCount();
    setStatusTexts(shown == 1 ? tr("1 transaction") : tr("%Ln transactions", nullptr, shown),
                   tr("Sorted by date, newest first"), m_left.isEmpty() ? m_exported : m_left);
    if (!m_filters->problem().isEmpty())
        setUnreadableSearch();
    else if (m_everything == 0)
        setEmptyState(tr("No transactions yet"),
                      tr("A payment stands here as soon as a customer pays or is declined."));
    else
        setNoMatch(tr("No transaction matches."));
}

void TransactionsPage::setCurrent(const std::optional<TransactionRecord> &record)
{
    m_current = record;
    m_copyId->setEnabled(record.has_value());
    m_showSession->setEnabled(record && !record->transaction.sessionId.isEmpty());
}

void TransactionsPage::showRecord(int row)
{
    m_left.clear();
    const qint64 key = m_model->keyOf(row);
    const bool isShown = m_current && m_current->key == key;
    if (!isShown)
        setCurrent({});
    whenWhole(m_desk.ledger().transactionsByKey(m_model->filter().accountIds, {key}), isShown,
              [this](const TransactionRecord &record) {
                  m_panel->setRecord(record);
                  setCurrent(record);
              });
}

void TransactionsPage::selectionChanged()
{
    if (isFilterSelected()) {
        m_model->stopCollecting();
        stopReadingSelected();
        m_selected.clear();
        m_totals->setAllSelected(selectedRowCount());
    } else {
        whenSelectedRead(*m_model, [this](const std::vector<ledger::PaymentRow> &rows) {
            const auto select = [this](const std::vector<TransactionRecord> &whole) {
                m_selected = whole;
                m_totals->setSelected(m_selected);
            };
            stopReadingSelected();
            select({});
            if (rows.size() > 1) // one stands in the panel
                whenSelectedWhole(m_desk.ledger().transactionsByKey(m_model->filter().accountIds, keysOf(rows)),
                                  select);
        });
    }
    updateTexts();
}

void TransactionsPage::openExport(ExportDialog *dialog)
{
    connect(dialog, &ExportDialog::exported, this, [this, dialog](const QString &path, qint64 rows) {
        m_columns = dialog->columns();
        m_exported = rows == 1 ? tr("1 payment saved in %1").arg(path)
                               : tr("%Ln payments saved in %1", nullptr, static_cast<int>(rows)).arg(path);
        updateTexts();
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_transactions_page.cpp"
