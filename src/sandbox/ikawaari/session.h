// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace tilldeck::sandbox::ikawaari {

/// Amounts are minor units of the session's currency.
struct LineItem
{
    QString name;
    qint64 amount = 0; ///< of one
    qint64 quantity = 1;
};

/// The request for a session, in either of the contract's forms.
struct SessionRequest
{
    QString mode; ///< payment or subscription
    QString currency;
    QList<LineItem> lines;
    qint64 total = 0;
    QString successUrl;
    QString cancelUrl;
    QString country; ///< this and what follows are of the later form
    QStringList methods;
    QString customerEmail;
    QString description;
    QJsonObject metadata;
};

/// A checkout session.
struct Session
{
    QString id;
    QString status; ///< open, completed, expired or failed
    SessionRequest asked;
    QString paymentId;
    bool waiting = false; ///< for the customer's phone: it does not expire, and nothing else can pay it
    int declinedTries = 0;
    QDateTime createdAt;
    QDateTime expiresAt;

    bool isOpen() const { return status == QLatin1StringView("open"); }
    money::Money money(qint64 amount) const { return {amount, *money::Currency::fromCode(asked.currency)}; }
};

/// Returns the payment methods of a currency: mobile money in XOF only, cards in all. This rule is ours.
QStringList methodsFor(const QString &currency);

/// Converts to and from the stored document. Times are ISO 8601 UTC with seconds.
QJsonObject toDocument(const Session &session);
Session sessionFrom(const QJsonObject &document);

QString timeText(const QDateTime &time);
QDateTime timeFrom(const QJsonValue &value);

} // namespace tilldeck::sandbox::ikawaari
