// SPDX-License-Identifier: GPL-3.0-or-later
// The first key of an account is wrong: its provider refuses it, or is never reached with it.
#include "desk/bench.h"
#include "desk/creation_counter.h"
#include "desk/refresh_account.h"
#include "desk/shop_keys.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace mistyped_key_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using checkout::ErrorKind;

namespace {

/// A shop that answers its own key alone.
struct Shop
{
    Shop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.contains("Bearer ik_right"))
                socket.write(http::test::answer(200, R"({"total":0,"data":[]})"));
            else if (refusal == 0)
                socket.disconnectFromHost();
            else
                socket.write(http::test::answer(refusal, R"({"error":{"message":"no"}})"));
        };
        id = bench.connectTo(u"Shop"_s, server.url(QString()).toString(), QString(), u"ik_mistyped"_s,
                             ProviderKind::Ikawaari);
    }

    /// Gives a key, and returns what asking with it ends in.
    std::optional<checkout::Error> ask(const QString &key)
    {
        bench.desk->keys().keepForThisRun(id, http::Secret(key));
        const auto refreshed = QCoro::waitFor(refreshAccount(bench.desk.get(), id, {}, Depth::Full));
        return refreshed ? std::nullopt : std::optional(refreshed.error());
    }
    bool isStrange(const QString &key)
    {
        const auto before = server.requests().size();
        const auto error = ask(key);
        return error && error->kind == ErrorKind::Unauthorised && error->sentence.contains(u"not the key"_s) &&
               server.requests().size() == before;
    }

    http::test::ScriptedServer server;
    Bench bench;
    QString id;
    int refusal = 401;
};

} // namespace

class MistypedKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void aFirstKeyThatWasNeverAcceptedGivesWay_data()
    {
        QTest::addColumn<int>("refusal");
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("401") << 401 << false;
        QTest::newRow("401, and a restart") << 401 << true;
        QTest::newRow("403") << 403 << true;
        QTest::newRow("422") << 422 << true;
        QTest::newRow("no answer") << 0 << true;
    }
    void aFirstKeyThatWasNeverAcceptedGivesWay()
    {
        QFETCH(const int, refusal);
        QFETCH(const bool, isRestarted);
        Shop shop;
        shop.refusal = refusal;
        QVERIFY(shop.ask(u"ik_mistyped"_s));
        if (isRestarted)
            shop.bench.restart();
        const auto right = shop.ask(u"ik_right"_s);
        QVERIFY2(!right, right ? qPrintable(right->sentence) : "");
        // From then on the shop has a key, and the first one is any other.
        QVERIFY(shop.isStrange(u"ik_mistyped"_s));
        QVERIFY(!shop.ask(u"ik_right"_s));
        shop.bench.restart();
        QVERIFY(shop.isStrange(u"ik_mistyped"_s));
        QVERIFY(shop.isStrange(u"ik_third"_s));
        QVERIFY(!shop.ask(u"ik_right"_s));
    }

    void aKeyThatWasAcceptedStaysTheShops()
    {
        Shop shop;
        QVERIFY(!shop.ask(u"ik_right"_s));
        QVERIFY(shop.isStrange(u"ik_mistyped"_s));
        shop.bench.restart();
        QVERIFY(shop.isStrange(u"ik_mistyped"_s));
    }

    void whatTheProviderRefusedLeavesTheKeyMistyped_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isStrange");
        QTest::newRow("it was refused") << 401 << false;
        QTest::newRow("it may have been made") << 0 << true;
    }
    void whatTheProviderRefusedLeavesTheKeyMistyped()
    {
        QFETCH(const int, status);
        QFETCH(const bool, isStrange);
        CreationCounter at(ProviderKind::Ikawaari);
        if (status > 0)
            at.answer = http::test::answer(status, R"({"error":{"message":"no"}})");
        QCOMPARE(at.create().end, isStrange ? CreateOutcome::End::Unknown : CreateOutcome::End::Rejected);
        at.bench.restart();
        at.bench.desk->keys().keepForThisRun(at.id, http::Secret(u"ik_right"_s));
        QCOMPARE(bool(QCoro::waitFor(at.bench.desk->provider(at.id))), !isStrange);
    }

    void aProgramThatHasTheMistypedKeyDoesNotUseItBesideTheRightOne()
    {
        Shop shop;
        QVERIFY(shop.ask(u"ik_mistyped"_s));
        {
            auto beside = shop.bench.openBeside();
            beside->keys().keepForThisRun(shop.id, http::Secret(u"ik_right"_s));
            QVERIFY(QCoro::waitFor(refreshAccount(beside.get(), shop.id, {}, Depth::Full)));
        }
        QVERIFY(shop.isStrange(u"ik_mistyped"_s));
        QVERIFY(!shop.ask(u"ik_right"_s));
    }

    void aMistypedKeyOfAnotherAccountJoinsTheTwoOnlyWhileItIsThere()
    {
        Shop shop;
        QVERIFY(!shop.ask(u"ik_right"_s));
        const auto known = *shop.bench.desk->accounts().byId(shop.id);
        const QString other =
            shop.bench.connectTo(u"Other"_s, known.baseUrl + u"/v2"_s, {}, u"ik_right"_s, known.provider);
        QVERIFY(QCoro::waitFor(shop.bench.desk->provider(other)));
        QVERIFY(shop.bench.desk->accounts().sameAs(other).contains(shop.id));
        shop.bench.desk->keys().keepForThisRun(other, http::Secret(u"ik_of_other"_s));
        QVERIFY(QCoro::waitFor(shop.bench.desk->provider(other)));
        QVERIFY(!shop.bench.desk->accounts().sameAs(other).contains(shop.id));
        shop.bench.restart();
        QVERIFY(!shop.bench.desk->accounts().sameAs(other).contains(shop.id));
    }

    void theMerchantsWordCountsAsAnAnswer()
    {
        Shop shop;
        QVERIFY(shop.ask(u"ik_mistyped"_s));
        QVERIFY(takeKeyAsOwn(*shop.bench.desk, shop.id, http::Secret(u"ik_mistyped"_s)).result());
        QVERIFY(shop.isStrange(u"ik_right"_s));
        shop.bench.restart();
        QVERIFY(shop.isStrange(u"ik_right"_s));
    }
};

TILLDECK_TEST(MistypedKeyTest)

} // namespace mistyped_key_test

#include "tst_mistyped_key.moc"
