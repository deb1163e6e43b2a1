// SPDX-License-Identifier: GPL-3.0-or-later
// A refusal whose `detail` is a list of {loc, msg}, as Python servers write it: each lands on its field.
#include "providers/ikawaari/errors.h"
#include "providers/khaime/errors.h"
#include "providers/paymentkit/errors.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QTest>

namespace located_messages_test {

using namespace tilldeck;
using namespace tilldeck::providers;
using namespace Qt::StringLiterals;
using checkout::ErrorKind;
using checkout::Field;

namespace {

using ErrorOf = checkout::Error (*)(Call, const http::Response &, const checkout::SessionDraft &);

http::Response refusal(const QByteArray &detail)
{
    const QByteArray body = "{\"detail\": " + detail + '}';
    return {422, {}, body, QJsonDocument::fromJson(body)};
}

QStringList places(const checkout::Error &error)
{
    QStringList all;
    for (const checkout::Problem &problem : error.problems)
        all << u"%1 %2 %3"_s.arg(int(problem.field)).arg(problem.tier).arg(problem.index);
    return all;
}

QString place(Field field, int tier = 0, int index = -1)
{
    return u"%1 %2 %3"_s.arg(int(field)).arg(tier).arg(index);
}

checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.lineItems = {checkout::LineItem(u"price_a"_s, 1), checkout::LineItem(u"price_b"_s, 2)};
    draft.cascade = {checkout::CascadeTier({checkout::LineItem(u"price_c"_s, 1)}, u"proute_x"_s)};
    draft.successUrl = u"https://shop.example/ok"_s;
    draft.flow = u"khaime.charge"_s;
    return draft;
}

} // namespace

class LocatedMessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void eachLandsOnItsField_data()
    {
        QTest::addColumn<ErrorOf>("errorOf");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("PaymentKit")
            << ErrorOf(&providers::paymentkit::errorOf)
            << QByteArray(R"([{"loc": ["body", "line_items", 1, "quantity"], "msg": "Too many", "type": "value_error"},
                {"loc": ["body", "cascade_line_items", 0, "line_items", 0, "price_id"], "msg": "Unknown price"},
                {"loc": ["body", "success_url"], "msg": "No URL"}, {"loc": ["body"], "msg": "Something else"}])")
            << QStringList{place(Field::Quantity, 0, 1), place(Field::Price, 1, 0), place(Field::SuccessUrl),
                           place(Field::Draft)};
        QTest::newRow("Khaime") << ErrorOf(&providers::khaime::errorOf)
                                << QByteArray(R"([{"loc": ["body", "customer", "email"], "msg": "No address"},
                                    {"loc": ["body", "callback_url"], "msg": "No URL"}])")
                                << QStringList{place(Field::CustomerEmail), place(Field::SuccessUrl)};
        QTest::newRow("Ikawaari") << ErrorOf(&providers::ikawaari::errorOf)
                                  << QByteArray(R"([{"loc": ["body", "line_items", 1, "amount"], "msg": "Too small"},
                                      {"loc": ["body", "cancel_url"], "msg": "No URL"}])")
                                  << QStringList{place(Field::Amount, 0, 1), place(Field::ReturnUrl)};
    }
    void eachLandsOnItsField()
    {
        QFETCH(const ErrorOf, errorOf);
        QFETCH(const QByteArray, detail);
        QFETCH(const QStringList, fields);
        const checkout::Error error = errorOf(Call::Create, refusal(detail), draft());
        QCOMPARE(error.kind, ErrorKind::Rejected);
        QCOMPARE(places(error), fields);
        QVERIFY2(error.details.contains(u": No URL"_s), qPrintable(error.details));
        for (const checkout::Problem &problem : error.problems)
            QVERIFY(problem.sentence.contains(u"\u201c"_s)); // the provider's own words
    }

    void anOddListCostsNothing_data()
    {
        QTest::addColumn<QByteArray>("detail");
        for (const char *detail :
             {"[]", "[1, null, \"x\"]", "[{\"loc\": 5, \"msg\": 7}]", "[{\"msg\": \"Only words\"}]",
              "[{\"loc\": [\"body\", {}, []], \"msg\": \"Odd place\"}]", "{\"a\": 1}"})
            QTest::newRow(detail) << QByteArray(detail);
    }
    void anOddListCostsNothing()
    {
        QFETCH(const QByteArray, detail);
        for (const ErrorOf errorOf :
             {&providers::paymentkit::errorOf, &providers::khaime::errorOf, &providers::ikawaari::errorOf}) {
            const checkout::Error error = errorOf(Call::Create, refusal(detail), draft());
            QCOMPARE(error.kind, ErrorKind::Rejected);
            QVERIFY(!error.sentence.isEmpty());
        }
    }
};

TILLDECK_TEST(LocatedMessagesTest)

} // namespace located_messages_test

#include "tst_located_messages.moc"
