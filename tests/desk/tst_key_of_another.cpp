// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is known as that of an account of another provider is not shown to this one.
#include "desk/bench.h"
#include "desk/check_key.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QCoroTask>
#include <QTest>

namespace key_of_another_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using http::test::ScriptedServer;

namespace {

const QString ownKey = u"a-key-of-the-first-shop"_s; // clazy:exclude=non-pod-global-static

} // namespace

class KeyOfAnotherTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyThatAnotherProviderHasAcceptedIsNotSent_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::newRow("PaymentKit's to Khaime") << int(ProviderKind::PaymentKit) << int(ProviderKind::Khaime);
        QTest::newRow("PaymentKit's to Ikawaari") << int(ProviderKind::PaymentKit) << int(ProviderKind::Ikawaari);
        QTest::newRow("Khaime's to PaymentKit") << int(ProviderKind::Khaime) << int(ProviderKind::PaymentKit);
        QTest::newRow("Ikawaari's to Khaime") << int(ProviderKind::Ikawaari) << int(ProviderKind::Khaime);
    }
    void aKeyThatAnotherProviderHasAcceptedIsNotSent()
    {
        QFETCH(const int, first);
        QFETCH(const int, second);
        ScriptedServer own(http::test::answer(200, R"({"items":[],"total":0})"));
        ScriptedServer other(http::test::answer(200, R"({"items":[],"total":0})"));
        Bench bench;
        const QString id = connectTo(bench, u"Kestrel"_s, own, ProviderKind(first));
        ask(bench, id);
        QVERIFY(!own.requests().isEmpty());
        const QString otherId = connectTo(bench, u"Market stall"_s, other, ProviderKind(second));
        for (int start = 0; start < 2; ++start) {
            const auto provider = QCoro::waitFor(bench.desk->provider(otherId));
            QVERIFY(!provider);
            QCOMPARE(provider.error().kind, checkout::ErrorKind::Unauthorised);
            QVERIFY2(provider.error().sentence.contains(u"This is the key of “Kestrel”"_s),
                     qPrintable(provider.error().sentence));
            // Nor where the form of an account tries it before it is kept.
            accounts::Account tried = *bench.desk->accounts().byId(otherId);
            tried.id.clear();
            QVERIFY(!QCoro::waitFor(checkKey(bench.desk.get(), tried, http::Secret(ownKey))));
            bench.restart();
        }
        QVERIFY(other.requests().isEmpty());
        QVERIFY(QCoro::waitFor(bench.desk->provider(id)));
    }

    void twoAccountsOfOneProviderCanHaveOneKeyAndStayTwo()
    {
        ScriptedServer server(http::test::answer(200, R"({"items":[],"total":0})"));
        Bench bench;
        const QString first = connectTo(bench, u"Kestrel"_s, server, ProviderKind::PaymentKit, u"acc_1"_s);
        const QString second = connectTo(bench, u"Heron"_s, server, ProviderKind::PaymentKit, u"acc_2"_s);
        ask(bench, first);
        ask(bench, second);
        bench.restart();
        QVERIFY(QCoro::waitFor(bench.desk->provider(second)));
        QVERIFY(!bench.desk->accounts().sameAs(first).contains(second));
        QVERIFY(bench.desk->accounts().othersThan(first).contains(second));
    }

    void aKeyThatWasRefusedMayBeThatOfAnother()
    {
        ScriptedServer refusing(http::test::answer(401, R"({"title":"Unauthorized"})"));
        ScriptedServer other(http::test::answer(200, R"({"items":[],"total":0})"));
        Bench bench;
        ask(bench, connectTo(bench, u"Kestrel"_s, refusing, ProviderKind::PaymentKit));
        QVERIFY(QCoro::waitFor(bench.desk->provider(connectTo(bench, u"Market stall"_s, other, ProviderKind::Khaime))));
    }

private:
    static QString connectTo(Bench &bench, const QString &name, ScriptedServer &server, ProviderKind provider,
                             const QString &accountId = u"acc_1"_s)
    {
        const bool hasId = provider == ProviderKind::PaymentKit;
        return bench.connectTo(name, server.url(QString()).toString(), hasId ? accountId : QString(), ownKey, provider);
    }
    /// Has the provider asked for something under the key of the account.
    static void ask(Bench &bench, const QString &accountId)
    {
        const auto provider = QCoro::waitFor(bench.desk->provider(accountId));
        if (!provider)
            qFatal("%s", qPrintable(provider.error().sentence));
        (void)QCoro::waitFor((*provider)->transactions(0));
        QTest::qWait(0); // what the provider accepted is noted
    }
};

TILLDECK_TEST(KeyOfAnotherTest)

} // namespace key_of_another_test

#include "tst_key_of_another.moc"
