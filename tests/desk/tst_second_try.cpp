// SPDX-License-Identifier: GPL-3.0-or-later
// An entry that failed does not prove that a refund was not made: the provider may have tried it once more, or may
// count it all the same.
#include "desk/abandon_refund.h"
#include "desk/counted_refunds.h"
#include "desk/match_refund.h"
#include "desk/refresh_account.h"
#include "desk/refund_lists.h"
#include "desk/resend_refund.h"
#include "support/runner.h"

#include <utility>

namespace second_try_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using Repeat = ledger::Journal::Repeat;
using Way = RefundLists::Way;

namespace {

constexpr int anHour = 3600;
constexpr int aDay = 86'400;

ledger::Intent stored(RefundLists &shop, const QString &intent)
{
    return **shop.bench.desk->journal().intent(intent).result();
}

/// Adds an entry as that of a second try, without a time when @p isUntimed.
void tryOnceMore(RefundLists &shop, const QString &word, bool isUntimed = false)
{
    shop.list(10'000, word);
    QJsonObject entry = shop.refunds.last().toObject();
    if (isUntimed)
        entry.remove(u"createdAt"_s);
    shop.refunds.replace(shop.refunds.size() - 1, entry);
}

/// Returns whether the next refund of the amount is refused as the same one as @p intent, and nothing is sent.
bool isAskedAbout(RefundLists &shop, const QString &intent)
{
    const int asked = shop.asked();
    shop.way = Way::Answers;
    const RefundOutcome next = shop.give(10'000, Repeat::Refuse);
    return next.end == End::Rejected && next.same && next.same->id == intent && shop.asked() == asked;
}

checkout::Result<RefundOutcome> resend(RefundLists &shop, const QString &intent)
{
    return QCoro::waitFor(resendRefund(shop.bench.desk.get(), shop.accountId, intent));
}

/// Returns whether it is offered to send the refund again.
bool isOfferedAgain(RefundLists &shop, const QString &intent)
{
    const auto outcome = QCoro::waitFor(openOutcome(shop.bench.desk.get(), intent));
    const auto &offers = (*outcome)->offers;
    const auto again = std::ranges::find(offers, OutcomeAction::SendAgain, &OutcomeOffer::action);
    return again != offers.end() && again->whyNot.isEmpty();
}

/// Returns how many of the entries that may be a refund did not fail.
qsizetype goodOnes(const std::vector<checkout::Refund> &candidates)
{
    return std::ranges::count_if(
        candidates, [](const checkout::Refund &entry) { return entry.status != checkout::RefundStatus::Failed; });
}

void addRowsOfWhatIsLeft()
{
    QTest::addColumn<QString>("word"); // of another entry; empty when there is none
    QTest::addColumn<bool>("isUntimed");
    QTest::addColumn<qint64>("total"); // -1: the provider says none
    QTest::newRow("another one was given back") << u"succeeded"_s << false << qint64(10'000);
    QTest::newRow("another one was given back, no total") << u"succeeded"_s << false << qint64(-1);
    QTest::newRow("another one was given back, without a time") << u"succeeded"_s << true << qint64(-1);
    QTest::newRow("another one is pending") << u"pending"_s << false << qint64(-1);
    QTest::newRow("another one has a word that is not known") << u"in_review"_s << false << qint64(-1);
    QTest::newRow("the total holds it") << QString() << false << qint64(10'000);
    QTest::newRow("the total holds it less a fee") << QString() << false << qint64(9'900);
}

} // namespace

class SecondTryTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostRefundIsLeftOpenBesideAnEntryThatFailed_data() { addRowsOfWhatIsLeft(); }
    void aLostRefundIsLeftOpenBesideAnEntryThatFailed()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, isUntimed);
        QFETCH(const qint64, total);
        RefundLists shop;
        shop.total = 0;
        shop.refresh();
        shop.way = Way::LosesTheAnswer;
        shop.word = u"failed"_s;
        const QString lost = shop.give(10'000).intentId;
        shop.pass(anHour);
        if (!word.isEmpty())
            tryOnceMore(shop, word, isUntimed);
        shop.total = total < 0 ? std::nullopt : std::optional(total);
        const auto looked = shop.reconcile(lost);
        QCOMPARE(looked.end, End::Unknown);
        QVERIFY(looked.isLeftOpen);
        QCOMPARE(goodOnes(looked.candidates), word.isEmpty() ? 0 : 1);
        QCOMPARE(stored(shop, lost).state, State::Unknown);
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        QVERIFY(isAskedAbout(shop, lost));
        const auto closed = QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost));
        QVERIFY2(!closed, "nothing proves that it was not given back");
    }

    void whatWasAskedForIsLeftOpenBesideAnEntryThatFailed_data() { addRowsOfWhatIsLeft(); }
    void whatWasAskedForIsLeftOpenBesideAnEntryThatFailed()
    {
        QFETCH(const QString, word);
        QFETCH(const bool, isUntimed);
        QFETCH(const qint64, total);
        RefundLists shop;
        shop.total = 0;
        shop.refresh();
        shop.lists = false; // the answer says no id
        const QString asked = shop.give(10'000).intentId;
        shop.list(10'000, u"failed"_s);
        shop.refresh();
        QCOMPARE(stored(shop, asked).state, State::Accepted);
        shop.pass(anHour);
        if (!word.isEmpty())
            tryOnceMore(shop, word, isUntimed);
        shop.total = total < 0 ? std::nullopt : std::optional(total);
        QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.accountId, {}, Depth::Full)));
        QCOMPARE(stored(shop, asked).state, State::Accepted);
        const auto looked = shop.reconcile(asked);
        QCOMPARE(looked.end, End::Accepted);
        QCOMPARE(goodOnes(looked.candidates), word.isEmpty() ? 0 : 1);
        QVERIFY(looked.error && looked.error->sentence.contains(u"nothing says which"_s));
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        QVERIFY(isAskedAbout(shop, asked));
    }

