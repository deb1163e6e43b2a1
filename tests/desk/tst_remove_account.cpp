// SPDX-License-Identifier: GPL-3.0-or-later
// Removing an account loses no unknown outcome and lets nothing be given back twice.
#include "desk/abandon_creation.h"
#include "desk/abandon_refund.h"
#include "desk/bench.h"
#include "desk/refundable_now.h"
#include "desk/remove_account.h"
#include "ledger/random_id.h"
#include "support/runner.h"

namespace remove_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

money::Money francs(qint64 amount)
{
    return {amount, *money::Currency::fromCode(u"XOF")};
}

const QString payment = u"txn_1"_s;

} // namespace

class RemoveAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_account = connectTo(u"Dakar"_s);
    }
    void cleanup() { m_bench.reset(); }

    void anAccountIsNotRemovedWhileItsOutcomesAreUnknown_data()
    {
        QTest::addColumn<bool>("isRefund");
        QTest::addColumn<bool>("isUnderWay");
        QTest::newRow("a creation") << false << false;
        QTest::newRow("a creation under way") << false << true;
        QTest::newRow("a refund") << true << false;
        QTest::newRow("a refund under way") << true << true;
    }
    void anAccountIsNotRemovedWhileItsOutcomesAreUnknown()
    {
        QFETCH(const bool, isRefund);
        QFETCH(const bool, isUnderWay);
        const Intent intent = isRefund ? refund(m_account, 100) : creation(m_account);
        if (!isUnderWay)
            close(intent, Intent::State::Unknown);
        const auto refused = QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY2(refused.error().sentence.contains(u"Dakar"_s), qPrintable(refused.error().sentence));
        QVERIFY(refused.error().details.contains(intent.id));
        QVERIFY(m_bench->desk->accounts().byId(m_account));
        QVERIFY(!QCoro::waitFor(checkRemovable(m_bench->desk.get(), m_account)));
        QCOMPARE(QCoro::waitFor(m_bench->desk->keys().key(m_account))->reveal(), u"ik_test_1"_s);

        close(intent, Intent::State::Unknown);
        const auto abandoned = QCoro::waitFor(isRefund ? abandonRefund(m_bench->desk.get(), m_account, intent.id)
                                                       : abandonCreation(m_bench->desk.get(), m_account, intent.id));
        QVERIFY(abandoned.has_value());
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
        QVERIFY(!m_bench->desk->accounts().byId(m_account));
    }

    void whatIsUnknownInAnotherAccountKeepsNone()
    {
        const QString other = connectTo(u"Thiès"_s, u"https://other.example"_s);
        close(creation(other), Intent::State::Unknown);
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
    }

    void anAccountThatIsConnectedAgainGivesNothingBackTwice()
    {
        pay(m_account);
        close(refund(m_account, 400), Intent::State::Confirmed);
        QCOMPARE(left(m_account), 600);
        const QString beside = connectTo(u"The same beside it"_s);
        pay(beside);
        QCOMPARE(left(beside), 600);
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
        const QString again = connectTo(u"Dakar"_s);
        pay(again);
        QCOMPARE(left(again), 600);
        QVERIFY(!journal()
                     .beginRefund(ledger::randomId(), again, "hash", payment, francs(601), francs(1000), francs(0),
                                  m_bench->now(), m_bench->now().addSecs(60))
                     .result());
        close(refund(beside, 600), Intent::State::Unknown);
        QCOMPARE(left(again), 0);

        // A payment of another provider may have the same ID.
        const QString other = connectTo(u"Thiès"_s, u"https://other.example"_s);
        pay(other);
        QCOMPARE(left(other), 1000);
        m_bench->restart();
        QCOMPARE(left(again), 0);
        QCOMPARE(left(other), 1000);
    }

private:
    QString connectTo(const QString &name, const QString &address = u"https://api.ikawaari.example"_s)
    {
        return m_bench->connectTo(name, address, QString(), u"ik_test_1"_s, accounts::ProviderKind::Ikawaari);
    }

    Intent creation(const QString &accountId) const
    {
        const QDateTime now = m_bench->now();
        return journal().begin(ledger::randomId(), accountId, "hash", draft(), now, now.addSecs(60)).result().value();
    }
    Intent refund(const QString &accountId, qint64 amount) const
    {
        const QDateTime now = m_bench->now();
        return journal()
            .beginRefund(ledger::randomId(), accountId, "hash", payment, francs(amount), francs(1000), francs(0), now,
                         now.addSecs(60))
            .result()
            .value();
    }
    void close(const Intent &intent, Intent::State state) const
    {
        (void)journal()
            .close(intent.id, state, state == Intent::State::Unknown ? QString() : u"re_1"_s, QString())
            .result();
    }

    void pay(const QString &accountId) const
    {
        checkout::Transaction transaction(payment, francs(1000));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = m_bench->now();
        const ledger::TransactionRecord record(0, accountId, transaction);
        (void)m_bench->desk->ledger().mergeTransactions(accountId, {record}).result();
    }

    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, payment);
        if (answer)
            *into = answer->minorUnits();
        co_return true;
    }
    qint64 left(const QString &accountId) const
    {
        qint64 amount = -1;
        (void)QCoro::waitFor(leftInto(m_bench->desk.get(), accountId, &amount));
        return amount;
    }

    ledger::Journal &journal() const { return m_bench->desk->journal(); }

    std::unique_ptr<Bench> m_bench;
    QString m_account;
};

TILLDECK_TEST(RemoveAccountTest)

} // namespace remove_account_test

#include "tst_remove_account.moc"
