// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "ui/forms/edited_model.h"
#include "ui/forms/typed_amount.h"
#include "ui/forms/whole_number.h"

#include <QSet>

#include <memory>
#include <vector>

namespace tilldeck::ui {

/// Is shared by the models; replaced as a whole when the catalog was fetched again.
using CatalogPtr = std::shared_ptr<const checkout::Catalog>;

/// Holds one line item as it is typed.
struct TypedItem
{
    explicit TypedItem(checkout::LineItem item)
        : item(std::move(item))
        , quantity(this->item.quantity)
    {
        if (this->item.unitAmount)
            amount = TypedAmount(*this->item.unitAmount, QLocale());
    }

    checkout::LineItem item; ///< Holds what the texts below stand for, except the quantity.
    WholeNumber quantity;
    TypedAmount amount;
    QSet<int> editedColumns;
};

/// Edits the line items of one tier: prices of the catalog, or items with a name and an amount. Qt::EditRole of
/// PriceColumn is the price id, of the others the text as typed: name, quantity, and the unit price of an item with a
/// name. AmountRole is absent while a unit price is not known or cannot be read.
class LineItemModel : public EditedRowsModel<TypedItem>
{
    Q_OBJECT

public:
    enum Column { PriceColumn, NameColumn, QuantityColumn, UnitPriceColumn, AmountColumn, ColumnCount };

    explicit LineItemModel(QObject *parent = nullptr);

    /// Replaces all items.
    void setItems(const std::vector<checkout::LineItem> &items);
    /// Returns the items, without rows that nothing was entered into; the first of them is one where there is no other.
    /// A quantity or an amount that cannot be read is 0, which no provider accepts.
    std::vector<checkout::LineItem> items() const;
    void setCatalog(CatalogPtr catalog);

    /// Adds an empty item with quantity 1 at the end and returns its row.
    int addItem();

    std::optional<money::Currency> currency(int row) const;
    /// Returns the code of the first amount that has a currency; empty if none has.
    QString itemCurrency() const;
    /// Changes the currency of all amounts to @p code and keeps their texts.
    void setItemCurrency(const QString &code);
    /// Shows @p code beside amounts that have no currency yet. This is no edit.
    void suggestItemCurrency(const QString &code);
    /// Returns the code that the amount of @p row is typed in.
    const QString &typedCurrency(int row) const;
    /// Returns how a typed unit price is read, where another locale reads another amount.
    QString amountRemark(int row) const;
    /// Returns whether neither a price nor a name nor an amount was entered.
    bool isBlank(int row) const;
    /// Returns whether items() has an item for @p row.
    bool isItem(int row) const;
    /// Returns the row of that one of items(); -1 if there is none.
    int rowOf(int item) const;
    /// Returns whether the merchant has edited the row since it was added.
    bool isEdited(int row) const;
    bool isEdited(int row, Column column) const;
    /// Returns the problems of texts that are no quantity or no amount, as problems of @p tier.
    std::vector<checkout::Problem> inputProblems(int tier) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    const checkout::Price *price(const TypedItem &row) const;
    std::optional<money::Money> unitPrice(const TypedItem &row) const;
    static void readAmount(TypedItem &row);

    QString m_suggested;
    CatalogPtr m_catalog;
};

} // namespace tilldeck::ui
