// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger and journal know each other: a lost or exchanged file is told, and nothing is sent until the merchant decides.
#include "desk/bench.h"
#include "desk/create_coupon.h"
#include "desk/create_session.h"
#include "desk/expire_session.h"
#include "desk/refund_payment.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace storage_pair_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

/// A desk with one account at a provider that makes every session.
class Files
{
public:
    Files()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &) {
            const QByteArray number = QByteArray::number(server.requests().size());
            socket.write(http::test::answer(200, R"({"id":"cs_)" + number + R"(","secure_token":"sec_)" + number +
                                                     R"(","status":"open"})"));
        };
        account = bench.connectTo(u"Scripted"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    CreateOutcome create()
    {
        return QCoro::waitFor(createSession(bench.desk.get(), account, draft(), {}, std::nullopt));
    }

    qsizetype sent() { return server.requests().size(); }

    QString path(const QString &name) const { return bench.dataDirectory() + u'/' + name; }

    void remove(const QString &name) const
    {
        for (const QString &part : {name, name + u"-wal"_s, name + u"-shm"_s})
            QFile::remove(path(part));
    }

    void run(const QString &name, const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside the pair"_s);
            database.setDatabaseName(path(name));
            if (!database.open())
                qFatal("cannot open beside");
            for (const QString &statement : statements) {
                if (!QSqlQuery(database).exec(statement))
                    qFatal("cannot run: %s", qPrintable(statement));
            }
        }
        QSqlDatabase::removeDatabase(u"beside the pair"_s);
    }

    http::test::ScriptedServer server;
    Bench bench;
    QString account;
};

const QString ledgerName = u"ledger.sqlite"_s;
const QString journalName = u"journal.sqlite"_s;

} // namespace

class StoragePairTest : public QObject
{
    Q_OBJECT

private slots:
    void aFirstStartAndALaterOneSayNothing()
    {
        Files files;
        QVERIFY(files.bench.desk->storageTroubles().empty());
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
    }

    void aLostOrExchangedFileIsToldAndNothingIsSentUntilTheMerchantDecides_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("says");
        for (const QString &name : {ledgerName, journalName}) {
            for (const QString &how : {u"deleted"_s, u"emptied"_s})
                QTest::addRow("%s is %s", qPrintable(name), qPrintable(how)) << name << how << u"missing or empty"_s;
            for (const QString &how : {u"of another computer"_s, u"of a time before pairs"_s})
                QTest::addRow("%s is %s", qPrintable(name), qPrintable(how)) << name << how << u"belong together"_s;
        }
    }
    void aLostOrExchangedFileIsToldAndNothingIsSentUntilTheMerchantDecides()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, how);
        QFETCH(const QString, says);
        Files other;
        QCOMPARE(other.create().end, CreateOutcome::End::Confirmed);
        other.bench.desk.reset();
        Files files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        if (how == u"of a time before pairs"_s) {
            files.run(name, {u"DROP TABLE pair"_s, u"PRAGMA user_version = %1"_s.arg(name == ledgerName ? 6 : 2)});
        } else {
            files.remove(name);
            if (how == u"emptied"_s)
                QVERIFY(QFile(files.path(name)).open(QIODevice::WriteOnly));
            else if (how == u"of another computer"_s)
                QVERIFY(QFile::copy(other.path(name), files.path(name)));
        }

        for (int start = 0; start < 2; ++start) {
            files.bench.open();
            QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
            const QString sentence = files.bench.desk->storageTroubles().front().sentence;
            QVERIFY2(sentence.contains(says) && sentence.contains(name), qPrintable(sentence));
            const CreateOutcome refused = files.create();
            QCOMPARE(refused.end, CreateOutcome::End::Rejected);
            QCOMPARE(refused.error->kind, checkout::ErrorKind::Storage);
            QCOMPARE(refused.error->sentence, sentence);
            QPointer<Desk> desk = files.bench.desk.get();
            QVERIFY(!QCoro::waitFor(expireSession(desk, files.account, u"cs_1"_s)));
            QVERIFY(!QCoro::waitFor(createCoupon(desk, files.account, checkout::Coupon())));
            // Whoever goes past the desk is refused too.
            const auto begun = desk->journal().begin(files.account, {}, draft(), {}, {}).result();
            QVERIFY(!begun && begun.error().sentence == sentence);
            QCOMPARE(files.sent(), before);
            files.bench.desk.reset();
        }
        files.bench.open();
        QVERIFY(files.bench.desk->acceptFiles());
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.sent(), before + 1);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
    }

    void theRefundGuardIsNotForgottenWithoutAWord()
    {
        Files files;
        const auto currency = *money::Currency::fromCode(u"EUR");
        checkout::Transaction paid(u"txn_1"_s, money::Money(2900, currency));
        paid.status = checkout::TransactionStatus::Succeeded;
        paid.createdAt = files.bench.now();
        const ledger::TransactionRecord record(0, files.account, paid);
        QVERIFY(files.bench.desk->ledger().mergeTransactions(files.account, {record}).result());
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        const auto refused = QCoro::waitFor(
            refundPayment(files.bench.desk.get(), files.account, u"txn_1"_s, money::Money(2900, currency), QString()));
        QCOMPARE(refused.end, RefundOutcome::End::Rejected);
        QCOMPARE(refused.error->sentence, files.bench.desk->whyNoWrites());
        QCOMPARE(files.sent(), 0);
    }

    void filesOfBeforePairsBecomeOneWithoutAWord()
    {
        Files files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.run(ledgerName, {u"DROP TABLE pair"_s, u"PRAGMA user_version = 6"_s});
        files.run(journalName, {u"DROP TABLE pair"_s});
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
    }

    void aLedgerOfBeforePairsWithoutItsJournalIsTold()
    {
        Files files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.run(ledgerName, {u"DROP TABLE pair"_s, u"PRAGMA user_version = 6"_s});
        files.remove(journalName);
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
    }

    void aPairThatWasCutOffBetweenItsFilesIsCompleted()
    {
        Files files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.run(ledgerName, {u"DELETE FROM pair"_s});
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }
};

TILLDECK_TEST(StoragePairTest)

} // namespace storage_pair_test

#include "tst_storage_pair.moc"
