// SPDX-License-Identifier: GPL-3.0-or-later
// The merchant says which refund of the provider's list one of unknown outcome is: each entry is of one refund only.
#include "desk/abandon_refund.h"
#include "desk/match_refund.h"
#include "desk/refund_lists.h"
#include "support/runner.h"

namespace match_refund_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = RefundLists::Way;

namespace {

RefundOutcome match(RefundLists &shop, const QString &intent, const QString &entry,
                    Unproven unproven = Unproven::Refuse)
{
    return QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, intent, entry, unproven));
}

ledger::Intent stored(RefundLists &shop, const QString &intent)
{
    return **shop.bench.desk->journal().intent(intent).result();
}

/// Loses the answer to a refund that no entry of the list shows.
QString loseRefund(RefundLists &shop, qint64 amount)
{
    const bool lists = std::exchange(shop.lists, false);
    shop.way = Way::LosesTheAnswer;
    const QString intent = shop.give(amount).intentId;
    shop.way = Way::Answers;
    shop.lists = lists;
    return intent;
}

} // namespace

class MatchRefundTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundIsTheEntryThatTheMerchantNames_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<End>("end");
        QTest::addColumn<State>("state");
        QTest::newRow("given back") << u"succeeded"_s << End::Confirmed << State::Confirmed;
        QTest::newRow("asked for") << u"pending"_s << End::Accepted << State::Accepted;
        QTest::newRow("failed") << u"failed"_s << End::Rejected << State::Rejected;
    }
    void aRefundIsTheEntryThatTheMerchantNames()
    {
        QFETCH(const QString, word);
        QFETCH(const End, end);
        QFETCH(const State, state);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        RefundLists shop;
        const QString lost = loseRefund(shop, 10'000);
        shop.list(9'900, word); // less a fee
        const auto looked = shop.reconcile(lost);
        QCOMPARE(looked.end, End::Unknown);
        QCOMPARE(looked.candidates.size(), size_t(1));
        QCOMPARE(looked.candidates.front().id, u"re_1"_s);
        const auto asked = match(shop, lost, u"re_1"_s);
        QCOMPARE(asked.end, End::Unknown);
        QVERIFY2(asked.error->sentence.contains(u"9,900"_s) && asked.error->sentence.contains(u"10,000"_s),
                 qPrintable(asked.error->sentence));
        QCOMPARE(stored(shop, lost).state, State::Unknown);
        QCOMPARE(stored(shop, lost).sessionId, QString());
        QCOMPARE(match(shop, lost, u"re_1"_s, Unproven::Allow).end, end);
        QCOMPARE(stored(shop, lost).state, state);
        QCOMPARE(stored(shop, lost).sessionId, u"re_1"_s);
        QCOMPARE(shop.left(), RefundLists::paid - (state == State::Rejected ? 0 : 10'000));
        QCOMPARE(shop.asked(), 1);
    }

    void anEntryThatMayBeAnotherIsLeftToTheMerchant()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(10'000).intentId;
        shop.list(10'000); // elsewhere, at the same time
        const auto looked = shop.reconcile(lost);
        QCOMPARE(looked.end, End::Unknown);
        QCOMPARE(looked.candidates.size(), size_t(2));
        QCOMPARE(shop.left(), RefundLists::paid - 30'000);
        shop.pass(3600);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
    }

    void anEntryThatMayBeAnotherThatFailedIsLeftToTheMerchant()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(10'000).intentId;
        shop.list(10'000, u"failed"_s);
        shop.pass(3600);
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
    }

    void oneEntryIsOfOneRefundOnly()
    {
        RefundLists shop;
        const QString made = shop.give(10'000).intentId;
        QCOMPARE(stored(shop, made).sessionId, u"re_1"_s);
        const QString first = loseRefund(shop, 10'000);
        const QString second = loseRefund(shop, 10'000);
        shop.list(9'900);
        const auto refused = [&](const QString &intent, const QString &entry) {
            const auto outcome = match(shop, intent, entry, Unproven::Allow);
            return outcome.end == End::Rejected && outcome.error->sentence.contains(u"another one"_s) &&
                   stored(shop, intent).state == State::Unknown;
        };
        QVERIFY(refused(first, u"re_1"_s));
        QCOMPARE(match(shop, first, u"re_2"_s, Unproven::Allow).end, End::Confirmed);
        QVERIFY(refused(second, u"re_2"_s));
        // It is not offered either.
        QVERIFY(shop.reconcile(second).candidates.empty());
        QVERIFY(shop.left() <= RefundLists::paid - 30'000);
    }

    void whatIsNotListedOrIsDecidedIsNotMatched()
    {
        RefundLists shop;
        const QString lost = loseRefund(shop, 10'000);
        for (const QString &entry : {u"re_9"_s, QString()}) {
            const auto outcome = match(shop, lost, entry);
            QCOMPARE(outcome.end, End::Rejected);
            QVERIFY2(outcome.error->sentence.contains(u"lists no refund"_s), qPrintable(outcome.error->sentence));
        }
        QCOMPARE(stored(shop, lost).state, State::Unknown);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost, Unproven::Allow)));
        shop.list(9'900);
        const auto outcome = match(shop, lost, u"re_1"_s);
        QCOMPARE(outcome.end, End::Rejected);
        QVERIFY2(outcome.error->sentence.contains(u"already decided as not given back"_s),
                 qPrintable(outcome.error->sentence));
        QCOMPARE(stored(shop, lost).state, State::Abandoned);
    }
};

TILLDECK_TEST(MatchRefundTest)

} // namespace match_refund_test

#include "tst_match_refund.moc"
