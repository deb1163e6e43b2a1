// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/desk_steps.h"

#include "faults/import_steps.h"

#include "desk/create_coupon.h"
#include "desk/create_session.h"
#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/expire_session.h"
#include "desk/preview_once.h"
#include "desk/promotion_batch.h"
#include "desk/reconcile_creation.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "desk/resend_creation.h"
#include "desk/resend_refund.h"

#include <QCoroTask>
#include <QEventLoop>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

/// Refreshes the account while something else is done.
class RefreshBeside
{
public:
    RefreshBeside(const QPointer<desk::Desk> &desk, const Action &action)
    {
        if (action.isRefreshedBeside)
            m_task = desk::refreshAccount(desk, action.accountId, checkout::Catalog(), desk::Depth::Incremental);
    }
    ~RefreshBeside()
    {
        if (m_task)
            (void)QCoro::waitFor(std::move(*m_task));
    }
    RefreshBeside(const RefreshBeside &) = delete;
    RefreshBeside &operator=(const RefreshBeside &) = delete;

private:
    std::optional<decltype(desk::refreshAccount({}, {}, {}, desk::Depth::Full))> m_task;
};

void create(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    using End = desk::CreateOutcome::End;
    const checkout::SessionDraft draft = draftOf(action);
    const auto seen = QCoro::waitFor(desk::previewOnce(desk, action.accountId, draft, checkout::Catalog()));
    begin();
    const RefreshBeside beside(desk, action);
    const auto outcome =
        QCoro::waitFor(desk::createSession(desk, action.accountId, draft, checkout::Catalog(), std::nullopt, seen.quote,
                                           action.isMeant ? desk::Repeat::Another : desk::Repeat::Ask));
    if (outcome.end == End::Confirmed) {
        action.told = Told::Made;
        action.id = outcome.record.session.id;
    } else if (outcome.end == End::Rejected) {
        action.told = Told::Refused;
    } else if (outcome.end == End::Unknown && desk) {
        action.told = Told::Unknown;
    }
}

void refund(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    using End = desk::RefundOutcome::End;
    const auto row = desk->ledger().transaction(action.accountId, action.transactionId).result();
    if (!row || !row->has_value())
        return;
    const money::Money amount(action.amount, (*row)->transaction.amount.currency());
    begin();
    const RefreshBeside beside(desk, action);
    const auto outcome = QCoro::waitFor(
        desk::refundPayment(desk, action.accountId, action.transactionId, amount, u"campaign"_s,
                            action.isMeant ? ledger::Journal::Repeat::Allow : ledger::Journal::Repeat::Refuse));
    if (outcome.end == End::Confirmed) {
        action.told = Told::Made;
        action.id = outcome.refund ? outcome.refund->id : QString();
    } else if (outcome.end == End::Rejected) {
        action.told = Told::Refused;
    } else if (desk) {
        action.told = Told::Unknown;
    }
}

void makeCodes(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    desk::PromotionBatch::Order order;
    order.accountId = action.accountId;
    order.couponId = u"coupon_half"_s;
    order.pattern = action.codePrefix() + u"####"_s;
    order.count = action.codes;
    desk::PromotionBatch batch(*desk);
    QEventLoop loop;
    QObject::connect(&batch, &desk::PromotionBatch::finished, &loop, &QEventLoop::quit);
    begin();
    const RefreshBeside beside(desk, action);
    batch.start(order);
    if (batch.isRunning())
        loop.exec();
    using End = desk::PromotionBatch::Made::End;
    for (const auto &one : batch.made())
        (one.end == End::Created ? action.made : one.end == End::Refused ? action.notMade : action.unknown) << one.code;
}

/// Notes what was told of a change of a code or coupon.
template <class T> void noteEnd(const QPointer<desk::Desk> &desk, Action &action, const checkout::Result<T> &answer)
{
    if (answer) {
        action.told = Told::Made;
        action.id = answer->id;
    } else if (!checkout::mayHaveTakenEffect(answer.error())) {
        action.told = Told::Refused;
    } else if (desk) {
        action.told = Told::Unknown;
    }
}

