// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/promotion_checks.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

namespace {

/// A journal of an older version has no intents of codes and coupons.
constexpr int firstJournalOfCodes = 4;

/// Returns every text in the journal, or nothing where it keeps no codes.
std::optional<QStringList> textsOfJournal(const QString &dataFolder)
{
    std::optional<QStringList> texts;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"promotions"_s);
        database.setDatabaseName(dataFolder + "/journal.sqlite"_L1);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            qFatal("The journal cannot be read.");
        QSqlQuery version(u"PRAGMA user_version"_s, database);
        version.next();
        if (version.value(0).toInt() >= firstJournalOfCodes) {
            texts = QStringList();
            const QStringList tables = database.tables();
            for (const QString &table : tables) {
                QSqlQuery rows(u"SELECT * FROM "_s + table, database);
                while (rows.next()) {
                    for (int i = 0; i < rows.record().count(); ++i)
                        *texts << rows.value(i).toString();
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(u"promotions"_s);
    return texts;
}

class PromotionChecker
{
public:
    PromotionChecker(const Truth &truth, const QList<Action> &actions, const QString &dataFolder)
        : m_truth(truth)
        , m_actions(actions)
        , m_journal(textsOfJournal(dataFolder))
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
        checkOff(Kind::CodeOff, [this](const QString &code) { return !m_truth.codes.value(code); });
        checkOff(Kind::CouponOff,
                 [this](const QString &id) { return !m_truth.coupons.value(id)[u"is_active"_s].toBool(); });
        return m_wrong;
    }

private:
    void expect(bool holds, const QString &otherwise)
    {
        if (!holds)
            m_wrong << otherwise;
    }

    bool isInJournal(const QString &text) const
    {
        return std::ranges::any_of(*m_journal, [&text](const QString &each) { return each.contains(text); });
    }

    void checkCodes(const Action &action)
    {
        qsizetype asked = 0;
        QStringList told;
        for (const Action &like : m_actions) {
            if (like.kind != Kind::Codes || like.tag != action.tag)
                continue;
            asked += like.codes;
            told += like.made + like.unknown;
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
        for (const QString &code : std::as_const(made))
            expect(!m_journal || told.contains(code) || isInJournal(code),
                   u"code %1 exists, and neither the answer nor the journal says so"_s.arg(code));
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
        expect(!m_journal || made.size() <= told(Told::Made) + told(Told::Unknown) || isInJournal(action.codePrefix()),
               times + u": neither the answer nor the journal says so"_s);
    }

    /// Checks what was told of switching off against whether it is off.
    template <class IsOff> void checkOff(Kind kind, IsOff isOff)
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
        }
    }

    const Truth &m_truth;
    const QList<Action> &m_actions;
    std::optional<QStringList> m_journal; ///< Every text in it; nothing where it keeps no codes.
    QStringList m_wrong;
};

} // namespace

QStringList wrongPromotions(const Truth &truth, const QList<Action> &actions, const QString &dataFolder)
{
    return PromotionChecker(truth, actions, dataFolder).wrong();
}

} // namespace tilldeck::faults
