// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/lists/counted.h"

#include <QPromise>
#include <QTest>

#include <memory>
#include <vector>

namespace counted_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using Answer = checkout::Result<int>;

class CountedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_questions.clear();
        m_shown.clear();
        m_counted = std::make_unique<ui::Counted<int, int>>(
            [this](int filter) {
                m_questions.push_back({filter, std::make_unique<QPromise<Answer>>()});
                m_questions.back().promise->start();
                return m_questions.back().promise->future();
            },
            [this](const std::optional<int> &figure) { m_shown.append(figure.value_or(none)); }, nullptr);
    }
    void cleanup()
    {
        m_counted.reset();
        for (const Question &question : m_questions)
            question.promise->finish();
    }

    void aFigureIsShownWhenItIsThere()
    {
        m_counted->count(1);
        answer(0, 40);
        QTRY_COMPARE(m_shown, QList<int>({40}));
    }

    void theFigureOfTheFilterBeforeGoesAfterAMoment()
    {
        m_counted->count(1);
        answer(0, 40);
        QTRY_COMPARE(m_shown, QList<int>({40}));
        m_counted->count(2);
        QTRY_COMPARE(m_shown, QList<int>({40, none}));
        answer(1, 50);
        QTRY_COMPARE(m_shown, QList<int>({40, none, 50}));
    }

    void anAnswerThatComesAtOnceHidesNothing()
    {
        m_counted->count(1);
        answer(0, 40);
        QTRY_COMPARE(m_shown, QList<int>({40}));
        m_counted->count(2);
        answer(1, 50);
        QTRY_COMPARE(m_shown, QList<int>({40, 50}));
        QTest::qWait(150); // longer than anything may stay
        QCOMPARE(m_shown, QList<int>({40, 50}));
    }

    void theSameIsNotCountedTwice()
    {
        m_counted->count(1);
        m_counted->count(1);
        QCOMPARE(m_questions.size(), 1u);
        answer(0, 40);
        QTRY_COMPARE(m_shown.size(), 1);
        m_counted->count(1);
        QCOMPARE(m_questions.size(), 1u);
    }

    void whatNobodyWaitsForIsCancelled()
    {
        m_counted->count(1);
        m_counted->count(2);
        QVERIFY(m_questions[0].promise->isCanceled());
        QVERIFY(!m_questions[1].promise->isCanceled());
        m_counted.reset();
        QVERIFY(m_questions[1].promise->isCanceled());
    }

    /// Where one change follows another, the figure is late, but it comes.
    void changesMeanwhileAreCountedAfterTheAnswer()
    {
        m_counted->count(1);
        m_counted->countAgain();
        m_counted->countAgain();
        QVERIFY(!m_questions[0].promise->isCanceled());
        QCOMPARE(m_questions.size(), 1u);
        answer(0, 40);
        QTRY_COMPARE(m_questions.size(), 2u);
        QCOMPARE(m_shown, QList<int>({40}));
        QTest::qWait(150);
        QCOMPARE(m_shown, QList<int>({40})); // it is of this filter
        answer(1, 41);
        QTRY_COMPARE(m_shown, QList<int>({40, 41}));
        QCOMPARE(m_questions.size(), 2u);
    }

    void whatIsForgottenIsCountedAnew()
    {
        m_counted->count(1);
        answer(0, 40);
        QTRY_COMPARE(m_shown.size(), 1);
        m_counted->forget();
        QCOMPARE(m_shown, QList<int>({40, none}));
        m_counted->countAgain();
        QCOMPARE(m_questions.size(), 1u);
        m_counted->count(1);
        QCOMPARE(m_questions.size(), 2u);
    }

    void whatCannotBeCountedIsNotShown()
    {
        m_counted->count(1);
        answer(0, 40);
        QTRY_COMPARE(m_shown.size(), 1);
        m_counted->countAgain();
        m_questions[1].promise->addResult(
            Answer(std::unexpected(checkout::Error(checkout::ErrorKind::Storage, u"damaged"_s))));
        m_questions[1].promise->finish();
        QTRY_COMPARE(m_shown, QList<int>({40, none}));
    }

private:
    static constexpr int none = -1;
    struct Question
    {
        int filter;
        std::unique_ptr<QPromise<Answer>> promise;
    };

    void answer(size_t question, int figure)
    {
        m_questions[question].promise->addResult(Answer(figure));
        m_questions[question].promise->finish();
    }

    std::vector<Question> m_questions;
    QList<int> m_shown;
    std::unique_ptr<ui::Counted<int, int>> m_counted;
};

TILLDECK_TEST(CountedTest)

} // namespace counted_test

#include "tst_counted.moc"
