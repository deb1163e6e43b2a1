// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and charges that the merchant names for a lost creation, and charges that name no reference (Khaime).
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/reconcile_creation.h"
#include "support/runner.h"

namespace named_sessions_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;

namespace {

/// A shop that loses the answers of hosted sessions, and answers a look-up of `sess_1` as a test says.
struct HostedShop
{
    HostedShop()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                return socket.disconnectFromHost();
            const auto date = http::test::dateHeader(QDateTime::currentDateTimeUtc());
            if (!request.contains("/payments/sessions/sess_1"))
                return (void)socket.write(http::test::answer(404, R"({"success":false,"error":"Not found"})", date));
            const QJsonObject body{{u"success"_s, true}, {u"data"_s, session}};
            socket.write(http::test::answer(200, QJsonDocument(body).toJson(), date));
        };
        account = bench.connectTo(u"Hosted"_s, server.url(QString()).toString(), QString(), u"pk_sandbox_1"_s,
                                  accounts::ProviderKind::Khaime);
        session = {{u"session_id"_s, u"sess_1"_s},
                   {u"status"_s, u"pending"_s},
                   {u"amount"_s, 5000},
                   {u"currency"_s, u"USD"_s},
                   {u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    }

    QString lose()
    {
        checkout::SessionDraft draft;
        draft.flow = u"khaime.session"_s;
        draft.pricing = money::Money(5000, *money::Currency::fromCode(u"USD"));
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.firstName = u"Jane"_s;
        draft.customer.lastName = u"Doe"_s;
        draft.productId = u"789"_s;
        const auto lost = QCoro::waitFor(createSession(bench.desk.get(), account, draft, {}, std::nullopt));
        if (lost.end != CreateOutcome::End::Unknown)
            qFatal("%s", lost.error ? qPrintable(lost.error->sentence) : "not unknown");
        return lost.record.intentId;
    }

    http::test::ScriptedServer server;
    Bench bench;
    QString account;
    QJsonObject session;
};

/// A shop that loses the answer of a charge.
struct LostCharge
{
    LostCharge()
        : account(server.connectTo(bench))
    {
        server.chargeAnswer = http::test::answer(200, "{");
        const auto quote = quoteNow(*bench.desk, account, charge());
        intent =
            QCoro::waitFor(createSession(bench.desk.get(), account, charge(), {}, std::nullopt, *quote, Repeat::Ask))
                .record.intentId;
    }
    auto lookUp(const QString &chosen = {})
    {
        return QCoro::waitFor(reconcileCreation(bench.desk.get(), account, intent, chosen));
    }
    State state() const { return bench.desk->journal().intent(intent).result().value()->state; }

    ChargeServer server;
    Bench bench;
    QString account;
    QString intent;
};

/// Returns a payment of charge() from right now.
QJsonObject paymentNow(const QString &id, const QJsonValue &reference)
{
    QJsonObject paid = payment(id, u"completed"_s, u"KS-1"_s);
    paid[u"created_at"_s] = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    paid[u"reference"_s] = reference;
    return paid;
}

} // namespace

class NamedSessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void aNamedSessionOfAnotherProductIsDoubted_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<QString>("says"); // empty: it is taken
        QTest::newRow("the product is not said") << QJsonObject() << u"for which product"_s;
        QTest::newRow("another product") << QJsonObject{{u"product_id"_s, u"790"_s}} << u"another product"_s;
        QTest::newRow("another product, by its number") << QJsonObject{{u"product_id"_s, 790}} << u"another product"_s;
        QTest::newRow("what is no product") << QJsonObject{{u"product_id"_s, QJsonArray()}} << u"for which product"_s;
        QTest::newRow("the product that was asked for") << QJsonObject{{u"product_id"_s, u"789"_s}} << QString();
        QTest::newRow("another amount") << QJsonObject{{u"product_id"_s, u"789"_s}, {u"amount"_s, 9900}}
                                        << u"another amount"_s;
        QTest::newRow("of the day before")
            << QJsonObject{{u"product_id"_s, u"789"_s},
                           {u"created_at"_s, QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate)}}
            << u"before this was sent"_s;
    }
    void aNamedSessionOfAnotherProductIsDoubted()
    {
        QFETCH(const QJsonObject, written);
        QFETCH(const QString, says);
        HostedShop shop;
        (void)QCoro::waitFor(shop.bench.desk->http().send(http::Request::get(shop.server.url())));
        const QString intent = shop.lose();
        for (auto member = written.begin(); member != written.end(); ++member)
            shop.session[member.key()] = member.value();
        const auto name = [&](Unproven unproven) {
            return QCoro::waitFor(
                reconcileCreation(shop.bench.desk.get(), shop.account, intent, u"sess_1"_s, unproven));
        };
        const auto named = name(Unproven::Refuse);
        QVERIFY2(named.has_value(), named ? "" : qPrintable(named.error().sentence));
        QCOMPARE(named->finding, says.isEmpty() ? Finding::Found : Finding::Ambiguous);
        QVERIFY2(named->doubt.contains(says), qPrintable(named->doubt));
        if (says.isEmpty())
            return;
        QCOMPARE(shop.bench.desk->journal().intent(intent).result().value()->state, State::Unknown);
        QCOMPARE(name(Unproven::Allow)->finding, Finding::Found);
    }

    void aNamedChargeThatIsNotListedIsRefused_data()
    {
        QTest::addColumn<bool>("lists");
        QTest::newRow("the list has others") << true;
        QTest::newRow("there is no list") << false;
    }
    void aNamedChargeThatIsNotListedIsRefused()
    {
        QFETCH(const bool, lists);
        LostCharge shop;
        shop.server.listsTransactions = lists;
        shop.server.transactions = {paymentNow(u"charge_7"_s, u"another"_s)};
        const auto named = shop.lookUp(u"charge_9"_s);
        QVERIFY(!named);
        QVERIFY(!named.error().sentence.isEmpty());
        QCOMPARE(shop.state(), State::Unknown);
    }

    void aChargeThatNamesNoReferenceIsAQuestion_data()
    {
        QTest::addColumn<QJsonValue>("reference");
        QTest::addColumn<int>("age"); // in days
        QTest::addColumn<Finding>("finding");
        QTest::newRow("none") << QJsonValue() << 0 << Finding::Ambiguous;
        QTest::newRow("in lower case") << QJsonValue(u"ks-1"_s) << 0 << Finding::Ambiguous;
        QTest::newRow("with a prefix") << QJsonValue(u"shop:KS-1"_s) << 0 << Finding::Ambiguous;
        QTest::newRow("another") << QJsonValue(u"KS-2"_s) << 0 << Finding::NotListed;
        QTest::newRow("none, of the day before") << QJsonValue() << 1 << Finding::NotListed;
        QTest::newRow("its own") << QJsonValue(u"KS-1"_s) << 0 << Finding::Found;
        QTest::newRow("its own, and nothing says since when") << QJsonValue(u"KS-1"_s) << -1 << Finding::Ambiguous;
    }
    void aChargeThatNamesNoReferenceIsAQuestion()
    {
        QFETCH(const QJsonValue, reference);
        QFETCH(const int, age);
        QFETCH(const Finding, finding);
        LostCharge shop;
        QJsonObject paid = paymentNow(u"charge_9"_s, reference);
        if (age < 0)
            paid.remove(u"created_at"_s);
        if (age > 0)
            paid[u"created_at"_s] = QDateTime::currentDateTimeUtc().addDays(-age).toString(Qt::ISODate);
        shop.server.transactions = {paid};
        const auto looked = shop.lookUp();
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, finding);
        if (finding != Finding::Ambiguous)
            return;
        QCOMPARE(looked->candidates.front().id, u"charge_9"_s);
        QCOMPARE(shop.state(), State::Unknown);
        QCOMPARE(shop.lookUp(u"charge_9"_s)->finding, Finding::Found);
    }
};

TILLDECK_TEST(NamedSessionsTest)

} // namespace named_sessions_test

#include "tst_named_sessions.moc"
