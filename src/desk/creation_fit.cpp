// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/creation_fit.h"

#include "desk/reconcile_text.h"
#include "ledger/request_end.h"

#include <QVariant>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace tilldeck::desk {

using ledger::Intent;

namespace {

/// A provider may stamp a session this much before or after its clock said that the creation was under way.
constexpr qint64 clockSlackSeconds = 300;

/// Stamps and dates are written in whole seconds.
constexpr qint64 roundingSeconds = 2;

/// Compares what a provider reports of one part of a session with what was asked for. A part that it leaves out proves
/// nothing.
template <class T> Fit compared(const T &reported, const T &asked)
{
    const T nothing{};
    if (reported == asked)
        return Fit::Yes;
    return reported == nothing ? Fit::Perhaps : Fit::Different;
}

/// Says how many pieces of a price there are.
struct Pieces
{
    quint64 count = 0;
    bool areAll = true; ///< Each row of it says its quantity.

    /// Returns whether there may be just @p asked of them.
    bool mayBe(const Pieces &asked) const { return areAll ? count == asked.count : count <= asked.count; }
};
using PiecesByPrice = std::map<QString, Pieces>;

bool saysQuantity(const checkout::LineItem &item)
{
    return item.quantity > 0;
}

/// Returns how many pieces of each price @p items are; nothing where an item does not say its price.
std::optional<PiecesByPrice> piecesOf(const std::vector<checkout::LineItem> &items)
{
    PiecesByPrice pieces;
    for (const checkout::LineItem &item : items) {
        if (item.priceId.isEmpty() && !item.unitAmount)
            return std::nullopt;
        const QString price = !item.priceId.isEmpty()
                                  ? item.priceId
                                  : QString::number(item.unitAmount->minorUnits()) + item.unitAmount->currency().code();
        Pieces &ofPrice = pieces[price];
        ofPrice.count += saysQuantity(item) ? quint64(item.quantity) : 0;
        ofPrice.areAll = ofPrice.areAll && saysQuantity(item);
    }
    return pieces;
}

/// Returns whether @p reported may be just the pieces that were @p asked for.
bool mayBePieces(const PiecesByPrice &reported, const PiecesByPrice &asked)
{
    return std::ranges::equal(reported, asked, [](const auto &one, const auto &other) {
        return one.first == other.first && one.second.mayBe(other.second);
    });
}

/// Returns how rows fit. A quantity that is not said proves nothing.
Fit comparedRows(const std::vector<checkout::LineItem> &reported, const std::vector<checkout::LineItem> &asked)
{
    std::vector<checkout::LineItem> filled = reported;
    for (size_t at = 0; at < std::min(filled.size(), asked.size()); ++at)
        filled[at].quantity = saysQuantity(filled[at]) ? filled[at].quantity : asked[at].quantity;
    const Fit fits = compared(filled, asked);
    return fits == Fit::Yes && filled != reported ? Fit::Perhaps : fits;
}

/// Returns how the line items fit, whose order and division into rows a provider may change.
Fit comparedItems(const checkout::SessionDraft &reported, const checkout::SessionDraft &asked)
{
    const auto pieces = piecesOf(reported.lineItems);
    const auto askedPieces = piecesOf(asked.lineItems);
    const bool isKnown = pieces && askedPieces && !pieces->empty() && !askedPieces->empty();
    return isKnown && !mayBePieces(*pieces, *askedPieces) ? Fit::No : comparedRows(reported.lineItems, asked.lineItems);
}

/// Returns how the tiers after the first fit.
Fit comparedCascade(const checkout::SessionDraft &reported, const checkout::SessionDraft &asked)
{
    if (reported.cascade.size() != asked.cascade.size())
        return compared(reported.cascade, asked.cascade);
    Fit fits = Fit::Yes;
    for (size_t at = 0; at < asked.cascade.size(); ++at) {
        const checkout::CascadeTier &tier = reported.cascade[at];
        const bool isRouteSame = tier.processorRouteId == asked.cascade[at].processorRouteId;
        fits = std::min(
            {fits, comparedRows(tier.lineItems, asked.cascade[at].lineItems), isRouteSame ? Fit::Yes : Fit::Different});
    }
    return fits;
}

/// Returns what the items cost together where each says its own price in one currency; else nothing.
std::optional<money::Money> priceOfAll(const std::vector<checkout::LineItem> &items)
{
    std::optional<money::Money> sum;
    for (const checkout::LineItem &item : items) {
        const bool isSaid = item.priceId.isEmpty() && item.unitAmount && saysQuantity(item);
        const auto line = isSaid ? item.unitAmount->times(item.quantity) : std::nullopt;
        if (!line)
            return std::nullopt;
        sum = sum ? sum->plus(*line) : line;
        if (!sum)
            return std::nullopt;
    }
    return sum;
}

/// Returns whether the items contradict what was asked for. Those that name amounts may be reported as one of their
/// sum.
bool contradictItems(const checkout::SessionDraft &reported, const checkout::SessionDraft &asked)
{
    const auto sum = priceOfAll(reported.lineItems);
    return comparedItems(reported, asked) == Fit::No && (!sum || sum != priceOfAll(asked.lineItems));
}

/// Returns how the customer fits. One that nobody asked for may have been added on the checkout page.
Fit comparedCustomer(const checkout::SessionDraft &reported, const checkout::SessionDraft &asked)
{
    const Fit written = compared(reported.customer.id, asked.customer.id);
    return written == Fit::Different && !asked.customer.id.isEmpty() ? Fit::No : written;
}

/// Returns how the time that the session is open for fits. Where none was asked for, see withDefaults().
Fit comparedExpiry(const checkout::Session &session, const checkout::SessionDraft &asked)
{
    if (!asked.expiresInHours)
        return Fit::Yes;
    if (!exactStamp(session).isValid() || !session.expiresAt.isValid())
        return Fit::Perhaps;
    const qint64 seconds = session.createdAt.secsTo(session.expiresAt) - *asked.expiresInHours * 3600;
    return std::abs(seconds) <= clockSlackSeconds ? Fit::Yes : Fit::Different;
}

std::vector<checkout::CustomField> byName(std::vector<checkout::CustomField> fields)
{
    std::ranges::sort(fields, [](const auto &one, const auto &other) { return one.name < other.name; });
    return fields;
}

/// Returns whether one of the fields that were asked for is reported with another value, however that is written.
bool contradicts(const std::vector<checkout::CustomField> &reported, const std::vector<checkout::CustomField> &asked)
{
    const auto textOf = [](const checkout::CustomField &field) {
        return std::visit([](const auto &value) { return QVariant(value).toString(); }, field.value);
    };
    return std::ranges::any_of(asked, [&](const checkout::CustomField &field) {
        const auto same = std::ranges::find(reported, field.name, &checkout::CustomField::name);
        return same != reported.end() && textOf(*same) != textOf(field);
    });
}

bool differ(const QString &one, const QString &other)
{
    return !one.isEmpty() && !other.isEmpty() && one.compare(other, Qt::CaseInsensitive) != 0;
}

/// Returns whether @p amount, of a payment or a session, is one that @p intent asked for, as far as it says one.
bool mayCost(const money::Money &amount, const Intent &intent)
{
    const checkout::SessionDraft &asked = intent.draft;
    const auto currency = checkout::chargeCurrencyOf(asked);
    if (currency && *currency != amount.currency())
        return false;
    std::vector<money::Money> amounts; // each of which may be what the provider calls the amount
    const auto add = [&](const std::optional<money::Money> &one) {
        if (one && one->currency() == amount.currency())
            amounts.push_back(*one);
    };
    add(asked.chargeAmount);
    add(asked.pricing);
    if (intent.quote) {
        add(intent.quote->customerPays);
        add(intent.quote->base);
        add(intent.quote->businessReceives);
    }
    return amounts.empty() || std::ranges::find(amounts, amount) != amounts.end();
}

bool namesProduct(const checkout::SessionDraft &draft)
{
    return !draft.productId.isEmpty() || !draft.productName.isEmpty();
}

QString anotherAmount()
{
    return ReconcileText::tr("%1 is of another amount than was asked for.", "ID");
}

} // namespace

