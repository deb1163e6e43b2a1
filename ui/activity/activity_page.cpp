// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include "ui/activity/event_model.h"
#include "ui/activity/event_panel.h"
#include "ui/activity/signature_dialog.h"
#include "ui/lists/chip.h"
#include "ui/lists/column_fit.h"
#include "ui/lists/delegates.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/close_dialogs.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/when_done.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QVBoxLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::WebhookEvent;
using ledger::WebhookFilter;
using Delivery = WebhookEvent::Delivery;

namespace {

constexpr int allDeliveries = 100; // not the number of a delivery, nor -1, which a button group uses
constexpr std::array chips{allDeliveries, static_cast<int>(Delivery::Delivered), static_cast<int>(Delivery::Failed),
                           static_cast<int>(Delivery::Kept)};

std::optional<Delivery> deliveryOfChip(int id)
{
    return id == allDeliveries ? std::nullopt : std::optional(static_cast<Delivery>(id));
}

int widestDelivery()
{
    int widest = 0;
    for (const Delivery delivery : {Delivery::Kept, Delivery::Pending, Delivery::Delivered, Delivery::Failed})
        widest = std::max(widest, badgeSize(deliveryBadge(delivery), deliveryText(delivery)).width());
    return widest;
}

} // namespace

ActivityPage::ActivityPage(desk::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_model(new EventModel(
          desk.ledger(), desk.accounts(), [&desk] { return desk.now(); }, this))
    , m_panel(new EventPanel(desk, m_clipboard))
    , m_frame(new ListFrame(tr("Activity"), tr("Event, or ID of a session or charge"), m_panel))
    , m_receiver(new ReceiverBar(m_clipboard))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_frame, 1);
    layout->addWidget(m_receiver);
    m_receiver->hide();
    for (const int id : chips)
        m_frame->addStatus(id, id == allDeliveries ? tr("All", "events") : deliveryText(static_cast<Delivery>(id)));
    Button *check = m_frame->addPrimaryButton(tr("Check a signature…"), {});
    check->setObjectName(u"checkSignature"_s);
    check->setIcon(icon(Icon::Check));
    buildTable();

    connect(check, &QPushButton::clicked, this, &ActivityPage::checkSignature);
    connect(m_frame, &ListFrame::filterChanged, this, &ActivityPage::applyFilter);
    connect(m_model, &EventModel::loaded, this, &ActivityPage::rowsArrived);
    connect(m_model, &EventModel::failed, this, [this](const checkout::Error &error) {
        m_frame->thawUpdates();
        m_frame->table()->setLoading(false);
        m_frame->setNote(error.sentence, error.details);
    });
    connect(&desk.ledger(), &ledger::Ledger::webhookEventsChanged, this, &ActivityPage::readCounts);
    connect(m_panel, &EventPanel::sessionRequested, this, &ActivityPage::showSession);
    connect(m_panel, &EventPanel::transactionRequested, this, &ActivityPage::showTransaction);
    connect(m_panel, &EventPanel::checkRequested, this, [this](const WebhookEvent &event) { this->check(&event); });
    connect(m_receiver, &ReceiverBar::urlChosen, this, &ActivityPage::receiverUrlChosen);
    updateTexts();
}

