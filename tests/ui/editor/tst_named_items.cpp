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

using namespace tilldeck;
using namespace tilldeck::ui;
using checkout::Field;
using checkout::LineItem;
using test::EditorBench;

namespace {

checkout::Capabilities namedCapabilities()
{
    checkout::Capabilities can;
    can.providerName = QStringLiteral("Fairlead");
    can.inlineItems = can.lineItemsRequired = can.successUrl = can.returnUrl = true;
    can.modes = QStringLiteral("payment subscription").split(u' ');
    can.chargeCurrencies = QStringList{QStringLiteral("XOF")};
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
    draft.mode = QStringLiteral("subscription");
    draft.lineItems = {named(QStringLiteral("Basket"), test::amount(12500, "XOF"), 2),
                       named(QStringLiteral("Delivery"), test::amount(1500, "XOF"))};
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

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void twoItemsAreTypedWithTheKeyboardAlone()
    {
        EditorBench bench(blankDraft(), true, namedCapabilities());
        QVERIFY(!bench.find<QWidget>(QStringLiteral("Price")));
        QVERIFY(!bench.shows(QStringLiteral("Enter a name for this item.")));
        bench.screen().focusFirstField();
        const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
        const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
        type(QStringLiteral("Basket"));
        press(Qt::Key_Tab);
        type(QStringLiteral("2"));
        press(Qt::Key_Tab);
        type(QStringLiteral("12500"));
        press(Qt::Key_Return);
        // A blank line is taken before another is added.
        press(Qt::Key_Return);
        type(QStringLiteral("Delivery"));
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        type(QStringLiteral("1500"));

        const std::vector expected{named(QStringLiteral("Basket"), test::amount(12500, "XOF"), 2),
                                   named(QStringLiteral("Delivery"), test::amount(1500, "XOF"))};
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
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        EditorBench bench(basketDraft(), false, namedCapabilities());
        QWidget *wrong = cell(bench, row, Field(field));
        wrong->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QTest::keyClicks(QApplication::focusWidget(), text);
        bench.find<ChoiceField>(QStringLiteral("Currency of the items"))->setFocus();
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
        bench.type(cell(bench, 0, Field::Name), QStringLiteral("Basket"));
        QVERIFY(!bench.shows(QStringLiteral("Enter an amount above zero.")));
        bench.refresh();
        QVERIFY(bench.shows(QStringLiteral("Enter the amount of each item to see what the customer pays.")));
        QVERIFY(!bench.screen().canCreate());
        bench.screen().goToFirstProblem();
        QVERIFY(bench.shows(QStringLiteral("Enter an amount above zero.")));
        QCOMPARE(QApplication::focusWidget(), cell(bench, 0, Field::Amount));
    }

    void oneCurrencyHoldsForAllItems()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        EditorBench bench(basketDraft(), false, namedCapabilities());
        choose(bench, QStringLiteral("Currency of the items"), QStringLiteral("EUR"));
        // The same figures in another currency: nothing typed is lost.
        QCOMPARE(bench.draft().lineItems.front().unitAmount, test::amount(1250000));
        QCOMPARE(bench.screen().customerPays()->amount, test::amount(2650000));
        bench.type(cell(bench, 1, Field::Amount), QStringLiteral("15.50"));
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));
        choose(bench, QStringLiteral("Currency of the items"), QStringLiteral("XOF"));
        QVERIFY(bench.shows(QStringLiteral("XOF has no decimals. Type a whole amount.")));
        QVERIFY(!bench.screen().canCreate());
        choose(bench, QStringLiteral("Currency of the items"), QStringLiteral("eur"));
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));

        choose(bench, QStringLiteral("Currency of the items"), QStringLiteral("zzz"));
        QVERIFY(bench.shows(QStringLiteral("Type the three letters of a currency, for example NGN.")));
        QCOMPARE(bench.draft().lineItems.back().unitAmount, test::amount(1550));
    }

    void mixedCurrenciesOfAnImportedDraftAreMended()
    {
        auto draft = basketDraft();
        draft.lineItems.back().unitAmount = test::amount(1550, "EUR");
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.draft(), draft);
        QVERIFY(bench.shows(
            QStringLiteral("This amount is in EUR, the first item is in XOF. A session has one currency.")));
        QCOMPARE(bench.problem().field, Field::Amount);
        choose(bench, QStringLiteral("Currency of the items"), QStringLiteral("EUR"));
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
    }

    void amountsAreReadAsTheLanguageWritesThem()
    {
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        auto draft = basketDraft();
        for (LineItem &item : draft.lineItems)
            item.unitAmount = test::amount(123450);
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(qobject_cast<QLineEdit *>(cell(bench, 0, Field::Amount))->text(), QStringLiteral("1.234,50"));
        bench.type(cell(bench, 0, Field::Amount), QStringLiteral("9,9"));
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
        QCOMPARE(bench.find<SegmentedControl>(QStringLiteral("Kind"))->current(), 1);
        // A currency that was chosen before any amount is kept as well.
        EditorBench empty(blankDraft(), true, namedCapabilities());
        QCOMPARE(empty.draft().lineItems, blankDraft().lineItems);
        choose(empty, QStringLiteral("Currency of the items"), QStringLiteral("GHS"));
        EditorBench again(empty.editor().fullDraft(), false, namedCapabilities());
        again.type(cell(again, 0, Field::Amount), QStringLiteral("3"));
        QCOMPARE(again.draft().lineItems.front().unitAmount, test::amount(300, "GHS"));
    }

    void whatTheProviderHasNotIsNamed()
    {
        EditorBench bench(basketDraft(), false, namedCapabilities());
        QVERIFY(bench.shows(
            QStringLiteral("Not offered by Fairlead: %1.")
                .arg(QLocale().createSeparatedList({QStringLiteral("customer"), QStringLiteral("fallback tiers"),
                                                    QStringLiteral("processor route"), QStringLiteral("promotion code"),
                                                    QStringLiteral("coupon"), QStringLiteral("expiry"),
                                                    QStringLiteral("custom fields")}))));
        QVERIFY(!bench.find<QWidget>(QStringLiteral("Processor route")));
    }

    void aPriceFromAnotherAccountIsMarkedAndCanBeReplaced()
    {
        auto draft = blankDraft();
        draft.lineItems = {LineItem(QStringLiteral("price_annual_eur"), 1)};
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.problem().field, Field::Price);
        bench.press(QStringLiteral("Add item"));
        bench.type(QApplication::focusWidget(), QStringLiteral("Basket"));
        QCOMPARE(bench.draft().lineItems.back().name, QStringLiteral("Basket"));
    }
};

TILLDECK_TEST(NamedItemsTest)

} // namespace named_items_test

#include "tst_named_items.moc"
