// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that lists no refunds and reports a total: what the total proves of one that it has taken.
#include "desk/abandon_refund.h"
#include "desk/bench.h"
#include "desk/open_outcomes.h"
#include "desk/overview.h"
#include "desk/reconcile_refund.h"
#include "desk/refresh_account.h"
#include "desk/refresher.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "http/scripted_server.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace refund_totals_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using State = ledger::Intent::State;
using tilldeck::test::Refusing;

namespace {

constexpr qint64 paid = 100'000;
/// What was given back elsewhere before: less than any refund of these tests.
constexpr qint64 elsewhere = 500;
const QString paymentId = u"txn_1"_s;

money::Money kobo(qint64 units)
{
    return {units, *money::Currency::fromCode(u"NGN")};
}

/// One payment at a provider that takes each refund, counts it and says "processing" (Khaime).
class Totals
{
public:
    enum class Way { Answers, Refuses, LosesTheAnswer, NeverArrives };

    explicit Totals(qint64 before = elsewhere)
        : total(before)
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                return void(socket.write(http::test::answer(200, list(), http::test::dateHeader(serverNow))));
            const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
            const qint64 amount = QJsonDocument::fromJson(body).object().value(u"amount"_s).toInteger();
            if (way == Way::Refuses)
                return void(socket.write(http::test::answer(422, R"({"success":false,"error":"No"})")));
            if (way != Way::NeverArrives)
                total += amount;
            if (way != Way::Answers)
                return socket.disconnectFromHost();
            const QJsonObject refund{
                {u"refund_id"_s, u"ref_%1"_s.arg(++m_refunds)}, {u"amount"_s, amount}, {u"status"_s, word}};
            socket.write(http::test::answer(200, wrapped(refund), http::test::dateHeader(serverNow)));
        };
        accountId = bench.connectTo(u"Totals"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                    accounts::ProviderKind::Khaime);
        refresh();
    }

    RefundOutcome give(qint64 units)
    {
        serverNow = serverNow.addSecs(10);
        return QCoro::waitFor(refundPayment(bench.desk.get(), accountId, paymentId, kobo(units), QString(),
                                            ledger::Journal::Repeat::Allow));
    }
    RefundOutcome reconcile(const QString &intent)
    {
        return QCoro::waitFor(reconcileRefund(bench.desk.get(), accountId, intent));
    }
    void refresh()
    {
        serverNow = serverNow.addSecs(10);
        const auto done = QCoro::waitFor(refreshAccount(bench.desk.get(), accountId, {}, Depth::Incremental));
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
    }
    State stateOf(const QString &intent) const { return bench.desk->journal().intent(intent).result().value()->state; }
    qint64 left()
    {
        qint64 units = -1;
        (void)QCoro::waitFor(leftInto(bench.desk.get(), accountId, &units));
        return units;
    }
    /// Returns the id of the refund that was begun last.
    QString begun() { return bench.desk->journal().refundsOf(accountId, paymentId).result()->back().id; }
    size_t openOutcomes() { return QCoro::waitFor(desk::openOutcomes(bench.desk.get(), {accountId}))->size(); }
    size_t needAttention()
    {
        return QCoro::waitFor(overview(bench.desk.get(), {accountId}, 7, QTimeZone(QTimeZone::utc())))
            ->failedRefunds.size();
    }

    Bench bench;
    QString accountId;
    Way way = Way::Answers;
    qint64 total;
    QString word = u"processing"_s;
    QDateTime serverNow = QDateTime::fromString(u"2031-04-14T12:00:00Z"_s, Qt::ISODate);
    bool saysItsTotal = true;

private:
    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, paymentId);
        if (answer)
            *into = answer->minorUnits();
        co_return true;
    }

    static QByteArray wrapped(const QJsonObject &data)
    {
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }

    QByteArray list() const
    {
        QJsonObject item{{u"transaction_id"_s, paymentId},
                         {u"amount"_s, paid},
                         {u"currency"_s, u"NGN"_s},
                         {u"status"_s, u"completed"_s},
                         {u"created_at"_s, u"2031-04-14T11:00:00.000Z"_s}};
        if (saysItsTotal)
            item.insert(u"refunded_amount"_s, total);
        return wrapped({{u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}});
    }

    http::test::ScriptedServer m_server;
    int m_refunds = 0;
};

} // namespace

class RefundTotalsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundThatIsNotCountedAnyMoreNeedsAttention_data()
    {
        QTest::addColumn<bool>("inTheBackground");
        QTest::newRow("seen by a refresh of the account") << true;
        QTest::newRow("seen when it is asked about") << false;
    }
    void aRefundThatIsNotCountedAnyMoreNeedsAttention()
    {
        QFETCH(const bool, inTheBackground);
        Totals shop;
        const auto made = shop.give(1'300);
        QCOMPARE(made.end, End::Accepted);
        QVERIFY(!made.error);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        shop.bench.restart();
        shop.total = elsewhere;
        shop.serverNow = shop.serverNow.addSecs(30);
        if (inTheBackground)
            shop.refresh();
        const auto ended = shop.reconcile(made.intentId);
        QCOMPARE(ended.end, End::Rejected);
        QVERIFY2(ended.error->sentence.contains(u"no longer counts"_s), qPrintable(ended.error->sentence));
        QCOMPARE(shop.stateOf(made.intentId), State::Failed);
        QCOMPARE(shop.needAttention(), size_t(1));
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void aTotalThatHoldsTheRefundSaysOnlyThatItIsCounted()
    {
        Totals shop;
        const auto made = shop.give(1'300);
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"counts this refund in its total"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.stateOf(made.intentId), State::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
    }

    void aLostRefundThatTheTotalHoldsIsNotGivenBackYet_data()
    {
        QTest::addColumn<bool>("arrives");
        QTest::newRow("it was made") << true;
        QTest::newRow("an equal amount was given back elsewhere") << false;
    }
    void aLostRefundThatTheTotalHoldsIsNotGivenBackYet()
    {
        QFETCH(const bool, arrives);
        Totals shop;
        shop.way = arrives ? Totals::Way::LosesTheAnswer : Totals::Way::NeverArrives;
        const auto lost = shop.give(1'300);
        QCOMPARE(lost.end, End::Unknown);
        if (!arrives)
            shop.total += 1'300;
        const auto asked = shop.reconcile(lost.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"does not say whether the customer has the money"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.stateOf(lost.intentId), State::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        // It is not final: the merchant may learn that it was the other one.
        const auto noted = QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId));
        QVERIFY(noted.has_value());
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
    }

    void aLostRefundThatTheTotalHeldMayFailLater()
    {
        Totals shop;
        shop.way = Totals::Way::LosesTheAnswer;
        const auto lost = shop.give(1'300);
        QCOMPARE(shop.reconcile(lost.intentId).end, End::Accepted);
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
        shop.total = elsewhere;
        shop.refresh();
        QCOMPARE(shop.stateOf(lost.intentId), State::Failed);
        QCOMPARE(shop.needAttention(), size_t(1));
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void aTotalThatFollowsLateFreesNothing()
    {
        Totals shop;
        shop.saysItsTotal = false;
        const auto made = shop.give(1'300);
        shop.saysItsTotal = true;
        shop.total = elsewhere; // the list is behind
        shop.refresh();
        const auto asked = shop.reconcile(made.intentId);
        QCOMPARE(asked.end, End::Accepted);
        QVERIFY2(asked.error && asked.error->sentence.contains(u"does not count"_s),
                 asked.error ? qPrintable(asked.error->sentence) : "nothing is said");
        QCOMPARE(shop.left(), paid - elsewhere - 1'300);
    }

    void whatATotalLeavesOpenFreesNothing_data()
    {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<QList<qint64>>("given");
        QTest::addColumn<qint64>("after"); // given back elsewhere, after ours
        QTest::addColumn<qint64>("total");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("freed");
        using Given = QList<qint64>;
        const auto row = [](const char *name, qint64 before, const Given &given, qint64 after, qint64 total,
                            int seconds, int freed) {
            QTest::newRow(name) << before << given << after << total << seconds << freed;
        };
        row("the greater of two", elsewhere, {1'300, 700}, 0, elsewhere + 700, 30, 1);
        row("the smaller of two", elsewhere, {1'300, 700}, 0, elsewhere + 1'300, 30, 0);
        row("one of three, or the two others", 0, {1'300, 700, 600}, 0, 1'300, 30, 0);
        row("both", elsewhere, {1'300, 700}, 0, elsewhere, 30, 2);
        row("both of one amount", elsewhere, {1'300, 1'300}, 0, elsewhere, 30, 2);
        row("one of two of one amount", elsewhere, {1'300, 1'300}, 0, elsewhere + 1'300, 30, 0);
        row("less by another amount", 23'500, {1'300}, 0, 24'000, 30, 0);
        row("less by more", 23'500, {1'300}, 0, 20'000, 30, 0);
        row("more", elsewhere, {1'300}, 0, 26'000, 30, 0);
        row("an answer from before the refund", elsewhere, {1'300}, 0, elsewhere, -600, 0);
        row("an equal one from elsewhere, made after it", 0, {1'300}, 1'300, 1'300, 30, 0);
        row("an equal one from elsewhere, made before it", 1'300, {1'300}, 0, 1'300, 30, 0);
    }
    void whatATotalLeavesOpenFreesNothing()
    {
        QFETCH(const qint64, before);
        QFETCH(const qint64, after);
        QFETCH(const QList<qint64>, given);
        QFETCH(const qint64, total);
        QFETCH(const int, seconds);
        QFETCH(const int, freed);
        Totals shop(before);
        QStringList intents;
        for (const qint64 amount : given)
            intents << shop.give(amount).intentId;
        shop.total += after;
        shop.refresh();
        shop.total = total;
        shop.serverNow = shop.serverNow.addSecs(seconds);
        shop.refresh();
        int failed = 0;
        for (const QString &intent : intents)
            failed += shop.stateOf(intent) == State::Failed ? 1 : 0;
        QCOMPARE(failed, freed);
        QVERIFY(shop.left() <= paid - total);
    }

    void aRefundThatCannotBeKeptIsSaidToBeNotKept_data()
    {
        QTest::addColumn<QString>("word");
        QTest::newRow("asked for") << u"processing"_s;
        QTest::newRow("given back") << u"completed"_s;
    }
    void aRefundThatCannotBeKeptIsSaidToBeNotKept()
    {
        QFETCH(const QString, word);
        Totals shop;
        shop.word = word;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto outcome = shop.give(1'300);
        QCOMPARE(outcome.end, End::NotKept);
        QCOMPARE(outcome.error->kind, checkout::ErrorKind::Storage);
        QVERIFY2(outcome.error->sentence.contains(u"Do not refund it again"_s) &&
                     !outcome.error->sentence.contains(u"ry again"_s),
                 qPrintable(outcome.error->sentence));
        QVERIFY(shop.left() <= paid - elsewhere - 1'300);
        refusing.end();
        shop.bench.restart();
        QCOMPARE(shop.stateOf(outcome.intentId), State::Unknown);
        QVERIFY(shop.left() <= paid - elsewhere - 1'300);
    }

    void theEndOfARefundThatCouldNotBeWrittenIsWrittenWhileTheProgramRuns_data()
    {
        QTest::addColumn<Totals::Way>("way");
        QTest::addColumn<QString>("word");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("refundId");
        QTest::newRow("asked for") << Totals::Way::Answers << u"processing"_s << State::Accepted << u"ref_1"_s;
        QTest::newRow("given back") << Totals::Way::Answers << u"completed"_s << State::Confirmed << u"ref_1"_s;
        QTest::newRow("refused") << Totals::Way::Refuses << QString() << State::Rejected << QString();
        QTest::newRow("lost") << Totals::Way::LosesTheAnswer << QString() << State::Unknown << QString();
    }
    void theEndOfARefundThatCouldNotBeWrittenIsWrittenWhileTheProgramRuns()
    {
        QFETCH(const Totals::Way, way);
        QFETCH(const QString, word);
        QFETCH(const State, state);
        QFETCH(const QString, refundId);
        Totals shop;
        shop.way = way;
        shop.word = word;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto outcome = shop.give(1'300);
        const QString intent = shop.begun();
        QCOMPARE(shop.stateOf(intent), State::Open);
        QVERIFY(refundId.isEmpty() || outcome.error->sentence.contains(refundId));
        // Nobody waits for it any more, so it is not said to be under way.
        QCOMPARE(shop.openOutcomes(), size_t(state == State::Rejected ? 0 : 1));
        const auto asked = shop.reconcile(intent);
        QVERIFY2(!asked.error->sentence.contains(u"under way"_s), qPrintable(asked.error->sentence));
        refusing.end();

        CatalogCache catalogs(*shop.bench.desk);
        Refresher refresher(*shop.bench.desk, catalogs);
        refresher.start(std::chrono::milliseconds(20));
        QTRY_COMPARE(shop.stateOf(intent), state);
        QCOMPARE(shop.bench.desk->journal().intent(intent).result().value()->sessionId, refundId);
        QTRY_VERIFY(shop.bench.desk->unwrittenRefunds().isEmpty());
        QCOMPARE(shop.openOutcomes(), size_t(state == State::Unknown ? 1 : 0));
    }

    void aRefundWhoseEndCouldNotBeWrittenIsDecidedAsSoonAsTheJournalCanBeWritten()
    {
        Totals shop;
        shop.way = Totals::Way::NeverArrives;
        const Refusing refusing(shop.bench.dataDirectory() + u"/journal.sqlite"_s, u"UPDATE ON intent"_s);
        const auto lost = shop.give(1'300);
        QCOMPARE(lost.end, End::Unknown);
        const auto decide = [&shop, &lost] {
            return QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId)).has_value();
        };
        QVERIFY(!decide());
        refusing.end();
        QVERIFY(decide());
        QCOMPARE(shop.stateOf(lost.intentId), State::Abandoned);
        QCOMPARE(shop.left(), paid - elsewhere);
    }

    void nothingIsLeftOfWhatWasGivenBackInFull()
    {
        Totals shop;
        shop.word = u"completed"_s;
        QCOMPARE(shop.give(paid - elsewhere).end, End::Confirmed);
        for (const qint64 amount : {qint64(0), qint64(1)}) {
            const auto again = shop.give(amount);
            QCOMPARE(again.end, End::Rejected);
            QCOMPARE(again.error->kind, checkout::ErrorKind::InvalidInput);
            QVERIFY2(again.error->sentence.contains(u"Nothing of this payment can be given back"_s),
                     qPrintable(again.error->sentence));
        }
    }
};

TILLDECK_TEST(RefundTotalsTest)

} // namespace refund_totals_test

#include "tst_refund_totals.moc"
