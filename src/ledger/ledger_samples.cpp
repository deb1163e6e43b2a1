// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a ledger with rows to measure on.
#include "ledger/ledger_store.h"
#include "ledger/payment_rows.h"
#include "ledger/sample_rows.h"
#include "ledger/session_rows.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

QFuture<checkout::Result<void>> Ledger::addSamples(std::vector<SampleRow> rows)
{
    return m_store->write<void>(
        [rows = std::move(rows)](const Connection &connection) {
            // What a batch changes fits into memory, so that no page is written twice.
            connection.exec(u"PRAGMA cache_size=-131072"_s);
            SessionInsert sessions(connection);
            PaymentInsert payments(connection);
            for (const SampleRow &row : rows) {
                sessions.add(row.session);
                if (row.payment)
                    payments.add(*row.payment, row.session.checkedAt);
            }
        },
        [] {});
}

} // namespace tilldeck::ledger
