// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_model.h"

#include "ui/lists/roles.h"

#include <algorithm>

namespace tilldeck::ui {

namespace {

std::vector<PromotionItem> codesOf(const checkout::Catalog &catalog, const QDateTime &now)
{
    std::vector<PromotionItem> items;
    items.reserve(catalog.promotionCodes.items.size());
    for (const checkout::PromotionCode &code : catalog.promotionCodes.items) {
        const checkout::Coupon *coupon = catalog.coupon(code.couponId);
        items.push_back({.id = code.id,
                         .label = code.code,
                         .terms = coupon ? couponTerms(*coupon, QLocale()) : code.couponId,
                         .couponId = code.couponId,
                         .validity = validityOf(code, coupon, now, QTimeZone::systemTimeZone(), QLocale()),
                         .used = code.timesRedeemed,
                         .left = redemptionsLeft(code.maxRedemptions, code.timesRedeemed)});
    }
    return items;
}

std::vector<PromotionItem> couponsOf(const checkout::Catalog &catalog, const QDateTime &now)
{
    std::vector<PromotionItem> items;
    items.reserve(catalog.coupons.items.size());
    for (const checkout::Coupon &coupon : catalog.coupons.items) {
        items.push_back({.id = coupon.id,
                         .label = couponName(coupon),
                         .terms = couponTerms(coupon, QLocale()),
                         .couponId = coupon.id,
                         .validity = validityOf(coupon, now, QTimeZone::systemTimeZone(), QLocale()),
                         .used = coupon.timesRedeemed,
                         .left = redemptionsLeft(coupon.maxRedemptions, coupon.timesRedeemed)});
    }
    return items;
}

} // namespace

bool PromotionItem::isSame(const PromotionItem &other) const
{
    return id == other.id && label == other.label && terms == other.terms && validity.text == other.validity.text &&
           used == other.used && left == other.left;
}

void PromotionModel::setItems(PromotionKind kind, const checkout::Catalog &catalog, const QString &search,
                              const QDateTime &now)
{
    std::vector<PromotionItem> items = kind == PromotionKind::Code ? codesOf(catalog, now) : couponsOf(catalog, now);
    std::erase_if(items, [&search](const PromotionItem &item) {
        return !search.isEmpty() &&
               std::ranges::none_of(QStringList{item.label, item.terms, item.couponId}, [&search](const QString &text) {
                   return text.contains(search, Qt::CaseInsensitive);
               });
    });
    const bool isSame = kind == m_kind && std::ranges::equal(items, m_items, [](const auto &left, const auto &right) {
                            return left.isSame(right);
                        });
    if (isSame)
        return;
    beginResetModel();
    m_kind = kind;
    m_items = std::move(items);
    endResetModel();
}

QByteArray PromotionModel::csv(const desk::Csv &csv) const
{
    QList<QByteArray> cells;
    for (int column = 0; column < ColumnCount; ++column)
        cells << csv.text(title(column));
    QByteArray file = csv.start() + csv.line(cells << csv.text(tr("Coupon ID")) << csv.text(tr("ID")));
    for (const PromotionItem &item : m_items) {
        cells = {csv.text(item.label),
                 csv.text(item.terms),
                 csv.text(item.validity.text),
                 QByteArray::number(item.used),
                 item.left ? QByteArray::number(*item.left) : QByteArray(),
                 csv.text(item.couponId),
                 csv.text(item.id)};
        file += csv.line(cells);
    }
    return file;
}

QVariant PromotionModel::cell(const PromotionItem &promotion, int column, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column >= Used ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == ToneRole && !promotion.validity.isUsable)
        return QVariant::fromValue(Tone::Text3);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Label:
        return promotion.label;
    case Terms:
        return promotion.terms;
    case Valid:
        return promotion.validity.text;
    case Used:
        return QLocale().toString(promotion.used);
    case Left:
        return promotion.left ? QLocale().toString(*promotion.left) : tr("No limit");
    default:
        return {};
    }
}

QVariant PromotionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= Used ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return ItemListModel::headerData(section, orientation, role);
}

QString PromotionModel::title(int column) const
{
    return QStringList{m_kind == PromotionKind::Code ? tr("Code") : tr("Coupon"), tr("Terms"), tr("Validity"),
                       tr("Used"), tr("Left", "redemptions")}
        .value(column);
}

} // namespace tilldeck::ui

#include "moc_promotion_model.cpp"
