// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/line_item_model.h"

namespace tilldeck::ui {

struct Tier
{
    LineItemModel *items;
    QString route;
};

/// Edits the tiers of a draft in the order in which they are tried; there is always a first one. Qt::EditRole is the id
/// of the tier's processor route (empty for the account's default); its line items are a model of their own.
class TierModel : public EditedRowsModel<Tier>
{
    Q_OBJECT

public:
    explicit TierModel(QObject *parent = nullptr);

    void setTiers(const checkout::SessionDraft &draft);
    /// Writes line items, routes and cascade into @p draft.
    void writeTo(checkout::SessionDraft &draft) const;
    void setCatalog(const CatalogPtr &catalog);

    LineItemModel *lineItems(int tier) const { return m_rows.at(size_t(tier)).items; }
    /// Adds a tier with one empty item at the end and returns its row.
    int addTier();

    /// Returns the currency that the amounts of items with a name are typed in, one for all tiers: that of the first
    /// amount that has one, else the suggested one.
    QString itemCurrency() const;
    void setItemCurrency(const QString &code);
    /// Shows @p code beside empty amounts until another currency is chosen. This is no edit of the draft.
    void suggestItemCurrency(const QString &code);

    /// Returns the currency that @p item of @p tier has to be in because of the other items; nothing while none has a
    /// known price.
    std::optional<money::Currency> currencyBeside(int tier, int item) const;
    std::optional<money::Currency> currency() const { return currencyBeside(-1, -1); }
    std::vector<checkout::Problem> inputProblems() const;

    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    Tier makeTier(const std::vector<checkout::LineItem> &items, const QString &route);

    QString m_suggested;
    CatalogPtr m_catalog;
};

} // namespace tilldeck::ui
