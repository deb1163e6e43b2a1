// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate.h"

#include "checkout/validation_text.h"

#include "checkout/draft_fields.h"
#include "checkout/outside_text.h"
#include "checkout/pricing.h"
#include "checkout/quantity.h"
#include "checkout/validate_keys.h"
#include "checkout/validate_product.h"
#include "checkout/validate_texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::checkout {

namespace {

class Check
{
public:
    Check(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog, const QDateTime &now)
        : m_draft(draft)
        , m_can(capabilities)
        , m_catalog(catalog)
        , m_now(now)
    {
    }

    std::vector<Problem> run(const keys::HoldsKey &holdsKey)
    {
        m_problems = keyProblems(m_draft, holdsKey);
        for (const DraftField &field : draftFields())
            check(field);
        return std::move(m_problems);
    }

private:
    void add(Field field, const QString &sentence, int tier = 0, int index = -1)
    {
        m_problems.emplace_back(field, sentence, tier, index);
    }

    void check(const DraftField &field)
    {
        switch (field.offeredBy) {
        case Field::LineItems:
            for (int tier = 0; tier < m_draft.tierCount(); ++tier)
                lineItems(tier);
            return;
        case Field::PromotionCode:
            return discount();
        case Field::Cascade:
        case Field::ProcessorRoute:
        case Field::Coupon:
            return; // with the items and with the code
        default:
            break;
        }
        if (!field.isTaken(m_can))
            return leftOut(field);
        if (field.text)
            checkText(field, m_draft, m_can, m_problems);
        else if (field.field == Field::Expiry)
            expiry();
        if (field.field == Field::Flow)
            flow();
        checkProduct(field, m_draft, m_can, m_problems);
        checkNamedValues(field, m_draft, m_can, m_problems);
    }

    void leftOut(const DraftField &field)
    {
        const auto isSaid = [&field](const Problem &problem) { return problem.field == field.field; };
        if (!field.isSet(m_draft))
            return;
        if (field.field == Field::CustomerEmail && m_can.takes(Field::Customer))
            add(Field::Customer, ValidationText::tr("%1 takes existing customers only. Choose one or leave this empty.")
                                     .arg(m_can.providerName));
        else if (std::ranges::none_of(m_problems, isSaid))
            add(field.field, notTaken(m_can));
    }

    void flow()
    {
        const auto known = [this](const FlowChoice &choice) { return choice.id == m_draft.flow; };
        if (!m_draft.flow.isEmpty() && std::ranges::none_of(m_can.flows, known))
            add(Field::Flow, ValidationText::tr("%1 does not know the flow “%2”. Choose another.")
                                 .arg(m_can.providerName, m_draft.flow));
    }

    void lineItems(int tier)
    {
        const auto &items = m_draft.tierLineItems(tier);
        if (tier > 0 && !m_can.takes(Field::Cascade)) {
            add(Field::LineItems, notTaken(m_can), tier);
            return;
        }
        const bool takesRoute = m_can.takes(Field::ProcessorRoute) || m_draft.tierRoute(tier).isEmpty();
        if (!m_can.takes(Field::LineItems)) {
            if (!items.empty())
                add(Field::LineItems, notTaken(m_can), tier);
            if (!takesRoute)
                add(Field::ProcessorRoute, notTaken(m_can), tier);
            return;
        }
        const bool needed = tier > 0 || m_can.needs(Field::LineItems) || m_draft.customer.isEmpty();
        if (items.empty() && needed)
            add(Field::LineItems,
                tier == 0 ? ValidationText::tr("Add an item.")
                          : ValidationText::tr("Add an item to this tier, or remove the tier."),
                tier);
        if (!takesRoute)
            add(Field::ProcessorRoute, notTaken(m_can), tier);
        else if (const QString wrong = idProblem(m_draft.tierRoute(tier)); !wrong.isEmpty())
            add(Field::ProcessorRoute, wrong, tier);

        std::optional<money::Money> total;
        bool addable = true;
        for (int row = 0; row < static_cast<int>(items.size()); ++row) {
            const LineItem &item = items.at(static_cast<size_t>(row));
            const auto line = lineItem(item, tier, row);
            if (!line) {
                addable = false;
                continue;
            }
            total = total ? total->plus(*line) : line;
            if (!total && addable) {
                addable = false;
                add(Field::LineItems, ValidationText::tr("This tier's total is too large. Lower a quantity."), tier);
            }
        }
    }

