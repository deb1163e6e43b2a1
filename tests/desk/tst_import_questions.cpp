// SPDX-License-Identifier: GPL-3.0-or-later
// What a provider may have made already of a file's rows is looked at before they are sent again.
#include "desk/import_shop.h"
#include "desk/reconcile_creation.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace import_questions_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Fault = ImportShop::Fault;
using End = SessionImport::End;
using State = ledger::Intent::State;

class ImportQuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<ImportShop>(); }
    void cleanup() { m_shop.reset(); }

    void aProviderThatHasNoTimeIsLeftAloneAndLookedAtBeforeTheSameIsSentAgain()
    {
        m_shop->onCreate = [](int number) { return number >= 4 && number <= 6 ? Fault::TooMany : Fault::None; };
        SessionImport import(m_shop->desk());
        QElapsedTimer since;
        since.start();
        const auto error = m_shop->run(import, 10);
        QVERIFY2(!error, error ? qPrintable(error->sentence) : "");
        QVERIFY(since.elapsed() >= 1000);
        QCOMPARE(m_shop->made.size(), 10);
        QCOMPARE(once(m_shop->made).size(), 10);
        QCOMPARE(m_shop->sent.size(), 13);
        QCOMPARE(m_shop->lists, 1);
        QCOMPARE(m_shop->counts(), (QList<int>{10, 10, 0, 0, 0, 0}));
    }

    void whatWasRefusedAndMadeIsAQuestionAndNotSentAgain()
    {
        m_shop->onCreate = [](int number) { return number >= 4 && number <= 6 ? Fault::TooManyAfter : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(!m_shop->run(import, 10));
        QCOMPARE(m_shop->sent.size(), 10);
        QCOMPARE(once(m_shop->made).size(), 10);
        QCOMPARE(m_shop->counts(), (QList<int>{10, 7, 0, 3, 0, 0}));
        const auto question = std::ranges::find(import.rows(), End::Unknown, &SessionImport::Row::end);
        QVERIFY(question != import.rows().end());
        QVERIFY2(question->note.contains(u"cs_"_s + m_shop->made.at(3).left(1)), qPrintable(question->note));
        QCOMPARE(m_shop->bench.list(m_shop->account).rows.size(), size_t(10));
        // It is looked up as any other.
        const auto looked = QCoro::waitFor(reconcileCreation(&m_shop->desk(), m_shop->account, question->intentId));
        QVERIFY2(looked, looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, Reconciliation::Finding::Found);
        QCOMPARE(m_shop->counts(), (QList<int>{10, 8, 0, 2, 0, 0}));
    }

    void afterABackupWasPutBackNoRowIsMadeOnceMore()
    {
        m_shop->onCreate = [](int number) { return number > 4 ? Fault::KeyRefused : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 20));
        m_shop->onCreate = {};
        const QString folder = m_shop->bench.dataDirectory();
        m_shop->bench.desk.reset();
        QTemporaryDir backup;
        for (const QString &name : {u"/ledger.sqlite"_s, u"/journal.sqlite"_s})
            QVERIFY(QFile::copy(folder + name, backup.path() + name));
        m_shop->bench.open();
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, m_shop->batch().id));
        QCOMPARE(once(m_shop->made).size(), 20);
        m_shop->bench.desk.reset();
        for (const QString &name : {u"/ledger.sqlite"_s, u"/journal.sqlite"_s}) {
            QFile::remove(folder + name + u"-wal"_s);
            QFile::remove(folder + name + u"-shm"_s);
            QVERIFY(QFile::remove(folder + name) && QFile::copy(backup.path() + name, folder + name));
        }
        m_shop->bench.open();
        QCOMPARE(m_shop->counts(), (QList<int>{20, 4, 0, 0, 16, 0}));
        SessionImport again(m_shop->desk());
        m_shop->lists = 0;
        QVERIFY(!m_shop->resume(again, m_shop->batch().id));
        QCOMPARE(m_shop->made.size(), 20);
        QCOMPARE(m_shop->lists, 1);
        QCOMPARE(m_shop->counts(), (QList<int>{20, 4, 0, 16, 0, 0}));
    }

    void whatItsFirstSendingMadeIsFoundAfterAnotherOne()
    {
        const auto pass = [this](int seconds) {
            m_shop->secondsLater += seconds;
            m_shop->bench.setNow(m_shop->bench.now().addSecs(seconds));
        };
        m_shop->onCreate = [](int number) { return number == 5 ? Fault::KeyRefusedAfter : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 5));
        QCOMPARE(m_shop->made.size(), 5);
        pass(3600);
        m_shop->isNewestUnreadable = true;
        m_shop->onCreate = [](int) { return Fault::KeyRefused; };
        SessionImport again(m_shop->desk());
        QVERIFY(m_shop->resume(again, m_shop->batch().id, Repeat::Another));
        QCOMPARE(m_shop->sent.size(), 6);
        pass(3600);
        m_shop->isNewestUnreadable = false;
        m_shop->onCreate = {};
        SessionImport rest(m_shop->desk());
        m_shop->resume(rest, m_shop->batch().id);
        QCOMPARE(m_shop->made.size(), 5);
        QCOMPARE(m_shop->counts(), (QList<int>{5, 4, 0, 1, 0, 0}));
    }

    void oneSessionOfTheShopKeepsOneOfEqualRowsBack()
    {
        m_shop->onCreate = [](int number) { return number > 2 ? Fault::KeyRefused : Fault::None; };
        auto order = m_shop->order(9);
        for (ledger::ImportRow &row : order.rows)
            row.draft.customFields = {checkout::CustomField(u"order"_s, u"same"_s)};
        SessionImport import(m_shop->desk());
        QVERIFY(ImportShop::ended(import, [&] { import.start(order, Repeat::Another); }));
        QCOMPARE(m_shop->made.size(), 2);
        m_shop->onCreate = [](int) { return Fault::KeyRefusedAfter; };
        SessionImport once(m_shop->desk());
        QVERIFY(m_shop->resume(once, m_shop->batch().id));
        const auto strange = static_cast<int>(m_shop->made.size()) - 2;
        m_shop->onCreate = {};
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, m_shop->batch().id));
        QCOMPARE(m_shop->counts(), (QList<int>{9, 9 - strange, 0, strange, 0, 0}));
        QCOMPARE(m_shop->made.size(), 9);
    }

    /// What a killed program left of unknown outcome explains as many of the sessions that nobody is known to have
    /// made.
    void equalRowsOfUnknownOutcomeKeepNoOtherBack()
    {
        m_shop->onCreate = [](int number) { return number > 6 ? Fault::Silent : Fault::None; };
        auto order = m_shop->order(20);
        for (ledger::ImportRow &row : order.rows)
            row.draft.customFields = {checkout::CustomField(u"order"_s, u"same"_s)};
        {
            SessionImport import(m_shop->desk());
            import.start(order, Repeat::Another);
            QTRY_VERIFY(m_shop->sent.size() >= 12);
            m_shop->bench.restart();
        }
        m_shop->onCreate = {};
        SessionImport rest(m_shop->desk());
        QVERIFY(!m_shop->resume(rest, m_shop->batch().id));
        QCOMPARE(m_shop->made.size(), 20);
        // Of the six that were answered, some may not have been written down.
        const QList<int> counts = m_shop->counts();
        QCOMPARE(counts.at(1) + counts.at(3), 20);
        QVERIFY(counts.at(3) >= 6 && counts.at(3) <= 12);
    }

    void whereTheListCannotTellNothingIsSent_data()
    {
        QTest::addColumn<QByteArray>("failure");
        QTest::addColumn<bool>("heedsOffset");
        QTest::addColumn<bool>("asks");
        QTest::newRow("it fails") << http::test::answer(503, "{}") << true << false;
        QTest::newRow("its pages do not join") << QByteArray() << false << true;
    }
    void whereTheListCannotTellNothingIsSent()
    {
        QFETCH(const QByteArray, failure);
        QFETCH(const bool, heedsOffset);
        QFETCH(const bool, asks);
        m_shop->onCreate = [](int number) { return number > 4 ? Fault::KeyRefused : Fault::None; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 20));
        const qsizetype sent = m_shop->sent.size();
        m_shop->onCreate = {};
        m_shop->listFailure = failure;
        m_shop->heedsOffset = heedsOffset;
        m_shop->perPage = 3;
        SessionImport rest(m_shop->desk());
        const auto why = m_shop->resume(rest, m_shop->batch().id);
        QVERIFY(why);
        QVERIFY2(why->sentence.contains(asks ? u"not known whether"_s : u"could not be looked up"_s),
                 qPrintable(why->sentence));
        QCOMPARE(rest.asks(), asks);
        QCOMPARE(m_shop->sent.size(), sent);
        QVERIFY(!m_shop->batch().isRunning);
        SessionImport meant(m_shop->desk());
        QCOMPARE(m_shop->resume(meant, m_shop->batch().id, Repeat::Another).has_value(), !asks);
        QCOMPARE(m_shop->made.size(), asks ? 20 : 4);
    }

    void aRowThatWasCancelledAfterItWasRefusedIsAQuestionWhereTheSameIsCreated()
    {
        m_shop->onCreate = [](int) { return Fault::KeyRefusedAfter; };
        SessionImport import(m_shop->desk());
        QVERIFY(m_shop->run(import, 1));
        QCOMPARE(QCoro::waitFor(cancelImport(&m_shop->desk(), m_shop->account, import.batchId())).value(), 1);
        m_shop->onCreate = {};
        const checkout::SessionDraft same = importedRows(1).front().draft;
        const auto again = QCoro::waitFor(createSession(&m_shop->desk(), m_shop->account, same, {}, std::nullopt));
        QCOMPARE(again.end, CreateOutcome::End::Repeated);
        QCOMPARE(m_shop->made.size(), 1);
        QCOMPARE(m_shop->counts(), (QList<int>{1, 0, 0, 1, 0, 0}));
    }

private:
    std::unique_ptr<ImportShop> m_shop;
};

TILLDECK_TEST(ImportQuestionsTest)

} // namespace import_questions_test

#include "tst_import_questions.moc"
