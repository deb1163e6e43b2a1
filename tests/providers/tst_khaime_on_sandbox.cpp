// SPDX-License-Identifier: GPL-3.0-or-later
// The Khaime client against the sandbox, over real HTTP.
#include "checkout/pricing.h"
#include "providers/scripted_provider.h"
#include "sandbox/sandbox_thread.h"
#include "support/runner.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace khaime_on_sandbox_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::CustomField;
using checkout::ErrorKind;
using checkout::Field;
using checkout::SessionDraft;
using checkout::SessionStatus;

namespace {

money::Money sum(qint64 minor, const char *code)
{
    return {minor, *money::Currency::fromCode(QString::fromLatin1(code))};
}

/// Returns the contract's 90.00 USD, paid in the currency @p code.
SessionDraft charge(const char *code = "NGN")
{
    SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = sum(9000, "USD");
    draft.chargeCurrency = sum(0, code).currency();
    draft.description = u"Design consultation"_s;
    draft.customer.email = u"jane@example.com"_s;
    draft.customer.firstName = u"Jane"_s;
    draft.customer.lastName = u"Doe"_s;
    draft.customer.country = u"NG"_s;
    return draft;
}

SessionDraft hosted()
{
    SessionDraft draft;
    draft.flow = u"khaime.session"_s;
    draft.pricing = sum(5000, "USD");
    draft.productName = u"Premium Plan"_s;
    draft.customer.email = u"jane@example.com"_s;
    draft.successUrl = u"https://example.com/success"_s;
    draft.returnUrl = u"https://example.com/cancel"_s;
    return draft;
}

SessionDraft embedded()
{
    SessionDraft draft;
    draft.flow = u"khaime.checkout"_s;
    draft.productId = u"789"_s;
    draft.productQuantity = 2;
    draft.chargeCurrency = sum(0, "USD").currency();
    draft.customer.email = u"jane@example.com"_s;
    return draft;
}

QString whyNot(const auto &result)
{
    return result ? QString() : u"%1 %2"_s.arg(result.error().sentence, result.error().details);
}

} // namespace

class KhaimeOnSandboxTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
    sandbox::Account m_account;
    http::HttpClient m_http;
    std::shared_ptr<providers::Provider> m_provider;

    std::shared_ptr<providers::Provider> providerWith(const QString &secret)
    {
        providers::Connection connection(u"khaime"_s, QUrl(m_account.baseUrl),
                                         http::Secret(QString(secret.constData(), secret.size())));
        connection.merchantId = m_account.merchantId;
        return providers::make(m_http, connection);
    }

    /// Returns @p draft as it is sent, with its quote.
    SessionDraft quoted(const SessionDraft &draft)
    {
        const auto quote = waitForQuote(m_provider->quote(draft));
        return quote ? checkout::priced(draft, *quote) : draft;
    }

