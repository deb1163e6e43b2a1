// SPDX-License-Identifier: GPL-3.0-or-later
// An account that is being removed when a program is ended, or a disk is full: it is removed to its end later, and
// leaves no token behind.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/keep_tokens_out.h"
#include "desk/remove_account.h"
#include "desk/storage_bench.h"
#include "support/canaries.h"
#include "support/failing_disk.h"
#include "support/runner.h"

namespace removal_resumed_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using tilldeck::test::Canaries;
using tilldeck::test::FailingDisk;

class RemovalResumedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_files = std::make_unique<StorageBench>();
        m_files->server.onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(
                http::test::answer(200, R"({"id":"cs_1","secure_token":"sec_4f9c1e7ab2d84c06a3","status":"open"})"));
        };
        m_token = m_files->create().record.session.secureToken;
        QVERIFY(!left().isEmpty());
    }
    void cleanup() { m_files.reset(); }

    /// The program ends after each number of turns of its event loop.
    void aProgramThatEndsInTheMiddleIsFollowedByOneThatFinishes()
    {
        for (int turns = 0; turns < 12; ++turns) {
            cleanup();
            init();
            const auto isDone = std::make_shared<bool>(false); // it may go on after this turn
            auto removing = removeAccount(m_files->bench.desk.get(), m_files->account);
            QCoro::connect(std::move(removing), this,
                           [isDone](const checkout::Result<KeyRemoval> &) { *isDone = true; });
            for (int turn = 0; turn < turns && !*isDone; ++turn)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
            const accounts::AccountStore &store = m_files->bench.desk->accounts();
            const bool isBegun = !store.removals().isEmpty() || !store.byId(m_files->account);
            m_files->bench.restart();
            if (!isBegun) { // nothing was taken away
                QVERIFY(m_files->bench.desk->accounts().byId(m_files->account) && !left().isEmpty());
                continue;
            }
            resumed();
            if (QTest::currentTestFailed())
                return;
        }
        // Which moments these are depends on the computer: each of its own is in the next test.
    }

    void eachMomentAfterTheNoteIsGoneOnWith_data()
    {
        QTest::addColumn<int>("steps");
        QTest::newRow("noted") << 0;
        QTest::newRow("out of the journal") << 1;
        QTest::newRow("not connected any more") << 2;
        QTest::newRow("out of the ledger") << 3;
    }
    void eachMomentAfterTheNoteIsGoneOnWith()
    {
        QFETCH(const int, steps);
        Desk &desk = *m_files->bench.desk;
        QVERIFY(desk.accounts().beginRemoval(m_files->account));
        if (steps > 0)
            QVERIFY(desk.journal().eraseHandedOutOfSettled(m_files->account).result());
        if (steps > 1)
            QVERIFY(desk.accounts().remove(m_files->account));
        if (steps > 2)
            QVERIFY(desk.ledger().removeAccount(m_files->account).result());
        // A window goes on with it by itself.
        m_files->bench.desk.reset();
        m_files->bench.desk = Desk::open(m_files->bench.dataDirectory(), {}, Role::Window).value();
        QTRY_VERIFY(m_files->bench.desk->accounts().removals().isEmpty());
        isGone();
    }

    /// By its timer, for it was open before.
    void aWindowGoesOnWithWhatAnotherProgramLeft()
    {
        m_files->bench.desk.reset();
        m_files->bench.desk = Desk::open(m_files->bench.dataDirectory(), {}, Role::Window).value();
        m_files->bench.openBeside()->accounts().beginRemoval(m_files->account).value();
        QTRY_VERIFY_WITH_TIMEOUT(!m_files->bench.desk->accounts().byId(m_files->account), 10'000);
        QTRY_VERIFY(m_files->bench.desk->accounts().removals().isEmpty());
        isGone();
    }

    void whatAFullDiskLeavesIsTakenAwayOnceThereIsRoom_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("leftAlone");
        for (const int leftAlone : {0, 1, 2, 4, 8, 16, 32})
            QTest::addRow("ledger, after %d writes", leftAlone) << ledgerName << leftAlone;
        for (const int leftAlone : {0, 1, 2, 4, 8, 16})
            QTest::addRow("journal, after %d writes", leftAlone) << journalName << leftAlone;
    }
    void whatAFullDiskLeavesIsTakenAwayOnceThereIsRoom()
    {
        QFETCH(const QString, name);
        QFETCH(const int, leftAlone);
        bool isRemoved = false;
        {
            const FailingDisk disk(FailingDisk::Call::Write, m_files->path(name), leftAlone);
            isRemoved = QCoro::waitFor(removeAccount(m_files->bench.desk.get(), m_files->account)).has_value();
        }
        const bool isConnected = m_files->bench.desk->accounts().byId(m_files->account).has_value();
        QCOMPARE(m_files->bench.desk->accounts().removals().isEmpty(), isRemoved || isConnected);
        if (isConnected) { // it was said to stay
            QVERIFY(QCoro::waitFor(removeAccount(m_files->bench.desk.get(), m_files->account)));
            isGone();
            return;
        }
        resumed();
    }

    void theNextStartTakesAwayWhatAFullDiskLeft()
    {
        {
            const FailingDisk disk(FailingDisk::Call::Write, m_files->path(ledgerName), 0);
            QVERIFY(!QCoro::waitFor(removeAccount(m_files->bench.desk.get(), m_files->account)));
        }
        QVERIFY(!left().isEmpty());
        m_files->bench.restart();
        resumed();
    }

    void anAccountWithWhichSomethingWasBegunSinceStays()
    {
        Desk &desk = *m_files->bench.desk;
        QVERIFY(desk.accounts().beginRemoval(m_files->account));
        const QDateTime now = m_files->bench.now();
        QVERIFY(
            desk.journal().begin(ledger::randomId(), m_files->account, "hash", draft(), now, now.addSecs(60)).result());
        QCoro::waitFor(resumeRemovals(&desk));
        QVERIFY(desk.accounts().byId(m_files->account));
        QVERIFY(desk.accounts().removals().isEmpty());
        QVERIFY(!left().isEmpty());
    }

    /// The rows are changed by then, and the file must be rewritten all the same.
    void tokensThatAFullDiskKeptInAFileAreTakenOutOfItLater()
    {
        int failed = 0;
        for (const int leftAlone : {1, 2, 3, 4, 6, 8, 12}) {
            cleanup();
            init();
            {
                const FailingDisk disk(FailingDisk::Call::Write, m_files->path(ledgerName), leftAlone);
                failed += QCoro::waitFor(keepTokensOut(m_files->bench.desk.get(), m_files->account, true)) ? 0 : 1;
            }
            QVERIFY(QCoro::waitFor(keepTokensOut(m_files->bench.desk.get(), m_files->account, true)));
            QCOMPARE(left(), QStringList());
        }
        QVERIFY(failed > 1);
    }

private:
    /// The files of this computer that hold the token.
    QStringList left() const
    {
        Canaries canaries;
        canaries.add(u"token"_s, m_token);
        return canaries.hitsBelow(m_files->bench.dataDirectory());
    }

    void resumed()
    {
        QCoro::waitFor(resumeRemovals(m_files->bench.desk.get()));
        isGone();
    }

    void isGone()
    {
        QVERIFY(!m_files->bench.desk->accounts().byId(m_files->account));
        QCOMPARE(m_files->bench.desk->accounts().removals(), QStringList());
        QCOMPARE(left(), QStringList());
        QCOMPARE(m_files->listed().first.size(), 0);
    }

    std::unique_ptr<StorageBench> m_files;
    QString m_token;
};

TILLDECK_TEST(RemovalResumedTest)

} // namespace removal_resumed_test

#include "tst_removal_resumed.moc"
