// SPDX-License-Identifier: GPL-3.0-or-later
// The PaymentKit client against the sandbox, over real HTTP.
#include "providers/registry.h"
#include "sandbox/sandbox_thread.h"
#include "support/runner.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

namespace client_on_sandbox_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using checkout::CascadeTier;
using checkout::CustomField;
using checkout::ErrorKind;
using checkout::Field;
using checkout::LineItem;
using checkout::SessionDraft;
using checkout::SessionStatus;

namespace {

/// A sandbox on its own thread, with the demo shop, for as long as it lives.
class RunningSandbox
{
public:
    explicit RunningSandbox(const QSet<QString> &withoutCalls = {})
        : m_thread({m_directory.path(), 0, sandbox::Seed::Demo, withoutCalls, {}})
    {
        QSignalSpy ready(&m_thread, &sandbox::SandboxThread::ready);
        m_thread.start();
        constexpr int patience = 30'000;
        if (ready.isEmpty())
            ready.wait(patience);
        if (m_thread.running())
            m_account = m_thread.running()->accounts.value(0);
    }

    bool isRunning() const { return m_thread.running().has_value(); }

    std::shared_ptr<providers::Provider> provider(const QString &key = {}, const QString &accountId = {})
    {
        const QString &secret = key.isEmpty() ? m_account.key : key;
        providers::Connection connection(u"paymentkit"_s, QUrl(m_account.baseUrl),
                                         http::Secret(QString(secret.constData(), secret.size())));
        connection.accountId = accountId.isEmpty() ? m_account.accountId : accountId;
        return providers::make(m_http, connection);
    }

private:
    QTemporaryDir m_directory;
    sandbox::SandboxThread m_thread;
    sandbox::Account m_account;
    http::HttpClient m_http;
};

SessionDraft everyOption()
{
    SessionDraft draft;
    draft.customer.id = u"cus_abc123"_s;
    draft.lineItems = {LineItem(u"price_premium"_s, 1), LineItem(u"price_xyz"_s, 3)};
    draft.processorRouteId = u"proute_dev_x7k9m2n4"_s;
    draft.promotionCode = u"SAVE20"_s;
    draft.expiresInHours = 48;
    draft.successUrl = u"https://shop.example/thanks?session={CHECKOUT_SESSION_ID}"_s;
    draft.returnUrl = u"https://shop.example/plans"_s;
    draft.customFields = {CustomField(u"order"_s, u"KS-20418"_s), CustomField(u"boxes"_s, qint64(3)),
                          CustomField(u"weight"_s, 1.25), CustomField(u"gift"_s, true)};
    draft.subscriptionCustomFields = {CustomField(u"tier"_s, u"studio"_s)};
    draft.cascade = {CascadeTier({LineItem(u"price_standard"_s, 1)}, {}),
                     CascadeTier({LineItem(u"price_basic"_s, 1)}, u"proute_dev_fallback"_s)};
    return draft;
}

checkout::Session known(const QString &id)
{
    checkout::Session session;
    session.id = id;
    return session;
}

money::Money usd(qint64 cents)
{
    return {cents, *money::Currency::fromCode(u"USD")};
}

/// JSON objects have no order: fields come back by name, and their lifetime in hours not at all.
SessionDraft asTold(SessionDraft draft)
{
    std::ranges::sort(draft.customFields, {}, &CustomField::name);
    draft.expiresInHours.reset();
    return draft;
}

/// A draft that is right but for what the row changes.
template <class Change> SessionDraft wrong(Change change)
{
    SessionDraft draft = everyOption();
    change(draft);
    return draft;
}

} // namespace

class PaymentKitOnSandboxTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::shared_ptr<providers::Provider> m_provider;

    std::size_t sessionCount()
    {
        const auto page = QCoro::waitFor(m_provider->sessions(0));
        return page ? page->items.size() : 0;
    }

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<RunningSandbox>();
        QVERIFY(m_sandbox->isRunning());
        m_provider = m_sandbox->provider();
    }
    void cleanupTestCase()
    {
        m_provider.reset();
        m_sandbox.reset();
    }

    void sessionLivesAndEnds()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const auto created = QCoro::waitFor(send(m_provider->prepareCreation(everyOption(), u"life-1"_s)));
        QVERIFY2(created, qPrintable(created ? QString() : created.error().details));
        QCOMPARE(created->status, SessionStatus::Open);
        QVERIFY(!created->secureToken.isEmpty());
        QVERIFY(created->url.startsWith("http://127.0.0.1:"_L1) && created->url.endsWith(created->secureToken));
        // 499.00 + 3 × 29.00, less 20 %
        QVERIFY(created->amount == usd(46880));
        QCOMPARE(created->customer.id, u"cus_abc123"_s);
        constexpr qint64 tolerance = 60;
        QVERIFY(std::abs(before.secsTo(created->expiresAt) - 48LL * 3600) < tolerance);

        const auto found = QCoro::waitFor(m_provider->session(known(created->id)));
        QVERIFY(found);
        QCOMPARE(found->secureToken, created->secureToken);
        QVERIFY(found->amount == created->amount);
        QVERIFY2(found->contents == asTold(everyOption()), "every option is there, custom fields too");

        const auto listed = QCoro::waitFor(m_provider->sessions(0));
        QVERIFY(listed);
        QVERIFY2(listed->items.front() == *found, "newest first");

        const auto expired = QCoro::waitFor(send(m_provider->prepareExpiry(created->id)));
        QVERIFY(expired);
        QCOMPARE(expired->status, SessionStatus::Expired);
        const auto again = QCoro::waitFor(send(m_provider->prepareExpiry(created->id)));
        QCOMPARE(again.error().kind, ErrorKind::Rejected);
        QVERIFY(again.error().details.contains("expired"_L1));
    }

    void customerAloneIsEnough()
    {
        SessionDraft draft;
        draft.customer.id = u"cus_abc123"_s;
        const auto created = QCoro::waitFor(send(m_provider->prepareCreation(draft, u"alone-1"_s)));
        QVERIFY2(created, qPrintable(created ? QString() : created.error().details));
        QVERIFY(!created->amount);
    }

    void sameKeyAnswersTheSameSession()
    {
        const auto first = QCoro::waitFor(send(m_provider->prepareCreation(everyOption(), u"twice-1"_s)));
        const auto second = QCoro::waitFor(send(m_provider->prepareCreation(everyOption(), u"twice-1"_s)));
        QVERIFY(first && second);
        QCOMPARE(second->id, first->id);
    }

    void unknownSessionIsNotFound()
    {
        const auto session = QCoro::waitFor(m_provider->session(known(u"cs_nobody"_s)));
        QCOMPARE(session.error().kind, ErrorKind::NotFound);
        QVERIFY(!session.error().requestId.isEmpty());
        const auto weird = QCoro::waitFor(m_provider->session(known(u"../../v1/processors"_s)));
        QCOMPARE(weird.error().kind, ErrorKind::NotFound);
        const auto expired = QCoro::waitFor(send(m_provider->prepareExpiry(u"cs_nobody"_s)));
        QCOMPARE(expired.error().kind, ErrorKind::NotFound);
    }

    void catalogOfTheDemoShop()
    {
        const auto catalog = QCoro::waitFor(m_provider->catalog());
        QVERIFY(catalog);
        QVERIFY(catalog->prices.available && catalog->customers.available && catalog->coupons.available);
        QVERIFY(catalog->promotionCodes.available && catalog->routes.available);
        const checkout::Price *francs = catalog->price(u"price_workshop_xof"_s);
        QVERIFY(francs);
        QCOMPARE(francs->unitAmount.minorUnits(), 450000);
        QCOMPARE(francs->unitAmount.currency().code(), u"XOF"_s);
        QCOMPARE(francs->productName, u"Workshop day"_s);
        QVERIFY(francs->billingPeriod.isEmpty());
        QCOMPARE(catalog->price(u"price_xyz"_s)->billingPeriod, u"month"_s);
        QVERIFY(!catalog->price(u"price_audit_old_usd"_s)->active);
        QCOMPARE(catalog->customer(u"cus_abc123"_s)->name, u"Jane Smith"_s);
        QCOMPARE(catalog->coupon(u"coupon_dev_abc123"_s)->basisPoints, 2000);
        QCOMPARE(catalog->coupon(u"coupon_five_eur"_s)->amountOff->minorUnits(), 500);
        QVERIFY(catalog->promotionCode(u"AUTUMN10"_s)->expiresAt < QDateTime::currentDateTimeUtc());
        QVERIFY(!catalog->promotionCode(u"PAUSED"_s)->active);
        QCOMPARE(catalog->route(u"proute_dev_x7k9m2n4"_s)->processorIds,
                 (std::vector<QString>{u"proc_abc123"_s, u"proc_def456"_s}));
    }

    void oneListOfTheCatalogIsReadAlone()
    {
        const auto codes = QCoro::waitFor(m_provider->catalogPart(providers::CatalogPart::PromotionCodes));
        QVERIFY(codes && codes->promotionCode(u"AUTUMN10"_s));
        QVERIFY(!codes->prices.available && !codes->coupons.available && !codes->routes.available);
        const auto coupons = QCoro::waitFor(m_provider->catalogPart(providers::CatalogPart::Coupons));
        QVERIFY(coupons && coupons->coupon(u"coupon_five_eur"_s) && !coupons->promotionCodes.available);
        const auto routes = QCoro::waitFor(m_provider->catalogPart(providers::CatalogPart::Routes));
        QVERIFY(routes && routes->route(u"proute_dev_x7k9m2n4"_s) && !routes->coupons.available);
    }

    void paymentsTellTierRouteAndAttempts()
    {
        const auto page = QCoro::waitFor(m_provider->transactions(0));
        QVERIFY2(page, qPrintable(page ? QString() : page.error().details));
        QVERIFY(std::ranges::is_sorted(page->items, std::ranges::greater(), &checkout::Transaction::createdAt));
        const auto onLowerTier = std::ranges::find_if(page->items, [](const checkout::Transaction &transaction) {
            return transaction.tier.value_or(0) > 0 && transaction.status == checkout::TransactionStatus::Succeeded;
        });
        QVERIFY(onLowerTier != page->items.end());
        QCOMPARE(onLowerTier->attempts.size(), std::size_t(*onLowerTier->tier) + 1);
        QVERIFY(!onLowerTier->attempts.front().succeeded && !onLowerTier->attempts.front().declineCode.isEmpty());
        QVERIFY(onLowerTier->attempts.back().succeeded);
        QVERIFY(onLowerTier->attempts.back().amount == onLowerTier->amount);
        QVERIFY(!onLowerTier->processorRouteId.isEmpty());
        QVERIFY(onLowerTier->method.startsWith("Visa ending "_L1));

        const auto session = QCoro::waitFor(m_provider->session(known(onLowerTier->sessionId)));
        QVERIFY(session);
        QCOMPARE(session->status, SessionStatus::Completed);
        QCOMPARE(session->paidTier, onLowerTier->tier);
        QCOMPARE(session->paidRouteId, onLowerTier->processorRouteId);
        QVERIFY(session->attempts == onLowerTier->attempts);

        QVERIFY(std::ranges::any_of(page->items, [](const checkout::Transaction &transaction) {
            return transaction.status == checkout::TransactionStatus::Failed && !transaction.declineCode.isEmpty();
        }));
    }

    void callsThatAreMissingLoseOnlyTheirList()
    {
        RunningSandbox poor({u"listCustomers"_s, u"listProcessorRoutes"_s, u"listCheckoutSessions"_s});
        QVERIFY(poor.isRunning());
        const auto catalog = QCoro::waitFor(poor.provider()->catalog());
        QVERIFY(catalog);
        QVERIFY(!catalog->customers.available && !catalog->routes.available);
        QVERIFY(catalog->prices.available && catalog->coupons.available && catalog->promotionCodes.available);
        const auto sessions = QCoro::waitFor(poor.provider()->sessions(0));
        QCOMPARE(sessions.error().kind, ErrorKind::Unsupported);
    }

    void wrongKeyAndWrongAccount()
    {
        const auto wrongKey = m_sandbox->provider(u"sk_sandbox_wrong"_s);
        const auto refused = QCoro::waitFor(send(wrongKey->prepareCreation(everyOption(), u"k-1"_s)));
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorised);
        const auto catalog = QCoro::waitFor(wrongKey->catalog());
        QCOMPARE(catalog.error().kind, ErrorKind::Unauthorised);

        const auto wrongAccount = m_sandbox->provider({}, u"acc_of_somebody_else"_s);
        const auto forbidden = QCoro::waitFor(send(wrongAccount->prepareCreation(everyOption(), u"k-2"_s)));
        QCOMPARE(forbidden.error().kind, ErrorKind::Forbidden);
        const auto unseen = QCoro::waitFor(wrongAccount->session(known(u"cs_1"_s)));
        QCOMPARE(unseen.error().kind, ErrorKind::Forbidden);
    }

    void badInputStandsOnItsField_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        QTest::addColumn<int>("tier");
        QTest::addColumn<int>("index");
        using D = SessionDraft;
        constexpr qint64 beyondInt32 = std::numeric_limits<qint32>::max() + 1LL;
        QTest::newRow("unknown price") << wrong([](D &d) { d.lineItems[1].priceId = u"price_nobody"_s; })
                                       << Field::Price << 0 << 1;
        QTest::newRow("unknown price in a tier")
            << wrong([](D &d) { d.cascade[1].lineItems[0].priceId = u"price_nobody"_s; }) << Field::Price << 2 << 0;
        QTest::newRow("price that is off")
            << wrong([](D &d) { d.lineItems[0].priceId = u"price_audit_old_usd"_s; }) << Field::Price << 0 << 0;
        QTest::newRow("mixed currencies")
            << wrong([](D &d) { d.lineItems[1].priceId = u"price_print_eur"_s; }) << Field::Price << 0 << 1;
        QTest::newRow("mixed currencies across tiers")
            << wrong([](D &d) { d.cascade[0].lineItems[0].priceId = u"price_print_eur"_s; }) << Field::Price << 1 << 0;
        QTest::newRow("quantity 0") << wrong([](D &d) { d.lineItems[0].quantity = 0; }) << Field::Quantity << 0 << 0;
        QTest::newRow("quantity beyond int32")
            << wrong([](D &d) { d.cascade[0].lineItems[0].quantity = beyondInt32; }) << Field::Quantity << 1 << 0;
        QTest::newRow("tier without items")
            << wrong([](D &d) { d.cascade[0].lineItems.clear(); }) << Field::LineItems << 1 << -1;
        QTest::newRow("unknown code") << wrong([](D &d) { d.promotionCode = u"NOBODY"_s; }) << Field::PromotionCode << 0
                                      << -1;
        QTest::newRow("expired code") << wrong([](D &d) { d.promotionCode = u"AUTUMN10"_s; }) << Field::PromotionCode
                                      << 0 << -1;
        QTest::newRow("used-up code") << wrong([](D &d) { d.promotionCode = u"FIRST100"_s; }) << Field::PromotionCode
                                      << 0 << -1;
        QTest::newRow("used-up coupon") << wrong([](D &d) {
            d.promotionCode.clear();
            d.couponId = u"coupon_launch"_s;
        }) << Field::Coupon << 0 << -1;
        QTest::newRow("coupon in another currency") << wrong([](D &d) {
            d.promotionCode.clear();
            d.couponId = u"coupon_five_eur"_s;
        }) << Field::Coupon << 0 << -1;
        QTest::newRow("unknown customer")
            << wrong([](D &d) { d.customer.id = u"cus_nobody"_s; }) << Field::Customer << 0 << -1;
        QTest::newRow("unknown route") << wrong([](D &d) { d.processorRouteId = u"proute_no"_s; })
                                       << Field::ProcessorRoute << 0 << -1;
        QTest::newRow("unknown route of a tier")
            << wrong([](D &d) { d.cascade[1].processorRouteId = u"proute_no"_s; }) << Field::ProcessorRoute << 2 << -1;
        QTest::newRow("no hours") << wrong([](D &d) { d.expiresInHours = 0; }) << Field::Expiry << 0 << -1;
        QTest::newRow("more than 30 days") << wrong([](D &d) { d.expiresInHours = 721; }) << Field::Expiry << 0 << -1;
        QTest::newRow("success URL that is not http")
            << wrong([](D &d) { d.successUrl = u"ftp://shop.example"_s; }) << Field::SuccessUrl << 0 << -1;
        QTest::newRow("return URL with a blank")
            << wrong([](D &d) { d.returnUrl = u"https://a b"_s; }) << Field::ReturnUrl << 0 << -1;
        QTest::newRow("long custom field")
            << wrong([](D &d) { d.customFields[0].value = QString(501, u'x'); }) << Field::CustomFieldValue << 0 << 0;
        QTest::newRow("long subscription field")
            << wrong([](D &d) { d.subscriptionCustomFields[0].value = QString(501, u'x'); })
            << Field::SubscriptionFieldValue << 0 << 0;
    }
    void badInputStandsOnItsField()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        QFETCH(int, tier);
        QFETCH(int, index);
        const std::size_t before = sessionCount();
        const auto key = QString::fromLatin1(QTest::currentDataTag());
        const auto session = QCoro::waitFor(send(m_provider->prepareCreation(draft, key)));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Rejected);
        QVERIFY(!session.error().requestId.isEmpty());
        const auto &problems = session.error().problems;
        QVERIFY(std::ranges::any_of(problems, [&](const checkout::Problem &problem) {
            return problem.field == field && problem.tier == tier && problem.index == index &&
                   !problem.sentence.isEmpty();
        }));
        QVERIFY(std::ranges::none_of(problems, [](const auto &problem) { return problem.field == Field::Draft; }));
        QCOMPARE(sessionCount(), before);
    }

    void sandboxThatIsGoneIsOffline()
    {
        auto gone = std::make_unique<RunningSandbox>();
        http::HttpClient http;
        auto provider = gone->provider();
        const auto text = provider->prepareCreation(everyOption(), providers::describedKey)->text();
        gone.reset();
        providers::Connection connection(u"paymentkit"_s, text.url.resolved(QUrl(u"/paymentkit"_s)),
                                         http::Secret(u"sk_sandbox_x"_s));
        connection.accountId = u"acc"_s;
        const auto session =
            QCoro::waitFor(send(providers::make(http, connection)->prepareCreation(everyOption(), u"k"_s)));
        QCOMPARE(session.error().kind, ErrorKind::Offline);
    }
};

TILLDECK_TEST(PaymentKitOnSandboxTest)

} // namespace client_on_sandbox_test

#include "tst_client_on_sandbox.moc"
