// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/payment_extras.h"

#include "desk/account_of_intent.h"
#include "desk/export_fields.h"
#include "desk/export_text.h"
#include "desk/while_open.h"
#include "ledger/asked_refunds.h"
#include "ledger/left_to_refund.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using checkout::RefundStatus;
using ledger::Intent;
using ledger::SessionRecord;
using ledger::TransactionRecord;

namespace {

constexpr int sessionsPerPage = 500;
constexpr std::array exportedStates{Intent::State::Accepted, Intent::State::Confirmed, Intent::State::Failed,
                                    Intent::State::Unknown};

QString refundStatusText(RefundStatus status, const QString &rawStatus)
{
    switch (status) {
    case RefundStatus::Pending:
        return ExportText::tr("Refund asked for");
    case RefundStatus::Succeeded:
        return ExportText::tr("Refunded");
    case RefundStatus::Failed:
        return ExportText::tr("Refund failed");
    case RefundStatus::Unrecognised:
        break;
    }
    return rawStatus;
}

/// Returns what is known of a refund that was begun here; nothing for one that was not made.
std::optional<QString> stateText(Intent::State state)
{
    switch (state) {
    case Intent::State::Accepted:
        return ExportText::tr("Refund asked for");
    case Intent::State::Confirmed:
        return ExportText::tr("Refunded");
    case Intent::State::Failed:
        return ExportText::tr("Refund failed");
    case Intent::State::Unknown:
        return ExportText::tr("Outcome unknown");
    case Intent::State::Open:
    case Intent::State::Rejected:
    case Intent::State::Abandoned:
    case Intent::State::Planned:
        break;
    }
    return std::nullopt;
}

ExportedRefund fromList(const checkout::Refund &refund)
{
    ExportedRefund row(refund.id, refund.amount);
    row.at = refund.at;
    row.status = refundStatusText(refund.status, refund.rawStatus);
    row.isGivenBack = refund.status == RefundStatus::Succeeded;
    row.reason = refund.reason;
    return row;
}

/// Returns whether @p refund, which was begun here, is in the provider's list.
bool isListed(const Intent &refund, const TransactionRecord &payment)
{
    // One that is known to be given back and has no id is one of those that the provider lists.
    if (refund.sessionId.isEmpty())
        return payment.transaction.refunds && refund.state == Intent::State::Confirmed;
    const auto &listed = payment.transaction.refunds.value_or(payment.transaction.refundsInPart.readable);
    return std::ranges::find(listed, refund.sessionId, &checkout::Refund::id) != listed.end();
}

void addDraft(PaymentExtras &extras, const SessionRecord &session)
{
    if (!ExportFields::has(session.draft))
        return;
    extras.drafts.insert(PaymentExtras::keyOf(session.accountId, session.session.id), session.draft);
    if (!session.session.transactionId.isEmpty())
        extras.drafts.insert(PaymentExtras::keyOf(session.accountId, session.session.transactionId), session.draft);
}

} // namespace

const checkout::SessionDraft *PaymentExtras::draftOf(const TransactionRecord &payment) const
{
    for (const QString &id : {payment.transaction.sessionId, payment.transaction.id}) {
        const auto found = drafts.constFind(keyOf(payment.accountId, id));
        if (!id.isEmpty() && found != drafts.constEnd())
            return &*found;
    }
    return nullptr;
}

http::Task<checkout::Result<PaymentExtras>> readPaymentExtras(QPointer<Desk> desk, QStringList accountIds,
                                                              bool refundRows, bool fields)
{
    PaymentExtras extras;
    extras.refundRows = refundRows;
    extras.fields = fields;
    if (refundRows) {
        for (const Intent::State state : exportedStates) {
            const auto refunds = co_await whileOpen(desk, desk->journal().refundsIn(state));
            if (!refunds)
                co_return std::unexpected(refunds.error());
            for (const Intent &refund : *refunds) {
                const QString account = accountOfIntent(desk->accounts(), refund.accountId, accountIds);
                if (!account.isEmpty())
                    extras.refunds[PaymentExtras::keyOf(account, refund.transactionId)].push_back(refund);
            }
        }
    }
    ledger::SessionFilter all;
    all.accountIds = accountIds;
    all.now = desk->now();
    ledger::PageKey after;
    for (bool more = fields; more;) {
        const auto page = co_await whileOpen(desk, desk->ledger().sessions(all, after, sessionsPerPage));
        if (!page)
            co_return std::unexpected(page.error());
        for (const SessionRecord &session : page->rows)
            addDraft(extras, session);
        more = page->more && !page->rows.empty();
        if (more)
            after = {page->rows.back().createdAt, page->rows.back().key};
    }
    co_return PaymentExtras(extras);
}

std::vector<ExportedRefund> exportedRefunds(const TransactionRecord &payment, const PaymentExtras &extras)
{
    std::vector<ExportedRefund> rows;
    const auto listed = payment.transaction.refunds.value_or(payment.transaction.refundsInPart.readable);
    rows.reserve(listed.size());
    for (const checkout::Refund &refund : listed)
        rows.push_back(fromList(refund));
    const auto begun = extras.refunds.value(PaymentExtras::keyOf(payment.accountId, payment.transaction.id));
    for (const Intent &refund : begun) {
        const auto status = stateText(refund.state);
        if (!status || !refund.amount || isListed(refund, payment))
            continue;
        ExportedRefund row(refund.sessionId, *ledger::reportedAmount(refund));
        row.at = refund.openedAt;
        row.status = *status;
        row.isGivenBack = refund.state == Intent::State::Confirmed;
        row.reason = refund.reason;
        rows.push_back(row);
    }
    std::ranges::sort(rows, {}, [](const ExportedRefund &row) { return std::pair(row.at, row.id); });
    if (const auto total = ledger::knownGivenBack(payment)) {
        qint64 beyond = total->minorUnits();
        for (const ExportedRefund &row : rows) {
            if (row.isGivenBack && row.amount.currency() == total->currency())
                beyond -= row.amount.minorUnits();
        }
        if (beyond > 0) {
            ExportedRefund row({}, money::Money(beyond, total->currency()));
            row.status = ExportText::tr("Refunded, not listed one by one");
            row.isGivenBack = true;
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace tilldeck::desk
