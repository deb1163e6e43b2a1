// SPDX-License-Identifier: GPL-3.0-or-later
// A data directory that is damaged or cannot be written opens: what can be read is there, and what cannot be done is
// said.
#include "desk/storage_bench.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

namespace storage_read_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using tilldeck::test::ReadOnlyFolder;
using Kind = StorageTrouble::Kind;

class StorageReadTest : public QObject
{
    Q_OBJECT

private slots:
    void aReadOnlyFolderShowsWhatItHoldsAndSendsNothing()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.addPayment();
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        {
            const ReadOnlyFolder folder(files.bench.dataDirectory());
            files.bench.open();
            QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
            const QString sentence = files.bench.desk->storageTroubles().front().sentence;
            QVERIFY2(sentence.contains(u"cannot be written"_s), qPrintable(sentence));
            QCOMPARE(files.bench.list(files.account).rows.size(), size_t(1));
            const auto created = files.create();
            QCOMPARE(created.end, CreateOutcome::End::Rejected);
            QCOMPARE(created.error->sentence, sentence);
            const auto refunded = files.refund();
            QCOMPARE(refunded.end, RefundOutcome::End::Rejected);
            QCOMPARE(refunded.error->sentence, sentence);
            QCOMPARE(files.sent(), before);
            QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
            QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
            files.bench.desk.reset();
        }
        files.bench.open();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }

    void aReadOnlyFolderShowsNoCreationAsUnderWayForEver_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("sessionId");
        QTest::addColumn<int>("shown"); // -1: no row
        using State = ledger::SessionRecord::State;
        QTest::newRow("its program has ended") << u"open"_s << QString() << int(State::OutcomeUnknown);
        QTest::newRow("unknown") << u"unknown"_s << QString() << int(State::OutcomeUnknown);
        QTest::newRow("made and not kept") << u"unknown"_s << u"cs_9"_s << int(State::Known);
        QTest::newRow("made") << u"confirmed"_s << u"cs_9"_s << int(State::Known);
        QTest::newRow("refused") << u"rejected"_s << QString() << -1;
        QTest::newRow("not in the journal") << QString() << QString() << int(State::OutcomeUnknown);
    }
    /// The list says what the journal knows, where nothing can be written.
    void aReadOnlyFolderShowsNoCreationAsUnderWayForEver()
    {
        QFETCH(const QString, state);
        QFETCH(const QString, sessionId);
        QFETCH(const int, shown);
        StorageBench files;
        files.loseAnswers();
        QCOMPARE(files.create().end, CreateOutcome::End::Unknown);
        files.bench.desk.reset();
        files.run(ledgerName, {u"UPDATE session SET state = 'creating'"_s});
        files.run(journalName, {state.isEmpty() ? u"DELETE FROM intent"_s
                                                : u"UPDATE intent SET state = '%1', session_id = nullif('%2', ''), "
                                                  "owner = 'gone'"_s.arg(state, sessionId)});
        // Its program was killed: the file that it locked is there.
        files.write(u"journal-gone.lock"_s, {});
        const ReadOnlyFolder folder(files.bench.dataDirectory());
        files.bench.open();
        QVERIFY(files.bench.desk->whyNoWrites().contains(u"cannot be written"_s));
        const auto rows = files.bench.list(files.account).rows;
        QCOMPARE(rows.size(), size_t(shown < 0 ? 0 : 1));
        if (shown >= 0)
            QCOMPARE(int(rows.front().state), shown);
        if (shown >= 0)
            QCOMPARE(rows.front().session.id, sessionId);
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{files.account};
        filter.now = files.bench.now();
        const auto counts = files.bench.desk->ledger().counts(filter).result().value();
        QCOMPARE(counts.all, shown < 0 ? 0 : 1);
        QCOMPARE(counts.outcomeUnknown, shown == int(ledger::SessionRecord::State::OutcomeUnknown) ? 1 : 0);
        filter.status = ledger::SessionFilter::Status::Creating;
        QVERIFY(files.bench.desk->ledger().sessions(filter, {}, 10).result()->rows.empty());
        files.bench.desk.reset();
    }

    void aFolderThatIsNotTheMerchantsAloneKeepsItsPermissions()
    {
        StorageBench files;
        files.bench.desk.reset();
        const auto shared = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
        QVERIFY(QFile::setPermissions(files.bench.dataDirectory(), shared));
        files.bench.open();
        QCOMPARE(QFile::permissions(files.bench.dataDirectory()) & (QFile::ReadGroup | QFile::ExeGroup),
                 QFile::ReadGroup | QFile::ExeGroup);
    }

    void aDamagedFileIsNamedAndTheOthersAreShown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<size_t>("listed");
        QTest::addColumn<bool>("stops");
        QTest::newRow("ledger") << ledgerName << int(Kind::Ledger) << size_t(0) << true;
        QTest::newRow("journal") << journalName << int(Kind::Journal) << size_t(1) << true;
        QTest::newRow("accounts") << u"accounts.json"_s << int(Kind::Accounts) << size_t(1) << false;
    }
    void aDamagedFileIsNamedAndTheOthersAreShown()
    {
        QFETCH(const QString, name);
        QFETCH(const int, kind);
        QFETCH(const size_t, listed);
        QFETCH(const bool, stops);
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.addPayment();
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        const QByteArray rubbish(8192, 'x');
        files.write(name, rubbish);
        files.bench.open();
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        const StorageTrouble &trouble = files.bench.desk->storageTroubles().front();
        QCOMPARE(int(trouble.kind), kind);
        QVERIFY2(trouble.sentence.contains(name) && trouble.sentence.contains(u"damaged"_s),
                 qPrintable(trouble.sentence));
        QCOMPARE(trouble.stopsWrites, stops);
        const auto page = files.rows();
        QCOMPARE(page ? page->rows.size() : size_t(0), listed);
        QVERIFY(files.create().end == CreateOutcome::End::Rejected);
        QVERIFY(files.refund().end == RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), before);
        files.bench.desk.reset();
        QCOMPARE(files.read(name), rubbish);
    }

    void aDamagedPageIsAFailureAndNoEnd()
    {
        StorageBench files;
        files.fill();
        const auto payments = [&files] {
            ledger::TransactionFilter filter;
            filter.accountIds = QStringList{files.account};
            return files.bench.desk->ledger().transactions(filter, {}, 1000).result();
        };
        const auto intents = [&files] {
            return files.bench.desk->journal().confirmed(ledger::Intent::Kind::Create).result();
        };
        const size_t all = payments()->rows.size();
        QCOMPARE(intents()->size(), size_t(StorageBench::many));
        files.bench.desk.reset();
        files.damagePages(ledgerName);
        files.damagePages(journalName);
        files.bench.open();
        // A part of the rows would look like all of them.
        const auto paid = payments();
        QVERIFY(!paid || paid->rows.size() == all);
        const auto made = intents();
        QVERIFY(!made);
        QVERIFY2(made.error().sentence.contains(u"damaged"_s), qPrintable(made.error().sentence));
    }

    void damageThatNoQuestionMeetsIsFoundByLookingTheFilesOver_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ledger") << ledgerName;
        QTest::newRow("journal") << journalName;
    }
    void damageThatNoQuestionMeetsIsFoundByLookingTheFilesOver()
    {
        QFETCH(const QString, name);
        StorageBench files;
        files.fill();
        QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
        QVERIFY(files.bench.desk->storageTroubles().empty());
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        files.damagePages(name);
        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        QCOMPARE(files.bench.desk->storageTroubles().size(), size_t(1));
        QVERIFY(files.bench.desk->storageTroubles().front().sentence.contains(name));
        QCOMPARE(files.create().end, CreateOutcome::End::Rejected);
        QCOMPARE(files.sent(), before);
        QVERIFY(name != ledgerName || !files.bench.desk->ledger().saveDraft({}).result());
    }
};

TILLDECK_TEST(StorageReadTest)

} // namespace storage_read_test

#include "tst_storage_read.moc"
