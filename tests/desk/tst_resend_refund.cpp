// SPDX-License-Identifier: GPL-3.0-or-later
// A refund of unknown outcome is sent again under its key, where the provider documents that it is the first one then,
// and only while nothing shows that it was made.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/refund_history.h"
#include "desk/refund_lists.h"
#include "desk/resend_refund.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <algorithm>

namespace resend_refund_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using End = RefundOutcome::End;
using ledger::Intent;
using Way = RefundLists::Way;

namespace {

constexpr qint64 amount = 10'000;

checkout::Result<RefundOutcome> resend(RefundLists &shop, const QString &intentId)
{
    return QCoro::waitFor(resendRefund(shop.bench.desk.get(), shop.accountId, intentId));
}

Intent stored(const RefundLists &shop, const QString &intentId)
{
    return *shop.bench.desk->journal().intent(intentId).result().value();
}

OutcomeOffer offer(Desk *desk, const QString &intentId, OutcomeAction action)
{
    const auto outcome = QCoro::waitFor(openOutcome(desk, intentId));
    return *std::ranges::find((*outcome)->offers, action, &OutcomeOffer::action);
}

QString whyNotAgain(RefundLists &shop, const QString &intentId)
{
    return offer(shop.bench.desk.get(), intentId, OutcomeAction::SendAgain).whyNot;
}

/// Returns a refund that the provider made, whose answer was lost, and which its list does not show yet.
QString lose(RefundLists &shop, Way way = Way::LosesTheAnswer)
{
    shop.way = way;
    shop.lists = false;
    const RefundOutcome lost = shop.give(amount);
    if (lost.end != End::Unknown)
        qFatal("%s", lost.error ? qPrintable(lost.error->sentence) : "not unknown");
    shop.way = Way::Answers;
    shop.lists = true;
    return lost.intentId;
}

} // namespace

