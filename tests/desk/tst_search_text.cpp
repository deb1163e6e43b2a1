// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant types to search a list: words in any order and fields with their values.
#include "desk/search_text.h"
#include "ledger/search_words.h"
#include "support/runner.h"

#include <algorithm>

namespace search_text_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using desk::Search;
using desk::SearchNames;

namespace {

SearchNames names()
{
    return {.statuses = {{u"completed"_s, {u"completed"_s, u"abgeschlossen"_s}}, {u"open"_s, {u"open"_s, u"offen"_s}}},
            .accounts = {{u"a1"_s, {u"Main shop"_s}}, {u"a2"_s, {u"Second"_s}}, {u"a3"_s, {u"Second"_s}}},
            .currencies = {u"USD"_s, u"XOF"_s},
            .currency = {},
            .locale = QLocale(QLocale::English, QLocale::UnitedKingdom),
            .zone = QTimeZone("Africa/Lagos")};
}

Search read(const QString &text)
{
    return desk::readSearch(text, names());
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const ledger::SearchWord &word : ledger::searchWords(text))
        words << word.text;
    return words;
}

} // namespace

class SearchTextTest : public QObject
{
    Q_OBJECT

private slots:
    void blanksPartWordsButNotBetweenQuotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << u"  "_s << QStringList();
        QTest::newRow("two") << u" ada  lovelace "_s << QStringList{u"ada"_s, u"lovelace"_s};
        QTest::newRow("quoted") << u"\"annual membership\" ada"_s << QStringList{u"annual membership"_s, u"ada"_s};
        QTest::newRow("German quotes") << u"\u201eein Jahr\u201c x"_s << QStringList{u"ein Jahr"_s, u"x"_s};
        QTest::newRow("not closed") << u"\"annual mem"_s << QStringList{u"annual mem"_s};
        QTest::newRow("an inch") << u"3\" pipe"_s << QStringList{u"3\""_s, u"pipe"_s};
        QTest::newRow("of a field") << u"account:\"Main shop\" x"_s << QStringList{u"account:Main shop"_s, u"x"_s};
        QTest::newRow("only quotes") << u"\"\" x"_s << QStringList{u"x"_s};
    }
    void blanksPartWordsButNotBetweenQuotes()
    {
        QFETCH(QString, text);
        QTEST(wordsOf(text), "words");
    }

    void fieldsAreReadInAnyOrderAndCase()
    {
        const Search search = read(u"ada STATUS:Completed amount:>100 lovelace currency:usd tier:2 since:2026-08-01 "
                                   "before:2026-09-01 account:\"main shop\""_s);
        QVERIFY(search.problems.empty());
        QCOMPARE(search.text, u"ada lovelace"_s);
        QCOMPARE(search.status, u"completed"_s);
        QCOMPARE(search.currency, u"USD"_s);
        QCOMPARE(search.amountFrom, 10'001);
        QVERIFY(!search.amountTo);
        QCOMPARE(search.tier, 1);
        QCOMPARE(search.since, QDateTime(QDate(2026, 7, 31), QTime(23, 0), Qt::UTC)); // Lagos is an hour ahead.
        QCOMPARE(search.before, QDateTime(QDate(2026, 8, 31), QTime(23, 0), Qt::UTC));
        QCOMPARE(search.accountIds, QStringList(u"a1"_s));
    }

    void whatIsNoFieldIsAWord()
    {
        const Search search = read(u"https://shop.example/x 12:30 note:x \"status:open\""_s);
        QVERIFY(search.problems.empty());
        QCOMPARE(search.text, u"https://shop.example/x 12:30 note:x \"status:open\""_s);
        QVERIFY(search.status.isEmpty());
    }

    void accountsOfOneNameAreAllMeant()
    {
        QCOMPARE(read(u"account:second"_s).accountIds, (QStringList{u"a2"_s, u"a3"_s}));
    }

    void amountsHaveTheExponentOfTheirCurrency_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        const qint64 none = -1;
        QTest::newRow("one") << u"amount:12.50 currency:USD"_s << qint64(1'250) << qint64(1'250);
        QTest::newRow("without decimals") << u"amount:>=5000 currency:XOF"_s << qint64(5'000) << none;
        QTest::newRow("of three") << u"amount:<1.250 currency:KWD"_s << none << qint64(1'249);
        QTest::newRow("range") << u"amount:100..250 currency:USD"_s << qint64(10'000) << qint64(25'000);
        QTest::newRow("two ends") << u"amount:>100 currency:USD amount:<=250"_s << qint64(10'001) << qint64(25'000);
    }
    void amountsHaveTheExponentOfTheirCurrency()
    {
        QFETCH(QString, text);
        const Search search = read(text);
        QVERIFY(search.problems.empty());
        QTEST(search.amountFrom.value_or(-1), "from");
        QTEST(search.amountTo.value_or(-1), "to");
    }

    void whatCannotBeReadIsSaidWhereItStands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QString &text, const QString &marked, const QString &sentence) {
            QTest::newRow(name) << text << marked << sentence;
        };
        row("status", u"x status:paid"_s, u"status:paid"_s, u"“paid” is no status here. There are: completed, open."_s);
        row("two", u"status:open status:completed"_s, u"status:completed"_s,
            u"Only one status can be searched for at a time."_s);
        row("nothing", u"status: x"_s, u"status:"_s, u"Type a value behind the colon."_s);
        row("account", u"account:third"_s, u"account:third"_s,
            u"No account that is shown is named “third”. There are: Main shop, Second, Second."_s);
        row("currency", u"currency:dollar"_s, u"currency:dollar"_s,
            u"“dollar” is no currency. Write its code of three letters, for example USD."_s);
        row("no currency", u"amount:>100"_s, u"amount:>100"_s,
            u"Add the currency of the amount, for example currency:USD."_s);
        row("no amount", u"amount:>ten currency:USD"_s, u"amount:>ten"_s,
            u"“ten” is no amount in USD. Write, for example, 125.00."_s);
        row("comma", u"amount:2,50 currency:USD"_s, u"amount:2,50"_s,
            u"“2,50” is no amount in USD. Write, for example, 125.00."_s);
        row("range", u"amount:250..100 currency:USD"_s, u"amount:250..100"_s,
            u"The smaller amount of a range comes first."_s);
        row("no range", u"amount:>250 amount:<100 currency:USD"_s, u"amount:<100"_s, u"No amount is in this range."_s);
        row("tier", u"tier:0"_s, u"tier:0"_s, u"“0” is no tier. Write 1 for the first one."_s);
        row("day", u"before:1.9.2026"_s, u"before:1.9.2026"_s, u"“1.9.2026” is not a day. Write it as 2026-04-14."_s);
        row("days", u"since:2026-09-01 before:2026-09-01"_s, u"before:2026-09-01"_s,
            u"There is no day in this range: “before” has to be later than “since”."_s);
    }
    void whatCannotBeReadIsSaidWhereItStands()
    {
        QFETCH(QString, text);
        const Search search = read(text);
        QCOMPARE(search.problems.size(), 1U);
        QTEST(text.sliced(search.problems[0].at, search.problems[0].length), "marked");
        QTEST(search.problems[0].sentence, "sentence");
    }

    void anAmountThatReadsAsTwoIsNotChosenFrom()
    {
        SearchNames german = names();
        german.locale = QLocale(QLocale::German, QLocale::Germany);
        const Search plain = desk::readSearch(u"amount:1.250 currency:KWD"_s, german);
        QVERIFY(plain.problems.empty());
        QCOMPARE(plain.amountFrom, 1'250);
        const Search unclear = desk::readSearch(u"amount:1,250 currency:KWD"_s, german);
        QCOMPARE(unclear.problems.size(), 1U);
        QCOMPARE(unclear.problems[0].sentence, u"“1,250” may be read as two amounts. Write 1.250 or 1250.000."_s);
        QVERIFY(!unclear.amountFrom);
    }

    void theFoundPartsAreThoseOfTheWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("two words") << u"Ada Lovelace"_s << u"love DA"_s << QStringList{u"da"_s, u"Love"_s};
        QTest::newRow("again") << u"Banana"_s << u"an"_s << QStringList{u"anan"_s};
        QTest::newRow("a phrase") << u"Annual membership"_s << u"\"l mem\""_s << QStringList{u"l mem"_s};
        QTest::newRow("nothing") << u"Ada"_s << u"bea"_s << QStringList();
        QTest::newRow("no words") << u"Ada"_s << u"  "_s << QStringList();
        QTest::newRow("sharp s") << u"Straße 5"_s << u"STRAßE"_s << QStringList{u"Straße"_s};
        QTest::newRow("a ligature") << u"o\ufb03ce"_s << u"offic"_s << QStringList{u"o\ufb03c"_s};
        QTest::newRow("a mark") << u"Zoe\u0308 B"_s << u"zo\u00eb"_s << QStringList{u"Zoe\u0308"_s};
        QTest::newRow("beyond 16 bits") << u"\U0001F382 cake"_s << u"\U0001F382"_s << QStringList{u"\U0001F382"_s};
    }
    void theFoundPartsAreThoseOfTheWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, wanted);
        QStringList found;
        for (const ledger::FoundPart &part : ledger::foundParts(text, wanted))
            found << text.sliced(part.at, part.length);
        QTEST(found, "found");
    }

    void anAmountHasTheCurrencyThatIsChosenAlready()
    {
        SearchNames usd = names();
        usd.currency = u"USD"_s;
        QCOMPARE(desk::readSearch(u"amount:>1"_s, usd).amountFrom, std::optional<qint64>(101));
        QCOMPARE(desk::readSearch(u"amount:>1 currency:XOF"_s, usd).amountFrom, std::optional<qint64>(2));
        QVERIFY(!read(u"amount:>1"_s).problems.empty());
    }

    void aListOfOneStatusHasNone()
    {
        SearchNames one = names();
        one.statuses.clear();
        const Search search = desk::readSearch(u"status:open"_s, one);
        QCOMPARE(search.problems.size(), 1u);
        QVERIFY(!search.problems.front().sentence.contains(u"There are: "_s));
    }

    void fieldsAreTakenOutAndTheRestStays()
    {
        using desk::SearchKind;
        const QString text = u"ada  status:open since:2026-01-01 \"annual fee\" before:2026-02-01 x:y status:failed"_s;
        QCOMPARE(desk::withoutFields(text, {SearchKind::Status}),
                 u"ada  since:2026-01-01 \"annual fee\" before:2026-02-01 x:y"_s);
        QCOMPARE(desk::withoutFields(text, {SearchKind::Status, SearchKind::Days}), u"ada  \"annual fee\" x:y"_s);
        QCOMPARE(desk::withoutFields(text, {SearchKind::Tier}), text);
        QCOMPARE(desk::withoutFields(u"account:\"Main shop\""_s, {SearchKind::Account}), QString());
    }

    void itOffersFieldsAndThenTheirValues()
    {
        const auto offered = [](const QString &text) { return desk::completeSearch(text, text.size(), names()).texts; };
        QCOMPARE(offered(u"ada st"_s), QStringList(u"status:"_s));
        QCOMPARE(offered(u"status:"_s), (QStringList{u"status:completed"_s, u"status:open"_s}));
        QCOMPARE(offered(u"status:co"_s), QStringList(u"status:completed"_s));
        QCOMPARE(offered(u"account:ma"_s), QStringList(u"account:\"Main shop\""_s));
        QCOMPARE(offered(u"currency:x"_s), QStringList(u"currency:XOF"_s));
        QCOMPARE(offered(u"ada "_s), QStringList());
        QCOMPARE(offered(u"zzz"_s), QStringList());
        QCOMPARE(offered(u"status:ab"_s), QStringList(u"status:abgeschlossen"_s)); // as it was begun
        // What is taken stands where the part stood.
        const auto completion = desk::completeSearch(u"ada status:co lovelace"_s, 13, names());
        QCOMPARE(completion.at, 4);
        QCOMPARE(completion.length, 9);
        // It is read as it was offered.
        QCOMPARE(read(offered(u"account:ma"_s).value(0)).accountIds, QStringList(u"a1"_s));
    }
};
TILLDECK_TEST(SearchTextTest)

} // namespace search_text_test

#include "tst_search_text.moc"
