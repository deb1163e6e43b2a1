// SPDX-License-Identifier: GPL-3.0-or-later
// What happens after a session was created: it is paid, it expires, its outcome is found out, it is handed out.
#include "desk/abandon_creation.h"
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/expire_session.h"
#include "desk/make_checkout_url.h"
#include "desk/mask_token.h"
#include "desk/open_checkout_url.h"
#include "desk/preview_feed.h"
#include "desk/reconcile_creation.h"
#include "desk/refresh_account.h"
#include "desk/refresher.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace follow_up_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using Finding = Reconciliation::Finding;

namespace {

struct Connected
{
    Connected()
        : id(bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key))
    {
    }

    Shop shop;
    Bench bench;
    QString id;
};

QByteArray listOf(const QList<QByteArray> &sessions)
{
    return "{\"items\":[" + sessions.join(',') + "],\"total\":" + QByteArray::number(sessions.size()) +
           ",\"limit\":100,\"offset\":0}";
}

/// Returns a session as the provider lists it: what draft() asks for, less @p missing, with @p changed in its place.
QByteArray listed(const QByteArray &id, const QDateTime &createdAt, const QJsonObject &changed = {},
                  const QStringList &missing = {})
{
    QJsonObject session = QJsonDocument::fromJson(R"({"status": "open", "customer_id": "cus_abc123",
        "line_items": [{"price_id": "price_premium", "quantity": 1}],
        "cascade_line_items": [{"line_items": [{"price_id": "price_standard", "quantity": 1}], "processor_route_id": null}],
        "success_url": "https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"})")
                              .object();
    session.insert(u"id"_s, QString::fromLatin1(id));
    session.insert(u"secure_token"_s, QString::fromLatin1("sec_" + id));
    session.insert(u"created_at"_s, createdAt.toString(Qt::ISODate));
    for (auto member = changed.begin(); member != changed.end(); ++member)
        session.insert(member.key(), member.value());
    for (const QString &member : missing)
        session.remove(member);
    return QJsonDocument(session).toJson(QJsonDocument::Compact);
}

} // namespace

class FollowUpTest : public QObject
{
    Q_OBJECT

private slots:
    void aPaidSessionTurnsCompletedWithItsTierAndTransaction()
    {
        Connected on;
        const auto outcome = QCoro::waitFor(createSession(on.bench.desk.get(), on.id, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Confirmed);
        // This card has too little for the first tier.
        const QUrl next = Shop::pay(outcome.record.session.url, u"4000000000009995"_s);
        QVERIFY2(next.toString().contains(outcome.record.session.id), qPrintable(next.toString()));

        CatalogCache catalogs(*on.bench.desk);
        Refresher refresher(*on.bench.desk, catalogs);
        QSignalSpy sessions(&on.bench.desk->ledger(), &ledger::Ledger::sessionsChanged);
        refresher.refreshNow(on.id);
        QTRY_VERIFY(refresher.freshness(on.id).updatedAt.isValid());
        QVERIFY(!sessions.isEmpty());

        const auto row = on.bench.desk->ledger().session(on.id, outcome.record.session.id).result().value();
        QCOMPARE(row->session.status, checkout::SessionStatus::Completed);
        QCOMPARE(row->session.paidTier, std::optional(1));
        QCOMPARE(row->session.attempts.size(), size_t(2));
        QVERIFY(!row->session.attempts.front().succeeded);
        QVERIFY(!row->session.attempts.front().declineCode.isEmpty());

        ledger::TransactionFilter filter;
        filter.accountIds = QStringList{on.id};
        filter.sessionId = outcome.record.session.id;
        const auto paid = on.bench.desk->ledger().transactions(filter, {}, 10).result().value().rows;
        QCOMPARE(paid.size(), size_t(1));
        QCOMPARE(paid.front().transaction.status, checkout::TransactionStatus::Succeeded);
        QCOMPARE(paid.front().transaction.tier, std::optional(1));
        QVERIFY(!paid.front().itemsLabel.isEmpty());
    }

    void theSampleShopIsListedWithNames()
    {
        Connected on;
        CatalogCache catalogs(*on.bench.desk);
        Refresher refresher(*on.bench.desk, catalogs);
        refresher.refreshNow(on.id);
        QTRY_VERIFY(refresher.freshness(on.id).updatedAt.isValid());
        const auto rows = on.bench.list(on.id).rows;
        QVERIFY(rows.size() > 10);
        const bool named = std::ranges::any_of(rows, [](const ledger::SessionRecord &row) {
            return row.customerLabel.contains(u' ') && row.itemsLabel.contains(u' ');
        });
        QVERIFY(named);
    }

    void anOpenSessionCanBeEnded()
    {
        Connected on;
        const auto outcome = QCoro::waitFor(createSession(on.bench.desk.get(), on.id, draft(), {}, std::nullopt));
        const auto row = QCoro::waitFor(expireSession(on.bench.desk.get(), on.id, outcome.record.session.id));
        QVERIFY(row.has_value());
        QCOMPARE(row->session.status, checkout::SessionStatus::Expired);
        const auto again = QCoro::waitFor(expireSession(on.bench.desk.get(), on.id, outcome.record.session.id));
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().kind, checkout::ErrorKind::Rejected);
    }

