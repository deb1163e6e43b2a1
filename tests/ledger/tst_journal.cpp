// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"
#include "ledger_fixture.h"
#include "support/runner.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sys/wait.h>
#include <unistd.h>

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

    void unknownIntentsAreListedOldestFirstUntilSettled()
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

#include "tst_journal.moc"
