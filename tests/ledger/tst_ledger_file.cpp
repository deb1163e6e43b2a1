// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/file_lock.h"
#include "ledger/journal.h"
#include "ledger/random_id.h"
#include "ledger_fixture.h"
#include "support/older_ledger.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ledger_file_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

void runBeside(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open beside");
        for (const QString &statement : statements) {
            if (!QSqlQuery(database).exec(statement))
                qFatal("cannot run beside: %s", qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
}

uint modeOf(const QString &path)
{
    struct stat info = {};
    return stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777U : 0U;
}

} // namespace

class LedgerFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void nobodyElseMayReadTheFiles()
    {
        const mode_t before = umask(0);
        const QString directory = m_directory->filePath(u"made/for us"_s);
        const auto ledger = openLedger(directory);
        const auto journal = Journal::open(directory);
        umask(before);
        QVERIFY(journal);
        got(ledger->put(session(u"cs_1"_s)));
        got((*journal)->begin(randomId(), u"a"_s, {}, {}, noon(), noon()));
        QCOMPARE(modeOf(directory), 0700U);
        const QStringList files = QDir(directory).entryList(QDir::Files);
        for (const QString &name :
             {u"ledger.sqlite"_s, u"ledger.sqlite-wal"_s, u"ledger.sqlite-shm"_s, u"journal.sqlite"_s})
            QVERIFY2(files.contains(name), qPrintable(name));
        for (const QString &name : files)
            QVERIFY2(modeOf(directory + u'/' + name) == 0600U, qPrintable(name));
    }

    void aFileThatWasOpenToOthersIsClosedToThem()
    {
        openLedger(m_directory->path()).reset();
        const QString path = m_directory->filePath(u"ledger.sqlite"_s);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto ledger = openLedger(m_directory->path());
        QCOMPARE(modeOf(path), 0600U);
    }

    void twoProgramsWorkOnTheSameData()
    {
        const auto dashboard = openLedger(m_directory->path());
        const auto commandLine = openLedger(m_directory->path());
        std::vector<QFuture<checkout::Result<SessionRecord>>> writes;
        for (int i = 0; i < 40; ++i)
            writes.push_back((i % 2 == 0 ? dashboard : commandLine)->put(session(u"cs_%1"_s.arg(i / 2), i / 2)));
        for (auto &write : writes)
            got(write);
        QCOMPARE(got(dashboard->counts(allOf({u"a"_s}))).all, 20);
        QCOMPARE(got(commandLine->counts(allOf({u"a"_s}))).all, 20);
    }

    void noTwoProgramsWriteAtOnce_data()
    {
        QTest::addColumn<bool>("isKilled");
        QTest::newRow("the other one goes on") << false;
        QTest::newRow("the other one is killed") << true;
    }
    /// The other one is a process of its own.
    void noTwoProgramsWriteAtOnce()
    {
        QFETCH(const bool, isKilled);
        const auto ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        int toParent[2];
        int toChild[2];
        QVERIFY(pipe(toParent) == 0 && pipe(toChild) == 0);
        const QString lock = m_directory->filePath(u"ledger.lock"_s);
        const pid_t child = fork();
        if (child == 0) {
            // As a program does while it writes.
            auto turn = FileLock::take(lock);
            char word = turn ? 'y' : 'n';
            (void)!write(toParent[1], &word, 1);
            (void)!read(toChild[0], &word, 1);
            turn.reset();
            _exit(0);
        }
        QVERIFY(child > 0);
        char word = 0;
        QCOMPARE(read(toParent[0], &word, 1), ssize_t(1));
        QCOMPARE(word, 'y');
        // Reading waits for nobody.
        auto written = ledger->put(session(u"cs_1"_s));
        QCOMPARE(got(ledger->counts(allOf({u"a"_s}))).all, 0);
        QVERIFY(!QTest::qWaitFor([&written] { return written.isFinished(); }, 500));
        if (isKilled)
            QCOMPARE(::kill(child, SIGKILL), 0);
        else
            QCOMPARE(write(toChild[1], &word, 1), ssize_t(1));
        got(written);
        QCOMPARE(got(ledger->counts(allOf({u"a"_s}))).all, 1);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(bool(WIFSIGNALED(status)), isKilled);
        for (const int end : {toParent[0], toParent[1], toChild[0], toChild[1]})
            close(end);
    }

    void whatWasAskedForIsWrittenBeforeTheLedgerGoes()
    {
        auto ledger = openLedger(m_directory->path());
        for (int i = 0; i < 50; ++i)
            (void)ledger->put(session(u"cs_%1"_s.arg(i), i));
        ledger.reset();
        QCOMPARE(got(openLedger(m_directory->path())->counts(allOf({u"a"_s}))).all, 50);
    }

    void aFileOfTheFirstVersionIsTakenOver()
    {
        QFile old(QStringLiteral(TILLDECK_TEST_DIR "/ledger/data/version_1.sql"));
        QVERIFY(old.open(QIODevice::ReadOnly));
        const QStringList statements = QString::fromUtf8(old.readAll()).split(u";\n"_s, Qt::SkipEmptyParts);
        runBeside(m_directory->filePath(u"ledger.sqlite"_s), statements);

        auto ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        const auto row = *got(ledger->session(u"a"_s, u"cs_1"_s));
        QCOMPARE(row.session.secureToken, u"tok_secret"_s);
        QCOMPARE(row.amount, euros(2900));
        QCOMPARE(row.draft.couponId, u"coupon_1"_s);
        QCOMPARE(row.session.flow, QString());
        QCOMPARE(row.quote, std::nullopt);
        TransactionFilter payments;
        payments.accountIds = QStringList{u"a"_s};
        QCOMPARE(got(ledger->transactions(payments, {}, 10)).rows.front().transaction.amount, euros(2900));
        QCOMPARE(got(ledger->drafts({u"a"_s})).front().draft.promotionCode, u"SPRING20"_s);
        QCOMPARE(got(ledger->timeline(u"a"_s, u"cs_1"_s)).size(), 1U);

        // What is new is kept beside it, in old rows too.
        SessionRecord charge = row;
        charge.session.flow = u"shop.charge"_s;
        charge.checkedAt = row.checkedAt.addSecs(60);
        got(ledger->put(charge));
        got(ledger->put(session(u"cs_2"_s)));
        ledger.reset();
        ledger = openLedger(m_directory->path());
        QCOMPARE(got(ledger->session(u"a"_s, u"cs_1"_s)), charge);
        QCOMPARE(got(ledger->counts(allOf({u"a"_s}))).all, 2);
    }

    void aFileOfTheSecondVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        checkout::Transaction paid(u"txn_1"_s, euros(2900));
        paid.createdAt = noon();
        got(ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
        ledger.reset();
        makeLedgerOfVersion(m_directory->filePath(u"ledger.sqlite"_s), 2);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        QVERIFY(!got(ledger->transaction(u"a"_s, u"txn_1"_s))->transaction.refunds);
        paid.refunds = std::vector{checkout::Refund(u"re_1"_s, euros(100))};
        got(ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
        QCOMPARE(got(ledger->transaction(u"a"_s, u"txn_1"_s))->transaction.refunds, paid.refunds);
        QCOMPARE(got(ledger->saveFilter(SavedFilter())).id.isEmpty(), false);
    }

    void aFileOfTheThirdVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        SessionRecord paid = session(u"cs_1"_s);
        paid.session.transactionId = u"txn_1"_s;
        got(ledger->put(paid));
        ledger.reset();
        const QString file = m_directory->filePath(u"ledger.sqlite"_s);
        makeLedgerOfVersion(file, 3);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        QCOMPARE(got(ledger->sessionByTransaction(u"a"_s, u"txn_1"_s))->session.id, u"cs_1"_s);
        ledger.reset();
        // It fails where there is none.
        runBeside(file, {u"DROP INDEX session_by_transaction"_s});
    }

    void aFileOfTheFourthVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        checkout::Transaction paid(u"txn_1"_s, euros(2900));
        paid.createdAt = noon();
        got(ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
        ledger.reset();
        makeLedgerOfVersion(m_directory->filePath(u"ledger.sqlite"_s), 4);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        QVERIFY(got(ledger->transaction(u"a"_s, u"txn_1"_s))->transaction.paymentId.isEmpty());
        paid.paymentId = u"pi_1"_s;
        got(ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
        // A list that leaves it out takes nothing back.
        paid.paymentId.clear();
        got(ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
        QCOMPARE(got(ledger->transaction(u"a"_s, u"txn_1"_s))->transaction.paymentId, u"pi_1"_s);
    }

    void aFileOfTheSeventhVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        got(ledger->put(session(u"cs_1"_s)));
        ledger.reset();
        makeLedgerOfVersion(m_directory->filePath(u"ledger.sqlite"_s), 7);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        QVERIFY(got(ledger->knownAccounts()).empty());
        KnownAccount account{u"a"_s, u"paymentkit"_s, u"test"_s, u"https://api.paymentkit.com"_s, u"acc_1"_s, {}};
        got(ledger->noteAccounts({account}));
        account.mode = u"live"_s;
        got(ledger->noteAccounts({account}));
        QCOMPARE(got(ledger->knownAccounts()), std::vector{account});
        // What it was is kept when its rows go.
        got(ledger->removeAccount(u"a"_s));
        QCOMPARE(got(ledger->knownAccounts()).size(), size_t(1));
    }

    void aFileOfTheEighthVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        got(ledger->put(session(u"cs_1"_s)));
        ledger.reset();
        makeLedgerOfVersion(m_directory->filePath(u"ledger.sqlite"_s), 8);
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        QVERIFY(got(ledger->markedKeys()).empty());
        const std::vector<MarkedKey> keys{{u"a"_s, "one"}, {u"a"_s, "two"}, {u"b"_s, "one"}};
        got(ledger->noteKeys(keys));
        got(ledger->noteKeys({keys.back()}));
        got(ledger->removeAccount(u"a"_s));
        ledger.reset();
        ledger = openLedger(m_directory->path());
        QCOMPARE(got(ledger->markedKeys()), keys);
    }

    void aFileOfTheNinthVersionIsTakenOver()
    {
        auto ledger = openLedger(m_directory->path());
        ledger.reset();
        makeLedgerOfVersion(m_directory->filePath(u"ledger.sqlite"_s), 9);
        runBeside(m_directory->filePath(u"ledger.sqlite"_s),
                  {u"INSERT INTO account_key (account_id, mark) VALUES ('a', x'6f6e65')"_s});
        ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        // A key from before stays the account's.
        const std::vector<MarkedKey> before{{u"a"_s, "one", true}};
        QCOMPARE(got(ledger->markedKeys()), before);
        got(ledger->noteKeys({{u"a"_s, "two"}, {u"a"_s, "one"}}));
        const std::vector<MarkedKey> both{{u"a"_s, "one", true}, {u"a"_s, "two", false}};
        QCOMPARE(got(ledger->markedKeys()), both);
        // What was answered is not forgotten; what was not may be, and becomes answered once.
        got(ledger->noteKeys({{u"a"_s, "three", true}}, both));
        const std::vector<MarkedKey> answered{{u"a"_s, "one", true}, {u"a"_s, "three", true}};
        QCOMPARE(got(ledger->markedKeys()), answered);
    }

    void aFileOfANewerProgramIsReadOnly()
    {
        auto ledger = openLedger(m_directory->path());
        QCOMPARE(ledger->readOnlyReason(), QString());
        got(ledger->put(session(u"cs_1"_s)));
        ledger.reset();
        runBeside(m_directory->filePath(u"ledger.sqlite"_s), {u"PRAGMA user_version = 99"_s});
        ledger = openLedger(m_directory->path());
        QVERIFY(ledger->readOnlyReason().contains(u"newer"_s));
        QCOMPARE(idsOf(got(ledger->sessions(allOf({u"a"_s}), {}, 10)).rows), QStringList{u"cs_1"_s});
        QSignalSpy spy(ledger.get(), &Ledger::sessionsChanged);
        const auto put = ledger->put(session(u"cs_2"_s)).result();
        QVERIFY(!put);
        QCOMPARE(put.error().kind, checkout::ErrorKind::Storage);
        QCOMPARE(put.error().sentence, ledger->readOnlyReason());
        QVERIFY(!ledger->removeAccount(u"a"_s).result());
        QCOMPARE(got(ledger->counts(allOf({u"a"_s}))).all, 1);
        QCOMPARE(spy.count(), 0);
    }

    void aDamagedFileIsNamedWithAWayOut()
    {
        QFile file(m_directory->filePath(u"ledger.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto ledger = Ledger::open(m_directory->path());
        QVERIFY(!ledger);
        QCOMPARE(ledger.error().kind, checkout::ErrorKind::Storage);
        QVERIFY(ledger.error().sentence.contains(file.fileName()));
        QVERIFY(ledger.error().sentence.contains(u"ledger rebuild"_s));
        QVERIFY(!ledger.error().sentence.contains(u"only drafts are lost"_s));
        QCOMPARE(file.size(), 8192);
    }

    void aFolderThatCannotBeMadeIsNamed()
    {
        const auto ledger = Ledger::open(u"/proc/tilldeck"_s);
        QVERIFY(!ledger);
        QVERIFY(ledger.error().sentence.contains(u"/proc/tilldeck"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(LedgerFileTest)

} // namespace ledger_file_test

#include "tst_ledger_file.moc"
