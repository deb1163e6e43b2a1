// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/line_item_model.h"

#include <QAbstractListModel>

namespace tilldeck::ui {

/// The tiers of a draft in the order in which they are tried; there is always a first one. Qt::EditRole is the id of
/// the tier's processor route (empty: the account's default), its line items are a model of their own.
class TierModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit TierModel(QObject *parent = nullptr);

    void setTiers(const checkout::SessionDraft &draft);
    /// Writes line items, routes and cascade into DRAFT.
    void writeTo(checkout::SessionDraft &draft) const;
    void setCatalog(const CatalogPtr &catalog);

    LineItemModel *lineItems(int tier) const { return m_tiers.at(size_t(tier)).items; }
    /// Adds a tier with one empty item at the end and answers its row.
    int addTier();

    /// What the amounts of items with a name are typed in, one for all tiers: by the first that has one, else the
    /// suggested one.
    QString itemCurrency() const;
    void setItemCurrency(const QString &code);
    /// What stands beside empty amounts until another is chosen; no edit of the draft.
    void suggestItemCurrency(const QString &code);

    /// The currency that item ITEM of TIER has to be in, by the other items; nothing while none has a known price.
    std::optional<money::Currency> currencyBeside(int tier, int item) const;
    std::optional<money::Currency> currency() const { return currencyBeside(-1, -1); }
    std::vector<checkout::Problem> inputProblems() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

signals:
    /// The merchant changed tiers, routes or items.
    void edited();

private:
    struct Tier
    {
        LineItemModel *items;
        QString route;
    };

    Tier makeTier(const std::vector<checkout::LineItem> &items, const QString &route);

    std::vector<Tier> m_tiers;
    QString m_suggested;
    CatalogPtr m_catalog;
};

} // namespace tilldeck::ui
