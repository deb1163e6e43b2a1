// SPDX-License-Identifier: GPL-3.0-or-later
// Items with a name and an amount of their own, for providers without a catalog.
#include "editor_bench.h"
#include "money/format.h"
#include "support/runner.h"
#include "ui/editor/line_row.h"
#include "ui/forms/choice_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QTest>

namespace named_items_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::ui;
using checkout::Field;
using checkout::LineItem;
using test::EditorBench;

namespace {

checkout::Capabilities namedCapabilities()
{
    checkout::Capabilities can;
    can.providerName = u"Fairlead"_s;
    can.fields = {Field::Mode, Field::LineItems, Field::Name, Field::SuccessUrl, Field::ReturnUrl};
    can.needed = {Field::LineItems};
    can.modes = u"payment subscription"_s.split(u' ');
    can.chargeCurrencies = QStringList{u"XOF"_s};
    return can;
}

LineItem named(const QString &name, const money::Money &unit, qint64 quantity = 1)
{
    LineItem item({}, quantity);
    item.name = name;
    item.unitAmount = unit;
    return item;
}

checkout::SessionDraft blankDraft()
{
    checkout::SessionDraft draft;
    draft.lineItems.emplace_back();
    return draft;
}

checkout::SessionDraft basketDraft()
{
    checkout::SessionDraft draft;
    draft.mode = u"subscription"_s;
    draft.lineItems = {named(u"Basket"_s, test::amount(12500, "XOF"), 2),
                       named(u"Delivery"_s, test::amount(1500, "XOF"))};
    return draft;
}

QWidget *cell(const EditorBench &bench, int row, Field field)
{
    return const_cast<EditorBench &>(bench).screen().findChildren<LineRow *>().at(row)->field(field);
}

void choose(const EditorBench &bench, const QString &field, const QString &code)
{
    auto *picker = bench.find<ChoiceField>(field);
    QVERIFY(picker);
    picker->setFocus();
    QTest::keyClicks(picker, code.left(1));
    auto *search = QApplication::activePopupWidget()->findChild<QLineEdit *>();
    search->setText(code);
    QTest::keyClick(search, Qt::Key_Return);
    if (QApplication::activePopupWidget()) // it is in no list, and is meant all the same
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

bool showsAmount(EditorBench &bench, const money::Money &amount)
{
    for (auto *label : bench.screen().findChildren<AmountLabel *>()) {
        if (label->isVisible() && label->amount() == amount)
            return true;
    }
    return false;
}

} // namespace

class NamedItemsTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void twoItemsAreTypedWithTheKeyboardAlone()
    {
        EditorBench bench(blankDraft(), true, namedCapabilities());
        QVERIFY(!bench.find<QWidget>(u"Price"_s));
        QVERIFY(!bench.shows(u"Enter a name for this item."_s));
        bench.screen().focusFirstField();
        const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
        const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
        type(u"Basket"_s);
        press(Qt::Key_Tab);
        type(u"2"_s);
        press(Qt::Key_Tab);
        type(u"12500"_s);
        press(Qt::Key_Return);
        // A blank line is taken before another is added.
        press(Qt::Key_Return);
        type(u"Delivery"_s);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        type(u"1500"_s);

        const std::vector expected{named(u"Basket"_s, test::amount(12500, "XOF"), 2),
                                   named(u"Delivery"_s, test::amount(1500, "XOF"))};
        QCOMPARE(bench.draft().lineItems, expected);
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        QCOMPARE(bench.screen().customerPays()->amount, test::amount(26500, "XOF"));
        QCOMPARE(bench.screen().customerPays()->certainty, checkout::Certainty::Exact);
        bench.refresh();
        QVERIFY(showsAmount(bench, test::amount(25000, "XOF")));
        QVERIFY(showsAmount(bench, test::amount(26500, "XOF")));

        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(bench.draft().lineItems.front(), expected.back());
    }

