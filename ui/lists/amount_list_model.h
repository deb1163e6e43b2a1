// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/paged_model.h"
#include "ui/lists/roles.h"

#include <optional>

namespace tilldeck::ui {

/// A paged list with one column of amounts, which stand at the right under each other's decimal sign.
template <class Record, class Filter> class AmountListModel : public PagedModel<Record, Filter>
{
public:
    AmountListModel(ledger::Ledger &ledger, accounts::AccountStore &accounts, PagedModel<Record, Filter>::Clock clock,
                    int columns, int amountColumn, QObject *parent)
        : PagedModel<Record, Filter>(ledger, accounts, std::move(clock), columns, parent)
        , m_amountColumn(amountColumn)
    {
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == FractionDigitsRole && section == m_amountColumn)
            return m_fractionDigits;
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        return PagedModel<Record, Filter>::headerData(section, orientation, role);
    }

protected:
    virtual std::optional<money::Money> amountIn(const Record &row) const = 0;

    QVariant alignment(int column) const
    {
        return QVariant::fromValue((column == m_amountColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    void rowsChanged() override
    {
        int digits = 0;
        for (const Record &row : this->rows()) {
            const auto amount = amountIn(row);
            digits = std::max(digits, amount ? amount->currency().exponent() : 0);
        }
        if (std::exchange(m_fractionDigits, digits) != digits)
            emit this->headerDataChanged(Qt::Horizontal, m_amountColumn, m_amountColumn);
    }

private:
    int m_amountColumn;
    int m_fractionDigits = 2;
};

} // namespace tilldeck::ui
