// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that were typed or pasted: what is trimmed, what is refused, and codes as they are sent.
#include "checkout/outside_text.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "support/runner.h"

#include <QTest>

namespace outside_texts_test {

using namespace tilldeck;
using namespace tilldeck::checkout;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime(QDate(2026, 4, 14), QTime(12, 0), Qt::UTC);

Capabilities shop()
{
    Capabilities can;
    can.providerName = u"Kestrel"_s;
    can.fields = {Field::LineItems,       Field::Name,          Field::CustomerEmail,
                  Field::CustomerName,    Field::PromotionCode, Field::Coupon,
                  Field::CustomFieldName, Field::SuccessUrl,    Field::ReturnUrl};
    can.needed = {Field::LineItems};
    can.sessionIdIn = {Field::SuccessUrl};
    can.customFieldTextLength = 5;
    return can;
}

SessionDraft draft()
{
    SessionDraft draft;
    LineItem item;
    item.name = u"Course"_s;
    item.unitAmount = money::Money(2500, *money::Currency::fromCode(u"EUR"));
    draft.lineItems = {item};
    return draft;
}

Catalog catalogWith(const QStringList &codes)
{
    Catalog catalog;
    Coupon coupon;
    coupon.id = u"twenty"_s;
    coupon.kind = Coupon::Kind::Percentage;
    coupon.basisPoints = 2000;
    catalog.coupons.available = catalog.promotionCodes.available = true;
    catalog.coupons.items = {coupon};
    for (const QString &text : codes) {
        PromotionCode code;
        code.code = text;
        code.couponId = coupon.id;
        catalog.promotionCodes.items.push_back(code);
    }
    return catalog;
}

QString problemsOf(const SessionDraft &draft, const Capabilities &can = shop())
{
    QStringList said;
    for (const Problem &problem : validate(draft, can, Catalog(), now))
        said << u"%1:%2: %3"_s.arg(int(problem.field)).arg(problem.index).arg(problem.sentence);
    return said.join(u'\n');
}

} // namespace

class OutsideTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void invisibleMarksAroundIdsAreTrimmed()
    {
        SessionDraft asked = draft();
        asked.customer.id = u"\ufeffcus_1\n"_s;
        asked.customer.email = u"ada@example.com\n"_s;
        asked.couponId = u"\u200ecoupon_1\u200b"_s;
        asked.processorRouteId = u" route_1\t"_s;
        asked.lineItems[0].priceId = u"price_1\u00a0"_s;
        asked.cascade = {CascadeTier({LineItem(u"\u2060price_2"_s, 1)}, u"route_2\r\n"_s)};
        asked.reference = u"KS-1\u202c"_s;
        asked.successUrl = u"\ufeffHTTPS://Shop.example/Paid\n"_s;
        asked.lineItems[0].name = u" a name \u200b"_s;
        const SessionDraft sent = tidied(asked, Catalog());
        QCOMPARE(sent.customer.id, u"cus_1"_s);
        QCOMPARE(sent.customer.email, u"ada@example.com"_s);
        QCOMPARE(sent.couponId, u"coupon_1"_s);
        QCOMPARE(sent.processorRouteId, u"route_1"_s);
        QCOMPARE(sent.lineItems[0].priceId, u"price_1"_s);
        QCOMPARE(sent.cascade[0].lineItems[0].priceId, u"price_2"_s);
        QCOMPARE(sent.cascade[0].processorRouteId, u"route_2"_s);
        QCOMPARE(sent.reference, u"KS-1"_s);
        QCOMPARE(sent.successUrl, u"https://Shop.example/Paid"_s);
        QCOMPARE(sent.lineItems[0].name, asked.lineItems[0].name);
        QCOMPARE(tidied(sent, Catalog()), sent);
        QCOMPARE(withoutMarksAround(u"\u200b\n"), QString());
    }

    void whatAnEmojiIsMadeOfStaysWithIt()
    {
        for (const QString &seen : {u"Thanks \u2764\ufe0f"_s, u"\u0915\u200d\u0937"_s,
                                    u"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"_s}) {
            QVERIFY(!isInvisible(seen));
            QCOMPARE(withoutMarksAround(u"\u3164\u200b"_s + seen + u"\u2800\u3164"_s), seen);
        }
        QCOMPARE(withoutMarksAround(u"\ufe0f"), QString());
        QCOMPARE(plainCode(u"\u2800SA\U000e0020VE\ufe0f20\u3164"_s), u"SAVE20"_s);
    }

    void aTextIsNeverCutInsideWhatAReaderTakesForOneCharacter()
    {
        const QString family = u"\U0001f469\u200d\U0001f469\u200d\U0001f467"_s; // eight units
        const QString accents = u"e\u0301\u0323"_s;
        QCOMPARE(shortened(u"ab"_s + family, 10), u"ab"_s + family);
        for (qsizetype longest = 3; longest < 10; ++longest)
            QCOMPARE(shortened(u"ab"_s + family + u"c"_s, longest), u"ab…"_s);
        QCOMPARE(shortened(accents + accents, 6), accents + accents);
        QCOMPARE(shortened(accents + accents, 5), accents + u'…');
        QCOMPARE(shortened(family, 4), u"…"_s);
        QCOMPARE(shortened(u"مرحبا"_s, 4), u"مرح…"_s);
        QCOMPARE(shortened(u"abc"_s, 2), u"a…"_s);
    }

    void anEmailWithALineEndIsNone()
    {
        SessionDraft asked = draft();
        asked.customer.email = u"ada@example.com\n"_s;
        QVERIFY(problemsOf(asked).contains(u"Character 16 is no part of an e-mail address, but U+000A"_s));
        QCOMPARE(problemsOf(tidied(asked, Catalog())), QString());
        asked.customer.email = u"ada\u200b@example.com"_s;
        QVERIFY(problemsOf(tidied(asked, Catalog()))
                    .contains(u"Character 4 is no part of an e-mail address, but U+200B. Remove it."_s));
        asked.customer.email = u"ada @example.com"_s;
        QVERIFY2(problemsOf(asked).contains(u"Character 4 is a blank"_s), qPrintable(problemsOf(asked)));
        asked.customer.email = u"ada@example"_s;
        QVERIFY(problemsOf(asked).contains(u"not a complete e-mail"_s));
    }

    void whatIsInsideAnIdIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QString>("inside");
        QTest::addColumn<QString>("says");
        QTest::newRow("NUL") << QString(QChar(u'\0')) << u"Character 2 is no part of an ID, but U+0000"_s;
        QTest::newRow("line end") << u"\n"_s << u"Character 2 is no part of an ID, but U+000A"_s;
        QTest::newRow("escape") << u"\x1b"_s << u"U+001B"_s;
        QTest::newRow("zero width space") << u"\u200b"_s << u"U+200B"_s;
        QTest::newRow("filler of Hangul") << u"\u3164"_s << u"U+3164"_s;
        QTest::newRow("tag") << u"\U000e0020"_s << u"Character 2 is no part of an ID, but U+E0020"_s;
        QTest::newRow("blank") << u" "_s << u""_s; // each field has words of its own, and a reference may have one
    }
    void whatIsInsideAnIdIsNamedWithItsPlace()
    {
        QFETCH(const QString, inside);
        QFETCH(const QString, says);
        const QString id = u"a"_s + inside + u"b"_s;
        Capabilities can = shop();
        can.fields = {Field::LineItems, Field::Price,     Field::Customer, Field::ProcessorRoute,
                      Field::Coupon,    Field::Reference, Field::Product};
        const auto said = [&can](const SessionDraft &asked) { return problemsOf(asked, can); };
        SessionDraft good = draft();
        good.lineItems = {LineItem(u"price_1"_s, 1)};
        QCOMPARE(said(good), QString());
        for (QString SessionDraft::*member :
             {&SessionDraft::couponId, &SessionDraft::processorRouteId, &SessionDraft::reference}) {
            SessionDraft asked = good;
            asked.*member = id;
            const bool isTaken = inside == u" "_s && member == &SessionDraft::reference;
            QVERIFY2(said(asked).contains(says) && said(asked).isEmpty() == isTaken, qPrintable(said(asked)));
        }
        SessionDraft asked = good;
        asked.customer.id = id;
        QVERIFY2(!said(asked).isEmpty() && said(asked).contains(says), qPrintable(said(asked)));
        asked = good;
        asked.lineItems[0].priceId = id;
        QVERIFY2(!said(asked).isEmpty() && said(asked).contains(says), qPrintable(said(asked)));
    }

    void aNameThatNobodySeesIsNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("zero width space") << u"\u200b"_s << u"Enter a name"_s;
        QTest::newRow("byte order mark and blank") << u"\ufeff "_s << u"Enter a name"_s;
        for (const auto &[name, text] :
             std::initializer_list<std::pair<const char *, QString>>{{"filler of Hangul", u"\u3164"_s},
                                                                     {"leading filler of Hangul", u"\u115f"_s},
                                                                     {"filler of half width", u"\uffa0"_s},
                                                                     {"blank Braille", u"\u2800"_s},
                                                                     {"a tag", u"\U000e0020"_s},
                                                                     {"a variation selector", u"\ufe0f"_s},
                                                                     {"a rare variation selector", u"\U000e0100"_s},
                                                                     {"joiner of graphemes", u"\u034f"_s},
                                                                     {"vowel of Khmer that is not shown", u"\u17b4"_s},
                                                                     {"a beam of music", u"\U0001d173"_s},
                                                                     {"several of them", u"\u2800\U000e0020 \ufe0f"_s}})
            QTest::newRow(name) << text << u"Enter a name"_s;
        QTest::newRow("NUL") << u"Cou"_s + QChar(u'\0') + u"rse"_s << u"Character 4 is no text but U+0000"_s;
        QTest::newRow("NUL behind an emoji") << u"\U0001f511"_s + QChar(u'\0') << u"Character 2 is no text"_s;
    }
    void aNameThatNobodySeesIsNone()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, says);
        SessionDraft asked = draft();
        asked.lineItems[0].name = name;
        QVERIFY2(problemsOf(asked).contains(says), qPrintable(problemsOf(asked)));
        asked = draft();
        asked.customFields = {CustomField(name, true)};
        QVERIFY2(problemsOf(asked).contains(says), qPrintable(problemsOf(asked)));
        asked = draft();
        asked.customer.email = u"ada@example.com"_s;
        asked.customer.firstName = name;
        QVERIFY(!problemsOf(asked).isEmpty());
        if (!name.contains(QChar(u'\0')))
            return;
        // Many a server ends the value at it.
        asked = draft();
        asked.customFields = {CustomField(u"course"_s, name)};
        QVERIFY2(problemsOf(asked).contains(says), qPrintable(problemsOf(asked)));
    }

    void namesOfFieldsAreToldApartByWhatIsSeen()
    {
        SessionDraft asked = draft();
        asked.customFields = {CustomField(u"course"_s, true), CustomField(u"course\u200b\n"_s, false)};
        const SessionDraft sent = tidied(asked, Catalog());
        QCOMPARE(sent.customFields.at(1).name, u"course"_s);
        QVERIFY2(problemsOf(sent).contains(u"twice"_s), qPrintable(problemsOf(sent)));
    }

    void textsInBracketsAreTexts_data()
    {
        QTest::addColumn<bool>("isText");
        QTest::newRow("[sic]") << true;
        QTest::newRow("{id}") << true;
        QTest::newRow("[a,b") << true;
        QTest::newRow("[1,2]") << false;
        QTest::newRow("{}") << false;
    }
    void textsInBracketsAreTexts()
    {
        QFETCH(const bool, isText);
        SessionDraft asked = draft();
        asked.customFields = {CustomField(u"note"_s, QString::fromLatin1(QTest::currentDataTag()))};
        QCOMPARE(problemsOf(asked).isEmpty(), isText);
    }

    void lengthsAreCountedInCharacters()
    {
        SessionDraft asked = draft();
        asked.customFields = {CustomField(u"note"_s, u"\U0001f511\U0001f511\U0001f511\U0001f511\U0001f511"_s)};
        QCOMPARE(problemsOf(asked), QString());
        asked.customFields = {CustomField(u"note"_s, u"\U0001f511\U0001f511\U0001f511\U0001f511\U0001f511x"_s)};
        QVERIFY(problemsOf(asked).contains(u"has 6 characters. 5 is the most"_s));
    }

    void aCodeIsSentAsTheCatalogWritesIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("listed");
        QTest::addColumn<QString>("sent");
        const QStringList one{u"SAVE20"_s, u"WELCOME"_s};
        QTest::newRow("as it is") << u"SAVE20"_s << one << u"SAVE20"_s;
        QTest::newRow("small letters") << u"save20"_s << one << u"SAVE20"_s;
        QTest::newRow("blanks") << u" SAVE20 "_s << one << u"SAVE20"_s;
        QTest::newRow("a blank inside") << u"SAVE 20"_s << one << u"SAVE20"_s;
        QTest::newRow("line end") << u"save20\n"_s << one << u"SAVE20"_s;
        QTest::newRow("zero width") << u"SAVE\u200b20\ufeff"_s << one << u"SAVE20"_s;
        QTest::newRow("full width") << u"\uff33\uff21\uff36\uff25\uff12\uff10"_s << one << u"SAVE20"_s;
        QTest::newRow("listed in small letters") << u"SAVE20"_s << QStringList{u"save20"_s} << u"save20"_s;
        QTest::newRow("two that differ by case") << u"save20"_s << QStringList{u"SAVE20"_s, u"save20"_s} << u"save20"_s;
        QTest::newRow("neither of two") << u"Save20 "_s << QStringList{u"SAVE20"_s, u"save20"_s} << u"Save20"_s;
        QTest::newRow("listed nowhere") << u"\uff2dine\u200b "_s << one << u"Mine"_s;
        QTest::newRow("no catalog") << u" save20"_s << QStringList() << u"save20"_s;
        QTest::newRow("none") << QString() << one << QString();
    }
    void aCodeIsSentAsTheCatalogWritesIt()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, listed);
        QFETCH(const QString, sent);
        SessionDraft asked = draft();
        asked.promotionCode = typed;
        const Catalog catalog = catalogWith(listed);
        const SessionDraft tidy = tidied(asked, catalog);
        QCOMPARE(tidy.promotionCode, sent);
        // The preview is sure of what is sent, and of nothing else.
        const Preview preview = priceLocally(tidy, catalog, now);
        QCOMPARE(preview.discountConfirmed, listed.contains(sent));
        const auto &pays = preview.tiers.front().customerPays;
        QCOMPARE(pays.has_value(), sent.isEmpty() || listed.contains(sent));
        QVERIFY(!pays || pays->amount.minorUnits() == (sent.isEmpty() ? 2500 : 2000));
    }

    void aCodeOfBlanksIsNoMissingOne()
    {
        for (const QString &blank : {u" "_s, u"\n"_s, u"\u200b"_s}) {
            SessionDraft asked = draft();
            asked.promotionCode = blank;
            QVERIFY(problemsOf(tidied(asked, {})).contains(u"Nothing of this code can be seen"_s));
            asked.promotionCode.clear();
            asked.couponId = blank;
            QVERIFY(!problemsOf(tidied(asked, {})).isEmpty());
        }
    }
};

TILLDECK_TEST(OutsideTextsTest)

} // namespace outside_texts_test

#include "tst_outside_texts.moc"
