// SPDX-License-Identifier: GPL-3.0-or-later
// Answers on payments that arrive in another order than they were asked for.
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace payment_order_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using checkout::SessionStatus;
using checkout::Transaction;
using Status = checkout::TransactionStatus;

namespace {

Transaction payment(Status status, const QString &word, std::optional<money::Money> refunded = {})
{
    Transaction transaction(u"txn_1"_s, euros(2900));
    transaction.createdAt = noon();
    transaction.status = status;
    transaction.rawStatus = word;
    transaction.refunded = refunded;
    return transaction;
}

} // namespace

class PaymentOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }
    void cleanup() { m_ledger.reset(); }

    void theAnswerThatWasAskedForLaterWins_data()
    {
        QTest::addColumn<Transaction>("first");
        QTest::addColumn<int>("firstMinute");
        QTest::addColumn<Transaction>("second");
        QTest::addColumn<int>("secondMinute");
        QTest::addColumn<QString>("word");
        const Transaction pending = payment(Status::Pending, u"pending"_s);
        const Transaction failed = payment(Status::Failed, u"failed"_s);
        const Transaction paid = payment(Status::Succeeded, u"paid"_s);
        const Transaction part = payment(Status::PartlyRefunded, u"part"_s, euros(500));
        const Transaction whole = payment(Status::Refunded, u"whole"_s, euros(2900));
        const Transaction disputed = payment(Status::Unrecognised, u"disputed"_s);
        QTest::newRow("in order") << pending << 1 << paid << 2 << u"paid"_s;
        QTest::newRow("an older failure") << paid << 2 << failed << 1 << u"paid"_s;
        QTest::newRow("a later failure") << paid << 1 << failed << 2 << u"failed"_s;
        QTest::newRow("an older part refund") << whole << 2 << part << 1 << u"whole"_s;
        QTest::newRow("an older payment without a refund") << part << 2 << paid << 1 << u"part"_s;
        QTest::newRow("an older refund, as a list without figures leaves it out")
            << paid << 2 << part << 1 << u"part"_s;
        QTest::newRow("an older word nobody knows") << paid << 2 << disputed << 1 << u"paid"_s;
        QTest::newRow("a later word nobody knows") << paid << 1 << disputed << 2 << u"disputed"_s;
        QTest::newRow("paid is not pending again") << paid << 1 << pending << 2 << u"paid"_s;
        QTest::newRow("refunded is not pending again") << whole << 1 << pending << 2 << u"whole"_s;
        QTest::newRow("paid, asked for before it was pending") << pending << 2 << paid << 1 << u"paid"_s;
        QTest::newRow("failed may be tried again") << failed << 1 << pending << 2 << u"pending"_s;
    }
    void theAnswerThatWasAskedForLaterWins()
    {
        QFETCH(const Transaction, first);
        QFETCH(const int, firstMinute);
        QFETCH(const Transaction, second);
        QFETCH(const int, secondMinute);
        QFETCH(const QString, word);
        merge(first, firstMinute);
        merge(second, secondMinute);
        QCOMPARE(stored().rawStatus, word);
    }

    void anOlderAnswerStillAddsWhatWasNotKnown()
    {
        merge(payment(Status::Succeeded, u"paid"_s), 2);
        Transaction older = payment(Status::Pending, u"pending"_s);
        older.gateway = u"paystack"_s;
        QCOMPARE(merge(older, 1), 1);
        QCOMPARE(stored().gateway, u"paystack"_s);
        QCOMPARE(stored().rawStatus, u"paid"_s);
    }

    void anAnswerThatRepeatsTheStoredOneIsNewerAllTheSame()
    {
        merge(payment(Status::Succeeded, u"paid"_s), 1);
        QCOMPARE(merge(payment(Status::Succeeded, u"paid"_s), 3), 0);
        merge(payment(Status::Failed, u"failed"_s), 2);
        QCOMPARE(stored().rawStatus, u"paid"_s);
        m_ledger.reset();
        m_ledger = openLedger(m_directory->path());
        merge(payment(Status::Failed, u"failed"_s), 2);
        QCOMPARE(stored().rawStatus, u"paid"_s);
    }

    void aSessionFollowsThePaymentAsItIsStored()
    {
        QSignalSpy spy(m_ledger.get(), &Ledger::sessionsChanged);
        SessionRecord charge = session(u"charge_1"_s);
        charge.customerLabel = u"Awa"_s;
        got(m_ledger->put(charge));
        QTRY_COMPARE(spy.count(), 1);
        const ApplyPayment apply = [](SessionRecord &record, const Transaction &transaction) {
            record.session.status =
                transaction.status == Status::Succeeded ? SessionStatus::Completed : SessionStatus::Failed;
            record.session.rawStatus = transaction.rawStatus;
        };
        Transaction paid = payment(Status::Succeeded, u"paid"_s);
        Transaction failed = payment(Status::Failed, u"failed"_s);
        paid.sessionId = failed.sessionId = u"charge_1"_s;
        got(m_ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}, at(2), apply));
        QTRY_COMPARE(spy.count(), 2);
        got(m_ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, failed)}, at(1), apply));
        const auto row = got(m_ledger->session(u"a"_s, u"charge_1"_s));
        QCOMPARE(row->session.status, SessionStatus::Completed);
        QCOMPARE(row->checkedAt, at(2));
        QCOMPARE(got(m_ledger->transaction(u"a"_s, u"txn_1"_s))->customerLabel, u"Awa"_s);
        const auto events = got(m_ledger->timeline(u"a"_s, u"charge_1"_s));
        QCOMPARE(events.size(), size_t(1));
        QCOMPARE(events.front().kind, TimelineEvent::Kind::StatusChanged);
        QCOMPARE(events.front().rawStatus, u"paid"_s);
        QCOMPARE(events.front().at, at(2));
    }

private:
    static QDateTime at(int minute) { return noon().addSecs(minute * 60); }

    int merge(const Transaction &transaction, int minute)
    {
        return got(m_ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, transaction)}, at(minute)));
    }

    Transaction stored() { return got(m_ledger->transaction(u"a"_s, u"txn_1"_s))->transaction; }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(PaymentOrderTest)

} // namespace payment_order_test

#include "tst_payment_order.moc"
