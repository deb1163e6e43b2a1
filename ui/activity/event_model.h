// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/list_model.h"

namespace tilldeck::ui {

BadgeKind deliveryBadge(ledger::WebhookEvent::Delivery delivery);
/// Returns "Delivered" or "Not sent".
QString deliveryText(ledger::WebhookEvent::Delivery delivery);
/// Returns the last response of the merchant's server: "HTTP 500", "No answer"; empty while nothing was sent.
QString answerText(const ledger::WebhookEvent &event);

/// Lists the webhook events that match a filter.
class EventModel : public ListModel<ledger::WebhookEvent, ledger::WebhookFilter>
{
    Q_OBJECT

public:
    enum Columns { Delivery, Type, About, Provider, Answer, Time, ColumnCount };

    EventModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent = nullptr);

protected:
    QFuture<ListModel::Answer> ask(const ledger::WebhookFilter &filter, ledger::RowRange range) override;
    QFuture<Place> askPosition(qint64 key) override;

private:
    std::vector<Column<ledger::WebhookEvent>> describe();
};

} // namespace tilldeck::ui
