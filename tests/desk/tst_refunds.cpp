// SPDX-License-Identifier: GPL-3.0-or-later
// Money that is given back: never more than was paid, and never twice.
#include "desk/abandon_refund.h"
#include "desk/charge_server.h"
#include "desk/confirm_refund.h"
#include "desk/reconcile_refund.h"
#include "desk/refund_payment.h"
#include "desk/refundable_now.h"
#include "money/format.h"
#include "support/runner.h"

namespace refunds_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = RefundOutcome::End;
using ledger::Intent;

namespace {

constexpr qint64 paid = 1'440'000;
const QString transactionId = u"txn_charge_1"_s;

money::Money naira(qint64 kobo)
{
    return in(u"NGN"_s, kobo);
}

/// A provider with one payment of 14,400.00 NGN, of which it gives back what is asked for.
class RefundBench
{
public:
    enum class Way { Answers, Refuses, Fails, Drops, Holds };

    RefundBench()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                socket.write(http::test::answer(200, list()));
            else
                giveBack(socket, QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object());
        };
        accountId = bench.connectTo(u"RefundBench"_s, m_server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                    accounts::ProviderKind::Khaime);
        checkout::Transaction transaction(transactionId, naira(paid));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = bench.now();
        const ledger::TransactionRecord record(0, accountId, transaction);
        (void)bench.desk->ledger().mergeTransactions(accountId, {record}).result();
    }

    http::Task<RefundOutcome> begin(qint64 kobo)
    {
        return refundPayment(bench.desk.get(), accountId, transactionId, naira(kobo), u"too small"_s,
                             ledger::Journal::Repeat::Allow);
    }
    RefundOutcome give(qint64 kobo) { return QCoro::waitFor(begin(kobo)); }

    qint64 left()
    {
        qint64 minorUnits = -1;
        (void)QCoro::waitFor(leftInto(bench.desk.get(), accountId, &minorUnits, &m_heldBack));
        return minorUnits;
    }
    /// Says why left() is not more.
    QString heldBack()
    {
        (void)left();
        return m_heldBack;
    }

    int asked() const
    {
        int posts = 0;
        for (const QByteArray &request : m_server.requests())
            posts += request.startsWith("POST") ? 1 : 0;
        return posts;
    }

    ledger::TransactionRecord row()
    {
        return *bench.desk->ledger().transaction(accountId, transactionId).result().value();
    }

    std::vector<Intent> unknown() { return bench.desk->journal().unknown(Intent::Kind::Refund).result().value(); }

    void release()
    {
        for (const auto &[socket, body] : std::exchange(m_held, {})) {
            way = Way::Answers;
            if (socket)
                giveBack(*socket, body);
        }
    }
    bool isHolding() const { return !m_held.empty(); }

    Bench bench;
    QString accountId;
    Way way = Way::Answers;
    bool tells = true; ///< Whether the list follows at once.
    qint64 told = 0;

private:
    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into, QString *heldBack)
    {
        const auto answer = co_await refundableNow(desk, accountId, transactionId);
        if (answer) {
            *into = answer->left.minorUnits();
            *heldBack = answer->heldBack;
        }
        co_return true;
    }

    QByteArray list() const
    {
        QJsonObject item = payment(u"charge_1"_s, u"completed"_s);
        if (told > 0)
            item.insert(u"refunded_amount"_s, told);
        const QJsonObject data{
            {u"transactions"_s, QJsonArray{item}}, {u"total"_s, 1}, {u"limit"_s, 100}, {u"offset"_s, 0}};
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"data"_s, data}}).toJson(QJsonDocument::Compact);
    }

    void giveBack(QTcpSocket &socket, const QJsonObject &body)
    {
        const qint64 amount = body.value(u"amount"_s).toInteger();
        if (way == Way::Holds) {
            m_held.emplace_back(&socket, body);
            return;
        }
        if (way == Way::Refuses) {
            socket.write(http::test::answer(422, R"({"success":false,"error":"Not refundable"})"));
            return;
        }
        if (tells && way != Way::Fails)
            told += amount;
        if (way == Way::Drops) {
            socket.disconnectFromHost();
            return;
        }
        const QByteArray word = way == Way::Fails ? "failed" : "completed";
        socket.write(http::test::answer(
            200, "{\"success\":true,\"data\":{\"refund_id\":\"re_" + QByteArray::number(++m_refunds) +
                     "\",\"amount\":" + QByteArray::number(amount) + ",\"status\":\"" + word + "\"}}"));
    }

    http::test::ScriptedServer m_server;
    std::vector<std::pair<QPointer<QTcpSocket>, QJsonObject>> m_held;
    QString m_heldBack;
    int m_refunds = 0;
};

} // namespace

