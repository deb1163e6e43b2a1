// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draft_editor.h"

#include "ui/editor/draft_parts.h"

#include <algorithm>

namespace tilldeck::ui {

using checkout::Field;
using checkout::Problem;
using checkout::SessionDraft;

DraftEditor::DraftEditor(QObject *parent)
    : QObject(parent)
    , m_catalog(std::make_shared<checkout::Catalog>())
{
    connect(&m_tiers, &TierModel::edited, this, &DraftEditor::changed);
    connect(&m_fields, &CustomFieldModel::edited, this, &DraftEditor::changed);
    connect(&m_metadata, &CustomFieldModel::edited, this, &DraftEditor::changed);
}

void DraftEditor::setDraft(const SessionDraft &draft, bool fresh)
{
    m_allDue = !fresh;
    m_touchedFields.clear();
    m_base = draft;
    m_discountWithoutCode.reset();
    m_expiry = draft.expiresInHours ? WholeNumber(*draft.expiresInHours) : WholeNumber();
    const auto typed = [](const std::optional<money::Money> &amount) {
        return amount ? TypedAmount(*amount, QLocale()) : TypedAmount();
    };
    m_productQuantity = WholeNumber(draft.productQuantity);
    m_pricing = typed(draft.pricing);
    m_pricingSuggested = false;
    m_chargeAmount = typed(draft.chargeAmount);
    m_chargeCurrency = draft.chargeCurrency ? draft.chargeCurrency->code() : QString();
    m_tiers.setTiers(draft);
    m_fields.setFields(draft);
    m_metadata.setFields(draft);
    emit loaded();
}

SessionDraft DraftEditor::draft() const
{
    if (!m_can)
        return fullDraft();
    SessionDraft draft = supportedPart(fullDraft(), *m_can);
    if (draft.mode.isEmpty())
        draft.mode = m_can->modes.value(0);
    return draft;
}

SessionDraft DraftEditor::fullDraft() const
{
    SessionDraft draft = m_base;
    m_tiers.writeTo(draft);
    m_fields.writeTo(draft);
    m_metadata.writeTo(draft);
    draft.pricing = m_pricing.value(QLocale());
    draft.chargeCurrency = money::Currency::fromCode(m_chargeCurrency);
    draft.chargeAmount = m_chargeAmount.value(QLocale());
    draft.productQuantity = m_productQuantity.value().value_or(0);
    // A text that is no number of hours becomes one that no provider takes, so that it cannot pass as "not set".
    draft.expiresInHours = m_expiry.text.isEmpty() ? std::nullopt : std::optional(m_expiry.value().value_or(0));
    return draft;
}

void DraftEditor::setCatalog(const CatalogPtr &catalog)
{
    m_catalog = catalog;
    m_tiers.setCatalog(catalog);
}

template <class T> void DraftEditor::edit(T &member, const T &value, Field field)
{
    if (member == value)
        return;
    member = value;
    m_touchedFields.insert(int(field));
    emit changed();
}

void DraftEditor::setCustomerId(const QString &id)
{
    edit(m_base.customer.id, id, Field::Customer);
}

void DraftEditor::setText(checkout::TextMember member, const QString &text, Field field)
{
    edit(member.in(m_base), text, field);
}

void DraftEditor::setFlow(const QString &flow)
{
    edit(m_base.flow, flow, Field::Flow);
}

void DraftEditor::suggestPricingCurrency(const QString &code)
{
    m_pricing.currency = code;
    m_pricingSuggested = true;
}

bool DraftEditor::isPricingCurrencyOpen() const
{
    return m_pricing.currency.isEmpty() || (m_pricingSuggested && m_pricing.text.isEmpty());
}

void DraftEditor::setPricing(const TypedAmount &amount)
{
    m_pricingSuggested = false;
    if (amount == m_pricing)
        return;
    m_chargeAmount.currency = m_chargeCurrency.isEmpty() ? amount.currency : m_chargeCurrency;
    edit(m_pricing, amount, Field::Pricing);
}

void DraftEditor::setChargeCurrencyText(const QString &code)
{
    if (code == m_chargeCurrency)
        return;
    m_chargeAmount.currency = code.isEmpty() ? m_pricing.currency : code;
    edit(m_chargeCurrency, code, Field::ChargeCurrency);
}

void DraftEditor::setChargeAmountText(const QString &text)
{
    if (text == m_chargeAmount.text)
        return;
    m_chargeAmount.currency = effectiveChargeCurrency();
    edit(m_chargeAmount.text, text, Field::ChargeAmount);
}

QString DraftEditor::effectiveChargeCurrency() const
{
    return m_chargeCurrency.isEmpty() ? m_pricing.currency : m_chargeCurrency;
}

void DraftEditor::setProductQuantityText(const QString &text)
{
    edit(m_productQuantity.text, text, Field::Quantity);
}

void DraftEditor::setDiscount(std::optional<Field> kind, const QString &code)
{
    const QString promotionCode = kind == Field::PromotionCode ? code : QString();
    const QString couponId = kind == Field::Coupon ? code : QString();
    const std::optional<Field> withoutCode = code.isEmpty() ? kind : std::nullopt;
    const bool isSame = m_base.promotionCode == promotionCode && m_base.couponId == couponId;
    if (isSame && m_discountWithoutCode == withoutCode)
        return;
    m_base.promotionCode = promotionCode;
    m_base.couponId = couponId;
    m_discountWithoutCode = withoutCode;
    if (!isSame) // a kind alone is chosen on the way to its code
        m_touchedFields << int(Field::PromotionCode) << int(Field::Coupon);
    emit changed();
}

void DraftEditor::setExpiryText(const QString &text)
{
    edit(m_expiry.text, text, Field::Expiry);
}

void DraftEditor::setSuccessUrl(const QString &url)
{
    edit(m_base.successUrl, url, Field::SuccessUrl);
}

void DraftEditor::setReturnUrl(const QString &url)
{
    edit(m_base.returnUrl, url, Field::ReturnUrl);
}

std::vector<Problem> DraftEditor::typedProblems() const
{
    std::vector<Problem> problems;
    const auto add = [&](Field field, const QString &sentence) {
        if (takes(field) && !sentence.isEmpty())
            problems.emplace_back(field, sentence);
    };
    const auto notWhole = [](const WholeNumber &number, const QString &sentence) {
        return number.value() ? QString() : sentence;
    };
    add(Field::Quantity, notWhole(m_productQuantity, tr("Type a whole number, 1 or more.")));
    add(Field::Pricing, m_pricing.problem(QLocale()));
    add(Field::ChargeCurrency, currencyProblem(m_chargeCurrency));
    if (currencyProblem(m_chargeAmount.currency).isEmpty())
        add(Field::ChargeAmount, m_chargeAmount.problem(QLocale()));
    if (m_discountWithoutCode == Field::PromotionCode)
        add(Field::PromotionCode, tr("Type the code, or choose None."));
    else if (m_discountWithoutCode == Field::Coupon)
        add(Field::Coupon, tr("Type the coupon's ID, or choose None."));
    if (!m_expiry.text.isEmpty())
        add(Field::Expiry, notWhole(m_expiry, tr("Type a whole number of hours.")));
    return problems;
}

std::vector<Problem> DraftEditor::onRows(std::vector<Problem> problems) const
{
    for (Problem &problem : problems) {
        const bool isOfItem = problem.field == Field::Price || problem.field == Field::Name ||
                              problem.field == Field::Quantity || problem.field == Field::Amount;
        if (isOfItem && problem.index >= 0 && problem.tier < m_tiers.rowCount())
            problem.index = m_tiers.lineItems(problem.tier)->rowOf(problem.index);
    }
    return problems;
}

std::vector<Problem> DraftEditor::withInputProblems(std::vector<Problem> problems) const
{
    problems = onRows(std::move(problems));
    std::vector<Problem> typed;
    const auto append = [&](Field field, const std::vector<Problem> &more) {
        if (takes(field))
            typed.insert(typed.end(), more.begin(), more.end());
    };
    append(Field::LineItems, m_tiers.inputProblems());
    append(Field::Draft, typedProblems());
    append(Field::CustomFieldName, m_fields.inputProblems());
    append(Field::MetadataName, m_metadata.inputProblems());
    for (const Problem &problem : typed) {
        const auto same = std::ranges::find_if(problems, [&](const Problem &other) {
            return other.field == problem.field && other.tier == problem.tier && other.index == problem.index;
        });
        if (same == problems.end())
            problems.push_back(problem);
        else
            *same = problem;
    }
    return problems;
}

bool DraftEditor::isCellEdited(const Problem &problem, LineItemModel::Column column) const
{
    return problem.tier < m_tiers.rowCount() && m_tiers.lineItems(problem.tier)->isEdited(problem.index, column);
}

bool DraftEditor::isDue(const Problem &problem) const
{
    if (m_allDue)
        return true;
    switch (problem.field) {
    case Field::Quantity:
        if (problem.index < 0)
            return m_touchedFields.contains(int(problem.field));
        [[fallthrough]];
    case Field::Price:
        return problem.tier < m_tiers.rowCount() && m_tiers.lineItems(problem.tier)->isEdited(problem.index);
    // An item is typed from its name to its amount: what comes later is not complained about while the name is typed.
    case Field::Name:
        return isCellEdited(problem, LineItemModel::NameColumn);
    case Field::Amount:
        return isCellEdited(problem, LineItemModel::UnitPriceColumn);
    case Field::CustomFieldName:
    case Field::CustomFieldValue:
    case Field::SubscriptionFieldName:
    case Field::SubscriptionFieldValue:
        return m_fields.isEdited(m_fields.rowOf(problem));
    case Field::MetadataName:
    case Field::MetadataValue:
        return m_metadata.isEdited(m_metadata.rowOf(problem));
    case Field::Flow:
    case Field::Draft:
    case Field::ProcessorRoute:
        return true;
    default:
        return m_touchedFields.contains(int(problem.field));
    }
}

void DraftEditor::makeAllDue()
{
    m_allDue = true;
}

} // namespace tilldeck::ui

#include "moc_draft_editor.cpp"
