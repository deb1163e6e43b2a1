// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/promotions/promotion_text.h"

#include <QAbstractTableModel>

namespace tilldeck::ui {

enum class PromotionKind { Code, Coupon };

/// A promotion code or a coupon, as the list shows it.
struct PromotionRow
{
    QString id;
    QString label; ///< The code, or the coupon's name.
    QString terms;
    QString couponId;
    Validity validity;
    qint64 used = 0;
    std::optional<qint64> left;

    bool isSame(const PromotionRow &other) const;
};

/// The promotion codes or the coupons of a catalog whose words hold what is searched.
class PromotionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Columns { Label, Terms, Valid, Used, Left, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(PromotionKind kind, const checkout::Catalog &catalog, const QString &search, const QDateTime &now);
    PromotionKind kind() const { return m_kind; }
    const PromotionRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PromotionKind m_kind = PromotionKind::Code;
    std::vector<PromotionRow> m_rows;
};

} // namespace tilldeck::ui
