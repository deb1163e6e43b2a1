// SPDX-License-Identifier: GPL-3.0-or-later
// Writes results as the JSON that scripts read and as the text that people read.
#pragma once

#include "accounts/account.h"
#include "ledger/journal.h"
#include "ledger/ledger.h"
#include "providers/provider.h"

#include <QJsonObject>

namespace tilldeck::cli {

/// Returns the session with amounts in minor units and times in ISO 8601 UTC. Unless @p reveal, the token, the URL that
/// holds it, client secret and publishable key are masked.
QJsonObject sessionJson(const ledger::SessionRecord &record, const accounts::Account &account, bool reveal,
                        const QDateTime &now);
QString sessionText(const ledger::SessionRecord &record, const accounts::Account &account, bool reveal,
                    const QDateTime &now);
QString sessionLine(const ledger::SessionRecord &record, const QDateTime &now);

QJsonObject transactionJson(const ledger::TransactionRecord &record);
QString transactionLine(const ledger::TransactionRecord &record);

/// Returns a refund of unknown outcome as a row among payments: "id" is what `transaction resolve` takes.
QJsonObject unknownRefundJson(const ledger::Intent &refund);
QString unknownRefundLine(const ledger::Intent &refund);

QJsonObject requestJson(const providers::RequestText &request);
QString requestText(const providers::RequestText &request);

} // namespace tilldeck::cli
