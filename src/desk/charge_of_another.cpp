// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/charge_of_another.h"

#include "desk/creation_fit.h"
#include "desk/while_open.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::desk {

namespace {

struct ChargeOfAnotherText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ChargeOfAnother)
};

bool isOf(const checkout::Transaction &payment, const checkout::Session &charge)
{
    return payment.sessionId == charge.id || (!charge.transactionId.isEmpty() && payment.id == charge.transactionId);
}

} // namespace

http::Task<QString> whyChargeOfAnother(QPointer<Desk> desk, ProviderHandle provider, ledger::SessionRecord record,
                                       checkout::Session charge)
{
    const bool isNamed = desk->capabilities(record.accountId, record.draft.flow).takes(checkout::Field::Reference) &&
                         !record.draft.reference.isEmpty();
    if (!isNamed)
        co_return QString();
    const auto listed = co_await whileOpen(desk, provider->transactions(0));
    // What cannot be read contradicts nothing.
    if (!listed)
        co_return QString();
    ledger::Intent asked;
    asked.draft = record.draft;
    asked.quote = record.quote;
    const auto payment =
        std::ranges::find_if(listed->items, [&](const checkout::Transaction &one) { return isOf(one, charge); });
    if (payment == listed->items.end() || mayBeChargeOf(*payment, asked))
        co_return QString();
    co_return ChargeOfAnotherText::tr("The reference %1 belongs to another charge, %2, for %3. Nothing new may have "
                                      "been charged: give another reference to the next one.",
                                      "reference, ID, customer")
        .arg(record.draft.reference, charge.id, payment->customerId);
}

} // namespace tilldeck::desk