private slots:
    void initTestCase()
    {
        m_thread = std::make_unique<sandbox::SandboxThread>(
            sandbox::Options{m_directory.path(), 0, sandbox::Seed::Demo, {}, {}});
        QSignalSpy ready(m_thread.get(), &sandbox::SandboxThread::ready);
        m_thread->start();
        QVERIFY(!ready.isEmpty() || ready.wait(30'000));
        for (const sandbox::Account &account : m_thread->running()->accounts) {
            if (account.provider == "khaime"_L1)
                m_account = account;
        }
        QVERIFY(!m_account.key.isEmpty());
        m_provider = providerWith(m_account.key);
        QVERIFY(m_provider);
    }

    void theContractsPreviewComesBackFigureByFigure()
    {
        const auto quote = waitForQuote(m_provider->quote(charge()));
        QVERIFY2(quote, qPrintable(whyNot(quote)));
        QCOMPARE(quote->base, sum(1'440'000, "NGN"));
        QCOMPARE(quote->fee, sum(92'160, "NGN"));
        QCOMPARE(quote->customerPays, sum(*quote->customerPaysFee ? 1'532'160 : 1'440'000, "NGN"));
        QCOMPARE(quote->businessReceives, sum(9000, "USD"));
        QCOMPARE(quote->conversion->original, sum(9000, "USD"));
        QCOMPARE(quote->conversion->converted, sum(1'440'000, "NGN"));
        QCOMPARE(quote->conversion->rate, u"1600"_s);
        QCOMPARE(quote->conversion->rateFits(), std::optional(false));
        QCOMPARE(quote->gateway, u"paystack"_s);
        QCOMPARE(quote->international, std::optional(true));
        QCOMPARE(quote->customerCountry, u"NG"_s);
    }

    void everyRoutedCurrencyIsQuotedAndCreated_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::newRow("NGN") << u"paystack"_s;
        for (const char *code : {"GHS", "KES", "ZAR", "TZS", "XAF", "XOF"})
            QTest::newRow(code) << u"startbutton"_s;
        for (const char *code : {"USD", "EUR", "GBP", "CAD", "AUD"})
            QTest::newRow(code) << u"stripe"_s;
    }
    void everyRoutedCurrencyIsQuotedAndCreated()
    {
        QFETCH(QString, gateway);
        const auto quote = waitForQuote(m_provider->quote(charge(QTest::currentDataTag())));
        QVERIFY2(quote, qPrintable(whyNot(quote)));
        QCOMPARE(quote->gateway.toLower(), gateway);
        const SessionDraft draft = checkout::priced(charge(QTest::currentDataTag()), *quote);
        const QString key = u"intent-%1"_s.arg(QLatin1String(QTest::currentDataTag()));
        const auto created = QCoro::waitFor(send(m_provider->prepareCreation(draft, key)));
        QVERIFY2(created, qPrintable(whyNot(created)));
        QCOMPARE(created->amount, std::optional(quote->customerPays));
        QCOMPARE(created->handover.gateway.toLower(), gateway);
        QCOMPARE(created->handover.clientSecret.isEmpty(), gateway != "stripe"_L1);
        QCOMPARE(created->url.isEmpty(), gateway == "stripe"_L1);
        QVERIFY(!created->transactionId.isEmpty());
        // The same reference is the same charge: nothing is created twice.
        const auto again = QCoro::waitFor(send(m_provider->prepareCreation(draft, key)));
        QVERIFY(again);
        QCOMPARE(again->id, created->id);
    }

    void theSplitIsShownBeforeAndSuspendedOnesAreMarked()
    {
        SessionDraft draft = charge();
        draft.subMerchantId = u"21"_s;
        const auto quote = waitForQuote(m_provider->quote(draft));
        QVERIFY2(quote, qPrintable(whyNot(quote)));
        QCOMPARE(quote->split->commission, sum(450, "USD"));
        QCOMPARE(quote->split->net, sum(8550, "USD"));
        QCOMPARE(quote->split->commissionSource, checkout::Split::CommissionSource::Own);
        draft.subMerchantId = u"22"_s;
        const auto ofMarketplace = waitForQuote(m_provider->quote(draft));
        QCOMPARE(ofMarketplace->split->commission, sum(900, "USD"));
        QCOMPARE(ofMarketplace->split->commissionSource, checkout::Split::CommissionSource::Marketplace);
        for (const char *id : {"23", "24", "999"}) {
            draft.subMerchantId = QString::fromLatin1(id);
            const auto refused = waitForQuote(m_provider->quote(draft));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Rejected);
            QCOMPARE(refused.error().problems.front().field, Field::SubMerchant);
        }
    }

    void aHostedSessionIsCreatedAndFoundAgain()
    {
        SessionDraft draft = hosted();
        draft.subscriptionFrequency = u"monthly"_s;
        draft.metadata = {CustomField(u"order"_s, u"KS-1"_s), CustomField(u"boxes"_s, qint64(3)),
                          CustomField(u"weight"_s, 1.25), CustomField(u"gift"_s, true)};
        const auto created = QCoro::waitFor(send(m_provider->prepareCreation(draft, u"k"_s)));
        QVERIFY2(created, qPrintable(whyNot(created)));
        QCOMPARE(created->amount, sum(5320, "USD"));
        QCOMPARE(created->fees->base, sum(5000, "USD"));
        QCOMPARE(created->fees->fee, sum(320, "USD"));
        QVERIFY(created->fees->customerPays);
        QCOMPARE(created->status, SessionStatus::Open);
        QVERIFY(!created->url.isEmpty() && created->expiresAt.isValid());
        const auto found = QCoro::waitFor(m_provider->session(*created));
        QVERIFY2(found, qPrintable(whyNot(found)));
        QCOMPARE(found->id, created->id);
        QCOMPARE(found->flow, created->flow);
        QCOMPARE(found->amount, created->amount);
        QCOMPARE(found->status, SessionStatus::Open);
    }

    void anEmbeddedCheckoutIsQuotedCreatedAndFoundByItsToken()
    {
        const auto quote = waitForQuote(m_provider->quote(embedded()));
        QVERIFY2(quote, qPrintable(whyNot(quote)));
        QCOMPARE(quote->customerPays, sum(10'000, "USD"));
        QCOMPARE(quote->productTitle, u"Premium Plan"_s);
        const auto created =
            QCoro::waitFor(send(m_provider->prepareCreation(checkout::priced(embedded(), *quote), u"k"_s)));
        QVERIFY2(created, qPrintable(whyNot(created)));
        QVERIFY(created->secureToken.startsWith("khs_"_L1));
        QVERIFY(!created->id.contains(created->secureToken));
        QVERIFY(!created->url.isEmpty());
        const auto found = QCoro::waitFor(m_provider->session(*created));
        QVERIFY2(found, qPrintable(whyNot(found)));
        QCOMPARE(found->id, created->id);
        QCOMPARE(found->status, SessionStatus::Open);
        SessionDraft unknown = embedded();
        unknown.productId = u"1"_s;
        const auto nothing = waitForQuote(m_provider->quote(unknown));
        QCOMPARE(nothing.error().problems.front().field, Field::Product);
        const auto refused = QCoro::waitFor(send(m_provider->prepareCreation(unknown, u"k"_s)));
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QCOMPARE(refused.error().problems.front().field, Field::Product);
    }

    void paymentsTellBothCurrenciesAndTheSplit()
    {
        std::vector<checkout::Transaction> all;
        for (bool more = true; more;) {
            const auto page = QCoro::waitFor(m_provider->transactions(int(all.size())));
            QVERIFY2(page, qPrintable(whyNot(page)));
            all.insert(all.end(), page->items.begin(), page->items.end());
            more = page->more;
        }
        const auto by = [&all](const QString &reference) {
            return *std::ranges::find(all, reference, &checkout::Transaction::reference);
        };
        const auto naira = by(u"order-1001"_s);
        QCOMPARE(naira.status, checkout::TransactionStatus::Succeeded);
        QCOMPARE(naira.priced, sum(9000, "USD"));
        QCOMPARE(naira.amount.currency().code(), u"NGN"_s);
        QCOMPARE(naira.gateway, u"paystack"_s);
        QCOMPARE(naira.customerId, u"adaeze@example.com"_s);
        QVERIFY(naira.sessionId.startsWith("charge_"_L1));
        const auto shared = by(u"order-1003"_s);
        QCOMPARE(shared.split->gross, sum(140'000, "NGN"));
        QCOMPARE(shared.split->commission, sum(7'000, "NGN"));
        QCOMPARE(shared.split->net, sum(133'000, "NGN"));
        QVERIFY(!shared.priced);
        QCOMPARE(by(u"order-1004"_s).status, checkout::TransactionStatus::Failed);
        QVERIFY(!by(u"order-1004"_s).declineCode.isEmpty());
        QCOMPARE(by(u"order-1005"_s).refunded->minorUnits(), 50'000);
        QCOMPARE(by(u"order-1005"_s).status, checkout::TransactionStatus::PartlyRefunded);
        QVERIFY(std::ranges::none_of(all, [](const auto &each) { return each.sessionId.startsWith("khs_"_L1); }));
    }

    void productsAreListed()
    {
        const auto catalog = QCoro::waitFor(m_provider->catalog());
        QVERIFY2(catalog, qPrintable(whyNot(catalog)));
        QVERIFY(catalog->products.available);
        QCOMPARE(catalog->currency, money::Currency::fromCode(u"USD"_s));
        const checkout::Product *plan = catalog->product(u"789"_s);
        QVERIFY(plan);
        QCOMPARE(plan->name, u"Premium Plan"_s);
    }

    void refusalsArriveAtTheirFields_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        SessionDraft draft = charge();
        draft.chargeAmount = sum(1'500'000, "NGN"); // nothing here knows Khaime's own conversion
        QTest::newRow("amount mismatch") << draft << Field::ChargeAmount;
        draft = charge();
        draft.chargeCurrency = sum(0, "ISK").currency();
        draft.chargeAmount = sum(1000, "ISK");
        QTest::newRow("no rate") << draft << Field::ChargeCurrency;
        draft = charge();
        draft.chargeAmount = sum(1'440'000, "NGN");
        draft.customer.email.clear();
        QTest::newRow("no e-mail") << draft << Field::CustomerEmail;
    }
    void refusalsArriveAtTheirFields()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        const auto refused = QCoro::waitFor(send(m_provider->prepareCreation(draft, u"refused"_s)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY2(!refused.error().problems.empty(), qPrintable(whyNot(refused)));
        QCOMPARE(refused.error().problems.front().field, field);
    }

    void aWrongKeyIsUnauthorisedEverywhere()
    {
        const auto stranger = providerWith(u"pk_sandbox_wrong"_s);
        const auto quote = waitForQuote(stranger->quote(charge()));
        QCOMPARE(quote.error().kind, ErrorKind::Unauthorised);
        const auto created = QCoro::waitFor(send(stranger->prepareCreation(hosted(), u"k"_s)));
        QCOMPARE(created.error().kind, ErrorKind::Unauthorised);
        const auto token = QCoro::waitFor(send(stranger->prepareCreation(embedded(), u"k"_s)));
        QCOMPARE(token.error().kind, ErrorKind::Unauthorised);
        const auto catalog = QCoro::waitFor(stranger->catalog());
        QCOMPARE(catalog.error().kind, ErrorKind::Unauthorised);
        QVERIFY(!catalog.error().details.contains("pk_sandbox_wrong"_L1));
    }
};

TILLDECK_TEST(KhaimeOnSandboxTest)

} // namespace khaime_on_sandbox_test

#include "tst_khaime_on_sandbox.moc"
