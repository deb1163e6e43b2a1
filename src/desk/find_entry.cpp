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

enum class EntryAge {
    Older,
    NotKnown,
    New, ///< It came after the intent was begun.
};

/// Returns whether @p listed, whose id is @p id, was there before @p intent was sent. A stamp alone rules nothing out:
/// providers write them in zones of their own, too.
template <class T> EntryAge ageOf(const T &listed, const QString &id, const Intent &intent, const CreationTime &time)
{
    if (intent.listedBefore && intent.listedBefore->contains(id))
        return EntryAge::Older;
    const bool isNew = intent.listedBefore ? !time.isBefore(listed.createdAt) : time.fit(listed.createdAt) == Fit::Yes;
    return isNew ? EntryAge::New : EntryAge::NotKnown;
}

template <class T>
EntryFinding findNew(const checkout::CatalogList<T> &list, const T &wanted, const Intent &intent,
                     const std::vector<Intent> &confirmed, const CreationTime &time)
{
    if (!list.available)
        return EntryFinding(EntryIs::CannotTell);
    std::vector<EntryCandidate> fitting;
    std::vector<EntryCandidate> similar;
    bool isAnyDoubtful = false;
    for (const T &listed : list.items) {
        const EntryAge age = ageOf(listed, listed.id, intent, time);
        if (age == EntryAge::Older || std::ranges::find(confirmed, listed.id, &Intent::sessionId) != confirmed.end())
            continue;
        if (hasSameTerms(listed, wanted)) {
            fitting.push_back(candidate(listed));
            isAnyDoubtful = isAnyDoubtful || age != EntryAge::New || !isUnused(listed);
        } else if (maybeWrittenAs(listed, wanted)) {
            similar.push_back(candidate(listed));
        }
    }
    if (fitting.empty())
        return similar.empty() ? notIn(list) : oneOf(std::move(similar));
    // Of a list that goes on, what comes after may be the one.
    if (fitting.size() == 1 && !isAnyDoubtful && !list.isCut)
        return EntryFinding(EntryIs::Made, fitting.front().id);
    return oneOf(std::move(fitting));
}

/// Returns the ids of those of @p list that @p isAlike is true of; nothing where it could not be read whole.
template <class T, class IsAlike>
std::optional<QStringList> idsAlike(const checkout::CatalogList<T> &list, const IsAlike &isAlike)
{
    if (!list.available || list.isCut || !list.unread.empty())
        return std::nullopt;
    QStringList ids;
    for (const T &listed : list.items) {
        if (isAlike(listed))
            ids << candidate(listed).id;
    }
    return ids;
}

template <class T> auto isLike(const T &wanted)
{
    return [wanted](const T &listed) { return hasSameTerms(listed, wanted) || maybeWrittenAs(listed, wanted); };
}

/// Returns the entry of @p list with the id of @p wanted; null where it is not listed.
template <class T> const T *listedById(const checkout::CatalogList<T> &list, const T &wanted)
{
    const auto found = std::ranges::find(list.items, wanted.id, &T::id);
    return wanted.id.isEmpty() || found == list.items.end() ? nullptr : &*found;
}

EntryFinding findNewCode(const Catalog &catalog, const PromotionCode &wanted, const Intent &intent,
                         const CreationTime &time)
{
    if (!catalog.promotionCodes.available)
        return EntryFinding(EntryIs::CannotTell);
    // Several: the text of one that was switched off may be used again.
    std::vector<EntryCandidate> fitting;
    std::vector<EntryCandidate> possible;
    bool isOthers = false;
    EntryFinding notMade(EntryIs::NotMade);
    for (const PromotionCode &listed : catalog.promotionCodes.items) {
        if (listed.code.compare(wanted.code, Qt::CaseInsensitive) != 0)
            continue;
        const EntryCandidate found = candidate(listed);
        const EntryAge age = ageOf(listed, found.id, intent, time);
        if (age == EntryAge::Older) {
            // Where case counts, another one may stand beside it.
            notMade.stoodBefore = notMade.stoodBefore || listed.code == wanted.code;
            isOthers = isOthers || (listed.code == wanted.code && listed.active);
            continue;
        }
        const bool fits = hasSameTerms(listed, wanted) && isUnused(listed) && age == EntryAge::New;
        // It may be an older one, or the provider may have added terms of its own.
        const bool maybe = listed.couponId == wanted.couponId || listed.couponId.isEmpty();
        isOthers = isOthers || (!fits && !maybe);
        if (fits)
            fitting.push_back(found);
        else if (maybe)
            possible.push_back(found);
    }
    if (fitting.size() == 1)
        return EntryFinding(EntryIs::Made, fitting.front().id);
    std::ranges::move(possible, std::back_inserter(fitting));
    if (!fitting.empty())
        return oneOf(std::move(fitting));
    const EntryFinding absent = notIn(catalog.promotionCodes);
    const bool isWhole = absent.finding == EntryIs::NotListed;
    return isOthers || (notMade.stoodBefore && isWhole) ? notMade : absent;
}

EntryFinding findRoute(const Catalog &catalog, const ProcessorRoute &wanted, const Intent &intent,
                       const std::vector<Intent> &confirmed, const CreationTime &time)
{
    if (wanted.id.isEmpty())
        return findNew(catalog.routes, wanted, intent, confirmed, time);
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

EntryFinding findEntry(const Catalog &catalog, const Intent &intent, const std::vector<Intent> &confirmed,
                       const CreationTime &time)
{
    const auto *coupon = std::get_if<Coupon>(&intent.entry);
    const auto *code = std::get_if<PromotionCode>(&intent.entry);
    const auto *route = std::get_if<ProcessorRoute>(&intent.entry);
    if (coupon && intent.kind == Intent::Kind::Coupon)
        return findNew(catalog.coupons, *coupon, intent, confirmed, time);
    if (coupon)
        return findSwitchedOff(catalog.coupons, *coupon);
    if (code && intent.kind == Intent::Kind::PromotionCode)
        return findNewCode(catalog, *code, intent, time);
    if (code)
        return findSwitchedOff(catalog.promotionCodes, *code);
    return route ? findRoute(catalog, *route, intent, confirmed, time) : EntryFinding(EntryIs::CannotTell);
}

std::optional<QStringList> listedAlike(const Catalog &catalog, const Intent &intent)
{
    const auto *coupon = std::get_if<Coupon>(&intent.entry);
    const auto *code = std::get_if<PromotionCode>(&intent.entry);
    const auto *route = std::get_if<ProcessorRoute>(&intent.entry);
    if (coupon && intent.kind == Intent::Kind::Coupon)
        return idsAlike(catalog.coupons, isLike(*coupon));
    if (route && route->id.isEmpty())
        return idsAlike(catalog.routes, isLike(*route));
    if (!code || intent.kind != Intent::Kind::PromotionCode)
        return std::nullopt;
    const auto isSameText = [code](const PromotionCode &listed) {
        return listed.code.compare(code->code, Qt::CaseInsensitive) == 0;
    };
    return idsAlike(catalog.promotionCodes, isSameText);
}

} // namespace tilldeck::desk
