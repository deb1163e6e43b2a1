// SPDX-License-Identifier: GPL-3.0-or-later
// Ikawaari's objects as they are answered. Contract: ikawaari.openapi.yaml; members marked there as assumed are ours.
#pragma once

#include "sandbox/ikawaari/session.h"

#include <QJsonArray>

namespace tilldeck::sandbox::ikawaari {

/// Adds an event to the timeline of a payment's document.
void addEvent(QJsonObject &payment, const QString &type, const QDateTime &at, const QString &message = {});

QJsonObject sessionView(const Session &session, const QString &payUrl);

// The functions below take the document of a payment.
QJsonObject paymentView(const QJsonObject &payment);
QJsonObject paymentDetailView(const QJsonObject &payment, const QJsonArray &refunds);
QJsonObject intentView(const QJsonObject &payment);

/// Returns the transaction of a payment's last try.
QJsonObject paymentTransaction(const QJsonObject &payment);
QJsonObject refundTransaction(const QJsonObject &payment, const QJsonObject &refund);

/// Return the objects of webhook events, with the currency in lower case, as documented.
QJsonObject intentEvent(const QJsonObject &payment);
QJsonObject invoiceEvent(const QJsonObject &payment);

} // namespace tilldeck::sandbox::ikawaari
