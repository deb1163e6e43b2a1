// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activity_page.h"

#include "ui/activity/event_model.h"
#include "ui/activity/event_panel.h"
#include "ui/activity/requests_page.h"
#include "ui/activity/signature_dialog.h"
#include "ui/figures/account_name.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/secret_clipboard.h"

#include <QGuiApplication>
#include <QLayout>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::WebhookEvent;
using ledger::WebhookFilter;
using Delivery = WebhookEvent::Delivery;

namespace {

constexpr std::array deliveryChips{Delivery::Delivered, Delivery::Failed, Delivery::Kept};

} // namespace

ActivityPage::ActivityPage(desk::Desk &desk, QWidget *parent)
    : RecordListPage(desk, parent)
    , m_clipboard(new SecretClipboard(QGuiApplication::clipboard(), this))
    , m_model(new EventModel(
          desk.ledger(), desk.accounts(), [&desk] { return desk.now(); }, this))
    , m_panel(new EventPanel(desk, m_clipboard))
    , m_receiver(new ReceiverBar(m_clipboard))
    , m_requests(new RequestsPage(desk, m_clipboard))
{
    setList(m_model, new ListFrame(tr("Activity"), tr("Event, or ID of a session or charge"), m_panel));
    layout()->addWidget(m_receiver);
    m_receiver->hide();
    layout()->addWidget(m_requests);
    m_requests->hide();
    auto *requests = new Button(tr("Requests"));
    requests->setObjectName(u"showRequests"_s);
    m_frame->addTool(requests);
    m_frame->addStatus(allChip, tr("All", "events"));
    for (const Delivery delivery : deliveryChips)
        m_frame->addStatus(static_cast<int>(delivery), deliveryText(delivery));
    Button *check = m_frame->addPrimaryButton(tr("Check a signature…"), {});
    check->setObjectName(u"checkSignature"_s);
    check->setIcon(icon(Icon::Check));
    showColumns(tr("Activity"), u"events"_s);
    table()->setSelectionMode(QAbstractItemView::SingleSelection); // nothing is done with several

    connect(requests, &Button::clicked, this, [this] { showRequests(true); });
    connect(m_requests, &RequestsPage::eventsRequested, this, [this] { showRequests(false); });
    connect(check, &QPushButton::clicked, this, &ActivityPage::checkSignature);
    connect(m_frame, &ListFrame::filterChanged, this, &ActivityPage::applyFilter);
    connect(&desk.ledger(), &ledger::Ledger::webhookEventsChanged, this, &ActivityPage::readCounts);
    connect(m_panel, &EventPanel::sessionRequested, this, &ActivityPage::showSession);
    connect(m_panel, &EventPanel::transactionRequested, this, &ActivityPage::showTransaction);
    connect(m_panel, &EventPanel::checkRequested, this, [this](const WebhookEvent &event) { this->check(&event); });
    connect(m_receiver, &ReceiverBar::urlChosen, this, &ActivityPage::receiverUrlChosen);
    updateTexts();
}

void ActivityPage::accountsChanged()
{
    m_fit->setPresent(EventModel::Provider, m_accountIds.size() > 1);
    m_fit->setWanted(EventModel::Provider, widestAccountName(m_desk.accounts(), m_accountIds));
    showReceiver();
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
    m_receiver->setVisible(!ids.isEmpty() && !m_requests->isVisibleTo(this));
    updateTexts();
}

void ActivityPage::showRequests(bool shown)
{
    m_frame->setVisible(!shown);
    m_requests->setVisible(shown);
    showReceiver();
}

void ActivityPage::check(const WebhookEvent *event)
{
    auto *dialog = new SignatureDialog([this] { return m_desk.now(); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    const QString accountId = event ? event->accountId : m_accountIds.value(0);
    if (const auto account = m_desk.accounts().byId(accountId))
        dialog->setProvider(accounts::providerId(account->provider));
    if (event)
        dialog->fill(*event, http::Secret(m_receivers.value(accountId).secret));
    dialog->open();
}

void ActivityPage::applyFilter()
{
    WebhookFilter filter;
    filter.accountIds = m_accountIds;
    if (const int chip = m_frame->status(); chip != allChip)
        filter.delivery = static_cast<Delivery>(chip);
    filter.text = m_frame->searchText();
    filter.createdSince = m_frame->since(m_desk.now());
    m_model->setFilter(filter);
    table()->setLoading(m_model->isLoading());
    readCounts();
}

void ActivityPage::readCounts()
{
    restartCounts();
    QList<int> chips{allChip};
    for (const Delivery delivery : deliveryChips)
        chips << static_cast<int>(delivery);
    countChips(chips, [this, filter = m_model->filter()](int chip) mutable {
        filter.delivery = chip == allChip ? std::nullopt : std::optional(static_cast<Delivery>(chip));
        return m_desk.ledger().countWebhookEvents(filter);
    });
    WebhookFilter everything;
    everything.accountIds = m_accountIds;
    whenCounted(m_desk.ledger().countWebhookEvents(everything), [this](qint64 count) { m_everything = count; });
}

void ActivityPage::showRecord(int row)
{
    m_panel->setEvent(m_model->record(row));
    if (m_receivers.size() > 1)
        showReceiver();
}

void ActivityPage::updateTexts()
{
    const int shown = static_cast<int>(chipCount());
    setStatusTexts(shown == 1 ? tr("1 event") : tr("%Ln events", nullptr, shown), tr("Sorted by time, newest first"));
    if (m_everything != 0)
        setNoMatch(tr("No event matches."));
    else if (m_receiver->isVisibleTo(this))
        setEmptyState(tr("No events yet"), tr("They come when something is paid or expires."));
    else
        setEmptyState(tr("No events here"), tr("The provider sends them to your own server."));
}

} // namespace tilldeck::ui

#include "moc_activity_page.cpp"
