// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_model.h"

#include "ui/style/paint.h"
#include "ui/widgets/time_text.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using ledger::WebhookEvent;
using By = ledger::WebhookOrder::By;

namespace {

int widestDelivery()
{
    using Delivery = WebhookEvent::Delivery;
    int widest = 0;
    for (const Delivery delivery : {Delivery::Kept, Delivery::Pending, Delivery::Delivered, Delivery::Failed})
        widest = std::max(widest, badgeSize(deliveryBadge(delivery), deliveryText(delivery)).width());
    return widest;
}

} // namespace

BadgeKind deliveryBadge(WebhookEvent::Delivery delivery)
{
    switch (delivery) {
    case WebhookEvent::Delivery::Kept:
        return BadgeKind::Expired;
    case WebhookEvent::Delivery::Pending:
        return BadgeKind::Pending;
    case WebhookEvent::Delivery::Delivered:
        return BadgeKind::Succeeded;
    case WebhookEvent::Delivery::Failed:
        return BadgeKind::Failed;
    }
    Q_UNREACHABLE();
}

QString deliveryText(WebhookEvent::Delivery delivery)
{
    switch (delivery) {
    case WebhookEvent::Delivery::Kept:
        return EventModel::tr("Not sent");
    case WebhookEvent::Delivery::Pending:
        return EventModel::tr("Trying again");
    case WebhookEvent::Delivery::Delivered:
        return EventModel::tr("Delivered");
    case WebhookEvent::Delivery::Failed:
        return EventModel::tr("Failed", "delivery of a webhook event");
    }
    Q_UNREACHABLE();
}

QString answerText(const WebhookEvent &event)
{
    if (event.attempts == 0)
        return {};
    return event.httpStatus == 0 ? EventModel::tr("No answer") : EventModel::tr("HTTP %1").arg(event.httpStatus);
}

EventModel::EventModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent)
    : ListModel(ledger, accounts, std::move(clock), parent)
{
    setColumns(describe(), Time, Qt::DescendingOrder);
    connect(&ledger, &ledger::Ledger::webhookEventsChanged, this, &EventModel::refreshAccounts);
}

QFuture<EventModel::ListModel::Answer> EventModel::ask(const ledger::WebhookFilter &filter, ledger::RowRange range)
{
    return m_ledger->webhookEventsAt(filter, order<ledger::WebhookOrder>(), range);
}

QFuture<EventModel::Place> EventModel::askPosition(qint64 key)
{
    return m_ledger->positionOf(m_filter, order<ledger::WebhookOrder>(), key);
}

std::vector<Column<WebhookEvent>> EventModel::describe()
{
    using Event = WebhookEvent;
    std::vector<Column<Event>> columns{
        {{.name = u"delivery"_s,
          .title = [] { return tr("Delivery"); },
          .kind = ColumnKind::Badge,
          .minimum = widestDelivery() + px(25),
          .sortKey = int(By::Delivery),
          .sorting = Sorting::ByRank},
         [](const Event &event) { return deliveryText(event.delivery); }},
        {{.name = u"type"_s,
          .title = [] { return tr("Event"); },
          .kind = ColumnKind::Name,
          .minimum = px(170),
          .share = 2,
          .sortKey = int(By::Type)},
         [](const Event &event) { return event.type; }},
        {{.name = u"about"_s,
          .title = [] { return tr("About", "what an event is about: the ID of a session or charge"); },
          .kind = ColumnKind::Mono,
          .minimum = px(150),
          .share = 3,
          .hideOrder = 1,
          .sortKey = int(By::About)},
         [](const Event &event) { return event.about; }},
        {{.name = u"provider"_s, .title = [] { return tr("Provider"); }, .minimum = px(88), .share = 1},
         [this](const Event &event) { return accountText(event.accountId); }},
        {{.name = u"answer"_s,
          .title = [] { return tr("Answer"); },
          .minimum = px(80),
          .share = 1,
          .hideOrder = 2,
          .sortKey = int(By::Answer),
          .sorting = Sorting::ByRank},
         answerText},
        {{.name = u"time"_s,
          .title = [] { return tr("Time"); },
          .minimum = px(64),
          .sortKey = int(By::Created),
          .sorting = Sorting::ByTime},
         [this](const Event &event) { return listTime(event.at, m_clock(), QTimeZone::systemTimeZone(), QLocale()); }},
    };
    for (Column<Event> &column : columns)
        column.tooltip = column.text;
    columns[Delivery].badge = [](const Event &event) { return deliveryBadge(event.delivery); };
    columns[Answer].secondary = [](const Event &event) {
        return event.attempts < 2 ? QString()
                                  : tr(", %1", "answer of a server, number of tries")
                                        .arg(isolated(tr("%n tries", nullptr, event.attempts)));
    };
    columns[Time].tooltip = [](const Event &event) {
        return absoluteTime(event.at, QTimeZone::systemTimeZone(), QLocale());
    };
    columns[Time].spoken = columns[Time].tooltip;
    return columns;
}

} // namespace tilldeck::ui

#include "moc_event_model.cpp"
