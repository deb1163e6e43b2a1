// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/ledger.h"
#include "ledger_fixture.h"

#include <random>

namespace tilldeck::test {

using namespace Qt::StringLiterals;
using checkout::SessionStatus;
using checkout::TransactionStatus;
using ledger::ConnectedAccounts;
using ledger::SessionRecord;
using ledger::TransactionRecord;

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

/// Makes rows that are alike often: in the same moment, at the border of a day, with the same id in several accounts.
class Maker
{
public:
    explicit Maker(unsigned seed)
        : m_engine(seed)
    {
    }

    int draw(int end) { return static_cast<int>(m_engine() % static_cast<unsigned>(end)); }
    bool isOneIn(int many) { return draw(many) == 0; }
    template <class T> const T &one(const std::vector<T> &of)
    {
        return of.at(static_cast<size_t>(draw(int(of.size()))));
    }

    QDateTime moment()
    {
        const qint64 day = noon().toMSecsSinceEpoch() / dayMs - draw(6);
        return QDateTime::fromMSecsSinceEpoch(day * dayMs + one<qint64>({-1, 0, 1, 6 * hourMs, 18 * hourMs}), Qt::UTC);
    }

    std::optional<money::Money> amount()
    {
        static const std::vector<QString> codes{u"EUR"_s, u"USD"_s};
        const auto currency = *money::Currency::fromCode(one(codes));
        return isOneIn(8) ? std::nullopt : std::optional(money::Money(100 * (1 + draw(3)), currency));
    }

    SessionRecord session(int number)
    {
        SessionRecord row;
        row.accountId = one(accounts);
        row.createdAt = moment();
        row.amount = amount();
        if (!isOneIn(4))
            row.session.createdAt = row.createdAt;
        row.customerLabel = one<QString>({{}, u"Ana"_s, u"ana b"_s, u"Bo"_s, u"bo"_s});
        row.itemsLabel = one<QString>({{}, u"Box"_s, u"big box"_s, u"Hat"_s});
        if (isOneIn(4))
            row.intentId = u"i%1"_s.arg(number);
        const int state = row.intentId.isEmpty() ? 0 : draw(4);
        if (state < 2) {
            row.session.id = u"cs_%1"_s.arg(isOneIn(2) ? draw(9) : 100 + number);
            row.session.status = one<SessionStatus>({SessionStatus::Open, SessionStatus::Open, SessionStatus::Completed,
                                                     SessionStatus::Expired, SessionStatus::Failed,
                                                     SessionStatus::Unrecognised, SessionStatus::NotAsked});
        } else {
            row.state = state == 2 ? SessionRecord::State::Creating : SessionRecord::State::OutcomeUnknown;
        }
        if (!isOneIn(5))
            row.session.expiresAt = row.createdAt.addMSecs(one<qint64>({hourMs, 30 * hourMs, 10 * dayMs}));
        if (isOneIn(4))
            row.draft.promotionCode = one<QString>({u"SAVE"_s, u"save"_s, u"OTHER"_s});
        return row;
    }

    TransactionRecord payment(int number)
    {
        checkout::Transaction payment(u"txn_%1"_s.arg(isOneIn(2) ? draw(9) : 100 + number),
                                      amount().value_or(euros(700)));
        payment.createdAt = moment();
        payment.status = one<TransactionStatus>({TransactionStatus::Pending, TransactionStatus::Succeeded,
                                                 TransactionStatus::Succeeded, TransactionStatus::Failed,
                                                 TransactionStatus::Refunded, TransactionStatus::PartlyRefunded});
        if (payment.status == TransactionStatus::PartlyRefunded)
            payment.refunded = money::Money(50, payment.amount.currency());
        payment.sessionId = isOneIn(3) ? u"cs_%1"_s.arg(draw(9)) : QString();
        if (!isOneIn(3))
            payment.tier = draw(3);
        TransactionRecord row(0, one(accounts), std::move(payment));
        row.customerLabel = one<QString>({{}, u"Ana"_s, u"ana b"_s, u"Bo"_s});
        row.itemsLabel = one<QString>({{}, u"Box"_s, u"hat"_s});
        return row;
    }

    const std::vector<QString> accounts{u"a"_s, u"b"_s, u"lost"_s, u"twin"_s};

private:
    std::mt19937 m_engine;
};

/// Returns no connected account, those of which a lost one may be one, or those of which it is one for sure.
inline ConnectedAccounts connections(int which)
{
    ConnectedAccounts connected;
    if (which == 0)
        return connected;
    connected.ids = QStringList{u"a"_s, u"b"_s, u"twin"_s};
    connected.told = {u"lost"_s};
    if (which == 2)
        connected.same[u"a"_s] = QStringList(u"lost"_s);
    connected.others[u"b"_s] = QStringList(u"lost"_s);
    connected.same[u"twin"_s] = QStringList(u"a"_s);
    return connected;
}

} // namespace tilldeck::test