class RefundsTest : public QObject
{
    Q_OBJECT

private slots:
    void partOfItTwiceAndTheThirdIsRefused_data()
    {
        QTest::addColumn<bool>("tells");
        QTest::newRow("the provider's list follows at once") << true;
        QTest::newRow("the provider's list follows late") << false;
    }
    void partOfItTwiceAndTheThirdIsRefused()
    {
        QFETCH(bool, tells);
        RefundBench shop;
        shop.tells = tells;
        QCOMPARE(shop.left(), paid);
        const auto first = shop.give(600'000);
        QVERIFY2(first.end == End::Confirmed, first.error ? qPrintable(first.error->sentence) : "");
        QCOMPARE(first.refund->id, u"re_1"_s);
        QCOMPARE(first.refund->amount, naira(600'000));
        QCOMPARE(shop.give(600'000).end, End::Confirmed);
        const auto third = shop.give(600'000);
        QCOMPARE(third.end, End::Rejected);
        QCOMPARE(third.error->kind, checkout::ErrorKind::InvalidInput);
        QVERIFY(!third.error->sentence.isEmpty());
        QCOMPARE(shop.asked(), 2);
        QCOMPARE(shop.left(), 240'000);
        // The row says what the provider says, and nothing else.
        QCOMPARE(shop.row().transaction.refunded.has_value(), tells);
        QCOMPARE(shop.give(240'000).end, End::Confirmed);
        QCOMPARE(shop.left(), 0);
    }

    void twoTasksThatRaceNeverGiveBackMoreThanWasPaid()
    {
        RefundBench shop;
        shop.tells = false;
        auto one = shop.begin(1'000'000);
        auto other = shop.begin(1'000'000);
        const auto first = QCoro::waitFor(std::move(one));
        const auto second = QCoro::waitFor(std::move(other));
        QCOMPARE(int(first.end == End::Confirmed) + int(second.end == End::Confirmed), 1);
        QCOMPARE(int(first.end == End::Rejected) + int(second.end == End::Rejected), 1);
        QCOMPARE(shop.asked(), 1);
    }

    void twoProgramsThatRaceNeverGiveBackMoreThanWasPaid()
    {
        RefundBench shop;
        shop.tells = false;
        auto opened = Desk::open(shop.bench.dataDirectory());
        QVERIFY(opened.has_value());
        const std::unique_ptr<Desk> other = std::move(*opened);
        other->keys().keepForThisRun(shop.accountId, http::Secret(u"pk_sandbox_1"_s));
        auto here = shop.begin(1'000'000);
        auto there = refundPayment(other.get(), shop.accountId, transactionId, naira(1'000'000), QString());
        const auto first = QCoro::waitFor(std::move(here));
        const auto second = QCoro::waitFor(std::move(there));
        QCOMPARE(int(first.end == End::Confirmed) + int(second.end == End::Confirmed), 1);
        QCOMPARE(int(first.end == End::Rejected) + int(second.end == End::Rejected), 1);
        QCOMPARE(shop.asked(), 1);
    }

    void aLostAnswerIsUnknownAndBlocksItsAmount()
    {
        RefundBench shop;
        shop.way = RefundBench::Way::Drops;
        shop.tells = false;
        const auto lost = shop.give(1'000'000);
        QCOMPARE(lost.end, End::Unknown);
        QCOMPARE(shop.asked(), 1);
        QCOMPARE(shop.left(), paid - 1'000'000);
        QCOMPARE(shop.unknown().size(), size_t(1));
        shop.way = RefundBench::Way::Answers;
        QCOMPARE(shop.give(500'000).end, End::Rejected);
        QCOMPARE(shop.asked(), 1);
        // It is no session, and leaves the lists of sessions alone.
        shop.bench.restart();
        QVERIFY(shop.bench.list(shop.accountId).rows.empty());
        QCOMPARE(shop.left(), paid - 1'000'000);

        // A total that has not moved proves nothing.
        shop.bench.setNow(shop.bench.now().addSecs(7200));
        const auto looked = QCoro::waitFor(reconcileRefund(shop.bench.desk.get(), shop.accountId, lost.intentId));
        QCOMPARE(looked.end, End::Unknown);
        QVERIFY(!looked.error->sentence.isEmpty());
        const auto decide = [&shop, &lost](Unproven unproven) {
            return QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId, unproven));
        };
        QCOMPARE(decide(Unproven::Refuse).error().kind, checkout::ErrorKind::UnknownOutcome);
        QVERIFY(decide(Unproven::Allow).has_value());
        QCOMPARE(shop.left(), paid);
        QCOMPARE(shop.asked(), 1);
    }

    void aLostAnswerThatTheProvidersTotalHoldsIsAskedForAndNotGivenBack()
    {
        RefundBench shop;
        QCOMPARE(shop.give(100'000).end, End::Confirmed);
        QCOMPARE(shop.heldBack(), QString());
        shop.way = RefundBench::Way::Drops;
        const auto lost = shop.give(1'000'000);
        QCOMPARE(lost.end, End::Unknown);
        QVERIFY2(shop.heldBack().contains(money::format(naira(1'000'000), QLocale()) +
                                          u" is held back for refunds from here whose outcome is not known"_s),
                 qPrintable(shop.heldBack()));
        const auto looked = QCoro::waitFor(reconcileRefund(shop.bench.desk.get(), shop.accountId, lost.intentId));
        QCOMPARE(looked.end, End::Accepted);
        QCOMPARE(looked.refund->amount, naira(1'000'000));
        QVERIFY2(looked.error && looked.error->sentence.contains(u"does not say whether the customer has the money"_s),
                 looked.error ? qPrintable(looked.error->sentence) : "nothing is said");
        QVERIFY(shop.unknown().empty());
        // The total may hold another one of this amount, and not this one.
        QCOMPARE(shop.left(), 0);
        QCOMPARE(shop.row().transaction.refunded, naira(1'100'000));
        QCOMPARE(shop.asked(), 2);
        // The merchant, who can see it at the provider, has the last word.
        QVERIFY(QCoro::waitFor(confirmRefund(shop.bench.desk.get(), shop.accountId, lost.intentId)).has_value());
        QVERIFY(!QCoro::waitFor(abandonRefund(shop.bench.desk.get(), shop.accountId, lost.intentId)).has_value());
        QCOMPARE(shop.left(), 0);
        // One sentence says both: what the provider counts, and what is held back beside it.
        const QString both = u"Khaime counts %1 as given back in all. That may hold what was refunded from here, or an "
                             "equal refund that was made elsewhere, so %2 is held back beside it."_s;
        QVERIFY2(shop.heldBack().contains(
                     both.arg(money::format(naira(1'100'000), QLocale()), money::format(naira(1'000'000), QLocale()))),
                 qPrintable(shop.heldBack()));
        // No total lags behind for a day.
        shop.bench.setNow(shop.bench.now().addDays(1));
        QCOMPARE(shop.left(), paid - 1'100'000);
        QCOMPARE(shop.heldBack(), QString());
    }

    void anIdThatIsNoRefundOfTheAccountIsRefused()
    {
        RefundBench shop;
        shop.way = RefundBench::Way::Drops;
        shop.tells = false;
        const QString lost = shop.give(1'000'000).intentId;
        const int sent = shop.asked();
        const QList<std::pair<QString, QString>> wrong{
            {shop.accountId, u"nobody"_s}, {shop.accountId, QString()}, {u"another"_s, lost}};
        for (const auto &[account, id] : wrong) {
            const auto looked = QCoro::waitFor(reconcileRefund(shop.bench.desk.get(), account, id));
            QCOMPARE(looked.end, End::Rejected);
            QCOMPARE(looked.error->kind, checkout::ErrorKind::NotFound);
            QVERIFY2(looked.error->sentence.contains(u"Copy the ID"_s), qPrintable(looked.error->sentence));
            QVERIFY(!QCoro::waitFor(abandonRefund(shop.bench.desk.get(), account, id)));
        }
        QCOMPARE(shop.unknown().size(), size_t(1));
        QCOMPARE(shop.asked(), sent);
    }

    void aProgramThatEndsInBetweenLeavesTheRefundUnknown()
    {
        RefundBench shop;
        shop.way = RefundBench::Way::Holds;
        const auto running = shop.begin(1'000'000);
        QTRY_VERIFY(shop.isHolding());
        shop.bench.restart();
        const auto unknown = shop.unknown();
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().amount, naira(1'000'000));
        QCOMPARE(shop.left(), paid - 1'000'000);
        QVERIFY(shop.bench.list(shop.accountId).rows.empty());
        shop.way = RefundBench::Way::Answers;
        QCOMPARE(shop.give(500'000).end, End::Rejected);
        QCOMPARE(shop.asked(), 1);
    }

    void whatTheProviderRefusesIsFreeAgain_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("it says no") << int(RefundBench::Way::Refuses);
        QTest::newRow("it tried and could not") << int(RefundBench::Way::Fails);
    }
    void whatTheProviderRefusesIsFreeAgain()
    {
        QFETCH(int, way);
        RefundBench shop;
        shop.way = RefundBench::Way(way);
        const auto outcome = shop.give(1'000'000);
        QCOMPARE(outcome.end, End::Rejected);
        QVERIFY(!outcome.error->sentence.isEmpty());
        QVERIFY(shop.unknown().empty());
        QCOMPARE(shop.left(), paid);
    }

    void aPaymentThatWasNotTakenIsNotGivenBack()
    {
        RefundBench shop;
        checkout::Transaction declined(u"txn_declined"_s, naira(paid));
        declined.status = checkout::TransactionStatus::Failed;
        const ledger::TransactionRecord record(0, shop.accountId, declined);
        (void)shop.bench.desk->ledger().mergeTransactions(shop.accountId, {record}).result();
        for (const QString &id : {u"txn_declined"_s, u"txn_nobody"_s}) {
            const auto outcome =
                QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, id, naira(1), QString()));
            QCOMPARE(outcome.end, End::Rejected);
        }
        QCOMPARE(shop.asked(), 0);
    }

    void whyNothingCanBeGivenBackIsSaidAsItIs_data()
    {
        QTest::addColumn<checkout::TransactionStatus>("status");
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("said");
        using Status = checkout::TransactionStatus;
        QTest::newRow("it failed") << Status::Failed << paid << u"was not paid"_s;
        QTest::newRow("a word that is not known")
            << Status::Unrecognised << paid << u"“disputed”, and it is not known what that means"_s;
        QTest::newRow("a coupon of 100 %") << Status::Succeeded << qint64(0) << u"Nothing was paid"_s;
    }
    void whyNothingCanBeGivenBackIsSaidAsItIs()
    {
        QFETCH(const checkout::TransactionStatus, status);
        QFETCH(const qint64, amount);
        QFETCH(const QString, said);
        RefundBench shop;
        checkout::Transaction payment(u"txn_other"_s, naira(amount));
        payment.status = status;
        payment.rawStatus = u"disputed"_s;
        const ledger::TransactionRecord record(0, shop.accountId, payment);
        (void)shop.bench.desk->ledger().mergeTransactions(shop.accountId, {record}).result();
        const auto outcome =
            QCoro::waitFor(refundPayment(shop.bench.desk.get(), shop.accountId, payment.id, naira(1), QString()));
        QCOMPARE(outcome.end, End::Rejected);
        QVERIFY2(outcome.error->sentence.contains(said), qPrintable(outcome.error->sentence));
        QCOMPARE(shop.asked(), 0);
    }
};

TILLDECK_TEST(RefundsTest)

} // namespace refunds_test

#include "tst_refunds.moc"
