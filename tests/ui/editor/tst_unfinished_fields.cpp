// SPDX-License-Identifier: GPL-3.0-or-later
// What is not filled in yet, or filled in wrongly, is no item, no customer and no figure.
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/editor/line_row.h"
#include "ui/editor/preview/preview_panel.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/choice_popup.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace unfinished_fields_test {

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
    can.fields = {Field::LineItems, Field::Name};
    can.needed = {Field::LineItems};
    can.chargeCurrencies = QStringList{u"XOF"_s};
    return can;
}

LineItem named(const QString &name)
{
    LineItem item;
    item.name = name;
    item.unitAmount = test::amount(500, "XOF");
    return item;
}

} // namespace

class UnfinishedFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void anAmountOfTwoReadingsIsSaidWhereverItIsTyped()
    {
        const QString said = u"This is read as 1,250.000\u00a0KWD, and not as 1.250\u00a0KWD."_s;
        EditorBench charge(test::chargeDraft(), false, test::chargeCapabilities());
        TypedAmount typed;
        typed.text = u"1,250"_s;
        typed.currency = u"KWD"_s;
        charge.editor().setPricing(typed);
        QVERIFY(charge.shows(said.simplified()));
        typed.text = u"1,250.000"_s;
        charge.editor().setPricing(typed);
        QVERIFY(!charge.shows(said.simplified()));

        checkout::SessionDraft draft;
        draft.lineItems = {named(u"Tea"_s)};
        draft.lineItems.front().unitAmount = test::amount(500, "KWD");
        EditorBench items(draft, false, namedCapabilities());
        auto *price = items.find<QLineEdit>(u"Unit price"_s);
        items.type(price, u"1,250"_s);
        QVERIFY(items.showsPart(said));
        items.type(price, u"1,250.000"_s);
        QVERIFY(!items.showsPart(said));
    }

    void anUntouchedRowIsNoItem()
    {
        checkout::SessionDraft draft;
        draft.lineItems = {named(u"Tea"_s), LineItem()};
        EditorBench bench(draft, false, namedCapabilities());
        bench.editor().makeAllDue();
        bench.refresh();
        QCOMPARE(bench.screen().findChildren<LineRow *>().size(), 2);
        QVERIFY2(bench.screen().problems().empty(), qPrintable(bench.sentences()));
        QVERIFY(bench.createButton()->isEnabled());
        // Nor in what is kept and sent.
        QCOMPARE(bench.draft().lineItems.size(), size_t(1));
        QCOMPARE(bench.editor().fullDraft().lineItems.size(), size_t(1));
    }

    void theOnlyRowIsAskedFor()
    {
        checkout::SessionDraft draft;
        draft.lineItems = {LineItem(), LineItem()};
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.draft().lineItems.size(), size_t(1));
        QVERIFY(!bench.createButton()->isEnabled());
    }

    void aProblemStandsAtItsRowBelowOneThatIsNoItem()
    {
        LineItem nameless = named({});
        checkout::SessionDraft draft;
        draft.lineItems = {LineItem(), nameless};
        EditorBench bench(draft, false, namedCapabilities());
        QCOMPARE(bench.screen().problems().size(), size_t(1));
        QCOMPARE(bench.problem().field, Field::Name);
        QCOMPARE(bench.problem().index, 1);
    }

    void whatIsNoWholeNumberStaysAsTypedAndIsRefused()
    {
        EditorBench bench(test::sampleDraft());
        const auto refuses = [&bench](Field field) {
            return std::ranges::any_of(bench.screen().problems(),
                                       [field](const auto &one) { return one.field == field; });
        };
        for (const QString &typed : {u"1e3"_s, u"3a"_s, u"1f"_s}) {
            auto *quantity = bench.find<NumberField>(u"Quantity"_s);
            bench.type(quantity, typed);
            QCOMPARE(quantity->typed(), typed);
            QVERIFY(refuses(Field::Quantity));
            bench.type(quantity, u"3"_s);
            QVERIFY(!refuses(Field::Quantity));
            auto *hours = bench.find<NumberField>(u"Expires after, in hours"_s);
            bench.type(hours, typed);
            QCOMPARE(hours->typed(), typed);
            QVERIFY(refuses(Field::Expiry));
            QVERIFY(!bench.createButton()->isEnabled());
            bench.type(hours, u"48"_s);
            QVERIFY(!refuses(Field::Expiry));
        }
    }

    void noDigitOfAQuantityOrAnAmountIsHidden_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto *typed : {"1000", "12345", "2147483647"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void noDigitOfAQuantityOrAnAmountIsHidden()
    {
        QFETCH(const QString, typed);
        EditorBench bench(test::sampleDraft(), false, test::allCapabilities(), {960, 600});
        auto *quantity = bench.find<NumberField>(u"Quantity"_s);
        bench.type(quantity, typed);
        QCoreApplication::processEvents();
        const auto *edit = quantity->findChild<QLineEdit *>();
        QVERIFY2(edit->width() >= edit->fontMetrics().horizontalAdvance(typed) + 4, qPrintable(typed));
        for (const auto *row : bench.screen().findChildren<LineRow *>()) {
            for (const auto *amount : row->findChildren<AmountLabel *>())
                QVERIFY2(amount->width() >= amount->sizeHint().width(), qPrintable(amount->text()));
        }
    }

    void noDigitOfATypedPriceIsHidden()
    {
        LineItem item = named(u"Tea, from the garden behind the house"_s);
        item.unitAmount = test::amount(123456789012, "XOF");
        checkout::SessionDraft draft;
        draft.lineItems = {item};
        EditorBench bench(draft, false, namedCapabilities(), {960, 600});
        QCoreApplication::processEvents();
        const auto *unit = bench.find<QLineEdit>(u"Unit price"_s);
        QVERIFY(unit->width() >= unit->fontMetrics().horizontalAdvance(unit->text()) + 12);
        for (const auto *row : bench.screen().findChildren<LineRow *>())
            for (const auto *amount : row->findChildren<AmountLabel *>())
                QVERIFY2(amount->width() >= amount->sizeHint().width(), qPrintable(amount->text()));
    }

    void figuresOfBeforeSayThatTheyAre()
    {
        EditorBench bench(test::sampleDraft());
        const auto before = bench.screen().customerPays();
        QVERIFY(before && before->amount.minorUnits() > 0);
        auto *quantity = bench.find<NumberField>(u"Quantity"_s);
        quantity->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QVERIFY(!bench.createButton()->isEnabled());
        QCOMPARE(bench.screen().customerPays()->amount, before->amount);
        QCoreApplication::processEvents();
        QVERIFY(bench.showsPart(u"The figures below are still the earlier ones."_s));
        const auto amounts = bench.screen().findChild<PreviewPanel *>()->findChildren<AmountLabel *>();
        QVERIFY(!amounts.isEmpty());
        for (const auto *amount : amounts)
            QVERIFY(amount->isStale());
        // What the footer repeats is no newer.
        QVERIFY(bench.screen().findChild<EditorFooter *>()->findChild<AmountLabel *>()->isStale());
        bench.type(quantity, u"2"_s);
        QVERIFY(!bench.screen().findChild<EditorFooter *>()->findChild<AmountLabel *>()->isStale());
    }

    void theFocusComesBackAfterACreationThatFailed()
    {
        EditorBench bench(test::sampleDraft());
        auto *quantity = bench.find<NumberField>(u"Quantity"_s);
        quantity->setFocus();
        const QWidget *before = QApplication::focusWidget();
        bench.screen().setBusy(true);
        bench.screen().setBusy(false);
        QCOMPARE(QApplication::focusWidget(), before);
        bench.createButton()->setFocus();
        bench.screen().setBusy(true);
        bench.screen().setBusy(false);
        QCOMPARE(QApplication::focusWidget(), bench.createButton());
    }

    void aTextThatIsNoCustomerIsUsedByChoiceOnly()
    {
        EditorBench bench(test::sampleDraft());
        const QString before = bench.draft().customer.id;
        QVERIFY(!before.isEmpty());
        auto *customer = bench.find<ChoiceField>(u"Customer"_s);
        customer->setFocus();
        QTest::keyClicks(customer, u"2"_s);
        auto *search = QApplication::activePopupWidget()->findChild<QLineEdit *>();
        search->setText(u"24.90"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.draft().customer.id, before);
        QPointer<QWidget> popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup || !popup->isVisible());
        QCOMPARE(bench.draft().customer.id, before);

        QTest::keyClicks(customer, u"c"_s);
        search = QApplication::activePopupWidget()->findChild<QLineEdit *>();
        search->setText(u"cus_elsewhere"_s);
        QTest::keyClick(search, Qt::Key_Return);
        for (auto *button : QApplication::activePopupWidget()->findChildren<QAbstractButton *>()) {
            if (button->text().contains(u"cus_elsewhere"_s)) {
                QTest::mouseClick(button, Qt::LeftButton);
                break;
            }
        }
        QCOMPARE(bench.draft().customer.id, u"cus_elsewhere"_s);
        QVERIFY2(customer->toolTip().contains(u"not in the list"_s), qPrintable(customer->toolTip()));
    }

    void theHeadsOfTheColumnsStandOverThemFromRightToLeft()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        EditorBench bench(test::sampleDraft(), false, test::allCapabilities(), {960, 600});
        const auto placeOf = [&bench](const QWidget *widget) {
            return QRect(widget->mapTo(&bench.screen(), QPoint()), widget->size());
        };
        const QLabel *item = nullptr, *quantity = nullptr;
        for (const auto *label : bench.screen().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == u"Item"_s)
                item = label;
            if (label->isVisible() && label->text() == u"Quantity"_s)
                quantity = label;
        }
        QVERIFY(item && quantity);
        const QRect price = placeOf(bench.find<ChoiceField>(u"Price"_s));
        const QRect number = placeOf(bench.find<NumberField>(u"Quantity"_s));
        QVERIFY(placeOf(item).right() <= price.right() + 4 && placeOf(item).left() >= price.left() - 4);
        const auto said = [&placeOf](const QWidget *widget, const QRect &place) {
            return u"%1 to %2, over %3 to %4"_s.arg(placeOf(widget).left())
                .arg(placeOf(widget).right())
                .arg(place.left())
                .arg(place.right());
        };
        QVERIFY2(placeOf(quantity).right() < placeOf(item).left() && placeOf(quantity).right() >= number.left() &&
                     placeOf(quantity).left() <= number.right(),
                 qPrintable(said(quantity, number)));
    }

    void twoRoutesAreToldApart()
    {
        checkout::Catalog catalog;
        checkout::ProcessorRoute route;
        route.id = u"route_1"_s;
        route.name = u"Account default"_s;
        catalog.routes.items = {route};
        const std::vector<Choice> choices = routeChoices(catalog);
        QCOMPARE(choices.size(), size_t(2));
        QVERIFY(choices[0].title != choices[1].title);
        QVERIFY(choices[0].id.isEmpty());
    }

    void aClickBesideTheSuggestionsIsAClick()
    {
        EditorBench bench(test::sampleDraft());
        bench.press(u"Promotion code"_s);
        auto *code = bench.find<QLineEdit>(u"Promotion code"_s);
        bench.type(code, u"W"_s);
        QVERIFY(code->completer());
        QWidget *popup = code->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QWidget *hours = bench.find<NumberField>(u"Expires after, in hours"_s);
        const QPoint place = hours->mapToGlobal(QPoint(12, hours->height() / 2));
        QVERIFY(!popup->geometry().contains(place));
        QTest::mouseClick(popup, Qt::LeftButton, {}, popup->mapFromGlobal(place));
        QVERIFY(!popup->isVisible());
        QVERIFY(hours->hasFocus() || hours->isAncestorOf(QApplication::focusWidget()));
    }

    void theSuggestionsLeaveTheProblemOfTheirFieldInSight()
    {
        EditorBench bench(test::sampleDraft());
        bench.press(u"Promotion code"_s);
        auto *code = bench.find<QLineEdit>(u"Promotion code"_s);
        auto *row = qobject_cast<ui::FormRow *>(code->parentWidget()->parentWidget());
        QVERIFY(row);
        bench.type(code, u"W"_s);
        QWidget *popup = code->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        // It may come while they are open.
        const int before = row->height();
        row->setProblem(u"There is no such code."_s);
        QTRY_VERIFY(row->height() > before);
        const int below = row->mapToGlobal(QPoint(0, row->height())).y();
        QTRY_VERIFY2(popup->y() >= below, qPrintable(QString::number(popup->y() - below)));
    }

    void theFieldOfAChosenCodeIsTheNextStopOfTheKeyboard()
    {
        for (const bool isByTab : {true, false}) {
            checkout::SessionDraft draft = test::sampleDraft();
            draft.promotionCode.clear();
            EditorBench bench(draft);
            bench.find<ui::SegmentedControl>(u"Discount"_s)->setFocus(Qt::TabFocusReason);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
            auto *code = bench.find<QLineEdit>(u"Promotion code"_s);
            QVERIFY(code);
            if (isByTab)
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            // What is typed on the segment is meant for the field, too.
            for (const QChar letter : u"SPRING20"_s)
                QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
            QCOMPARE(code->text(), u"SPRING20"_s);
            QCOMPARE(bench.draft().promotionCode, u"SPRING20"_s);
            QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        }
    }

    void aDiscountWithoutItsCodeIsNoSessionAtFullPrice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("said");
        QTest::newRow("promotion code") << u"Promotion code"_s << int(Field::PromotionCode)
                                        << u"Type the code, or choose None."_s;
        QTest::newRow("coupon") << u"Coupon ID"_s << int(Field::Coupon) << u"Type the coupon's ID, or choose None."_s;
    }
    void aDiscountWithoutItsCodeIsNoSessionAtFullPrice()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, field);
        QFETCH(const QString, said);
        checkout::SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        EditorBench bench(draft);
        QVERIFY(bench.screen().canCreate());
        bench.press(kind);
        QVERIFY(!bench.screen().canCreate() && !bench.createButton()->isEnabled());
        QCOMPARE(int(bench.problem().field), field);
        QVERIFY2(bench.shows(said), qPrintable(bench.sentences()));
        auto *code = bench.find<QLineEdit>(kind);
        QCOMPARE(bench.screen().focusWidget(), code);
        bench.type(code, kind == u"Coupon ID"_s ? u"coupon_spring"_s : u"SPRING20"_s);
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        QTest::keyClick(code, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(code, Qt::Key_Delete);
        QVERIFY(!bench.screen().canCreate());
        bench.press(u"None"_s);
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        // Another draft begins without it.
        bench.press(kind);
        bench.editor().setDraft(draft, false);
        bench.refresh();
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
    }
};
TILLDECK_TEST(UnfinishedFieldsTest)

} // namespace unfinished_fields_test

#include "tst_unfinished_fields.moc"
