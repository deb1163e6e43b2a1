// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the page: how many payments each chip has, and the sums.
#include "ui/lists/chip.h"
#include "ui/lists/list_filters.h"
#include "ui/transactions/totals_bar.h"
#include "ui/transactions/transaction_model.h"
#include "ui/transactions/transactions_page.h"

namespace tilldeck::ui {

using checkout::TransactionStatus;
using ledger::TransactionFilter;

void TransactionsPage::makeCounts()
{
    for (const int chip : chipIds()) {
        m_chipFigures << makeCounted<TransactionFilter, qint64>(
            [this, chip](TransactionFilter filter) {
                setChip(filter, chip);
                return m_desk.ledger().countTransactions(filter);
            },
            [this, chip](std::optional<qint64> payments) {
                setChipCount(chip, payments);
                if (chip == askedChip)
                    offerAsked(payments.value_or(0) > 0);
            });
    }
    const auto ask = [this](const TransactionFilter &filter) { return m_desk.ledger().totals(filter); };
    m_sums = makeCounted<TransactionFilter, Totals>(ask, [this](const std::optional<Totals> &totals) {
        if (totals)
            m_totals->setFiltered(*totals);
        else
            m_totals->setCounting();
    });
    m_sumsOfAnyStatus = makeCounted<TransactionFilter, Totals>(ask, [this](const std::optional<Totals> &totals) {
        sayUntoldRefunds(*m_frame->chips()->chip(int(TransactionStatus::PartlyRefunded)), totals.value_or(Totals()));
    });
    m_sumsOfAll = makeCounted<TransactionFilter, Totals>(ask, [this](const std::optional<Totals> &totals) {
        m_everything.reset();
        if (!totals)
            return;
        QStringList currencies;
        qint64 everything = 0;
        bool fees = false;
        for (const ledger::CurrencyTotal &total : *totals) {
            fees = fees || total.withFee > 0;
            currencies += total.currency.code();
            everything += total.payments;
        }
        m_everything = everything;
        m_fit->setPresent(TransactionModel::Fee, fees);
        m_filters->setCurrencies(currencies);
    });
}

/// Offers the chip of refunds that were asked for where there are some, or where it is chosen: most shops never have
/// one, and narrow windows have no room for what is empty.
void TransactionsPage::offerAsked(bool hasSome)
{
    m_frame->chips()->setOffered(askedChip, hasSome || m_frame->status() == askedChip);
}

void TransactionsPage::readCounts()
{
    offerAsked(m_frame->chips()->chip(askedChip)->count() > 0);
    m_sums->count(m_model->filter());
    TransactionFilter any = m_model->filter();
    setChip(any, allChip);
    for (auto *figure : std::as_const(m_chipFigures))
        figure->count(any);
    m_sumsOfAnyStatus->count(any);
    TransactionFilter everything;
    everything.accountIds = m_accountIds;
    m_sumsOfAll->count(everything);
}

} // namespace tilldeck::ui
