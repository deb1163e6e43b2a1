// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file are created, each once, whatever happens meanwhile.
#include "desk/import_shop.h"
#include "desk/needs_attention.h"
#include "desk/remove_account.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QTimer>

namespace session_import_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Fault = ImportShop::Fault;
using End = SessionImport::End;
using State = ledger::Intent::State;

class SessionImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<ImportShop>(); }
    void cleanup() { m_shop.reset(); }

    void everyRowIsCreatedOnce()
    {
        SessionImport import(m_shop->desk());
        bool allWerePlanned = false;
        connect(&import, &SessionImport::planned, &import,
                [&] { allWerePlanned = m_shop->sent.isEmpty() && m_shop->batch().notSent == 40; });
        const auto error = m_shop->run(import, 40);
        QVERIFY2(!error, error ? qPrintable(error->sentence) : "");
        QVERIFY(allWerePlanned);
        QCOMPARE(m_shop->made.size(), 40);
        QCOMPARE(once(m_shop->made).size(), 40);
        QVERIFY(m_shop->mostUnderWay > 1);
        QVERIFY(m_shop->mostUnderWay <= 6);
        QCOMPARE(import.rows().size(), size_t(40));
        for (size_t i = 0; i < 40; ++i) {
            const auto &row = import.rows().at(i);
            QCOMPARE(row.end, End::Created);
            QCOMPARE(row.line, int(i) + 2);
            QCOMPARE(row.record.session.id, u"cs_R%1"_s.arg(i));
            QCOMPARE(row.record.session.secureToken, u"sec_R%1"_s.arg(i));
        }
        QCOMPARE(m_shop->bench.list(m_shop->account).rows.size(), size_t(40));
        QCOMPARE(m_shop->counts(), (QList<int>{40, 40, 0, 0, 0, 0}));
        QVERIFY(m_shop->desk().journal().unsettled(m_shop->account).result()->empty());
        QCOMPARE(import.progress().made, 40);
        // An import that is over is shown, and sends nothing.
        SessionImport again(m_shop->desk());
        QVERIFY(!m_shop->resume(again, import.batchId()));
        QCOMPARE(m_shop->sent.size(), 40);
        QCOMPARE(again.rows().front().record.session.secureToken, u"sec_R0"_s);
    }

    void aProgramThatEndsInTheMiddleLosesNoRowAndSendsNoneTwice()
    {
        m_shop->onCreate = [](int number) { return number > 12 ? Fault::Silent : Fault::None; };
        {
            SessionImport import(m_shop->desk());
            import.start(m_shop->order(30));
            QTRY_VERIFY(m_shop->sent.size() >= 18);
            m_shop->bench.restart();
        }
        const qsizetype sentBefore = m_shop->sent.size();
        const QList<int> counts = m_shop->counts();
        QCOMPARE(counts.at(1) + counts.at(3), int(sentBefore));
        QCOMPARE(counts.at(4), 30 - int(sentBefore));
        QVERIFY(!m_shop->batch().isRunning);
        const auto removed = QCoro::waitFor(removeAccount(&m_shop->desk(), m_shop->account));
        QCOMPARE(removed.error().kind, ErrorKind::Rejected);
        m_shop->onCreate = {};
        SessionImport rest(m_shop->desk());
        const auto error = m_shop->resume(rest, m_shop->batch().id);
        QVERIFY2(!error, error ? qPrintable(error->sentence) : "");
        QCOMPARE(m_shop->sent.size(), 30);
        QCOMPARE(once(m_shop->sent).size(), 30);
        QCOMPARE(once(QStringList(m_shop->keys.begin(), m_shop->keys.end())).size(), 30);
        QCOMPARE(rest.progress().made, 30 - counts.at(3));
        QCOMPARE(rest.progress().unknown, counts.at(3)); // listed, and not sent again
        SessionImport last(m_shop->desk());
        QVERIFY(!m_shop->resume(last, m_shop->batch().id));
        QCOMPARE(m_shop->sent.size(), 30);
    }

    void twoProgramsSendNoRowTwice()
    {
        m_shop->onCreate = [](int number) { return number > 6 ? Fault::Silent : Fault::None; };
        SessionImport import(m_shop->desk());
        import.start(m_shop->order(20));
        QTRY_VERIFY(m_shop->sent.size() >= 12);
        const auto beside = m_shop->bench.openBeside();
        SessionImport other(*beside);
        const auto refused = m_shop->resume(other, m_shop->batch().id);
        QVERIFY(refused);
        QCOMPARE(refused->kind, ErrorKind::Rejected);
        QVERIFY(!QCoro::waitFor(cancelImport(beside.get(), m_shop->account, m_shop->batch().id)));
        SessionImport same(*beside);
        const auto asked = m_shop->run(same, 20);
        QVERIFY(asked);
        QCOMPARE(same.earlier()->rows, 20);
        QVERIFY(same.earlier()->batch.isRunning);
        QCOMPARE(m_shop->sent.size(), 12);
        // What one program was too slow to send, because another had it meanwhile, is not sent by it.
        auto rows = m_shop->desk().journal().rowsOfImport(m_shop->account, m_shop->batch().id).result().value();
        const auto planned = std::ranges::find(rows, State::Planned, &ledger::Intent::state);
        QVERIFY(planned != rows.end());
        QVERIFY(beside->journal().openPlanned(planned->id, "x", beside->now(), beside->now()).result());
        const auto provider = QCoro::waitFor(m_shop->desk().writer(m_shop->account));
        const PlannedEnd end = QCoro::waitFor(sendPlanned(&m_shop->desk(), *provider, m_shop->account, *planned, {}));
        QCOMPARE(end.end, End::NotSent);
        QCOMPARE(m_shop->sent.size(), 12);
        import.stop();
    }

    void whileARowWaitsItBelongsToItsProgram()
    {
        m_shop->onCreate = [](int number) { return number == 1 ? Fault::TooMany : Fault::None; };
        SessionImport import(m_shop->desk());
        bool done = false;
        connect(&import, &SessionImport::finished, &import, [&] { done = true; });
        import.start(m_shop->order(1));
        QTRY_COMPARE(import.progress().rests.count(), 1);
        QCOMPARE(m_shop->counts(), (QList<int>{1, 0, 0, 0, 1, 0}));
        QVERIFY(m_shop->batch().isRunning);
        const auto beside = m_shop->bench.openBeside();
        SessionImport other(*beside);
        const auto refused = m_shop->resume(other, m_shop->batch().id);
        QVERIFY(refused);
        QVERIFY(!QCoro::waitFor(cancelImport(beside.get(), m_shop->account, m_shop->batch().id)));
        QTRY_VERIFY(done);
        QCOMPARE(m_shop->counts(), (QList<int>{1, 1, 0, 0, 0, 0}));
        QCOMPARE(m_shop->made.size(), 1);
    }

    void whatAnotherProgramSendsAtThisMomentIsNotCalledUnknown()
    {
        m_shop->onCreate = [](int) { return Fault::TooManyFor; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 1));
        const auto rows = m_shop->desk().journal().rowsOfImport(m_shop->account, import.batchId()).result().value();
        const auto beside = m_shop->bench.openBeside();
        QVERIFY(beside->journal().openPlanned(rows.front().id, "x", beside->now(), beside->now()).result());
        ledger::SessionRecord record;
        record.accountId = m_shop->account;
        record.intentId = rows.front().id;
        record.state = ledger::SessionRecord::State::Creating;
        record.createdAt = beside->now();
        QVERIFY(beside->ledger().put(record).result());
        const auto provider = QCoro::waitFor(m_shop->desk().writer(m_shop->account));
        const PlannedEnd end =
            QCoro::waitFor(sendPlanned(&m_shop->desk(), *provider, m_shop->account, rows.front(), {}));
        QCOMPARE(end.end, End::NotSent);
        QCOMPARE(m_shop->desk().journal().intent(rows.front().id).result().value()->state, State::Open);
        QCOMPARE(m_shop->sent.size(), 1);
    }

    void theSameFileAgainIsAQuestion()
    {
        SessionImport import(m_shop->desk());
        QVERIFY(!m_shop->run(import, 3));
        SessionImport again(m_shop->desk());
        const auto asked = m_shop->run(again, 5);
        QVERIFY(asked);
        QVERIFY2(asked->sentence.contains(u"orders.csv"_s), qPrintable(asked->sentence));
        QCOMPARE(again.earlier()->rows, 3);
        QCOMPARE(m_shop->sent.size(), 3);
        QVERIFY(!m_shop->run(again, 5, Repeat::Another));
        QCOMPARE(m_shop->sent.size(), 8);
    }

    /// The provider documents no key under which it acts once, so its list says what it made of what it refused.
    void whatIsNotTheRowsFaultLeavesThoseThatWereNotSentPlanned_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("the key is refused") << int(Fault::KeyRefused);
        QTest::newRow("no time for hours") << int(Fault::TooManyFor);
    }
    void whatIsNotTheRowsFaultLeavesThoseThatWereNotSentPlanned()
    {
        QFETCH(const int, fault);
        m_shop->onCreate = [fault](int number) { return number > 4 ? Fault(fault) : Fault::None; };
        SessionImport import(m_shop->desk());
        const auto error = m_shop->run(import, 20);
        QVERIFY(error);
        const auto refused = static_cast<int>(m_shop->sent.size()) - 4;
        QVERIFY(refused >= 1 && refused <= 6);
        QCOMPARE(m_shop->counts(), (QList<int>{20, 4, 0, 0, 16, 0}));
        QCOMPARE(m_shop->bench.list(m_shop->account).rows.size(), size_t(4)); // no row shows what was not made
        m_shop->onCreate = {};
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, m_shop->batch().id));
        QCOMPARE(m_shop->made.size(), 20);
        QCOMPARE(once(m_shop->made).size(), 20);
    }

    void whatWasNotSentNeedsAttention()
    {
        m_shop->onCreate = [](int number) { return number > 4 ? Fault::KeyRefused : Fault::None; };
        const auto attention = [this] {
            return QCoro::waitFor(needsAttention(&m_shop->desk(), {m_shop->account}, {})).value();
        };
        SessionImport import(m_shop->desk());
        bool wasQuiet = true;
        connect(&import, &SessionImport::planned, &import,
                [&] { wasQuiet = m_shop->desk().journal().unsentImports().result()->empty(); });
        QVERIFY(m_shop->run(import, 20));
        QVERIFY(wasQuiet); // while it runs
        QCOMPARE(attention().imports.size(), size_t(1));
        QCOMPARE(attention().imports.front().notSent, 16);
        QCOMPARE(attention().count(), 1);
        QVERIFY(QCoro::waitFor(needsAttention(&m_shop->desk(), {}, {}))->imports.empty());
        QVERIFY(QCoro::waitFor(cancelImport(&m_shop->desk(), m_shop->account, import.batchId())));
        QCOMPARE(attention().count(), 0);
    }

    void aRefusedRowStopsNoOther()
    {
        m_shop->onCreate = [](int number) { return number == 2 ? Fault::Refused : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(!m_shop->run(import, 8));
        QCOMPARE(m_shop->counts(), (QList<int>{8, 7, 1, 0, 0, 0}));
        const auto refused = std::ranges::find(import.rows(), End::Refused, &SessionImport::Row::end);
        QVERIFY2(refused->note.contains(u"No such price."_s), qPrintable(refused->note));
    }

    void whatHasNoAnswerIsListedAndThreeInARowEndTheRun()
    {
        m_shop->onCreate = [](int number) { return number == 3 ? Fault::LostAfter : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(!m_shop->run(import, 10));
        QCOMPARE(m_shop->counts(), (QList<int>{10, 9, 0, 1, 0, 0}));
        QCOMPARE(m_shop->desk().journal().unknown().result()->size(), size_t(1));
        m_shop->onCreate = [](int) { return Fault::LostBefore; };
        SessionImport lost(m_shop->desk());
        const auto error = ImportShop::ended(lost, [&] { lost.start(m_shop->order(30, u"L"_s)); });
        QCOMPARE(error->kind, ErrorKind::UnknownOutcome);
        QVERIFY(lost.progress().unknown >= 3);
        QVERIFY(lost.progress().unknown <= 8);
        QCOMPARE(m_shop->batch().notSent, 30 - lost.progress().unknown);
    }

    void stoppedItEndsWhatIsUnderWayAndCancelledTheRestIsNeverSent()
    {
        SessionImport import(m_shop->desk());
        connect(&import, &SessionImport::progressed, &import, [&] {
            if (import.progress().made == 5)
                import.stop();
        });
        QVERIFY(!m_shop->run(import, 40));
        const int made = import.progress().made;
        QVERIFY(made >= 5 && made <= 5 + 12);
        QCOMPARE(m_shop->counts(), (QList<int>{40, made, 0, 0, 40 - made, 0}));
        const auto cancelled = QCoro::waitFor(cancelImport(&m_shop->desk(), m_shop->account, import.batchId()));
        QCOMPARE(cancelled.value(), 40 - made);
        QCOMPARE(m_shop->counts(), (QList<int>{40, made, 0, 0, 0, 40 - made}));
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, import.batchId()));
        QCOMPARE(m_shop->made.size(), made);
        QVERIFY(rest.rows().back().isCancelled);
    }

    void pausedItSendsNothing()
    {
        SessionImport import(m_shop->desk());
        connect(&import, &SessionImport::progressed, &import, [&] {
            if (import.progress().made == 3)
                import.pause(true);
        });
        bool done = false;
        connect(&import, &SessionImport::finished, &import, [&] { done = true; });
        import.start(m_shop->order(30));
        int looks = 0;
        QTimer look;
        connect(&look, &QTimer::timeout, &look, [&looks] { ++looks; });
        look.start(50);
        // What was being prepared may still leave.
        QTRY_VERIFY(import.isPaused() && import.progress().underWay == 0);
        const qsizetype sent = m_shop->sent.size();
        QVERIFY(sent <= 3 + 12);
        looks = 0;
        QTRY_VERIFY(looks > 6);
        QCOMPARE(m_shop->sent.size(), sent);
        import.pause(false);
        QTRY_VERIFY(done);
        QCOMPARE(once(m_shop->made).size(), 30);
    }

    void aJournalOfAnEarlierTimeSendsNoRowOnceMore()
    {
        SessionImport import(m_shop->desk());
        QVERIFY(!m_shop->run(import, 4));
        m_shop->bench.desk.reset();
        // As a copy of the journal that was made between plan and run has it.
        const QString journal = m_shop->bench.dataDirectory() + u"/journal.sqlite"_s;
        tilldeck::test::outside(journal, u"UPDATE intent SET state = 'planned', session_id = NULL, body_hash = x''"_s);
        m_shop->bench.open();
        QCOMPARE(m_shop->counts(), (QList<int>{4, 0, 0, 0, 4, 0}));
        SessionImport again(m_shop->desk());
        QVERIFY(!m_shop->resume(again, m_shop->batch().id));
        QCOMPARE(m_shop->sent.size(), 4);
        QCOMPARE(m_shop->counts(), (QList<int>{4, 4, 0, 0, 0, 0}));
        QCOMPARE(again.rows().front().record.session.id, u"cs_R0"_s);
    }

    void whatWasPlannedIsSentWhateverTheFileSaysByThen()
    {
        m_shop->onCreate = [](int) { return Fault::KeyRefused; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 12));
        m_shop->onCreate = {};
        m_shop->sent.clear();
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, m_shop->batch().id));
        QCOMPARE(once(m_shop->sent).size(), 12);
        QVERIFY(m_shop->sent.contains(u"R11"_s));
    }

    void anImportIsGoneOnWithInItsOwnAccountOnly()
    {
        m_shop->onCreate = [](int) { return Fault::KeyRefused; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 12));
        m_shop->onCreate = {};
        const QString other =
            m_shop->bench.connectTo(u"Other"_s, m_shop->server.url(QString()).toString(), u"acc_2"_s, u"sk_test_2"_s);
        const qsizetype sent = m_shop->sent.size();
        SessionImport there(m_shop->desk());
        const auto refused = ImportShop::ended(there, [&] { there.resume(other, m_shop->batch().id, {}); });
        QVERIFY(refused);
        QCOMPARE(m_shop->sent.size(), sent);
        QVERIFY(!m_shop->batch().isRunning);
    }

private:
    std::unique_ptr<ImportShop> m_shop;
};

TILLDECK_TEST(SessionImportTest)

} // namespace session_import_test

#include "tst_session_import.moc"
