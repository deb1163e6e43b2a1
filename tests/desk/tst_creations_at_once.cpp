// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs look for lost creations of the same contents at the same moment: each session is of one only.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/listed_sessions.h"
#include "desk/reconcile_creation.h"
#include "http/scripted_server.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace creations_at_once_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;

namespace {

/// A provider that loses the answers to creations, and lists what it is told to.
struct LosingShop
{
    LosingShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.disconnectFromHost();
            else
                socket.write(http::test::answer(200, listedSessions(listed, bench.now())));
        };
        account = bench.connectTo(u"Losing"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    /// Returns the id of the intent.
    QString lose()
    {
        const auto outcome = QCoro::waitFor(
            createSession(bench.desk.get(), account, draft(), {}, std::nullopt, std::nullopt, Repeat::Another));
        if (outcome.end != CreateOutcome::End::Unknown)
            qFatal("The creation was not lost.");
        return outcome.record.intentId;
    }

    QList<QByteArray> listed{"cs_1"};
    http::test::ScriptedServer server;
    Bench bench;
    QString account;
};

} // namespace

class CreationsAtOnceTest : public QObject
{
    Q_OBJECT

private slots:
    void eachSessionIsGivenToOneCreation_data()
    {
        QTest::addColumn<QList<int>>("order"); // in which the creations are asked about, one by each program
        QTest::addColumn<QStringList>("chosen");
        const QString one = u"cs_1"_s;
        QTest::newRow("named for both") << QList<int>{0, 1} << QStringList{one, one};
        QTest::newRow("named for both, the second first") << QList<int>{1, 0} << QStringList{one, one};
        QTest::newRow("named and looked up") << QList<int>{0, 1} << QStringList{one, QString()};
        QTest::newRow("looked up and named") << QList<int>{0, 1} << QStringList{QString(), one};
        QTest::newRow("looked up by both") << QList<int>{0, 1} << QStringList{QString(), QString()};
        QTest::newRow("one, named by both") << QList<int>{0, 0} << QStringList{one, one};
        QTest::newRow("three") << QList<int>{2, 0, 1} << QStringList{one, one, one};
    }
    void eachSessionIsGivenToOneCreation()
    {
        QFETCH(const QList<int>, order);
        QFETCH(const QStringList, chosen);
        LosingShop shop;
        const int lost = *std::ranges::max_element(order) + 1;
        QStringList intents;
        for (int at = 0; at < std::max(lost, 2); ++at)
            intents << shop.lose();
        std::vector<std::unique_ptr<Desk>> programs;
        for (qsizetype at = 0; at < order.size(); ++at)
            programs.push_back(shop.bench.openBeside());
        // Each has read the journal before the first can write it.
        auto held = std::make_unique<tilldeck::test::HoldingUp>(shop.bench.dataDirectory() + u"/journal.sqlite"_s);
        std::vector<http::Task<checkout::Result<Reconciliation>>> asked;
        for (qsizetype at = 0; at < order.size(); ++at)
            asked.push_back(reconcileCreation(programs.at(size_t(at)).get(), shop.account, intents.at(order.at(at)),
                                              chosen.at(at)));
        const auto isAnswered = [](const auto &task) { return task.isReady(); };
        (void)QTest::qWaitFor([&] { return std::ranges::all_of(asked, isAnswered); }, 400);
        held.reset();
        int found = 0;
        for (auto &task : asked) {
            const auto looked = QCoro::waitFor(std::move(task));
            if (looked && looked->finding == Finding::Found)
                ++found;
            if (!looked)
                QVERIFY2(looked.error().sentence.contains(u"cs_1"_s), qPrintable(looked.error().sentence));
        }
        int made = 0;
        for (const QString &id : intents) {
            const ledger::Intent stored = **shop.bench.desk->journal().intent(id).result();
            QCOMPARE(stored.state == State::Confirmed, stored.sessionId == u"cs_1"_s);
            made += stored.state == State::Confirmed ? 1 : 0;
            QVERIFY(stored.state == State::Confirmed || stored.state == State::Unknown);
        }
        const bool isNamed = !chosen.join(QString()).isEmpty();
        QCOMPARE(made, isNamed ? 1 : 0);
        QCOMPARE(found, order.count(order.front()) == order.size() ? int(order.size()) : made);
        // The list says the same.
        shop.bench.restart();
        const auto rows = shop.bench.list(shop.account).rows;
        QCOMPARE(std::ranges::count(rows, u"cs_1"_s, [](const auto &row) { return row.session.id; }), made);
        QCOMPARE(rows.size(), size_t(intents.size()));
    }
};

TILLDECK_TEST(CreationsAtOnceTest)

} // namespace creations_at_once_test

#include "tst_creations_at_once.moc"
