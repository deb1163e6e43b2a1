// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/refunds.h"

#include "providers/wire/amounts.h"

#include <QCoreApplication>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;

namespace {

struct RefundsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::providers::Refunds)
};

std::unexpected<checkout::Error> wrongAmount(const QString &sentence)
{
    return std::unexpected(checkout::Error(checkout::ErrorKind::InvalidInput, sentence));
}

} // namespace

checkout::Result<qint64> refundUnits(Family family, const RefundRequest &request)
{
    const checkout::Transaction &payment = request.transaction;
    if (request.amount.currency() != payment.amount.currency()) {
        return wrongAmount(RefundsText::tr("This payment was made in %1, so it can only be given back in %1.")
                               .arg(payment.amount.currency().code()));
    }
    const auto left = payment.refunded ? payment.amount.minus(*payment.refunded) : payment.amount;
    // First: an amount of nothing is what is left, when all of it is asked for.
    if (left && left->minorUnits() < 1)
        return wrongAmount(RefundsText::tr("Nothing of this payment is left to give back."));
    if (request.amount.minorUnits() < 1)
        return wrongAmount(RefundsText::tr("Enter an amount above zero."));
    if (!left || request.amount.minorUnits() > left->minorUnits())
        return wrongAmount(RefundsText::tr("This is more than what is left of the payment. Enter a smaller amount."));
    const auto units = toWire(family, request.amount);
    if (!units)
        return wrongAmount(
            RefundsText::tr("The provider does not count this currency so finely. Enter a rounder amount."));
    return *units;
}

checkout::Result<checkout::Refund> readRefund(ObjectReader &item, Family family, const RefundNames &names,
                                              const money::Money &requested)
{
    const QString id = item.requiredText(names.id);
    if (id.isEmpty())
        return std::unexpected(item.error());
    const auto amount = optionalAmount(item, family, names.amount, requested.currency());
    checkout::Refund refund(id, amount.value_or(requested));
    refund.rawStatus = item.word("status"_L1);
    refund.reason = item.word("reason"_L1);
    if (!names.createdAt.isEmpty())
        refund.at = item.time(names.createdAt);
    return refund;
}

} // namespace tilldeck::providers
