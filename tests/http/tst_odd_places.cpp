// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in places that no contract names: what is shown of an answer has none of them, and still says what it says.
#include "http/redact.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace odd_places_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;

class OddPlacesTest : public QObject
{
    Q_OBJECT

    static QByteArray shown(const QByteArray &body) { return redactedBody(body, keptRequest); }
    /// A token of 43 characters without a prefix, as PaymentKit's contract allows one.
    static QByteArray token() { return "Zk3vQ9xT7bL1mN5pR8sW2yD4fG6hJ0aC-eU_iO7kXqM"; }
    static QByteArray jwt() { return "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhY2NfMSJ9.c2lnbmF0dXJlX29mX2l0"; }

private slots:
    /// In the rows ' stands for the quotes of JSON.
    void aSecretInAnOddPlaceIsNotShown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("secrets");
        const auto row = [](const char *name, QByteArray body, const QByteArrayList &secrets) {
            QTest::newRow(name) << body.replace('\'', '"').replace("TOKEN", token()).replace("JWT", jwt()) << secrets;
        };
        row("a token as a member's name", "{'TOKEN':{'status':'open'}}", {token()});
        row("a short token as a member's name", "{'sessions':{'x7k2p9q4':1}}", {"x7k2p9q4"});
        row("two tokens as names", "{'x7k2p9q4':1,'q4x7k2p9':2}", {"x7k2p9q4", "q4x7k2p9"});
        row("a JWT as a whole text", "{'session':'JWT'}", {jwt(), "eyJ"});
        row("a JWT under the name of an id", "{'id':'JWT'}", {jwt(), "eyJ"});
        row("a token as a whole text", "{'session':'TOKEN'}", {token()});
        row("a token in Base64", "{'blob':'c2VjcmV0IG9m+2Evc2Vzc2lv/g=='}", {"c2VjcmV0IG9m"});
        row("a short token as a whole text", "{'ticket':'x7k2p9q4'}", {"x7k2p9q4"});
        row("in a list", "{'tickets':['x7k2p9q4']}", {"x7k2p9q4"});
        for (const char *name : {"checkout_link", "redirect_to", "href", "payment-uri", "hostedUrl", "redirectURL"}) {
            row(name, "{'NAME':'https://pay.example/c/abcdef'}"_ba.replace("NAME", name), {"abcdef"});
            row((QByteArray(name) + ", without a scheme").constData(),
                "{'NAME':'pay.example/c/abcdef'}"_ba.replace("NAME", name), {"abcdef"});
        }
        row("a list of links", "{'links':['https://pay.example/c/abcdef']}", {"abcdef"});
        row("links as objects", "{'links':[{'rel':'pay','href':'https://pay.example/c/abcdef'}]}", {"abcdef"});
        for (const char *name : {"sessionKey", "session_key", "auth_code", "authorizationCode", "accessKey", "jwt",
                                 "otp", "passwd", "gatewayCredentials", "token_value"})
            row(name, "{'NAME':'open sesame'}"_ba.replace("NAME", name), {"sesame"});
        row("a list of tokens", "{'tokens':['open sesame','abc']}", {"sesame", "abc"});
        row("a list of keys", "{'keys':[{'value':'open sesame'}]}", {"sesame"});
        row("a short token in the path of a member that no contract has",
            "{'continue_at':'https://pay.example/c/abcdef'}", {"abcdef"});
        row("a short token in the path of a sentence", "{'detail':'Pay at https://pay.example/c/x1k2. Thanks'}",
            {"x1k2"});
        row("digits in the path of a sentence", "{'detail':'Pay at https://pay.example/c/482193. Thanks'}", {"482193"});
        row("a short token in the query of a sentence", "{'detail':'Pay at https://pay.example/?s=x1k2, please'}",
            {"x1k2"});
        row("a URL in quoted JSON", "{'detail':'{\\'go\\':\\'https:\\\\/\\\\/pay.example\\\\/c\\\\/abcdef\\'}'}",
            {"abcdef"});
        row("a URL in JSON that is quoted twice",
            "{'detail':'{\\'in\\':\\'{\\\\\\'go\\\\\\':\\\\\\'https:\\\\\\\\/\\\\\\\\/pay.example\\\\\\\\/c\\\\\\\\/"
            "abcdef\\\\\\'}\\'}'}",
            {"abcdef"});
        row("JSON inside a sentence", "{'detail':'Refused: {\\'sessionKey\\':\\'open sesame\\'}, sorry'}", {"sesame"});
        row("a list inside a sentence", "{'detail':'Refused: [{\\'tokens\\':[\\'open sesame\\']}], sorry'}",
            {"sesame"});
        row("a URL in JSON that is cut off",
            "{'detail':'Refused {\\'go\\':\\'https:\\\\/\\\\/pay.example\\\\/c\\\\/x1k2\\',\\'a'}", {"x1k2"});
        row("a URL in percents", "{'detail':'Go to https%3A%2F%2Fpay.example%2Fc%2Fabcdef now'}", {"abcdef"});
        row("a token in a sentence", "{'detail':'No session TOKEN is open'}", {token().left(20), token().right(20)});
    }
    void aSecretInAnOddPlaceIsNotShown()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArrayList, secrets);
        QVERIFY(!QJsonDocument::fromJson(body).isNull());
        const QByteArray text = shown(body);
        QVERIFY2(text.contains("[redacted]"), text.constData());
        for (const QByteArray &secret : secrets)
            QVERIFY2(!text.contains(secret), text.constData());
    }

    void membersWhoseNamesAreCutStaySeveral()
    {
        const QByteArray text = shown(R"({"x7k2p9q4":1,"q4x7k2p9":2,"status":"open"})");
        QCOMPARE(QJsonDocument::fromJson(text).object().size(), 3);
    }

    void whatIsNoSecretIsShownAsItIs_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](QByteArray body) { QTest::newRow(body.constData()) << body.replace('\'', '"'); };
        row("{'id':'8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a','merchant_id':'21','orderId':'A1-B2C3D4E5F6G7H8'}");
        row("{'payment':'pi_3Abc4Def5','customer':'cus_abc123','session':'cs_sandbox_8f3a9c1d8f3a9c1d'}");
        row("{'amount':1250,'total':'12.50','currency':'XOF','rate':0.0016,'livemode':false,'last4':'4242'}");
        row("{'status':'requires_3ds_action','failure':'insufficient_funds','event':'paymentIntentSucceeded'}");
        row("{'created':1760000000,'succeededAt':'2026-11-30T09:26:14.250Z','day':'2026-11-30','at':'09:26:14'}");
        row("{'code':'BLACKFRIDAY-8F3A9C1D','promotion_code':'SUMMER-8F3A9C1D8F3A9C1D8F3A9C1D8F3A9C1D8F3A'}");
        row("{'name':'Premium2026XL','email':'jane42@example.com','customer_email':'j.d.2@example.com'}");
        row("{'who':'jane42@example.com','phone':'+221 77 000 00 00','msisdn':'+221770000000'}");
        row("{'metadata':{'cart':'8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a','order2026':'A1B2C3D4'}}");
        row("{'success_url':'https://shop.example/thanks/2026?order=A12&id={CHECKOUT_SESSION_ID}'}");
        row("{'cancelUrl':'https://shop.example/basket/A12'}");
        row("{'type':'https://docs.pay.example/errors/amount-required','title':'Bad Request','status':400}");
        row("{'detail':'The amount 12.50 EUR of cus_abc123 is above 10.00 EUR (2026-11-30T09:26:14Z). See IKW-4012.'}");
        row("{'detail':'See https://docs.pay.example/v1/errors/amount-required'}");
        row("{'message':'line_items[0].amount must be >= 1, {\\'status\\':\\'open\\'} was sent'}");
        row("{'idempotency_key':'8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a','publishable_key':'pk_test_51HxAbCdEf'}");
        row("{'subscription_frequency_key':'monthly','next_cursor':'eUzI1NiJ9Zk3vQ9xT7bL1mN5pR8'}");
        row("{'errors':{'success_url':['must be an address'],'url':['is required']},'redirect_status':'succeeded'}");
        row("{'request_id':'req_0123456789abcdef','uuid':'123e4567-e89b-12d3-a456-426614174000'}");
        row("{'session':'123e4567-e89b-12d3-a456-426614174000','host':'api-2.eu-west-1.pay.example'}");
        row("{'nom':'Marchand de légumes','arabic':'مدفوعات','url':null,'token':null,'empty':''}");
    }
    void whatIsNoSecretIsShownAsItIs()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!QJsonDocument::fromJson(body).isNull());
        QCOMPARE(shown(body), body);
    }

    void headersAreShownByWhatTheyAre()
    {
        const Headers heard{{"Link", "<https://pay.example/c/abcdef>; rel=\"next\""},
                            {"Location", "https://pay.example/c/abcdef"},
                            {"X-Session", token()},
                            {"X-Ticket", "x7k2p9q4"},
                            {"X-Next", "{\"go\":\"https:\\/\\/pay.example\\/c\\/abcdef\"}"},
                            {"X-Session-Key", "abcdef"},
                            {"Content-Type", "application/json; charset=utf-8"},
                            {"Content-Length", "4096"},
                            {"Date", "Mon, 30 Nov 2026 09:26:14 GMT"},
                            {"Accept", "application/json, application/problem+json"},
                            {"Retry-After", "30"},
                            {"Server", "nginx/1.18.0"},
                            {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
                            {"X-Request-Id", "8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a"},
                            {"X-RateLimit-Reset", "1760000000"},
                            {"Idempotency-Key", "8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a"},
                            {"User-Agent", "Tilldeck/1.0 (X11; Linux x86_64)"}};
        const Headers seen = redactHeaders(heard);
        QByteArray all;
        for (const auto &[name, value] : seen)
            all += name + ": " + value + "\n";
        for (const QByteArray &secret : {"abcdef"_ba, token(), "x7k2p9q4"_ba})
            QVERIFY2(!all.contains(secret), all.constData());
        QCOMPARE(seen.sliced(6), heard.sliced(6));
    }
};

TILLDECK_TEST(OddPlacesTest)

} // namespace odd_places_test

#include "tst_odd_places.moc"
