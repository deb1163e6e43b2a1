// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "money/money.h"

#include <QDateTime>
#include <QString>

namespace tilldeck::checkout {

enum class RefundStatus { Pending, Succeeded, Failed, Unrecognised };

/// Holds money that was given back, in the currency that the customer paid.
struct Refund
{
    Refund(QString id, money::Money amount)
        : id(std::move(id))
        , amount(amount)
    {
    }

    QString id; ///< Empty when the provider reported none.
    money::Money amount;
    RefundStatus status = RefundStatus::Unrecognised;
    QString rawStatus;
    QString reason;
    QDateTime at; ///< UTC; invalid when it was not reported.

    friend bool operator==(const Refund &, const Refund &) = default;
};

} // namespace tilldeck::checkout
