// SPDX-License-Identifier: GPL-3.0-or-later
// Words are found in rows of which the index knows, of which it does not, and after each change of them.
#include "ledger/search_index.h"
#include "ledger_fixture.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace word_search_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

SessionRecord named(const QString &id, const QString &customer, int minutes = 0)
{
    SessionRecord row = session(id, minutes);
    row.customerLabel = customer;
    row.itemsLabel = u"Annual membership × 2"_s;
    return row;
}

} // namespace

class WordSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
    }
    void cleanup()
    {
        // What the index says of rows is what stands in them.
        m_ledger.reset();
        for (const QString &table : {u"session_text"_s, u"payment_text"_s})
            outside(m_directory->filePath(u"ledger.sqlite"_s),
                    u"INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)"_s.arg(table));
    }

    void everyWordIsFoundInAnyOrder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("one") << u"lovelace"_s << QStringList{u"cs_1"_s};
        QTest::newRow("two") << u"membership ADA"_s << QStringList{u"cs_2"_s, u"cs_1"_s};
        QTest::newRow("a part") << u"velac"_s << QStringList{u"cs_1"_s};
        QTest::newRow("two letters") << u"ad"_s << QStringList{u"cs_2"_s, u"cs_1"_s};
        QTest::newRow("one of them nowhere") << u"ada zzz"_s << QStringList();
        QTest::newRow("quoted") << u"\"annual membership\" \"ada l\""_s << QStringList{u"cs_1"_s};
        QTest::newRow("letters of two bytes") << u"øren"_s << QStringList{u"cs_3"_s};
        QTest::newRow("in full width") << u"ＡＤＡ"_s << QStringList{u"cs_2"_s, u"cs_1"_s};
        QTest::newRow("marks of the index") << u"\"ada\"\" OR\""_s << QStringList();
        QTest::newRow("marks of patterns") << u"a%a *"_s << QStringList();
        QTest::newRow("the same letters elsewhere") << u"love-lace"_s << QStringList();
    }
    void everyWordIsFoundInAnyOrder()
    {
        QFETCH(QString, text);
        got(m_ledger->putAll({named(u"cs_1"_s, u"Ada Lovelace"_s, 1), named(u"cs_2"_s, u"Ada Byron"_s, 2),
                              named(u"cs_3"_s, u"Søren Nielsen"_s, 3)}));
        QTEST(found(text), "ids");
        QCOMPARE(got(m_ledger->indexWords(2)), 1);
        QTEST(found(text), "ids");
        QCOMPARE(got(m_ledger->indexWords(100)), 0);
        QTEST(found(text), "ids");
    }

    void aSessionIsFoundByTheAddressThatWasAskedFor()
    {
        SessionRecord row = named(u"cs_1"_s, u"Ada Lovelace"_s, 1);
        row.draft.customer.email = u"ada8@example.de"_s;
        got(m_ledger->putAll({row}));
        QCOMPARE(found(u"ada8@exam"_s), QStringList{u"cs_1"_s});
        got(m_ledger->indexWords(100));
        QCOMPARE(found(u"ada8@exam"_s), QStringList{u"cs_1"_s});
    }

    void aChangedRowIsFoundByItsNewWordsAlone()
    {
        got(m_ledger->putAll({named(u"cs_1"_s, u"Ada Lovelace"_s), named(u"cs_2"_s, u"Grace Hopper"_s)}));
        got(m_ledger->indexWords(1));
        SessionRecord first = named(u"cs_1"_s, u"Ada King"_s);
        SessionRecord second = named(u"cs_2"_s, u"Grace Murray"_s);
        first.checkedAt = second.checkedAt = noon().addDays(1);
        got(m_ledger->putAll({first, second}));
        got(m_ledger->indexWords(100));
        QCOMPARE(found(u"lovelace"_s), QStringList());
        QCOMPARE(found(u"hopper"_s), QStringList());
        QCOMPARE(found(u"king"_s), QStringList(u"cs_1"_s));
        QCOMPARE(found(u"murray"_s), QStringList(u"cs_2"_s));
    }

    void nothingIsFoundOfAnAccountThatWasRemoved()
    {
        std::vector<SessionRecord> rows;
        for (int number = 0; number < 200; ++number)
            rows.push_back(named(u"cs_%1"_s.arg(number), u"Ada Lovelace %1"_s.arg(number * 7919)));
        got(m_ledger->putAll(rows));
        got(m_ledger->indexWords(100));
        got(m_ledger->indexWords(99));
        const auto indexed = [this] {
            return outside(m_directory->filePath(u"ledger.sqlite"_s),
                           u"SELECT sum(length(block)) FROM session_text_data"_s)
                .toInt();
        };
        const int before = indexed();
        got(m_ledger->removeAccount(u"a"_s));
        QCOMPARE(found(u"lovelace"_s), QStringList());
        // Nor are three letters of a name and the rows that had them.
        constexpr int empty = 64;
        QVERIFY2(before > 1000 && indexed() < empty, qPrintable(QString::number(indexed())));
        QFile file(m_directory->filePath(u"ledger.sqlite"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("lovelace"));
    }

    void aTokenAndAUrlAreFoundWholeAndNoPartOfThem()
    {
        SessionRecord row = named(u"cs_1"_s, u"Ada Lovelace"_s);
        row.session.secureToken = u"tok_0123456789abcdef"_s;
        row.session.url = u"https://pay.example/c/xyz"_s;
        got(m_ledger->putAll({row, named(u"cs_2"_s, u"Grace Hopper"_s)}));
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(found(row.session.secureToken), QStringList(u"cs_1"_s));
            QCOMPARE(found(row.session.url), QStringList(u"cs_1"_s));
            QCOMPARE(found(row.session.secureToken.chopped(1)), QStringList());
            QCOMPARE(found(u"pay.example/c/xy"_s), QStringList());
            got(m_ledger->indexWords(100));
        }
    }

    /// However many sessions there are: a long word that nothing holds looks at none of them.
    void aWordThatNothingHoldsLooksAtNoRow()
    {
        std::vector<SessionRecord> rows;
        for (int number = 0; number < 50; ++number)
            rows.push_back(named(u"cs_%1"_s.arg(number), u"Ada Lovelace %1"_s.arg(number * 7919)));
        got(m_ledger->putAll(rows));
        got(m_ledger->indexWords(100));
        Database file;
        QVERIFY(file.open({m_directory->filePath(u"ledger.sqlite"_s), Database::Access::ReadOnly, {}, {}, {}}));
        const auto terms = got(file.read<QString>([](const Connection &connection) {
            const Where where = textTerms(connection, Searched::Sessions, u"nobody@example.com"_s);
            return where.condition();
        }));
        QCOMPARE(terms, u"0"_s);
        const QStringList plan = got(file.read<QStringList>([](const Connection &connection) {
            QSqlQuery query =
                connection.exec(u"EXPLAIN QUERY PLAN "_s + secretStatement(), {u"x"_s, u"x"_s, u"x"_s, u"x"_s});
            QStringList steps;
            while (connection.next(query))
                steps << query.value(3).toString();
            return steps;
        }));
        QVERIFY2(plan.filter(u"SEARCH"_s).size() == 2 && plan.filter(u"SCAN"_s).isEmpty(),
                 qPrintable(plan.join(u'\n')));
    }

    void whatIsWrittenIsIndexedWhileItIsQuiet()
    {
        QSignalSpy indexed(m_ledger.get(), &Ledger::wordsIndexed);
        got(m_ledger->putAll({named(u"cs_1"_s, u"Ada Lovelace"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(!indexed.isEmpty() && indexed.last().first() == 0, 20'000);
        QCOMPARE(got(m_ledger->indexWords(100)), 0);
        QVERIFY(got(m_ledger->sizeOfIndex()) > 0);
        // Nothing is left to do, and nothing is done.
        const qsizetype before = indexed.size();
        QTest::qWait(200);
        QCOMPARE(indexed.size(), before);
    }

private:
    QStringList found(const QString &text)
    {
        SessionFilter filter = allOf({u"a"_s});
        filter.text = text;
        return idsOf(got(m_ledger->sessions(filter, {}, 10)).rows);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};
TILLDECK_TEST(WordSearchTest)

} // namespace word_search_test

#include "tst_word_search.moc"
