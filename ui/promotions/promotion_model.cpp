// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_model.h"

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

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

PromotionModel::PromotionModel(QObject *parent)
    : ItemModel(parent)
{
    setColumns(describe());
}

void PromotionModel::setCatalog(PromotionKind kind, const checkout::Catalog &catalog, const QString &search,
                                const QDateTime &now)
{
    std::vector<PromotionItem> items = kind == PromotionKind::Code ? codesOf(catalog, now) : couponsOf(catalog, now);
    std::erase_if(items, [&search](const PromotionItem &item) {
        return !search.isEmpty() &&
               std::ranges::none_of(QStringList{item.label, item.terms, item.couponId}, [&search](const QString &text) {
                   return text.contains(search, Qt::CaseInsensitive);
               });
    });
    if (std::exchange(m_kind, kind) != kind) {
        forgetItems();
        emit headerDataChanged(Qt::Horizontal, Label, Label);
    }
    setItems(std::move(items));
}

QByteArray PromotionModel::csv(const desk::Csv &csv) const
{
    QList<QByteArray> cells;
    for (const auto &column : m_columns)
        cells << csv.text(column.title());
    QByteArray file = csv.start() + csv.line(cells << csv.text(tr("Coupon ID")) << csv.text(tr("ID")));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (const auto &column : m_columns) {
            const bool isNumber = column.kind == ColumnKind::Number;
            cells << (isNumber ? column.rank(item(row)).toByteArray() : csv.text(column.text(item(row))));
        }
        file += csv.line(cells << csv.text(item(row).couponId) << csv.text(item(row).id));
    }
    return file;
}

std::vector<Column<PromotionItem>> PromotionModel::describe() const
{
    using Item = PromotionItem;
    std::vector<Column<Item>> columns{
        {{.name = u"label"_s,
          .title = [this] { return m_kind == PromotionKind::Code ? tr("Code") : tr("Coupon"); },
          .kind = ColumnKind::Name,
          .minimum = px(110),
          .share = 2},
         &Item::label},
        {{.name = u"terms"_s, .title = [] { return tr("Terms"); }, .minimum = px(90), .share = 1}, &Item::terms},
        {{.name = u"validity"_s, .title = [] { return tr("Validity"); }, .minimum = px(90), .sorting = Sorting::ByTime},
         [](const Item &item) { return item.validity.text; }},
        {{.name = u"used"_s,
          .title = [] { return tr("Used"); },
          .kind = ColumnKind::Number,
          .minimum = px(56),
          .hideOrder = 2,
          .sorting = Sorting::BySize},
         [](const Item &item) { return QLocale().toString(item.used); }},
        {{.name = u"left"_s,
          .title = [] { return tr("Left", "redemptions"); },
          .kind = ColumnKind::Number,
          .minimum = px(56),
          .hideOrder = 1,
          .sorting = Sorting::BySize},
         [](const Item &item) { return item.left ? QLocale().toString(*item.left) : tr("No limit"); }},
    };
    columns[Valid].rank = [](const Item &item) { return QVariant(item.validity.end); };
    columns[Used].rank = [](const Item &item) { return QVariant(item.used); };
    columns[Left].rank = [](const Item &item) { return item.left ? QVariant(*item.left) : QVariant(); };
    for (Column<Item> &column : columns)
        column.tone = [](const Item &item) {
            return item.validity.isUsable ? std::nullopt : std::optional(Tone::Text3);
        };
    return columns;
}

} // namespace tilldeck::ui

#include "moc_promotion_model.cpp"
