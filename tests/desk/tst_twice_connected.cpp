// SPDX-License-Identifier: GPL-3.0-or-later
// One account at a provider that is connected twice counts once.
#include "desk/bench.h"
#include "support/runner.h"

namespace twice_connected_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk::test;

class TwiceConnectedTest : public QObject
{
    Q_OBJECT

private slots:
    void oneAccountThatIsConnectedTwiceCountsOnce_data()
    {
        using enum accounts::ProviderKind;
        QTest::addColumn<accounts::ProviderKind>("provider");
        QTest::addColumn<QString>("otherId");
        QTest::addColumn<QString>("otherKey");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("rows");
        const QString key = u"sk_test_1"_s;
        QTest::newRow("the same") << PaymentKit << u"acc_1"_s << key << QString() << 1;
        QTest::newRow("another") << PaymentKit << u"acc_2"_s << key << QString() << 2;
        QTest::newRow("of whose ID nothing is known") << PaymentKit << QString() << key << QString() << 2;
        QTest::newRow("by its key") << Ikawaari << QString() << key << QString() << 1;
        QTest::newRow("by its key, at another address") << Khaime << QString() << key << u"/v2"_s << 1;
        QTest::newRow("with another key") << Ikawaari << QString() << u"sk_test_2"_s << QString() << 2;
    }
    void oneAccountThatIsConnectedTwiceCountsOnce()
    {
        QFETCH(const accounts::ProviderKind, provider);
        QFETCH(const QString, otherId);
        QFETCH(const QString, otherKey);
        QFETCH(const QString, path);
        QFETCH(const int, rows);
        Bench bench;
        const QString address = u"https://api.paymentkit.example"_s;
        const bool hasId = provider == accounts::ProviderKind::PaymentKit;
        const QString id = hasId ? u"acc_1"_s : QString();
        const QString one = bench.connectTo(u"pk"_s, address, id, u"sk_test_1"_s, provider);
        const QString two = bench.connectTo(u"pk2"_s, address + path, otherId, otherKey, provider);
        for (const QString &each : {one, two})
            QVERIFY(QCoro::waitFor(bench.desk->provider(each)));
        const auto twin = bench.desk->accounts().connectedAs(*bench.desk->accounts().byId(two));
        QCOMPARE(twin ? twin->id : QString(), rows == 1 ? one : QString());
        ledger::Ledger &ledger = bench.desk->ledger();
        checkout::Transaction payment(u"txn_1"_s, money::Money(2900, *money::Currency::fromCode(u"EUR")));
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = bench.now();
        for (const QString &id : {one, two}) {
            QVERIFY(ledger.mergeTransactions(id, {ledger::TransactionRecord(0, id, payment)}).result());
            ledger::SessionRecord session;
            session.session.id = u"cs_1"_s;
            session.createdAt = bench.now();
            session.accountId = id;
            if (id == two) {
                session.state = ledger::SessionRecord::State::Known;
                session.intentId = u"intent_1"_s;
                QVERIFY(ledger.put(session).result());
            } else {
                QVERIFY(ledger.merge(id, {session}).result());
            }
        }
        for (const QStringList &asked : {QStringList{one, two}, QStringList{two, one}}) {
            ledger::TransactionFilter payments;
            payments.accountIds = asked;
            QCOMPARE(ledger.countTransactions(payments).result().value(), rows);
            QCOMPARE(ledger.transactions(payments, {}, 10).result()->rows.size(), size_t(rows));
            ledger::SessionFilter sessions;
            sessions.accountIds = asked;
            sessions.now = bench.now();
            QCOMPARE(ledger.counts(sessions).result()->all, rows);
            // It is shown where it was created.
            const auto page = ledger.sessions(sessions, {}, 10).result();
            QCOMPARE(page->rows.size(), size_t(rows));
            if (rows == 1)
                QCOMPARE(page->rows.front().accountId, two);
        }
        // Each of them alone has it.
        for (const QString &id : {one, two}) {
            ledger::TransactionFilter payments;
            payments.accountIds = {id};
            QCOMPARE(ledger.countTransactions(payments).result().value(), 1);
        }
    }

