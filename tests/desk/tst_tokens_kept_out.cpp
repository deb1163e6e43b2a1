// SPDX-License-Identifier: GPL-3.0-or-later
// An account whose tokens are written to no file of this computer.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/keep_tokens_out.h"
#include "desk/refresh_session.h"
#include "desk/remove_account.h"
#include "desk/storage_bench.h"
#include "support/canaries.h"
#include "support/runner.h"

namespace tokens_kept_out_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using tilldeck::test::Canaries;

class TokensKeptOutTest : public QObject
{
    Q_OBJECT

private slots:
    void aTokenIsKnownUntilTheProgramEndsAndThenAskedForAgain()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, true)));
        const QString token = create(bench, id);
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token);
        QCOMPARE(listedFor(bench, id, token).size(), size_t(1));
        QCOMPARE(found(bench, token), QStringList());

        bench.restart();
        const ledger::SessionRecord row = bench.list(id).rows.front();
        QVERIFY(row.session.secureToken.isEmpty() && row.session.url.isEmpty());
        QCOMPARE(keptOut(row.session, *bench.desk->accounts().byId(id), bench.desk->capabilities(id)),
                 KeptOut::AskAgain);
        const auto asked = QCoro::waitFor(refreshSession(bench.desk.get(), id, row.session.id));
        QVERIFY(asked);
        QCOMPARE(asked->session.secureToken, token);
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token);
        QCOMPARE(found(bench, token), QStringList());
    }

    void tokensFromBeforeAreTakenOutOfTheFile()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const QString token = create(bench, id);
        QVERIFY(!found(bench, token).isEmpty());
        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, true)));
        QCOMPARE(found(bench, token), QStringList());
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token); // in this run it can be copied still
        QVERIFY(bench.desk->storageTroubles().empty());

        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, false)));
        bench.restart();
        QVERIFY(bench.list(id).rows.front().session.secureToken.isEmpty());
        QVERIFY(QCoro::waitFor(refreshSession(bench.desk.get(), id, bench.list(id).rows.front().session.id)));
        QVERIFY(!found(bench, token).isEmpty());
    }

    void anAccountThatIsRemovedLeavesNoTokenInJournalAndLedger()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const QString other = bench.connectTo(u"Other"_s, shop.account().baseUrl, u"acc_2"_s, u"sk_test_2"_s);
        const QString token = create(bench, id);
        ledger::SessionRecord kept;
        kept.accountId = other;
        kept.session.id = u"cs_other"_s;
        kept.session.secureToken = u"sec_of_the_other_account"_s;
        kept.createdAt = bench.now();
        QVERIFY(bench.desk->ledger().put(kept).result());
        for (const QString &file : {u"journal.sqlite"_s, u"ledger.sqlite"_s})
            QVERIFY2(found(bench, token).join(u' ').contains(file), qPrintable(file));
        QSignalSpy changed(&bench.desk->ledger(), &ledger::Ledger::sessionsChanged);
        QVERIFY(QCoro::waitFor(removeAccount(bench.desk.get(), id)));
        // In no free page either, and not in the log.
        QCOMPARE(found(bench, token), QStringList());
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(!found(bench, kept.session.secureToken).isEmpty());
        bench.restart();
        QCOMPARE(found(bench, token), QStringList());
        QCOMPARE(bench.list(other).rows.size(), size_t(1));
    }

    void anAccountStaysWhileItsTokensCannotBeTakenOutOfAFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ledger") << ledgerName;
        QTest::newRow("journal") << journalName;
    }
    void anAccountStaysWhileItsTokensCannotBeTakenOutOfAFile()
    {
        QFETCH(const QString, name);
        StorageBench files;
        const QString token = createdIn(files);
        const QByteArray whole = leaveToANewerProgram(files, name);
        const auto refused = QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, checkout::ErrorKind::Storage);
        QVERIFY2(refused.error().sentence.contains(name), qPrintable(refused.error().sentence));
        QVERIFY(files.bench.desk->accounts().byId(files.account));
        QVERIFY(QCoro::waitFor(files.bench.desk->keys().key(files.account)));

        takeBack(files, name, whole);
        QCOMPARE(files.listed().first.size(), 1);
        QVERIFY(QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account)));
        QVERIFY(!found(files.bench, token).join(u' ').contains(journalName));
    }

    /// The program has opened the file, and what it writes fails.
    void anAccountStaysWhereTheJournalCannotBeWrittenAtThatMoment()
    {
        StorageBench files;
        const QString token = createdIn(files);
        files.run(journalName,
                  {u"CREATE TRIGGER stuck BEFORE UPDATE ON intent BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s});
        QVERIFY(!QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account)));
        QVERIFY(files.bench.desk->accounts().byId(files.account));
        QCOMPARE(files.listed().first.size(), 1);
        files.run(journalName, {u"DROP TRIGGER stuck"_s});
        QVERIFY(QCoro::waitFor(removeAccount(files.bench.desk.get(), files.account)));
        QVERIFY(!found(files.bench, token).join(u' ').contains(journalName));
    }

    void aFileThatCannotBeWrittenIsNotSaidToHoldNoTokens_data()
    {
        anAccountStaysWhileItsTokensCannotBeTakenOutOfAFile_data();
    }
    void aFileThatCannotBeWrittenIsNotSaidToHoldNoTokens()
    {
        QFETCH(const QString, name);
        StorageBench files;
        const QString token = createdIn(files);
        const QByteArray whole = leaveToANewerProgram(files, name);
        const auto kept = QCoro::waitFor(keepTokensOut(files.bench.desk.get(), files.account, true));
        QVERIFY(!kept);
        QVERIFY2(kept.error().sentence.contains(name), qPrintable(kept.error().sentence));
        if (name == journalName) {
            QTRY_VERIFY(hasTokensTrouble(files));
            files.bench.restart();
            QTRY_VERIFY(hasTokensTrouble(files));
        }

        takeBack(files, name, whole);
        QTRY_COMPARE(found(files.bench, token), QStringList());
        QVERIFY(!hasTokensTrouble(files));
    }

    void copiesOfDamagedFilesAreNamed()
    {
        Bench bench;
        QCOMPARE(damagedCopies(bench.dataDirectory()), QStringList());
        const QString copy = bench.dataDirectory() + u"/journal-damaged-20260101T000000-1.sqlite"_s;
        QVERIFY(QFile(copy).open(QIODevice::WriteOnly));
        QCOMPARE(damagedCopies(bench.dataDirectory()), QStringList(copy));
    }

