// SPDX-License-Identifier: GPL-3.0-or-later
// A charge that is known from the journal alone has a status of its own until its provider's payments are read.
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/overview.h"
#include "desk/rebuild_ledger.h"
#include "desk/refresh_account.h"
#include "desk/refresh_session.h"
#include "support/runner.h"

#include <QFile>

namespace not_asked_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::SessionStatus;

namespace {

/// A charge whose row came back from the journal.
struct RebuiltCharge
{
    RebuiltCharge()
        : account(server.connectTo(bench))
    {
        const auto seen = quoteNow(*bench.desk, account, charge());
        const auto made = QCoro::waitFor(createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *seen));
        if (made.end != CreateOutcome::End::Confirmed)
            qFatal("The charge was not created.");
        bench.desk.reset();
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(bench.dataDirectory() + u"/ledger.sqlite"_s + part);
        bench.open();
        if (!QCoro::waitFor(rebuildLedger(bench.desk.get())))
            qFatal("The ledger was not rebuilt.");
    }

    SessionStatus status()
    {
        return bench.desk->ledger().session(account, u"charge_1"_s).result().value()->session.status;
    }
    ledger::SessionCounts counts()
    {
        ledger::SessionFilter filter;
        filter.accountIds = {account};
        filter.now = bench.now();
        return bench.desk->ledger().counts(filter).result().value();
    }
    /// Reads the payments of the provider, for the account or for the charge alone.
    bool look(bool isRefresh)
    {
        if (isRefresh)
            return QCoro::waitFor(refreshAccount(bench.desk.get(), account, {}, Depth::Incremental)).has_value();
        return QCoro::waitFor(refreshSession(bench.desk.get(), account, u"charge_1"_s)).has_value();
    }

    ChargeServer server;
    Bench bench;
    QString account;
};

} // namespace

class NotAskedTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsNeitherOpenNorFailed()
    {
        RebuiltCharge one;
        QCOMPARE(one.status(), SessionStatus::NotAsked);
        const ledger::SessionCounts counts = one.counts();
        QCOMPARE(counts.notAsked, 1);
        QCOMPARE(counts.open, 0);
        QCOMPARE(counts.failed, 0);
        QCOMPARE(counts.needsAttention, 1);
        one.bench.restart();
        QCOMPARE(one.status(), SessionStatus::NotAsked);
    }

    void whatThePaymentsSayEndsIt_data()
    {
        QTest::addColumn<QString>("payment");
        QTest::addColumn<bool>("isRefresh");
        QTest::addColumn<SessionStatus>("status");
        for (const bool isRefresh : {true, false}) {
            const QByteArray by = isRefresh ? "a refresh" : "a look at it";
            QTest::newRow("pending, by " + by) << u"pending"_s << isRefresh << SessionStatus::Open;
            QTest::newRow("paid, by " + by) << u"completed"_s << isRefresh << SessionStatus::Completed;
            QTest::newRow("none, by " + by) << QString() << isRefresh << SessionStatus::Open;
        }
    }
    void whatThePaymentsSayEndsIt()
    {
        QFETCH(const QString, payment);
        QFETCH(const bool, isRefresh);
        QFETCH(const SessionStatus, status);
        RebuiltCharge one;
        if (!payment.isEmpty())
            one.server.transactions = {desk::test::payment(u"charge_1"_s, payment, u"KS-1"_s)};
        QVERIFY(one.look(isRefresh));
        QCOMPARE(one.status(), status);
        QCOMPARE(one.counts().notAsked, 0);
    }

    void aListThatCannotBeReadEndsNothing()
    {
        RebuiltCharge one;
        one.server.listsTransactions = false;
        (void)one.look(true);
        QCOMPARE(one.status(), SessionStatus::NotAsked);
    }
};

TILLDECK_TEST(NotAskedTest)

} // namespace not_asked_test

#include "tst_not_asked.moc"
