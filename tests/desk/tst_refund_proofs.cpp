// SPDX-License-Identifier: GPL-3.0-or-later
// What proves that a total holds a refund, or holds it no longer: answers right before and after it, and both clocks.
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/counted_refunds.h"
#include "support/runner.h"

namespace refund_proofs_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;

namespace {

constexpr qint64 paid = Totals::paid;
constexpr qint64 elsewhere = Totals::elsewhere;

} // namespace

class RefundProofsTest : public QObject
{
    Q_OBJECT

private slots:
    void aDayPassesByBothClocks_data()
    {
        QTest::addColumn<QList<qint64>>("provider"); // how far each clock goes on before each look
        QTest::addColumn<QList<qint64>>("here");
        QTest::addColumn<bool>("isFailed");
        using Seconds = QList<qint64>;
        const qint64 day = Totals::aDay;
        const Seconds inParts{day / 3, day / 3, day / 3};
        const auto row = [](const char *name, const Seconds &provider, const Seconds &here, bool isFailed) {
            QTest::newRow(name) << provider << here << isFailed;
        };
        const Seconds minutes{60, 60, 60};
        row("both", Seconds{60} + inParts, Seconds{60} + inParts, true);
        row("the answers are dated ahead", Seconds{60} + inParts, Seconds{60} + minutes, false);
        row("the next one is not", Seconds{60} + inParts + Seconds{-day}, Seconds{60} + minutes + Seconds{60}, false);
        row("this computer's clock is set ahead", Seconds{60} + minutes, Seconds{60} + inParts, false);
        row("the first answer is dated a day back", Seconds{60 - day, day} + minutes, Seconds{60, 60} + minutes, false);
        row("the first one is dated ahead, and a day passes", Seconds{400 * day, 60 - 400 * day} + inParts,
            Seconds{60, 60} + inParts, true);
        row("the first one is dated ahead, and less passes", Seconds{400 * day, 60 - 400 * day} + minutes,
            Seconds{60, 60} + minutes, false);
        row("this computer's clock was ahead at first", Seconds{60, 60} + inParts,
            Seconds{400 * day, 60 - 400 * day} + inParts, true);
    }
    void aDayPassesByBothClocks()
    {
        QFETCH(const QList<qint64>, provider);
        QFETCH(const QList<qint64>, here);
        QFETCH(const bool, isFailed);
        Totals shop;
        const auto made = shop.give(1'300);
        shop.pass(60);
        shop.refresh();
        shop.total = elsewhere;
        for (qsizetype look = 0; look < provider.size(); ++look) {
            QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
            shop.serverNow = shop.serverNow.addSecs(provider.at(look));
            shop.bench.setNow(shop.bench.now().addSecs(here.at(look)));
            shop.refresh();
        }
        QCOMPARE(shop.stateOf(made.intentId), isFailed ? State::Failed : State::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - (isFailed ? 0 : 1'300));
    }

    void anAnswerThatCountsItBeginsTheDayAnewWhateverItsDate()
    {
        Totals shop;
        const auto made = shop.give(1'300);
        shop.total = elsewhere;
        shop.pass(60);
        shop.refresh();
        shop.total = elsewhere + 1'300;
        shop.serverNow = shop.serverNow.addDays(10);
        shop.refresh();
        shop.serverNow = shop.serverNow.addDays(-10);
        shop.total = elsewhere;
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(made.intentId), State::Failed);
    }

    void whatWasGivenBackElsewhereIsNotOurs_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("countsAtOnce");
        QTest::newRow("asked for, counted later") << u"processing"_s << false;
        QTest::newRow("asked for, counted at once") << u"processing"_s << true;
        QTest::newRow("given back, counted later") << u"completed"_s << false;
        QTest::newRow("given back, counted at once") << u"completed"_s << true;
    }
    void whatWasGivenBackElsewhereIsNotOurs()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, countsAtOnce);
        Totals shop;
        shop.word = word;
        shop.countsAtOnce = countsAtOnce;
        shop.total += 30'000; // in the provider's own dashboard, after this computer looked
        const auto refused = shop.give(30'000);
        QCOMPARE(refused.end, End::Rejected);
        QCOMPARE(shop.sent, 0);
        QVERIFY2(refused.error->sentence.contains(u"Nothing was sent"_s), qPrintable(refused.error->sentence));
        QVERIFY2(refused.error->sentence.contains(u"695.00"_s), qPrintable(refused.error->sentence));
        // It is known now, and the merchant may mean it all the same.
        QVERIFY(shop.give(30'000).end != End::Rejected);
        QCOMPARE(shop.sent, 1);
        QCOMPARE(shop.left(), paid - elsewhere - 60'000);
        shop.total += 30'000; // once more, or it is ours
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - 90'000);
    }

    void aRefundThatWasMadeIsInTheTotalOnceThatIsProven_data()
    {
        QTest::addColumn<bool>("countsAtOnce");
        QTest::addColumn<qint64>("provider"); // how long each clock goes on
        QTest::addColumn<qint64>("here");
        QTest::addColumn<bool>("isIn");
        const qint64 day = Totals::aDay;
        QTest::newRow("the total rose by it at once") << true << qint64(60) << qint64(60) << true;
        QTest::newRow("the total follows") << false << qint64(60) << qint64(60) << false;
        QTest::newRow("a day later by both clocks") << false << day << day << true;
        QTest::newRow("a day later by the provider's clock") << false << day << qint64(60) << false;
        QTest::newRow("a day later by this computer's clock") << false << qint64(60) << day << false;
    }
    void aRefundThatWasMadeIsInTheTotalOnceThatIsProven()
    {
        QFETCH(const bool, countsAtOnce);
        QFETCH(const qint64, provider);
        QFETCH(const qint64, here);
        QFETCH(const bool, isIn);
        Totals shop;
        shop.word = u"completed"_s;
        shop.countsAtOnce = countsAtOnce;
        QCOMPARE(shop.give(30'000).end, End::Confirmed);
        shop.total = elsewhere + 30'000; // of this one, or of an equal one from elsewhere
        shop.serverNow = shop.serverNow.addSecs(provider);
        shop.bench.setNow(shop.bench.now().addSecs(here));
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - (isIn ? 30'000 : 60'000));
        shop.bench.restart();
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - (isIn ? 30'000 : 60'000));
        // Whatever the clocks say, one that no total holds is gone.
        shop.total = elsewhere;
        shop.refresh();
        QCOMPARE(shop.left(), paid - elsewhere - 30'000);
    }

    void aRefundThatFailedAndIsCountedAgainIsAQuestion_data()
    {
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("it waits") << false;
        QTest::newRow("the merchant has taken note of the failure") << true;
    }
    void aRefundThatFailedAndIsCountedAgainIsAQuestion()
    {
        QFETCH(const bool, isNoted);
        Totals shop;
        const auto made = shop.give(1'300);
        shop.total = elsewhere;
        shop.refresh();
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(made.intentId), State::Failed);
        if (isNoted)
            QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, made.intentId)).has_value());
        const State over = isNoted ? State::Abandoned : State::Failed;
        // Neither less nor an equal one from here is this one.
        shop.total = elsewhere + 1'299;
        shop.refresh();
        QCOMPARE(shop.stateOf(made.intentId), over);
        QCOMPARE(shop.give(1'300).end, End::Accepted);
        shop.total = elsewhere + 1'300;
        shop.refresh();
        QCOMPARE(shop.stateOf(made.intentId), over);

        shop.total = elsewhere + 2'600;
        const auto again = QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(),
                                                        kobo(1'300), QString(), ledger::Journal::Repeat::Refuse));
        QCOMPARE(again.end, End::Rejected);
        QCOMPARE(shop.sent, 2);
        shop.refresh();
        QCOMPARE(shop.stateOf(made.intentId), State::Unknown);
        QCOMPARE(shop.needAttention(), size_t(0));
        QVERIFY(shop.left() <= paid - elsewhere - 2'600);
        // What the merchant decides about it stays so.
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, made.intentId, Unproven::Allow)));
        shop.refresh();
        QCOMPARE(shop.stateOf(made.intentId), State::Abandoned);
    }

    void whatWasDecidedByATotalFailsWithIt_data()
    {
        using Way = Totals::Way;
        QTest::addColumn<Way>("way");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("isFailed");
        QTest::newRow("lost, decided") << Way::LosesTheAnswer << QString() << true;
        QTest::newRow("asked for, decided") << Way::Answers << u"processing"_s << true;
        QTest::newRow("decided, never counted") << Way::NeverArrives << QString() << false;
        QTest::newRow("the provider said that it gave it back") << Way::Answers << u"completed"_s << false;
    }
    void whatWasDecidedByATotalFailsWithIt()
    {
        QFETCH(const Totals::Way, way);
        QFETCH(const QString, word);
        QFETCH(const bool, isFailed);
        Totals shop;
        shop.way = way;
        shop.word = word;
        (void)shop.give(1'300);
        const QString intent = shop.begun();
        QVERIFY(QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, intent, Unproven::Allow)));
        shop.refresh();
        QCOMPARE(shop.stateOf(intent), State::Confirmed);
        shop.total = elsewhere;
        shop.pass(60);
        shop.refresh();
        QCOMPARE(shop.stateOf(intent), State::Confirmed);
        QCOMPARE(shop.needAttention(), size_t(0));
        shop.refreshADayLater();
        QCOMPARE(shop.stateOf(intent), isFailed ? State::Failed : State::Confirmed);
        QCOMPARE(shop.needAttention(), size_t(isFailed ? 1 : 0));
        QCOMPARE(shop.left(), paid - elsewhere - (isFailed ? 0 : 1'300));
    }

    void oneRiseProvesOneRefund()
    {
        Totals shop;
        shop.word = u"completed"_s;
        shop.way = Totals::Way::Answers;
        auto one = refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(), kobo(30'000), QString(),
                                 ledger::Journal::Repeat::Allow);
        auto other = refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(), kobo(30'000), QString(),
                                   ledger::Journal::Repeat::Allow);
        (void)QCoro::waitFor(std::move(one));
        (void)QCoro::waitFor(std::move(other));
        QVERIFY(shop.left() <= paid - elsewhere - shop.sent * 30'000);
    }

    void theSameRefundIsAQuestionBeforeTheProviderIsAsked()
    {
        Totals shop;
        shop.way = Totals::Way::LosesTheAnswer;
        const QString lost = shop.give(1'300).intentId;
        for (const bool isReachable : {false, true}) {
            shop.isReachable = isReachable;
            const auto again = QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(),
                                                            kobo(1'300), QString(), ledger::Journal::Repeat::Refuse));
            QCOMPARE(again.end, End::Rejected);
            QVERIFY2(again.same && again.same->id == lost, qPrintable(again.error->sentence));
        }
        QCOMPARE(shop.sent, 1);
    }

    void nothingIsSentWhereTheProviderCannotBeAskedBefore()
    {
        Totals shop;
        shop.isReachable = false;
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, End::Rejected);
        QCOMPARE(shop.sent, 0);
        QVERIFY2(outcome.error->sentence.contains(u"Nothing was sent"_s), qPrintable(outcome.error->sentence));
        QVERIFY(shop.bench.desk->journal().refundsOf(shop.accountId, Totals::paymentId()).result()->empty());
        shop.isReachable = true;
        QCOMPARE(shop.give(1'300).end, End::Accepted);
    }
};

TILLDECK_TEST(RefundProofsTest)

} // namespace refund_proofs_test

#include "tst_refund_proofs.moc"