void makeCoupon(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    checkout::Coupon coupon;
    coupon.name = action.codePrefix();
    coupon.kind = checkout::Coupon::Kind::Percentage;
    coupon.basisPoints = 1500;
    coupon.duration = checkout::Coupon::Duration::Once;
    begin();
    const RefreshBeside beside(desk, action);
    noteEnd(desk, action, QCoro::waitFor(desk::createCoupon(desk, action.accountId, coupon)));
}

void switchOff(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    begin();
    const RefreshBeside beside(desk, action);
    if (action.kind == Kind::CouponOff) {
        checkout::Coupon coupon;
        coupon.id = action.code;
        noteEnd(desk, action, QCoro::waitFor(desk::deactivateCoupon(desk, action.accountId, coupon)));
        return;
    }
    checkout::PromotionCode code;
    code.code = action.code;
    code.id = u"promo_"_s + action.code.toLower();
    noteEnd(desk, action, QCoro::waitFor(desk::deactivatePromotionCode(desk, action.accountId, code)));
}

void expire(const QPointer<desk::Desk> &desk, Action &action, const std::function<void()> &begin)
{
    ledger::SessionFilter filter;
    filter.accountIds = QStringList{action.accountId};
    filter.status = ledger::SessionFilter::Status::Open;
    filter.now = desk->now();
    const auto page = desk->ledger().sessions(filter, {}, 10).result();
    if (!page || page->rows.empty() || page->rows.front().session.id.isEmpty())
        return;
    action.code = page->rows.front().session.id;
    begin();
    const RefreshBeside beside(desk, action);
    const auto answer = QCoro::waitFor(desk::expireSession(desk, action.accountId, action.code));
    checkout::Result<checkout::Session> ended;
    if (answer)
        ended = answer->session;
    else
        ended = std::unexpected(answer.error());
    noteEnd(desk, action, ended);
}

void lookUp(const QPointer<desk::Desk> &desk, const Action &action, const std::function<void()> &begin)
{
    const bool resolves = action.kind == Kind::Resolve;
    const QString creation = resolves ? unknownIntent(*desk, ledger::Intent::Kind::Create) : QString();
    const QString refund = resolves ? unknownIntent(*desk, ledger::Intent::Kind::Refund) : QString();
    begin();
    if (!creation.isEmpty() && action.isSentAgain) {
        (void)QCoro::waitFor(desk::resendCreation(desk, action.accountId, creation));
    } else if (!creation.isEmpty()) {
        (void)QCoro::waitFor(desk::reconcileCreation(desk, action.accountId, creation));
    } else if (!refund.isEmpty() && desk->capabilities(action.accountId).honoursRefundKey) {
        // It looks first; what that leaves open is sent again under its key.
        (void)QCoro::waitFor(desk::resendRefund(desk, action.accountId, refund));
    } else if (!refund.isEmpty()) {
        (void)QCoro::waitFor(desk::reconcileRefund(desk, action.accountId, refund));
    } else {
        const auto depth = action.isRefreshedFully ? desk::Depth::Full : desk::Depth::Incremental;
        (void)QCoro::waitFor(desk::refreshAccount(desk, action.accountId, checkout::Catalog(), depth));
    }
}

} // namespace

void performAt(QPointer<desk::Desk> desk, Action &action, const std::function<void()> &begin)
{
    switch (action.kind) {
    case Kind::Create:
        return create(desk, action, begin);
    case Kind::Refund:
        return refund(desk, action, begin);
    case Kind::Import:
        return importRows(desk, action, begin);
    case Kind::Codes:
        return makeCodes(desk, action, begin);
    case Kind::Coupon:
        return makeCoupon(desk, action, begin);
    case Kind::CodeOff:
    case Kind::CouponOff:
        return switchOff(desk, action, begin);
    case Kind::Expire:
        return expire(desk, action, begin);
    case Kind::List:
    case Kind::Resolve:
        return lookUp(desk, action, begin);
    }
}

QString unknownIntent(desk::Desk &desk, ledger::Intent::Kind kind)
{
    const auto unknown = desk.journal().unknown(kind).result();
    return unknown && !unknown->empty() ? unknown->front().id : QString();
}

} // namespace tilldeck::faults
