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
    const money::Money most = payment.mostRefundable();
    const auto left = payment.refunded ? most.minus(*payment.refunded) : most;
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
                                              const RefundRequest &request, const QString &paymentId)
{
    const QString id = item.requiredText(names.id);
    const QString payment = names.payment.isEmpty() ? QString() : item.optionalText(names.payment);
    if (!payment.isEmpty() && payment != paymentId)
        item.fault(names.payment, RefundsText::tr("%1 is not the payment that was to be given back."));
    const QString currency = item.optionalText("currency"_L1);
    const bool isOtherCurrency =
        !currency.isEmpty() && currency.compare(request.amount.currency().code(), Qt::CaseInsensitive) != 0;
    if (isOtherCurrency)
        item.fault("currency"_L1, RefundsText::tr("%1 is not the currency that the customer paid in."));
    if (id.isEmpty() || isOtherCurrency || (!payment.isEmpty() && payment != paymentId))
        return std::unexpected(item.error());
    const auto amount = optionalAmount(item, family, names.amount, request.amount.currency());
    checkout::Refund refund(id, amount.value_or(request.amount));
    refund.rawStatus = item.word("status"_L1);
    refund.reason = item.word("reason"_L1);
    if (!names.createdAt.isEmpty())
        refund.at = item.time(names.createdAt);
    return refund;
}

} // namespace tilldeck::providers
