// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/csv.h"
#include "ui/lists/item_model.h"
#include "ui/promotions/promotion_text.h"

namespace tilldeck::ui {

enum class PromotionKind { Code, Coupon };

/// Holds what the list shows of a promotion code or a coupon.
struct PromotionItem
{
    QString id;
    QString label; ///< The code, or the coupon's name.
    QString terms;
    QString couponId;
    Validity validity;
    qint64 used = 0;
    std::optional<qint64> left;

    friend bool operator==(const PromotionItem &, const PromotionItem &) = default;
};

/// Lists the promotion codes or the coupons of a catalog that match a search text.
class PromotionModel : public ItemModel<PromotionItem>
{
    Q_OBJECT

public:
    enum Columns { Label, Terms, Valid, Used, Left, ColumnCount };

    explicit PromotionModel(QObject *parent = nullptr);

    void setCatalog(PromotionKind kind, const checkout::Catalog &catalog, const QString &search, const QDateTime &now);
    PromotionKind kind() const { return m_kind; }
    /// Returns the rows as CSV, in the columns of the list and with their ids.
    QByteArray csv(const desk::Csv &csv) const;

private:
    std::vector<Column<PromotionItem>> describe() const;

    PromotionKind m_kind = PromotionKind::Code;
};

} // namespace tilldeck::ui