    void aRefusedCreateGoesToTheFirstWrongCell_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no name") << 0 << int(Field::Name) << " " << "Enter a name for this item.";
        QTest::newRow("no amount") << 0 << int(Field::Amount) << "" << "Enter an amount above zero.";
        QTest::newRow("zero") << 1 << int(Field::Amount) << "0" << "Enter an amount above zero.";
        QTest::newRow("decimals of francs")
            << 1 << int(Field::Amount) << "12.50" << "XOF has no decimals. Type a whole amount.";
        QTest::newRow("a word") << 1 << int(Field::Amount) << "ten" << "Type an amount, for example 1,250.";
        QTest::newRow("less than nothing") << 1 << int(Field::Amount) << "-5" << "Enter an amount above zero.";
        QTest::newRow("quantity 0") << 1 << int(Field::Quantity) << "0" << "Enter a quantity of 1 or more.";
    }
    void aRefusedCreateGoesToTheFirstWrongCell()
    {
        QFETCH(int, row);
        QFETCH(int, field);
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        QLocale::setDefault(QLocale(u"en_US"_s));
        EditorBench bench(basketDraft(), false, namedCapabilities());
        QWidget *wrong = cell(bench, row, Field(field));
        wrong->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTest::keyClicks(QApplication::focusWidget(), text);
        bench.find<ChoiceField>(u"Currency of the items"_s)->setFocus();
        QVERIFY(!bench.screen().canCreate());
        bench.screen().goToFirstProblem();
        QVERIFY(wrong->hasFocus() || wrong->isAncestorOf(QApplication::focusWidget()));
        QVERIFY2(bench.shows(sentence), qPrintable(bench.sentences()));
        QVERIFY(wrong->property("error").toBool());
        QVERIFY(!cell(bench, 1 - row, Field(field))->property("error").toBool());
        if (auto *edit = qobject_cast<QLineEdit *>(wrong))
            QCOMPARE(edit->text(), text);
    }

    void aFreshLineIsNotComplainedAboutWhileItIsTyped()
    {
        EditorBench bench(blankDraft(), true, namedCapabilities());
        bench.type(cell(bench, 0, Field::Name), u"Basket"_s);
        QVERIFY(!bench.shows(u"Enter an amount above zero."_s));
        bench.refresh();
        QVERIFY(bench.shows(u"Enter the amount of each item to see what the customer pays."_s));
        QVERIFY(!bench.screen().canCreate());
        bench.screen().goToFirstProblem();
        QVERIFY(bench.shows(u"Enter an amount above zero."_s));
        QCOMPARE(QApplication::focusWidget(), cell(bench, 0, Field::Amount));
    }

    void oneCurrencyHoldsForAllItems()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        EditorBench bench(basketDraft(), false, namedCapabilities());
        choose(bench, u"Currency of the items"_s, u"EUR"_s);
        // The same figures in another currency: nothing typed is lost.
        QCOMPARE(bench.draft().lineItems.front().unitAmount, test::amount(1250000));
        QCOMPARE(bench.screen().customerPays()->amount, test::amount(2650000));
        bench.type(cell(bench, 1, Field::Amount), u"15.50"_s);
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));
        choose(bench, u"Currency of the items"_s, u"XOF"_s);
        QVERIFY(bench.shows(u"XOF has no decimals. Type a whole amount."_s));
        QVERIFY(!bench.screen().canCreate());
        choose(bench, u"Currency of the items"_s, u"eur"_s);
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));

        choose(bench, u"Currency of the items"_s, u"zzz"_s);
        QVERIFY(bench.shows(u"Type the three letters of a currency, for example NGN."_s));
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));
    }

    void mixedCurrenciesOfAnImportedDraftAreMended()
    {
        auto draft = basketDraft();
        draft.lineItems.back().unitAmount = test::amount(1550, "EUR");
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.draft(), draft);
        QVERIFY(bench.shows(u"This amount is in EUR, the first item is in XOF. A session has one currency."_s));
        QCOMPARE(bench.problem().field, Field::Amount);
        choose(bench, u"Currency of the items"_s, u"EUR"_s);
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
    }

    void amountsAreReadAsTheLanguageWritesThem()
    {
        QLocale::setDefault(QLocale(u"de_DE"_s));
        auto draft = basketDraft();
        for (LineItem &item : draft.lineItems)
            item.unitAmount = test::amount(123450);
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(qobject_cast<QLineEdit *>(cell(bench, 0, Field::Amount))->text(), u"1.234,50"_s);
        bench.type(cell(bench, 0, Field::Amount), u"9,9"_s);
        QCOMPARE(bench.draft().lineItems.front().unitAmount, test::amount(990));
    }

    void aSavedDraftOpensAsItWas()
    {
        const auto draft = basketDraft();
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.draft(), draft);
        QCOMPARE(bench.editor().fullDraft(), draft);
        QCOMPARE(qobject_cast<QLineEdit *>(cell(bench, 0, Field::Amount))->text(),
                 money::formatAmount(test::amount(12500, "XOF"), QLocale()));
        QCOMPARE(bench.find<SegmentedControl>(u"Kind"_s)->current(), 1);
        // A currency that was chosen before any amount is kept as well.
        EditorBench empty(blankDraft(), true, namedCapabilities());
        QCOMPARE(empty.draft().lineItems, blankDraft().lineItems);
        choose(empty, u"Currency of the items"_s, u"GHS"_s);
        EditorBench again(empty.editor().fullDraft(), false, namedCapabilities());
        again.type(cell(again, 0, Field::Amount), u"3"_s);
        QCOMPARE(again.draft().lineItems.front().unitAmount, test::amount(300, "GHS"));
    }

    void whatTheProviderHasNotIsNamed()
    {
        EditorBench bench(basketDraft(), false, namedCapabilities());
        QVERIFY(bench.shows(u"Not offered by Fairlead: %1."_s.arg(
            QLocale().createSeparatedList({u"customer"_s, u"fallback tiers"_s, u"processor route"_s,
                                           u"promotion code"_s, u"coupon"_s, u"expiry"_s, u"custom fields"_s}))));
        QVERIFY(!bench.find<QWidget>(u"Processor route"_s));
    }

    void aPriceFromAnotherAccountIsMarkedAndCanBeReplaced()
    {
        auto draft = blankDraft();
        draft.lineItems = {LineItem(u"price_annual_eur"_s, 1)};
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.problem().field, Field::Price);
        bench.press(u"Add item"_s);
        bench.type(QApplication::focusWidget(), u"Basket"_s);
        QCOMPARE(bench.draft().lineItems.back().name, u"Basket"_s);
    }
};

TILLDECK_TEST(NamedItemsTest)

} // namespace named_items_test

#include "tst_named_items.moc"
