// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Ikawaari's request bodies and query parameters. All problems of a body are reported at once, each with its
// field as it was sent; a refusal is always 400.
#pragma once

#include "sandbox/ikawaari/session.h"
#include "sandbox/json_reader.h"
#include "sandbox/pages/hosted_checkout.h"

namespace tilldeck::sandbox::ikawaari {

struct RefundRequest
{
    std::optional<qint64> amount; ///< absent: all that is left
    QString reason;
};

struct Simulation
{
    QString paymentId;
    bool succeeds = false;
    QString failureReason;
};

/// How POST api/checkout/{id}/pay pays: by one of the two. The body without a payment_method is a card that pays.
struct PayRequest
{
    std::optional<Card> card;
    std::optional<Wallet> wallet;
};

/// A page of a list.
struct PageRequest
{
    Selection selection;
    int page = 1;
};

/// Takes the contract's body, and the provider's later one with camelCase members (contract README, contradiction 1).
Answer<SessionRequest> readSession(const QByteArray &body);
Answer<RefundRequest> readRefund(const QByteArray &body);
Answer<Simulation> readSimulation(const QByteArray &body);
Answer<PayRequest> readPay(const QByteArray &body);

/// page and limit; FALLBACK is the limit where none is asked for.
Answer<PageRequest> readPage(const QUrlQuery &query, int fallback = 20);

/// type, status, search, from, to, amountMin, amountMax, operators, countries, paymentMethod, sortBy (createdAt, amount
/// or status) and sortDirection (asc or desc). Newest first when nothing else is asked for.
Answer<Selection> readFilters(const QUrlQuery &query, Selection selection);

} // namespace tilldeck::sandbox::ikawaari
