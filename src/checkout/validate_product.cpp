// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate_product.h"

#include "checkout/outside_text.h"
#include "checkout/quantity.h"
#include "checkout/validation_text.h"

#include <QCoreApplication>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

class ProductCheck
{
public:
    ProductCheck(const SessionDraft &draft, const Capabilities &can, std::vector<Problem> &problems)
        : m_draft(draft)
        , m_can(can)
        , m_problems(problems)
    {
    }

    void product()
    {
        if (m_can.needs(Field::Product) && m_draft.productId.isEmpty() && isInvisible(m_draft.productName))
            add(Field::Product, m_can.takes(Field::ProductName)
                                    ? ValidationText::tr("Choose a product or enter a name for it.")
                                    : ValidationText::tr("Choose a product or type its ID."));
    }

    void quantity()
    {
        if (const QString wrong = quantityProblem(m_draft.productQuantity); !wrong.isEmpty())
            add(Field::Quantity, wrong);
    }

    void pricing()
    {
        if (!m_draft.pricing || m_draft.pricing->minorUnits() < 1)
            add(Field::Pricing, ValidationText::tr("Enter an amount above zero."));
    }

    void chargeCurrency()
    {
        if (m_can.needsChargeCurrency() && !m_draft.chargeCurrency)
            add(Field::ChargeCurrency, ValidationText::tr("Choose the currency that the customer pays in."));
    }

    void chargeAmount()
    {
        if (!m_draft.chargeAmount)
            return;
        const auto currency = chargeCurrencyOf(m_draft);
        if (m_draft.chargeAmount->minorUnits() < 1)
            add(Field::ChargeAmount, ValidationText::tr("Enter an amount above zero."));
        else if (currency && m_draft.chargeAmount->currency() != *currency)
            add(Field::ChargeAmount,
                ValidationText::tr("This amount is in %1, but the customer pays in %2. Enter it in %2.")
                    .arg(m_draft.chargeAmount->currency().code(), currency->code()));
    }

    void frequency()
    {
        const QString &frequency = m_draft.subscriptionFrequency;
        if (!frequency.isEmpty() && !m_can.subscriptionFrequencies.contains(frequency))
            add(Field::SubscriptionFrequency,
                ValidationText::tr("%1 does not know “%2”. Choose one of: %3.")
                    .arg(m_can.providerName, frequency, m_can.subscriptionFrequencies.join(u", "_s)));
    }

private:
    void add(Field field, const QString &sentence) { m_problems.emplace_back(field, sentence); }

    const SessionDraft &m_draft;
    const Capabilities &m_can;
    std::vector<Problem> &m_problems;
};

} // namespace

void checkProduct(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
                  std::vector<Problem> &problems)
{
    ProductCheck check(draft, can, problems);
    switch (field.offeredBy) {
    case Field::Product:
        return check.product();
    case Field::Quantity:
        return check.quantity();
    case Field::Pricing:
        return check.pricing();
    case Field::ChargeCurrency:
        return check.chargeCurrency();
    case Field::ChargeAmount:
        return check.chargeAmount();
    case Field::SubscriptionFrequency:
        return check.frequency();
    default:
        return;
    }
}

} // namespace tilldeck::checkout