void ActivityPage::buildTable()
{
    Table *table = m_frame->table();
    table->setAccessibleName(tr("Activity"));
    table->setModel(m_model);
    table->setItemDelegateForColumn(EventModel::Delivery, new BadgeDelegate(table));
    table->setItemDelegateForColumn(EventModel::Type, new RowDelegate(table, TextStyle::Name));
    table->setItemDelegateForColumn(EventModel::About, new RowDelegate(table, TextStyle::Mono, Tone::Text2));
    table->setItemDelegateForColumn(EventModel::Provider, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    table->setItemDelegateForColumn(EventModel::Answer, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    table->setItemDelegateForColumn(EventModel::Time, new RowDelegate(table, TextStyle::Body, Tone::Text2));
    m_fit = new ColumnFit(table, {{EventModel::Delivery, widestDelivery() + px(25), 0, 0},
                                  {EventModel::Type, px(170), 0, 3},
                                  {EventModel::About, px(150), 1, 3},
                                  {EventModel::Provider, px(88), 0, 1},
                                  {EventModel::Answer, px(130), 2, 1},
                                  {EventModel::Time, px(76), 0, 0}});
    connect(m_fit, &ColumnFit::hiddenChanged, this, &ActivityPage::updateTexts);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ActivityPage::currentChanged);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(EventModel::Time, Qt::DescendingOrder);
    connect(table, &Table::emptyActionTriggered, m_frame, &ListFrame::clearFilters);
}

void ActivityPage::setAccounts(const QStringList &accountIds)
{
    closeDialogs(this, m_accountIds, accountIds);
    m_accountIds = accountIds;
    m_everything = 0;
    m_currentKey = 0;
    m_frame->setHasCurrent(false);
    m_frame->freezeUpdates();
    m_firstRow = true;
    m_fit->setPresent(EventModel::Provider, accountIds.size() > 1);
    showReceiver();
    applyFilter();
}

void ActivityPage::setReceivers(const QHash<QString, Receiver> &receivers)
{
    m_receivers = receivers;
    showReceiver();
}

void ActivityPage::showReceiver()
{
    QStringList ids = m_accountIds;
    ids.removeIf([this](const QString &id) { return !m_receivers.contains(id); });
    const int row = m_model->rowOf(m_currentKey);
    const QString current = row < 0 ? QString() : m_model->record(row).accountId;
    const QString shown = ids.contains(current) ? current : ids.value(0);
    const auto account = m_desk.accounts().byId(shown);
    m_receiver->setReceiver(m_receivers.value(shown), ids.size() > 1 && account ? account->name : QString());
    m_receiver->setVisible(!ids.isEmpty());
    updateTexts();
}

void ActivityPage::checkSignature()
{
    check(nullptr);
}

void ActivityPage::check(const WebhookEvent *event)
{
    auto *dialog = new SignatureDialog([this] { return m_desk.now(); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    const QString accountId = event ? event->accountId : m_accountIds.value(0);
    if (const auto account = m_desk.accounts().byId(accountId))
        dialog->setProvider(accounts::providerWord(account->provider));
    if (event)
        dialog->fill(*event, http::Secret(m_receivers.value(accountId).secret));
    dialog->open();
}

void ActivityPage::applyFilter()
{
    WebhookFilter filter;
    filter.accountIds = m_accountIds;
    filter.delivery = deliveryOfChip(m_frame->status());
    filter.text = m_frame->searchText();
    filter.since = m_frame->since(m_desk.now());
    m_frame->table()->setLoading(true);
    m_model->setFilter(filter);
    readCounts();
}

void ActivityPage::readCounts()
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
    WebhookFilter filter = m_model->filter();
    for (const int id : chips) {
        filter.delivery = deliveryOfChip(id);
        whenDone(m_desk.ledger().countWebhookEvents(filter), this, take([this, id](qint64 count) {
                     m_counts.insert(id, count);
                     m_frame->chips()->chip(id)->setCount(static_cast<int>(count));
                 }));
    }
    WebhookFilter everything;
    everything.accountIds = m_accountIds;
    whenDone(m_desk.ledger().countWebhookEvents(everything), this,
             take([this](qint64 count) { m_everything = count; }));
}

void ActivityPage::rowsArrived()
{
    Table *table = m_frame->table();
    m_frame->thawUpdates();
    table->setLoading(false);
    m_frame->setNote({});
    const bool first = m_firstRow && m_currentKey == 0 && m_model->rowCount() > 0;
    m_firstRow = m_firstRow && m_model->rowCount() == 0;
    const int row = first ? 0 : m_currentKey == 0 ? -1 : m_model->rowOf(m_currentKey);
    if (row >= 0 && table->currentIndex().row() != row)
        m_frame->setCurrentRow(row);
    else
        currentChanged(table->currentIndex());
    updateTexts();
}

void ActivityPage::currentChanged(const QModelIndex &current)
{
    const bool has = current.isValid();
    if (has) {
        const WebhookEvent &event = m_model->record(current.row());
        m_currentKey = event.key;
        m_panel->setEvent(event);
        m_panel->setNeighbours(current.row() > 0, current.row() + 1 < m_model->rowCount());
        if (m_receivers.size() > 1)
            showReceiver();
    } else if (!m_model->isLoading()) {
        m_currentKey = 0;
    }
    m_frame->setHasCurrent(has);
    updateTexts();
}

void ActivityPage::updateTexts()
{
    if (!m_fit)
        return;
    const int shown = static_cast<int>(m_counts.value(m_frame->status()));
    const QString count = shown == 1 ? tr("1 event") : tr("%Ln events", nullptr, shown);
    const bool selected = m_frame->table()->currentIndex().isValid();
    const QStringList hidden = m_fit->hidden();
    m_frame->statusLine()->setTexts(selected ? tr("%1 · 1 selected", "number of events").arg(count) : count,
                                    hidden.isEmpty()
                                        ? tr("Sorted by time, newest first")
                                        : tr("Columns hidden: %1").arg(QLocale().createSeparatedList(hidden)));
    if (m_everything != 0)
        m_frame->table()->setEmptyState(tr("No event matches."), m_frame->filtersText(), tr("Clear filters"));
    else if (m_receiver->isVisibleTo(this))
        m_frame->table()->setEmptyState(tr("No events yet"), tr("They come when something is paid or expires."));
    else
        m_frame->table()->setEmptyState(tr("No events here"), tr("The provider sends them to your own server."));
}

} // namespace tilldeck::ui

#include "moc_activity_page.cpp"
