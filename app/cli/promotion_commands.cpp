// SPDX-License-Identifier: GPL-3.0-or-later
#include "promotion_commands.h"

#include "interruption.h"
#include "listing.h"
#include "shape_parts.h"
#include "shapes.h"
#include "typed_times.h"
#include "unfinished_commands.h"

#include "checkout/promotion_state.h"
#include "checkout/tidy_draft.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/promotion_batch.h"
#include "desk/refuse_keys.h"
#include "desk/unread_rows.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using checkout::PromotionState;

namespace {

struct PromotionsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Promotions)
};

QString stateName(PromotionState state)
{
    switch (state) {
    case PromotionState::Usable:
        break;
    case PromotionState::SwitchedOff:
        return u"off"_s;
    case PromotionState::Expired:
        return u"expired"_s;
    case PromotionState::UsedUp:
        return u"used_up"_s;
    }
    return u"active"_s;
}

QString stateText(const checkout::CodeState &state)
{
    switch (state.state) {
    case PromotionState::Usable:
        break;
    case PromotionState::SwitchedOff:
        return state.isOfCoupon ? PromotionsText::tr("coupon off") : PromotionsText::tr("off");
    case PromotionState::Expired:
        return state.isOfCoupon ? PromotionsText::tr("coupon expired") : PromotionsText::tr("expired");
    case PromotionState::UsedUp:
        return state.isOfCoupon ? PromotionsText::tr("coupon used up") : PromotionsText::tr("used up");
    }
    return PromotionsText::tr("active");
}

/// Returns a code as JSON. "active" is the provider's own switch; "status" is whether it can be used.
QJsonObject codeJson(const checkout::PromotionCode &code, const checkout::CodeState &state)
{
    return {{u"id"_s, code.id},
            {u"code"_s, code.code},
            {u"coupon_id"_s, orNull(code.couponId)},
            {u"active"_s, code.active},
            {u"status"_s, (state.isOfCoupon ? u"coupon_"_s : QString()) + stateName(state.state)},
            {u"times_redeemed"_s, code.timesRedeemed},
            {u"max_redemptions"_s, code.maxRedemptions ? QJsonValue(*code.maxRedemptions) : QJsonValue()},
            {u"expires_at"_s, moment(code.expiresAt)}};
}

QString codeLine(const checkout::PromotionCode &code, const checkout::CodeState &state)
{
    const QString used = code.maxRedemptions
                             ? PromotionsText::tr("used %1 of %2").arg(code.timesRedeemed).arg(*code.maxRedemptions)
                             : PromotionsText::tr("used %1").arg(code.timesRedeemed);
    return QStringList{padded(code.code, 24), padded(stateText(state), 15), padded(used, 20), code.couponId}.join(
        u"  "_s);
}

checkout::Result<desk::PromotionBatch::Order> orderFrom(const PromotionArguments &arguments, const QString &accountId,
                                                        const QDateTime &now)
{
    desk::PromotionBatch::Order order;
    order.accountId = accountId;
    order.couponId = QString::fromStdString(arguments.coupon);
    order.pattern = QString::fromStdString(arguments.pattern);
    order.count = arguments.count;
    if (arguments.maxRedemptions > 0)
        order.maxRedemptions = arguments.maxRedemptions;
    if (!arguments.expires.empty()) {
        const auto end = endFrom(arguments.expires, QTimeZone::systemTimeZone(), now);
        if (!end)
            return std::unexpected(end.error());
        order.expiresAt = *end;
    }
    if (const auto possible = desk::PromotionBatch::check(order.pattern, order.count); !possible)
        return std::unexpected(Error(ErrorKind::InvalidInput, possible.error()));
    return order;
}

} // namespace

Exit promotionList(Context &context)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const auto catalog = catalogOf(context, account.id);
        if (!catalog)
            return context.fail(catalog.error());
        if (!catalog->promotionCodes.available)
            return context.fail(
                Error(ErrorKind::Unsupported, PromotionsText::tr("This provider does not list promotion codes.")));
        if (catalog->promotionCodes.isCut)
            Context::note(PromotionsText::tr("The provider has more promotion codes. These are the first %L1.")
                              .arg(catalog->promotionCodes.items.size()));
        if (const auto &unread = catalog->promotionCodes.unread; !unread.empty())
            Context::note(PromotionsText::tr("%Ln promotion code(s) could not be read: %1.", nullptr,
                                             static_cast<int>(unread.size()))
                              .arg(desk::unreadWords(unread)));
        if (const auto &unread = catalog->coupons.unread; !unread.empty())
            Context::note(
                PromotionsText::tr("%Ln coupon(s) could not be read: %1.", nullptr, static_cast<int>(unread.size()))
                    .arg(desk::unreadWords(unread)));
        Listing listing;
        for (const checkout::PromotionCode &code : catalog->promotionCodes.items) {
            const auto state = checkout::stateAt(code, catalog->coupon(code.couponId), context.desk().now());
            listing.add(codeJson(code, state), codeLine(code, state));
        }
        listing.addUnread(catalog->promotionCodes.unread, u"promotion_code"_s);
        listing.addUnread(catalog->coupons.unread, u"coupon"_s);
        const QString none = catalog->promotionCodes.unread.empty()
                                 ? PromotionsText::tr("There are no promotion codes.")
                                 : PromotionsText::tr("There are no promotion codes that can be read.");
        context.print(listing.json, listing.lines.isEmpty() ? none : joinedLines(listing.lines));
        return Exit::Done;
    });
}

Exit promotionCreate(Context &context, const PromotionArguments &arguments)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const auto order = orderFrom(arguments, account.id, context.desk().now());
        if (!order)
            return context.fail(order.error());
        if (order->expiresAt.isValid())
            Context::note(PromotionsText::tr("What is made ends on %1.", "day, time and zone")
                              .arg(momentWithZone(order->expiresAt, QTimeZone::systemTimeZone())));
        desk::PromotionBatch batch(context.desk());
        return runBatch(context, batch, account,
                        [&] { batch.start(*order, arguments.another ? desk::Repeat::Another : desk::Repeat::Ask); });
    });
}

Exit promotionDeactivate(Context &context, const std::string &code)
{
    return withAccount(context, [&](const accounts::Account &account) {
        const auto catalog = catalogOf(context, account.id);
        if (!catalog)
            return context.fail(catalog.error());
        const QString listed = checkout::codeAsListed(QString::fromStdString(code), *catalog);
        const checkout::PromotionCode *known = catalog->promotionCode(listed);
        // One that was made of a key by mistake can be switched off.
        if (const auto refused = desk::refusedKey(context.desk(), listed, desk::AskedFor::Code); refused && !known)
            return context.fail(*refused);
        if (!known)
            return context.fail(
                Error(ErrorKind::NotFound,
                      PromotionsText::tr("There is no promotion code “%1”.").arg(QString::fromStdString(code))));
        const Interruption interruption(interruptedEntry(context, account));
        const auto off = QCoro::waitFor(desk::deactivatePromotionCode(context.deskPointer(), account.id, *known));
        if (!off) {
            if (checkout::mayHaveTakenEffect(off.error()))
                Context::note(PromotionsText::tr("Look it up: tilldeck-cli promotion unfinished %1")
                                  .arg(context.accountOptions(account.name)));
            return context.fail(off.error());
        }
        const auto state = checkout::stateAt(*off, catalog->coupon(off->couponId), context.desk().now());
        context.print(codeJson(*off, state), PromotionsText::tr("%1 is switched off.").arg(off->code), Answer::Made);
        return Exit::Done;
    });
}

} // namespace tilldeck::cli
