// SPDX-License-Identifier: GPL-3.0-or-later
// What is described, what the journal keeps the hash of and what arrives at the provider are one request.
#include "desk/charge_server.h"
#include "desk/create_coupon.h"
#include "desk/create_session.h"
#include "desk/creation_request.h"
#include "desk/deactivate_coupon.h"
#include "desk/deactivate_promotion_code.h"
#include "desk/expire_session.h"
#include "desk/promotion_batch.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "desk/resend_creation.h"
#include "desk/save_route.h"
#include "gui/account_proxy.h"
#include "ledger/begun_intents.h"
#include "support/runner.h"

#include <QCryptographicHash>

namespace one_request_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using checkout::SessionDraft;
using End = CreateOutcome::End;
using ledger::Intent;
using tilldeck::test::AccountProxy;

namespace {

/// Returns the drafts that the sample shop takes, one for each flow and for each way of its key.
SessionDraft draftOf(const QString &name)
{
    if (name == "paymentkit.session"_L1)
        return draft();
    SessionDraft asked = charge();
    if (name == "khaime.charge"_L1)
        return asked;
    asked.reference.clear();
    if (name == "khaime.charge, without a reference"_L1)
        return asked;
    asked.flow = name;
    asked.successUrl = u"https://kestrel.example/thanks"_s;
    if (name == "khaime.session"_L1) {
        asked.productName = u"Premium \"Plan\""_s;
        asked.chargeCurrency.reset();
        return asked;
    }
    asked = SessionDraft();
    if (name == "khaime.checkout"_L1) {
        asked.flow = name;
        asked.productId = u"789"_s;
        asked.productQuantity = 2;
        asked.chargeCurrency = money::Currency::fromCode(u"USD");
        asked.customer.email = u"ada@example.com"_s;
        return asked;
    }
    checkout::LineItem item;
    item.name = u"Woven {basket}, [blue]: \\ \" é"_s;
    item.unitAmount = in(u"XOF"_s, 7500);
    asked.lineItems = {item};
    asked.successUrl = u"https://kestrel.example/thanks"_s;
    asked.returnUrl = u"https://kestrel.example/cancel"_s;
    return asked;
}

/// An account of the sandbox, with everything that it sends recorded on the way.
struct RecordedAccount
{
    explicit RecordedAccount(const Shop &shop, ProviderKind kind, const QString &dialect = {})
        : proxy(quint16(QUrl(shop.account().baseUrl).port()))
    {
        for (const sandbox::Account &at : shop.accounts()) {
            if (at.provider != accounts::providerId(kind))
                continue;
            accounts::Account account;
            account.provider = kind;
            account.name = u"Recorded"_s;
            QUrl url(at.baseUrl);
            url.setPort(proxy.port());
            account.baseUrl = url.toString();
            account.accountId = at.accountId;
            account.merchantId = at.merchantId;
            account.dialect = dialect;
            account.mode = accounts::Mode::Sandbox;
            id = bench.desk->accounts().add(account).value().id;
            key = at.key;
            bench.desk->keys().keepForThisRun(id, http::Secret(at.key));
        }
    }

    AccountProxy proxy;
    Bench bench;
    QString id;
    QString key;
};

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Entries of the catalog that a write of each kind can be about.
struct CatalogToWrite
{
    checkout::Coupon newCoupon;
    checkout::Coupon coupon;
    checkout::PromotionCode code;
    checkout::ProcessorRoute newRoute;
    checkout::ProcessorRoute changedRoute;
};

/// Makes one promotion code and returns whether that worked.
bool makeCode(const RecordedAccount &at, const QString &couponId)
{
    PromotionBatch batch(*at.bench.desk);
    PromotionBatch::Order order;
    order.accountId = at.id;
    order.couponId = couponId;
    order.pattern = u"ONE-########"_s;
    batch.start(order, Repeat::Another); // beside the one that was made before
    return QTest::qWaitFor([&batch] { return !batch.isRunning(); }, 20000) && batch.made().size() == 1 &&
           batch.made().front().end == PromotionBatch::Made::End::Created;
}

/// Makes a coupon with a code, and names the entries to write.
CatalogToWrite prepareCatalog(const RecordedAccount &at, const ProviderHandle &provider)
{
    CatalogToWrite catalog;
    catalog.newCoupon.name = u"Spring \"sale\""_s;
    catalog.newCoupon.kind = checkout::Coupon::Kind::Percentage;
    catalog.newCoupon.basisPoints = 2000;
    catalog.newCoupon.duration = checkout::Coupon::Duration::Once;
    catalog.coupon = QCoro::waitFor(createCoupon(at.bench.desk.get(), at.id, catalog.newCoupon)).value();
    if (!makeCode(at, catalog.coupon.id))
        qFatal("The code was not made.");
    const auto listed = QCoro::waitFor(provider->catalog()).value();
    for (const checkout::PromotionCode &code : listed.promotionCodes.items) {
        if (code.couponId == catalog.coupon.id)
            catalog.code = code;
    }
    catalog.changedRoute = listed.routes.items.front();
    catalog.changedRoute.name = u"Africa, first"_s;
    catalog.newRoute.name = u"Europe, first"_s;
    catalog.newRoute.processorIds = catalog.changedRoute.processorIds;
    return catalog;
}

} // namespace

class OneRequestTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Shop> m_shop;

private slots:
    void initTestCase() { m_shop = std::make_unique<Shop>(); }
    void cleanupTestCase() { m_shop.reset(); }

    void aCreationIsDescribedJournaledAndSentAsOne_data()
    {
        QTest::addColumn<ProviderKind>("kind");
        QTest::addColumn<QString>("dialect");
        QTest::newRow("paymentkit.session") << ProviderKind::PaymentKit << QString();
        for (const char *flow :
             {"khaime.charge", "khaime.charge, without a reference", "khaime.session", "khaime.checkout"})
            QTest::newRow(flow) << ProviderKind::Khaime << QString();
        for (const char *dialect : {"ikawaari.line_items", "ikawaari.amount"})
            QTest::newRow(dialect) << ProviderKind::Ikawaari << QString::fromLatin1(dialect);
    }
    void aCreationIsDescribedJournaledAndSentAsOne()
    {
        QFETCH(ProviderKind, kind);
        QFETCH(QString, dialect);
        RecordedAccount at(*m_shop, kind, dialect);
        Desk *desk = at.bench.desk.get();
        const SessionDraft asked = draftOf(QString::fromLatin1(QTest::currentDataTag()));
        std::optional<checkout::Quote> quote;
        if (desk->capabilities(at.id, asked.flow).quoteLifetime) {
            const auto quoted = quoteNow(*desk, at.id, asked);
            QVERIFY2(quoted, quoted ? "" : qPrintable(quoted.error().sentence + quoted.error().details));
            quote = *quoted;
        }
        const auto described = QCoro::waitFor(creationRequest(desk, at.id, asked, quote));
        QVERIFY2(described, described ? "" : qPrintable(described.error().sentence));
        QVERIFY(at.proxy.takeWrites().empty());
        const auto outcome = QCoro::waitFor(createSession(desk, at.id, asked, {}, std::nullopt, quote));
        QVERIFY2(outcome.end == End::Confirmed,
                 outcome.error ? qPrintable(outcome.error->sentence + outcome.error->details) : "");

        const auto writes = at.proxy.takeWrites();
        QCOMPARE(writes.size(), std::size_t(1));
        const AccountProxy::Request &sent = writes.front();
        const Intent intent = desk->journal().intent(outcome.record.intentId).result().value().value();
        QCOMPARE(intent.bodyHash, sha256(sent.body));
        // The description has a word in the place of the key, and says nothing else than what arrived.
        const QByteArray word = QByteArray(providers::describedKey.data(), providers::describedKey.size());
        QCOMPARE(QByteArray(described->body).replace(word, intent.id.toLatin1()), sent.body);
        QCOMPARE(QByteArray(described->body).contains(word), sent.body.contains(intent.id.toLatin1()));
        QCOMPARE(described->method + ' ' + described->url.path().toLatin1() + " HTTP/1.1", sent.line);
        for (const auto &[name, value] : described->headers)
            QVERIFY2(!value.contains(at.key.toLatin1()), name.constData());
        // Blanks and line breaks are all that reading it adds.
        QCOMPARE(QJsonDocument::fromJson(described->indentedBody()), QJsonDocument::fromJson(described->body));
        QVERIFY(described->indentedBody().count('\n') > 2);
    }

    void anInternalNoteIsSentToNobodyAndMakesNoOtherCreation_data()
    {
        aCreationIsDescribedJournaledAndSentAsOne_data();
    }
    void anInternalNoteIsSentToNobodyAndMakesNoOtherCreation()
    {
        QFETCH(ProviderKind, kind);
        QFETCH(QString, dialect);
        RecordedAccount at(*m_shop, kind, dialect);
        Desk *desk = at.bench.desk.get();
        SessionDraft asked = draftOf(QString::fromLatin1(QTest::currentDataTag()));
        asked.internalNote = u"Zebra 4711"_s;
        std::optional<checkout::Quote> quote;
        if (desk->capabilities(at.id, asked.flow).quoteLifetime)
            quote = quoteNow(*desk, at.id, asked).value();
        const auto described = QCoro::waitFor(creationRequest(desk, at.id, asked, quote));
        QVERIFY(described && !described->body.contains("Zebra"));
        const auto made = QCoro::waitFor(createSession(desk, at.id, asked, {}, std::nullopt, quote));
        QVERIFY2(made.end == End::Confirmed, made.error ? qPrintable(made.error->sentence) : "");
        QCOMPARE(desk->journal().intent(made.record.intentId).result().value()->draft, asked);
        const auto refreshed = QCoro::waitFor(refreshAccount(desk, at.id, {}, Depth::Full));
        QVERIFY2(refreshed, refreshed ? "" : qPrintable(refreshed.error().sentence + refreshed.error().details));
        const auto row = desk->ledger().session(at.id, made.record.session.id).result().value();
        QCOMPARE(row->draft.internalNote, asked.internalNote);
        // The same was asked for, whatever is noted about it; and another reference or item is another creation.
        for (const QString &note : {asked.internalNote, u"Zebra"_s, u"Zebra 4711, paid"_s, QString()}) {
            SessionDraft again = asked;
            again.internalNote = note;
            const auto repeated = QCoro::waitFor(createSession(desk, at.id, again, {}, std::nullopt, quote));
            QCOMPARE(repeated.end, End::Repeated);
            QCOMPARE(repeated.earlier->id, made.record.intentId);
        }
        QVERIFY(at.proxy.received().contains("POST "));
        QVERIFY(!at.proxy.received().contains("Zebra"));
    }

    void aRefundIsJournaledAndSentAsOne_data()
    {
        QTest::addColumn<ProviderKind>("kind");
        QTest::newRow("paymentkit") << ProviderKind::PaymentKit;
        QTest::newRow("khaime") << ProviderKind::Khaime;
        QTest::newRow("ikawaari") << ProviderKind::Ikawaari;
    }
    void aRefundIsJournaledAndSentAsOne()
    {
        QFETCH(ProviderKind, kind);
        RecordedAccount at(*m_shop, kind);
        Desk *desk = at.bench.desk.get();
        QVERIFY(QCoro::waitFor(refreshAccount(desk, at.id, {}, Depth::Full)));
        ledger::TransactionFilter filter;
        filter.accountIds = QStringList{at.id};
        const auto listed = desk->ledger().transactions(filter, {}, 1000).result().value();
        const auto paid = std::ranges::find_if(listed.rows, [](const ledger::TransactionRecord &row) {
            return row.transaction.status == checkout::TransactionStatus::Succeeded &&
                   (!row.transaction.refunded || row.transaction.refunded->minorUnits() == 0);
        });
        QVERIFY(paid != listed.rows.end());
        const checkout::Transaction payment = paid->transaction;
        const money::Money part(payment.amount.minorUnits() / 100 * 10, payment.amount.currency());
        const auto outcome = QCoro::waitFor(refundPayment(desk, at.id, payment.id, part, u"Too \"small\""_s));
        QVERIFY2(outcome.end != RefundOutcome::End::Rejected && outcome.end != RefundOutcome::End::Unknown,
                 outcome.error ? qPrintable(outcome.error->sentence + outcome.error->details) : "");
        const auto writes = at.proxy.takeWrites();
        QCOMPARE(writes.size(), std::size_t(1));
        const auto intents = desk->journal().refundsOf(at.id, payment.id).result().value();
        QCOMPARE(intents.size(), std::size_t(1));
        QCOMPARE(intents.front().bodyHash, sha256(writes.front().body));
    }

    void aWriteIntoTheCatalogIsJournaledAndSentAsOne_data()
    {
        QTest::addColumn<Intent::Kind>("kind");
        QTest::addColumn<bool>("isChange");
        QTest::newRow("a coupon") << Intent::Kind::Coupon << false;
        QTest::newRow("a coupon switched off") << Intent::Kind::DeactivateCoupon << false;
        QTest::newRow("a promotion code") << Intent::Kind::PromotionCode << false;
        QTest::newRow("a promotion code switched off") << Intent::Kind::DeactivateCode << false;
        QTest::newRow("a new route") << Intent::Kind::Route << false;
        QTest::newRow("a change of a route") << Intent::Kind::Route << true;
    }
    void aWriteIntoTheCatalogIsJournaledAndSentAsOne()
    {
        QFETCH(const Intent::Kind, kind);
        QFETCH(const bool, isChange);
        RecordedAccount at(*m_shop, ProviderKind::PaymentKit);
        Desk *desk = at.bench.desk.get();
        const ProviderHandle provider = QCoro::waitFor(desk->provider(at.id)).value();
        const CatalogToWrite catalog = prepareCatalog(at, provider);
        (void)at.proxy.takeWrites();

        // What the provider prepares for the entry under the key of its intent is what arrived.
        std::optional<providers::RequestText> prepared;
        const auto keep = [&prepared](const auto &write) { prepared = write.value().text(); };
        const auto intent = [desk, kind] { return desk->journal().confirmed(kind).result().value().back(); };
        switch (kind) {
        case Intent::Kind::Coupon:
            QVERIFY(QCoro::waitFor(createCoupon(desk, at.id, catalog.newCoupon)));
            keep(provider->prepareCoupon(catalog.newCoupon, intent().id));
            break;
        case Intent::Kind::DeactivateCoupon:
            QVERIFY(QCoro::waitFor(deactivateCoupon(desk, at.id, catalog.coupon)));
            keep(provider->prepareSwitchOff(catalog.coupon));
            break;
        case Intent::Kind::PromotionCode:
            QVERIFY(makeCode(at, catalog.coupon.id));
            keep(provider->preparePromotionCode(std::get<checkout::PromotionCode>(intent().entry), intent().id));
            break;
        case Intent::Kind::DeactivateCode:
            QVERIFY(QCoro::waitFor(deactivatePromotionCode(desk, at.id, catalog.code)));
            keep(provider->prepareSwitchOff(catalog.code));
            break;
        default:
            const checkout::ProcessorRoute &route = isChange ? catalog.changedRoute : catalog.newRoute;
            QVERIFY(QCoro::waitFor(saveRoute(desk, at.id, route)));
            keep(provider->prepareRoute(route));
        }
        const auto writes = at.proxy.takeWrites();
        QCOMPARE(writes.size(), std::size_t(1));
        QCOMPARE(intent().bodyHash, sha256(writes.front().body));
        QCOMPARE(prepared->body, writes.front().body);
        QCOMPARE(prepared->method + ' ' + prepared->url.path().toLatin1() + " HTTP/1.1", writes.front().line);
    }

    void whatCannotBePreparedHasNoIntent()
    {
        RecordedAccount at(*m_shop, ProviderKind::PaymentKit);
        Desk *desk = at.bench.desk.get();
        checkout::Coupon unnamed; // has no id, so there is no address to switch it off at
        QVERIFY(!QCoro::waitFor(deactivateCoupon(desk, at.id, unnamed)));
        QVERIFY(at.proxy.takeWrites().empty());
        QVERIFY(desk->journal().begunAfter({}).result()->empty());
    }

    /// It has no intent, see expireSession().
    void anExpiryIsSentAsItIsPrepared()
    {
        RecordedAccount at(*m_shop, ProviderKind::PaymentKit);
        Desk *desk = at.bench.desk.get();
        const auto made = QCoro::waitFor(createSession(desk, at.id, draft(), {}, std::nullopt));
        QCOMPARE(made.end, End::Confirmed);
        (void)at.proxy.takeWrites();
        const ProviderHandle provider = QCoro::waitFor(desk->provider(at.id)).value();
        const auto prepared = provider->prepareExpiry(made.record.session.id).value().text();
        const auto expired = QCoro::waitFor(expireSession(desk, at.id, made.record.session.id));
        QVERIFY2(expired, expired ? "" : qPrintable(expired.error().sentence));
        const auto writes = at.proxy.takeWrites();
        QCOMPARE(writes.size(), std::size_t(1));
        QCOMPARE(prepared.body, writes.front().body);
        QCOMPARE(prepared.method + ' ' + prepared.url.path().toLatin1() + " HTTP/1.1", writes.front().line);
        QCOMPARE(desk->journal().begunAfter({}).result()->size(), std::size_t(1));
    }

    /// Its reference comes from the key, so the hash can only be right when the key was there before the body.
    void aChargeWithoutAReferenceIsSentAgainByteForByte()
    {
        ChargeServer server;
        Bench bench;
        const QString id = server.connectTo(bench);
        SessionDraft asked = charge();
        asked.reference.clear();
        const auto quote = quoteNow(*bench.desk, id, asked);
        QVERIFY(quote);
        server.chargeAnswer = http::test::answer(500, "{}");
        const auto lost = QCoro::waitFor(createSession(bench.desk.get(), id, asked, {}, std::nullopt, *quote));
        QCOMPARE(lost.end, End::Unknown);
        const QString key = lost.record.intentId;
        server.chargeAnswer.clear();
        const auto found = QCoro::waitFor(resendCreation(bench.desk.get(), id, key));
        QVERIFY2(found.end == End::Confirmed, found.error ? qPrintable(found.error->sentence) : "");
        const QByteArrayList sent = server.chargeBodies();
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.at(0), sent.at(1));
        QVERIFY(sent.at(0).contains("\"reference\":\"" + key.toLatin1() + '"'));
        QCOMPARE(bench.desk->journal().intent(key).result().value()->bodyHash, sha256(sent.at(1)));
    }
};

TILLDECK_TEST(OneRequestTest)

} // namespace one_request_test

#include "tst_one_request.moc"
