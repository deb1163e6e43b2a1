// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/khaime/errors.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace khaime_errors_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::khaime;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::SessionDraft;

namespace {

http::Response refusal(int status, const QByteArray &body)
{
    return {status, {}, body, QJsonDocument::fromJson(body)};
}

money::Money usd(qint64 cents)
{
    return {cents, *money::Currency::fromCode(u"USD")};
}

SessionDraft charge()
{
    SessionDraft draft;
    draft.flow = u"khaime.charge"_s;
    draft.pricing = usd(9000);
    draft.customer.email = u"jane@example.com"_s;
    draft.metadata = {checkout::CustomField(u"order"_s, u"1"_s), checkout::CustomField(u"a.b"_s, u"2"_s)};
    return draft;
}

/// Where the problems of an error stand: "5,7[1]".
QString placesOf(const checkout::Error &error)
{
    QStringList places;
    for (const checkout::Problem &problem : error.problems) {
        const QString field = QString::number(int(problem.field));
        places += problem.index < 0 ? field : u"%1[%2]"_s.arg(field).arg(problem.index);
    }
    return places.join(u',');
}

QString at(Field field, int row = -1)
{
    const QString place = QString::number(int(field));
    return row < 0 ? place : u"%1[%2]"_s.arg(place).arg(row);
}

struct ExpectedRow
{
    const char *text;
    ErrorKind kind;
    QString places;
    const char *fix; ///< A word of the sentence that says what to do.
};

const std::vector<ExpectedRow> &expectedRows()
{
    static const std::vector<ExpectedRow> rows{
        {"Amount mismatch", ErrorKind::Rejected, at(Field::ChargeAmount), "Refresh the quote"},
        {"converted_total_amount does not match amount", ErrorKind::Rejected, at(Field::ChargeAmount), "1%"},
        {"converted_total_currency must match the charge currency", ErrorKind::Rejected, at(Field::ChargeCurrency),
         "Refresh the quote"},
        {"Both converted_total_amount and converted_total_currency must be provided together", ErrorKind::Rejected,
         at(Field::Quote), "Refresh"},
        {"\"amount\" is required", ErrorKind::Rejected, at(Field::ChargeAmount), "Refresh the quote"},
        {"Missing total_amount / total_currency", ErrorKind::Rejected, at(Field::Pricing), "receive"},
        {"Unable to convert from X to Y", ErrorKind::Rejected, at(Field::ChargeCurrency), "from X to Y"},
        {"Missing required fields", ErrorKind::Rejected, at(Field::Draft), "e-mail"},
        {"Invalid API key", ErrorKind::Unauthorised, QString(), "key again"},
        {"Metadata validation failed", ErrorKind::Rejected, at(Field::MetadataValue), "text, numbers"},
    };
    return rows;
}

} // namespace

class KhaimeErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowOfTheContractArrivesAtItsField()
    {
        QFile file(u"" TILLDECK_TEST_DIR "/contract/examples/khaime/create-charge.errors.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(std::size_t(rows.size()), expectedRows().size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const ExpectedRow &expected = expectedRows().at(std::size_t(i));
            const QString text = rows.at(i)["error"_L1].toString();
            QCOMPARE(text, QString::fromLatin1(expected.text));
            const QByteArray body =
                QJsonDocument(QJsonObject{{u"success"_s, false}, {u"error"_s, text}}).toJson(QJsonDocument::Compact);
            for (const int status : {rows.at(i)["status"_L1].toInt(), 200}) {
                for (const Call call : {Call::Create, Call::Quote}) {
                    // That the body alone says no is no word of what was made; nothing is made by a quote.
                    if (status == 200 && call == Call::Create) {
                        QCOMPARE(errorOf(call, refusal(status, body), charge()).kind, ErrorKind::UnknownOutcome);
                        continue;
                    }
                    const auto error = errorOf(call, refusal(status, body), charge());
                    QVERIFY2(error.kind == expected.kind, qPrintable(text));
                    QVERIFY2(placesOf(error) == expected.places, qPrintable(text));
                    const QString sentence = error.problems.empty() ? error.sentence : error.problems.front().sentence;
                    QVERIFY2(sentence.contains(QString::fromLatin1(expected.fix)), qPrintable(sentence));
                    QCOMPARE(error.details, text);
                    QCOMPARE(error.httpStatus, status);
                }
            }
        }
    }

    void whatIsMissingIsNamedFromTheDraft()
    {
        const auto missing = refusal(400, R"({"success": false, "error": "Missing required fields"})");
        SessionDraft draft = charge();
        draft.customer.email.clear();
        QCOMPARE(placesOf(errorOf(Call::Create, missing, draft)), at(Field::CustomerEmail));
        draft = charge();
        draft.pricing.reset();
        QCOMPARE(placesOf(errorOf(Call::Create, missing, draft)), at(Field::Pricing));
        draft = charge();
        draft.flow = u"khaime.session"_s;
        const auto amount = refusal(422, "{\"success\": false, \"error\": \"\\\"amount\\\" is required\"}");
        QCOMPARE(placesOf(errorOf(Call::Create, amount, draft)), at(Field::Pricing));
    }

    void refusalsAreUnderstoodInAnyShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("details");
        QTest::addColumn<QString>("places");
        const QString email = at(Field::CustomerEmail);
        QTest::newRow("text") << QByteArray(R"({"success": false, "error": "No"})") << u"No"_s << QString();
        QTest::newRow("object") << QByteArray(R"({"success": false, "error": {"message": "No", "code": 7}})") << u"No"_s
                                << QString();
        QTest::newRow("message alone") << QByteArray(R"({"success": false, "message": "No"})") << u"No"_s << QString();
        QTest::newRow("list of errors")
            << QByteArray(R"({"success": false, "error": [{"message": "No", "field": "customer.email"}]})") << u"No"_s
            << email;
        QTest::newRow("details as text") << QByteArray(R"({"success": false, "error": "No", "details": "Really no"})")
                                         << u"Really no"_s << QString();
        QTest::newRow("details as an object of texts")
            << QByteArray(R"({"success": false, "error": "No", "details": {"customer.email": "is no address"}})")
            << u"is no address"_s << email;
        QTest::newRow("details as nested objects")
            << QByteArray(R"({"success": false, "error": "No", "details": {"customer": {"email": ["is none", "b"]}}})")
            << u"is none"_s << email + u',' + email;
        QTest::newRow("details as a list with paths")
            << QByteArray(
                   R"({"success": false, "error": "No", "details": [{"message": "bad", "path": ["customer", "email"]}]})")
            << u"bad"_s << email;
        QTest::newRow("details as a list of texts")
            << QByteArray("{\"success\": false, \"error\": \"No\", \"details\": [\"\\\"sub_merchant_id\\\" must be a "
                          "number\"]}")
            << u"\"sub_merchant_id\" must be a number"_s << at(Field::SubMerchant);
        QTest::newRow("member in quotes") << QByteArray("{\"error\": \"\\\"customer.email\\\" must be a valid email\"}")
                                          << u"\"customer.email\" must be a valid email"_s << email;
        QTest::newRow("row and its place")
            << QByteArray(
                   R"({"success": false, "error": "Metadata validation failed", "details": {"metadata.a.b": "object"}})")
            << u"object"_s << at(Field::MetadataValue, 1);
        QTest::newRow("a name that the draft does not have")
            << QByteArray(R"({"success": false, "error": "No", "details": {"metadata.other": "bad"}})") << u"bad"_s
            << QString();
        QTest::newRow("details of null") << QByteArray(R"({"success": false, "error": "No", "details": null})")
                                         << u"No"_s << QString();
        QTest::newRow("numbers where texts belong")
            << QByteArray(R"({"success": false, "error": 7, "details": [7, {}]})") << QString() << QString();
        QTest::newRow("another language") << QByteArray("<html>no</html>") << QString() << QString();
        QTest::newRow("nothing") << QByteArray() << QString() << QString();
    }
    void refusalsAreUnderstoodInAnyShape()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, details);
        QFETCH(QString, places);
        const auto error = errorOf(Call::Create, refusal(422, body), charge());
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(error.details, details);
        QCOMPARE(placesOf(error), places);
        QVERIFY(error.sentence.contains("Khaime"_L1));
    }

    void kindFollowsCallAndStatus_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("create 403") << Call::Create << 403 << ErrorKind::Forbidden;
        QTest::newRow("create 404") << Call::Create << 404 << ErrorKind::NotFound;
        QTest::newRow("create 409") << Call::Create << 409 << ErrorKind::UnknownOutcome;
        QTest::newRow("create 429") << Call::Create << 429 << ErrorKind::RateLimited;
        QTest::newRow("create 500") << Call::Create << 500 << ErrorKind::UnknownOutcome;
        QTest::newRow("quote 401") << Call::Quote << 401 << ErrorKind::Unauthorised;
        QTest::newRow("quote 429") << Call::Quote << 429 << ErrorKind::RateLimited;
        QTest::newRow("quote 500, nothing can exist") << Call::Quote << 500 << ErrorKind::Offline;
        QTest::newRow("session 404") << Call::Session << 404 << ErrorKind::NotFound;
        QTest::newRow("list 404") << Call::List << 404 << ErrorKind::Unsupported;
        QTest::newRow("list 501") << Call::List << 501 << ErrorKind::Unsupported;
    }
    void kindFollowsCallAndStatus()
    {
        QFETCH(Call, call);
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        const auto error = errorOf(call, refusal(status, R"({"success": false, "error": "No"})"), charge());
        QCOMPARE(error.kind, kind);
        QVERIFY(error.problems.empty());
    }

    void aWriteThatFailedOnTheirSideIsNeverCalledRefused()
    {
        const auto error =
            errorOf(Call::Create, refusal(500, R"({"success": false, "error": "Amount mismatch"})"), charge());
        QCOMPARE(error.kind, ErrorKind::UnknownOutcome);
        QVERIFY(error.problems.empty());
    }

    void aMissingProductIsToldAtTheProduct()
    {
        SessionDraft draft;
        draft.flow = u"khaime.checkout"_s;
        draft.productId = u"1"_s;
        const auto error =
            errorOf(Call::Create, refusal(404, R"({"success": false, "error": "Resource not found"})"), draft);
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(placesOf(error), at(Field::Product));
        QCOMPARE(errorOf(Call::Create, refusal(404, "<html>"), draft).kind, ErrorKind::NotFound);
    }

    void aLostPreviewIsNoUnknownOutcome_data()
    {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("cut") << int(http::FailureKind::OutcomeUnknown) << 0 << ErrorKind::Offline;
        QTest::newRow("2xx that is no JSON") << int(http::FailureKind::OutcomeUnknown) << 200 << ErrorKind::Malformed;
        QTest::newRow("502 of a proxy") << int(http::FailureKind::OutcomeUnknown) << 502 << ErrorKind::Offline;
        QTest::newRow("redirect") << int(http::FailureKind::Redirected) << 308 << ErrorKind::Malformed;
    }
    void aLostPreviewIsNoUnknownOutcome()
    {
        QFETCH(int, failure);
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        const http::Failure lost(http::FailureKind(failure), status, u"why"_s);
        QCOMPARE(providers::errorOf(u"Khaime"_s, Call::Quote, lost).kind, kind);
    }
};

TILLDECK_TEST(KhaimeErrorsTest)

} // namespace khaime_errors_test

#include "tst_khaime_errors.moc"
