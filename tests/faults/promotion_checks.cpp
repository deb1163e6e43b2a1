// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/promotion_checks.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

class PromotionChecker
{
public:
    PromotionChecker(const Truth &truth, const QList<Action> &actions, const QList<JournalRow> &journal,
                     bool isRecovered)
        : m_truth(truth)
        , m_actions(actions)
        , m_journal(journal)
        , m_isRecovered(isRecovered)
    {
    }

    QStringList wrong()
    {
        for (const Action &action : m_actions) {
            if (action.kind == Kind::Codes)
                checkCodes(action);
            else if (action.kind == Kind::Coupon)
                checkCoupon(action);
        }
        checkOff(Kind::CodeOff, u"deactivate_code"_s, u"code"_s,
                 [this](const QString &code) { return !m_truth.codes.value(code); });
        checkOff(Kind::CouponOff, u"deactivate_coupon"_s, u"id"_s,
                 [this](const QString &id) { return !m_truth.coupons.value(id)[u"is_active"_s].toBool(); });
        return m_wrong;
    }

private:
    void expect(bool holds, const QString &otherwise)
    {
        if (!holds)
            m_wrong << otherwise;
    }

    /// Returns the intents of @p kind whose entry has @p text as its @p member.
    QList<JournalRow> rowsOf(const QString &kind, const QString &member, const QString &text) const
    {
        QList<JournalRow> rows;
        std::ranges::copy_if(m_journal, std::back_inserter(rows), [&](const JournalRow &row) {
            return row.kind == kind && row.entry[member].toString() == text;
        });
        return rows;
    }

    static qsizetype countIn(const QList<JournalRow> &rows, const QString &state)
    {
        return std::ranges::count(rows, state, &JournalRow::state);
    }

    void checkCodes(const Action &action)
    {
        qsizetype asked = 0;
        qsizetype told = 0;
        for (const Action &like : m_actions) {
            if (like.kind != Kind::Codes || like.tag != action.tag)
                continue;
            asked += like.codes;
            told += like.made.size() + like.madeCount;
        }
        QStringList made;
        for (auto it = m_truth.codes.begin(); it != m_truth.codes.end(); ++it) {
            if (it.key().startsWith(action.codePrefix()))
                made << it.key();
        }
        expect(
            made.size() <= asked,
            u"%1 codes of %2 were made, and %3 were asked for"_s.arg(made.size()).arg(action.codePrefix()).arg(asked));
        for (const QString &code : action.made)
            expect(made.contains(code), u"code %1 was said to be made, and was not"_s.arg(code));
        for (const QString &code : action.notMade)
            expect(!made.contains(code), u"code %1 was said to be refused, and was made"_s.arg(code));
        expect(
            made.size() >= told,
            u"%1 codes of %2 were said to be made, and %3 were"_s.arg(told).arg(action.codePrefix()).arg(made.size()));
        for (const QString &code : std::as_const(made)) {
            const auto rows = rowsOf(u"promotion_code"_s, u"code"_s, code);
            expect(rows.size() == 1, u"code %1 exists, and has %2 intents"_s.arg(code).arg(rows.size()));
        }
        for (const JournalRow &row : m_journal) {
            const QString code = row.entry[u"code"_s].toString();
            if (row.kind == "promotion_code"_L1 && code.startsWith(action.codePrefix()))
                checkCode(row, code, made.contains(code));
        }
    }

    void checkCode(const JournalRow &row, const QString &code, bool isMade)
    {
        const bool mayBeMade = row.state == "confirmed"_L1 || row.state == "unknown"_L1;
        expect(!isMade || mayBeMade, u"code %1 exists, and its intent is %2"_s.arg(code, row.state));
        expect(isMade || row.state != "confirmed"_L1,
               u"code %1 does not exist, and its intent is confirmed"_s.arg(code));
        expect(!m_isRecovered || row.state == "confirmed"_L1 || row.state == "rejected"_L1,
               u"code %1 was gone on with, and its intent is %2"_s.arg(code, row.state));
    }

    void checkCoupon(const Action &action)
    {
        QStringList made;
        for (auto it = m_truth.coupons.begin(); it != m_truth.coupons.end(); ++it) {
            if (it.value()[u"name"_s].toString() == action.codePrefix())
                made << it.key();
        }
        const auto told = [&](std::optional<Told> end) {
            return std::ranges::count_if(m_actions, [&](const Action &like) {
                return like.kind == Kind::Coupon && like.tag == action.tag && (!end || like.told == *end);
            });
        };
        const QString times = u"coupon %1 (made: %2)"_s.arg(action.codePrefix()).arg(made.size());
        expect(made.size() <= told(std::nullopt) - told(Told::Refused), times + u": more than were asked for"_s);
        expect(made.size() >= told(Told::Made), times + u": said to be made, and was not"_s);
        expect(action.told != Told::Made || made.contains(action.id),
               u"%1: made as another one than %2"_s.arg(times, action.id));
        const auto rows = rowsOf(u"coupon"_s, u"name"_s, action.codePrefix());
        expect(made.size() <= rows.size() - countIn(rows, u"rejected"_s),
               times + u": the journal has %1 intents of it, of which %2 are rejected"_s.arg(rows.size())
                           .arg(countIn(rows, u"rejected"_s)));
        expect(countIn(rows, u"confirmed"_s) <= made.size(), times + u": the journal says that more were made"_s);
        expect(rows.size() >= told(Told::Made) + told(Told::Unknown), times + u": an intent is lost"_s);
        for (const JournalRow &row : rows)
            expect(row.state != "confirmed"_L1 || made.contains(row.madeId),
                   times + u": an intent is confirmed as %1"_s.arg(row.madeId));
    }

    /// Checks what was told of switching off against whether it is off.
    template <class IsOff> void checkOff(Kind kind, const QString &journalKind, const QString &member, IsOff isOff)
    {
        QHash<QString, QList<Told>> ends;
        for (const Action &action : m_actions) {
            if (action.kind == kind)
                ends[action.code] << action.told;
        }
        for (auto it = ends.cbegin(); it != ends.cend(); ++it) {
            expect(!it->contains(Told::Made) || isOff(it.key()), u"%1 was said to be off, and is not"_s.arg(it.key()));
            expect(it->count(Told::Refused) < it->size() || !isOff(it.key()),
                   u"%1 was said to be left as it is, and is off"_s.arg(it.key()));
            const auto rows = rowsOf(journalKind, member, it.key());
            expect(countIn(rows, u"confirmed"_s) == 0 || isOff(it.key()),
                   u"the journal says that %1 is off, and it is not"_s.arg(it.key()));
            expect(!isOff(it.key()) || rows.size() > countIn(rows, u"rejected"_s),
                   u"%1 is off, and the journal says that nothing did it"_s.arg(it.key()));
        }
    }

    const Truth &m_truth;
    const QList<Action> &m_actions;
    const QList<JournalRow> &m_journal;
    bool m_isRecovered;
    QStringList m_wrong;
};

} // namespace

QStringList wrongPromotions(const Truth &truth, const QList<Action> &actions, const QList<JournalRow> &journal,
                            bool isRecovered)
{
    return PromotionChecker(truth, actions, journal, isRecovered).wrong();
}

} // namespace tilldeck::faults
