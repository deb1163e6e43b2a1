// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/duplicate_names.h"
#include "http/json_read.h"
#include "http/redact.h"
#include "http/redact_text.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTextStream>

#include <limits>
#include <ostream>

namespace values_test {

using namespace Qt::StringLiterals;

using namespace tilldeck::http;

namespace {

template <class T>
concept Debuggable = requires(QDebug debug, const T &value) { debug << value; };
template <class T>
concept Printable = requires(std::ostream &out, const T &value) { out << value; };
template <class T>
concept Writable = requires(QTextStream &out, const T &value) { out << value; };
template <class T>
concept Comparable = requires(const T &a, const T &b) { a == b; };

static_assert(Debuggable<QString> && Comparable<QString> && Writable<QString> && Printable<int>);
static_assert(!Debuggable<Secret> && !Printable<Secret> && !Writable<Secret> && !Comparable<Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_constructible_v<QString, Secret>);
static_assert(!std::is_convertible_v<QString, Secret>);

QJsonValue member(const QByteArray &json)
{
    return QJsonDocument::fromJson("{\"n\":" + json + "}")[u"n"];
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

    static QString aKey() { return u"sk_test_51HxyzAB+DEF/9fQ2?~"_s; }

private slots:
    void aMemberThatStandsTwiceIsNoticed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isTwice");
        QTest::newRow("once") << QByteArray("{\"a\": 1, \"b\": {\"a\": 2}}") << false;
        QTest::newRow("in each item of a list") << QByteArray("[{\"a\": 1}, {\"a\": 1}]") << false;
        QTest::newRow("as a value") << QByteArray("{\"a\": \"b\", \"b\": \"a\", \"c\": [\"a\", \"a\"]}") << false;
        QTest::newRow("inside a text") << QByteArray("{\"a\": \"\\\",\\\"a\\\":\", \"b\": 1}") << false;
        QTest::newRow("no object") << QByteArray("[]") << false;
        QTest::newRow("twice") << QByteArray("{\"a\": 1, \"b\": 2, \"a\": 1}") << true;
        QTest::newRow("further in") << QByteArray("{\"x\": [1, {\"y\": {}, \"y\": []}]}") << true;
        QTest::newRow("after an object") << QByteArray("{\"a\": {\"b\": [{}]}, \"a\": 1}") << true;
        QTest::newRow("once as an escape") << QByteArray("{\"id\": 1, \"\\u0069d\": 2}") << true;
    }
    void aMemberThatStandsTwiceIsNoticed()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isTwice);
        QVERIFY(!QJsonDocument::fromJson(json).isNull());
        QCOMPARE(hasDuplicateNames(json), isTwice);
    }

    void aSecretIsShownMasked_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("masked");
        const QString dots = u"••••"_s;
        QTest::newRow("secret key") << u"sk_test_51HxyzABCDEF9fQ2"_s << u"sk_test_•••• 9fQ2"_s;
        QTest::newRow("session token") << u"sec_0f9e8d7c6b5a"_s << u"sec_•••• 6b5a"_s;
        QTest::newRow("no prefix") << u"0123456789abcdef"_s << u"•••• cdef"_s;
        QTest::newRow("an underscore far inside is no prefix") << u"0123456789abc_defghi"_s << u"•••• fghi"_s;
        QTest::newRow("one short of showing anything") << u"sk_12345678901"_s << dots;
        QTest::newRow("short") << u"sk_1"_s << dots;
        QTest::newRow("empty") << QString() << QString();
    }
    void aSecretIsShownMasked()
    {
        QFETCH(QString, value);
        QFETCH(QString, masked);
        const Secret secret(value);
        QCOMPARE(secret.masked(), masked);
        QCOMPARE(secret.reveal(), value);
        QCOMPARE(secret.isEmpty(), value.isEmpty());
    }

    void aSecretSurvivesItsCopiesAndItsSource()
    {
        QString source = u"\ufeffkey-"_s + QString::number(42);
        Secret copy;
        {
            const Secret secret(source);
            copy = secret;
        }
        QCOMPARE(source, u"\ufeffkey-42"_s);
        QCOMPARE(copy.reveal(), source);
    }

    void onlyIntegersAreAmounts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isExact");
        QTest::addColumn<qint64>("value");
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        QTest::newRow("zero") << QByteArray("0") << true << qint64(0);
        QTest::newRow("negative") << QByteArray("-749") << true << qint64(-749);
        QTest::newRow("beyond 2^53") << QByteArray("9007199254740993") << true << qint64(9007199254740993);
        QTest::newRow("largest") << QByteArray("9223372036854775807") << true << most;
        QTest::newRow("smallest") << QByteArray("-9223372036854775807") << true << -most;
        QTest::newRow("one above the largest") << QByteArray("9223372036854775808") << false << qint64(0);
        QTest::newRow("one below the smallest") << QByteArray("-9223372036854775809") << false << qint64(0);
        QTest::newRow("fraction") << QByteArray("1.5") << false << qint64(0);
        QTest::newRow("huge") << QByteArray("1e30") << false << qint64(0);
        QTest::newRow("whole, with an exponent") << QByteArray("1e3") << true << qint64(1000);
        QTest::newRow("whole, with a point") << QByteArray("20.0") << true << qint64(20);
        QTest::newRow("text") << QByteArray("\"20\"") << false << qint64(0);
        QTest::newRow("true") << QByteArray("true") << false << qint64(0);
        QTest::newRow("null") << QByteArray("null") << false << qint64(0);
    }
    void onlyIntegersAreAmounts()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isExact);
        QFETCH(qint64, value);
        const auto read = exactInteger(member(json));
        QCOMPARE(read.has_value(), isExact);
        if (read)
            QCOMPARE(*read, value);
        QVERIFY(!exactInteger(QJsonValue(QJsonValue::Undefined)));
    }

    void textIsCut()
    {
        QCOMPARE(text(QJsonValue(u"abc"_s), 3), u"abc"_s);
        QCOMPARE(text(QJsonValue(u"abcd"_s), 3), u"abc"_s);
        QCOMPARE(text(QJsonValue(u"ab😀"_s), 3), u"ab"_s);
        QVERIFY(!text(QJsonValue(3)));
        QVERIFY(!text(QJsonValue()));
    }

    void headersAreRedactedByName()
    {
        Request request = Request::get(QUrl(u"https://example.com/"_s));
        request.bearer = Secret(u"hidden"_s);
        request.secretHeaders = {{"X-Anything", Secret(u"hidden"_s)}};
        request.headers = {{"x-api-key", "hidden"},
                           {"Cookie", "hidden"},
                           {"Idempotency-Key", "shown-1"},
                           {"X-Auth-Token", "hidden"},
                           {"X-Merchant-ID", "shown-2"}};
        QByteArray all;
        for (const auto &[name, value] : redactedHeaders(request))
            all += name + ": " + value + "\n";
        QVERIFY2(!all.contains("hidden"), all.constData());
        QVERIFY(all.contains("Authorization: Bearer [redacted]\n"));
        QVERIFY(all.contains("X-Anything: [redacted]\n"));
        QVERIFY(all.contains("shown-1") && all.contains("shown-2"));
    }

    void aSecretIsCutOutInEachForm_data()
    {
        QTest::addColumn<QByteArray>("echo");
        const QByteArray key = aKey().toUtf8();
        QTest::newRow("as it is") << key;
        QTest::newRow("upper case") << key.toUpper();
        QTest::newRow("percent-encoded") << key.toPercentEncoding();
        QTest::newRow("hexadecimal") << key.toHex();
        QByteArray percent, twice, small, entities, hexEntities, bare, escapes, longEscapes, bytes;
        for (const char each : key) {
            const QByteArray hex = QByteArray(1, each).toHex();
            const QByteArray number = QByteArray::number(int(each));
            percent += "%" + hex.toUpper();
            small += "%" + hex;
            twice += "%25" + hex;
            entities += "&#" + number + ";";
            bare += "&#0" + number;
            hexEntities += "&#x" + hex + ";";
            escapes += "\\u00" + hex;
            longEscapes += "\\\\u00" + hex.toUpper();
            bytes += "\\x" + hex;
        }
        QTest::newRow("every character percent-encoded") << percent;
        QTest::newRow("percent-encoded in small letters") << small;
        QTest::newRow("percent-encoded twice") << twice;
        QTest::newRow("only the line percent-encoded") << QByteArray(key).replace("_", "%5F");
        QTest::newRow("only a letter percent-encoded") << QByteArray(key).replace("s", "%73");
        QTest::newRow("entities of HTML") << entities;
        QTest::newRow("entities without an end") << bare;
        QTest::newRow("hexadecimal entities") << hexEntities;
        QTest::newRow("named entities") << QByteArray(key).replace("_", "&lowbar;").replace("+", "&plus;");
        QTest::newRow("escapes of JSON") << escapes;
        QTest::newRow("JSON in JSON") << longEscapes;
        QTest::newRow("only the line escaped") << QByteArray(key).replace("_", "\\u005f");
        QTest::newRow("slashes escaped") << QByteArray(key).replace("/", "\\/");
        QTest::newRow("escapes of scripts") << bytes;
        for (const char *before : {"", "k", "ke", "Bearer ", "user:"}) {
            for (const char *after : {"", ":", "::"}) {
                const QByteArray all = QByteArray(before) + key + after;
                QTest::addRow("Base64 of %s", all.constData()) << all.toBase64();
                QTest::addRow("URL's Base64 of %s", all.constData()) << all.toBase64(QByteArray::Base64UrlEncoding);
            }
        }
    }
    void aSecretIsCutOutInEachForm()
    {
        QFETCH(const QByteArray, echo);
        const QString before = u"We do not take “%1”, sk_test_ of yours."_s.arg(QString::fromLatin1(echo));
        const QString after = withoutSecret(before, Secret(aKey()));
        QVERIFY2(after.startsWith(u"We do not take “"_s), qPrintable(after));
        QVERIFY2(after.endsWith(u"”, sk_test_ of yours."_s), qPrintable(after));
        const QString left = after.mid(16).chopped(21).remove(u"[redacted]"_s);
        // What stands around the key in Base64 may stay: at most a group on each side.
        QVERIFY2(left.size() <= echo.size() - aKey().size(), qPrintable(after));
        QVERIFY2(left.size() <= 24, qPrintable(after));
        for (qsizetype at = 0; at + 6 <= aKey().size(); ++at)
            QVERIFY2(!left.contains(aKey().mid(at, 6), Qt::CaseInsensitive), qPrintable(after));
        QVERIFY2(!QByteArray::fromBase64(left.toLatin1()).contains(aKey().mid(8, 4).toLatin1()), qPrintable(after));
    }
    void whatIsNoSecretStays()
    {
        const QString text = u"cus_abc123 %20 QUJD sk_test_51Hx & sk%5Ftest_51Hx \\u0073k &lowbar;"_s;
        QCOMPARE(withoutSecret(text, Secret(aKey())), text);
        QCOMPARE(withoutSecret(text, Secret(u"abc12"_s)), text); // a part of a word
        QCOMPARE(withoutSecret(text, Secret(u"QUJ"_s)), text);
        QCOMPARE(withoutSecret(text, Secret()), text);
    }

    void aPieceOfAKeyIsNotShownEither_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("PaymentKit") << u"sk_sandbox_p98x4k2m7q1w9z3v5b8n"_s;
        QTest::newRow("Khaime") << u"pk_sandbox_dik8y99vc7aq0474yw85oi1vnsvkckps"_s;
        QTest::newRow("Ikawaari") << u"ik_live_r7t3k9w2x5m8q1z4"_s;
        QTest::newRow("of no form") << u"q7t3-k9w2-x5m8-q1z4-b6n0"_s;
    }
    void aPieceOfAKeyIsNotShownEither()
    {
        QFETCH(const QString, key);
        const Secret secret(key);
        const QString own = key.sliced(key.lastIndexOf(u'_') + 1);
        for (const QString &piece : {key.chopped(1), key.first(key.size() - own.size() + 9), own.sliced(1),
                                     own.last(leastPiece), own.sliced(3, leastPiece + 2), own.first(9).toUpper()}) {
            const QString shown = withoutSecret(u"Invalid API key provided: %1. Please check."_s.arg(piece), secret);
            QVERIFY2(!shown.contains(piece), qPrintable(shown));
            for (qsizetype at = 0; at + leastPiece <= own.size(); ++at)
                QVERIFY2(!shown.contains(own.sliced(at, leastPiece), Qt::CaseInsensitive), qPrintable(shown));
            QVERIFY2(shown.contains(u"provided: "_s) && shown.contains(u"[redacted]. Please check."_s),
                     qPrintable(shown));
        }
        const QString plain = u"Invalid key, it begins with %1 and ends with %2"_s.arg(
            key.first(key.size() - own.size()), own.last(leastPiece - 1));
        QCOMPARE(withoutSecret(plain, secret), plain);
    }

    void jsonIsRedactedByNameAtAnyDepth()
    {
        const QJsonObject inner{{"clientSecret", "hidden"}, {"amount", qint64(9007199254740993)}};
        const QJsonObject json{{"id", "cs_1"},
                               {"secure_token", "hidden"},
                               {"publishable_key", "pk_shown"},
                               {"list", QJsonArray{inner, QJsonObject{{"apiKey", QJsonObject{{"is", "hidden"}}}}}},
                               {"key", "hidden"},
                               {"idempotency_key", "k-shown"},
                               {"token", QJsonValue()},
                               {"url", "https://pay.example.com/pay/sec_hidden"},
                               {"success_url", "https://example.com/?s={CHECKOUT_SESSION_ID}"}};
        const QJsonObject shown = redactJson(json).toObject();
        const QByteArray all = QJsonDocument(shown).toJson();
        QVERIFY2(!all.contains("hidden"), all.constData());
        QVERIFY(all.contains("pk_shown") && all.contains("k-shown") && all.contains("cs_1"));
        QVERIFY(all.contains("9007199254740993"));
        QVERIFY(shown[u"token"].isNull());
        QCOMPARE(shown[u"success_url"].toString(), u"https://example.com/?s={CHECKOUT_SESSION_ID}"_s);
    }

    void secretsInsideATextAreRedacted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("token and URL", u"Session sec_0f9e8d7c6b5a is open at https://pay.example.com/c/sec_0f9e8d7c6b5a."_s,
            u"Session [redacted] is open at https://pay.example.com/c/[redacted]."_s);
        row("URL in brackets", u"Open (https://e.com/?token=x1) or “https://e.com/c#fid1”, please"_s,
            u"Open (https://e.com/?token=[redacted]) or “https://e.com/c#[redacted]”, please"_s);
        row("URL in a URL", u"See https://e.com/?next=https%3A%2F%2Fpay.e.com%2Fsec_0f9e8d7c6b5a"_s,
            u"See https://e.com/?next=[redacted]"_s);
        row("Khaime's token", u"khs_8f3a9c1d8f3a was used"_s, u"[redacted] was used"_s);
        row("client secret", u"The secret pi_3Abc_secret_Xyz is used up"_s, u"The secret [redacted] is used up"_s);
        row("another key", u"No account has sk_live_51HxAbCdEf, nor ik_test_read_9f8e7d6c5b4a"_s,
            u"No account has [redacted], nor [redacted]"_s);
        row("Khaime's keys", u"Neither pk_live_51HxAbCdEf nor pk_sandbox_dik8y99 fits"_s,
            u"Neither [redacted] nor [redacted] fits"_s);
        row("a key in capitals", u"No code SK_LIVE_51HXABCDEF here"_s, u"No code [redacted] here"_s);
        row("an app's key", u"Not ik_app_live_51HxAbCdEf, nor sk_stg_51HxAbCdEf"_s,
            u"Not [redacted], nor [redacted]"_s);
        row("Bearer", u"Header Authorization: Bearer a1b2c3d4e5 is not known"_s,
            u"Header Authorization: Bearer [redacted] is not known"_s);
        row("named", u"secure_token=a1b2c3d4e5f6 and api_key: 'k1k2k3k4k5' do not fit"_s,
            u"secure_token=[redacted] and api_key: '[redacted]' do not fit"_s);
        row("JSON in a text", uR"(Refused {"client_secret":"a1b2c3d4e5f6","id":"cs_1"})"_s,
            uR"(Refused {"client_secret":"[redacted]","id":"cs_1"})"_s);
        row("long and random", u"Nothing at 8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a."_s, u"Nothing at [redacted]."_s);
        for (const char *same :
             {"A key begins with sk_test_ or sk_live_.", "Payment txn_sandbox_8f3a9c1d8f3a9c1d8f3a9c1d is not known",
              "cs_sandbox_8f3a9c1d8f3a9c1d", "No session 123e4567-e89b-12d3-a456-426614174000",
              "The token: it is expired", "Locale pt_BR, st_1", "pk_test_51HxAbCdEf stays",
              "Give back https://example.com/?s={CHECKOUT_SESSION_ID}, please"}) {
            QTest::newRow(same) << QString::fromUtf8(same) << QString::fromUtf8(same);
        }
    }
    void secretsInsideATextAreRedacted()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(redactText(text), shown);
        QCOMPARE(redactJson(QJsonObject{{u"detail"_s, text}}).toObject()[u"detail"].toString(), shown);
        QCOMPARE(redactHeaders({{"X-Note", text.toUtf8()}}).front().second, shown.toUtf8());
    }

    void whatIsHiddenByItsNameIsHiddenEverywhere()
    {
        const QJsonObject json{{"client_secret", "odd words 1"},
                               {"list", QJsonArray{QJsonObject{{"url", "https://pay.e.com/p/1"}}}},
                               {"message", "Pay odd words 1 at https://pay.e.com/p/1, or later"}};
        QCOMPARE(redactJson(json).toObject()[u"message"].toString(), u"Pay [redacted] at [redacted], or later"_s);
    }

    void addressesAreRedacted_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        QTest::newRow("nothing to hide") << u"https://api.example.com:8443/api/acc_1/x?limit=5"_s
                                         << u"https://api.example.com:8443/api/acc_1/x?limit=5"_s;
        QTest::newRow("hosted page") << u"https://pay.example.com/pay/sec_0f9e8d7c6b5a"_s
                                     << u"https://pay.example.com/pay/[redacted]"_s;
        QTest::newRow("session token in the path")
            << u"https://api.example.com/sdk/checkout/session/khs_8f3a/confirm"_s
            << u"https://api.example.com/sdk/checkout/session/[redacted]/confirm"_s;
        QTest::newRow("long and random") << u"https://e.com/p/8f3a9c1d8f3a9c1d8f3a9c1d8f3a9c1d8f3a"_s
                                         << u"https://e.com/p/[redacted]"_s;
        QTest::newRow("a UUID is an id") << u"https://e.com/p/123e4567-e89b-12d3-a456-426614174000"_s
                                         << u"https://e.com/p/123e4567-e89b-12d3-a456-426614174000"_s;
        QTest::newRow("query") << u"https://e.com/?api_key=x1&token=x2&page=3"_s
                               << u"https://e.com/?api_key=[redacted]&token=[redacted]&page=3"_s;
        QTest::newRow("fragment") << u"https://e.com/c#fid1"_s << u"https://e.com/c#[redacted]"_s;
        QTest::newRow("user info") << u"https://me:pw@e.com/"_s << u"https://[redacted]@e.com/"_s;
    }
    void addressesAreRedacted()
    {
        QFETCH(QString, url);
        QFETCH(QString, shown);
        QCOMPARE(redactUrl(QUrl(url)), shown);
    }
};

TILLDECK_TEST(ValuesTest)

} // namespace values_test

#include "tst_values.moc"
