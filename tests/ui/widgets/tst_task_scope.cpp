// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/widgets/task_scope.h"

#include <QCoroSignal>

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace task_scope_test {

using namespace tilldeck::ui;

class Bell : public QObject
{
    Q_OBJECT

signals:
    void rang(int number);
};

namespace {

QCoro::Task<int> nextRing(Bell *bell)
{
    const int number = co_await qCoro(bell, &Bell::rang);
    co_return number;
}

} // namespace

class TaskScopeTest : public QObject
{
    Q_OBJECT

private slots:
    void resultReachesItsOwner()
    {
        Bell bell;
        QObject owner;
        TaskScope scope(&owner);
        int got = 0;
        scope.start(nextRing(&bell), [&got](int number) { got = number; });
        emit bell.rang(7);
        QTRY_COMPARE(got, 7);
    }
    void resultIsDroppedWhenTheOwnerIsGone()
    {
        Bell bell;
        struct Screen : QObject
        {
            TaskScope tasks{this};
        };
        auto screen = std::make_unique<Screen>();
        int got = 0, control = 0;
        screen->tasks.start(nextRing(&bell), [&got](int number) { got = number; });
        TaskScope other(this);
        other.start(nextRing(&bell), [&control](int number) { control = number; });
        screen.reset();
        emit bell.rang(7);
        QTRY_COMPARE(control, 7); // the tasks did run
        QCOMPARE(got, 0);
    }
    void onlyTheNewestQuestionIsAnswered()
    {
        Bell first, second;
        TaskScope scope(this);
        QList<int> got;
        scope.startLatest(nextRing(&first), [&got](int number) { got += number; });
        scope.startLatest(nextRing(&second), [&got](int number) { got += number; });
        emit second.rang(2);
        emit first.rang(1); // the slow answer to the older question
        QTRY_COMPARE(got, QList<int>{2});
        QCoreApplication::processEvents();
        QCOMPARE(got, QList<int>{2});
    }
};
TILLDECK_TEST(TaskScopeTest)

} // namespace task_scope_test

#include "tst_task_scope.moc"
