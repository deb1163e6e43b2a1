// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draft_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace tilldeck::ui {

using checkout::Capabilities;
using checkout::SessionDraft;

namespace {

struct DraftPartText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::DraftParts)
};

struct DraftPart
{
    const char *name;
    bool usual; ///< Merchants expect it, so it is named where it is missing.
    bool (*offered)(const Capabilities &);
    void (*clear)(SessionDraft &);
};

void clearRoutes(SessionDraft &draft)
{
    draft.processorRouteId.clear();
    for (checkout::CascadeTier &tier : draft.cascade)
        tier.processorRouteId.clear();
}

std::span<const DraftPart> parts()
{
    using C = Capabilities;
    using D = SessionDraft;
    static constexpr DraftPart all[] = {
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "kind"), false,
         [](const C &can) { return !can.modes.isEmpty(); }, [](D &draft) { draft.mode.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "product"), false, [](const C &can) { return can.product; },
         [](D &draft) { draft.productId.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "product name"), false,
         [](const C &can) { return can.productName; }, [](D &draft) { draft.productName.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "quantity"), false,
         [](const C &can) { return can.productQuantity; }, [](D &draft) { draft.productQuantity = 1; }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "amount"), false, [](const C &can) { return can.pricing; },
         [](D &draft) { draft.pricing.reset(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "the customer's currency"), false,
         [](const C &can) { return can.chargeCurrency; }, [](D &draft) { draft.chargeCurrency.reset(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "the customer's amount"), false,
         [](const C &can) { return can.chargeAmount; }, [](D &draft) { draft.chargeAmount.reset(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "subscription"), false,
         [](const C &can) { return !can.subscriptionFrequencies.isEmpty(); },
         [](D &draft) { draft.subscriptionFrequency.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "sub-merchant"), false,
         [](const C &can) { return can.subMerchant; }, [](D &draft) { draft.subMerchantId.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "customer"), false,
         [](const C &can) { return can.existingCustomer; }, [](D &draft) { draft.customer.id.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "e-mail"), false, [](const C &can) { return can.customerEmail; },
         [](D &draft) { draft.customer.email.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "the customer's name"), false,
         [](const C &can) { return can.customerNames; },
         [](D &draft) {
             draft.customer.firstName.clear();
             draft.customer.lastName.clear();
         }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "country"), false,
         [](const C &can) { return can.customerCountry; }, [](D &draft) { draft.customer.country.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "items"), false, [](const C &can) { return can.takesItems(); },
         [](D &draft) { draft.lineItems.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "fallback tiers"), true,
         [](const C &can) { return can.cascade; }, [](D &draft) { draft.cascade.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "processor route"), true,
         [](const C &can) { return can.processorRoutes; }, clearRoutes},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "promotion code"), true,
         [](const C &can) { return can.promotionCodes; }, [](D &draft) { draft.promotionCode.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "coupon"), true, [](const C &can) { return can.coupons; },
         [](D &draft) { draft.couponId.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "expiry"), true,
         [](const C &can) { return can.expiry.has_value(); }, [](D &draft) { draft.expiresInHours.reset(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "description"), false,
         [](const C &can) { return can.description; }, [](D &draft) { draft.description.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "reference"), false, [](const C &can) { return can.reference; },
         [](D &draft) { draft.reference.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "success URL"), true,
         [](const C &can) { return can.successUrl; }, [](D &draft) { draft.successUrl.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "return URL"), true, [](const C &can) { return can.returnUrl; },
         [](D &draft) { draft.returnUrl.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "metadata"), false, [](const C &can) { return can.metadata; },
         [](D &draft) { draft.metadata.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "custom fields"), true,
         [](const C &can) { return can.customFields; }, [](D &draft) { draft.customFields.clear(); }},
        {QT_TRANSLATE_NOOP("tilldeck::ui::DraftParts", "custom fields of the subscription"), false,
         [](const C &can) { return can.subscriptionCustomFields; },
         [](D &draft) { draft.subscriptionCustomFields.clear(); }},
    };
    return all;
}

} // namespace

SessionDraft supportedPart(SessionDraft draft, const Capabilities &can)
{
    const bool known =
        std::ranges::any_of(can.flows, [&](const checkout::FlowChoice &flow) { return flow.id == draft.flow; });
    if (!known)
        draft.flow.clear();
    for (const DraftPart &part : parts()) {
        if (!part.offered(can))
            part.clear(draft);
    }
    return draft;
}

QStringList unsupportedFields(SessionDraft draft, const Capabilities &can)
{
    // A line that nobody filled in is nothing asked for.
    std::erase(draft.lineItems, checkout::LineItem());
    QStringList names;
    for (const DraftPart &part : parts()) {
        SessionDraft without = draft;
        part.clear(without);
        if (!part.offered(can) && without != draft)
            names << DraftPartText::tr(part.name);
    }
    return names;
}

QStringList missingParts(const Capabilities &can)
{
    QStringList names;
    if (!can.existingCustomer && !can.customerEmail)
        names << DraftPartText::tr("customer");
    for (const DraftPart &part : parts()) {
        if (part.usual && !part.offered(can))
            names << DraftPartText::tr(part.name);
    }
    return names;
}

} // namespace tilldeck::ui