    void whatWasAskedForFailsByTheOnlyEntryOnceItIsOver()
    {
        RefundLists shop;
        shop.lists = false;
        const QString asked = shop.give(10'000).intentId;
        shop.list(10'000, u"failed"_s);
        // It may be the entry of another refund while this one may still be listed.
        QCOMPARE(shop.reconcile(asked).end, End::Accepted);
        shop.pass(anHour);
        QCOMPARE(shop.reconcile(asked).end, End::Rejected);
        QCOMPARE(stored(shop, asked).state, State::Failed);
        QCOMPARE(shop.left(), RefundLists::paid);
    }

    void aSecondTryAfterItFailedIsAQuestion_data()
    {
        QTest::addColumn<QString>("failedAs");
        QTest::addColumn<int>("triedAfter"); // 0: without a time
        QTest::addColumn<State>("before");
        for (const auto &[name, seconds] : {std::pair("an hour later", anHour), std::pair("three days later", 3 * aDay),
                                            std::pair("without a time", 0)}) {
            QTest::addRow("found by a look, %s", name) << u"lost"_s << seconds << State::Rejected;
            QTest::addRow("asked for, %s", name) << u"pending"_s << seconds << State::Failed;
            QTest::addRow("given back, %s", name) << u"succeeded"_s << seconds << State::Failed;
            QTest::addRow("taken note of, %s", name) << u"noted"_s << seconds << State::Abandoned;
        }
    }
    void aSecondTryAfterItFailedIsAQuestion()
    {
        QFETCH(const QString, failedAs);
        QFETCH(const int, triedAfter);
        QFETCH(const State, before);
        RefundLists shop;
        const bool isLost = failedAs == "lost"_L1;
        shop.way = isLost ? Way::LosesTheAnswer : Way::Answers;
        shop.word = isLost ? u"failed"_s : failedAs == "noted"_L1 ? u"pending"_s : failedAs;
        const QString refund = shop.give(10'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.pass(std::max(triedAfter, anHour));
        QCOMPARE(shop.reconcile(refund).end, End::Rejected);
        if (before == State::Abandoned)
            QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, refund)));
        QCOMPARE(stored(shop, refund).state, before);
        QCOMPARE(stored(shop, refund).sessionId, u"re_1"_s);
        QCOMPARE(shop.left(), RefundLists::paid);

        tryOnceMore(shop, u"succeeded"_s, triedAfter == 0);
        // The answer right before the next one says so.
        QVERIFY(isAskedAbout(shop, refund));
        QCOMPARE(stored(shop, refund).state, State::Unknown);
        QVERIFY2(
            stored(shop, refund)
                .note.contains(before == State::Abandoned ? u"after it was decided"_s : u"after this one had failed"_s),
            qPrintable(stored(shop, refund).note));
        QVERIFY(shop.left() <= RefundLists::paid - 10'000);
        const auto looked = shop.reconcile(refund);
        QCOMPARE(looked.end, End::Unknown);
        QCOMPARE(goodOnes(looked.candidates), 1);
        const auto matched = QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, refund, u"re_2"_s));
        QCOMPARE(matched.end, End::Confirmed);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void whatFailedBesideAnotherOneIsNeverSentAgain_data()
    {
        QTest::addColumn<bool>("isListed"); // still, when it is to be sent again
        QTest::newRow("the list shows both") << true;
        QTest::newRow("the list shows none of them any more") << false;
    }
    void whatFailedBesideAnotherOneIsNeverSentAgain()
    {
        QFETCH(const bool, isListed);
        RefundLists shop;
        const QString refund = shop.give(10'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.pass(60);
        tryOnceMore(shop, u"succeeded"_s);
        shop.refresh();
        QCOMPARE(shop.reconcile(refund).end, End::Unknown);
        QCOMPARE(stored(shop, refund).state, State::Unknown);
        shop.bench.restart();
        if (!isListed)
            shop.refunds = {};
        QVERIFY(!isOfferedAgain(shop, refund));
        const auto again = resend(shop, refund);
        QVERIFY(!again);
        QVERIFY2(again.error().sentence.contains(u"Nothing was sent again."), qPrintable(again.error().sentence));
        QCOMPARE(shop.asked(), 1);
        const auto reopened =
            shop.bench.desk->journal()
                .reopen(shop.accountId, ledger::Intent::Kind::Refund, refund, shop.bench.now(), ledger::KeyMark())
                .result();
        QVERIFY(!reopened);
    }

    void whatMayBeListedIsNotSentAgain_data()
    {
        QTest::addColumn<QStringList>("words"); // of the entries that may be it
        QTest::addColumn<qint64>("amount");     // of each; 0: the list does not say it
        QTest::addColumn<qint64>("total");      // -1: the provider says none
        QTest::newRow("one failed") << QStringList{u"failed"_s} << qint64(10'000) << qint64(-1);
        QTest::newRow("one failed, another was given back")
            << QStringList{u"failed"_s, u"succeeded"_s} << qint64(10'000) << qint64(-1);
        QTest::newRow("two were given back")
            << QStringList{u"succeeded"_s, u"succeeded"_s} << qint64(10'000) << qint64(-1);
        QTest::newRow("one of an amount that is not said") << QStringList{u"succeeded"_s} << qint64(0) << qint64(-1);
        QTest::newRow("none, and the total holds it") << QStringList() << qint64(0) << qint64(10'000);
        QTest::newRow("one of another amount, and the total holds both")
            << QStringList{u"succeeded"_s} << qint64(3'000) << qint64(13'000);
    }
    void whatMayBeListedIsNotSentAgain()
    {
        QFETCH(const QStringList, words);
        QFETCH(const qint64, amount);
        QFETCH(const qint64, total);
        RefundLists shop;
        shop.total = 0;
        shop.refresh();
        shop.way = Way::LosesTheAnswer;
        shop.lists = false;
        const QString lost = shop.give(10'000).intentId;
        shop.way = Way::Answers;
        for (const QString &word : words)
            shop.list(amount, word);
        shop.total = total < 0 ? std::nullopt : std::optional(total);
        const auto again = resend(shop, lost);
        QVERIFY(!again);
        QVERIFY2(again.error().sentence.contains(u"Nothing was sent again."), qPrintable(again.error().sentence));
        QVERIFY2(again.error().sentence.contains(u"may be this refund"), qPrintable(again.error().sentence));
        QCOMPARE(shop.asked(), 1);
        QVERIFY2(!isOfferedAgain(shop, lost), "what the list showed is known");
        shop.bench.restart();
        QVERIFY(!isOfferedAgain(shop, lost));
    }

    void aRefundOfAnotherAmountHoldsNothingUp_data()
    {
        QTest::addColumn<qint64>("amount"); // of the one that was made elsewhere
        QTest::addColumn<bool>("isInTotal");
        QTest::newRow("a smaller one") << qint64(3'000) << false;
        QTest::newRow("a larger one") << qint64(25'000) << false;
        QTest::newRow("a larger one, which the total holds") << qint64(25'000) << true;
    }
    void aRefundOfAnotherAmountHoldsNothingUp()
    {
        QFETCH(const qint64, amount);
        QFETCH(const bool, isInTotal);
        RefundLists shop;
        shop.total = 0;
        shop.refresh();
        shop.way = Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.way = Way::Answers;
        shop.list(amount);
        shop.total = isInTotal ? std::optional(amount) : std::nullopt;
        shop.refresh();
        QVERIFY(isOfferedAgain(shop, lost));
        const auto again = resend(shop, lost);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(shop.asked(), 2);
        QCOMPARE(again->end, End::Confirmed);
        // It is a question all the same whether it was made.
        QCOMPARE(shop.refunds.size(), 2);
    }

    void theRefundThatIsSentNextIsNotASecondTry()
    {
        RefundLists shop;
        shop.word = u"pending"_s;
        const QString failed = shop.give(10'000).intentId;
        shop.setStatus(0, u"failed"_s);
        shop.pass(anHour);
        shop.refresh();
        QCOMPARE(stored(shop, failed).state, State::Failed);
        shop.word = u"succeeded"_s;
        QCOMPARE(shop.give(10'000, Repeat::Refuse).end, End::Confirmed);
        shop.pass(anHour);
        QVERIFY(QCoro::waitFor(refreshAccount(shop.bench.desk.get(), shop.accountId, {}, Depth::Full)));
        QCOMPARE(stored(shop, failed).state, State::Failed);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
    }

    void theMerchantSaysThatItIsTheOneThatFailed()
    {
        RefundLists shop;
        shop.way = Way::LosesTheAnswer;
        shop.word = u"failed"_s;
        const QString lost = shop.give(10'000).intentId;
        shop.pass(anHour);
        tryOnceMore(shop, u"succeeded"_s);
        const auto match = [&](Unproven unproven) {
            return QCoro::waitFor(matchRefund(shop.bench.desk.get(), shop.accountId, lost, u"re_1"_s, unproven));
        };
        const auto asked = match(Unproven::Refuse);
        QCOMPARE(asked.end, End::Unknown);
        QVERIFY2(asked.error->sentence.contains(u"“re_2”"_s), qPrintable(asked.error->sentence));
        QCOMPARE(asked.candidates.size(), size_t(1));
        QCOMPARE(asked.candidates.front().id, u"re_2"_s);
        QCOMPARE(stored(shop, lost).state, State::Unknown);
        QCOMPARE(match(Unproven::Allow).end, End::Rejected);
        // It stays so, until there is another one.
        shop.refresh();
        QCOMPARE(stored(shop, lost).state, State::Rejected);
        QCOMPARE(shop.left(), RefundLists::paid - 10'000);
        tryOnceMore(shop, u"succeeded"_s);
        QVERIFY(isAskedAbout(shop, lost));
        QCOMPARE(stored(shop, lost).state, State::Unknown);
        // Nor is it one again that was decided as not given back.
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost, Unproven::Allow)));
        shop.refresh();
        QCOMPARE(stored(shop, lost).state, State::Abandoned);
    }

    void whatFailedInItsAnswerAndIsCountedLaterIsAQuestion()
    {
        Totals shop;
        shop.countsAtOnce = false;
        shop.word = u"failed"_s;
        QCOMPARE(shop.give(10'000).end, End::Rejected);
        const QString failed = shop.begun();
        QCOMPARE(shop.stateOf(failed), State::Rejected);
        shop.refresh();
        QCOMPARE(shop.stateOf(failed), State::Rejected);
        QCOMPARE(shop.left(), Totals::paid - Totals::elsewhere);
        shop.pass(anHour);
        shop.total += 10'000; // the provider's second try
        shop.word = u"processing"_s;
        const auto next = QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, Totals::paymentId(),
                                                       kobo(10'000), QString(), Repeat::Refuse));
        QCOMPARE(next.end, End::Rejected);
        QVERIFY2(next.same && next.same->id == failed, "it is the same refund once more");
        QCOMPARE(shop.sent, 1);
        QCOMPARE(shop.stateOf(failed), State::Unknown);
    }
};

TILLDECK_TEST(SecondTryTest)

} // namespace second_try_test

#include "tst_second_try.moc"
