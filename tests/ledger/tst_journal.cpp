// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal_bench.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

#include <QFile>

#include <sys/wait.h>
#include <unistd.h>

namespace journal_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using namespace tilldeck::test::journaled;

class JournalTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void anIntentIsOnTheDiskBeforeBeginAnswers()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent intent = begin(*journal);
        QCOMPARE(intent.id.size(), 32);
        QCOMPARE(intent.state, Intent::State::Open);
        QCOMPARE(readBeside(m_directory->filePath(u"journal.sqlite"_s), u"SELECT id FROM intent"_s), intent.id);
        QCOMPARE(got(journal->intent(intent.id)), intent);
        QVERIFY(begin(*journal).id != intent.id);
    }

    void anAnswerClosesItsIntentForGood()
    {
        auto journal = openJournal(m_directory->path());
        const Intent intent = begin(*journal);
        got(journal->close(intent.id, Intent::State::Confirmed, u"cs_1"_s, {}));
        // Told, and without effect.
        QVERIFY(!journal->close(intent.id, Intent::State::Unknown, {}, u"late"_s).result());
        journal.reset();
        journal = openJournal(m_directory->path());
        const auto stored = *got(journal->intent(intent.id));
        QCOMPARE(stored.state, Intent::State::Confirmed);
        QCOMPARE(stored.sessionId, u"cs_1"_s);
        QVERIFY(got(journal->unknown()).empty());
        QVERIFY(!journal->close(u"nobody"_s, Intent::State::Rejected, {}, {}).result());
    }

    void unknownIntentsAreListedOldestFirstUntilResolved()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent first = begin(*journal);
        const Intent second = begin(*journal);
        got(journal->close(second.id, Intent::State::Unknown, {}, u"no answer"_s));
        got(journal->close(first.id, Intent::State::Unknown, {}, u"no answer"_s));
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(2));
        QCOMPARE(unknown.front().id, first.id);
        QCOMPARE(unknown.front().note, u"no answer"_s);
        QCOMPARE(unknown.front().draft, draft());
        got(journal->close(first.id, Intent::State::Abandoned, {}, {}));
        QCOMPARE(got(journal->unknown()).size(), size_t(1));
    }

    void onlyAnUnknownOutcomeIsAbandoned_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<int>("after");
        using State = Intent::State;
        QTest::newRow("open") << int(State::Open) << false << int(State::Open);
        QTest::newRow("confirmed") << int(State::Confirmed) << false << int(State::Confirmed);
        QTest::newRow("rejected") << int(State::Rejected) << false << int(State::Rejected);
        QTest::newRow("unknown") << int(State::Unknown) << true << int(State::Abandoned);
        QTest::newRow("abandoned already") << int(State::Abandoned) << true << int(State::Abandoned);
        QTest::newRow("accepted") << int(State::Accepted) << true << int(State::Abandoned);
        QTest::newRow("failed later") << int(State::Failed) << true << int(State::Abandoned);
    }
    void onlyAnUnknownOutcomeIsAbandoned()
    {
        QFETCH(const int, state);
        QFETCH(const bool, allowed);
        QFETCH(const int, after);
        const auto journal = openJournal(m_directory->path());
        for (const Intent &intent : {begin(*journal), got(beginRefund(*journal, 1000))}) {
            if (state != int(Intent::State::Open))
                got(journal->close(intent.id, Intent::State(state), {}, u"first"_s));
            const auto abandoned = journal->abandon(u"a"_s, intent.kind, intent.id, u"second"_s).result();
            QCOMPARE(abandoned.has_value(), allowed);
            QVERIFY(allowed || abandoned.error().kind == checkout::ErrorKind::Rejected);
            QVERIFY(allowed || !abandoned.error().sentence.isEmpty());
            const auto stored = got(journal->intent(intent.id));
            QCOMPARE(int(stored->state), after);
            if (state != int(Intent::State::Open))
                QCOMPARE(stored->note, allowed && state != int(Intent::State::Abandoned) ? u"second"_s : u"first"_s);
        }
    }

    void anIntentIsFoundInItsAccountAndByItsKindOnly()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent creation = begin(*journal);
        got(journal->close(creation.id, Intent::State::Unknown, {}, {}));
        QCOMPARE(got(journal->intentOf(u"a"_s, Intent::Kind::Create, creation.id)).id, creation.id);
        const auto refused = [&](const QString &account, Intent::Kind kind, const QString &id) {
            const auto found = journal->intentOf(account, kind, id).result();
            const auto abandoned = journal->abandon(account, kind, id, {}).result();
            return !found && found.error().kind == checkout::ErrorKind::NotFound && !abandoned &&
                   abandoned.error().kind == checkout::ErrorKind::NotFound && !found.error().sentence.isEmpty();
        };
        QVERIFY(refused(u"b"_s, Intent::Kind::Create, creation.id));
        QVERIFY(refused(u"a"_s, Intent::Kind::Refund, creation.id));
        QVERIFY(refused(u"a"_s, Intent::Kind::Create, u"nobody"_s));
        QVERIFY(refused(u"a"_s, Intent::Kind::Create, {}));
        QCOMPARE(got(journal->intent(creation.id))->state, Intent::State::Unknown);
    }

    void twoProgramsDoNotDecideAboutOneIntentTwice()
    {
        const auto dashboard = openJournal(m_directory->path());
        const auto commandLine = openJournal(m_directory->path());
        for (int i = 0; i < 20; ++i) {
            const Intent refund = got(beginRefund(*dashboard, 100));
            got(dashboard->close(refund.id, Intent::State::Unknown, {}, {}));
            auto confirming = commandLine->close(refund.id, Intent::State::Confirmed, u"re_1"_s, {});
            auto abandoning = dashboard->abandon(u"a"_s, Intent::Kind::Refund, refund.id, {});
            got(confirming);
            const auto abandoned = abandoning.result();
            QVERIFY(abandoned || abandoned.error().kind == checkout::ErrorKind::Rejected);
            QCOMPARE(got(dashboard->intent(refund.id))->state, Intent::State::Confirmed);
        }
    }

    void anOpenIntentIsLeftAloneWhileItsProgramLives()
    {
        auto dashboard = openJournal(m_directory->path());
        const Intent intent = begin(*dashboard);
        const auto commandLine = openJournal(m_directory->path());
        QVERIFY(got(commandLine->unknown()).empty());
        QCOMPARE(got(commandLine->intent(intent.id))->state, Intent::State::Open);
        dashboard.reset();
        const auto later = openJournal(m_directory->path());
        const auto unknown = got(later->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().id, intent.id);
        QVERIFY(!unknown.front().note.isEmpty());
    }

    void anIntentOfAProgramThatWasKilledIsUnknown()
    {
        // A thread pool does not survive fork(): the child makes everything itself, and is killed where it stands.
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto journal = openJournal(m_directory->path());
            const QByteArray id = begin(*journal).id.toLatin1();
            (void)!write(ready[1], id.constData(), static_cast<size_t>(id.size()));
            pause();
        }
        QByteArray id(32, '\0');
        QCOMPARE(read(ready[0], id.data(), 32), 32);
        QVERIFY(got(openJournal(m_directory->path())->unknown()).empty());
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(ready[0]);
        close(ready[1]);
        const auto journal = openJournal(m_directory->path());
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().id, QString::fromLatin1(id));
        // Only the living leave a mark.
        QCOMPARE(QDir(m_directory->path()).entryList({u"journal-*.lock"_s}).size(), 1);
    }

    void theProvidersTimeOfAnIntentIsKept()
    {
        auto journal = openJournal(m_directory->path());
        const QDateTime there = noon().addSecs(-7200);
        const Intent creation = got(journal->begin(randomId(), u"a"_s, {}, draft(), noon(), noon().addSecs(60), there));
        const Intent refund = got(journal->beginRefund(randomId(), u"a"_s, {}, u"txn_1"_s, euros(100), euros(2900),
                                                       euros(0), noon(), noon().addSecs(60), there));
        const Intent without = begin(*journal);
        journal.reset();
        journal = openJournal(m_directory->path());
        QCOMPARE(got(journal->intent(creation.id))->providerOpenedAt, there);
        QCOMPARE(got(journal->intent(refund.id))->providerOpenedAt, there);
        QCOMPARE(got(journal->intent(refund.id))->openedAt, noon());
        QVERIFY(!got(journal->intent(without.id))->providerOpenedAt.isValid());
    }

    void aJournalOfTheFirstVersionIsTakenOver()
    {
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        for (const QString &statement :
             {u"CREATE TABLE intent (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account_id TEXT "
              u"NOT "
              "NULL, body_hash BLOB NOT NULL, draft TEXT NOT NULL, opened_at INTEGER NOT NULL, deadline_at INTEGER, "
              "state TEXT NOT NULL, session_id TEXT, note TEXT, owner TEXT NOT NULL)"_s,
              u"CREATE INDEX intent_by_state ON intent (state, key)"_s,
              u"INSERT INTO intent VALUES (1, 'i1', 'a', x'00', '{\"tilldeck_draft\":1,\"coupon_id\":\"c\"}', "
              "1776168000000, 1776168060000, 'unknown', NULL, 'no answer', 'gone')"_s,
              u"PRAGMA user_version = 1"_s})
            readBeside(path, statement);
        const auto journal = openJournal(m_directory->path());
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().kind, Intent::Kind::Create);
        QCOMPARE(unknown.front().draft.couponId, u"c"_s);
        QCOMPARE(got(beginRefund(*journal, 2900)).kind, Intent::Kind::Refund);
    }

    void aJournalOfAnEarlierVersionIsReadWhereItCannotBeWritten_data()
    {
        QTest::addColumn<int>("version");
        for (const int version : {1, 2, 3, 4, 5, 6, 7, 8})
            QTest::addRow("version %d", version) << version;
    }
    void aJournalOfAnEarlierVersionIsReadWhereItCannotBeWritten()
    {
        QFETCH(const int, version);
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        QStringList statements{
            u"CREATE TABLE intent (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account_id TEXT "
            "NOT NULL, body_hash BLOB NOT NULL, draft TEXT NOT NULL, opened_at INTEGER NOT NULL, deadline_at INTEGER, "
            "state TEXT NOT NULL, session_id TEXT, note TEXT, owner TEXT NOT NULL)"_s,
            u"CREATE INDEX intent_by_state ON intent (state, key)"_s,
            u"INSERT INTO intent (id, account_id, body_hash, draft, opened_at, deadline_at, state, note, owner) VALUES "
            "('i1', 'a', x'00', '{\"tilldeck_draft\":1,\"coupon_id\":\"c\"}', 1776168000000, 1776168060000, "
            "'unknown', 'no answer', 'gone')"_s};
        if (version > 1)
            statements << u"ALTER TABLE intent ADD COLUMN kind TEXT NOT NULL DEFAULT 'create'"_s
                       << u"ALTER TABLE intent ADD COLUMN transaction_id TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN amount INTEGER"_s
                       << u"ALTER TABLE intent ADD COLUMN currency TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN refunded_before INTEGER"_s
                       << u"CREATE INDEX intent_by_transaction ON intent (account_id, transaction_id)"_s;
        if (version > 2)
            statements << u"ALTER TABLE intent ADD COLUMN provider_opened_at INTEGER"_s;
        if (version > 3)
            statements << u"ALTER TABLE intent ADD COLUMN entry TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN batch_id TEXT"_s;
        if (version > 4)
            statements << u"ALTER TABLE intent ADD COLUMN listed_before TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN reason TEXT"_s;
        if (version > 5)
            statements << u"ALTER TABLE intent ADD COLUMN quote TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN key_mark BLOB"_s;
        if (version > 6)
            statements << u"ALTER TABLE intent ADD COLUMN handed_out TEXT"_s
                       << u"ALTER TABLE intent ADD COLUMN draft_id TEXT"_s;
        if (version > 7)
            statements << u"ALTER TABLE intent ADD COLUMN was_closed INTEGER"_s;
        statements << u"PRAGMA user_version = %1"_s.arg(version);
        for (const QString &statement : std::as_const(statements))
            readBeside(path, statement);
        const ReadOnlyFolder folder(m_directory->path());
        const auto journal = openJournal(m_directory->path());
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().draft.couponId, u"c"_s);
        QVERIFY(!journal->begin(randomId(), u"a"_s, {}, draft(), noon(), noon()).result());
        QCOMPARE(readBeside(path, u"PRAGMA user_version"_s), QString::number(version));
    }

    void aJournalOfTheSixthVersionIsTakenOverAndKeepsWhatIsHandedOutFromThenOn()
    {
        {
            const auto journal = openJournal(m_directory->path());
            got(journal->close(begin(*journal).id, Intent::State::Confirmed, u"cs_old"_s, {}));
        }
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        readBeside(path, u"ALTER TABLE intent DROP COLUMN handed_out"_s);
        readBeside(path, u"ALTER TABLE intent DROP COLUMN draft_id"_s);
        for (const QString &later :
             {u"was_closed"_s, u"ended_at"_s, u"provider_ended_at"_s, u"confirmed_at"_s, u"reported_amount"_s,
              u"failed_by_total"_s, u"source"_s, u"source_line"_s, u"remark"_s})
            readBeside(path, u"ALTER TABLE intent DROP COLUMN "_s + later);
        readBeside(path, u"PRAGMA user_version = 6"_s);

        const auto journal = openJournal(m_directory->path());
        const auto old = got(journal->confirmed(Intent::Kind::Create));
        QCOMPARE(old.size(), size_t(1));
        QCOMPARE(old.front().sessionId, u"cs_old"_s);
        QVERIFY(old.front().handedOut.isEmpty());
        const QString id = begin(*journal).id;
        checkout::Session session;
        session.secureToken = u"sec_1"_s;
        session.url = u"https://pay.example/1"_s;
        session.handover.clientSecret = u"pi_secret_1"_s;
        const HandedOut handedOut(session);
        got(journal->close(id, Intent::State::Unknown, u"cs_1"_s, {}, handedOut));
        // What is not said again stays.
        got(journal->close(id, Intent::State::Confirmed, u"cs_1"_s, {}));
        QCOMPARE(got(journal->intent(id))->handedOut, handedOut);

        QCOMPARE(got(journal->eraseHandedOut({u"of nobody"_s})), 0);
        QCOMPARE(got(journal->intent(id))->handedOut, handedOut);
        QCOMPARE(got(journal->eraseHandedOut({got(journal->intent(id))->accountId})), 1);
        QVERIFY(got(journal->intent(id))->handedOut.isEmpty());
        QCOMPARE(got(journal->intent(id))->sessionId, u"cs_1"_s);
    }

    void nothingIsBegunWhileItIsHeldBack()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent unknown = begin(*journal);
        got(journal->close(unknown.id, Intent::State::Unknown, {}, {}));
        const QString why = u"The files do not belong together."_s;
        journal->holdBack(why);
        const auto why1 = journal->begin(randomId(), u"a"_s, "1", draft(), noon(), noon()).result();
        const auto why2 =
            journal->beginOnce(randomId(), u"a"_s, "2", checkout::SessionDraft(), noon(), noon(), noon()).result();
        const auto why3 = journal->reopen(u"a"_s, Intent::Kind::Create, unknown.id, noon()).result();
        const auto why4 = beginRefund(*journal, 100).result();
        QVERIFY(!why1 && why1.error().sentence == why);
        QVERIFY(!why2 && why2.error().sentence == why);
        QVERIFY(!why3 && why3.error().sentence == why);
        QVERIFY(!why4 && why4.error().sentence == why);
        QCOMPARE(readBeside(m_directory->filePath(u"journal.sqlite"_s), u"SELECT count(*) FROM intent"_s), u"1"_s);
        QCOMPARE(got(journal->intent(unknown.id))->state, Intent::State::Unknown);

        journal->holdBack({});
        QVERIFY(!got(journal->beginOnce(randomId(), u"a"_s, "2", checkout::SessionDraft(), noon(), noon(), noon()))
                     .isEarlier);
        QCOMPARE(got(journal->reopen(u"a"_s, Intent::Kind::Create, unknown.id, noon())).id, unknown.id);
    }

    void aDamagedFileIsKeptAndNamed()
    {
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray rubbish(4096, 'x');
        file.write(rubbish);
        file.close();
        const auto journal = Journal::open(m_directory->path());
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, checkout::ErrorKind::Storage);
        QVERIFY(journal.error().sentence.contains(path));
        QVERIFY(journal.error().sentence.contains(u"Do not delete it"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), rubbish);
    }

    void aFileOfANewerProgramIsReadButNotWritten()
    {
        auto journal = openJournal(m_directory->path());
        const Intent intent = begin(*journal);
        journal.reset();
        readBeside(m_directory->filePath(u"journal.sqlite"_s), u"PRAGMA user_version = 99"_s);
        journal = openJournal(m_directory->path());
        QCOMPARE(got(journal->intent(intent.id))->state, Intent::State::Open);
        const auto refused = journal->begin(randomId(), u"a"_s, {}, draft(), noon(), noon()).result();
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.contains(u"newer"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(JournalTest)

} // namespace journal_test

#include "tst_journal.moc"