CreationTime::CreationTime(const Intent &intent, const QDateTime &providerNow, const QDateTime &now)
{
    QDateTime opened = intent.providerOpenedAt;
    if (opened.isValid())
        m_olderBefore = std::min(opened, intent.openedAt).addSecs(-clockSlackSeconds);
    else
        opened = intent.openedAt.addSecs(providerNow.isValid() ? now.secsTo(providerNow) : 0);
    m_opened = opened;
    m_to = opened.addSecs(intent.openedAt.secsTo(intent.deadlineAt) + clockSlackSeconds);
    if (const QDateTime end = ledger::endThere(intent); end.isValid())
        m_to = std::max(m_to, end);
}

Fit CreationTime::fit(const QDateTime &createdAt) const
{
    if (!createdAt.isValid())
        return Fit::Perhaps;
    if (!isBefore(createdAt) && createdAt <= m_to)
        return Fit::Yes;
    // Only what is surely older is another one: a provider may stamp late what waited in a queue.
    return isSurelyOlder(createdAt) ? Fit::No : Fit::Perhaps;
}

bool CreationTime::isBefore(const QDateTime &createdAt) const
{
    return createdAt.isValid() && createdAt < m_opened.addSecs(-roundingSeconds);
}

bool CreationTime::isOfItsDay(const QDateTime &createdAt) const
{
    return !createdAt.isValid() || (createdAt >= m_opened.addSecs(-clockSlackSeconds) && createdAt <= m_to.addDays(1));
}

bool CreationTime::isSurelyOlder(const QDateTime &createdAt) const
{
    return m_olderBefore.isValid() && createdAt.isValid() && createdAt < m_olderBefore;
}

bool mayCost(const checkout::Session &session, const Intent &intent)
{
    return !session.amount || mayCost(*session.amount, intent) ||
           (session.fees && session.fees->customerPays && mayCost(session.fees->base, intent));
}

