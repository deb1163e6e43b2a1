// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/flows.h"

#include "providers/khaime/text.h"

#include "providers/minor_units.h"

#include <QCoreApplication>

#include <array>

namespace tilldeck::providers::khaime {

using namespace Qt::StringLiterals;

using checkout::AccountNeeds;
using checkout::Capabilities;
using checkout::Field;

using namespace std::chrono_literals;

namespace {

/// How long a quote is shown as valid. Khaime states no lifetime.
constexpr auto quoteLifetime = 5min;

constexpr std::array allFlows{Flow::Charge, Flow::Session, Flow::Checkout};

std::vector<checkout::FlowChoice> choices()
{
    return {
        {idOf(Flow::Charge), KhaimeText::tr("Charge"),
         KhaimeText::tr("An amount of your own that the customer pays in their currency. You see rate, fee and gateway "
                        "first.")},
        {idOf(Flow::Session), KhaimeText::tr("Hosted session"),
         KhaimeText::tr("A page of Stripe's that you send the customer to, for one payment or a subscription.")},
        {idOf(Flow::Checkout), KhaimeText::tr("Embedded checkout"),
         KhaimeText::tr("A product of your Khaime catalog, paid in a form on your own website.")}};
}

AccountNeeds accountNeeds()
{
    checkout::AccountNeeds needs;
    needs.merchantId = true;
    needs.merchantIdHint =
        KhaimeText::tr("The number of your business in the Khaime dashboard. Only the embedded checkout "
                       "needs it.");
    needs.keyHint = KhaimeText::tr("Starts with pk_live_ or sk_live_, or for tests with pk_sandbox_.");
    needs.summary = KhaimeText::tr("API key, merchant ID");
    return needs;
}

void addCharge(Capabilities &has)
{
    has.fields += {Field::Pricing,     Field::ChargeCurrency, Field::ChargeAmount, Field::SubMerchant,
                   Field::Description, Field::Reference,      Field::SuccessUrl,   Field::MetadataName};
    has.tolerancePercent = tolerancePercent;
    has.successUrlLabel = KhaimeText::tr("Callback URL");
    has.quoteLifetime = quoteLifetime;
    // The seed gives `reference` that role, and every charge is sent with one.
    has.honoursIdempotencyKey = true;
    has.looksUpSessions = false;
    has.gatewaysWithoutPage = {u"stripe"_s};
    has.flowWithPage = idOf(Flow::Session);
}

void addSession(Capabilities &has)
{
    has.fields += {Field::Product,    Field::ProductName, Field::Pricing,     Field::SubscriptionFrequency,
                   Field::SuccessUrl, Field::ReturnUrl,   Field::MetadataName};
    has.needed += {Field::Product};
    has.returnUrlLabel = KhaimeText::tr("Cancel URL");
    has.subscriptionFrequencies = {u"monthly"_s, u"quarterly"_s, u"yearly"_s};
}

void addCheckout(Capabilities &has)
{
    has.fields += {Field::Product, Field::Quantity, Field::ChargeCurrency};
    has.needed += {Field::Product};
    has.quoteLifetime = quoteLifetime;
    has.needsMerchantId = true;
    has.looksUpByToken = true;
}

/// In the order of the routing table.
QStringList routedCurrencies()
{
    return u"NGN GHS KES ZAR TZS XAF XOF USD EUR GBP CAD AUD"_s.split(u' ');
}

} // namespace

QString idOf(Flow flow)
{
    switch (flow) {
    case Flow::Charge:
        return u"khaime.charge"_s;
    case Flow::Session:
        return u"khaime.session"_s;
    case Flow::Checkout:
        return u"khaime.checkout"_s;
    }
    return {};
}

std::optional<Flow> flowOf(const QString &id)
{
    if (id.isEmpty())
        return allFlows.front();
    for (const Flow flow : allFlows) {
        if (id == idOf(flow))
            return flow;
    }
    return {};
}

Capabilities capabilities(Flow flow)
{
    Capabilities has;
    has.providerName = u"Khaime"_s;
    has.flows = choices();
    has.flow = idOf(flow);
    has.account = accountNeeds();
    has.callsPerHour = 1000;
    has.documentedCurrencies = documentedCurrencies(Family::Khaime);
    has.fields = {Field::CustomerEmail, Field::CustomerName, Field::CustomerCountry};
    has.needed = {Field::CustomerEmail};
    has.refunds = true; // createRefund documents no key
    switch (flow) {
    case Flow::Charge:
        addCharge(has);
        break;
    case Flow::Session:
        addSession(has);
        break;
    case Flow::Checkout:
        addCheckout(has);
        break;
    }
    if (has.takes(Field::ChargeCurrency))
        has.chargeCurrencies = routedCurrencies();
    return has;
}

} // namespace tilldeck::providers::khaime
