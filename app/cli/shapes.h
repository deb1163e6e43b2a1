// SPDX-License-Identifier: GPL-3.0-or-later
// How results look: the JSON that scripts read and the text that people read.
#pragma once

#include "accounts/account.h"
#include "checkout/breakdown.h"
#include "checkout/error.h"
#include "ledger/ledger.h"
#include "providers/provider.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tilldeck::cli {

/// "line_items[0].quantity", "cascade[1].processor_route_id": where in a draft document a problem stands.
QString fieldPath(const checkout::Problem &problem);

QJsonArray problemsJson(const std::vector<checkout::Problem> &problems);
QJsonObject errorJson(const checkout::Error &error);

/// id, status, token, url, amount (minor units), currency, expires_at, created_at (ISO 8601 UTC), customer, items,
/// paid_tier, processor_route_id, attempts, flow, reference, transaction_id, fees, gateway {name, client_secret,
/// publishable_key, account_id}, quote. Token, the URL that holds it, client secret and publishable key are masked
/// unless REVEAL.
QJsonObject sessionJson(const ledger::SessionRecord &record, const accounts::Account &account, bool reveal,
                        const QDateTime &now);
QString sessionText(const ledger::SessionRecord &record, const accounts::Account &account, bool reveal,
                    const QDateTime &now);
QString sessionLine(const ledger::SessionRecord &record, const QDateTime &now);

QJsonObject transactionJson(const ledger::TransactionRecord &record);
QString transactionLine(const ledger::TransactionRecord &record);

/// tiers, and quote: both sides, fee and who pays it, the rate as reported and whether it fits, gateway, split, and
/// until when it holds; quote_error where the provider gave none.
QJsonObject previewJson(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);
QString previewText(const checkout::Preview &preview, const std::vector<checkout::Problem> &problems);

QJsonObject requestJson(const providers::RequestText &request);
QString requestText(const providers::RequestText &request);

} // namespace tilldeck::cli
