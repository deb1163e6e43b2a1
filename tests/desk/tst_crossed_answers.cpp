// SPDX-License-Identifier: GPL-3.0-or-later
// Two answers about one session arrive in another order than that in which the provider gave them.
#include "desk/expire_session.h"
#include "desk/faulty_bench.h"
#include "desk/refresh_session.h"
#include "support/runner.h"

namespace crossed_answers_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::SessionStatus;

namespace {

struct OpenSession
{
    OpenSession()
        : account(on.accounts.front())
        , id(on.create(account, draftAt(accounts::ProviderKind::PaymentKit, 1), std::nullopt).record.session.id)
    {
    }

    /// Lets every call of @p operation wait at @p place, and returns when one began.
    void slowDown(const QString &operation, const char *place)
    {
        on.arm(account, operation, {sandbox::Fault::Kind::Delay, place, true, FaultCase::Shows::Done});
    }
    void waitForFault() { QTRY_COMPARE(on.happened(), qsizetype(1)); }
    void passASecond() { on.bench.setNow(on.bench.now().addSecs(1)); }
    SessionStatus listedStatus()
    {
        return on.bench.desk->ledger().session(account, id).result().value()->session.status;
    }

    FaultyBench on;
    QString account;
    QString id;
};

} // namespace

class CrossedAnswersTest : public QObject
{
    Q_OBJECT

private slots:
    void anEndIsKeptWhenAnOlderQuestionIsAnsweredLater()
    {
        OpenSession open;
        Desk *desk = open.on.bench.desk.get();
        open.slowDown(u"getCheckoutSession"_s, "{'ms': 600, 'at': 'after_commit'}");
        auto looking = refreshSession(desk, open.account, open.id);
        open.waitForFault();
        open.passASecond();
        const auto ended = QCoro::waitFor(expireSession(desk, open.account, open.id));
        QVERIFY(ended.has_value());
        QCOMPARE(ended->session.status, SessionStatus::Expired);
        (void)QCoro::waitFor(std::move(looking));
        QCOMPARE(open.listedStatus(), SessionStatus::Expired);
    }

    void anEndIsKeptWhenANewerQuestionIsAnsweredBeforeIt()
    {
        OpenSession open;
        Desk *desk = open.on.bench.desk.get();
        open.slowDown(u"expireCheckoutSession"_s, "{'ms': 600, 'at': 'before_commit'}");
        auto ending = expireSession(desk, open.account, open.id);
        open.waitForFault();
        open.passASecond();
        const auto looked = QCoro::waitFor(refreshSession(desk, open.account, open.id));
        QVERIFY(looked.has_value());
        QCOMPARE(looked->session.status, SessionStatus::Open);
        open.passASecond();
        const auto ended = QCoro::waitFor(std::move(ending));
        QVERIFY(ended.has_value());
        QCOMPARE(ended->session.status, SessionStatus::Expired);
        QCOMPARE(open.listedStatus(), SessionStatus::Expired);
    }
};

TILLDECK_TEST(CrossedAnswersTest)

} // namespace crossed_answers_test

#include "tst_crossed_answers.moc"
