// SPDX-License-Identifier: GPL-3.0-or-later
// A creation that asks for what an earlier one asked for, in another order or spelling.
#include "desk/creation_counter.h"
#include "desk/same_contents.h"
#include "support/runner.h"

#include <algorithm>

namespace same_contents_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using End = CreateOutcome::End;

class SameContentsTest : public QObject
{
    Q_OBJECT

private slots:
    void anotherOrderOrSpellingMakesNoOtherCreation_data()
    {
        QTest::addColumn<QString>("differs");
        for (const QString &differs : {u"fields"_s, u"items"_s, u"spelling"_s})
            QTest::newRow(qPrintable(differs)) << differs;
    }
    void anotherOrderOrSpellingMakesNoOtherCreation()
    {
        QFETCH(const QString, differs);
        CreationCounter at(ProviderKind::PaymentKit);
        at.setCreated("cs_1");
        at.asked.customFields = {{u"order"_s, u"Café 41"_s}, {u"shop"_s, u"x"_s}};
        checkout::LineItem other = at.asked.lineItems.front();
        other.priceId = u"price_other"_s;
        at.asked.lineItems.push_back(other);
        QCOMPARE(at.create().end, End::Confirmed);
        if (differs == u"fields"_s)
            std::ranges::reverse(at.asked.customFields);
        else if (differs == u"items"_s)
            std::ranges::reverse(at.asked.lineItems);
        else
            at.asked.customFields.front().value = u"cafe\u0301 41 "_s;
        QCOMPARE(at.create().end, End::Repeated);
        QCOMPARE(at.sent().size(), 1);
        at.asked.customFields.front().value = u"42"_s;
        at.setCreated("cs_2");
        QCOMPARE(at.create().end, End::Confirmed);
    }

    void whatIsNoJsonStaysAsItIs()
    {
        QCOMPARE(contentsOf("a=1&b=2"), QByteArray("a=1&b=2"));
        QCOMPARE(contentsOf(R"({"b":[2,1],"a":"X "})"), contentsOf(R"({"a":"x","b":[1,2]})"));
        QVERIFY(contentsOf(R"({"a":1})") != contentsOf(R"({"a":2})"));
    }
};

TILLDECK_TEST(SameContentsTest)

} // namespace same_contents_test

#include "tst_same_contents.moc"
