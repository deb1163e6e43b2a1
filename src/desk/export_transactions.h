// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/account_names.h"
#include "desk/csv.h"
#include "desk/export_fields.h"
#include "desk/payment_extras.h"

namespace tilldeck::desk {

enum class TransactionColumn {
    Time,
    Status,
    Amount,
    Currency,
    Refunded,
    RefundAsked,
    RefundUnknown,
    Fee,
    Priced,
    PricedCurrency,
    Provider,
    Account,
    Gateway,
    Route,
    Tier,
    Customer,
    Items,
    Method,
    Reference,
    SessionId,
    TransactionId,
    DeclineCode,
    SubMerchant,
    SubMerchantAmount,
    Commission,
    SplitCurrency,
};

/// Returns every column, in the standard order.
std::vector<TransactionColumn> transactionColumns();
QString columnTitle(TransactionColumn column, const Csv &csv);

/// Writes payments as CSV, as exportTransactions() does, in as many pieces as they are read in. It belongs to one
/// thread at a time.
class PaymentTable
{
public:
    PaymentTable(std::vector<TransactionColumn> columns, AccountNames names, const Csv &csv, PaymentExtras extras = {});

    bool hasFields() const { return m_extras.fields; }
    /// Makes columns of the custom fields and metadata of @p records.
    void takeFields(const std::vector<ledger::TransactionRecord> &records);
    /// Returns what stands above the first line.
    QByteArray head() const;
    QByteArray lines(const std::vector<ledger::TransactionRecord> &records) const;

private:
    std::vector<TransactionColumn> m_columns;
    AccountNames m_names;
    Csv m_csv;
    PaymentExtras m_extras;
    ExportFields m_fields;
};

/// Returns payments as @p csv, one a line below the titles of @p columns. Behind these stand on request: the columns of
/// refunds, whose rows follow that of their payment and take their amount off in the column of amounts once it is given
/// back; and custom fields and metadata.
QByteArray exportTransactions(const std::vector<ledger::TransactionRecord> &records,
                              const std::vector<TransactionColumn> &columns, const AccountNames &names, const Csv &csv,
                              const PaymentExtras &extras = {});

} // namespace tilldeck::desk
