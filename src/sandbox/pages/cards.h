// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the hosted page. Only test cards are taken, so that nobody types a real number.
#pragma once

#include "sandbox/refusal.h"

#include <QDate>

namespace tilldeck::sandbox {

/// A card as the customer typed it. Only the last four digits and the brand are stored.
struct Card
{
    QString number;
    QString expiry;
    QString cvc;

    QString lastFour() const;
    QString brand() const;
};

/// Returns the problems of the fields "number", "expiry" (month and year, "12/34") and "cvc"; none when a payment can
/// be tried.
QList<FieldError> cardProblems(const Card &card, QDate today);

/// Returns the decline code of the issuer for @p amount, or an empty text when it pays. A card short of funds pays only
/// less than @p firstAmount, which is that of the first tier. Both are minor units.
QString issuerDecline(const Card &card, qint64 amount, qint64 firstAmount);

/// A card that the sandbox knows.
struct TestCard
{
    QString number;
    QString behaviour;
};

/// Returns the test cards that the page lists.
QList<TestCard> testCards();

} // namespace tilldeck::sandbox
