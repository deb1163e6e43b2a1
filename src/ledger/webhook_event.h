// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace tilldeck::ledger {

/// Holds an event of a provider, as one call of a webhook.
struct WebhookEvent
{
    enum class Delivery {
        Kept,      ///< There is no address to send it to.
        Pending,   ///< Tried, and will be tried again.
        Delivered, ///< Answered with 2xx.
        Failed,    ///< The last try failed.
    };

    qint64 key = 0; ///< The row; pages go by (at, key).
    QString accountId;
    QString eventId; ///< The provider's id; repetitions have the same.
    QString type;    ///< The provider's name: "payment.successful".
    QString about;   ///< Id of the session or charge; may be empty.
    QByteArray body; ///< As signed.
    QByteArray signatureHeader;
    QByteArray signature;
    QString url; ///< Where it was sent; empty when it was not.
    Delivery delivery = Delivery::Kept;
    int attempts = 0;
    int httpStatus = 0; ///< Of the last try; 0 when there was no answer.
    QDateTime at;       ///< UTC: when it happened.

    friend bool operator==(const WebhookEvent &, const WebhookEvent &) = default;
};

struct WebhookFilter
{
    QStringList accountIds;
    std::optional<WebhookEvent::Delivery> delivery;
    QString text;           ///< Type, event id or what it is about; substring without case.
    QDateTime createdSince; ///< UTC; invalid: any.

    friend bool operator==(const WebhookFilter &, const WebhookFilter &) = default;
};

/// Says by what the events of a list are ordered; those that are equal by it, the newest first.
struct WebhookOrder
{
    enum class By { Created, Delivery, Type, About, Answer };
    By by = By::Created;
    bool ascending = false;

    friend bool operator==(const WebhookOrder &, const WebhookOrder &) = default;
};

} // namespace tilldeck::ledger
