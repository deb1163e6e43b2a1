// SPDX-License-Identifier: GPL-3.0-or-later
// Success and return URLs: what is refused, and what there is to know about the others.
#include "checkout/check_address.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "support/runner.h"

#include <QTest>

namespace addresses_test {

using namespace tilldeck;
using namespace tilldeck::checkout;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);

Capabilities shop()
{
    Capabilities can;
    can.providerName = u"Kestrel"_s;
    can.fields = {Field::LineItems, Field::Price, Field::SuccessUrl, Field::ReturnUrl};
    can.sessionIdIn = {Field::SuccessUrl};
    return can;
}

SessionDraft draft()
{
    SessionDraft draft;
    draft.lineItems = {LineItem(u"price_1"_s, 1)};
    return draft;
}

QString problemsOf(const SessionDraft &draft, const Capabilities &can = shop())
{
    QStringList said;
    for (const Problem &problem : validate(draft, can, Catalog(), now))
        said << u"%1: %2"_s.arg(int(problem.field)).arg(problem.sentence);
    return said.join(u'\n');
}

QString urlProblem(const QString &url, const Capabilities &can = shop())
{
    SessionDraft asked = draft();
    asked.successUrl = url;
    return problemsOf(tidied(asked, Catalog()), can);
}

} // namespace

class AddressesTest : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreTakenAsTheyAreMeant_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("says");
        const QString none;
        QTest::newRow("scheme in capitals") << u"HTTPS://Shop.example"_s << none;
        QTest::newRow("line end") << u"https://shop.example/paid\n"_s << none;
        QTest::newRow("marks around it") << u"\ufeff https://shop.example \u200e"_s << none;
        QTest::newRow("placeholder") << u"https://shop.example/?id={CHECKOUT_SESSION_ID}"_s << none;
        QTest::newRow("umlaut") << u"https://m\u00fcnchen.example/"_s << none;
        QTest::newRow("at in the path") << u"https://shop.example/@ada?mail=a@b.c"_s << none;
        QTest::newRow("user") << u"https://ada@shop.example/"_s << u"Remove that part"_s;
        QTest::newRow("user and password") << u"https://ada:secret@shop.example/"_s << u"Remove that part"_s;
        QTest::newRow("another scheme") << u"ftp://shop.example"_s << u"https://"_s;
        QTest::newRow("zero width inside") << u"https://shop\u200b.example"_s << u"invisible marks"_s;
        QTest::newRow("encoded placeholder")
            << u"https://shop.example/?id=%7BCHECKOUT_SESSION_ID%7D"_s << u"Write %7BCHECKOUT_SESSION_ID%7D as"_s;
        QTest::newRow("small letters") << u"https://shop.example/{checkout_session_id}"_s
                                       << u"Write {checkout_session_id} as {CHECKOUT_SESSION_ID}"_s;
    }
    void addressesAreTakenAsTheyAreMeant()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, says);
        const QString problem = urlProblem(url);
        if (says.isEmpty())
            QCOMPARE(problem, QString());
        else
            QVERIFY2(problem.contains(says), qPrintable(problem));
    }

    void aFlowThatDoesNotFillInTheSessionIdSaysSo()
    {
        Capabilities can = shop();
        can.sessionIdIn = {};
        for (const QString &text :
             {u"{CHECKOUT_SESSION_ID}"_s, u"%7BCHECKOUT_SESSION_ID%7D"_s, u"{checkout_session_id}"_s}) {
            const QString problem = urlProblem(u"https://shop.example/?id="_s + text, can);
            QVERIFY2(problem.contains(u"Kestrel does not say that it fills in"_s) && problem.contains(text),
                     qPrintable(problem));
            SessionDraft asked = draft();
            asked.returnUrl = u"https://shop.example/?id="_s + text;
            QVERIFY(problemsOf(asked, can).startsWith(u"%1:"_s.arg(int(Field::ReturnUrl))));
        }
        QCOMPARE(urlProblem(u"https://shop.example/?id={order}"_s, can), QString());
    }

    void theSessionIdIsFilledInWhereTheProviderSaysSo()
    {
        const QString url = u"https://shop.example/?id={CHECKOUT_SESSION_ID}"_s;
        SessionDraft asked = draft();
        asked.successUrl = url;
        QCOMPARE(problemsOf(asked), QString());
        asked.returnUrl = url;
        const QString problem = problemsOf(asked);
        QVERIFY2(problem.startsWith(u"%1: Kestrel does not say that it fills in"_s.arg(int(Field::ReturnUrl))),
                 qPrintable(problem));
        QVERIFY2(problem.contains(u"may arrive with {CHECKOUT_SESSION_ID} as it stands"_s), qPrintable(problem));
        asked.returnUrl = u"https://shop.example/{checkout_session_id}"_s;
        QVERIFY(!problemsOf(asked).contains(u"Write {checkout_session_id} as"_s));
        const QString braces = u"https://shop.example/{id}"_s;
        QVERIFY(addressRemark(braces, Field::SuccessUrl, shop()).contains(u"Write the session ID as"_s));
        QVERIFY(addressRemark(braces, Field::ReturnUrl, shop()).contains(u"fills in nothing here"_s));
    }

    void whatIsWorthKnowingOfAnAddressIsSaid_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("plain") << u"https://shop.example/?id={CHECKOUT_SESSION_ID}"_s << QStringList();
        QTest::newRow("twice") << u"https://shop.example/{CHECKOUT_SESSION_ID}/{CHECKOUT_SESSION_ID}"_s
                               << QStringList{u"there twice"_s};
        QTest::newRow("fragment") << u"https://shop.example/#paid"_s << QStringList{u"after “#”"_s};
        QTest::newRow("ID in the fragment")
            << u"https://shop.example/#id={CHECKOUT_SESSION_ID}"_s << QStringList{u"session ID stands after “#”"_s};
        QTest::newRow("letters") << u"https://m\u00fcnchen.example/"_s
                                 << QStringList{u"xn--mnchen-3ya.example"_s, u"m\u00fcnchen.example"_s};
        QTest::newRow("punycode") << u"https://xn--mnchen-3ya.example/"_s
                                  << QStringList{u"xn--mnchen-3ya.example"_s, u"m\u00fcnchen.example"_s};
    }
    void whatIsWorthKnowingOfAnAddressIsSaid()
    {
        QFETCH(const QString, url);
        QFETCH(const QStringList, says);
        Capabilities can;
        can.providerName = u"Khaime"_s;
        can.sessionIdIn = {Field::SuccessUrl};
        const QString remark = addressRemark(url, Field::SuccessUrl, can);
        QCOMPARE(remark.isEmpty(), says.isEmpty());
        can.sessionIdIn = {}; // a flow that fills in nothing advises nothing else
        QVERIFY(!addressRemark(url, Field::SuccessUrl, can).contains(u"Write the session ID as"_s));
        for (const QString &part : says)
            QVERIFY2(remark.contains(part), qPrintable(remark));
    }
};

TILLDECK_TEST(AddressesTest)

} // namespace addresses_test

#include "tst_addresses.moc"
