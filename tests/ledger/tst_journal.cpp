// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sys/wait.h>
#include <unistd.h>

namespace journal_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

std::unique_ptr<Journal> openJournal(const QString &directory)
{
    auto journal = Journal::open(directory);
    if (!journal)
        qFatal("%s (%s)", qPrintable(journal.error().sentence), qPrintable(journal.error().details));
    return std::move(*journal);
}

checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.lineItems = {checkout::LineItem(u"price_1"_s, 3)};
    return draft;
}

Intent begin(Journal &journal)
{
    return got(journal.begin(u"a"_s, QByteArray("\0\xff", 2), draft(), noon(), noon().addSecs(60)));
}

/// Of a payment of 29.00, of which the provider told TOLD as given back.
QFuture<checkout::Result<Intent>> beginRefund(Journal &journal, qint64 cents, qint64 told = 0)
{
    return journal.beginRefund(u"a"_s, {}, u"txn_1"_s, euros(cents), euros(2900), euros(told), noon(),
                               noon().addSecs(60));
}

/// What another program would read from FILE at this moment.
QString readBeside(const QString &file, const QString &statement)
{
    QString value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open beside");
        QSqlQuery query(statement, database);
        value = query.next() ? query.value(0).toString() : QString();
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
    return value;
}

} // namespace

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

    void whatTheProviderHasTakenIsNotUndoneByASlowerPath_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("allowed");
        using State = Intent::State;
        QTest::newRow("accepted, then unknown") << int(State::Accepted) << int(State::Unknown) << false;
        QTest::newRow("accepted, then refused") << int(State::Accepted) << int(State::Rejected) << false;
        QTest::newRow("accepted, then given back") << int(State::Accepted) << int(State::Confirmed) << true;
        QTest::newRow("accepted, then failed") << int(State::Accepted) << int(State::Failed) << true;
        QTest::newRow("failed, then accepted") << int(State::Failed) << int(State::Accepted) << false;
        QTest::newRow("given back, then failed") << int(State::Confirmed) << int(State::Failed) << false;
        QTest::newRow("unknown, then accepted") << int(State::Unknown) << int(State::Accepted) << true;
    }
    void whatTheProviderHasTakenIsNotUndoneByASlowerPath()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const bool, allowed);
        const auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        got(journal->close(refund.id, Intent::State(from), {}, u"first"_s));
        const auto closed = journal->close(refund.id, Intent::State(to), {}, u"second"_s).result();
        QCOMPARE(closed.has_value(), allowed);
        QVERIFY(allowed || !closed.error().sentence.isEmpty());
        const auto stored = got(journal->intent(refund.id));
        QCOMPARE(int(stored->state), allowed ? to : from);
        QCOMPARE(stored->note, allowed ? u"second"_s : u"first"_s);
        QCOMPARE(got(journal->refundsIn(Intent::State(to))).size(), size_t(allowed ? 1 : 0));
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
        const Intent creation = got(journal->begin(u"a"_s, {}, draft(), noon(), noon().addSecs(60), there));
        const Intent refund = got(journal->beginRefund(u"a"_s, {}, u"txn_1"_s, euros(100), euros(2900), euros(0),
                                                       noon(), noon().addSecs(60), there));
        const Intent without = begin(*journal);
        journal.reset();
        journal = openJournal(m_directory->path());
        QCOMPARE(got(journal->intent(creation.id))->providerOpenedAt, there);
        QCOMPARE(got(journal->intent(refund.id))->providerOpenedAt, there);
        QCOMPARE(got(journal->intent(refund.id))->openedAt, noon());
        QVERIFY(!got(journal->intent(without.id))->providerOpenedAt.isValid());
    }

    void aRefundIsAnIntentOfItsOwnKind()
    {
        auto journal = openJournal(m_directory->path());
        const Intent refund = got(beginRefund(*journal, 1000));
        QCOMPARE(refund.kind, Intent::Kind::Refund);
        journal.reset();
        journal = openJournal(m_directory->path());
        const auto stored = *got(journal->intent(refund.id));
        QCOMPARE(stored.amount, euros(1000));
        QCOMPARE(stored.transactionId, u"txn_1"_s);
        QCOMPARE(stored.state, Intent::State::Unknown);
        QVERIFY(got(journal->unknown()).empty());
        QCOMPARE(got(journal->unknown(Intent::Kind::Refund)).size(), size_t(1));
        QCOMPARE(got(journal->refundsOf(u"a"_s, u"txn_1"_s)).size(), size_t(1));
        QVERIFY(got(journal->refundsOf(u"b"_s, u"txn_1"_s)).empty());
    }

    void neverMoreThanWasPaidIsGivenBack_data()
    {
        QTest::addColumn<QList<int>>("states"); // of refunds of 10.00 each, of 29.00
        QTest::addColumn<int>("told");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("allowed");
        constexpr int open = int(Intent::State::Open);
        constexpr int confirmed = int(Intent::State::Confirmed);
        constexpr int rejected = int(Intent::State::Rejected);
        constexpr int unknown = int(Intent::State::Unknown);
        constexpr int abandoned = int(Intent::State::Abandoned);
        using States = QList<int>;
        QTest::newRow("all of it") << States{} << 0 << 2900 << true;
        QTest::newRow("more than was paid") << States{} << 0 << 2901 << false;
        QTest::newRow("nothing") << States{} << 0 << 0 << false;
        QTest::newRow("less than nothing") << States{} << 0 << -100 << false;
        QTest::newRow("the rest of what the provider told") << States{} << 1000 << 1900 << true;
        QTest::newRow("above what the provider told") << States{} << 1000 << 1901 << false;
        QTest::newRow("the rest beside one under way") << States{open} << 0 << 1900 << true;
        QTest::newRow("above the rest beside one under way") << States{open} << 0 << 1901 << false;
        QTest::newRow("above the rest beside an unknown one") << States{unknown} << 0 << 1901 << false;
        QTest::newRow("above the rest beside one not told yet") << States{confirmed} << 0 << 1901 << false;
        QTest::newRow("above the rest beside an accepted one")
            << States{int(Intent::State::Accepted)} << 0 << 1901 << false;
        QTest::newRow("one that failed later does not count")
            << States{int(Intent::State::Failed)} << 0 << 2900 << true;
        QTest::newRow("one that is told by now counts once") << States{confirmed} << 1000 << 1900 << true;
        QTest::newRow("two that are told in part") << States{confirmed, confirmed} << 1000 << 901 << false;
        const int accepted = int(Intent::State::Accepted);
        QTest::newRow("one asked for here and less made elsewhere") << States{accepted} << 300 << 1600 << true;
        QTest::newRow("above one asked for here and less made elsewhere") << States{accepted} << 300 << 1601 << false;
        QTest::newRow("one confirmed here and less made elsewhere") << States{confirmed} << 300 << 1601 << false;
        QTest::newRow("one reported and more made elsewhere") << States{accepted} << 1300 << 1600 << true;
        QTest::newRow("two of which one is reported, and more made elsewhere")
            << States{accepted, confirmed} << 1300 << 601 << false;
        QTest::newRow("refused ones do not count") << States{rejected} << 0 << 2900 << true;
        QTest::newRow("resolved ones do not count") << States{abandoned} << 0 << 2900 << true;
        QTest::newRow("told more than was paid") << States{} << 5000 << 1 << false;
    }
    void neverMoreThanWasPaidIsGivenBack()
    {
        QFETCH(QList<int>, states);
        QFETCH(int, told);
        QFETCH(int, asked);
        QFETCH(bool, allowed);
        const auto journal = openJournal(m_directory->path());
        for (const int state : states) {
            const Intent intent = got(beginRefund(*journal, 1000));
            if (state != int(Intent::State::Open))
                got(journal->close(intent.id, Intent::State(state), {}, {}));
        }
        const auto begun = beginRefund(*journal, asked, told).result();
        QCOMPARE(begun.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(begun.error().kind, checkout::ErrorKind::InvalidInput);
            QVERIFY(!begun.error().sentence.isEmpty());
        }
        QCOMPARE(got(journal->refundsOf(u"a"_s, u"txn_1"_s)).size(), size_t(states.size()) + (allowed ? 1 : 0));
    }

    void aRefundMadeElsewhereAndOneHereAddUp()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent here = got(beginRefund(*journal, 1000, 500));
        got(journal->close(here.id, Intent::State::Confirmed, u"re_1"_s, {}));
        // The provider still tells the older figure.
        QVERIFY(!beginRefund(*journal, 1401, 500).result());
        QVERIFY(beginRefund(*journal, 1400, 500).result());
    }

    void anotherCurrencyIsNotGivenBack()
    {
        const auto journal = openJournal(m_directory->path());
        const money::Money francs(1, *money::Currency::fromCode(u"XOF"));
        QVERIFY(!journal->beginRefund(u"a"_s, {}, u"txn_1"_s, francs, euros(2900), euros(0), noon(), noon()).result());
    }

    void racingProgramsNeverGiveBackMoreThanWasPaid()
    {
        const auto dashboard = openJournal(m_directory->path());
        const auto commandLine = openJournal(m_directory->path());
        std::vector<QFuture<checkout::Result<Intent>>> tries;
        for (int i = 0; i < 20; ++i)
            tries.push_back(beginRefund(i % 2 == 0 ? *dashboard : *commandLine, 1000));
        int begun = 0;
        for (auto &attempt : tries) {
            const auto result = attempt.result();
            begun += result ? 1 : 0;
            QVERIFY(result || result.error().kind == checkout::ErrorKind::InvalidInput);
        }
        QCOMPARE(begun, 2);
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
        const auto refused = journal->begin(u"a"_s, {}, draft(), noon(), noon()).result();
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.contains(u"newer"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(JournalTest)

} // namespace journal_test

#include "tst_journal.moc"
