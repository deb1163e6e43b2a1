// SPDX-License-Identifier: GPL-3.0-or-later
// Ikawaari, refunds, promotion codes, routes and pasted addresses against the sandbox, over real HTTP.
#include "providers/recognise.h"
#include "providers/scripted_ikawaari.h"
#include "sandbox/sandbox_thread.h"
#include "support/runner.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace review_on_sandbox_test {

using namespace tilldeck;
using namespace tilldeck::providers::test;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::SessionDraft;
using checkout::SessionStatus;
using checkout::Transaction;
using checkout::TransactionStatus;
using ikawaari::item;
using ikawaari::premium;
using ikawaari::sum;

namespace {

QString whyNot(const auto &result)
{
    return result ? QString() : u"%1 %2"_s.arg(result.error().sentence, result.error().details);
}

SessionDraft wrong(void (*change)(SessionDraft &))
{
    SessionDraft draft = premium();
    change(draft);
    return draft;
}

} // namespace

class ReviewOnSandboxTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    std::unique_ptr<sandbox::SandboxThread> m_thread;
    http::HttpClient m_http;

    sandbox::Account account(const QString &kind)
    {
        const auto accounts = m_thread->running()->accounts;
        return *std::ranges::find_if(accounts, [&](const auto &account) { return account.provider == kind; });
    }

    std::shared_ptr<providers::Provider> provider(const QString &kind, const QString &dialect = {})
    {
        const sandbox::Account known = account(kind);
        providers::Connection connection(kind, QUrl(known.baseUrl),
                                         http::Secret(QString(known.key.constData(), known.key.size())));
        connection.accountId = known.accountId;
        connection.merchantId = known.merchantId;
        connection.dialect = dialect;
        return providers::make(m_http, connection);
    }

    /// Every payment, page by page.
    std::vector<Transaction> payments(const QString &kind)
    {
        std::vector<Transaction> all;
        const auto asked = provider(kind);
        bool more = true;
        while (more) {
            const auto page = QCoro::waitFor(asked->transactions(int(all.size())));
            if (!page)
                return {};
            all.insert(all.end(), page->items.begin(), page->items.end());
            more = page->more;
        }
        return all;
    }

    /// A payment that was taken, of at least two units.
    Transaction paid(const QString &kind)
    {
        const auto all = payments(kind);
        const auto found = std::ranges::find_if(all, [](const Transaction &payment) {
            return payment.status == TransactionStatus::Succeeded && payment.amount.minorUnits() > 100;
        });
        return found == all.end() ? Transaction(QString(), sum(0, "XOF")) : *found;
    }

    void pay(const QString &sessionId)
    {
        QUrl url(account(u"ikawaari"_s).baseUrl + u"/api/checkout/%1/pay"_s.arg(sessionId));
        const auto done = QCoro::waitFor(m_http.send(http::Request::post(url, "{}")));
        QVERIFY(done && done->isSuccess());
    }

