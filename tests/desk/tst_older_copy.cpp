// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that lacks what the provider said before comes from an older copy of its data, and proves nothing.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/match_refund.h"
#include "desk/refund_lists.h"
#include "support/runner.h"

namespace older_copy_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Way = RefundLists::Way;

namespace {

constexpr int longAfter = 400; // nothing is under way any more

/// Sends a refund that is lost, and returns its intent.
QString lose(RefundLists &shop, qint64 amount, Way way)
{
    shop.way = way;
    const QString lost = shop.give(amount).intentId;
    if (lost.isEmpty())
        qFatal("The refund was not sent.");
    shop.way = Way::Answers;
    shop.pass(longAfter);
    return lost;
}

State stateOf(const RefundLists &shop, const QString &intent)
{
    return shop.bench.desk->journal().intent(intent).result().value()->state;
}

} // namespace

class OlderCopyTest : public QObject
{
    Q_OBJECT

private slots:
    void aListWithoutARefundThatIsKnownProvesNothing_data()
    {
        QTest::addColumn<bool>("isFromHere"); // or made elsewhere, and listed before the refund was sent
        QTest::addColumn<bool>("isMade");
        QTest::newRow("confirmed from here, the lost one was made") << true << true;
        QTest::newRow("confirmed from here, the lost one was not made") << true << false;
        QTest::newRow("made elsewhere, the lost one was made") << false << true;
        QTest::newRow("made elsewhere, the lost one was not made") << false << false;
    }
    void aListWithoutARefundThatIsKnownProvesNothing()
    {
        QFETCH(const bool, isFromHere);
        QFETCH(const bool, isMade);
        RefundLists shop;
        if (isFromHere) {
            QCOMPARE(shop.give(611).end, End::Confirmed);
        } else {
            shop.list(611);
            shop.refresh();
        }
        const QString lost = lose(shop, 622, isMade ? Way::LosesTheAnswer : Way::NeverArrives);
        const int sent = shop.asked();
        shop.listed = QJsonArray();
        const auto asked = shop.reconcile(lost);
        QCOMPARE(asked.end, End::Unknown);
        QVERIFY2(asked.error->sentence.contains(u"does not list refunds that it listed before"_s),
                 qPrintable(asked.error->sentence));
        const auto abandoned =
            QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost, Unproven::Refuse));
        QVERIFY(!abandoned);
        QVERIFY2(abandoned.error().sentence.contains(u"does not list refunds that it listed before"_s),
                 qPrintable(abandoned.error().sentence));
        QCOMPARE(stateOf(shop, lost), State::Unknown);
        // Nothing is sent on such an answer, of whatever amount.
        QVERIFY(shop.give(622, RefundLists::Repeat::Refuse).same);
        const auto refused = shop.give(100);
        QCOMPARE(refused.end, End::Rejected);
        QVERIFY2(refused.error->sentence.endsWith(u"does not list refunds that it listed before. Nothing was sent. Try "
                                                  "again later."_s),
                 qPrintable(refused.error->sentence));
        QCOMPARE(shop.asked(), sent);
        shop.listed = QJsonValue::Undefined;
        QCOMPARE(shop.reconcile(lost).end, isMade ? End::Confirmed : End::Rejected);
        QCOMPARE(shop.give(100).end, End::Confirmed);
    }

    void aTotalThatFellProvesNothing_data()
    {
        QTest::addColumn<bool>("hasFailed"); // an entry did, which is why the total fell
        QTest::newRow("nothing failed") << false;
        QTest::newRow("what fell is an entry that failed") << true;
    }
    void aTotalThatFellProvesNothing()
    {
        QFETCH(const bool, hasFailed);
        RefundLists shop;
        shop.list(5'000, u"pending"_s);
        shop.total = 5'000;
        shop.refresh();
        const QString lost = lose(shop, 622, Way::NeverArrives);
        const int sent = shop.asked();
        if (hasFailed)
            shop.setStatus(0, u"failed"_s);
        shop.total = 0;
        QCOMPARE(shop.reconcile(lost).end, hasFailed ? End::Rejected : End::Unknown);
        const auto next = shop.give(100);
        QCOMPARE(next.end, hasFailed ? End::Confirmed : End::Rejected);
        QCOMPARE(shop.asked(), sent + (hasFailed ? 1 : 0));
        if (!hasFailed)
            QVERIFY2(next.error->sentence.contains(u"counts less of this payment"_s), qPrintable(next.error->sentence));
    }

    void whatIsListedAsFailedByAnOlderCopyStaysAsItIs()
    {
        RefundLists shop;
        const QString first = shop.give(611).intentId;
        QCOMPARE(shop.give(700).end, End::Confirmed);
        const QJsonArray whole = shop.refunds;
        shop.setStatus(0, u"failed"_s);
        shop.refunds.removeAt(1);
        shop.refresh();
        QCOMPARE(stateOf(shop, first), State::Confirmed);
        shop.refunds.append(whole.at(1));
        shop.refresh();
        QCOMPARE(stateOf(shop, first), State::Failed);
    }

    void oneIsNotTakenForFailedByAnOlderCopy()
    {
        RefundLists shop;
        QCOMPARE(shop.give(700).end, End::Confirmed);
        const QString lost = lose(shop, 611, Way::LosesTheAnswer);
        shop.setStatus(1, u"failed"_s);
        shop.refunds.removeAt(0);
        const auto match = [&](Unproven unproven) {
            return QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, lost, u"re_2"_s, unproven));
        };
        const auto doubted = match(Unproven::Refuse);
        QCOMPARE(doubted.end, End::Unknown);
        QVERIFY(doubted.error->sentence.contains(u"does not list refunds that it listed before"_s));
        QCOMPARE(stateOf(shop, lost), State::Unknown);
        QCOMPARE(match(Unproven::Allow).end, End::Rejected);
    }

    void aTotalOfAnOlderCopyEndsNoRefundAndStartsNone()
    {
        Totals shop;
        const QString made = shop.give(1'300).intentId;
        shop.total += 3'000; // elsewhere
        shop.refresh();
        shop.word = u"completed"_s;
        QCOMPARE(shop.give(200).end, End::Confirmed);
        QCOMPARE(shop.sent, 2);
        shop.total = 1'000; // less than before that one, even without the first
        shop.pass(60);
        shop.refresh();
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(made), State::Accepted);
        const auto refused = shop.give(50);
        QCOMPARE(refused.end, End::Rejected);
        QVERIFY2(refused.error->sentence.endsWith(u"counts less of this payment as given back than it did before. "
                                                  "Nothing was sent. Try again later."_s),
                 qPrintable(refused.error->sentence));
        QCOMPARE(shop.sent, 2);
    }

    void whatAnotherComputerGaveBackIsNotForgottenByAnOlderCopy_data()
    {
        QTest::addColumn<bool>("isListed"); // or only in the total
        QTest::newRow("an entry of the list") << true;
        QTest::newRow("a part of the total") << false;
    }
    void whatAnotherComputerGaveBackIsNotForgottenByAnOlderCopy()
    {
        QFETCH(const bool, isListed);
        RefundLists shop;
        if (isListed)
            shop.list(5'000);
        else
            shop.listed = QJsonValue::Null;
        shop.total = 5'000;
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid - 5'000);
        // Then an answer of before that.
        shop.total = 0;
        shop.listed = isListed ? QJsonValue(QJsonArray()) : QJsonValue(QJsonValue::Null);
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid - 5'000);
        const auto refused = shop.give(5'000, RefundLists::Repeat::Refuse);
        QCOMPARE(refused.end, End::Rejected);
        QCOMPARE(shop.asked(), 0);
        QVERIFY2(refused.error->sentence.endsWith(u"before. Nothing was sent. Try again later."_s),
                 qPrintable(refused.error->sentence));
        // What is said for a day is so.
        shop.pass(24 * 3'600 + 60);
        shop.refresh();
        QCOMPARE(shop.left(), RefundLists::paid);
        shop.listed = QJsonValue::Undefined;
        shop.refunds = {};
        const auto given = shop.give(5'000);
        QVERIFY2(given.end == End::Confirmed, given.error ? qPrintable(given.error->sentence) : "");
    }
};

TILLDECK_TEST(OlderCopyTest)

} // namespace older_copy_test

#include "tst_older_copy.moc"
