// SPDX-License-Identifier: GPL-3.0-or-later
// A refund that is only asked for is in no sum of what was refunded, and each of its steps is kept.
#include "desk/abandon_refund.h"
#include "desk/confirm_refund.h"
#include "desk/counted_refunds.h"
#include "desk/export_transactions.h"
#include "desk/refund_history.h"
#include "ledger/asked_refunds.h"
#include "support/runner.h"

#include <QFile>

namespace asked_refunds_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using Step = RefundStep;
using Way = Totals::Way;

namespace {

/// Returns the status of the payment, what is refunded of it and what is asked for, as they are exported.
QByteArray exported(Totals &shop)
{
    const auto row = shop.bench.desk->ledger().transaction(shop.accountId, Totals::paymentId()).result();
    const QByteArray csv = exportTransactions({**row},
                                              {TransactionColumn::Status, TransactionColumn::Refunded,
                                               TransactionColumn::RefundAsked, TransactionColumn::RefundUnknown},
                                              {}, Csv(CsvReader::Programs));
    return csv.split('\n').value(1).trimmed();
}

ledger::CurrencyTotal sums(Totals &shop)
{
    ledger::TransactionFilter filter;
    filter.accountIds = {shop.accountId};
    return shop.bench.desk->ledger().totals(filter).result()->front();
}

std::vector<std::optional<Step>> stepsOf(Totals &shop, const QString &intent)
{
    const auto histories = QCoro::waitFor(refundHistories(shop.bench.desk.get(), shop.accountId, Totals::paymentId()));
    std::vector<std::optional<Step>> steps;
    for (const RefundHistory &history : *histories) {
        if (history.refund.id != intent)
            continue;
        for (const ledger::TimelineEvent &event : history.steps)
            steps.push_back(event.at.isValid() ? refundStepFrom(event) : std::nullopt);
    }
    return steps;
}

} // namespace

class AskedRefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsOnlyAskedForIsNotRefunded_data()
    {
        QTest::addColumn<qint64>("elsewhere");
        QTest::addColumn<bool>("countsAtOnce");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("givenBack");
        QTest::newRow("the total counts it")
            << qint64(0) << true << QByteArray("Refund asked for,0.00,13.00,") << QByteArray("Partly refunded,13.00,,");
        QTest::newRow("the total does not count it") << qint64(0) << false << QByteArray("Refund asked for,0.00,13.00,")
                                                     << QByteArray("Partly refunded,13.00,,");
        QTest::newRow("beside one that was made elsewhere")
            << qint64(500) << true << QByteArray("Partly refunded,5.00,13.00,")
            << QByteArray("Partly refunded,18.00,,");
    }
    void whatIsOnlyAskedForIsNotRefunded()
    {
        QFETCH(const qint64, elsewhere);
        QFETCH(const bool, countsAtOnce);
        QFETCH(const QByteArray, asked);
        QFETCH(const QByteArray, givenBack);
        Totals shop(elsewhere);
        shop.countsAtOnce = countsAtOnce;
        const auto made = shop.give(1'300);
        QCOMPARE(made.end, End::Accepted);
        for (const bool again : {false, true}) {
            if (again)
                shop.bench.restart();
            QCOMPARE(exported(shop), asked);
            QCOMPARE(sums(shop).refunded, elsewhere);
            QCOMPARE(sums(shop).asked, 1'300);
        }
        shop.total = elsewhere + 1'300;
        shop.refresh();
        QCOMPARE(sums(shop).refunded, elsewhere);
        QVERIFY(QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, made.intentId)));
        QTRY_COMPARE(exported(shop), givenBack);
        QCOMPARE(sums(shop).refunded, elsewhere + 1'300);
        QCOMPARE(sums(shop).asked, 0);
    }

    void whatIsOfUnknownOutcomeIsNotRefunded_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<qint64>("elsewhere");
        QTest::addColumn<QByteArray>("unknown");
        QTest::addColumn<QByteArray>("givenBack");
        QTest::newRow("the total counts it")
            << Way::LosesTheAnswer << qint64(0) << QByteArray("Refund of unknown outcome,0.00,,13.00")
            << QByteArray("Partly refunded,13.00,,");
        QTest::newRow("the total does not count it")
            << Way::NeverArrives << qint64(0) << QByteArray("Refund of unknown outcome,0.00,,13.00")
            << QByteArray("Succeeded,0.00,,");
        QTest::newRow("beside one that was made elsewhere")
            << Way::LosesTheAnswer << qint64(500) << QByteArray("Refund of unknown outcome,5.00,,13.00")
            << QByteArray("Partly refunded,18.00,,");
    }
    void whatIsOfUnknownOutcomeIsNotRefunded()
    {
        QFETCH(const Way, way);
        QFETCH(const qint64, elsewhere);
        QFETCH(const QByteArray, unknown);
        QFETCH(const QByteArray, givenBack);
        Totals shop(elsewhere);
        shop.way = way;
        const auto made = shop.give(1'300);
        QCOMPARE(made.end, End::Unknown);
        shop.refresh();
        for (const bool again : {false, true}) {
            if (again)
                shop.bench.restart();
            QCOMPARE(exported(shop), unknown);
            QCOMPARE(sums(shop).refunded, elsewhere);
            QCOMPARE(sums(shop).asked, 0);
            QCOMPARE(sums(shop).unknown, 1'300);
        }
        const bool isMade = way == Way::LosesTheAnswer;
        auto decision = isMade ? confirmRefund(shop.bench.desk.get(), shop.accountId, made.intentId, Unproven::Allow)
                               : abandonRefund(shop.bench.desk.get(), shop.accountId, made.intentId, Unproven::Allow);
        QVERIFY(QCoro::waitFor(std::move(decision)));
        QTRY_COMPARE(exported(shop), givenBack);
        QCOMPARE(sums(shop).refunded, elsewhere + (isMade ? 1'300 : 0));
        QCOMPARE(sums(shop).unknown, 0);
    }

    void whatIsGivenBackBesideAnUnknownOneIsRefunded()
    {
        Totals shop(0);
        shop.way = Way::LosesTheAnswer;
        QCOMPARE(shop.give(1'300).end, End::Unknown);
        shop.refresh();
        shop.way = Way::Answers;
        shop.word = u"completed"_s;
        QCOMPARE(shop.give(700).end, End::Confirmed);
        shop.refresh();
        QTRY_COMPARE(exported(shop), QByteArray("Refund of unknown outcome,7.00,,13.00"));
        QCOMPARE(sums(shop).refunded, 700);
        QCOMPARE(sums(shop).unknown, 1'300);
    }

    void aPaymentIsFoundByWhatIsKnownToBeGivenBack()
    {
        using Status = checkout::TransactionStatus;
        Totals shop(0);
        const auto found = [&shop](Status status) {
            ledger::TransactionFilter filter;
            filter.accountIds = {shop.accountId};
            filter.status = status;
            ledger::Ledger &ledger = shop.bench.desk->ledger();
            const auto rows = static_cast<qint64>(ledger.transactions(filter, {}, 10).result()->rows.size());
            return *ledger.countTransactions(filter).result() == rows ? rows : -1;
        };
        shop.way = Way::LosesTheAnswer;
        const QString intent = shop.give(1'300).intentId;
        shop.refresh();
        QTRY_COMPARE(found(Status::Succeeded), 1);
        QCOMPARE(found(Status::PartlyRefunded), 0);
        QVERIFY(QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, intent, Unproven::Allow)));
        QTRY_COMPARE(found(Status::PartlyRefunded), 1);
        QCOMPARE(found(Status::Succeeded), 0);
    }

    void eachStepOfARefundIsKeptWithItsTime()
    {
        using Steps = std::vector<std::optional<Step>>;
        Totals shop;
        const QString failed = shop.give(1'300).intentId;
        QTRY_COMPARE(stepsOf(shop, failed), Steps({Step::Asked, Step::Sent}));
        shop.total = Totals::elsewhere;
        shop.refresh();
        shop.refreshADayLater();
        QTRY_COMPARE(stepsOf(shop, failed), Steps({Step::Failed, Step::Asked, Step::Sent}));
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, failed)));
        QTRY_COMPARE(stepsOf(shop, failed), Steps({Step::Noted, Step::Failed, Step::Asked, Step::Sent}));

        shop.way = Way::LosesTheAnswer;
        const QString lost = shop.give(700).intentId;
        QCOMPARE(stepsOf(shop, lost), Steps({Step::Sent}));
        QCOMPARE(shop.reconcile(lost).end, End::Accepted);
        QTRY_COMPARE(stepsOf(shop, lost), Steps({Step::FoundAsked, Step::Sent}));
        QVERIFY(QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, lost)));
        QTRY_COMPARE(stepsOf(shop, lost), Steps({Step::DecidedGivenBack, Step::FoundAsked, Step::Sent}));

        shop.way = Way::Refuses;
        QCOMPARE(shop.give(600).end, End::Rejected);
        QTRY_COMPARE(stepsOf(shop, shop.begun()), Steps({Step::Refused, Step::Sent}));
        shop.bench.restart();
        QCOMPARE(stepsOf(shop, failed), Steps({Step::Noted, Step::Failed, Step::Asked, Step::Sent}));
    }

    void withoutTheJournalOnlyWhatTheLedgerKnowsNoEndOfIsUnknown()
    {
        using State = ledger::Intent::State;
        Totals shop;
        QList<std::pair<QString, State>> expected;
        const auto give = [&](Way way, const QString &word, qint64 amount, State state) {
            shop.way = way;
            shop.word = word;
            shop.refresh();
            (void)shop.give(amount);
            expected.emplaceBack(shop.begun(), state);
        };
        give(Way::Answers, u"completed"_s, 700, State::Confirmed);
        give(Way::Answers, u"processing"_s, 800, State::Accepted);
        give(Way::Refuses, {}, 900, State::Rejected);
        give(Way::LosesTheAnswer, {}, 1'000, State::Unknown);
        give(Way::NeverArrives, {}, 1'100, State::Abandoned);
        QVERIFY(QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, shop.begun(), Unproven::Allow)));
        QTRY_COMPARE(stepsOf(shop, shop.begun()).size(), size_t(2));
        shop.bench.desk.reset();
        QVERIFY(QFile::remove(shop.bench.dataDirectory() + u"/journal.sqlite"_s));
        shop.bench.open();
        QVERIFY(QCoro::waitFor(shop.bench.desk->acceptFiles()));
        for (const auto &[intent, state] : expected)
            QCOMPARE(shop.stateOf(intent), state);
        QCOMPARE(shop.bench.desk->journal().unknown(ledger::Intent::Kind::Refund).result()->size(), size_t(1));
        QVERIFY(shop.left() <= Totals::paid - Totals::elsewhere - 700 - 800 - 1'000);
    }

    void onlyOfARefundWithoutAnAnswerItIsSaidThatNoneCame_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<bool>("isAnswered");
        QTest::newRow("answered") << Way::Answers << true;
        QTest::newRow("lost") << Way::LosesTheAnswer << false;
    }
    void onlyOfARefundWithoutAnAnswerItIsSaidThatNoneCame()
    {
        QFETCH(const Way, way);
        QFETCH(const bool, isAnswered);
        Totals shop;
        shop.way = way;
        const QString intent = shop.give(1'300).intentId;
        const auto saysNoAnswer = [&] {
            const auto outcome = QCoro::waitFor(openOutcome(shop.bench.desk.get(), intent));
            return std::ranges::any_of((*outcome)->tried, [](const ledger::TimelineEvent &event) {
                return event.kind == ledger::TimelineEvent::Kind::OutcomeUnknown;
            });
        };
        QTRY_COMPARE(saysNoAnswer(), !isAnswered);
        (void)shop.reconcile(intent);
        QCOMPARE(shop.stateOf(intent), ledger::Intent::State::Accepted);
        QTRY_COMPARE(saysNoAnswer(), !isAnswered);
    }
};

TILLDECK_TEST(AskedRefundsTest)

} // namespace asked_refunds_test

#include "tst_asked_refunds.moc"
