// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that is closed while a use case is under way: the use case ends, says so, and loses nothing.
#include "desk/create_session.h"
#include "desk/refund_lists.h"
#include "desk/storage_bench.h"
#include "desk/while_open.h"
#include "support/runner.h"

#include <QPromise>

namespace while_open_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::Error;
using checkout::ErrorKind;
using ledger::Intent;

namespace {

// A step goes on when its gate is finished.
http::Task<QString> value(QFuture<void> gate)
{
    co_await gate;
    co_return u"given"_s;
}

http::Task<void> nothing(QFuture<void> gate)
{
    co_await gate;
}

http::Task<checkout::Result<QString>> result(QFuture<void> gate)
{
    co_await gate;
    co_return QString(u"given"_s);
}

http::Task<checkout::Result<void>> failure(QFuture<void> gate)
{
    co_await gate;
    co_return std::unexpected(Error(ErrorKind::Offline, u"away"_s));
}

/// How many turns of the event loop a later closing of the desk is further on.
constexpr int stride = 5;

struct Gate
{
    Gate() { promise.start(); }
    QPromise<void> promise;
};

/// Lets the events of @p turns happen that @p task waits for, as long as it does.
template <class T> void spin(const http::Task<T> &task, int turns)
{
    for (int turn = 0; turn < turns && !task.isReady(); ++turn)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace

class WhileOpenTest : public QObject
{
    Q_OBJECT

private slots:
    void whatAStepGivesIsGivenWhileTheDeskIsOpen()
    {
        Bench bench;
        const QPointer<Desk> desk(bench.desk.get());
        Gate gate;
        auto plain = whileOpen(desk, value(gate.promise.future()));
        auto none = whileOpen(desk, nothing(gate.promise.future()));
        auto good = whileOpen(desk, result(gate.promise.future()));
        auto bad = whileOpen(desk, failure(gate.promise.future()));
        QPromise<checkout::Result<QString>> answered;
        answered.start();
        auto future = whileOpen(desk, answered.future());
        gate.promise.finish();
        answered.addResult(u"given"_s);
        answered.finish();
        QCOMPARE(QCoro::waitFor(std::move(plain)).value(), u"given"_s);
        QVERIFY(QCoro::waitFor(std::move(none)).has_value());
        QCOMPARE(QCoro::waitFor(std::move(good)).value(), u"given"_s);
        QCOMPARE(QCoro::waitFor(std::move(bad)).error().kind, ErrorKind::Offline);
        QCOMPARE(QCoro::waitFor(std::move(future)).value(), u"given"_s);
    }

    void aClosedDeskIsSaidWhateverTheStepGives()
    {
        Bench bench;
        const QPointer<Desk> desk(bench.desk.get());
        Gate gate;
        auto plain = whileOpen(desk, value(gate.promise.future()));
        auto none = whileOpen(desk, nothing(gate.promise.future()));
        auto good = whileOpen(desk, result(gate.promise.future()));
        auto bad = whileOpen(desk, failure(gate.promise.future()));
        QPromise<checkout::Result<QString>> answered;
        answered.start();
        auto future = whileOpen(desk, answered.future());
        bench.desk.reset();
        gate.promise.finish();
        answered.addResult(u"given"_s);
        answered.finish();
        QCOMPARE(QCoro::waitFor(std::move(plain)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(std::move(none)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(std::move(good)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(std::move(bad)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(QCoro::waitFor(std::move(future)).error().kind, ErrorKind::Cancelled);
    }

    void aRefundThatIsCutOffIsKnownAfterwards()
    {
        bool isOver = false;
        int cutOff = 0;
        for (int turns = 0; !isOver; turns += stride) {
            RefundLists shop;
            const QString id = RefundLists::transactionId();
            auto giving = refundPayment(shop.bench.desk.get(), shop.accountId, id, francs(100), QString());
            spin(giving, turns);
            isOver = giving.isReady();
            shop.bench.desk.reset();
            const RefundOutcome outcome = QCoro::waitFor(std::move(giving));
            cutOff += outcome.error && outcome.end != RefundOutcome::End::Confirmed ? 1 : 0;
            const int sent = shop.asked();
            QVERIFY(sent <= 1);
            shop.bench.open();
            const auto known = shop.bench.desk->journal().refundsOf(shop.accountId, id).result();
            QVERIFY(known.has_value());
            QVERIFY(sent <= static_cast<int>(known->size()));
            for (const Intent &intent : *known)
                QVERIFY(sent == 0 || intent.state != Intent::State::Rejected);
        }
        QVERIFY(cutOff > 0);
    }

    void aCreationThatIsCutOffIsKnownAfterwards()
    {
        bool isOver = false;
        int cutOff = 0;
        for (int turns = 0; !isOver; turns += stride) {
            StorageBench files;
            auto creating = createSession(files.bench.desk.get(), files.account, draft(), {}, std::nullopt,
                                          std::nullopt, Repeat::Another);
            spin(creating, turns);
            isOver = creating.isReady();
            files.bench.desk.reset();
            const CreateOutcome outcome = QCoro::waitFor(std::move(creating));
            cutOff += outcome.end != CreateOutcome::End::Confirmed ? 1 : 0;
            const bool isSent = std::ranges::any_of(
                files.server.requests(), [](const QByteArray &request) { return request.startsWith("POST"); });
            files.bench.open();
            const auto rows = files.bench.list(files.account).rows;
            QVERIFY(!isSent || !rows.empty());
        }
        QVERIFY(cutOff > 0);
    }
};

TILLDECK_TEST(WhileOpenTest)

} // namespace while_open_test

#include "tst_while_open.moc"
