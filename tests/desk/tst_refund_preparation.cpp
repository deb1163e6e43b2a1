// SPDX-License-Identifier: GPL-3.0-or-later
// What a refund needs to know is asked for before it is journaled: the intent stands for the send alone.
#include "desk/bench.h"
#include "desk/refresh_account.h"
#include "desk/refund_lists.h"
#include "desk/resend_refund.h"
#include "support/runner.h"

namespace refund_preparation_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

class RefundPreparationTest : public QObject
{
    Q_OBJECT

private slots:
    void thePaymentOfAChargeIsLookedForBeforeTheIntent_data()
    {
        QTest::addColumn<bool>("isFound");
        QTest::newRow("found") << true;
        QTest::newRow("not found") << false;
    }
    void thePaymentOfAChargeIsLookedForBeforeTheIntent()
    {
        QFETCH(bool, isFound);
        Bench bench;
        QString account;
        const QString charge = u"ch_1"_s;
        const auto journaled = [&] { return bench.desk->journal().refundsOf(account, charge).result()->size(); };
        QList<size_t> whenAsked;
        QList<size_t> whenSent;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                whenSent << journaled();
                socket.write(http::test::answer(201, R"({"id":"re_1","amount_atom":500,"status":"succeeded"})"));
                return;
            }
            whenAsked << journaled();
            const QByteArray payment = isFound ? "\"pi_1\"" : "null";
            socket.write(http::test::answer(
                200, R"({"items":[{"id":"ch_1","amount_atom":2900,"currency":"eur","status":"succeeded",)"
                     R"("payment_intent_id":)" +
                         payment + "}],\"total\":1}"));
        };
        account = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto currency = *money::Currency::fromCode(u"EUR");
        checkout::Transaction paid(charge, money::Money(2900, currency));
        paid.status = checkout::TransactionStatus::Succeeded;
        (void)bench.desk->ledger().mergeTransactions(account, {ledger::TransactionRecord(0, account, paid)}).result();

        const auto outcome =
            QCoro::waitFor(refundPayment(bench.desk.get(), account, charge, money::Money(500, currency), QString()));
        QVERIFY(!whenAsked.isEmpty());
        QCOMPARE(whenAsked.first(), size_t(0));
        QCOMPARE(whenSent, isFound ? QList<size_t>{1} : QList<size_t>{});
        QCOMPARE(outcome.end, isFound ? RefundOutcome::End::Confirmed : RefundOutcome::End::Rejected);
        QCOMPARE(journaled(), size_t(isFound ? 1 : 0));
    }

    /// The provider gives back by the id of the payment, so each row says that all of it is left.
    void aPaymentThatIsListedTwiceIsNotGivenBackTwice_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isSent");
        QTest::newRow("two rows that were paid") << QByteArray(R"("succeeded","payment_intent_id":"pi_1")") << false;
        QTest::newRow("an attempt that was declined") << QByteArray(R"("failed","payment_intent_id":"pi_1")") << true;
        QTest::newRow("another payment") << QByteArray(R"("succeeded","payment_intent_id":"pi_2")") << true;
    }
    void aPaymentThatIsListedTwiceIsNotGivenBackTwice()
    {
        QFETCH(QByteArray, other);
        QFETCH(bool, isSent);
        Bench bench;
        int sent = 0;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                ++sent;
                socket.write(http::test::answer(201, R"({"id":"re_1","amount_atom":500,"status":"succeeded"})"));
                return;
            }
            const QByteArray list =
                R"({"items":[{"id":"ch_1","amount_atom":2900,"currency":"eur","status":"succeeded",)"
                R"("payment_intent_id":"pi_1"},{"id":"ch_2","amount_atom":2900,"currency":"eur","status":)" +
                other + "}],\"total\":2}";
            socket.write(http::test::answer(200, list));
        };
        const QString account = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto currency = *money::Currency::fromCode(u"EUR");
        checkout::Transaction paid(u"ch_1"_s, money::Money(2900, currency));
        paid.status = checkout::TransactionStatus::Succeeded;
        (void)bench.desk->ledger().mergeTransactions(account, {ledger::TransactionRecord(0, account, paid)}).result();
        (void)QCoro::waitFor(refreshAccount(bench.desk.get(), account, {}, Depth::Incremental));

        const auto outcome =
            QCoro::waitFor(refundPayment(bench.desk.get(), account, u"ch_1"_s, money::Money(500, currency), QString()));
        QCOMPARE(outcome.end, isSent ? RefundOutcome::End::Confirmed : RefundOutcome::End::Rejected);
        QCOMPARE(sent, isSent ? 1 : 0);
        if (!isSent)
            QVERIFY2(outcome.error->sentence.contains("ch_2"_L1), qPrintable(outcome.error->sentence));
    }

    void ofTwoThatAreSentAgainAtOnceOneIsSent()
    {
        RefundLists shop;
        shop.way = RefundLists::Way::NeverArrives;
        const QString lost = shop.give(10'000).intentId;
        shop.way = RefundLists::Way::Answers;
        const int before = shop.asked();
        auto one = resendRefund(shop.bench.desk.get(), shop.accountId, lost);
        auto other = resendRefund(shop.bench.desk.get(), shop.accountId, lost);
        const auto first = QCoro::waitFor(std::move(one));
        const auto second = QCoro::waitFor(std::move(other));
        QVERIFY(first || second);
        // The other one may also have looked when the first was over.
        for (const auto &sent : {first, second})
            QVERIFY2(sent || sent.error().kind == checkout::ErrorKind::UnknownOutcome,
                     sent ? "" : qPrintable(sent.error().sentence));
        QCOMPARE(shop.asked(), before + 1);
    }
};

TILLDECK_TEST(RefundPreparationTest)

} // namespace refund_preparation_test

#include "tst_refund_preparation.moc"
