// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of lists that are longer than a page: they are written as they are read.
#include "desk/bench.h"
#include "desk/export_rows.h"
#include "desk/stream_rows.h"
#include "support/runner.h"

#include <QDir>

namespace export_rows_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;

namespace {

constexpr int many = 2'300; // more than two pages

QDateTime at(int second)
{
    return QDateTime::fromString(u"2026-04-14T12:00:00Z"_s, Qt::ISODate).addSecs(second);
}

ledger::TransactionRecord payment(const QString &account, const QString &id, int second)
{
    checkout::Transaction transaction(id, {1000 + second, *money::Currency::fromCode(u"EUR"_s)});
    transaction.createdAt = at(second);
    transaction.status = checkout::TransactionStatus::Succeeded;
    transaction.sessionId = u"cs_%1"_s.arg(second);
    return {0, account, transaction};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

class ExportRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_out = std::make_unique<QTemporaryDir>();
        m_account = m_bench->connectTo(u"Shop"_s, u"http://127.0.0.1:9"_s, u"acc_1"_s, u"sk_test_1"_s);
        std::vector<ledger::TransactionRecord> payments;
        for (int i = 0; i < many; ++i)
            payments.push_back(payment(m_account, u"txn_%1"_s.arg(i), i / 7)); // several at one moment
        QVERIFY(ledger().mergeTransactions(m_account, payments).result().has_value());
    }

    void cleanup()
    {
        m_bench.reset();
        m_out.reset();
    }

