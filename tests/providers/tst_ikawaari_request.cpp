// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent to Ikawaari, in either of its bodies.
#include "providers/ikawaari/codec_request.h"
#include "providers/ikawaari/codec_sessions.h"
#include "providers/scripted_ikawaari.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

namespace ikawaari_request_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::ikawaari;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::LineItem;
using checkout::SessionDraft;
using providers::test::ikawaari::item;
using providers::test::ikawaari::premium;
using providers::test::ikawaari::sum;

namespace {

QJsonObject objectOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

SessionDraft wrong(void (*change)(SessionDraft &))
{
    SessionDraft draft = premium();
    change(draft);
    return draft;
}

QString arbitraryText(bool mayBeEmpty)
{
    const auto character = rc::gen::elementOf(std::u32string(U"aZ09 _-{}[]\"\\/<>&?=%\n\t\u0001äß中\U0001F4B6"));
    const QString text = QString::fromStdU32String(*rc::gen::container<std::u32string>(character));
    return text.isEmpty() && !mayBeEmpty ? u"x"_s : text;
}

SessionDraft arbitraryDraft()
{
    SessionDraft draft;
    const char *code = *rc::gen::element("XOF", "EUR", "KWD");
    for (int n = *rc::gen::inRange(1, 5); n > 0; --n)
        draft.lineItems.push_back(item(arbitraryText(false), *rc::gen::inRange<qint64>(1, 1'000'000'000),
                                       *rc::gen::inRange<qint64>(1, 1000), code));
    draft.mode = *rc::gen::element<QString>(u"payment"_s, u"subscription"_s);
    draft.successUrl = arbitraryText(true);
    draft.returnUrl = arbitraryText(true);
    return draft;
}

/// Written against the contract, sharing nothing with the encoder.
SessionDraft draftIn(const QJsonObject &body)
{
    SessionDraft draft;
    const QJsonArray lines = body["line_items"_L1].toArray();
    for (const auto &value : lines) {
        const QJsonObject line = value.toObject();
        draft.lineItems.push_back(item(line["name"_L1].toString(), line["amount"_L1].toInteger(),
                                       line["quantity"_L1].toInteger(),
                                       line["currency"_L1].toString().toLatin1().constData()));
    }
    draft.mode = body["mode"_L1].toString();
    draft.successUrl = body["success_url"_L1].toString();
    draft.returnUrl = body["cancel_url"_L1].toString();
    return draft;
}

} // namespace

class IkawaariRequestTest : public QObject
{
    Q_OBJECT

private slots:
    void theContractsExampleIsWhatIsSent()
    {
        QFile file(
            QStringLiteral(TILLDECK_TEST_DIR "/contract/examples/ikawaari/create-checkout-session.request.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto body = encodeCreate(premium(), Body::LineItems);
        QVERIFY(body);
        QCOMPARE(objectOf(*body), objectOf(file.readAll()));
    }

    void theLaterBodyHasOneAmount()
    {
        SessionDraft draft = premium();
        draft.lineItems = {item(u"Woven basket"_s, 7500, 4), item(u"Shipping"_s, 2000)};
        const auto body = encodeCreate(draft, Body::Amount);
        QVERIFY(body);
        const QJsonObject expected{{u"amount"_s, 32000},
                                   {u"currency"_s, u"XOF"_s},
                                   {u"description"_s, u"4 × Woven basket, Shipping"_s},
                                   {u"successUrl"_s, draft.successUrl},
                                   {u"cancelUrl"_s, draft.returnUrl}};
        QCOMPARE(objectOf(*body), expected);
        draft.mode = u"subscription"_s;
        const auto recurring = encodeCreate(draft, Body::Amount);
        QCOMPARE(objectOf(*recurring)["mode"_L1].toString(), u"subscription"_s);
    }

    void whatIsNotSetIsLeftOut()
    {
        SessionDraft draft;
        draft.lineItems = {item(u"Plan"_s, 1)};
        const auto first = encodeCreate(draft, Body::LineItems);
        QCOMPARE(objectOf(*first).keys(), (QStringList{u"line_items"_s, u"mode"_s}));
        QCOMPARE(objectOf(*first)["mode"_L1].toString(), u"payment"_s);
        const auto later = encodeCreate(draft, Body::Amount);
        QCOMPARE(objectOf(*later).keys(), (QStringList{u"amount"_s, u"currency"_s, u"description"_s}));
    }

    void whatIkawaariCannotTakeIsTold_data()
    {
        QTest::addColumn<SessionDraft>("draft");
        QTest::addColumn<Field>("field");
        QTest::addColumn<int>("row");
        using D = SessionDraft;
        QTest::newRow("no items") << wrong([](D &d) { d.lineItems.clear(); }) << Field::LineItems << -1;
        QTest::newRow("a price") << wrong([](D &d) { d.lineItems[0].priceId = u"price_1"_s; }) << Field::Price << 0;
        QTest::newRow("no name") << wrong([](D &d) { d.lineItems[0].name.clear(); }) << Field::Name << 0;
        QTest::newRow("no amount") << wrong([](D &d) { d.lineItems[0].unitAmount.reset(); }) << Field::Amount << 0;
        QTest::newRow("two currencies") << wrong([](D &d) { d.lineItems.push_back(item(u"x"_s, 1, 1, "EUR")); })
                                        << Field::Amount << 1;
        QTest::newRow("another mode") << wrong([](D &d) { d.mode = u"setup"_s; }) << Field::Mode << -1;
        QTest::newRow("customer") << wrong([](D &d) { d.customer.email = u"a@b.c"_s; }) << Field::CustomerEmail << -1;
        QTest::newRow("code") << wrong([](D &d) { d.promotionCode = u"X"_s; }) << Field::PromotionCode << -1;
        QTest::newRow("lifetime") << wrong([](D &d) { d.expiresInHours = 2; }) << Field::Expiry << -1;
        QTest::newRow("tier") << wrong([](D &d) { d.cascade.resize(1); }) << Field::LineItems << -1;
        QTest::newRow("reference") << wrong([](D &d) { d.reference = u"r"_s; }) << Field::Reference << -1;
        QTest::newRow("metadata") << wrong([](D &d) { d.metadata.resize(1); }) << Field::MetadataName << -1;
    }
    void whatIkawaariCannotTakeIsTold()
    {
        QFETCH(SessionDraft, draft);
        QFETCH(Field, field);
        QFETCH(int, row);
        for (const Body body : {Body::LineItems, Body::Amount}) {
            const auto encoded = encodeCreate(draft, body);
            QVERIFY(!encoded);
            QCOMPARE(encoded.error().kind, ErrorKind::InvalidInput);
            const auto &problems = encoded.error().problems;
            QCOMPARE(problems.size(), std::size_t(1));
            QCOMPARE(problems[0].field, field);
            QCOMPARE(problems[0].index, row);
            QVERIFY(!problems[0].sentence.isEmpty());
        }
    }

    void aSumThatCannotBeSaidIsRefused()
    {
        SessionDraft draft = premium();
        draft.lineItems = {item(u"a"_s, std::numeric_limits<qint64>::max(), 2)};
        QVERIFY(!encodeCreate(draft, Body::Amount));
        draft.lineItems = {item(u"a"_s, std::numeric_limits<qint64>::max()), item(u"b"_s, 1)};
        QVERIFY(!encodeCreate(draft, Body::Amount));
    }

    void whatIsSentHoldsTheDraft()
    {
        QVERIFY(rc::check("a reader of the contract finds the draft in the body", [] {
            const SessionDraft draft = arbitraryDraft();
            const auto body = encodeCreate(draft, Body::LineItems);
            RC_ASSERT(body.has_value());
            RC_ASSERT(draftIn(objectOf(*body)) == draft);
            RequestText text;
            text.body = *body;
            RC_ASSERT(objectOf(text.indentedBody()) == objectOf(*body));
            RC_ASSERT(text.indentedBody().count('\n') > 1);
            const auto later = encodeCreate(draft, Body::Amount);
            RC_ASSERT(later.has_value());
            qint64 total = 0;
            for (const LineItem &line : draft.lineItems)
                total += line.unitAmount->minorUnits() * line.quantity;
            RC_ASSERT(objectOf(*later)["amount"_L1].toInteger() == total);
            RC_ASSERT(objectOf(*later)["successUrl"_L1].toString() == draft.successUrl);
        }));
    }

    void answersReadBackWhatWasWritten()
    {
        QVERIFY(rc::check("an answer that repeats the request has its contents", [] {
            const SessionDraft draft = arbitraryDraft();
            const auto body = encodeCreate(draft, Body::LineItems);
            QJsonObject answer = objectOf(*body);
            answer["id"_L1] = u"cs_1"_s;
            answer["status"_L1] = u"open"_s;
            const auto session = decodeSession(QJsonDocument(answer));
            RC_ASSERT(session.has_value());
            RC_ASSERT(session->contents == draft);
        }));
    }

    void refundsSayHowMuch()
    {
        checkout::Transaction payment(u"pi_1"_s, sum(50000, "XOF"));
        payment.status = checkout::TransactionStatus::Succeeded;
        RefundRequest request(payment, sum(10000, "XOF"));
        QCOMPARE(*encodeRefund(request), QByteArray(R"({"amount":10000})"));
        request.reason = u"Customer request"_s;
        QCOMPARE(*encodeRefund(request), QByteArray(R"({"amount":10000,"reason":"Customer request"})"));
    }

    void capabilitiesNameTwoBodies()
    {
        const auto can = providers::capabilities(u"ikawaari"_s);
        QVERIFY(can);
        QCOMPARE(can->account.dialects.size(), std::size_t(2));
        QVERIFY(bodyOf(QString()) == Body::LineItems);
        QVERIFY(bodyOf(can->account.dialects[0].id) == Body::LineItems);
        QVERIFY(bodyOf(can->account.dialects[1].id) == Body::Amount);
        QVERIFY(can->takes(Field::Name) && !can->takes(Field::Price) && can->needs(Field::LineItems));
        QVERIFY(can->refunds && can->looksUpTransactions && can->honoursIdempotencyKey && can->honoursRefundKey);
    }
};

TILLDECK_TEST(IkawaariRequestTest)

} // namespace ikawaari_request_test

#include "tst_ikawaari_request.moc"
