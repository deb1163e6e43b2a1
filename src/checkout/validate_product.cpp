// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate_product.h"

#include "checkout/outside_text.h"
#include "checkout/validate_texts.h"
#include "checkout/validation_text.h"

#include <QCoreApplication>

#include <limits>

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
        const bool strange =
            (!m_draft.productId.isEmpty() && !m_can.product) || (!m_draft.productName.isEmpty() && !m_can.productName);
        if (strange)
            add(Field::Product, notTaken(m_can));
        else if (m_draft.productId.contains(u' '))
            add(Field::Product, ValidationText::tr("A product ID has no spaces. Choose a product or check the ID."));
        else if (m_can.productRequired && m_draft.productId.isEmpty() && isInvisible(m_draft.productName))
            add(Field::Product, m_can.productName ? ValidationText::tr("Choose a product or enter a name for it.")
                                                  : ValidationText::tr("Choose a product or type its ID."));
        else if (const QString wrong = nulProblem(m_draft.productName); !wrong.isEmpty())
            add(Field::Product, wrong);
        if (!m_can.productQuantity && m_draft.productQuantity != 1)
            add(Field::Quantity, notTaken(m_can));
        else if (m_draft.productQuantity < 1)
            add(Field::Quantity, ValidationText::tr("Enter a quantity of 1 or more."));
        else if (m_draft.productQuantity > std::numeric_limits<qint32>::max())
            add(Field::Quantity, ValidationText::tr("This quantity is too large. 2,147,483,647 is the most."));
    }

    void amounts()
    {
        amount(m_draft.pricing, m_can.pricing, m_can.pricing, Field::Pricing);
        if (m_draft.chargeCurrency && !m_can.chargeCurrency)
            add(Field::ChargeCurrency, notTaken(m_can));
        else if (m_can.needsChargeCurrency() && !m_draft.chargeCurrency)
            add(Field::ChargeCurrency, ValidationText::tr("Choose the currency that the customer pays in."));
        const size_t before = m_problems.size();
        amount(m_draft.chargeAmount, m_can.chargeAmount, false, Field::ChargeAmount);
        const bool sound = m_draft.chargeAmount && m_problems.size() == before;
        const auto currency = chargeCurrencyOf(m_draft);
        if (sound && currency && m_draft.chargeAmount->currency() != *currency)
            add(Field::ChargeAmount,
                ValidationText::tr("This amount is in %1, but the customer pays in %2. Enter it in %2.")
                    .arg(m_draft.chargeAmount->currency().code(), currency->code()));
    }

    void frequency()
    {
        if (m_draft.subscriptionFrequency.isEmpty())
            return;
        if (m_can.subscriptionFrequencies.isEmpty())
            add(Field::SubscriptionFrequency, notTaken(m_can));
        else if (!m_can.subscriptionFrequencies.contains(m_draft.subscriptionFrequency))
            add(Field::SubscriptionFrequency, ValidationText::tr("%1 does not know “%2”. Choose one of: %3.")
                                                  .arg(m_can.providerName, m_draft.subscriptionFrequency,
                                                       m_can.subscriptionFrequencies.join(u", "_s)));
    }

    void subMerchant()
    {
        if (m_draft.subMerchantId.isEmpty())
            return;
        if (!m_can.subMerchant)
            add(Field::SubMerchant, notTaken(m_can));
        else if (m_draft.subMerchantId.contains(u' '))
            add(Field::SubMerchant, ValidationText::tr("A sub-merchant ID has no spaces. Check the ID."));
    }

private:
    void add(Field field, const QString &sentence) { m_problems.emplace_back(field, sentence); }

    void amount(const std::optional<money::Money> &amount, bool offered, bool required, Field field)
    {
        if (amount && !offered)
            add(field, notTaken(m_can));
        else if (amount ? amount->minorUnits() < 1 : required)
            add(field, ValidationText::tr("Enter an amount above zero."));
    }

    const SessionDraft &m_draft;
    const Capabilities &m_can;
    std::vector<Problem> &m_problems;
};

} // namespace

void checkProduct(const SessionDraft &draft, const Capabilities &can, std::vector<Problem> &problems)
{
    ProductCheck check(draft, can, problems);
    check.product();
    check.amounts();
    check.frequency();
    check.subMerchant();
}

} // namespace tilldeck::checkout
