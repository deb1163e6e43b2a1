// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_model.h"

#include "ui/lists/roles.h"

#include <algorithm>

namespace tilldeck::ui {

namespace {

std::vector<PromotionRow> codesOf(const checkout::Catalog &catalog, const QDateTime &now)
{
    std::vector<PromotionRow> rows;
    for (const checkout::PromotionCode &code : catalog.promotionCodes.items) {
        const checkout::Coupon *coupon = catalog.coupon(code.couponId);
        PromotionRow row;
        row.id = code.id;
        row.label = code.code;
        row.terms = coupon ? couponTerms(*coupon, QLocale()) : code.couponId;
        row.couponId = code.couponId;
        row.validity = validityOf(code, coupon, now, QTimeZone::systemTimeZone(), QLocale());
        row.used = code.timesRedeemed;
        row.left = redemptionsLeft(code.maxRedemptions, code.timesRedeemed);
        rows.push_back(row);
    }
    return rows;
}

std::vector<PromotionRow> couponsOf(const checkout::Catalog &catalog, const QDateTime &now)
{
    std::vector<PromotionRow> rows;
    for (const checkout::Coupon &coupon : catalog.coupons.items) {
        PromotionRow row;
        row.id = coupon.id;
        row.label = couponName(coupon);
        row.terms = couponTerms(coupon, QLocale());
        row.couponId = coupon.id;
        row.validity = validityOf(coupon, now, QTimeZone::systemTimeZone(), QLocale());
        row.used = coupon.timesRedeemed;
        row.left = redemptionsLeft(coupon.maxRedemptions, coupon.timesRedeemed);
        rows.push_back(row);
    }
    return rows;
}

} // namespace

bool PromotionRow::isSame(const PromotionRow &other) const
{
    return id == other.id && label == other.label && terms == other.terms && validity.text == other.validity.text &&
           used == other.used && left == other.left;
}

void PromotionModel::setRows(PromotionKind kind, const checkout::Catalog &catalog, const QString &search,
                             const QDateTime &now)
{
    std::vector<PromotionRow> rows = kind == PromotionKind::Code ? codesOf(catalog, now) : couponsOf(catalog, now);
    std::erase_if(rows, [&search](const PromotionRow &row) {
        return !search.isEmpty() &&
               std::ranges::none_of(QStringList{row.label, row.terms, row.couponId}, [&search](const QString &text) {
                   return text.contains(search, Qt::CaseInsensitive);
               });
    });
    const bool isSame = kind == m_kind && std::ranges::equal(rows, m_rows, [](const auto &left, const auto &right) {
                            return left.isSame(right);
                        });
    if (isSame)
        return;
    beginResetModel();
    m_kind = kind;
    m_rows = std::move(rows);
    endResetModel();
}

int PromotionModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_rows, id, &PromotionRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PromotionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PromotionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PromotionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PromotionRow &row = this->row(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= Used ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == ToneRole && !row.validity.isUsable)
        return QVariant::fromValue(Tone::Text3);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Label:
        return row.label;
    case Terms:
        return row.terms;
    case Valid:
        return row.validity.text;
    case Used:
        return QLocale().toString(row.used);
    case Left:
        return row.left ? QLocale().toString(*row.left) : tr("No limit");
    default:
        return {};
    }
}

QVariant PromotionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Used ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Label:
        return m_kind == PromotionKind::Code ? tr("Code") : tr("Coupon");
    case Terms:
        return tr("Terms");
    case Valid:
        return tr("Validity");
    case Used:
        return tr("Used");
    case Left:
        return tr("Left", "redemptions");
    default:
        return {};
    }
}

} // namespace tilldeck::ui

#include "moc_promotion_model.cpp"
