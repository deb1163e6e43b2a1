// SPDX-License-Identifier: GPL-3.0-or-later
// A question that takes long keeps nobody waiting, and ends when nobody waits for it.
#include "ledger_fixture.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace long_questions_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

// Counting that far takes minutes.
const QString endless = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000000) "_s;

TransactionFilter payments()
{
    TransactionFilter filter;
    filter.accountIds = QStringList{u"a"_s};
    return filter;
}

/// Ends a question at the latest when the test does.
template <class T> class Cancelling
{
public:
    explicit Cancelling(QFuture<checkout::Result<T>> question)
        : m_question(std::move(question))
    {
    }
    ~Cancelling() { m_question.cancel(); }
    Q_DISABLE_COPY_MOVE(Cancelling)

    QFuture<checkout::Result<T>> &operator*() { return m_question; }

private:
    QFuture<checkout::Result<T>> m_question;
};

} // namespace

class LongQuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
        got(m_ledger->put(session(u"cs_1"_s)));
        checkout::Transaction paid(u"txn_1"_s, euros(2900));
        paid.createdAt = noon();
        got(m_ledger->mergeTransactions(u"a"_s, {TransactionRecord(0, u"a"_s, paid)}));
    }
    void cleanup() { m_ledger.reset(); }

    void aPageWaitsForNoLongQuestion()
    {
        makeSumsEndless();
        Cancelling sums(m_ledger->totals(payments()));
        auto page = m_ledger->sessions(allOf({u"a"_s}), {}, 10);
        auto window = m_ledger->sessionsAt(allOf({u"a"_s}), {}, {});
        QTRY_VERIFY(page.isFinished() && window.isFinished());
        QCOMPARE(idsOf(got(page).rows), QStringList{u"cs_1"_s});
        auto written = m_ledger->put(session(u"cs_2"_s));
        QTRY_VERIFY(written.isFinished());
        QVERIFY(!(*sums).isFinished());
    }

    void aCancelledQuestionEndsAndTheNextIsAnswered()
    {
        makeSumsEndless();
        Cancelling sums(m_ledger->totals(payments()));
        Cancelling same(m_ledger->totals(payments()));
        auto counts = m_ledger->counts(allOf({u"a"_s}));
        QVERIFY(!QTest::qWaitFor([&counts] { return counts.isFinished(); }, 300));
        (*sums).cancel();
        (*same).cancel();
        QTRY_VERIFY(counts.isFinished());
        QCOMPARE(got(counts).all, 1);
        QTRY_VERIFY((*sums).isFinished() && (*same).isFinished());
        QCOMPARE((*sums).resultCount(), 0);
    }

    void whatIsWrittenIsNotInterrupted()
    {
        auto write = m_ledger->put(session(u"cs_2"_s));
        write.cancel();
        QTRY_VERIFY(write.isFinished());
        QCOMPARE(got(m_ledger->counts(allOf({u"a"_s}))).all, 2);
    }

private:
    /// Makes each look at what stands apart of payments one that does not end.
    void makeSumsEndless() const
    {
        const QString file = m_directory->filePath(u"ledger.sqlite"_s);
        outside(file, u"DROP TABLE payment_detail"_s);
        outside(file, u"CREATE VIEW payment_detail AS "_s + endless +
                          u"SELECT i AS payment_key, NULL AS fees FROM n WHERE i < 0"_s);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};

TILLDECK_TEST(LongQuestionsTest)

} // namespace long_questions_test

#include "tst_long_questions.moc"
