// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "ui/forms/typed_amount.h"
#include "ui/forms/whole_number.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <vector>

namespace tilldeck::ui {

/// What the models know of the shop; replaced as a whole when the catalog was fetched again.
using CatalogPtr = std::shared_ptr<const checkout::Catalog>;

/// The line items of one tier: prices of the catalog, or items with a name and an amount. Qt::EditRole of PriceColumn
/// is the price id, of the others the text as typed: name, quantity, and the unit price of an item with a name.
/// AmountRole is absent while a unit price is not known or cannot be read. Rows are moved with moveRows().
class LineItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PriceColumn, NameColumn, QuantityColumn, UnitPriceColumn, AmountColumn, ColumnCount };

    explicit LineItemModel(QObject *parent = nullptr);

    /// Another draft: the one reset.
    void setItems(const std::vector<checkout::LineItem> &items);
    /// A quantity or an amount that cannot be read is 0, which no provider accepts.
    std::vector<checkout::LineItem> items() const;
    void setCatalog(CatalogPtr catalog);

    /// Adds an empty item with quantity 1 at the end and answers its row.
    int addItem();

    std::optional<money::Currency> currency(int row) const;
    /// The code of the first amount that has one; empty: none has.
    QString itemCurrency() const;
    /// All amounts are in CODE from now on, their texts as they are.
    void setItemCurrency(const QString &code);
    /// What an amount that has no currency yet is typed in; no edit.
    void suggestItemCurrency(const QString &code);
    /// The code that the amount of ROW is typed in.
    const QString &typedCurrency(int row) const;
    /// Nothing says yet what is sold.
    bool isBlank(int row) const;
    /// The merchant has touched the row since it was added.
    bool isEdited(int row) const;
    /// The merchant has touched this cell of it.
    bool isEdited(int row, Column column) const;
    /// Texts that are no quantity or no amount, on their rows; the tier is the caller's.
    std::vector<checkout::Problem> inputProblems(int tier) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

signals:
    /// The merchant changed the items.
    void edited();

private:
    struct Row
    {
        explicit Row(checkout::LineItem item)
            : item(std::move(item))
            , quantity(this->item.quantity)
        {
            if (this->item.unitAmount)
                amount = TypedAmount(*this->item.unitAmount, QLocale());
        }

        checkout::LineItem item; ///< Holds what the texts below stand for, except the quantity.
        WholeNumber quantity;
        TypedAmount amount;
        std::array<bool, ColumnCount> edited{};
    };

    const checkout::Price *price(const Row &row) const;
    std::optional<money::Money> unitPrice(const Row &row) const;
    static void readAmount(Row &row);

    std::vector<Row> m_rows;
    QString m_suggested;
    CatalogPtr m_catalog;
};

} // namespace tilldeck::ui
