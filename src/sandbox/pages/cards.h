// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the hosted page. Only test cards are taken, so that nobody types a real number.
#pragma once

#include "sandbox/refusal.h"

#include <QDate>

namespace tilldeck::sandbox {

/// What the customer typed. Only the last four digits and the brand are ever kept.
struct Card
{
    QString number;
    QString expiry;
    QString cvc;

    QString lastFour() const;
    QString brand() const;
};

/// Problems of the fields "number", "expiry" (MM/YY) and "cvc"; none when a payment can be tried.
QList<FieldError> cardProblems(const Card &card, QDate today);

/// Why the issuer declines AMOUNT, or empty when it pays. FIRST_AMOUNT is what the dearest tier asked for: a card short
/// of funds pays only less than that.
QString issuerDecline(const Card &card, qint64 amount, qint64 firstAmount);

struct TestCard
{
    QString number;
    QString behaviour;
};

/// For the page's own help.
QList<TestCard> testCards();

} // namespace tilldeck::sandbox
