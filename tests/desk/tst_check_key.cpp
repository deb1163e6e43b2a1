// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/bench.h"
#include "desk/check_key.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace check_key_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using http::test::ScriptedServer;

namespace {

const QString key = u"sk_test_of_the_checked_account"_s;

/// An account that is being connected: it is not in the store yet.
accounts::Account ikawaariAccount(const QUrl &server, const QString &dialect)
{
    accounts::Account account;
    account.provider = accounts::ProviderKind::Ikawaari;
    account.name = u"Market stall"_s;
    account.baseUrl = server.toString();
    account.dialect = dialect;
    return account;
}

/// A session of one item, as Ikawaari needs it.
checkout::SessionDraft oneItem()
{
    checkout::LineItem item;
    item.name = u"Premium Plan"_s;
    item.unitAmount = money::Money(50'000, *money::Currency::fromCode(u"XOF"_s));
    item.quantity = 1;
    checkout::SessionDraft draft;
    draft.lineItems = {item};
    draft.mode = u"payment"_s;
    draft.successUrl = u"https://shop.example/paid"_s;
    draft.returnUrl = u"https://shop.example/back"_s;
    return draft;
}

} // namespace

class CheckKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void aStoredKeyThatIsNoneIsNotSent()
    {
        ScriptedServer server(http::test::answer(200, R"({"items":[],"total":0})"));
        Bench bench;
        const QString id =
            bench.connectTo(u"Shop"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_a\nb\u200bc"_s);
        const auto provider = QCoro::waitFor(bench.desk->provider(id));
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, checkout::ErrorKind::Unauthorised);
        QVERIFY2(provider.error().sentence.contains(u"Character 10 is a line end"_s),
                 qPrintable(provider.error().sentence));
        QVERIFY(server.requests().isEmpty());
    }

    void anotherWindowFollowsAChangedAddressAndAsksForTheKeyAgain()
    {
        Bench bench;
        const QString id = bench.connectTo(u"Shop"_s, u"http://127.0.0.1:1"_s, u"acc_1"_s, u"sk_test_old"_s);
        const QString other = bench.connectTo(u"Other"_s, u"https://other.example"_s, u"acc_2"_s, u"sk_test_other"_s);
        accounts::AccountStore window(bench.dataDirectory());
        QVERIFY(window.load());
        accounts::Account renamed = *window.byId(other);
        renamed.name = u"Renamed"_s;
        QVERIFY(window.update(renamed));
        accounts::Account moved = *window.byId(id);
        moved.baseUrl = u"http://127.0.0.1:2"_s;
        QVERIFY(window.update(moved));
        QTRY_COMPARE(bench.desk->accounts().byId(id)->baseUrl, moved.baseUrl);
        const auto provider = QCoro::waitFor(bench.desk->provider(id));
        QVERIFY(!provider);
        QCOMPARE(provider.error().kind, checkout::ErrorKind::Unauthorised);
        QVERIFY(QCoro::waitFor(bench.desk->provider(other)).has_value());
        bench.desk->keys().keepForThisRun(id, http::Secret(u"sk_test_new"_s));
        QVERIFY(QCoro::waitFor(bench.desk->provider(id)).has_value());

        // Also when this window learns of it while it changes something itself.
        moved.baseUrl = u"http://127.0.0.1:3"_s;
        QVERIFY(window.update(moved));
        accounts::Account third = *bench.desk->accounts().byId(other);
        third.name = u"Named here"_s;
        QVERIFY(bench.desk->accounts().update(third));
        QCOMPARE(bench.desk->accounts().byId(id)->baseUrl, moved.baseUrl);
        QVERIFY(!QCoro::waitFor(bench.desk->provider(id)));
    }

    void theCheckedAccountSpeaksItsDialect_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QStringList>("members");
        QTest::addRow("standard") << QString() << QStringList{u"line_items"_s, u"success_url"_s};
        QTest::addRow("line items") << u"ikawaari.line_items"_s << QStringList{u"line_items"_s, u"success_url"_s};
        QTest::addRow("one amount") << u"ikawaari.amount"_s << QStringList{u"amount"_s, u"successUrl"_s};
    }
    /// The dialects differ in the body of a creation alone, so the provider that the check calls is asked for one.
    void theCheckedAccountSpeaksItsDialect()
    {
        QFETCH(QString, dialect);
        QFETCH(QStringList, members);
        const Bench bench;
        const auto account = ikawaariAccount(QUrl(u"http://127.0.0.1:1"_s), dialect);
        const auto provider = bench.desk->providerFor(account, http::Secret(key));
        QVERIFY(provider);
        const auto write = (*provider)->prepareCreation(oneItem(), u"k"_s);
        QVERIFY(write);
        const QJsonObject written = QJsonDocument::fromJson(write->body()).object();
        for (const QString &member : members)
            QVERIFY2(written.contains(member), write->body().constData());
        QCOMPARE(written.contains(u"amount"_s), members.contains(u"amount"_s));
    }

    /// A provider without a catalog is asked for its payments: a check that asks nothing would accept any key.
    void aKeyIsCheckedWhereThereIsNoCatalog_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addRow("line items") << u"ikawaari.line_items"_s;
        QTest::addRow("one amount") << u"ikawaari.amount"_s;
    }
    void aKeyIsCheckedWhereThereIsNoCatalog()
    {
        QFETCH(QString, dialect);
        const Bench bench;
        ScriptedServer server(http::test::answer(200, R"({"data": [], "has_more": false})"));
        const auto account = ikawaariAccount(server.url(QString()), dialect);
        const auto checked = QCoro::waitFor(checkKey(bench.desk.get(), account, http::Secret(key)));
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().sentence));
        QCOMPARE(server.requests().size(), 1);
        const QByteArray request = server.requests().first();
        QVERIFY2(request.startsWith("GET /api/v1/merchant/payments"), request.constData());
        QVERIFY2(request.contains("Authorization: Bearer " + key.toUtf8()), request.constData());
    }

    void aKeyThatTheProviderRefusesIsAnError()
    {
        const Bench bench;
        ScriptedServer server(http::test::answer(401, R"({"error": {"message": "Invalid API key"}})"));
        const auto account = ikawaariAccount(server.url(QString()), QString());
        const auto checked = QCoro::waitFor(checkKey(bench.desk.get(), account, http::Secret(key)));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, checkout::ErrorKind::Unauthorised);
    }
};

TILLDECK_TEST(CheckKeyTest)

} // namespace check_key_test

#include "tst_check_key.moc"
