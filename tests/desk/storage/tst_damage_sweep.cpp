// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is damaged of a file, the merchant gets on, and what has no answer yet stays a question.
#include "desk/rebuild_ledger.h"
#include "desk/storage_bench.h"
#include "support/runner.h"

namespace damage_sweep_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using ledger::Intent;

namespace {

constexpr qsizetype pageSize = 4096;
constexpr qsizetype mostShown = 120;

/// Returns @p bytes with every bit of the part turned.
QByteArray turned(QByteArray bytes, qsizetype from, qsizetype size)
{
    for (qsizetype at = from; at < std::min(from + size, bytes.size()); ++at)
        bytes[at] = static_cast<char>(~bytes.at(at));
    return bytes;
}

/// Returns what can become of a file, by what it is called.
std::vector<std::pair<QString, QByteArray>> damagesOf(const QByteArray &whole)
{
    std::vector<std::pair<QString, QByteArray>> damages;
    for (qsizetype page = 0; page < whole.size() / pageSize; ++page) {
        const QString name = u"page %1"_s.arg(page + 1);
        damages.emplace_back(name, turned(whole, page * pageSize, pageSize));
        damages.emplace_back(name + u", its head"_s, turned(whole, page * pageSize + (page == 0 ? 100 : 0), 8));
    }
    constexpr qsizetype headSize = 100; // https://www.sqlite.org/fileformat.html#the_database_header
    constexpr qsizetype versionAt = 63;
    for (qsizetype at = 0; at < headSize; ++at) {
        // With another last byte of its version it is a file of a newer program.
        if (at != versionAt)
            damages.emplace_back(u"byte %1"_s.arg(at), turned(whole, at, 1));
    }
    // An earlier version of the schema than that of its tables.
    damages.emplace_back(u"no version"_s, QByteArray(whole).replace(versionAt, 1, QByteArray(1, '\0')));
    damages.emplace_back(u"earlier version"_s, QByteArray(whole).replace(versionAt, 1, QByteArray(1, 5)));
    for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(15), qsizetype(99), qsizetype(101), pageSize - 1,
                                 pageSize + 1, whole.size() / 2 + 13, whole.size() - pageSize, whole.size() - 1})
        damages.emplace_back(u"cut to %1"_s.arg(size), whole.left(size));
    damages.emplace_back(u"no database"_s, QByteArray(whole.size(), 'x'));
    damages.emplace_back(u"zeroes"_s, QByteArray(whole.size(), '\0'));
    return damages;
}

} // namespace

class DamageSweepTest : public QObject
{
    Q_OBJECT

private slots:
    void everyDamageEndsUsable_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("journal") << journalName;
        QTest::newRow("ledger") << ledgerName;
    }
    /// Of a file, each page, each byte of its head, and each cut: every command that a sentence names leads on.
    void everyDamageEndsUsable()
    {
        QFETCH(const QString, name);
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.loseAnswers();
        QCOMPARE(files.create().end, CreateOutcome::End::Unknown);
        QCOMPARE(files.refund().end, RefundOutcome::End::Unknown);
        const qsizetype sent = files.sent();
        files.bench.restart();
        const QString creation = files.bench.desk->journal().unknown(Intent::Kind::Create).result()->front().id;
        const QString refund = files.bench.desk->journal().unknown(Intent::Kind::Refund).result()->front().id;
        files.bench.desk.reset();
        const QByteArray ledger = files.read(ledgerName);
        const QByteArray journal = files.read(journalName);
        const auto damages = damagesOf(name == journalName ? journal : ledger);
        QVERIFY(damages.size() > 110);
        QStringList faults;
        for (const auto &[what, bytes] : damages) {
            files.write(ledgerName, ledger);
            files.write(journalName, journal);
            files.write(name, bytes);
            const QString fault = faultOf(files, name, creation, refund, what.startsWith(u"byte"_s));
            if (!fault.isEmpty())
                faults << what + u": "_s + fault.left(mostShown);
            QCOMPARE(files.sent(), sent);
            files.bench.desk.reset();
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    /// In whatever order the merchant does what the sentences name.
    void bothDamagedEndUsable_data()
    {
        QTest::addColumn<bool>("isRebuiltFirst");
        QTest::newRow("rebuild, accept") << true;
        QTest::newRow("accept, rebuild") << false;
    }
    void bothDamagedEndUsable()
    {
        QFETCH(const bool, isRebuiltFirst);
        StorageBench files;
        files.addPayment();
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.write(journalName, QByteArray(files.read(journalName).size(), 'x'));
        files.write(ledgerName, QByteArray(files.read(ledgerName).size(), 'x'));
        files.bench.open();
        QStringList said;
        for (int turn = 0; turn < 3 && !files.bench.desk->whyNoWrites().isEmpty(); ++turn) {
            if ((turn % 2 == 0) == isRebuiltFirst) {
                const auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
                said << (rebuilt ? rebuilt->lost.join(u' ') : rebuilt.error().sentence);
            } else {
                const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
                said << (accepted ? accepted->lost.join(u' ') : accepted.error().sentence);
            }
        }
        QVERIFY2(files.bench.desk->whyNoWrites().isEmpty(), qPrintable(said.join(u'\n')));
        QVERIFY2(said.join(u' ').contains(u"a second time"_s), qPrintable(said.join(u'\n')));
        files.bench.restart();
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }

private:
    /// Goes on as the sentences say, and returns what is wrong afterwards. Where @p isWhole, every row can be read.
    static QString faultOf(StorageBench &files, const QString &name, const QString &creation, const QString &refund,
                           bool isWhole)
    {
        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(true));
        if (name == ledgerName && !files.bench.desk->whyNoWrites().isEmpty()) {
            const auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
            if (!rebuilt)
                return u"not rebuilt: "_s + rebuilt.error().sentence;
            if (isWhole && (rebuilt->fromJournal > 0 || rebuilt->lost.join(u' ').contains(u"could not be read"_s)))
                return u"rows were lost: "_s + rebuilt->lost.join(u' ');
        }
        if (!files.bench.desk->whyNoWrites().isEmpty()) {
            const auto accepted = QCoro::waitFor(files.bench.desk->acceptFiles());
            if (!accepted)
                return u"not accepted: "_s + accepted.error().sentence;
            constexpr int all = 3;
            if (name == journalName && isWhole && accepted->takenOver != all)
                return u"%1 rows were taken over"_s.arg(accepted->takenOver);
            if (name == journalName && accepted->takenOver < all && accepted->lost.isEmpty())
                return u"a loss is not said"_s;
        }
        for (int start = 0; start < 2; ++start) {
            if (const QString why = files.bench.desk->whyNoWrites(); !why.isEmpty())
                return u"start %1: "_s.arg(start) + why;
            const auto refunds = files.bench.desk->journal().unknown(Intent::Kind::Refund).result();
            if (!refunds || refunds->size() != 1 || refunds->front().id != refund)
                return u"the refund is no question"_s;
            const auto creations = files.bench.desk->journal().unknown(Intent::Kind::Create).result();
            if (!creations || creations->size() != 1 || creations->front().id != creation)
                return u"the creation is no question"_s;
            const auto [sessions, open] = files.listed();
            if (sessions.size() != 1 || open != 1)
                return u"%1 sessions and %2 creations are listed"_s.arg(sessions.size()).arg(open);
            if (files.refund().end != RefundOutcome::End::Rejected)
                return u"the refund can be made again"_s;
            if (start == 0)
                files.bench.restart();
        }
        return {};
    }
};

TILLDECK_TEST(DamageSweepTest)

} // namespace damage_sweep_test

#include "tst_damage_sweep.moc"
