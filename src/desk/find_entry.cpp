// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/find_entry.h"

#include <algorithm>

namespace tilldeck::desk {

using checkout::Catalog;
using checkout::Coupon;
using checkout::ProcessorRoute;
using checkout::PromotionCode;
using ledger::Intent;
using EntryIs = EntryFinding::Finding;

namespace {

/// Providers report whole seconds.
bool isSameMoment(const QDateTime &one, const QDateTime &other)
{
    if (!one.isValid() || !other.isValid())
        return one.isValid() == other.isValid();
    return one.toSecsSinceEpoch() == other.toSecsSinceEpoch();
}

bool hasSameTerms(const PromotionCode &listed, const PromotionCode &wanted)
{
    return listed.couponId == wanted.couponId && listed.maxRedemptions == wanted.maxRedemptions &&
           isSameMoment(listed.expiresAt, wanted.expiresAt);
}

bool hasSameTerms(const Coupon &listed, const Coupon &wanted)
{
    const bool isSameDuration =
        !listed.duration || (listed.duration == wanted.duration && listed.months == wanted.months);
    return listed.name == wanted.name && listed.kind == wanted.kind && listed.basisPoints == wanted.basisPoints &&
           listed.amountOff == wanted.amountOff && isSameDuration && listed.maxRedemptions == wanted.maxRedemptions &&
           isSameMoment(listed.expiresAt, wanted.expiresAt);
}

bool hasSameTerms(const ProcessorRoute &listed, const ProcessorRoute &wanted)
{
    return listed.name == wanted.name && listed.processorIds == wanted.processorIds;
}

/// Returns whether a provider may have written @p wanted so, with limits of its own.
bool maybeWrittenAs(const Coupon &listed, const Coupon &wanted)
{
    return listed.name.simplified() == wanted.name.simplified() && listed.kind == wanted.kind &&
           listed.basisPoints == wanted.basisPoints && listed.amountOff == wanted.amountOff;
}

bool maybeWrittenAs(const ProcessorRoute &listed, const ProcessorRoute &wanted)
{
    return listed.name.simplified() == wanted.name.simplified();
}

/// Returns whether @p listed can be one that was made a moment ago: it is switched on, and nobody redeemed it. Another
/// one may be older.
template <class T> bool isUnused(const T &listed)
{
    return listed.active && listed.timesRedeemed == 0;
}

bool isUnused(const ProcessorRoute & /*listed*/)
{
    return true;
}

EntryCandidate candidate(const Coupon &coupon)
{
    return {coupon.id, coupon.name, coupon.timesRedeemed};
}

EntryCandidate candidate(const PromotionCode &code)
{
    // A code may be listed without an id.
    return {code.id.isEmpty() ? code.code : code.id, code.code, code.timesRedeemed};
}

EntryCandidate candidate(const ProcessorRoute &route)
{
    return {route.id, route.name, std::nullopt};
}

EntryFinding oneOf(std::vector<EntryCandidate> candidates)
{
    EntryFinding finding(EntryIs::Ambiguous);
    finding.candidates = std::move(candidates);
    return finding;
}

/// Returns that @p list shows nothing of an entry, which proves nothing where not all of it could be read.
template <class T> EntryFinding notIn(const checkout::CatalogList<T> &list)
{
    return EntryFinding(list.isCut || !list.unread.empty() ? EntryIs::CannotTell : EntryIs::NotListed);
}

template <class T>
EntryFinding findNew(const checkout::CatalogList<T> &list, const T &wanted, const std::vector<Intent> &confirmed)
{
    if (!list.available)
        return EntryFinding(EntryIs::CannotTell);
    std::vector<EntryCandidate> fitting;
    std::vector<EntryCandidate> similar;
    bool isAnyUsed = false;
    for (const T &listed : list.items) {
        if (std::ranges::find(confirmed, listed.id, &Intent::sessionId) != confirmed.end())
            continue;
        if (hasSameTerms(listed, wanted)) {
            fitting.push_back(candidate(listed));
            isAnyUsed = isAnyUsed || !isUnused(listed);
        } else if (maybeWrittenAs(listed, wanted)) {
            similar.push_back(candidate(listed));
        }
    }
    if (fitting.empty())
        return similar.empty() ? notIn(list) : oneOf(std::move(similar));
    // Of a list that goes on, what comes after may be the one.
    if (fitting.size() == 1 && !isAnyUsed && !list.isCut)
        return EntryFinding(EntryIs::Made, fitting.front().id);
    return oneOf(std::move(fitting));
}

/// Returns the entry of @p list with the id of @p wanted; null where it is not listed.
template <class T> const T *listedById(const checkout::CatalogList<T> &list, const T &wanted)
{
    const auto found = std::ranges::find(list.items, wanted.id, &T::id);
    return wanted.id.isEmpty() || found == list.items.end() ? nullptr : &*found;
}

EntryFinding findNewCode(const Catalog &catalog, const PromotionCode &wanted)
{
    if (!catalog.promotionCodes.available)
        return EntryFinding(EntryIs::CannotTell);
    // Several: the text of one that was switched off may be used again.
    std::vector<EntryCandidate> fitting;
    std::vector<EntryCandidate> possible;
    bool isListed = false;
    for (const PromotionCode &listed : catalog.promotionCodes.items) {
        if (listed.code.compare(wanted.code, Qt::CaseInsensitive) != 0)
            continue;
        isListed = true;
        if (hasSameTerms(listed, wanted) && isUnused(listed))
            fitting.push_back(candidate(listed));
        // It may be an older one, or the provider may have added terms of its own.
        else if (listed.couponId == wanted.couponId || listed.couponId.isEmpty())
            possible.push_back(candidate(listed));
    }
    if (fitting.size() == 1)
        return EntryFinding(EntryIs::Made, fitting.front().id);
    std::ranges::move(possible, std::back_inserter(fitting));
    if (!fitting.empty())
        return oneOf(std::move(fitting));
    const EntryFinding absent = notIn(catalog.promotionCodes);
    return isListed && absent.finding == EntryIs::NotListed ? EntryFinding(EntryIs::NotMade) : absent;
}

EntryFinding findRoute(const Catalog &catalog, const ProcessorRoute &wanted, const std::vector<Intent> &confirmed)
{
    if (wanted.id.isEmpty())
        return findNew(catalog.routes, wanted, confirmed);
    const ProcessorRoute *listed = listedById(catalog.routes, wanted);
    if (!listed)
        return EntryFinding(EntryIs::CannotTell);
    return hasSameTerms(*listed, wanted) ? EntryFinding(EntryIs::Made, wanted.id) : EntryFinding(EntryIs::NotMade);
}

template <class T> EntryFinding findSwitchedOff(const checkout::CatalogList<T> &list, const T &wanted)
{
    const T *listed = listedById(list, wanted);
    if (!listed)
        return EntryFinding(EntryIs::CannotTell);
    return listed->active ? EntryFinding(EntryIs::NotMade) : EntryFinding(EntryIs::Made, wanted.id);
}

} // namespace

EntryFinding findEntry(const Catalog &catalog, const Intent &intent, const std::vector<Intent> &confirmed)
{
    const auto *coupon = std::get_if<Coupon>(&intent.entry);
    const auto *code = std::get_if<PromotionCode>(&intent.entry);
    const auto *route = std::get_if<ProcessorRoute>(&intent.entry);
    if (coupon && intent.kind == Intent::Kind::Coupon)
        return findNew(catalog.coupons, *coupon, confirmed);
    if (coupon)
        return findSwitchedOff(catalog.coupons, *coupon);
    if (code && intent.kind == Intent::Kind::PromotionCode)
        return findNewCode(catalog, *code);
    if (code)
        return findSwitchedOff(catalog.promotionCodes, *code);
    return route ? findRoute(catalog, *route, confirmed) : EntryFinding(EntryIs::CannotTell);
}

} // namespace tilldeck::desk
