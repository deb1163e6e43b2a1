// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate.h"

#include "checkout/validation_text.h"

#include "checkout/check_address.h"
#include "checkout/outside_text.h"
#include "checkout/pricing.h"
#include "checkout/validate_product.h"
#include "checkout/validate_texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

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

    std::vector<Problem> run()
    {
        flow();
        checkProduct(m_draft, m_can, m_problems);
        checkCustomer(m_draft, m_can, m_problems);
        for (int tier = 0; tier < m_draft.tierCount(); ++tier)
            lineItems(tier);
        discount();
        expiry();
        text(m_draft.description, m_can.description, Field::Description);
        text(m_draft.reference, m_can.reference, Field::Reference);
        checkAddress(m_draft.successUrl, m_can.successUrl, Field::SuccessUrl, m_can, m_problems);
        checkAddress(m_draft.returnUrl, m_can.returnUrl, Field::ReturnUrl, m_can, m_problems);
        checkFields({m_draft.metadata, m_can.metadata, Field::MetadataName, Field::MetadataValue, {}}, m_can,
                    m_problems);
        checkFields({m_draft.customFields, m_can.customFields, Field::CustomFieldName, Field::CustomFieldValue,
                     m_can.customFieldTextLength},
                    m_can, m_problems);
        checkFields({m_draft.subscriptionCustomFields, m_can.subscriptionCustomFields, Field::SubscriptionFieldName,
                     Field::SubscriptionFieldValue, m_can.customFieldTextLength},
                    m_can, m_problems);
        return std::move(m_problems);
    }

private:
    void add(Field field, const QString &sentence, int tier = 0, int index = -1)
    {
        m_problems.emplace_back(field, sentence, tier, index);
    }

    void flow()
    {
        const auto known = [this](const FlowChoice &choice) { return choice.id == m_draft.flow; };
        if (!m_draft.flow.isEmpty() && std::ranges::none_of(m_can.flows, known))
            add(Field::Flow, ValidationText::tr("%1 does not know the flow “%2”. Choose another.")
                                 .arg(m_can.providerName, m_draft.flow));
    }

    void text(const QString &text, bool offered, Field field)
    {
        if (!text.isEmpty() && !offered)
            add(field, notTaken(m_can));
    }

    void lineItems(int tier)
    {
        const auto &items = m_draft.tierLineItems(tier);
        if (tier > 0 && !m_can.cascade) {
            add(Field::LineItems, notTaken(m_can), tier);
            return;
        }
        if (!m_can.takesItems()) {
            if (!items.empty())
                add(Field::LineItems, notTaken(m_can), tier);
            text(m_draft.tierRoute(tier), m_can.processorRoutes, Field::ProcessorRoute);
            return;
        }
        const bool needed = tier > 0 || m_can.lineItemsRequired || m_draft.customer.isEmpty();
        if (items.empty() && needed)
            add(Field::LineItems,
                tier == 0 ? ValidationText::tr("Add an item.")
                          : ValidationText::tr("Add an item to this tier, or remove the tier."),
                tier);
        if (!m_draft.tierRoute(tier).isEmpty() && !m_can.processorRoutes)
            add(Field::ProcessorRoute, notTaken(m_can), tier);

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
        if (item.quantity < 1)
            bad(Field::Quantity, ValidationText::tr("Enter a quantity of 1 or more."));
        else if (item.quantity > std::numeric_limits<qint32>::max())
            bad(Field::Quantity, ValidationText::tr("This quantity is too large. 2,147,483,647 is the most."));

        std::optional<money::Money> unit = item.unitAmount;
        if (!item.priceId.isEmpty()) {
            const Price *price = m_catalog.price(item.priceId);
            if (!m_can.catalogPrices)
                bad(Field::Price, notTaken(m_can));
            else if (item.priceId.contains(u' '))
                bad(Field::Price, ValidationText::tr("A price ID has no spaces. Choose a price or check the ID."));
            else if (price && !price->active)
                bad(Field::Price, ValidationText::tr("This price is switched off. Choose another."));
            if (price)
                unit = price->unitAmount;
        } else if (!m_can.inlineItems) {
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
        if (code && !m_can.promotionCodes)
            add(Field::PromotionCode, notTaken(m_can));
        else if (coupon && !m_can.coupons)
            add(Field::Coupon, notTaken(m_can));
        else if (const QString why = discountProblem(m_draft, m_catalog, m_now); !why.isEmpty())
            add(code ? Field::PromotionCode : Field::Coupon, why);
    }

    void expiry()
    {
        if (!m_draft.expiresInHours)
            return;
        if (!m_can.expiry)
            add(Field::Expiry, notTaken(m_can));
        else if (*m_draft.expiresInHours < m_can.expiry->least || *m_draft.expiresInHours > m_can.expiry->most)
            add(Field::Expiry,
                ValidationText::tr("Enter %1 to %2 hours.").arg(m_can.expiry->least).arg(m_can.expiry->most));
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
                              const QDateTime &now)
{
    return Check(draft, capabilities, catalog, now).run();
}

} // namespace tilldeck::checkout
