// SPDX-License-Identifier: GPL-3.0-or-later
// Domain values that stand as JSON texts of our own in one column. Read strictly: a text that is not exactly what the
// writer makes is no value.
#pragma once

#include "checkout/session.h"
#include "checkout/transaction.h"
#include "ledger/handed_out.h"

#include <QVariant>

namespace tilldeck::ledger {

QVariant feesColumn(const std::optional<checkout::FeeDetails> &fees); ///< Returns NULL for none.
std::optional<checkout::FeeDetails> feesFrom(const QVariant &column);

QVariant handoverColumn(const checkout::GatewayHandover &handover); ///< Returns NULL for none.
checkout::GatewayHandover handoverFrom(const QVariant &column);
QVariant handedOutColumn(const HandedOut &handedOut);
HandedOut handedOutFrom(const QVariant &column);

QVariant splitColumn(const std::optional<checkout::Split> &split); ///< Returns NULL for none.
std::optional<checkout::Split> splitFrom(const QVariant &column);

QVariant quoteColumn(const std::optional<checkout::Quote> &quote); ///< Returns NULL for none.
std::optional<checkout::Quote> quoteFrom(const QVariant &column);

/// Returns NULL for no list. Only a list that is absent can be one @p inPart.
QVariant refundsColumn(const std::optional<std::vector<checkout::Refund>> &refunds,
                       const checkout::RefundsInPart &inPart = {});
std::optional<std::vector<checkout::Refund>> refundsFrom(const QVariant &column);
checkout::RefundsInPart refundsInPartFrom(const QVariant &column);

QVariant stepsColumn(const std::vector<checkout::TransactionStep> &steps); ///< Returns NULL for none.
std::vector<checkout::TransactionStep> stepsFrom(const QVariant &column);

} // namespace tilldeck::ledger
