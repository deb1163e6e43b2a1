// SPDX-License-Identifier: GPL-3.0-or-later
// What is described, what the journal keeps the hash of and what arrives at the provider are one request.
#include "desk/charge_server.h"
#include "desk/create_session.h"
#include "desk/creation_request.h"
#include "desk/refresh_account.h"
#include "desk/refund_payment.h"
#include "desk/resend_creation.h"
#include "gui/account_proxy.h"
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
