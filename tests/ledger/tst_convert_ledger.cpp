// SPDX-License-Identifier: GPL-3.0-or-later
// A large ledger of an earlier version is converted whole, whenever the program ends meanwhile.
#include "ledger/convert_ledger.h"
#include "ledger/file_lock.h"
#include "ledger/sample_rows.h"
#include "ledger_fixture.h"
#include "support/older_ledger.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QRandomGenerator>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace convert_ledger_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

bool isConverted(const LedgerConversion &conversion)
{
    const auto converted = convertLargeLedger(conversion);
    if (!converted)
        qFatal("%s (%s)", qPrintable(converted.error().sentence), qPrintable(converted.error().details));
    return *converted;
}

/// Holds all that the ledger has, as it tells it.
struct Told
{
    explicit Told(Ledger &ledger)
    {
        sessions = got(ledger.sessions(allOf({u"a"_s}), {}, 10'000)).rows;
        TransactionFilter filter;
        filter.accountIds = QStringList{u"a"_s};
        payments = got(ledger.transactions(filter, {}, 10'000)).rows;
        drafts = got(ledger.drafts({u"a"_s}));
        events = got(ledger.timeline(u"a"_s, u"cs_1"_s));
        keys = got(ledger.markedKeys());
        begun = got(ledger.newestBegun());
        counts = {got(ledger.counts(allOf({u"a"_s}))).all, got(ledger.countTransactions(filter))};
    }

    friend bool operator==(const Told &, const Told &) = default;

    std::vector<SessionRecord> sessions;
    std::vector<TransactionRecord> payments;
    std::vector<DraftRecord> drafts;
    std::vector<TimelineEvent> events;
    std::vector<MarkedKey> keys;
    QString begun;
    std::vector<qint64> counts;
};

} // namespace

class ConvertLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aLargeLedgerIsConverted_data()
    {
        QTest::addColumn<size_t>("version");
        QTest::newRow("of the version before") << size_t(13);
        QTest::newRow("of an earlier one") << size_t(12);
    }
    void aLargeLedgerIsConverted()
    {
        QFETCH(const size_t, version);
        const Told before = olderLedger(version);
        qint64 last = 0;
        qint64 all = 0;
        LedgerConversion conversion = small();
        conversion.progress = [&](qint64 done, qint64 total) {
            QVERIFY(done > last && done <= total);
            last = done;
            all = total;
        };
        QVERIFY(isConverted(conversion));
        QCOMPARE(last, all);
        QCOMPARE(left(), QStringList{u"ledger.sqlite"_s});
        QCOMPARE(outside(file(), u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(outside(file(), u"PRAGMA user_version"_s).toUInt(), ledgerSchema().size());
        const qint64 newest = outside(file(), u"SELECT max(key) FROM session"_s).toLongLong();
        {
            const auto ledger = openLedger(m_directory->path());
            QVERIFY(Told(*ledger) == before);
            QCOMPARE(got(ledger->put(session(u"cs_new"_s))).key, newest + 1);
        }
        // It is what a new file is.
        const QTemporaryDir other;
        openLedger(other.path()).reset();
        const QString shape = u"SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master WHERE name NOT "
                              "LIKE 'begun%' ORDER BY name)"_s;
        QCOMPARE(outside(file(), shape), outside(other.filePath(u"ledger.sqlite"_s), shape));
        QVERIFY(!isConverted(conversion));
    }

    void aProgramThatIsKilledIsFollowedByOneThatGoesOn()
    {
        const Told before = olderLedger(13);
        int killed = 0;
        int status = -1;
        while (status != 0 && killed < 400) {
            const pid_t child = fork();
            if (child == 0) {
                const auto converted = convertLargeLedger(small());
                _exit(converted ? 0 : 1);
            }
            QVERIFY(child > 0);
            // Later the longer it lasts, so that there is an end.
            ::usleep(QRandomGenerator::global()->bounded(5'000 + killed * 10'000));
            ::kill(child, SIGKILL);
            QCOMPARE(waitpid(child, &status, 0), child);
            QVERIFY2(WIFSIGNALED(status) || WEXITSTATUS(status) == 0, "The conversion failed.");
            killed += WIFSIGNALED(status) ? 1 : 0;
            // Whatever there is under the name is whole.
            const int sessions = outside(file(), u"SELECT count(*) FROM session"_s).toInt();
            QCOMPARE(sessions, int(before.sessions.size()));
        }
        QVERIFY(killed > 1);
        QCOMPARE(status, 0);
        QCOMPARE(left(), QStringList{u"ledger.sqlite"_s});
        QVERIFY(Told(*openLedger(m_directory->path())) == before);
    }

    void whatIsFilledAlreadyIsNotFilledAgain()
    {
        const Told before = olderLedger(13);
        halfConverted();
        qint64 first = 0;
        qint64 all = 0;
        LedgerConversion conversion = small();
        conversion.progress = [&](qint64 done, qint64 total) {
            first = first == 0 ? done : first;
            all = total;
        };
        QVERIFY(isConverted(conversion));
        QVERIFY(first > all / 2);
        QVERIFY(Told(*openLedger(m_directory->path())) == before);
    }

    void aLedgerThatWasChangedMeanwhileIsConvertedAnew()
    {
        Told before = olderLedger(13);
        halfConverted();
        outside(file(), u"UPDATE session SET customer_label = 'Changed' WHERE key = 1"_s);
        QVERIFY(isConverted(small()));
        for (SessionRecord &row : before.sessions)
            row.customerLabel = row.key == 1 ? u"Changed"_s : row.customerLabel;
        QVERIFY(Told(*openLedger(m_directory->path())) == before);
    }

    void halfAFileThatIsDamagedIsFilledAnew()
    {
        const Told before = olderLedger(13);
        halfConverted();
        for (const QString &part : {u"-wal"_s, u"-shm"_s})
            QFile::remove(beside() + part);
        QFile half(beside());
        QVERIFY(half.open(QIODevice::ReadWrite) && half.write(QByteArray(4096, 'x')) == 4096);
        half.close();
        QVERIFY(isConverted(small()));
        QVERIFY(Told(*openLedger(m_directory->path())) == before);
    }

    void nothingIsLeftOfAConversionThatIsNotWantedAnyMore()
    {
        (void)olderLedger(13);
        halfConverted();
        QVERIFY(left().size() > 1);
        // Small enough to be migrated at once.
        openLedger(m_directory->path()).reset();
        QCOMPARE(left(), QStringList{u"ledger.sqlite"_s});
    }

    void aLedgerOnWhichAnotherProgramWorksIsLeftAlone()
    {
        const Told before = olderLedger(13);
        auto turn = FileLock::take(small().turnPath);
        QVERIFY(turn);
        const pid_t child = fork();
        if (child == 0)
            _exit(convertLargeLedger(small()) ? 0 : 1);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), 1);
        QCOMPARE(outside(file(), u"PRAGMA user_version"_s).toInt(), 13);
        turn.reset();
        QVERIFY(Told(*openLedger(m_directory->path())) == before);
    }

private:
    QString file() const { return m_directory->filePath(u"ledger.sqlite"_s); }
    QString beside() const { return m_directory->filePath(u"ledger-converting.sqlite"_s); }
    QStringList left() const { return QDir(m_directory->path()).entryList({u"*.sqlite*"_s}, QDir::Files); }
    LedgerConversion small() const
    {
        return {.path = file(),
                .turnPath = m_directory->filePath(u"ledger.lock"_s),
                .damagedSentence = u"damaged"_s,
                .progress = {},
                .fewestBytes = 0,
                .rowsAtOnce = 20,
                .wait = std::chrono::milliseconds(50)};
    }
    Told olderLedger(size_t version) const
    {
        auto ledger = openLedger(m_directory->path());
        std::vector<SampleRow> rows;
        SampleRows samples(u"a"_s, 300, 7, noon());
        while (!samples.atEnd())
            rows.push_back(samples.next());
        got(ledger->addSamples(std::move(rows)));
        got(ledger->put(session(u"cs_1"_s)));
        got(ledger->saveDraft({u"d1"_s, u"a"_s, {}, noon()}));
        got(ledger->addEvent(u"a"_s, u"cs_1"_s, {TimelineEvent::Kind::Opened, {}, noon()}));
        got(ledger->noteKeys({{u"a"_s, "two"}, {u"a"_s, "one"}}));
        Told told(*ledger);
        ledger.reset();
        makeLedgerOfVersion(file(), version);
        return told;
    }
    void halfConverted() const
    {
        const pid_t child = fork();
        if (child == 0) {
            LedgerConversion conversion = small();
            conversion.progress = [](qint64 done, qint64 total) {
                if (done > total / 2)
                    ::raise(SIGKILL);
            };
            (void)convertLargeLedger(conversion);
            _exit(1);
        }
        int status = 0;
        if (waitpid(child, &status, 0) != child || !WIFSIGNALED(status))
            qFatal("The conversion was not killed.");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(ConvertLedgerTest)

} // namespace convert_ledger_test

#include "tst_convert_ledger.moc"