private slots:
    void initTestCase()
    {
        m_thread = std::make_unique<sandbox::SandboxThread>(
            sandbox::Options{m_directory.path(), 0, sandbox::Seed::Demo, {}, {}});
        QSignalSpy ready(m_thread.get(), &sandbox::SandboxThread::ready);
        m_thread->start();
        QVERIFY(!ready.isEmpty() || ready.wait(30'000));
        QVERIFY(m_thread->running());
    }

    void aSessionIsCreatedAskedForAndPaid_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::newRow("line items") << QString();
        QTest::newRow("one amount") << u"ikawaari.amount"_s;
    }
    void aSessionIsCreatedAskedForAndPaid()
    {
        QFETCH(QString, dialect);
        const auto ikawaari = provider(u"ikawaari"_s, dialect);
        SessionDraft draft = premium();
        draft.lineItems = {item(u"Woven basket"_s, 7500, 2), item(u"Shipping"_s, 2000)};
        const auto key = u"key of "_s + QString::fromLatin1(QTest::currentDataTag());
        const auto session = QCoro::waitFor(send(ikawaari->prepareCreation(draft, key)));
        QVERIFY2(session, qPrintable(whyNot(session)));
        QCOMPARE(session->amount, sum(17000, "XOF"));
        QCOMPARE(session->status, SessionStatus::Open);
        QVERIFY(session->expiresAt > QDateTime::currentDateTimeUtc());
        QVERIFY(!session->transactionId.isEmpty());
        const auto again = QCoro::waitFor(send(ikawaari->prepareCreation(draft, key)));
        QVERIFY(again);
        QCOMPARE(again->id, session->id);
        if (dialect.isEmpty())
            QCOMPARE(session->contents, draft);

        pay(session->id);
        const auto paidNow = QCoro::waitFor(ikawaari->session(known(session->id)));
        QVERIFY(paidNow);
        QCOMPARE(paidNow->status, SessionStatus::Completed);
        const auto payment = waitForResult(ikawaari->transaction(paidNow->transactionId));
        QVERIFY2(payment, qPrintable(whyNot(payment)));
        QCOMPARE(payment->amount, sum(17000, "XOF"));
        QCOMPARE(payment->status, TransactionStatus::Succeeded);
        QCOMPARE(payment->method, u"Card"_s);
        QVERIFY(payment->steps.size() >= 2);
    }

    void badInputStandsOnItsField_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        using D = SessionDraft;
        QTest::newRow("quantity 0") << wrong([](D &d) { d.lineItems[0].quantity = 0; }) << Field::Quantity;
        QTest::newRow("amount 0") << wrong([](D &d) { d.lineItems[0].unitAmount = sum(0, "XOF"); }) << Field::Amount;
        QTest::newRow("success URL") << wrong([](D &d) { d.successUrl = u"ftp://a"_s; }) << Field::SuccessUrl;
        QTest::newRow("cancel URL") << wrong([](D &d) { d.returnUrl = u"https://a b"_s; }) << Field::ReturnUrl;
    }
    void badInputStandsOnItsField()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        const auto key = QString::fromLatin1(QTest::currentDataTag());
        const auto session = QCoro::waitFor(send(provider(u"ikawaari"_s)->prepareCreation(draft, key)));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, ErrorKind::Rejected);
        QVERIFY(session.error().requestId.startsWith("req_"_L1));
        QCOMPARE(session.error().problems.size(), std::size_t(1));
        QCOMPARE(session.error().problems[0].field, field);
    }

    void aKeyThatMayOnlyReadIsToldSo()
    {
        const sandbox::Account known = account(u"ikawaari"_s);
        const auto reader = ikawaari::ikawaariAt(m_http, QUrl(known.baseUrl), {}, known.readOnlyKey);
        const auto session = QCoro::waitFor(send(reader->prepareCreation(premium(), u"k"_s)));
        QCOMPARE(session.error().kind, ErrorKind::Forbidden);
        QVERIFY(session.error().sentence.contains("write scope"_L1));
        QVERIFY(!session.error().requestId.isEmpty());
        const auto page = QCoro::waitFor(reader->transactions(0));
        QVERIFY(page && !page->items.empty());
        const auto stranger = ikawaari::ikawaariAt(m_http, QUrl(known.baseUrl), {}, u"ik_test_no"_s);
        const auto refused = QCoro::waitFor(send(stranger->prepareCreation(premium(), u"k"_s)));
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorised);
    }

    void aPartTheRestAndThenNothing_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"paymentkit", "khaime", "ikawaari"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aPartTheRestAndThenNothing()
    {
        QFETCH(QString, kind);
        const Transaction before = paid(kind);
        QVERIFY2(!before.id.isEmpty(), "the demo shop has a payment that was taken");
        const auto seller = provider(kind);
        const money::Money part(40, before.amount.currency());
        const auto first =
            waitForResult(sentOnce(seller->prepareRefund(providers::RefundRequest(before, part), u"refund-1"_s)));
        QVERIFY2(first, qPrintable(whyNot(first)));
        QCOMPARE(first->amount, part);

        const money::Money rest = *before.amount.minus(part);
        const auto second =
            waitForResult(sentOnce(seller->prepareRefund(providers::RefundRequest(before, rest), u"refund-2"_s)));
        QVERIFY2(second, qPrintable(whyNot(second)));

        // As one that does not know of the two would ask.
        const auto third =
            waitForResult(sentOnce(seller->prepareRefund(providers::RefundRequest(before, part), u"refund-3"_s)));
        QVERIFY(!third);
        const auto all = payments(kind);
        const auto after = std::ranges::find(all, before.id, &Transaction::id);
        QCOMPARE(after->status, TransactionStatus::Refunded);
    }

    void aRepeatedKeyGivesBackOnce()
    {
        const auto ikawaari = provider(u"ikawaari"_s);
        const Transaction before = paid(u"ikawaari"_s);
        const providers::RefundRequest request(before, money::Money(50, before.amount.currency()));
        const auto first = waitForResult(sentOnce(ikawaari->prepareRefund(request, u"refund-once"_s)));
        const auto second = waitForResult(sentOnce(ikawaari->prepareRefund(request, u"refund-once"_s)));
        QVERIFY(first && second);
        const auto payment = waitForResult(ikawaari->transaction(before.id));
        QCOMPARE(payment->refunded, request.amount);
        QCOMPARE(payment->status, TransactionStatus::PartlyRefunded);
        QCOMPARE(payment->refunds->size(), std::size_t(1));
        QCOMPARE(payment->refunds->at(0).status, checkout::RefundStatus::Succeeded);
    }

    void codesCouponsAndRoutesAreWritten()
    {
        const auto seller = provider(u"paymentkit"_s);
        checkout::Coupon wanted;
        wanted.name = u"Spring"_s;
        wanted.kind = checkout::Coupon::Kind::Percentage;
        wanted.basisPoints = 1250;
        wanted.maxRedemptions = 10;
        const auto coupon = QCoro::waitFor(send(seller->prepareCoupon(wanted, u"coupon-1"_s)));
        QVERIFY2(coupon, qPrintable(whyNot(coupon)));
        QCOMPARE(coupon->basisPoints, 1250);

        checkout::PromotionCode spring;
        spring.code = u"SPRING-7KQ2"_s;
        spring.couponId = coupon->id;
        spring.maxRedemptions = 1;
        spring.expiresAt = QDateTime::currentDateTimeUtc().addDays(30);
        const auto code = QCoro::waitFor(send(seller->preparePromotionCode(spring, u"code-1"_s)));
        QVERIFY2(code, qPrintable(whyNot(code)));
        const auto twice = QCoro::waitFor(send(seller->preparePromotionCode(spring, u"code-2"_s)));
        QCOMPARE(twice.error().kind, ErrorKind::Rejected);
        QVERIFY(twice.error().details.contains("exists already"_L1));
        const auto off = QCoro::waitFor(send(seller->prepareSwitchOff(*code)));
        QVERIFY2(off, qPrintable(whyNot(off)));
        QVERIFY(!off->active);
        const auto couponOff = QCoro::waitFor(send(seller->prepareSwitchOff(*coupon)));
        QVERIFY(couponOff && !couponOff->active);

        const auto catalog = QCoro::waitFor(seller->catalog());
        QVERIFY(catalog);
        QVERIFY(catalog->promotionCode(u"spring-7kq2"_s) && !catalog->promotionCode(u"spring-7kq2"_s)->active);
        QVERIFY(
            std::ranges::none_of(catalog->promotionCodes.items, [](const auto &code) { return code.id.isEmpty(); }));

        QVERIFY(!catalog->routes.items.empty());
        checkout::ProcessorRoute route = catalog->routes.items.front();
        std::ranges::reverse(route.processorIds);
        const auto turned = QCoro::waitFor(send(seller->prepareRoute(route)));
        QVERIFY2(turned, qPrintable(whyNot(turned)));
        QCOMPARE(turned->processorIds, route.processorIds);
        route.id.clear();
        route.name = u"Another"_s;
        const auto made = QCoro::waitFor(send(seller->prepareRoute(route)));
        QVERIFY(made && !made->id.isEmpty());
        QCOMPARE(made->name, u"Another"_s);
    }

    void aPastedAddressLeadsToItsSession()
    {
        const auto created = QCoro::waitFor(send(provider(u"ikawaari"_s)->prepareCreation(premium(), u"pasted"_s)));
        QVERIFY(created);
        SessionDraft kitDraft;
        kitDraft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
        const auto kitSession = QCoro::waitFor(send(provider(u"paymentkit"_s)->prepareCreation(kitDraft, u"pasted"_s)));
        QVERIFY(kitSession);
        for (const auto &[kind, url, id] : {std::tuple(u"ikawaari"_s, created->url, created->id),
                                            std::tuple(u"paymentkit"_s, kitSession->url, kitSession->id)}) {
            for (const QString &asked : {u"paymentkit"_s, u"khaime"_s, u"ikawaari"_s}) {
                const auto found = providers::recognise(asked, QUrl(account(asked).baseUrl), {}, url);
                QCOMPARE(found.has_value(), asked == kind);
                if (!found)
                    continue;
                // No call of PaymentKit's takes a token: it stands in the list.
                if (found->id.isEmpty()) {
                    const auto page = QCoro::waitFor(provider(kind)->sessions(0));
                    const auto token = found->secureToken;
                    const auto row = std::ranges::find(page->items, token, &checkout::Session::secureToken);
                    QCOMPARE(row->id, id);
                    continue;
                }
                const auto session = QCoro::waitFor(provider(kind)->session(*found));
                QVERIFY2(session, qPrintable(whyNot(session)));
                QCOMPARE(session->id, id);
            }
        }
    }
};

TILLDECK_TEST(ReviewOnSandboxTest)

} // namespace review_on_sandbox_test

#include "tst_review_on_sandbox.moc"
