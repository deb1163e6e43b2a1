// SPDX-License-Identifier: GPL-3.0-or-later
// Files as spreadsheets, shops and people write them.
#include "sheet_bench.h"
#include "support/runner.h"

#include <QStringEncoder>

namespace csv_file_test {

using namespace tilldeck;
using namespace tilldeck::sheets;
using namespace tilldeck::sheets::test;

namespace {

struct Read
{
    QList<QStringList> rows;
    QList<int> lines;
    QString failure;
    int failureLine = 0;
    Encoding encoding = Encoding::Utf8;
    char separator = '?';
};

Read read(const QByteArray &bytes, const CsvForm &form = {})
{
    const SheetFile file(bytes);
    auto opened = CsvFile::open(file.path(), form);
    if (!opened)
        qFatal("%s", qPrintable(opened.error()));
    Read found;
    found.encoding = opened->encoding();
    found.separator = opened->separator();
    while (const auto record = opened->next()) {
        found.rows << record->cells;
        found.lines << record->line;
    }
    if (const auto &failure = opened->failure()) {
        found.failure = failure->sentence;
        found.failureLine = failure->line;
    }
    return found;
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

class CsvFileTest : public QObject
{
    Q_OBJECT

private slots:
    void theSeparatorIsFoundOrChosen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("separator");
        QTest::addColumn<char>("chosen");
        QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << ',' << '\0';
        QTest::newRow("semicolon with decimal commas") << QByteArray("a;b;c\n1,5;2,5;3,5\n") << ';' << '\0';
        QTest::newRow("tab") << QByteArray("a\tb\tc\n1,5\t2\t3\n") << '\t' << '\0';
        QTest::newRow("below a line of words, with commas")
            << QByteArray("Orders, October, 2026\na;b;c;d\n1;2;3;4\n") << ';' << '\0';
        QTest::newRow("commas in quotes are none") << QByteArray("\"a,b,c,d\";e\n\"f,g,h,i\";j\n") << ';' << '\0';
        QTest::newRow("one column") << QByteArray("a\n1\n") << ',' << '\0';
        QTest::newRow("chosen") << QByteArray("a;b;c\n1;2,5;3\n") << ',' << ',';
    }
    void theSeparatorIsFoundOrChosen()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const char, separator);
        QFETCH(const char, chosen);
        CsvForm form;
        if (chosen != '\0')
            form.separator = chosen;
        QCOMPARE(read(bytes, form).separator, separator);
    }

    void quotesKeepWhatStandsBetweenThem()
    {
        const Read found = read("name;note\r\n\"Miller; Sons\";\"She said \"\"yes\"\"\"\r\n\"two\r\nlines\";x\r\n");
        QCOMPARE(found.rows.at(1), (QStringList{u"Miller; Sons"_s, u"She said \"yes\""_s}));
        QCOMPARE(found.rows.at(2), (QStringList{u"two\nlines"_s, u"x"_s}));
        QVERIFY(found.failure.isEmpty());
    }

    void aRowKnowsItsLineAndEmptyLinesAreLeftOut()
    {
        for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r")}) {
            QByteArray bytes = "a,b\n\n1,\"x\ny\"\n,\n  \n2,z";
            bytes.replace('\n', end);
            const Read found = read(bytes);
            QCOMPARE(found.lines, (QList<int>{1, 3, 7}));
            QCOMPARE(found.rows.last(), (QStringList{u"2"_s, u"z"_s}));
        }
    }

    void theEncodingIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        const QString text = u"Stück;Währung\nKäse;€\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << int(Encoding::Utf8);
        QTest::newRow("UTF-8 with its mark") << "\xEF\xBB\xBF" + text.toUtf8() << int(Encoding::Utf8);
        QTest::newRow("UTF-16 with its mark")
            << utf16(text, QStringConverter::Utf16LE, true) << int(Encoding::Utf16LittleEndian);
        QTest::newRow("UTF-16 with its mark, the other way round")
            << utf16(text, QStringConverter::Utf16BE, true) << int(Encoding::Utf16BigEndian);
        QTest::newRow("UTF-16 without a mark")
            << utf16(text, QStringConverter::Utf16LE, false) << int(Encoding::Utf16LittleEndian);
        QTest::newRow("Windows-1252") << QByteArray("St\xFC"
                                                    "ck;W\xE4hrung\nK\xE4se;\x80\n")
                                      << int(Encoding::Windows1252);
    }
    void theEncodingIsFound()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, encoding);
        const Read found = read(bytes);
        QCOMPARE(int(found.encoding), encoding);
        QCOMPARE(found.rows, (QList<QStringList>{{u"Stück"_s, u"Währung"_s}, {u"Käse"_s, u"€"_s}}));
    }

    void aCharacterThatIsNoUtf8FarBelowIsSeen()
    {
        QByteArray bytes;
        for (int i = 0; i < 200'000; ++i)
            bytes += "plain;text\n";
        const Read found = read(bytes + "K\xE4se;x\n");
        QCOMPARE(int(found.encoding), int(Encoding::Windows1252));
        QCOMPARE(found.rows.last().first(), u"Käse"_s);
        QCOMPARE(found.rows.size(), 200'001);
    }

    void aQuotationMarkThatClosesNothingSwallowsNoRow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("never closed") << QByteArray("a,b\n1,\"x\n2,y\n3,z\n") << 2;
        QTest::newRow("closed by that of a later row") << QByteArray("a,b\n1,\"x\n2,y\n3,\"z\"\n") << 2;
        QTest::newRow("in the middle") << QByteArray("a,b\n1,2\" pipe\n2,y\n") << 2;
        QTest::newRow("behind one that closes") << QByteArray("a,b\n1,\"x\"y\n2,y\n") << 2;
    }
    void aQuotationMarkThatClosesNothingSwallowsNoRow()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, line);
        const Read found = read(bytes);
        QCOMPARE(found.failureLine, line);
        QVERIFY(found.failure.contains(u"quotation mark"_s));
        QCOMPARE(found.rows.size(), 1);
    }

    void whatIsNoFileIsRefused()
    {
        QVERIFY(!CsvFile::open(u"/nowhere/at-all.csv"_s, {}));
        QVERIFY(!CsvFile::open(QDir::tempPath(), {}));
        QVERIFY(!CsvFile::open(u"/dev/null"_s, {}));
        QVERIFY(read(QByteArray()).rows.isEmpty());
    }
};

TILLDECK_TEST(CsvFileTest)

} // namespace csv_file_test

#include "tst_csv_file.moc"
