// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the cells of a file.
#include "sheet_bench.h"
#include "support/runner.h"

namespace sheet_test {

using namespace tilldeck;
using namespace tilldeck::sheets;
using namespace tilldeck::sheets::test;
using checkout::Field;

namespace {

money::Money eur(qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(u"EUR"_s)};
}

QStringList targetsOf(const Sheet &sheet)
{
    QStringList names;
    for (const SheetColumn &column : sheet.columns())
        names << (column.target ? column.target->name : QString());
    return names;
}

checkout::Capabilities with(checkout::FieldSet fields)
{
    checkout::Capabilities can;
    can.fields = fields;
    return can;
}

} // namespace

class SheetTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTextOfADraftIsATarget()
    {
        for (const checkout::DraftField &row : checkout::draftFields()) {
            if (!row.text)
                continue;
            const auto target = targetNamed(QString(row.path).replace(u'.', u'_'));
            QVERIFY2(target && target->field == row.field, row.path.data());
        }
        for (const QString &name : targetNames())
            QVERIFY2(targetNamed(QString(name).replace(u"NAME"_s, u"x"_s)), qPrintable(name));
        QVERIFY(!targetNamed(u"item_0_amount"_s));
        QVERIFY(!targetNamed(u"custom_fields."_s));
        QVERIFY(!targetNamed(u"nothing"_s));
    }

    void titlesAreKnownByTheirWords()
    {
        const checkout::FieldSet ofItems{Field::LineItems, Field::Name,      Field::CustomerEmail,
                                         Field::Customer,  Field::Reference, Field::Amount};
        const Sheet german = opened(SheetFile("E-Mail-Adresse;Artikel;Betrag;W\xC3\xA4hrung;Menge;Bestellnummer;Sonst\n"
                                              "a@b.de;Buch;10;EUR;1;R1;x\n"),
                                    {}, with(ofItems));
        QCOMPARE(targetsOf(german), (QStringList{u"customer_email"_s, u"item_name"_s, u"item_amount"_s,
                                                 u"item_currency"_s, u"item_quantity"_s, u"reference"_s, QString()}));
        const Sheet english =
            opened(SheetFile("Email,Total amount,Currency,Success URL,custom_fields.Order\nx,1,EUR,u,v\n"), {},
                   with({Field::Pricing, Field::CustomerEmail}));
        QCOMPARE(targetsOf(english), (QStringList{u"customer_email"_s, u"pricing"_s, u"pricing_currency"_s, QString(),
                                                  u"custom_fields.Order"_s}));
    }

    void aChosenTargetStandsAboveTheWords()
    {
        SheetChoices choices;
        choices.targets = {{u"Kunde"_s, u"customer_email"_s}, {u"E-Mail"_s, QString()}};
        const Sheet sheet = opened(SheetFile("Kunde;E-Mail\na@b.de;c@d.de\n"), choices);
        QCOMPARE(targetsOf(sheet), (QStringList{u"customer_email"_s, QString()}));
        QVERIFY(sheet.problems().empty());
        choices.targets.insert(u"Nirgends"_s, u"reference"_s);
        const Sheet missing = opened(SheetFile("Kunde;E-Mail\na@b.de;c@d.de\n"), choices);
        QCOMPARE(missing.problems().size(), size_t(1));
        QCOMPARE(missing.problems().front().column, u"Nirgends"_s);
    }

    void twoColumnsForOneFieldAreAProblem()
    {
        const Sheet sheet = opened(SheetFile("E-Mail;Mail\na@b.de;c@d.de\n"));
        QCOMPARE(sheet.problems().size(), size_t(1));
        QCOMPARE(sheet.problems().front().column, u"Mail"_s);
        QCOMPARE(opened(SheetFile("foo;bar\n1;2\n")).problems().size(), size_t(1));
    }

    void titlesAreFoundBelowOtherLines()
    {
        const QByteArray bytes = "Export of the shop;;\nOctober 2026;;\n\nE-Mail;Reference;Note\na@b.de;R1;n\n";
        Sheet sheet = opened(SheetFile(bytes));
        QCOMPARE(sheet.titleLine(), 4);
        const auto rows = rowsOf(sheet);
        QCOMPARE(rows.size(), size_t(1));
        QCOMPARE(rows.front().line, 5);
        QCOMPARE(rows.front().draft.customer.email, u"a@b.de"_s);
        SheetChoices choices;
        choices.titlesInLine = 4;
        QCOMPARE(opened(SheetFile(bytes), choices).titleLine(), 4);
        choices.titlesInLine = 3;
        QVERIFY(!opened(SheetFile(bytes), choices).problems().empty());
    }

    void aRowIsADraft()
    {
        Sheet sheet = opened(SheetFile(
            "customer_email;item_name;item_amount;item_currency;item_quantity;item_2_price_id;item_2_quantity;"
            "expires_in_hours;promotion_code;custom_fields.order;metadata.shop;success_url\n"
            "a@b.de;Book;12.50;EUR;2;price_x;3;48;SPRING;4711;north;https://x.example/{CHECKOUT_SESSION_ID}\n"));
        const auto rows = rowsOf(sheet);
        QCOMPARE(rows.size(), size_t(1));
        const SheetRow &row = rows.front();
        QVERIFY2(row.problems.empty(), row.problems.empty() ? "" : qPrintable(row.problems.front().sentence));
        checkout::SessionDraft expected;
        expected.customer.email = u"a@b.de"_s;
        checkout::LineItem book;
        book.name = u"Book"_s;
        book.unitAmount = eur(1250);
        book.quantity = 2;
        expected.lineItems = {book, checkout::LineItem(u"price_x"_s, 3)};
        expected.expiresInHours = 48;
        expected.promotionCode = u"SPRING"_s;
        expected.customFields = {checkout::CustomField(u"order"_s, u"4711"_s)};
        expected.metadata = {checkout::CustomField(u"shop"_s, u"north"_s)};
        expected.successUrl = u"https://x.example/{CHECKOUT_SESSION_ID}"_s;
        QCOMPARE(row.draft, expected);
    }

    void whatAllRowsHaveIsChangedByTheirCells()
    {
        SheetChoices choices;
        choices.base.mode = u"payment"_s;
        choices.base.lineItems = {checkout::LineItem(u"price_x"_s, 1)};
        Sheet sheet = opened(SheetFile("Anzahl;E-Mail\n3;a@b.de\n;c@d.de\n"), choices);
        const auto rows = rowsOf(sheet);
        QCOMPARE(rows.at(0).draft.lineItems, std::vector{checkout::LineItem(u"price_x"_s, 3)});
        QCOMPARE(rows.at(1).draft.lineItems, std::vector{checkout::LineItem(u"price_x"_s, 1)});
        QCOMPARE(rows.at(1).draft.mode, u"payment"_s);
    }

    void anAmountIsNeverGuessed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<qint64>("minorUnits"); // -1: a problem
        const auto row = [](const char *text, Decimals decimals, qint64 minorUnits) {
            const QByteArray name = QByteArray(text) + ' ' + QByteArray::number(int(decimals));
            QTest::newRow(name.constData()) << QString::fromLatin1(text) << int(decimals) << minorUnits;
        };
        row("1200", Decimals::Unsaid, 120000);
        row("12.50", Decimals::Unsaid, 1250);
        row("12,50", Decimals::Unsaid, 1250);
        row("1.250,00", Decimals::Unsaid, 125000);
        row("1,250.00", Decimals::Unsaid, 125000);
        row("1,250", Decimals::Unsaid, -1);
        row("1.250", Decimals::Unsaid, -1);
        row("1,250", Decimals::Point, 125000);
        row("1.250", Decimals::Comma, 125000);
        row("1,250", Decimals::Comma, -1);
        row("12.50", Decimals::Comma, -1);
        row("12,50", Decimals::Comma, 1250);
        row("12,50", Decimals::Point, -1);
        row("twelve", Decimals::Unsaid, -1);
        row("12.505", Decimals::Unsaid, -1);
        row("12.50 USD", Decimals::Unsaid, -1);
        row("12.50 EUR", Decimals::Unsaid, 1250);
    }
    void anAmountIsNeverGuessed()
    {
        QFETCH(const QString, text);
        QFETCH(const int, decimals);
        QFETCH(const qint64, minorUnits);
        SheetChoices choices;
        choices.decimals = Decimals(decimals);
        Sheet sheet = opened(SheetFile("pricing;pricing_currency\n\"" + text.toUtf8() + "\";EUR\n"), choices);
        const auto rows = rowsOf(sheet);
        const SheetRow &row = rows.at(0);
        QCOMPARE(row.problems.size(), size_t(minorUnits < 0 ? 1 : 0));
        if (minorUnits >= 0) {
            QCOMPARE(row.draft.pricing, eur(minorUnits));
        } else {
            QVERIFY(!row.draft.pricing);
            QCOMPARE(row.problems.front().line, 2);
            QCOMPARE(row.problems.front().column, u"pricing"_s);
            QCOMPARE(row.problems.front().text, text);
        }
    }

    void anAmountNeedsItsCurrency()
    {
        SheetChoices choices;
        Sheet without = opened(SheetFile("pricing\n12.50\n12.50 EUR\n"), choices);
        const auto rows = rowsOf(without);
        QCOMPARE(rows.at(0).problems.size(), size_t(1));
        QCOMPARE(rows.at(1).draft.pricing, eur(1250));
        choices.currency = money::Currency::fromCode(u"EUR"_s);
        Sheet chosen = opened(SheetFile("pricing\n12.50\n"), choices);
        QCOMPARE(rowsOf(chosen).at(0).draft.pricing, eur(1250));
    }

    void aProblemStandsOnItsCell()
    {
        Sheet sheet = opened(SheetFile("E-Mail;item_price_id;item_2_price_id;Anzahl\nx;;price_2;2,5\n"));
        const auto rows = rowsOf(sheet);
        QCOMPARE(rows.front().problems,
                 (std::vector{
                     CellProblem{2, u"Anzahl"_s, u"2,5"_s, u"This is no whole number. Write it in digits alone."_s}}));
        // Its first line item is that of the third column.
        const CellProblem placed = sheet.placed(rows.front(), checkout::Problem(Field::Price, u"Choose."_s, 0, 0));
        QCOMPARE(placed, (CellProblem{2, u"item_2_price_id"_s, u"price_2"_s, u"Choose."_s}));
        const CellProblem email = sheet.placed(rows.front(), checkout::Problem(Field::CustomerEmail, u"Mend."_s));
        QCOMPARE(email, (CellProblem{2, u"E-Mail"_s, u"x"_s, u"Mend."_s}));
        const CellProblem none = sheet.placed(rows.front(), checkout::Problem(Field::SuccessUrl, u"Missing."_s));
        QCOMPARE(none.text, QString());
        QVERIFY(!none.column.isEmpty());
    }

    void aRowWithAnotherNumberOfCellsIsAProblem()
    {
        Sheet sheet = opened(SheetFile("E-Mail;Reference\na;b;c\na\na;b;;\n"));
        const auto rows = rowsOf(sheet);
        QCOMPARE(rows.at(0).problems.size(), size_t(1));
        QCOMPARE(rows.at(1).problems.size(), size_t(1));
        QVERIFY(rows.at(2).problems.empty());
    }

    void whatCannotBeReadAnyMoreIsSaid()
    {
        Sheet sheet = opened(SheetFile("E-Mail;Reference\na;b\nc;\"d\ne;f\n"));
        QCOMPARE(rowsOf(sheet).size(), size_t(1));
        QCOMPARE(sheet.problems().size(), size_t(1));
        QCOMPARE(sheet.problems().front().line, 3);
        CsvForm form;
        form.encoding = Encoding::Utf8;
        SheetChoices choices;
        choices.form = form;
        Sheet wrong = opened(SheetFile("E-Mail;Reference\nK\xE4se;b\n"), choices);
        const auto rows = rowsOf(wrong);
        QCOMPARE(rows.front().problems.front().column, u"E-Mail"_s);
    }
};

TILLDECK_TEST(SheetTest)

} // namespace sheet_test

#include "tst_sheet.moc"
