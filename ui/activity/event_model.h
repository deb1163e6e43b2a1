// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/paged_model.h"
#include "ui/widgets/badge.h"

namespace tilldeck::ui {

BadgeKind deliveryBadge(ledger::WebhookEvent::Delivery delivery);
/// Returns "Delivered" or "Not sent".
QString deliveryText(ledger::WebhookEvent::Delivery delivery);
/// Returns the last response of the merchant's server: "HTTP 500", "No answer"; empty while nothing was sent.
QString answerText(const ledger::WebhookEvent &event);

/// Lists the webhook events that match a filter, newest first, read from the ledger as the list is scrolled.
class EventModel : public PagedModel<ledger::WebhookEvent, ledger::WebhookFilter>
{
    Q_OBJECT

public:
    enum Columns { Delivery, Type, About, Provider, Answer, Time, ColumnCount };

    EventModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, Clock clock, QObject *parent = nullptr);

protected:
    QVariant cell(const ledger::WebhookEvent &event, int column, int role) const override;
    QFuture<EventModel::PagedModel::Answer> ask(ledger::PageKey after, int limit) override;
    QString title(int column) const override;
    QDateTime createdAt(const ledger::WebhookEvent &row) const override { return row.at; }

private:
    QString text(const ledger::WebhookEvent &event, int column) const;
};

} // namespace tilldeck::ui