    /// The line's total, or nothing when it is not known or not allowed.
    std::optional<money::Money> lineItem(const LineItem &item, int tier, int row)
    {
        bool sound = true;
        const auto bad = [&](Field field, const QString &sentence) {
            add(field, sentence, tier, row);
            sound = false;
        };
        if (const QString wrong = quantityProblem(item.quantity); !wrong.isEmpty())
            bad(Field::Quantity, wrong);

        std::optional<money::Money> unit = item.unitAmount;
        if (!item.priceId.isEmpty()) {
            const Price *price = m_catalog.price(item.priceId);
            if (!m_can.takes(Field::Price))
                bad(Field::Price, notTaken(m_can));
            else if (item.priceId.contains(u' '))
                bad(Field::Price, ValidationText::tr("A price ID has no spaces. Choose a price or check the ID."));
            else if (const QString wrong = idProblem(item.priceId); !wrong.isEmpty())
                bad(Field::Price, wrong);
            else if (price && !price->active)
                bad(Field::Price, ValidationText::tr("This price is switched off. Choose another."));
            if (price)
                unit = price->unitAmount;
        } else if (!m_can.takes(Field::Name)) {
            bad(Field::Price, ValidationText::tr("Choose a price or type its ID."));
        } else {
            if (isInvisible(item.name))
                bad(Field::Name, ValidationText::tr("Enter a name for this item."));
            else if (const QString wrong = nulProblem(item.name); !wrong.isEmpty())
                bad(Field::Name, wrong);
            if (!item.unitAmount || item.unitAmount->minorUnits() < 1)
                bad(Field::Amount, ValidationText::tr("Enter an amount above zero."));
        }
        if (!unit)
            return std::nullopt;

        if (!m_currency)
            m_currency = unit->currency();
        if (unit->currency() != *m_currency) {
            const QString why =
                item.priceId.isEmpty()
                    ? ValidationText::tr("This amount is in %1, the first item is in %2. A session has one currency.")
                    : ValidationText::tr("This price is in %1, the first item is in %2. A session has one currency.");
            bad(item.priceId.isEmpty() ? Field::Amount : Field::Price,
                why.arg(unit->currency().code(), m_currency->code()));
        }
        if (!sound)
            return std::nullopt;
        const auto total = unit->times(item.quantity);
        if (!total)
            bad(Field::Quantity, ValidationText::tr("This line's amount is too large. Lower the quantity."));
        return total;
    }

    void discount()
    {
        const bool code = !m_draft.promotionCode.isEmpty();
        const bool coupon = !m_draft.couponId.isEmpty();
        if (code && coupon) {
            add(Field::Coupon, ValidationText::tr("Use a promotion code or a coupon, not both. Remove one of them."));
            return;
        }
        if (code && !m_can.takes(Field::PromotionCode))
            add(Field::PromotionCode, notTaken(m_can));
        else if (coupon && !m_can.takes(Field::Coupon))
            add(Field::Coupon, notTaken(m_can));
        else if (code && isInvisible(m_draft.promotionCode))
            add(Field::PromotionCode, ValidationText::tr("Nothing of this code can be seen. Type it, or remove it."));
        else if (const QString wrong = idProblem(m_draft.couponId); !wrong.isEmpty())
            add(Field::Coupon, wrong);
        else if (const QString why = discountProblem(m_draft, m_catalog, m_now); !why.isEmpty())
            add(code ? Field::PromotionCode : Field::Coupon, why);
    }

    void expiry()
    {
        const auto range = m_can.expiry.value_or(Capabilities::HoursRange());
        const qint64 hours = m_draft.expiresInHours.value_or(range.least);
        if (hours < range.least || hours > range.most)
            add(Field::Expiry, ValidationText::tr("Enter %1 to %2 hours.").arg(range.least).arg(range.most));
    }

    const SessionDraft &m_draft;
    const Capabilities &m_can;
    const Catalog &m_catalog;
    QDateTime m_now;
    std::optional<money::Currency> m_currency; ///< Of the first line item whose price is known.
    std::vector<Problem> m_problems;
};

} // namespace

std::vector<Problem> validate(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog,
                              const QDateTime &now, const keys::HoldsKey &holdsKey)
{
    return Check(draft, capabilities, catalog, now).run(holdsKey);
}

} // namespace tilldeck::checkout
