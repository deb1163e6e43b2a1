// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/paymentkit/errors.h"
#include "providers/paymentkit/field_problems.h"
#include "providers/wire/errors.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <array>

namespace errors_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace tilldeck::providers::paymentkit;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;
using checkout::LineItem;
using checkout::Problem;

namespace {

http::Response refusal(int status, const QByteArray &body)
{
    return {status, {}, body, QJsonDocument::fromJson(body)};
}

checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.customer.id = u"cus_1"_s;
    draft.lineItems = {LineItem(u"price_a"_s, 1), LineItem(u"price_b"_s, 2)};
    draft.cascade = {checkout::CascadeTier({LineItem(u"price_c"_s, 1)}, u"proute_x"_s)};
    draft.promotionCode = u"SAVE20"_s;
    draft.expiresInHours = 24;
    draft.successUrl = u"https://shop.example/ok"_s;
    draft.customFields = {checkout::CustomField(u"order"_s, u"1"_s), checkout::CustomField(u"a.b"_s, u"2"_s)};
    draft.subscriptionCustomFields = {checkout::CustomField(u"order"_s, u"3"_s)};
    return draft;
}

/// Where a problem stands, without its sentence.
QString place(const Problem &problem)
{
    return u"%1 %2 %3"_s.arg(int(problem.field)).arg(problem.tier).arg(problem.index);
}

QString place(Field field, int tier = 0, int index = -1)
{
    return place(Problem(field, {}, tier, index));
}

} // namespace

class PaymentKitErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefusalNamesNoTokenAndKeepsItsWords()
    {
        const QByteArray says = "{\"title\":\"not_allowed\",\"detail\":\"session https://shop.example/pay/"
                                "sec_4f9a1b2c3d4e of cs_12 cannot be expired, token sec_4f9a1b2c3d4e\"}";
        const auto error = errorOf(Call::Expire, refusal(422, says), {});
        QCOMPARE(error.details,
                 u"session https://shop.example/pay/[redacted] of cs_12 cannot be expired, token [redacted]"_s);
        QCOMPARE(error.providerCode, u"not_allowed"_s);
    }

    void aWriteIsRefusedByTheStatusesThatSaySoOnly()
    {
        constexpr std::array refusals = {400, 401, 402, 403, 404, 405, 410, 411, 413, 414,
                                         415, 416, 417, 421, 422, 426, 428, 429, 431, 451};
        for (const Call call : {Call::Create, Call::Expire, Call::Refund, Call::Change}) {
            for (int status = 400; status < 600; ++status) {
                const auto error = errorOf(call, refusal(status, "{}"), draft());
                // The payment was there a moment ago.
                const bool contradicts = call == Call::Refund && (status == 404 || status == 410);
                const bool isRefused = std::ranges::count(refusals, status) > 0 && !contradicts;
                QVERIFY2(checkout::mayHaveTakenEffect(error) != isRefused, qPrintable(QString::number(status)));
            }
        }
    }

    void kindFollowsCallAndStatus_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("create 400") << Call::Create << 400 << ErrorKind::Rejected;
        QTest::newRow("create 422") << Call::Create << 422 << ErrorKind::Rejected;
        QTest::newRow("create 401") << Call::Create << 401 << ErrorKind::Unauthorised;
        QTest::newRow("create 403") << Call::Create << 403 << ErrorKind::Forbidden;
        QTest::newRow("create 404") << Call::Create << 404 << ErrorKind::NotFound;
        QTest::newRow("create 408") << Call::Create << 408 << ErrorKind::UnknownOutcome;
        QTest::newRow("create 409, another copy may be at work") << Call::Create << 409 << ErrorKind::UnknownOutcome;
        QTest::newRow("create 429") << Call::Create << 429 << ErrorKind::RateLimited;
        QTest::newRow("create 500") << Call::Create << 500 << ErrorKind::UnknownOutcome;
        QTest::newRow("create 501") << Call::Create << 501 << ErrorKind::UnknownOutcome;
        QTest::newRow("create 503") << Call::Create << 503 << ErrorKind::UnknownOutcome;
        QTest::newRow("expire 400") << Call::Expire << 400 << ErrorKind::Rejected;
        QTest::newRow("expire 404") << Call::Expire << 404 << ErrorKind::NotFound;
        QTest::newRow("expire 405") << Call::Expire << 405 << ErrorKind::Unsupported;
        QTest::newRow("expire 500") << Call::Expire << 500 << ErrorKind::UnknownOutcome;
        QTest::newRow("session 404") << Call::Session << 404 << ErrorKind::NotFound;
        QTest::newRow("session 500") << Call::Session << 500 << ErrorKind::Offline;
        QTest::newRow("list 404") << Call::List << 404 << ErrorKind::Unsupported;
        QTest::newRow("list 405") << Call::List << 405 << ErrorKind::Unsupported;
        QTest::newRow("list 501") << Call::List << 501 << ErrorKind::Unsupported;
        QTest::newRow("list 503") << Call::List << 503 << ErrorKind::Offline;
    }
    void kindFollowsCallAndStatus()
    {
        QFETCH(Call, call);
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        const auto error = errorOf(call, refusal(status, "{}"), draft());
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.sentence.isEmpty());
    }

    void providersWordsAreKeptApart()
    {
        const auto error =
            errorOf(Call::Create, refusal(400, R"({"type": "about:blank", "title": "Bad Request", "status": 400,
            "detail": "Invalid\n parameters\u0007", "request_id": "req_01"})"),
                    {});
        QCOMPARE(error.details, u"Invalid parameters"_s);
        QCOMPARE(error.providerCode, u"Bad Request"_s);
        QVERIFY(!error.sentence.contains("Invalid"_L1));
        QCOMPARE(errorOf(Call::List, refusal(403, R"({"title": "Forbidden"})"), {}).details, u"Forbidden"_s);
        QCOMPARE(errorOf(Call::List, refusal(404, "<html>"), {}).details, QString());
    }

    void longTextIsCut()
    {
        const QString cut = providerText(QString(2000, u'x'));
        QCOMPARE(cut.size(), 500);
        QVERIFY(cut.endsWith(QChar(0x2026)));
        QCOMPARE(providerText(QString(500, u'x')).size(), 500);
    }

    void pathsLeadToFields_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("at");
        QTest::newRow("customer") << "customer_id" << place(Field::Customer);
        QTest::newRow("price") << "line_items[1].price_id" << place(Field::Price, 0, 1);
        QTest::newRow("quantity") << "line_items[0].quantity" << place(Field::Quantity, 0, 0);
        QTest::newRow("a line") << "line_items[0]" << place(Field::Price, 0, 0);
        QTest::newRow("all lines") << "line_items" << place(Field::LineItems);
        QTest::newRow("quantity of a tier")
            << "cascade_line_items[0].line_items[0].quantity" << place(Field::Quantity, 1, 0);
        QTest::newRow("lines of a tier") << "cascade_line_items[0].line_items" << place(Field::LineItems, 1);
        QTest::newRow("route of a tier") << "cascade_line_items[0].processor_route_id"
                                         << place(Field::ProcessorRoute, 1);
        QTest::newRow("route") << "processor_route_id" << place(Field::ProcessorRoute, 0);
        QTest::newRow("promotion code") << "promotion_code" << place(Field::PromotionCode);
        QTest::newRow("coupon") << "coupon_id" << place(Field::Coupon);
        QTest::newRow("expiry") << "expires_in_hours" << place(Field::Expiry);
        QTest::newRow("success URL") << "success_url" << place(Field::SuccessUrl);
        QTest::newRow("return URL") << "return_url" << place(Field::ReturnUrl);
        QTest::newRow("custom field") << "custom_fields.order" << place(Field::CustomFieldValue, 0, 0);
        QTest::newRow("custom field with a dot") << "custom_fields.a.b" << place(Field::CustomFieldValue, 0, 1);
        QTest::newRow("subscription field")
            << "params_for_sub.custom_fields.order" << place(Field::SubscriptionFieldValue, 0, 0);
        QTest::newRow("a row that is not there") << "line_items[2].quantity" << place(Field::Draft);
        QTest::newRow("a tier that is not there")
            << "cascade_line_items[1].line_items[0].quantity" << place(Field::Draft);
        QTest::newRow("beyond any number") << "line_items[99999999999999999999].quantity" << place(Field::Draft);
        QTest::newRow("something else") << "colour" << place(Field::Draft);
    }
    void pathsLeadToFields()
    {
        QFETCH(QString, path);
        QFETCH(QString, at);
        const QJsonObject problem{
            {u"detail"_s, u"x"_s},
            {u"errors"_s, QJsonArray{QJsonObject{{u"field"_s, path}, {u"message"_s, u"Must be better."_s}}}}};
        const auto problems = fieldProblems(problem, draft());
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(place(problems.front()), at);
        QVERIFY(problems.front().sentence.contains("Must be better."_L1));
    }

    void wordsLeadToAFieldWhereTheyLeaveNoDoubt_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QStringList>("places");
        QTest::newRow("code") << "Promotion code SAVE20 has expired" << QStringList{place(Field::PromotionCode)};
        QTest::newRow("member name") << "invalid promotion_code" << QStringList{place(Field::PromotionCode)};
        QTest::newRow("price by id") << "No such price: price_b" << QStringList{place(Field::Price, 0, 1)};
        QTest::newRow("price of a tier") << "price_c is not active" << QStringList{place(Field::Price, 1, 0)};
        QTest::newRow("an id that only begins the same") << "No such price: price_bb" << QStringList{};
        QTest::newRow("two prices") << "price_a and price_c differ"
                                    << QStringList{place(Field::Price, 0, 0), place(Field::Price, 1, 0)};
        QTest::newRow("route") << "route proute_x is off" << QStringList{place(Field::ProcessorRoute, 1)};
        QTest::newRow("currency") << "Mixed currencies" << QStringList{place(Field::LineItems)};
        QTest::newRow("hours") << "expires_in_hours must be at most 720" << QStringList{place(Field::Expiry)};
        QTest::newRow("success URL") << "success_url is not valid" << QStringList{place(Field::SuccessUrl)};
        QTest::newRow("two kinds of field") << "The promotion code is not for this customer" << QStringList{};
        QTest::newRow("a field that was not sent") << "coupon_id is unknown" << QStringList{};
        QTest::newRow("a quantity, but of which line") << "quantity is too large" << QStringList{};
        QTest::newRow("nothing of ours") << "Invalid parameters" << QStringList{};
    }
    void wordsLeadToAFieldWhereTheyLeaveNoDoubt()
    {
        QFETCH(QString, detail);
        QFETCH(QStringList, places);
        const auto problems = fieldProblems({{u"detail"_s, detail}}, draft());
        QStringList found;
        for (const Problem &problem : problems)
            found << place(problem);
        QCOMPARE(found, places);
    }

    void joinersThatAScriptNeedsStayInProvidersWords_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("shown");
        const QString family = u"\U0001F468\u200d\U0001F469\u200d\U0001F467"_s;
        QTest::newRow("emoji") << u"Thanks "_s + family << u"Thanks "_s + family;
        QTest::newRow("Persian") << u"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"_s
                                 << u"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"_s;
        QTest::newRow("heart with its form") << u"\u2764\ufe0f\u200d\U0001F525"_s << u"\u2764\ufe0f\u200d\U0001F525"_s;
        QTest::newRow("bidi controls") << u"a\u202eb\u2066c\u2069\u200fd\u061c"_s << u"abcd"_s;
        QTest::newRow("byte order mark and soft hyphen") << u"\ufeffa\u00adb\u200bc"_s << u"abc"_s;
        QTest::newRow("between ASCII letters") << u"sk\u200dte\u200cst"_s << u"sktest"_s;
        QTest::newRow("at an end") << u"\u0645\u200c"_s << u"\u0645"_s;
        QTest::newRow("two of them") << u"\u0645\u200c\u200d\u0645"_s << u"\u0645\u0645"_s;
    }
    void joinersThatAScriptNeedsStayInProvidersWords()
    {
        QFETCH(const QString, said);
        QFETCH(const QString, shown);
        QCOMPARE(providers::providerText(said), shown);
    }

    void quantityOfTheOnlyLine()
    {
        checkout::SessionDraft single;
        single.lineItems = {LineItem(u"p"_s, 0)};
        const auto problems = fieldProblems({{u"detail"_s, u"quantity must be at least 1"_s}}, single);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(place(problems.front()), place(Field::Quantity, 0, 0));
    }

    void missingAnswers_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        using http::FailureKind;
        QTest::newRow("create not sent") << Call::Create << int(FailureKind::NotSent) << 0 << ErrorKind::Offline;
        QTest::newRow("create unknown") << Call::Create << int(FailureKind::OutcomeUnknown) << 0
                                        << ErrorKind::UnknownOutcome;
        QTest::newRow("create redirected")
            << Call::Create << int(FailureKind::Redirected) << 308 << ErrorKind::Rejected;
        QTest::newRow("create without TLS") << Call::Create << int(FailureKind::Refused) << 0 << ErrorKind::Offline;
        QTest::newRow("create cancelled") << Call::Create << int(FailureKind::Cancelled) << 0 << ErrorKind::Cancelled;
        QTest::newRow("expire unknown") << Call::Expire << int(FailureKind::OutcomeUnknown) << 0
                                        << ErrorKind::UnknownOutcome;
        QTest::newRow("read unreachable") << Call::Session << int(FailureKind::NotSent) << 0 << ErrorKind::Offline;
        QTest::newRow("read malformed") << Call::Session << int(FailureKind::Malformed) << 200 << ErrorKind::Malformed;
        QTest::newRow("read too large") << Call::List << int(FailureKind::TooLarge) << 200 << ErrorKind::Malformed;
        QTest::newRow("a proxy's 501 page")
            << Call::List << int(FailureKind::Malformed) << 501 << ErrorKind::Unsupported;
        QTest::newRow("a proxy's 502 page") << Call::List << int(FailureKind::Malformed) << 502 << ErrorKind::Offline;
        QTest::newRow("read redirected") << Call::List << int(FailureKind::Redirected) << 302 << ErrorKind::Malformed;
    }
    void missingAnswers()
    {
        QFETCH(Call, call);
        QFETCH(int, failure);
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        http::Failure failed(http::FailureKind(failure), status, u"RemoteHostClosedError"_s);
        failed.cause = http::FailureCause::ConnectionLost;
        const auto error = errorOf(u"PaymentKit"_s, call, failed);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.details, u"The connection ended before the answer was complete."_s);
    }
};

TILLDECK_TEST(PaymentKitErrorsTest)

} // namespace errors_test

#include "tst_errors.moc"