private:
    static QString createdIn(StorageBench &files)
    {
        files.server.onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(
                http::test::answer(200, R"({"id":"cs_1","secure_token":"sec_4f9c1e7ab2d84c06a3","status":"open"})"));
        };
        return files.create().record.session.secureToken;
    }

    /// Opens the desk with a file that it may only read. Returns the file as it was.
    static QByteArray leaveToANewerProgram(StorageBench &files, const QString &name)
    {
        files.bench.desk.reset();
        const QByteArray whole = files.read(name);
        files.run(name, {u"PRAGMA user_version = 99"_s});
        files.bench.open();
        return whole;
    }

    static void takeBack(StorageBench &files, const QString &name, const QByteArray &whole)
    {
        files.bench.desk.reset();
        files.write(name, whole);
        files.bench.open();
    }

    static bool hasTokensTrouble(const StorageBench &files)
    {
        const auto &troubles = files.bench.desk->storageTroubles();
        return std::ranges::find(troubles, StorageTrouble::Kind::Tokens, &StorageTrouble::kind) != troubles.end();
    }

    static QString create(Bench &bench, const QString &accountId)
    {
        const CreateOutcome created =
            QCoro::waitFor(createSession(bench.desk.get(), accountId, draft(), {}, std::nullopt));
        return created.record.session.secureToken;
    }

    static std::vector<ledger::SessionRecord> listedFor(Bench &bench, const QString &accountId, const QString &text)
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{accountId};
        filter.text = text;
        filter.now = bench.now();
        return bench.desk->ledger().sessions(filter, {}, 10).result().value().rows;
    }

    /// The files of this computer that hold @p token.
    static QStringList found(const Bench &bench, const QString &token)
    {
        Canaries canaries;
        canaries.add(u"token"_s, token);
        return canaries.hitsBelow(bench.dataDirectory());
    }
};

TILLDECK_TEST(TokensKeptOutTest)

} // namespace tokens_kept_out_test

#include "tst_tokens_kept_out.moc"