    void pagesMakeTheSameFileAsAllRowsAtOnce_data()
    {
        QTest::addColumn<bool>("extras");
        QTest::newRow("rows") << false;
        QTest::newRow("refunds and fields") << true;
    }
    void pagesMakeTheSameFileAsAllRowsAtOnce()
    {
        QFETCH(const bool, extras);
        addSessions();
        const AccountNames names = namesOf(m_bench->desk->accounts().accounts());
        const Csv csv(CsvReader::Excel);
        const auto read = QCoro::waitFor(readPaymentExtras(m_bench->desk.get(), {m_account}, extras, extras));
        const auto all = ledger().transactions(filter(), {}, 2 * many).result()->rows;
        QCOMPARE(std::ssize(all), many);
        const auto target = ExportTarget::file(path(), u"%1"_s);
        const auto run = std::make_shared<ExportRun>();
        QList<qint64> progress;
        run->onProgress = [&progress](qint64 rows) { progress << rows; };
        PaymentRows rows;
        rows.filter = filter();
        const auto written = QCoro::waitFor(exportPayments(
            m_bench->desk.get(), rows, PaymentTable(transactionColumns(), names, csv, *read), *target, run));
        QVERIFY(written.has_value());
        QCOMPARE(*written, many);
        QCOMPARE(progress, (QList<qint64>{500, 1000, 1500, 2000, many}));
        QCOMPARE(contents(path()), exportTransactions(all, transactionColumns(), names, csv, *read));
        QCOMPARE(contents(path()).contains("Custom field: order 1\r"), extras);

        ledger::SessionFilter sessions;
        sessions.accountIds = {m_account};
        sessions.now = at(0);
        const auto listed = ledger().sessions(sessions, {}, 2 * many).result()->rows;
        SessionRows chosen;
        chosen.filter = sessions;
        const QString other = m_out->filePath(u"sessions.csv"_s);
        const auto saved =
            QCoro::waitFor(exportSessionRows(m_bench->desk.get(), chosen, SessionTable(names, csv, at(0), extras),
                                             *ExportTarget::file(other, u"%1"_s), run));
        QCOMPARE(saved.value_or(0), many);
        QCOMPARE(contents(other), exportSessions(listed, names, csv, at(0), extras));
        QCOMPARE(contents(other).contains("Custom field: order 2001"), extras);
        QCOMPARE(QFile::permissions(other) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aListWithoutRowsHasItsTitles()
    {
        PaymentRows rows;
        rows.given.emplace();
        const auto written = QCoro::waitFor(exportPayments(
            m_bench->desk.get(), rows, table(), *ExportTarget::file(path(), u"%1"_s), std::make_shared<ExportRun>()));
        QCOMPARE(written.value_or(-1), 0);
        QCOMPARE(contents(path()), "Transaction ID\r\n");
    }

    void onlyTheRowsThatAreMeantAreWritten()
    {
        PaymentRows rows;
        rows.filter = filter();
        rows.isMeant = [](const ledger::TransactionRecord &row) { return row.transaction.id.endsWith(u'7'); };
        const auto written = QCoro::waitFor(exportPayments(
            m_bench->desk.get(), rows, table(), *ExportTarget::file(path(), u"%1"_s), std::make_shared<ExportRun>()));
        QCOMPARE(written.value_or(-1), many / 10);
        QCOMPARE(contents(path()).count("\r\n"), many / 10 + 1);
    }

    void oneThatIsStoppedLeavesTheFileAsItWas()
    {
        QFile before(path());
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("from before") > 0);
        before.close();
        const auto run = std::make_shared<ExportRun>();
        run->onProgress = [&run](qint64) { run->isCancelled = true; };
        const auto written = exported(run);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cancelled);
        QCOMPARE(contents(path()), "from before");
        QCOMPARE(QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"payments.csv"_s));
    }

    void aDeskThatIsClosedEndsIt()
    {
        const auto run = std::make_shared<ExportRun>();
        run->onProgress = [this](qint64) { QTimer::singleShot(0, this, [this] { m_bench->desk.reset(); }); };
        QVERIFY(!exported(run));
        QCOMPARE(QDir(m_out->path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void aFullDiskIsSaidAndLeavesNothing()
    {
        const auto target = ExportTarget::file(u"/dev/full"_s, u"Not saved: %1."_s);
        PaymentRows rows;
        rows.filter = filter();
        const auto written =
            QCoro::waitFor(exportPayments(m_bench->desk.get(), rows, table(), *target, std::make_shared<ExportRun>()));
        QVERIFY(!written);
        QCOMPARE(written.error().sentence, u"Not saved: No space left on device."_s);
        QVERIFY(!ExportTarget::file(m_out->filePath(u"nowhere/payments.csv"_s), u"%1"_s));
    }

    /// What is there all the while is written once, whatever comes meanwhile.
    void whatArrivesMeanwhileComesOnceOrNotAtAll()
    {
        const auto run = std::make_shared<ExportRun>();
        int arrived = 0;
        run->onProgress = [this, &arrived](qint64) {
            std::vector<ledger::TransactionRecord> late;
            for (const int second : {-5, 100, 330, 100'000})
                late.push_back(payment(m_account, u"late_%1_%2"_s.arg(arrived).arg(second), second));
            ++arrived;
            if (!ledger().mergeTransactions(m_account, late).result())
                qFatal("They could not be written.");
        };
        const auto written = exported(run);
        QVERIFY(written.has_value());
        QList<QByteArray> lines = contents(path()).split('\n');
        std::ranges::sort(lines);
        QVERIFY(std::ranges::adjacent_find(lines) == lines.end());
        for (int i = 0; i < many; ++i)
            QVERIFY(std::ranges::binary_search(lines, "txn_" + QByteArray::number(i) + '\r'));
        // Those of before everything else were not read yet.
        QVERIFY(std::ranges::binary_search(lines, "late_0_-5\r"));
        QVERIFY(!std::ranges::binary_search(lines, "late_0_100000\r"));
    }

    void noMoreThanTwoPagesAreThereAtOnce()
    {
        std::atomic_int there = 0, most = 0, taken = 0;
        auto stream = std::make_shared<RowStream<int>>();
        stream->read = [&](ledger::PageKey after, int limit) {
            most = std::max(most.load(), ++there);
            ledger::RecordPage<int> page;
            for (int i = 0; i < limit; ++i)
                page.rows.push_back(static_cast<int>(after.key) + i + 1);
            page.more = page.rows.back() < 20 * limit;
            return QtFuture::makeReadyFuture(RowStream<int>::Page(std::move(page)));
        };
        stream->keyOf = [](int row) { return ledger::PageKey{{}, row}; };
        stream->take = [&](const std::vector<int> &rows) {
            if (rows.front() != taken + 1)
                return checkout::Result<void>(std::unexpected(checkout::Error(ErrorKind::Malformed, u"order"_s)));
            taken = rows.back();
            --there;
            return checkout::Result<void>();
        };
        const auto rows = QCoro::waitFor(
            streamRows<int>(m_bench->desk.get(), std::make_shared<Worker>(), stream, std::make_shared<ExportRun>()));
        QCOMPARE(rows.value_or(0), 20 * 500);
        QCOMPARE(taken, 20 * 500);
        QVERIFY2(most <= 2, qPrintable(QString::number(most)));
    }

    void progressSaysHowFastAndHowLong()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(exportProgress(12'000, 500'000, 2s), u"12,000 of 500,000 written, 6,000 a second, 82 s left"_s);
        QCOMPARE(exportProgress(12'000, 5'000'000, 2s), u"12,000 of 5,000,000 written, 6,000 a second, 14 min left"_s);
        QCOMPARE(exportProgress(12'000, 0, 2s), u"12,000 written, 6,000 a second"_s);
        QCOMPARE(exportProgress(1'000, 500'000, 10ms), u"1,000 of 500,000 written"_s);
        QCOMPARE(exportProgress(510, 500, 1s), u"510 of 510 written, 510 a second"_s);
    }

private:
    void addSessions()
    {
        std::vector<ledger::SessionRecord> sessions;
        for (int i = 0; i < many; ++i) {
            ledger::SessionRecord session;
            session.accountId = m_account;
            session.session.id = u"cs_%1"_s.arg(i);
            session.createdAt = session.session.createdAt = at(i);
            session.session.expiresAt = at(i + 86'400);
            if (i % 1000 == 1) // the last of them is on the last page
                session.draft.customFields = {checkout::CustomField(u"order %1"_s.arg(i), u"A %1"_s.arg(i))};
            sessions.push_back(std::move(session));
        }
        QVERIFY(ledger().merge(m_account, sessions).result().has_value());
    }

    ledger::Ledger &ledger() const { return m_bench->desk->ledger(); }
    QString path() const { return m_out->filePath(u"payments.csv"_s); }
    ledger::TransactionFilter filter() const
    {
        ledger::TransactionFilter filter;
        filter.accountIds = {m_account};
        return filter;
    }
    static PaymentTable table() { return {{TransactionColumn::TransactionId}, {}, Csv(CsvReader::Programs)}; }
    checkout::Result<qint64> exported(const std::shared_ptr<ExportRun> &run) const
    {
        PaymentRows rows;
        rows.filter = filter();
        auto target = ExportTarget::file(path(), u"%1"_s);
        auto written = QCoro::waitFor(exportPayments(m_bench->desk.get(), rows, table(), std::move(*target), run));
        return written;
    }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<QTemporaryDir> m_out;
    QString m_account;
};

TILLDECK_TEST(ExportRowsTest)

} // namespace export_rows_test

#include "tst_export_rows.moc"
