// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of the ledger have to show, worked out from every row one by one.
#pragma once

#include "ledger/asked_refunds.h"
#include "ledger/intent.h"
#include "ledger/ledger.h"
#include "money/format.h"

#include <algorithm>
#include <map>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Says how two rows stand in an order: below 0, equal, above. Those without a value come last either way.
template <class T> int compared(const std::optional<T> &one, const std::optional<T> &other, bool ascending)
{
    if (!one || !other)
        return int(!one) - int(!other);
    const int order = *one < *other ? -1 : int(*other < *one);
    return ascending ? order : -order;
}

/// Returns whether each of the words that @p wanted holds, parted by single blanks, stands in one of @p texts or is
/// @p amount.
inline bool hasWords(const QString &wanted, const QStringList &texts, const QString &amount = {})
{
    const QStringList words = wanted.toLower().split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&](const QString &word) {
        return word == amount ||
               std::ranges::any_of(texts, [&](const QString &text) { return text.toLower().contains(word); });
    });
}

inline std::optional<QByteArray> folded(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.toLower().toUtf8());
}

inline std::optional<qint64> momentOf(const QDateTime &time)
{
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

inline std::optional<std::pair<QByteArray, qint64>> amountOf(const std::optional<money::Money> &amount)
{
    return amount ? std::optional(std::pair(amount->currency().code().toUtf8(), amount->minorUnits())) : std::nullopt;
}

inline QString wordOf(ledger::SessionRecord::State state)
{
    return state == ledger::SessionRecord::State::Creating ? u"creating"_s : u"outcome_unknown"_s;
}

inline QString wordOf(checkout::SessionStatus status)
{
    using Status = checkout::SessionStatus;
    static const std::map<Status, QString> words{
        {Status::Open, u"open"_s},     {Status::Completed, u"completed"_s},       {Status::Expired, u"expired"_s},
        {Status::Failed, u"failed"_s}, {Status::Unrecognised, u"unrecognised"_s}, {Status::NotAsked, u"not_asked"_s}};
    return words.at(status);
}

inline QString wordOf(checkout::TransactionStatus status)
{
    using Status = checkout::TransactionStatus;
    static const std::map<Status, QString> words{{Status::Pending, u"pending"_s},
                                                 {Status::Succeeded, u"succeeded"_s},
                                                 {Status::Failed, u"failed"_s},
                                                 {Status::Refunded, u"refunded"_s},
                                                 {Status::PartlyRefunded, u"partly_refunded"_s},
                                                 {Status::Unrecognised, u"unrecognised"_s}};
    return words.at(status);
}

/// Which accounts a list shows: those that were asked for, and the lost ones that are shown under them.
struct OracleAccounts
{
    OracleAccounts(const ledger::ConnectedAccounts &connected, const QStringList &asked, const QStringList &withRows)
        : connected(connected.ids)
        , ids(asked)
    {
        for (qsizetype at = 1; at < asked.size() && !connected.ids.isEmpty(); ++at) {
            for (qsizetype first = 0; first < at; ++first) {
                if (connected.same.value(asked.at(at)).contains(asked.at(first)))
                    twins.emplace_back(asked.at(at), asked.at(first));
            }
        }
        for (const QString &id : withRows) {
            const QString under = connected.ids.isEmpty() ? QString() : connected.shownUnder(id, asked);
            if (connected.ids.contains(id) || under.isEmpty() || under == id || asked.isEmpty())
                continue;
            lost << id;
            ids << id;
            if (connected.same.value(under).contains(id))
                same << id;
        }
    }

    QStringList connected, ids, lost, same;
    std::vector<std::pair<QString, QString>> twins;
};

struct SessionOracle
{
    std::vector<ledger::SessionRecord> rows;
    std::vector<QString> sentAgain; ///< Intents.
    std::map<QString, std::optional<ledger::SessionRecord>> instead;
    ledger::ConnectedAccounts connected;

    QStringList accountsWithRows() const
    {
        QStringList ids;
        for (const auto &row : rows)
            ids << row.accountId;
        ids.removeDuplicates();
        ids.sort();
        return ids;
    }

    QString word(const ledger::SessionRecord &row, qint64 now) const
    {
        const auto other = instead.find(row.intentId);
        const bool isOther = !row.intentId.isEmpty() && other != instead.end();
        if (isOther && !other->second)
            return u"hidden"_s;
        const ledger::SessionRecord &as = isOther ? *other->second : row;
        if (!isOther && as.state == ledger::SessionRecord::State::Creating &&
            std::ranges::find(sentAgain, as.intentId) != sentAgain.end())
            return u"sent_again"_s;
        if (as.state != ledger::SessionRecord::State::Known)
            return wordOf(as.state);
        const bool isOver = as.session.status == checkout::SessionStatus::Open && as.session.expiresAt.isValid() &&
                            as.session.expiresAt.toMSecsSinceEpoch() <= now;
        return isOver ? u"expired"_s : wordOf(as.session.status);
    }

    bool isLeftOut(const ledger::SessionRecord &row, const OracleAccounts &accounts) const
    {
        const auto maybeSame = [](const auto &one, const auto &other) { return !one || !other || *one == *other; };
        const auto code = [](const ledger::SessionRecord &of) {
            return of.amount ? std::optional(of.amount->currency().code()) : std::nullopt;
        };
        for (const auto &same : rows) {
            if (row.session.id.isEmpty() || same.session.id != row.session.id)
                continue;
            const auto ours = momentOf(row.session.createdAt);
            const auto theirs = momentOf(same.session.createdAt);
            const bool isOneAmount =
                !row.amount || !same.amount || row.amount->minorUnits() == same.amount->minorUnits();
            const bool isAlike = maybeSame(code(row), code(same)) && (ours && theirs ? *ours == *theirs : isOneAmount);
            for (const auto &[twin, first] : accounts.twins) {
                const bool hasBetter = same.intentId.isEmpty() && !row.intentId.isEmpty();
                if (isAlike && row.accountId == twin && same.accountId == first && !hasBetter)
                    return true;
                if (isAlike && row.accountId == first && same.accountId == twin && row.intentId.isEmpty() &&
                    !same.intentId.isEmpty())
                    return true;
            }
            const bool isElsewhere = accounts.connected.contains(same.accountId) ||
                                     (accounts.lost.contains(same.accountId) && same.key > row.key);
            const bool isEqual = ours && ours == theirs && row.amount == same.amount;
            if (accounts.lost.contains(row.accountId) && isElsewhere &&
                (accounts.same.contains(row.accountId) || isEqual))
                return true;
        }
        return false;
    }

    static bool fits(ledger::SessionFilter::Status status, const QString &word, const QDateTime &expires, qint64 now)
    {
        using Status = ledger::SessionFilter::Status;
        const auto isOne = [&word](std::initializer_list<const char *> words) {
            return std::ranges::any_of(words, [&word](const char *one) { return word == QLatin1String(one); });
        };
        switch (status) {
        case Status::All:
            return true;
        case Status::Open:
            return isOne({"open", "unrecognised"});
        case Status::Completed:
            return isOne({"completed"});
        case Status::Expired:
            return isOne({"expired"});
        case Status::Failed:
            return isOne({"failed"});
        case Status::OutcomeUnknown:
            return isOne({"outcome_unknown"});
        case Status::Creating:
            return isOne({"creating", "sent_again"});
        case Status::NeedsAttention:
            return isOne({"outcome_unknown", "failed", "unrecognised", "sent_again", "not_asked"});
        case Status::NotAsked:
            return isOne({"not_asked"});
        case Status::ExpiringSoon:
            return isOne({"open"}) && expires.isValid() && expires.toMSecsSinceEpoch() <= now + 3'600'000;
        }
        return false;
    }

    std::vector<qint64> keys(const ledger::SessionFilter &filter, const ledger::SessionOrder &order) const
    {
        const OracleAccounts accounts(connected, filter.accountIds, accountsWithRows());
        const qint64 now = filter.now.toMSecsSinceEpoch();
        std::vector<const ledger::SessionRecord *> shown;
        for (const auto &row : rows) {
            const QString word = this->word(row, now);
            const bool isFound = hasWords(filter.text, {row.customerLabel, row.itemsLabel, row.session.id});
            const bool isDiscounted = filter.discount.isEmpty() ||
                                      row.draft.promotionCode.toLower() == filter.discount.toLower() ||
                                      row.draft.couponId.toLower() == filter.discount.toLower();
            if (accounts.ids.contains(row.accountId) && word != "hidden"_L1 &&
                fits(filter.status, word, row.session.expiresAt, now) && isFound && isDiscounted &&
                !(filter.createdSince.isValid() && row.createdAt < filter.createdSince) && !isLeftOut(row, accounts))
                shown.push_back(&row);
        }
        std::ranges::sort(shown, [&](const auto *one, const auto *other) {
            using By = ledger::SessionOrder::By;
            const auto shownWord = [&](const auto *row) { return std::optional(word(*row, now).toUtf8()); };
            const bool up = order.ascending;
            int by = 0;
            if (order.by == By::Created && up)
                return std::pair(one->createdAt, one->key) < std::pair(other->createdAt, other->key);
            if (order.by == By::Customer)
                by = compared(folded(one->customerLabel), folded(other->customerLabel), up);
            else if (order.by == By::Items)
                by = compared(folded(one->itemsLabel), folded(other->itemsLabel), up);
            else if (order.by == By::Status)
                by = compared(shownWord(one), shownWord(other), up);
            else if (order.by == By::Amount)
                by = compared(amountOf(one->amount), amountOf(other->amount), up);
            else if (order.by == By::Expires)
                by = compared(momentOf(one->session.expiresAt), momentOf(other->session.expiresAt), up);
            return by != 0 ? by < 0 : std::pair(one->createdAt, one->key) > std::pair(other->createdAt, other->key);
        });
        std::vector<qint64> keys;
        for (const auto *row : shown)
            keys.push_back(row->key);
        return keys;
    }
};

struct PaymentOracle
{
    std::vector<ledger::TransactionRecord> rows;
    ledger::AskedByPayment asked;
    ledger::ConnectedAccounts connected;
    QStringList withRows;

    bool isLeftOut(const ledger::TransactionRecord &row, const OracleAccounts &accounts) const
    {
        for (const auto &same : rows) {
            const checkout::Transaction &ours = row.transaction;
            const checkout::Transaction &theirs = same.transaction;
            if (theirs.id != ours.id)
                continue;
            const bool isEqual = ours.amount == theirs.amount && ours.createdAt == theirs.createdAt;
            for (const auto &[twin, first] : accounts.twins) {
                if (row.accountId == twin && same.accountId == first && isEqual)
                    return true;
            }
            const bool isElsewhere = accounts.connected.contains(same.accountId) ||
                                     (accounts.lost.contains(same.accountId) && same.key > row.key);
            if (accounts.lost.contains(row.accountId) && isElsewhere &&
                (accounts.same.contains(row.accountId) || isEqual))
                return true;
        }
        return false;
    }

    std::vector<qint64> keys(const ledger::TransactionFilter &filter, const ledger::TransactionOrder &order) const
    {
        const OracleAccounts accounts(connected, filter.accountIds, withRows);
        std::vector<ledger::TransactionRecord> shown = rows;
        asked.addTo(shown);
        std::erase_if(shown, [&](const ledger::TransactionRecord &row) {
            const checkout::Transaction &payment = row.transaction;
            const QString code = payment.amount.currency().code();
            const qint64 amount = payment.amount.minorUnits();
            const bool isFound = hasWords(filter.text, {row.customerLabel, row.itemsLabel, payment.id},
                                          money::plainAmount(payment.amount));
            const bool isAsked = row.asked && row.asked->amount.minorUnits() > 0;
            return !accounts.ids.contains(row.accountId) || !isFound || isLeftOut(row, accounts) ||
                   (filter.status && ledger::knownStatus(row) != *filter.status) ||
                   (filter.isRefundAsked && !isAsked) ||
                   (!filter.sessionId.isEmpty() && payment.sessionId != filter.sessionId) ||
                   (filter.createdSince.isValid() && payment.createdAt < filter.createdSince) ||
                   (filter.createdBefore.isValid() && payment.createdAt >= filter.createdBefore) ||
                   (!filter.currency.isEmpty() &&
                    (code != filter.currency || (filter.amountFrom && amount < *filter.amountFrom) ||
                     (filter.amountTo && amount > *filter.amountTo)));
        });
        std::ranges::sort(shown, [&](const auto &one, const auto &other) {
            using By = ledger::TransactionOrder::By;
            const auto word = [](const auto &row) { return std::optional(wordOf(ledger::knownStatus(row)).toUtf8()); };
            const auto newer = [](const auto &row) { return std::pair(row.transaction.createdAt, row.key); };
            const bool up = order.ascending;
            int by = 0;
            if (order.by == By::Created && up)
                return newer(one) < newer(other);
            if (order.by == By::Customer)
                by = compared(folded(one.customerLabel), folded(other.customerLabel), up);
            else if (order.by == By::Item)
                by = compared(folded(one.itemsLabel), folded(other.itemsLabel), up);
            else if (order.by == By::Status)
                by = compared(word(one), word(other), up);
            else if (order.by == By::Amount)
                by = compared(amountOf(one.transaction.amount), amountOf(other.transaction.amount), up);
            else if (order.by == By::Tier)
                by = compared(one.transaction.tier, other.transaction.tier, up);
            return by != 0 ? by < 0 : newer(one) > newer(other);
        });
        std::vector<qint64> keys;
        for (const auto &row : shown)
            keys.push_back(row.key);
        return keys;
    }
};

} // namespace tilldeck::test
