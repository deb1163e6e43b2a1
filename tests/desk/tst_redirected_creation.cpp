// SPDX-License-Identifier: GPL-3.0-or-later
// A creation that is answered with a redirect: what each of them says about whether a session was made.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace redirected_creation_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = CreateOutcome::End;
using RowState = ledger::SessionRecord::State;

class RedirectedCreationTest : public QObject
{
    Q_OBJECT

private slots:
    void aRedirectedCreationEndsAsTheStatusSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isUnknown");
        QTest::newRow("301 has moved for good, nothing was made") << 301 << false;
        QTest::newRow("302 may stand for a session that was made") << 302 << true;
        QTest::newRow("303 shows the result of what was carried out") << 303 << true;
        QTest::newRow("307 wants the same request elsewhere") << 307 << false;
        QTest::newRow("308 wants the same request elsewhere for good") << 308 << false;
    }
    void aRedirectedCreationEndsAsTheStatusSays()
    {
        QFETCH(int, status);
        QFETCH(bool, isUnknown);
        http::test::ScriptedServer elsewhere(http::test::answer(201, R"({"id":"cs_1","status":"open"})"));
        http::test::ScriptedServer server(
            http::test::answer(status, "{}", "Location: " + elsewhere.url().toEncoded() + "\r\n"));
        Bench bench;
        const QString account =
            bench.connectTo(u"Shop"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
        const auto outcome =
            QCoro::waitFor(createSession(bench.desk.get(), account, draft(), checkout::Catalog(), std::nullopt));
        QCOMPARE(outcome.end, isUnknown ? End::Unknown : End::Rejected);
        QVERIFY(!outcome.error->sentence.isEmpty());

        const auto rows = bench.list(account).rows;
        const auto unknown = bench.desk->journal().unknown().result().value();
        QCOMPARE(rows.size(), size_t(isUnknown ? 1 : 0));
        QCOMPARE(unknown.size(), size_t(isUnknown ? 1 : 0));
        if (isUnknown)
            QCOMPARE(rows.front().state, RowState::OutcomeUnknown);
        elsewhere.barrier();
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(elsewhere.requests().size(), 0);
        QCOMPARE(elsewhere.copiesOf("sk_test_1"), 0);
    }
};

TILLDECK_TEST(RedirectedCreationTest)

} // namespace redirected_creation_test

#include "tst_redirected_creation.moc"