class ResendRefundTest : public QObject
{
    Q_OBJECT

private slots:
    void sentAgainItIsTheSameRequestUnderTheSameKey_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("the first was made") << Way::LosesTheAnswer;
        QTest::newRow("the first never arrived") << Way::NeverArrives;
    }
    void sentAgainItIsTheSameRequestUnderTheSameKey()
    {
        QFETCH(const Way, way);
        RefundLists shop;
        shop.reason = u"  too small, “M” ordered "_s;
        const QString lost = lose(shop, way);
        if (way == Way::LosesTheAnswer)
            QCOMPARE(shop.refunds.size(), 0); // its list is not up to date
        shop.pass(60);
        shop.bench.restart();
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        const auto again = resend(shop, lost);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(shop.asked(), 2);
        const QByteArray one = shop.sent().front();
        const QByteArray two = shop.sent().back();
        QCOMPARE(RefundLists::keyOf(one), lost.toLatin1());
        QCOMPARE(RefundLists::keyOf(two), lost.toLatin1());
        const auto bodyOf = [](const QByteArray &request) { return request.mid(request.indexOf("\r\n\r\n")); };
        QVERIFY(bodyOf(one).contains("too small"));
        QCOMPARE(bodyOf(two), bodyOf(one));
        // One refund of both, of which the provider has given back what its list shows.
        QCOMPARE(shop.refunds.size(), way == Way::LosesTheAnswer ? 0 : 1);
        QCOMPARE(again->end, way == Way::LosesTheAnswer ? End::Accepted : End::Confirmed);
        QCOMPARE(shop.left(), RefundLists::paid - amount);
        const auto histories =
            QCoro::waitFor(refundHistories(shop.bench.desk.get(), shop.accountId, RefundLists::transactionId()));
        std::vector<RefundStep> steps;
        for (const ledger::TimelineEvent &event : histories->front().steps)
            steps.push_back(*refundStepFrom(event));
        using enum RefundStep;
        QVERIFY(steps == (way == Way::LosesTheAnswer ? std::vector{Asked, SentAgain, Sent}
                                                     : std::vector{GivenBack, Asked, SentAgain, Sent}));
    }

    void whatTheLookShowsIsNotSentAgain_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("after"); // seconds
        QTest::addColumn<End>("end");
        QTest::newRow("given back") << u"succeeded"_s << 0 << End::Confirmed;
        QTest::newRow("asked for") << u"pending"_s << 0 << End::Accepted;
        QTest::newRow("tried, and not given back") << u"failed"_s << 1000 << End::Rejected;
        QTest::newRow("not made") << QString() << 1000 << End::Rejected;
    }
    void whatTheLookShowsIsNotSentAgain()
    {
        QFETCH(const QString, word);
        QFETCH(const int, after);
        QFETCH(const End, end);
        RefundLists shop;
        const QString lost = lose(shop);
        if (!word.isEmpty())
            shop.list(amount, word);
        shop.pass(after);
        const auto again = resend(shop, lost);
        QVERIFY(again.has_value());
        QCOMPARE(again->end, end);
        QCOMPARE(shop.asked(), 1);
        // Nor once more.
        QCOMPARE(resend(shop, lost)->end, end);
        QCOMPARE(shop.asked(), 1);
    }

    void aTotalThatLeavesTooLittleIsNoReasonNotToSendItAgain()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        shop.list(RefundLists::paid - amount / 2); // made elsewhere
        shop.total = RefundLists::paid - amount / 2;
        const auto again = resend(shop, lost);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(again->end, End::Accepted);
        QCOMPARE(shop.asked(), 2);
    }

    void withoutALookNothingIsSentAgain_data()
    {
        QTest::addColumn<bool>("isAway");
        QTest::newRow("it cannot be reached") << true;
        QTest::newRow("it does not tell of the payment") << false;
    }
    void withoutALookNothingIsSentAgain()
    {
        QFETCH(const bool, isAway);
        RefundLists shop;
        const QString lost = lose(shop);
        shop.isAway = isAway;
        shop.hidesPayment = !isAway;
        const auto again = resend(shop, lost);
        QVERIFY(!again);
        QVERIFY2(again.error().sentence.endsWith(u"Nothing was sent again."_s), qPrintable(again.error().sentence));
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        shop.isAway = false;
        shop.hidesPayment = false;
        QCOMPARE(resend(shop, lost)->end, End::Accepted);
    }

    void onlyAnAnswerAboutTheRefundEndsWhatWasSentAgain_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("refused") << Way::Refuses;
        QTest::newRow("no answer") << Way::NeverArrives;
    }
    void onlyAnAnswerAboutTheRefundEndsWhatWasSentAgain()
    {
        QFETCH(const Way, way);
        RefundLists shop;
        const QString lost = lose(shop);
        shop.way = way;
        QVERIFY(!resend(shop, lost)->error->sentence.contains(u"no money was given back"_s));
        QCOMPARE(shop.asked(), 2);
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - amount);
        shop.way = Way::Answers;
        QCOMPARE(resend(shop, lost)->end, End::Accepted);
        QCOMPARE(shop.asked(), 3);
    }

    void afterAnHourByEitherClockItIsNotSentAgain_data()
    {
        QTest::addColumn<int>("there"); // minutes
        QTest::addColumn<int>("here");
        QTest::addColumn<QString>("says");
        QTest::newRow("both") << 61 << 61 << u"After an hour"_s;
        QTest::newRow("the provider's") << 61 << 5 << u"After an hour"_s;
        QTest::newRow("this computer's") << 5 << 61 << u"After an hour"_s;
        QTest::newRow("the provider's, and this one was set back") << 61 << -600 << u"After an hour"_s;
        QTest::newRow("the provider's went back") << -5 << 5 << u"went back"_s;
    }
    void afterAnHourByEitherClockItIsNotSentAgain()
    {
        QFETCH(const int, there);
        QFETCH(const int, here);
        QFETCH(const QString, says);
        for (const bool restarts : {false, true}) {
            RefundLists shop;
            const QString lost = lose(shop);
            QCOMPARE(whyNotAgain(shop, lost), QString());
            shop.hasList = false; // what leaves it open, however late
            shop.passAtProvider(there * 60);
            shop.bench.setNow(shop.bench.now().addSecs(here * 60));
            if (restarts)
                shop.bench.restart();
            const auto again = resend(shop, lost);
            QVERIFY(!again);
            QCOMPARE(again.error().kind, ErrorKind::Rejected);
            QVERIFY2(again.error().sentence.contains(says), qPrintable(again.error().sentence));
            QVERIFY(whyNotAgain(shop, lost).contains(says)); // its time is known by now
            QCOMPARE(shop.asked(), 1);
            QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
        }
    }

    void withoutTheProvidersTimeItIsNotSentAgain()
    {
        RefundLists shop;
        shop.bench.restart(); // the time that it said before is forgotten
        shop.saysItsTime = false;
        const QString untimed = lose(shop);
        QVERIFY(whyNotAgain(shop, untimed).contains(u"had not said its time"_s));
        shop.saysItsTime = true;
        QVERIFY(resend(shop, untimed).error().sentence.contains(u"had not said its time"_s));
        QCOMPARE(shop.asked(), 1);
        RefundLists other;
        const QString lost = lose(other);
        other.saysItsTime = false;
        QVERIFY(resend(other, lost).error().sentence.contains(u"does not say its time"_s));
        QCOMPARE(other.asked(), 1);
    }

    void whatWasSentAgainIsUnderWayUntilItsOwnTimeIsOver_data()
    {
        QTest::addColumn<int>("here"); // minutes until it is sent again, by this computer's clock
        QTest::newRow("both clocks went on") << 30;
        QTest::newRow("this one was set back") << -600;
        QTest::newRow("this one ran ahead") << 55;
    }
    void whatWasSentAgainIsUnderWayUntilItsOwnTimeIsOver()
    {
        QFETCH(const int, here);
        RefundLists shop;
        const QDateTime begun = shop.bench.now();
        const QString lost = lose(shop, Way::NeverArrives);
        shop.passAtProvider(30 * 60);
        shop.bench.setNow(shop.bench.now().addSecs(here * 60));
        shop.hasList = false; // what leaves it open
        shop.way = Way::NeverArrives;
        QCOMPARE(resend(shop, lost)->end, End::Unknown);
        QCOMPARE(shop.asked(), 2);
        shop.hasList = true;
        shop.passAtProvider(120);
        shop.bench.setNow(begun.addSecs(32 * 60)); // its clock is right again
        QCOMPARE(shop.reconcile(lost).end, End::Unknown);
        QCOMPARE(shop.left(), RefundLists::paid - amount);
    }

    void anotherStateIsNotSentAgain()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        shop.hasList = false;
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost, Unproven::Allow)));
        const auto again = resend(shop, lost);
        QCOMPARE(again->end, End::Rejected);
        QCOMPARE(stored(shop, lost).state, Intent::State::Abandoned);
        QCOMPARE(QCoro::waitFor(resendRefund(shop.bench.desk.get(), shop.accountId, u"nobody's"_s)).error().kind,
                 ErrorKind::NotFound);
        QCOMPARE(shop.asked(), 1);
    }

    void underAnotherAccountItIsNotSentAgain()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        // Its account is lost, and this one may be the same at the provider, or not.
        QVERIFY(shop.bench.desk->accounts().remove(shop.accountId));
        shop.connect(u"Again"_s);
        QVERIFY(whyNotAgain(shop, lost).contains(u"not connected any more"_s));
        const auto again = resend(shop, lost);
        QVERIFY(!again && again.error().sentence.contains(u"not connected any more"_s));
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
    }

    void aRefundThatWasMeantOnceMoreIsNotSentAgain()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        QCOMPARE(shop.give(amount).end, End::Confirmed);
        QVERIFY(whyNotAgain(shop, lost).contains(u"once more since"_s));
        QVERIFY(resend(shop, lost).error().sentence.contains(u"once more since"_s));
        QCOMPARE(shop.asked(), 2);
    }

    void aRequestThatWouldBeAnotherIsNotSentAgain_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("another reason") << u"reason = 'other'"_s;
        QTest::newRow("a reason that an earlier version did not keep") << u"reason = NULL"_s;
        QTest::newRow("what the ledger remembered") << u"body_hash = x''"_s;
    }
    void aRequestThatWouldBeAnotherIsNotSentAgain()
    {
        QFETCH(const QString, change);
        RefundLists shop;
        shop.reason = u"too small"_s;
        const QString lost = lose(shop);
        tilldeck::test::outside(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE intent SET "_s + change);
        const auto again = resend(shop, lost);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Rejected);
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(stored(shop, lost).state, Intent::State::Unknown);
    }

    void itIsSentAgainOnceAtATime()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        auto one = resendRefund(shop.bench.desk.get(), shop.accountId, lost);
        auto two = resendRefund(shop.bench.desk.get(), shop.accountId, lost);
        const auto first = QCoro::waitFor(std::move(one));
        const auto second = QCoro::waitFor(std::move(two));
        QCOMPARE(shop.asked(), 2);
        QVERIFY(first.has_value() || second.has_value());
        QCOMPARE((first ? *first : *second).end, End::Accepted);
    }

    void whatCouldNotBeWrittenDownIsWrittenLater()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        const tilldeck::test::Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s,
                                                u"UPDATE OF session_id ON intent"_s);
        const auto again = resend(shop, lost);
        refusing.end();
        QVERIFY(again.has_value());
        QCOMPARE(again->end, End::NotKept);
        QVERIFY2(again->error->sentence.contains(u"Do not refund it again"_s), qPrintable(again->error->sentence));
        QCOMPARE(shop.bench.desk->unwritten().size(), 1);
        QCOMPARE(shop.reconcile(lost).end, End::Accepted);
        QVERIFY(shop.bench.desk->unwritten().isEmpty());
        QCOMPARE(shop.asked(), 2);
    }

    void itIsOfferedFirstUntilItWasTried()
    {
        RefundLists shop;
        const QString lost = lose(shop);
        const auto first = [&] {
            return (*QCoro::waitFor(openOutcome(shop.bench.desk.get(), lost)))->offers.front().action;
        };
        QCOMPARE(first(), OutcomeAction::SendAgain);
        QCOMPARE(offer(shop.bench.desk.get(), lost, OutcomeAction::LookUp).whyNot, QString());
        QVERIFY(offer(shop.bench.desk.get(), lost, OutcomeAction::SendAgain).risk.contains(u"once"_s));
        shop.way = Way::Refuses;
        QCOMPARE(resend(shop, lost)->end, End::Unknown);
        QTRY_COMPARE(first(), OutcomeAction::LookUp);
        QCOMPARE(whyNotAgain(shop, lost), QString());
    }

    void whereNoKeyIsDocumentedItIsNeverSentAgain()
    {
        Totals khaime;
        khaime.way = Totals::Way::NeverArrives;
        const RefundOutcome lost = khaime.give(50'000);
        QCOMPARE(lost.end, End::Unknown);
        const QString why = offer(khaime.bench.desk.get(), lost.intentId, OutcomeAction::SendAgain).whyNot;
        QVERIFY2(why.contains(u"Khaime documents no key for refunds"_s), qPrintable(why));
        khaime.way = Totals::Way::Answers;
        const qint64 before = khaime.total;
        const auto again = QCoro::waitFor(resendRefund(khaime.bench.desk.get(), khaime.accountId, lost.intentId));
        QVERIFY(!again && again.error().sentence.contains(why));
        QCOMPARE(khaime.total, before);
        QCOMPARE(khaime.stateOf(lost.intentId), Intent::State::Unknown);
    }
};

TILLDECK_TEST(ResendRefundTest)

} // namespace resend_refund_test

#include "tst_resend_refund.moc"