QDateTime mayAppearUntil(const Intent &intent, const QDateTime &providerNow, const QDateTime &now)
{
    const ledger::LastArrival last = ledger::lastArrivals(intent, providerNow, now);
    QDateTime until = last.here;
    // A clock of this computer that was set back says nothing.
    if (last.there.isValid() && now.secsTo(ledger::lastMoment(intent)) > clockSlackSeconds)
        until = last.there;
    else if (last.there.isValid())
        until = std::max(last.here, last.there);
    return until > now ? until : QDateTime();
}

bool mayBeChargeOf(const checkout::Transaction &payment, const Intent &intent)
{
    const checkout::SessionDraft &asked = intent.draft;
    // Where the provider has no customer ids, the e-mail is one.
    const bool isEmail = payment.customerId.contains(u'@');
    if (differ(payment.customerId, isEmail ? asked.customer.email : asked.customer.id))
        return false;
    if (asked.pricing && payment.priced && *asked.pricing != *payment.priced)
        return false;
    // Who gets a part is reported of a payment that is shared.
    if (payment.split && !payment.split->subMerchantId.isEmpty() && payment.split->subMerchantId != asked.subMerchantId)
        return false;
    return mayCost(payment.amount, intent);
}

Intent withDefaults(Intent intent, const checkout::Capabilities &can)
{
    if (!intent.draft.expiresInHours && can.takes(checkout::Field::Expiry) && can.expiry)
        intent.draft.expiresInHours = can.expiry->standard;
    return intent;
}

Fit fit(const checkout::Session &session, const Intent &intent, const CreationTime &time)
{
    const checkout::SessionDraft &reported = session.contents;
    const checkout::SessionDraft &asked = intent.draft;
    std::vector<Fit> parts{
        time.fit(exactStamp(session)),
        comparedItems(reported, asked),
        comparedCustomer(reported, asked),
        comparedCascade(reported, asked),
        compared(reported.processorRouteId, asked.processorRouteId),
        compared(reported.promotionCode.toUpper(), asked.promotionCode.toUpper()),
        compared(reported.successUrl, asked.successUrl),
        compared(reported.returnUrl, asked.returnUrl),
        compared(byName(reported.customFields), byName(asked.customFields)),
        compared(byName(reported.subscriptionCustomFields), byName(asked.subscriptionCustomFields)),
        comparedExpiry(session, asked),
    };
    // A code may be reported as the coupon behind it.
    if (asked.promotionCode.isEmpty())
        parts.push_back(compared(reported.couponId, asked.couponId));
    return *std::ranges::min_element(parts);
}

bool mayBeRewritten(const checkout::Session &session, const Intent &intent, const CreationTime &time)
{
    return time.fit(exactStamp(session)) == Fit::Yes && !contradictsFields(session, intent);
}

bool contradictsFields(const checkout::Session &session, const Intent &intent)
{
    return contradicts(session.contents.customFields, intent.draft.customFields) ||
           contradicts(session.contents.subscriptionCustomFields, intent.draft.subscriptionCustomFields);
}

QString contradictionOf(const checkout::Session &session, const Intent &intent, const CreationTime &time)
{
    // What a product costs is the provider's to say: a quote is an estimate then.
    const bool isPriced = intent.draft.pricing || intent.draft.chargeAmount;
    QString what;
    if (time.fit(exactStamp(session)) == Fit::No)
        what = ReconcileText::tr("%1 was created before this was sent.", "ID");
    else if (comparedCustomer(session.contents, intent.draft) == Fit::No ||
             differ(session.customer.email, intent.draft.customer.email))
        what = ReconcileText::tr("%1 is for another customer than was asked for.", "ID");
    else if (contradictItems(session.contents, intent.draft))
        what = ReconcileText::tr("%1 has other prices or quantities than were asked for.", "ID");
    else if (isPriced && !mayCost(session, intent))
        what = anotherAmount();
    return what.isEmpty() ? what : what.arg(session.id);
}

QString doubtAbout(const checkout::Session &session, const Intent &intent, const CreationTime &time)
{
    QString why = contradictionOf(session, intent, time);
    if (why.isEmpty() && !mayCost(session, intent))
        why = anotherAmount().arg(session.id);
    if (why.isEmpty() && (differ(session.contents.productId, intent.draft.productId) ||
                          differ(session.contents.productName, intent.draft.productName)))
        why = ReconcileText::tr("%1 is for another product than was asked for.", "ID").arg(session.id);
    if (why.isEmpty() && namesProduct(intent.draft) && !namesProduct(session.contents))
        why = ReconcileText::tr("The provider does not say for which product %1 is.", "ID").arg(session.id);
    if (why.isEmpty() && (fit(session, intent, time) == Fit::Different ||
                          differ(session.contents.description, intent.draft.description)))
        why = ReconcileText::tr("%1 is not written as it was asked for.", "ID").arg(session.id);
    if (why.isEmpty())
        return {};
    return ReconcileText::tr("%1 If it is another session, the one that was asked for may be open as well, and "
                             "customers could pay both.",
                             "why it may be another one")
        .arg(why);
}

} // namespace tilldeck::desk
