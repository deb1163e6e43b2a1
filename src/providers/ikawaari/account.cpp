// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/account.h"

#include "providers/ikawaari/text.h"

#include "providers/ikawaari/errors.h"
#include "providers/minor_units.h"

#include <QCoreApplication>

namespace tilldeck::providers::ikawaari {

using checkout::AccountNeeds;
using checkout::Capabilities;
using checkout::Field;

using namespace Qt::StringLiterals;

namespace {

QString laterBody()
{
    return u"ikawaari.amount"_s;
}

AccountNeeds accountNeeds()
{
    checkout::AccountNeeds needs;
    needs.keyHint = IkawaariText::tr("An API key or app token with the write scope for payments.");
    needs.dialects = {
        {u"ikawaari.line_items"_s, IkawaariText::tr("Line items"),
         IkawaariText::tr("The request that Ikawaari's guide describes: each item with its name and amount.")},
        {laterBody(), IkawaariText::tr("One amount"),
         IkawaariText::tr("The request of Ikawaari's newer guide: the sum alone, with the items as its "
                          "description. Choose it if Ikawaari refuses the other.")}};
    needs.summary = IkawaariText::tr("API key");
    return needs;
}

} // namespace

Body bodyOf(const QString &dialect)
{
    return dialect == laterBody() ? Body::Amount : Body::LineItems;
}

Capabilities capabilities()
{
    constexpr int callsPerHour = 6000; // 100 in a minute
    checkout::Capabilities has;
    has.providerName = u"Ikawaari"_s;
    has.flow = u"ikawaari.session"_s;
    has.flows = {{has.flow, IkawaariText::tr("Checkout session"),
                  IkawaariText::tr("A page of Ikawaari where the customer pays by mobile money or card.")}};
    has.account = accountNeeds();
    has.fields = {Field::Mode, Field::LineItems, Field::Name, Field::SuccessUrl, Field::ReturnUrl};
    has.needed = {Field::LineItems};
    has.chargeCurrencies = {u"XOF"_s}; // the one that its guide names
    has.modes = {u"payment"_s, u"subscription"_s};
    has.returnUrlLabel = IkawaariText::tr("Cancel URL");
    has.sessionIdIn = {Field::SuccessUrl};
    has.honoursIdempotencyKey = true;
    has.refunds = true;
    // refundPayment takes an Idempotency-Key, which "makes a retried POST safe"; no lifetime of it is named.
    has.honoursRefundKey = true;
    has.looksUpTransactions = true;
    has.callsPerHour = callsPerHour;
    has.documentedCurrencies = documentedCurrencies(Family::Ikawaari);
    return has;
}

const ProviderTraits &traits()
{
    static const ProviderTraits ikawaari{
        u"Ikawaari"_s, "application/json", {}, {"Ikawaari-Request-Id", {}}, &ikawaari::errorOf};
    return ikawaari;
}

std::optional<QUrl> Account::address(const QStringList &segments) const
{
    return api.below(QStringList{u"api"_s, u"v1"_s} + segments);
}

} // namespace tilldeck::providers::ikawaari