    void paymentsOfOneNumberAreOneOnlyWhereAllIsTheSame_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("later");
        QTest::addColumn<int>("rows");
        QTest::newRow("the same") << qint64(2900) << u"EUR"_s << 0 << 1;
        QTest::newRow("another amount") << qint64(2901) << u"EUR"_s << 0 << 2;
        QTest::newRow("another currency") << qint64(2900) << u"GBP"_s << 0 << 2;
        QTest::newRow("another time") << qint64(2900) << u"EUR"_s << 1 << 2;
    }
    void paymentsOfOneNumberAreOneOnlyWhereAllIsTheSame()
    {
        QFETCH(const qint64, amount);
        QFETCH(const QString, currency);
        QFETCH(const int, later);
        QFETCH(const int, rows);
        Bench bench;
        const QString address = u"https://api.ikawaari.example"_s;
        const auto provider = accounts::ProviderKind::Ikawaari;
        const QString one = bench.connectTo(u"One"_s, address, {}, u"ik_test_1"_s, provider);
        const QString two = bench.connectTo(u"Two"_s, address, {}, u"ik_test_1"_s, provider);
        for (const QString &each : {one, two})
            QVERIFY(QCoro::waitFor(bench.desk->provider(each)));
        ledger::Ledger &ledger = bench.desk->ledger();
        const auto merge = [&](const QString &id, qint64 units, const QString &code, int seconds) {
            checkout::Transaction payment(u"1001"_s, money::Money(units, *money::Currency::fromCode(code)));
            payment.status = checkout::TransactionStatus::Succeeded;
            payment.createdAt = bench.now().addSecs(seconds);
            return ledger.mergeTransactions(id, {ledger::TransactionRecord(0, id, payment)}).result();
        };
        QVERIFY(merge(one, 2900, u"EUR"_s, 0));
        QVERIFY(merge(two, amount, currency, later));
        for (const QStringList &asked : {QStringList{one, two}, QStringList{two, one}}) {
            ledger::TransactionFilter payments;
            payments.accountIds = asked;
            QCOMPARE(ledger.countTransactions(payments).result().value(), rows);
            QCOMPARE(ledger.transactions(payments, {}, 10).result()->rows.size(), size_t(rows));
        }
    }

    void sessionsOfOneNumberAreOneOnlyWhereNothingTellsThemApart_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("later");
        QTest::addColumn<bool>("hasTimes");
        QTest::addColumn<int>("rows");
        QTest::newRow("the same") << qint64(2900) << u"EUR"_s << 0 << true << 1;
        QTest::newRow("another amount by now") << qint64(2901) << u"EUR"_s << 0 << true << 1;
        QTest::newRow("another currency") << qint64(2900) << u"GBP"_s << 0 << true << 2;
        QTest::newRow("another time") << qint64(2900) << u"EUR"_s << 1 << true << 2;
        QTest::newRow("without times") << qint64(2900) << u"EUR"_s << 0 << false << 1;
        QTest::newRow("another amount, without times") << qint64(2901) << u"EUR"_s << 0 << false << 2;
    }
    void sessionsOfOneNumberAreOneOnlyWhereNothingTellsThemApart()
    {
        QFETCH(const qint64, amount);
        QFETCH(const QString, currency);
        QFETCH(const int, later);
        QFETCH(const bool, hasTimes);
        QFETCH(const int, rows);
        Bench bench;
        const QString address = u"https://api.khaime.example"_s;
        const auto provider = accounts::ProviderKind::Khaime;
        const QString one = bench.connectTo(u"One"_s, address, {}, u"sk_test_1"_s, provider);
        const QString two = bench.connectTo(u"Two"_s, address, {}, u"sk_test_1"_s, provider);
        for (const QString &each : {one, two})
            QVERIFY(QCoro::waitFor(bench.desk->provider(each)));
        ledger::Ledger &ledger = bench.desk->ledger();
        const auto merge = [&](const QString &id, qint64 units, const QString &code, int seconds) {
            ledger::SessionRecord session;
            session.session.id = u"17"_s;
            session.session.amount = session.amount = money::Money(units, *money::Currency::fromCode(code));
            if (hasTimes)
                session.session.createdAt = bench.now().addSecs(seconds);
            session.createdAt = bench.now().addSecs(seconds);
            session.accountId = id;
            return ledger.merge(id, {session}).result();
        };
        QVERIFY(merge(one, 2900, u"EUR"_s, 0));
        QVERIFY(merge(two, amount, currency, later));
        for (const QStringList &asked : {QStringList{one, two}, QStringList{two, one}}) {
            ledger::SessionFilter sessions;
            sessions.accountIds = asked;
            sessions.now = bench.now();
            QCOMPARE(ledger.counts(sessions).result()->all, rows);
            QCOMPARE(ledger.sessions(sessions, {}, 10).result()->rows.size(), size_t(rows));
        }
    }
};

TILLDECK_TEST(TwiceConnectedTest)

} // namespace twice_connected_test

#include "tst_twice_connected.moc"
