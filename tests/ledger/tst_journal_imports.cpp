// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file in the journal.
#include "journal_bench.h"
#include "ledger/begun_intents.h"
#include "support/runner.h"

namespace journal_imports_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using namespace tilldeck::test::journaled;
using State = Intent::State;

namespace {

std::vector<ImportRow> rows(int count, const QString &prefix = u"R"_s)
{
    std::vector<ImportRow> rows;
    for (int i = 0; i < count; ++i) {
        ImportRow row;
        row.line = i + 2;
        row.draft = draft();
        row.draft.reference = prefix + QString::number(i);
        rows.push_back(std::move(row));
    }
    return rows;
}

const QDateTime fiveBefore = noon().addSecs(-300);

} // namespace

class JournalImportsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_journal = openJournal(m_directory->path());
        setTime(*m_journal);
    }
    void cleanup()
    {
        m_journal.reset();
        m_directory.reset();
    }

    void everyRowIsPlannedBeforeAnyIsSent()
    {
        const auto planned = plan(3);
        QCOMPARE(planned.size(), size_t(3));
        const auto stored = got(m_journal->rowsOfImport(u"a"_s, planned.front().batchId));
        QCOMPARE(stored, planned);
        QCOMPARE(stored.at(1).source, u"orders.csv"_s);
        QCOMPARE(stored.at(1).sourceLine, 3);
        QCOMPARE(stored.at(1).state, State::Planned);
        QVERIFY(stored.at(0).id != stored.at(1).id);
        const auto imports = got(m_journal->imports(u"a"_s));
        QCOMPARE(imports.size(), size_t(1));
        QCOMPARE(imports.front().notSent, 3);
        QVERIFY(imports.front().isRunning);
        QVERIFY(got(m_journal->unfinishedBatches()).empty());          // they are no promotion codes
        QCOMPARE(got(m_journal->unsettled(u"a"_s)).size(), size_t(3)); // the account stays
        QVERIFY(got(m_journal->imports(u"another"_s)).empty());
        QVERIFY(!m_journal->rowsOfImport(u"another"_s, planned.front().batchId).result());
    }

    void whereTheLedgerCannotKnowThemNothingIsPlanned()
    {
        // More than it keeps of them.
        constexpr int count = 1500;
        IntentWitness witness;
        witness.note = [](const std::vector<BegunIntent> &) -> checkout::Result<void> {
            return std::unexpected(checkout::Error(checkout::ErrorKind::Storage, u"no"_s));
        };
        m_journal->setWitness(witness);
        QVERIFY(!planned(rows(count)).result());
        const auto imports = got(m_journal->imports(u"a"_s));
        QCOMPARE(imports.front().notSent, 0);
        QCOMPARE(imports.front().cancelled, count);
    }

    void aRowIsOpenedOnce()
    {
        const auto planned = plan(2);
        const Intent opened = got(open(*m_journal, planned.front().id));
        QCOMPARE(opened.state, State::Open);
        QCOMPARE(opened.draft, planned.front().draft);
        QCOMPARE(opened.bodyHash, QByteArray("hash"));
        QCOMPARE(got(m_journal->intent(opened.id)), opened);
        const auto beside = openJournal(m_directory->path());
        const auto again = open(*beside, opened.id).result();
        QVERIFY(!again);
        QCOMPARE(again.error().kind, checkout::ErrorKind::Rejected);
        for (const State state : {State::Confirmed, State::Unknown, State::Rejected, State::Abandoned}) {
            const auto other = plan(1, u"of %1-"_s.arg(int(state)));
            got(open(*m_journal, other.front().id));
            got(m_journal->close(other.front().id, state, u"cs_%1"_s.arg(int(state)), {}));
            QVERIFY(!open(*m_journal, other.front().id).result());
        }
        // One that the provider had no time for is planned again, and opened again under the same id.
        got(m_journal->close(planned.at(0).id, State::Planned, {}, u"later"_s));
        QCOMPARE(got(open(*m_journal, planned.at(0).id)).note, QString());
    }

    void whatIsWrittenTogetherIsJudgedEach()
    {
        const auto planned = plan(6);
        got(open(*m_journal, planned.at(2).id));
        got(m_journal->close(planned.at(2).id, State::Confirmed, u"cs_2"_s, {}));
        std::vector<QFuture<checkout::Result<Intent>>> opening;
        for (const Intent &row : planned)
            opening.push_back(open(*m_journal, row.id));
        auto closing = m_journal->close(planned.at(2).id, State::Unknown, {}, u"late"_s);
        for (size_t i = 0; i < opening.size(); ++i)
            QCOMPARE(opening.at(i).result().has_value(), i != 2);
        QVERIFY(!closing.result());
        for (size_t i = 0; i < planned.size(); ++i)
            QCOMPARE(got(m_journal->intent(planned.at(i).id))->state, i == 2 ? State::Confirmed : State::Open);
        // While it is held back nothing is opened, and what has ended is written all the same.
        m_journal->holdBack(u"not now"_s);
        const auto others = got(m_journal->rowsOfImport(u"a"_s, planned.front().batchId));
        QVERIFY(!open(*m_journal, others.front().id).result());
        got(m_journal->close(planned.at(0).id, State::Confirmed, u"cs_0"_s, {}));
    }

    void aFileOfAnEarlierTimeOpensNothing()
    {
        const auto planned = plan(2);
        IntentWitness witness;
        witness.newest = [] { return checkout::Result<QString>(u"an intent that the file lacks"_s); };
        witness.note = [](const std::vector<BegunIntent> &) { return checkout::Result<void>(); };
        m_journal->setWitness(witness);
        const auto opened = open(*m_journal, planned.front().id).result();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, checkout::ErrorKind::Storage);
        QCOMPARE(got(m_journal->intent(planned.front().id))->state, State::Planned);
    }

    void afterACrashWhatWasSentIsUnknownAndTheRestIsPlanned()
    {
        const auto planned = plan(3);
        got(open(*m_journal, planned.at(0).id));
        got(m_journal->close(planned.at(0).id, State::Confirmed, u"cs_1"_s, {}));
        got(open(*m_journal, planned.at(1).id));
        const QString batch = planned.front().batchId;
        {
            const auto beside = openJournal(m_directory->path());
            QVERIFY(!beside->takeImport(u"a"_s, batch).result()); // it runs
            QVERIFY(!beside->cancelImport(u"a"_s, batch, {}).result());
        }
        m_journal.reset();
        m_journal = openJournal(m_directory->path());
        const auto taken = got(m_journal->takeImport(u"a"_s, batch));
        QCOMPARE(taken.at(0).state, State::Confirmed);
        QCOMPARE(taken.at(1).state, State::Unknown);
        QCOMPARE(taken.at(2).state, State::Planned);
        QVERIFY(!m_journal->takeImport(u"a"_s, batch).result());
        QVERIFY(!openJournal(m_directory->path())->takeImport(u"a"_s, batch).result());
        QVERIFY(!m_journal->takeBatch(u"a"_s, batch).result()); // no promotion codes
        got(m_journal->releaseBatch(batch));
        QCOMPARE(got(openJournal(m_directory->path())->takeImport(u"a"_s, batch)).size(), size_t(3));
    }

    void whatIsPlannedAgainIsGoneOnWithByItsProgramUntilThatLetsItGo()
    {
        const auto planned = plan(1);
        const QString batch = planned.front().batchId;
        got(open(*m_journal, planned.front().id));
        got(m_journal->close(planned.front().id, State::Planned, {}, u"too many"_s));
        const auto beside = openJournal(m_directory->path());
        QVERIFY(!beside->takeImport(u"a"_s, batch).result());
        QVERIFY(got(beside->imports(u"a"_s)).front().isRunning);
        got(m_journal->releaseBatch(batch));
        QCOMPARE(got(beside->takeImport(u"a"_s, batch)).size(), size_t(1));
        // What ends once it was let go waits for nobody.
        got(open(*beside, planned.front().id));
        got(beside->releaseBatch(batch));
        got(beside->close(planned.front().id, State::Planned, {}, u"too many"_s));
        QVERIFY(!got(m_journal->imports(u"a"_s)).front().isRunning);
    }

    void aRowIsClosedOnlyWhileItIsPlanned()
    {
        const auto planned = plan(2);
        got(open(*m_journal, planned.at(0).id));
        QVERIFY(!m_journal->closePlanned(planned.at(0).id, State::Unknown, {}, u"listed"_s).result());
        QCOMPARE(got(m_journal->intent(planned.at(0).id))->state, State::Open);
        got(m_journal->closePlanned(planned.at(1).id, State::Confirmed, u"cs_1"_s, u"listed"_s));
        QCOMPARE(got(m_journal->intent(planned.at(1).id))->sessionId, u"cs_1"_s);
        QVERIFY(got(m_journal->intent(planned.at(1).id))->confirmedAt.isValid());
    }

    void theRestIsCancelledAndNeverSent()
    {
        const auto planned = plan(3);
        got(open(*m_journal, planned.at(0).id));
        got(m_journal->close(planned.at(0).id, State::Unknown, {}, u"no answer"_s));
        got(open(*m_journal, planned.at(1).id));
        got(m_journal->close(planned.at(1).id, State::Planned, {}, u"too many"_s));
        const QString batch = planned.front().batchId;
        got(m_journal->releaseBatch(batch));
        QCOMPARE(got(m_journal->cancelImport(u"a"_s, batch, u"left"_s)), 2);
        const auto imports = got(m_journal->imports(u"a"_s));
        QCOMPARE(imports.front().cancelled, 2);
        QCOMPARE(imports.front().refused, 0);
        QCOMPARE(imports.front().unknown, 1); // still to be looked up
        for (const Intent &row : planned)
            QVERIFY(!open(*m_journal, row.id).result());
        // What was never sent is looked for nowhere; the provider may have made what it refused.
        const auto notMade = got(m_journal->creationsNotMade(u"a"_s, fiveBefore, fiveBefore));
        QCOMPARE(notMade.size(), size_t(1));
        QCOMPARE(notMade.front().id, planned.at(1).id);
        QCOMPARE(notMade.front().bodyHash, QByteArray("hash"));
        // Where it is listed, its outcome is not known after all.
        QVERIFY(got(m_journal->questionCreation(planned.at(1).id, {u"cs_1"_s}, u"listed"_s)));
        QCOMPARE(got(m_journal->imports(u"a"_s)).front().cancelled, 1);
        QCOMPARE(got(m_journal->imports(u"a"_s)).front().unknown, 2);
    }

    void aRowThatIsListedBeforeItIsSentMayHaveBeenSentUntilNow()
    {
        const auto planned = plan(1);
        setTime(*m_journal, noon().addSecs(7200));
        QVERIFY(got(m_journal->questionCreation(planned.front().id, {u"cs_1"_s}, u"listed"_s)));
        const Intent question = *got(m_journal->intent(planned.front().id));
        QCOMPARE(question.state, State::Unknown);
        QCOMPARE(question.openedAt, noon());
        QCOMPARE(question.deadlineAt, noon().addSecs(7200));
        QVERIFY(question.wasClosed);
        QVERIFY(!open(*m_journal, planned.front().id).result());
    }

    void theSameAgainIsAQuestion_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isQuestion");
        QTest::newRow("planned") << int(State::Planned) << 600 << true;
        QTest::newRow("under way") << int(State::Open) << 600 << true;
        QTest::newRow("unknown") << int(State::Unknown) << 600 << true;
        QTest::newRow("made a moment ago") << int(State::Confirmed) << 4 << true;
        QTest::newRow("made long ago") << int(State::Confirmed) << 6 << false;
        QTest::newRow("refused") << int(State::Rejected) << 1 << false;
    }
    void theSameAgainIsAQuestion()
    {
        QFETCH(const int, state);
        QFETCH(const int, minutes);
        QFETCH(const bool, isQuestion);
        const auto first = plan(3);
        if (State(state) != State::Planned) {
            got(open(*m_journal, first.at(1).id));
            if (State(state) != State::Open)
                got(m_journal->close(first.at(1).id, State(state), u"cs_1"_s, {}));
            for (const int other : {0, 2}) {
                got(open(*m_journal, first.at(size_t(other)).id));
                got(m_journal->close(first.at(size_t(other)).id, State::Rejected, {}, {}));
            }
        }
        setTime(*m_journal, noon().addSecs(qint64(minutes) * 60));
        // A file of which a part was asked for before, and in which another note stands.
        auto edited = rows(2);
        edited.at(1).draft.internalNote = u"of no account"_s;
        edited.erase(edited.begin());
        edited.push_back(rows(1, u"N"_s).front());
        const auto again = got(planned(edited, noon().addSecs(qint64(minutes) * 60 - 300)));
        QCOMPARE(again.earlier.has_value(), isQuestion);
        QCOMPARE(again.rows.size(), size_t(isQuestion ? 0 : 2));
        if (isQuestion) {
            QCOMPARE(again.earlier->rows, 1);
            QCOMPARE(again.earlier->batch.id, first.front().batchId);
            QCOMPARE(again.earlier->first.sourceLine, 3);
            // It is meant.
            QCOMPARE(got(planned(edited, {})).rows.size(), size_t(2));
        }
    }

    void aSingleCreationIsAQuestionToo()
    {
        const Intent single = begin(*m_journal);
        std::vector<ImportRow> same(1);
        same.front().draft = draft();
        const auto again = got(planned(same));
        QVERIFY(again.earlier);
        QCOMPARE(again.earlier->first.id, single.id);
        QVERIFY(again.earlier->batch.id.isEmpty());
    }

    void aJournalOfTheTwelfthVersionIsTakenOver()
    {
        const Intent creation = begin(*m_journal);
        got(m_journal->close(creation.id, State::Unknown, {}, u"no answer"_s));
        m_journal.reset();
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        for (const QString &statement :
             {u"ALTER TABLE intent DROP COLUMN source"_s, u"ALTER TABLE intent DROP COLUMN source_line"_s,
              u"ALTER TABLE intent DROP COLUMN remark"_s, u"DROP INDEX intent_by_session"_s,
              u"PRAGMA user_version = 12"_s})
            readBeside(path, statement);
        m_journal = openJournal(m_directory->path());
        QCOMPARE(got(m_journal->unknown()).size(), size_t(1));
        QCOMPARE(plan(2).size(), size_t(2));
    }

    void whatTheThirteenthVersionCancelledStaysCancelled()
    {
        const auto planned = plan(3);
        got(open(*m_journal, planned.at(0).id));
        got(m_journal->close(planned.at(0).id, State::Rejected, {}, u"refused"_s));
        got(m_journal->releaseBatch(planned.front().batchId));
        got(m_journal->cancelImport(u"a"_s, planned.front().batchId, u"left"_s));
        m_journal.reset();
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        for (const QString &statement : {u"ALTER TABLE intent DROP COLUMN remark"_s, u"PRAGMA user_version = 13"_s})
            readBeside(path, statement);
        m_journal = openJournal(m_directory->path());
        const auto imports = got(m_journal->imports(u"a"_s));
        QCOMPARE(imports.front().cancelled, 2);
        QCOMPARE(imports.front().refused, 1);
        QCOMPARE(got(m_journal->rowsOfImport(u"a"_s, planned.front().batchId)).at(1).remark, Intent::Remark::Left);
    }

private:
    static void setTime(Journal &journal, const QDateTime &here = noon())
    {
        journal.setClocks([here] {
            Clocks clocks;
            clocks.here = here;
            return clocks;
        });
    }
    QFuture<checkout::Result<PlannedImport>> planned(std::vector<ImportRow> rows, const QDateTime &since = fiveBefore)
    {
        return m_journal->planImport(u"a"_s, u"orders.csv"_s, std::move(rows), noon(), since);
    }
    std::vector<Intent> plan(int count, const QString &prefix = u"R"_s)
    {
        return got(planned(rows(count, prefix))).rows;
    }
    static QFuture<checkout::Result<Intent>> open(Journal &journal, const QString &id)
    {
        return journal.openPlanned(id, "hash", noon(), noon().addSecs(60));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Journal> m_journal;
};

TILLDECK_TEST(JournalImportsTest)

} // namespace journal_imports_test

#include "tst_journal_imports.moc"
