// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draft_editor.h"

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
}

void DraftEditor::setDraft(const SessionDraft &draft, bool fresh)
{
    m_allDue = !fresh;
    m_touched.clear();
    m_rest = draft;
    m_expiry = draft.expiresInHours ? WholeNumber(*draft.expiresInHours) : WholeNumber();
    m_tiers.setTiers(draft);
    m_fields.setFields(draft);
    Q_EMIT loaded();
}

SessionDraft DraftEditor::draft() const
{
    SessionDraft draft = m_rest;
    m_tiers.writeTo(draft);
    m_fields.writeTo(draft);
    // A text that is no number of hours becomes one that no provider takes, so that it cannot pass as "not set".
    draft.expiresInHours = m_expiry.text.isEmpty() ? std::nullopt : std::optional(m_expiry.value().value_or(0));
    return draft;
}

void DraftEditor::setCatalog(const CatalogPtr &catalog)
{
    m_catalog = catalog;
    m_tiers.setCatalog(catalog);
}

void DraftEditor::edit(QString &member, const QString &value, Field field)
{
    if (member == value)
        return;
    member = value;
    m_touched.insert(int(field));
    Q_EMIT changed();
}

void DraftEditor::setCustomerId(const QString &id)
{
    if (m_rest.customer == checkout::CustomerChoice{id, {}, {}})
        return;
    m_rest.customer = {id, {}, {}};
    m_touched.insert(int(Field::Customer));
    Q_EMIT changed();
}

void DraftEditor::setDiscount(const QString &promotionCode, const QString &couponId)
{
    if (m_rest.promotionCode == promotionCode && m_rest.couponId == couponId)
        return;
    m_rest.promotionCode = promotionCode;
    m_rest.couponId = couponId;
    m_touched << int(Field::PromotionCode) << int(Field::Coupon);
    Q_EMIT changed();
}

void DraftEditor::setExpiryText(const QString &text)
{
    edit(m_expiry.text, text, Field::Expiry);
}

void DraftEditor::setSuccessUrl(const QString &url)
{
    edit(m_rest.successUrl, url, Field::SuccessUrl);
}

void DraftEditor::setReturnUrl(const QString &url)
{
    edit(m_rest.returnUrl, url, Field::ReturnUrl);
}

std::vector<Problem> DraftEditor::withInputProblems(std::vector<Problem> problems) const
{
    std::vector<Problem> typed = m_tiers.inputProblems();
    if (!m_expiry.text.isEmpty() && !m_expiry.value())
        typed.emplace_back(Field::Expiry, tr("Type a whole number of hours."));
    const auto fields = m_fields.inputProblems();
    typed.insert(typed.end(), fields.begin(), fields.end());
    for (const Problem &problem : typed) {
        const auto same = std::find_if(problems.begin(), problems.end(), [&](const Problem &other) {
            return other.field == problem.field && other.tier == problem.tier && other.index == problem.index;
        });
        if (same == problems.end())
            problems.push_back(problem);
        else
            *same = problem;
    }
    return problems;
}

bool DraftEditor::isDue(const Problem &problem) const
{
    if (m_allDue)
        return true;
    switch (problem.field) {
    case Field::Price:
    case Field::Quantity:
    case Field::Name:
    case Field::Amount:
        return problem.tier < m_tiers.rowCount() && m_tiers.lineItems(problem.tier)->isEdited(problem.index);
    case Field::CustomFieldName:
    case Field::CustomFieldValue:
    case Field::SubscriptionFieldName:
    case Field::SubscriptionFieldValue:
        return m_fields.isEdited(m_fields.rowOf(problem));
    case Field::Draft:
    case Field::ProcessorRoute:
        return true;
    default:
        return m_touched.contains(int(problem.field));
    }
}

void DraftEditor::makeAllDue()
{
    m_allDue = true;
}

} // namespace tilldeck::ui
