// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/field_set.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace tilldeck::checkout {

/// Describes one of the ways in which a provider takes a payment: a hosted session, a charge, an embedded checkout.
struct FlowChoice
{
    QString id;       ///< "khaime.charge": its name in draft documents.
    QString name;     ///< "Charge"
    QString sentence; ///< What it is for, in one sentence.
};

/// Says what is needed to connect an account, beside a name and the key.
struct AccountNeeds
{
    bool accountId = false;   ///< The account is a part of every address.
    bool merchantId = false;  ///< The merchant ID is asked for; some flows need it.
    bool checkoutUrl = false; ///< The provider does not report the address of its checkout page.
    QString accountIdHint;    ///< Where the merchant finds it: "Settings, API, Account ID in the PaymentKit dashboard".
    QString merchantIdHint;
    QString keyHint; ///< "Starts with sk_live_ or sk_test_."
    /// Bodies that the provider has documented one after the other; more than one: the account says which it takes.
    std::vector<FlowChoice> dialects;
    QString summary; ///< What is needed, in a few words: "Account ID and secret key".
};

/// Says which draft fields, limits and calls one flow of a provider has. The editor builds itself from it; a part that
/// is missing is named in one line, not left as a grey field.
struct Capabilities
{
    QString providerName;
    std::vector<FlowChoice> flows; ///< Every flow of the provider, the standard one first.
    QString flow;                  ///< The one that this describes.
    bool needsMerchantId = false;  ///< This flow is sent with the merchant ID of the account.
    AccountNeeds account;
    FieldSet fields; ///< What it takes of a draft (draft_fields.h). LineItems are by Price, by Name, or by both.
    FieldSet needed; ///< What cannot be left out. Product: id, or name where that is taken.

    bool takes(Field field) const { return field == Field::Draft || fields.contains(field); }
    bool needs(Field field) const { return needed.contains(field); }

    FieldSet sessionIdIn;    ///< The URLs in which the provider puts its id where they say {CHECKOUT_SESSION_ID}.
    QString successUrlLabel; ///< "Callback URL"; empty for the usual label.
    QString returnUrlLabel;  ///< "Cancel URL"; empty for the usual label.
    /// Returns whether the customer's currency is asked for because there is no pricing currency to fall back on.
    bool needsChargeCurrency() const { return takes(Field::ChargeCurrency) && !takes(Field::Pricing); }

    QStringList modes;            ///< The provider's words, where it takes Mode; else the kind comes from the price.
    QStringList chargeCurrencies; ///< Those that the provider names, in its order; others may be typed.
    QStringList subscriptionFrequencies; ///< The provider's words, where it takes SubscriptionFrequency.

    /// The provider quotes figures before anything exists, and how long such a quote is good for. Creating then needs
    /// one that is not outdated. Absent: prices come from the catalog alone.
    std::optional<std::chrono::seconds> quoteLifetime;
    /// Gateways, in the provider's words, that have no payment page here: the merchant's own page takes the payment.
    QStringList gatewaysWithoutPage;
    QString flowWithPage; ///< The flow that gives a link whatever the gateway is; empty where none does.
    int tolerancePercent =
        0; ///< A typed charge amount may be off the provider's conversion by this much, edge included.

    struct HoursRange
    {
        int least = 1;
        int most = 720;
        int standard = 24;
    };
    std::optional<HoursRange> expiry; ///< Where it takes Expiry; else the provider decides.
    int customFieldTextLength = 500;

    bool refunds = false;              ///< Payments can be given back, in full or in part.
    bool writesPromotionCodes = false; ///< Promotion codes and coupons can be made and switched off.
    bool writesRoutes = false;         ///< Processor routes can be made and changed.
    bool listsTransactions = true;
    bool looksUpTransactions = false; ///< A payment can be asked for, with its steps and refunds.

    /// ISO codes of the currencies whose decimals its documents name; of others they say "smallest unit" only.
    QStringList documentedCurrencies;
    std::optional<int> callsPerHour;    ///< What the provider takes for one key; absent: it names no limit.
    bool honoursIdempotencyKey = false; ///< A create with the same key may be sent again.
    bool honoursRefundKey = false;      ///< A refund with the same key may be sent again: it is the first one.
    bool expireCall = false;
    bool listsSessions = false;
    bool looksUpSessions = true; ///< A session can be asked for by what the ledger knows of it.
    bool looksUpByToken = false; ///< It can be asked for by its token only.

    /// Returns whether the provider reports token or URL of a session of which only the id is known.
    bool reportsTokensAgain() const { return looksUpSessions && !looksUpByToken; }
};

} // namespace tilldeck::checkout
