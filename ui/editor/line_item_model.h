// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/catalog.h"
#include "checkout/problem.h"
#include "checkout/session_draft.h"
#include "ui/editor/whole_number.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace tilldeck::ui {

/// What the models know of the shop; replaced as a whole when the catalog was fetched again.
using CatalogPtr = std::shared_ptr<const checkout::Catalog>;

/// The line items of one tier. Qt::EditRole of PriceColumn is the price id, of QuantityColumn the text as typed; the
/// other columns follow from the catalog (AmountRole, absent while the price is not known). Rows are moved with
/// moveRows().
class LineItemModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PriceColumn, QuantityColumn, UnitPriceColumn, AmountColumn, ColumnCount };

    explicit LineItemModel(QObject *parent = nullptr);

    /// Another draft: the one reset.
    void setItems(const std::vector<checkout::LineItem> &items);
    /// A quantity that cannot be read is 0, which no provider accepts.
    std::vector<checkout::LineItem> items() const;
    void setCatalog(CatalogPtr catalog);

    /// Adds an empty item with quantity 1 at the end and answers its row.
    int addItem();

    std::optional<money::Currency> currency(int row) const;
    /// The merchant has touched the row since it was added.
    bool isEdited(int row) const;
    /// Texts that are no quantity, on their rows; the tier is the caller's.
    std::vector<checkout::Problem> inputProblems(int tier) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

Q_SIGNALS:
    /// The merchant changed the items.
    void edited();

private:
    struct Row
    {
        explicit Row(checkout::LineItem item)
            : item(std::move(item))
            , quantity(this->item.quantity)
        {
        }

        checkout::LineItem item;
        WholeNumber quantity;
        bool edited = false;
    };

    const checkout::Price *price(const Row &row) const;
    std::optional<money::Money> unitPrice(const Row &row) const;

    std::vector<Row> m_rows;
    CatalogPtr m_catalog;
};

} // namespace tilldeck::ui
