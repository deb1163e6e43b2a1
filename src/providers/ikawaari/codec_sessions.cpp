// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/ikawaari/codec_sessions.h"

#include "providers/wire/amounts.h"
#include "providers/wire/status_names.h"

#include <QCoreApplication>

#include <array>

namespace tilldeck::providers::ikawaari {

using checkout::LineItem;
using checkout::Result;
using checkout::Session;
using checkout::SessionStatus;

using namespace Qt::StringLiterals;

namespace {

/// Contracts, x-status-normalisation.
constexpr std::array sessionStatusNames{
    WireName{"open"_L1, SessionStatus::Open},          WireName{"completed"_L1, SessionStatus::Completed},
    WireName{"complete"_L1, SessionStatus::Completed}, WireName{"expired"_L1, SessionStatus::Expired},
    WireName{"failed"_L1, SessionStatus::Failed},
};

/// Reads a time in Unix seconds; invalid when absent.
QDateTime unixTime(ObjectReader &item, QLatin1StringView name)
{
    constexpr qint64 yearTenThousand = 253'402'300'800;
    const auto seconds = item.integer(name);
    if (!seconds)
        return {};
    if (*seconds < 0 || *seconds >= yearTenThousand) {
        item.fault(name, QCoreApplication::translate("tilldeck::providers::Answers", "%1 is not a time."));
        return {};
    }
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC);
}

std::vector<LineItem> readLineItems(ObjectReader &session)
{
    std::vector<LineItem> items;
    for (ObjectReader &entry : session.objects("line_items"_L1)) {
        LineItem item;
        item.name = entry.repeated("name"_L1);
        item.unitAmount = optionalAmount(entry, Family::Ikawaari, "amount"_L1, entry.currency("currency"_L1));
        item.quantity = entry.integer("quantity"_L1).value_or(0);
        session.adopt(entry);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

Result<Session> decodeSession(const QJsonDocument &answer)
{
    ObjectReader item(answer);
    Session session;
    session.id = item.requiredText("id"_L1);
    session.url = item.optionalText("url"_L1);
    session.rawStatus = item.word("status"_L1);
    session.status = statusOf(session.rawStatus, sessionStatusNames);
    session.transactionId = item.optionalText("payment_intent"_L1);
    session.expiresAt = unixTime(item, "expires_at"_L1);
    session.createdAt = unixTime(item, "created"_L1);
    session.amount = optionalAmount(item, Family::Ikawaari, "amount_total"_L1, item.currency("currency"_L1));
    session.customer.email = item.repeated("customer_email"_L1);
    session.contents.mode = item.repeated("mode"_L1);
    session.contents.lineItems = readLineItems(item);
    session.contents.successUrl = item.optionalText("success_url"_L1);
    session.contents.returnUrl = item.optionalText("cancel_url"_L1);
    if (!item.ok())
        return std::unexpected(item.error());
    return session;
}

Result<Session> decodeCreated(const QJsonDocument &answer)
{
    Result<Session> whole = decodeSession(answer);
    if (whole) {
        // Nothing can have happened to it yet where no state is reported.
        if (whole->rawStatus.isEmpty())
            whole->status = SessionStatus::Open;
        return whole;
    }
    Session session;
    session.id = ObjectReader(answer).requiredText("id"_L1);
    if (session.id.isEmpty())
        return whole;
    session.url = ObjectReader(answer).optionalText("url"_L1);
    return session;
}

} // namespace tilldeck::providers::ikawaari
