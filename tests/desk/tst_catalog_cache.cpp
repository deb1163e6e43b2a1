// SPDX-License-Identifier: GPL-3.0-or-later
// A catalog is fetched when somebody asks for that, once at a time, and rests after a failure.
#include "desk/bench.h"
#include "desk/catalog_cache.h"
#include "http/scripted_server.h"
#include "support/runner.h"

namespace catalog_cache_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

struct Shelf
{
    Shelf()
        : catalogs(std::make_unique<CatalogCache>(*bench.desk))
        , failed(catalogs.get(), &CatalogCache::failed)
        , changed(catalogs.get(), &CatalogCache::changed)
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &) {
            if (!holds)
                socket.write(answer);
        };
        id = bench.connectTo(u"Shelf"_s, server.url(QString()).toString(), {}, u"pk_sandbox_1"_s,
                             accounts::ProviderKind::Khaime);
    }

    qsizetype calls()
    {
        server.barrier();
        return server.requests().size();
    }
    void pass(std::chrono::seconds time) { bench.setNow(bench.now().addSecs(time.count())); }
    /// Asks for the catalog as a page does that is shown, and returns whether that made a call.
    bool asks()
    {
        const qsizetype before = calls();
        const qsizetype ends = failed.size() + changed.size();
        catalogs->ensure(id);
        if (!catalogs->isLoading(id))
            return calls() != before;
        if (!QTest::qWaitFor([&] { return failed.size() + changed.size() > ends; }, 10000))
            qFatal("The catalog was not answered.");
        return calls() != before;
    }

    QByteArray answer = http::test::answer(403, R"({"success":false,"error":"Forbidden"})");
    bool holds = false;
    http::test::ScriptedServer server;
    Bench bench;
    QString id;
    std::unique_ptr<CatalogCache> catalogs;
    QSignalSpy failed, changed;
};

} // namespace

class CatalogCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void readingItAsksNobody()
    {
        Shelf at;
        for (int times = 0; times < 3; ++times)
            QVERIFY(at.catalogs->catalog(at.id).products.items.empty());
        QVERIFY(!at.catalogs->isLoading(at.id));
        QCOMPARE(at.calls(), 0);
    }

    void itIsFetchedOnceAtATime()
    {
        Shelf at;
        at.answer =
            http::test::answer(200, R"({"success":true,"data":{"products":[],"total":0,"limit":100,"offset":0}})");
        (void)QCoro::waitFor(at.catalogs->load(at.id));
        const qsizetype once = at.calls();
        QVERIFY(once > 0);
        auto one = at.catalogs->load(at.id);
        auto two = at.catalogs->load(at.id);
        at.catalogs->ensure(at.id);
        at.catalogs->refresh(at.id);
        (void)QCoro::waitFor(std::move(one));
        (void)QCoro::waitFor(std::move(two));
        QVERIFY(!at.catalogs->isLoading(at.id));
        QCOMPARE(at.calls(), 2 * once);
    }

    void whatWasCreatedWithoutACatalogIsNamedOnceItIsThere()
    {
        Shelf at;
        ledger::SessionRecord record;
        record.accountId = at.id;
        record.intentId = u"intent_1"_s;
        record.state = ledger::SessionRecord::State::Known;
        record.session.id = u"cs_1"_s;
        record.draft.productId = u"789"_s;
        record.itemsLabel = u"789"_s;
        record.createdAt = record.checkedAt = at.bench.now();
        QVERIFY(at.bench.desk->ledger().put(record).result());
        at.answer = http::test::answer(200, R"({"success":true,"data":{"products":[{"id":789,"name":"Tea"}],"total":1,)"
                                            R"("limit":100,"offset":0}})");
        QVERIFY(at.asks());
        const auto label = [&at] {
            const auto row = at.bench.desk->ledger().session(at.id, u"cs_1"_s).result();
            return row && *row ? (*row)->itemsLabel : QString();
        };
        QTRY_COMPARE(label(), u"Tea"_s);
    }

    void afterAFailureItRestsLongerEachTime()
    {
        Shelf at;
        QVERIFY(at.asks());
        QCOMPARE(at.failed.size(), 1);
        QVERIFY(at.catalogs->error(at.id).has_value());
        QVERIFY(!at.asks());
        at.pass(5s);
        QVERIFY(at.asks());
        at.pass(5s);
        QVERIFY(!at.asks());
        (void)QCoro::waitFor(at.catalogs->load(at.id)); // as the refresher does at each interval
        QVERIFY(!at.catalogs->isLoading(at.id));
        QCOMPARE(at.failed.size(), 2);
        at.pass(5s);
        QVERIFY(at.asks());
    }

    void whatTheMerchantAsksForIsFetchedAtOnce()
    {
        Shelf at;
        QVERIFY(at.asks());
        at.catalogs->refresh(at.id);
        QTRY_COMPARE(at.failed.size(), 2);
    }

    void afterALimitItRestsAsLongAsTheProviderAsks()
    {
        Shelf at;
        at.answer = http::test::answer(429, R"({"success":false,"error":"Too many requests"})", "Retry-After: 600\r\n");
        QVERIFY(at.asks());
        const qsizetype before = at.calls();
        at.pass(599s);
        QVERIFY(!at.asks());
        at.catalogs->refresh(at.id);
        QCOMPARE(at.failed.size(), 2); // the merchant hears why
        QCOMPARE(at.calls(), before);
        at.pass(1s);
        QVERIFY(at.asks());
    }

    void whoeverWaitsGoesOnWhenItIsGone()
    {
        Shelf at;
        at.holds = true;
        auto one = at.catalogs->load(at.id);
        auto two = at.catalogs->load(at.id);
        QTRY_VERIFY(!at.server.requests().isEmpty());
        at.catalogs.reset();
        at.bench.desk.reset();
        (void)QCoro::waitFor(std::move(one));
        (void)QCoro::waitFor(std::move(two));
    }
};

TILLDECK_TEST(CatalogCacheTest)

} // namespace catalog_cache_test

#include "tst_catalog_cache.moc"
