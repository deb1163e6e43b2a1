// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/event_model.h"

#include "ui/lists/roles.h"
#include "ui/style/paint.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using ledger::WebhookEvent;

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
    : PagedModel(ledger, accounts, std::move(clock), ColumnCount, parent)
{
    connect(&ledger, &ledger::Ledger::webhookEventsChanged, this, &EventModel::refreshAccounts);
}

QFuture<EventModel::PagedModel::Answer> EventModel::ask(ledger::PageKey after, int limit)
{
    return m_ledger->webhookEvents(m_filter, after, limit);
}

QVariant EventModel::cell(const WebhookEvent &event, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(event, column);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        if (column == Time)
            return absoluteTime(event.at, QTimeZone::systemTimeZone(), QLocale());
        return text(event, column);
    case BadgeKindRole:
        return column == Delivery ? QVariant::fromValue(deliveryBadge(event.delivery)) : QVariant();
    case SecondaryTextRole:
        if (column != Answer || event.attempts < 2)
            return {};
        return tr(", %1", "answer of a server, number of tries").arg(isolated(tr("%n tries", nullptr, event.attempts)));
    default:
        return {};
    }
}

QString EventModel::text(const WebhookEvent &event, int column) const
{
    switch (column) {
    case Delivery:
        return deliveryText(event.delivery);
    case Type:
        return event.type;
    case About:
        return event.about;
    case Provider:
        return accountText(event.accountId);
    case Answer:
        return answerText(event);
    case Time:
        return listTime(event.at, m_clock(), QTimeZone::systemTimeZone(), QLocale());
    default:
        return {};
    }
}

QString EventModel::title(int column) const
{
    return QStringList{
        tr("Delivery"), tr("Event"),  tr("About", "what an event is about: the ID of a session or charge"),
        tr("Provider"), tr("Answer"), tr("Time")}
        .value(column);
}

} // namespace tilldeck::ui

#include "moc_event_model.cpp"
