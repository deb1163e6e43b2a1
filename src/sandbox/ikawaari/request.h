// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Ikawaari's request bodies and query parameters. All problems of a body are reported at once, each with its
// field as it was sent. A refusal is always 400.
#pragma once

#include "sandbox/ikawaari/session.h"
#include "sandbox/json_reader.h"
#include "sandbox/pages/hosted_checkout.h"

namespace tilldeck::sandbox::ikawaari {

struct RefundRequest
{
    std::optional<qint64> amount; ///< all that is left when absent
    QString reason;
};

struct Simulation
{
    QString paymentId;
    bool succeeds = false;
    QString failureReason;
};

/// The means of POST api/checkout/{id}/pay, one of the two. Without a payment_method it is a card that pays.
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

/// Reads the contract's body, or the provider's later one with camelCase members (contract README, contradiction 1).
Answer<SessionRequest> readSession(const QByteArray &body);
Answer<RefundRequest> readRefund(const QByteArray &body);
Answer<Simulation> readSimulation(const QByteArray &body);
Answer<PayRequest> readPay(const QByteArray &body);

/// Reads page and limit; @p fallback is the limit when there is none.
Answer<PageRequest> readPage(const QUrlQuery &query, int fallback = 20);

/// Reads type, status, search, from, to, amountMin, amountMax, operators, countries, paymentMethod, sortBy (createdAt,
/// amount or status) and sortDirection (asc or desc). Newest first when nothing else is asked for.
Answer<Selection> readFilters(const QUrlQuery &query, Selection selection);

} // namespace tilldeck::sandbox::ikawaari