    void anUnknownOutcomeIsFoundOut_data()
    {
        QTest::addColumn<int>("fitting");
        QTest::addColumn<int>("others");
        QTest::addColumn<int>("finding");
        QTest::newRow("it was created") << 1 << 1 << int(Finding::Found);
        QTest::newRow("it is not listed") << 0 << 1 << int(Finding::NotListed);
        QTest::newRow("two would fit") << 2 << 0 << int(Finding::Ambiguous);
    }
    void anUnknownOutcomeIsFoundOut()
    {
        QFETCH(int, fitting);
        QFETCH(int, others);
        QFETCH(int, finding);
        Bench bench;
        http::test::ScriptedServer server;
        int posts = 0;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                ++posts;
                socket.disconnectFromHost();
                return;
            }
            QList<QByteArray> sessions;
            for (int i = 0; i < fitting; ++i)
                sessions << listed("cs_" + QByteArray::number(i), bench.desk->now());
            for (int i = 0; i < others; ++i)
                sessions << listed("cs_other" + QByteArray::number(i), bench.desk->now().addSecs(-60),
                                   {{u"customer_id"_s, u"cus_other"_s}});
            socket.write(http::test::answer(200, listOf(sessions)));
        };
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        QCOMPARE(outcome.end, CreateOutcome::End::Unknown);

        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, outcome.record.intentId));
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().sentence));
        QCOMPARE(int(result->finding), finding);
        QCOMPARE(posts, 1);
        const auto rows = bench.list(id).rows;
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().state == ledger::SessionRecord::State::Known, finding == int(Finding::Found));
        QCOMPARE(bench.desk->journal().unknown().result()->empty(), finding == int(Finding::Found));
        if (finding != int(Finding::Found)) {
            QVERIFY(QCoro::waitFor(abandonCreation(bench.desk.get(), id, rows.front().intentId, EarlyAbandon::Allow)));
            QVERIFY(bench.list(id).rows.empty());
            QVERIFY(bench.desk->journal().unknown().result()->empty());
        }
    }

    void whatAProviderTellsDecidesWhatIsFound_data()
    {
        QTest::addColumn<QJsonObject>("changed");
        QTest::addColumn<QStringList>("missing");
        QTest::addColumn<int>("finding");
        const QJsonObject nothing;
        QTest::newRow("everything, the same") << nothing << QStringList{} << int(Finding::Found);
        QTest::newRow("only id and token") << nothing
                                           << QStringList{u"customer_id"_s, u"line_items"_s, u"cascade_line_items"_s,
                                                          u"success_url"_s, u"created_at"_s}
                                           << int(Finding::Ambiguous);
        QTest::newRow("the customer, not the items")
            << nothing << QStringList{u"line_items"_s} << int(Finding::Ambiguous);
        QTest::newRow("no moment of creation") << nothing << QStringList{u"created_at"_s} << int(Finding::Ambiguous);
        QTest::newRow("another customer")
            << QJsonObject{{u"customer_id"_s, u"cus_x"_s}} << QStringList{} << int(Finding::Ambiguous);
        QTest::newRow("another success URL")
            << QJsonObject{{u"success_url"_s, u"https://x.example"_s}} << QStringList{} << int(Finding::Ambiguous);
        QTest::newRow("an order number of its own")
            << QJsonObject{{u"custom_fields"_s, QJsonObject{{u"order_id"_s, u"1002"_s}}}} << QStringList{}
            << int(Finding::Ambiguous);
        QTest::newRow("a coupon nobody asked for")
            << QJsonObject{{u"coupon_id"_s, u"coupon_x"_s}} << QStringList{} << int(Finding::Ambiguous);
        QTest::newRow("more pages than are read")
            << QJsonObject{{u"customer_id"_s, u"cus_x"_s}} << QStringList{u"endless"_s} << int(Finding::CannotTell);
    }
    void whatAProviderTellsDecidesWhatIsFound()
    {
        QFETCH(QJsonObject, changed);
        QFETCH(QStringList, missing);
        QFETCH(int, finding);
        Bench bench;
        http::test::ScriptedServer server;
        const bool endless = missing.contains(u"endless"_s);
        int page = 0;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST")) {
                socket.disconnectFromHost();
                return;
            }
            const QByteArray session = listed("cs_" + QByteArray::number(++page), bench.desk->now(), changed, missing);
            socket.write(http::test::answer(
                200, "{\"items\":[" + session + "],\"total\":" + (endless ? "100000" : "1") + ",\"limit\":" +
                         (endless ? "1" : "100") + ",\"offset\":" + QByteArray::number(page - 1) + "}"));
        };
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, outcome.record.intentId));
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().sentence));
        QCOMPARE(int(result->finding), finding);
    }

    void twoUnknownCreationsOfTheSameDraftAreNotTakenForOneAnother()
    {
        Bench bench;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.disconnectFromHost();
            else
                socket.write(http::test::answer(200, listOf({listed("cs_1", bench.desk->now())})));
        };
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto first = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt, {}, Repeat::Another));
        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, first.record.intentId));
        QCOMPARE(int(result->finding), int(Finding::Ambiguous));
    }

    void aSessionPaidBeforeItsTimeWasOverIsNotLeftExpired()
    {
        Bench bench;
        http::test::ScriptedServer server;
        const QDateTime created = bench.desk->now();
        bool paid = false;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            const QJsonObject soon{{u"expires_at"_s, created.addSecs(60).toString(Qt::ISODate)},
                                   {u"status"_s, paid ? u"completed"_s : u"open"_s}};
            if (request.startsWith("POST") || request.contains("/checkout-sessions/cs_1"))
                socket.write(http::test::answer(200, listed("cs_1", created, soon)));
            else
                socket.write(http::test::answer(501, "{\"title\":\"Not Implemented\"}"));
        };
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        QCOMPARE(QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt)).end,
                 CreateOutcome::End::Confirmed);
        paid = true;
        bench.setNow(created.addSecs(3600));
        const auto refreshed = QCoro::waitFor(refreshAccount(bench.desk.get(), id, {}, Depth::Incremental));
        QVERIFY2(refreshed.has_value(), refreshed ? "" : qPrintable(refreshed.error().sentence));
        QCOMPARE(bench.list(id).rows.front().session.status, checkout::SessionStatus::Completed);
    }

    void aProviderWithoutAListCannotTell()
    {
        Bench bench;
        http::test::ScriptedServer server;
        server.onRequest = [&](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("POST"))
                socket.disconnectFromHost();
            else
                socket.write(http::test::answer(501, "{\"title\":\"Not Implemented\"}"));
        };
        const QString id = bench.connectTo(u"S"_s, server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        const auto outcome = QCoro::waitFor(createSession(bench.desk.get(), id, draft(), {}, std::nullopt));
        const auto result = QCoro::waitFor(reconcileCreation(bench.desk.get(), id, outcome.record.intentId));
        QVERIFY(result.has_value());
        QCOMPARE(int(result->finding), int(Finding::CannotTell));
    }

    void theCatalogOfAnAddressIsNotThatOfAnother()
    {
        Connected on;
        CatalogCache catalogs(*on.bench.desk);
        QVERIFY(!QCoro::waitFor(catalogs.load(on.id)).prices.items.empty());
        QSignalSpy changed(&catalogs, &CatalogCache::changed);
        accounts::Account account = *on.bench.desk->accounts().byId(on.id);
        account.name = u"Another name"_s;
        QVERIFY(on.bench.desk->accounts().update(account));
        QVERIFY(catalogs.isKnown(on.id));
        const QString before = account.baseUrl;
        account.baseUrl = u"http://127.0.0.1:1"_s;
        QVERIFY(on.bench.desk->accounts().update(account));
        QVERIFY(!catalogs.isKnown(on.id));
        QCOMPARE(changed.size(), 1);
        QVERIFY(catalogs.catalog(on.id).prices.items.empty());
        // An answer that was asked for before the change is not kept either.
        account.baseUrl = before;
        QVERIFY(on.bench.desk->accounts().update(account));
        QTRY_VERIFY(!catalogs.isLoading(on.id));
        catalogs.refresh(on.id);
        account.baseUrl = u"http://127.0.0.1:1"_s;
        QVERIFY(on.bench.desk->accounts().update(account));
        QTRY_VERIFY(!catalogs.isLoading(on.id));
        QVERIFY(!catalogs.isKnown(on.id));
    }

    void thePreviewFollowsTheDraft()
    {
        Connected on;
        CatalogCache catalogs(*on.bench.desk);
        QCoro::waitFor(catalogs.load(on.id));
        PreviewFeed feed(*on.bench.desk, catalogs);
        checkout::Preview last;
        std::vector<checkout::Problem> problems;
        QSignalSpy stale(&feed, &PreviewFeed::stale);
        int ready = 0;
        connect(&feed, &PreviewFeed::ready, this,
                [&](const checkout::Preview &preview, const std::vector<checkout::Problem> &found) {
                    last = preview;
                    problems = found;
                    ++ready;
                });
        feed.setDraft(on.id, draft());
        checkout::SessionDraft two = draft();
        two.lineItems[0].quantity = 2;
        feed.setDraft(on.id, two);
        QCOMPARE(stale.size(), 2);
        QTRY_COMPARE(ready, 1); // the first was overtaken
        QVERIFY(problems.empty());
        const auto unit = last.tiers.front().lines.front().unitAmount;
        QCOMPARE(last.tiers.front().customerPays->amount, *unit->times(2));
    }

    void checkoutUrlsAreBuiltAndGuarded()
    {
        accounts::Account account;
        account.baseUrl = u"https://api.paymentkit.com"_s;
        checkout::Session session;
        session.secureToken = u"sec_0f9e8d7c6b5a4k4Zp"_s;
        QCOMPARE(makeCheckoutUrl(session, account), QString());
        account.checkoutUrlTemplate = u"https://pay.kestrel.example/c/{token}"_s;
        QCOMPARE(makeCheckoutUrl(session, account), u"https://pay.kestrel.example/c/sec_0f9e8d7c6b5a4k4Zp"_s);
        QVERIFY(!maskUrl(makeCheckoutUrl(session, account), session.secureToken).contains(u"0f9e8d7c"_s));
        QVERIFY(maskToken(session.secureToken).endsWith(u"k4Zp"_s));
        // A page whose secret is not the token, and a token that an address writes otherwise.
        QCOMPARE(maskUrl(u"https://pay.kestrel.example/c/other-secret"_s, session.secureToken),
                 u"https://pay.kestrel.example/\u2022\u2022\u2022\u2022"_s);
        session.secureToken = u"sec/with slash 12345"_s;
        QVERIFY(!maskUrl(makeCheckoutUrl(session, account), session.secureToken).contains(u"with"_s));
        QCOMPARE(maskToken(u"short"_s).contains(u"hort"_s), false);
    }

    void onlyExpectedAddressesAreOpened_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("base");
        QTest::addColumn<bool>("opens");
        const QString real = u"https://api.paymentkit.com"_s;
        const QString sandbox = u"http://127.0.0.1:4567/paymentkit"_s;
        QTest::newRow("provider's domain") << u"https://checkout.paymentkit.com/c/x"_s << real << true;
        QTest::newRow("account's address") << u"https://pay.kestrel.example/c/x"_s << real << true;
        QTest::newRow("another host") << u"https://paymentkit.com.evil.example/c/x"_s << real << false;
        QTest::newRow("without TLS") << u"http://checkout.paymentkit.com/c/x"_s << real << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << real << false;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << real << false;
        QTest::newRow("a user before the host") << u"https://checkout.paymentkit.com@evil.example/"_s << real << false;
        QTest::newRow("the sandbox") << u"http://127.0.0.1:4567/pay/x"_s << sandbox << true;
        QTest::newRow("another local port") << u"http://127.0.0.1:22/pay/x"_s << sandbox << false;
    }
    void onlyExpectedAddressesAreOpened()
    {
        QFETCH(QString, url);
        QFETCH(QString, base);
        QFETCH(bool, opens);
        accounts::Account account;
        account.baseUrl = base;
        account.checkoutUrlTemplate = u"https://pay.kestrel.example/c/{token}"_s;
        QCOMPARE(openable(url, account).has_value(), opens);
    }
};

TILLDECK_TEST(FollowUpTest)

} // namespace follow_up_test

#include "tst_follow_up.moc"
