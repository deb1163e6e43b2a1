// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor_bench.h"
#include "support/runner.h"
#include "ui/editor/custom_field_model.h"
#include "ui/editor/discount_section.h"
#include "ui/editor/item_row.h"
#include "ui/forms/choice_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/forms/url_edit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

namespace editor_screen_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using checkout::Field;
using checkout::LineItem;
using checkout::SessionDraft;
using test::EditorBench;

class EditorScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCompleteDraftCanBeCreated()
    {
        EditorBench bench(test::sampleDraft());
        QVERIFY2(bench.screen().problems().empty(), qPrintable(bench.sentences()));
        QVERIFY(bench.createButton()->isEnabled());
        QVERIFY(bench.shows(QStringLiteral("Tier 1 is charged. Tiers 2 and 3 are not tried.")));
        QVERIFY(bench.shows(QStringLiteral("Not quoted by PaymentKit")));
    }

    void quantityZeroIsToldOnItsField()
    {
        EditorBench bench(test::sampleDraft());
        auto *quantity = bench.find<NumberField>(QStringLiteral("Quantity"));
        bench.type(quantity, QStringLiteral("0"));
        QVERIFY(quantity->property("error").toBool());
        QVERIFY(bench.shows(QStringLiteral("Enter a quantity of 1 or more.")));
        QVERIFY(!bench.createButton()->isEnabled());
        bench.type(quantity, QStringLiteral("3"));
        QVERIFY(!quantity->property("error").toBool());
        QVERIFY(bench.createButton()->isEnabled());
        QCOMPARE(bench.draft().lineItems.front().quantity, 3);
    }

    void whatIsNoNumberStaysWhereItWasTyped()
    {
        EditorBench bench(test::sampleDraft());
        auto *quantity = bench.find<NumberField>(QStringLiteral("Quantity"));
        bench.type(quantity, QStringLiteral("two"));
        QCOMPARE(quantity->text(), QStringLiteral("two"));
        QVERIFY(bench.shows(QStringLiteral("Type a whole number, 1 or more.")));
        bench.type(quantity, QStringLiteral("4294967296"));
        QCOMPARE(quantity->text(), QStringLiteral("4294967296"));
        QCOMPARE(bench.problem().field, Field::Quantity);
    }

    void aPriceOfAnotherCurrencyIsToldOnItsRow()
    {
        SessionDraft draft = test::sampleDraft();
        draft.lineItems[1].priceId = QStringLiteral("price_annual_usd");
        EditorBench bench(draft);
        const auto rows = bench.screen().findChildren<ItemRow *>();
        QVERIFY(rows[1]->field(Field::Price)->property("error").toBool());
        QVERIFY(!rows[0]->field(Field::Price)->property("error").toBool());
    }

    void bothCodesAreShownUntilOneIsChosen()
    {
        SessionDraft draft = test::sampleDraft();
        draft.couponId = QStringLiteral("coupon_spring");
        EditorBench bench(draft);
        auto *section = bench.screen().findChild<DiscountSection *>();
        QCOMPARE(section->field()->text(), QStringLiteral("SPRING20, coupon_spring"));
        QVERIFY(bench.shows(QStringLiteral("Use a promotion code or a coupon, not both. Remove one of them.")));
        QCOMPARE(bench.draft(), draft);
        bench.press(QStringLiteral("Coupon ID"));
        QCOMPARE(bench.draft().promotionCode, QString());
        QCOMPARE(bench.draft().couponId, QStringLiteral("coupon_spring"));
        QVERIFY(bench.screen().problems().empty());
    }

    void aCodeIsJudgedBeforeTheSessionIsCreated()
    {
        SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        EditorBench bench(draft);
        checkout::Catalog catalog = test::sampleCatalog();
        checkout::Coupon coupon;
        coupon.id = QStringLiteral("coupon_ten");
        coupon.kind = checkout::Coupon::Kind::FixedAmount;
        coupon.amountOff = test::amount(1000, "USD");
        catalog.coupons.items.push_back(coupon);
        checkout::PromotionCode code;
        code.code = QStringLiteral("TENDOLLARS");
        code.couponId = coupon.id;
        catalog.promotionCodes.items.push_back(code);
        bench.editor().setCatalog(std::make_shared<checkout::Catalog>(catalog));
        bench.screen().readCatalog();
        bench.press(QStringLiteral("Promotion code"));
        auto *edit = bench.screen().findChild<DiscountSection *>()->field();
        const auto completions = [edit] {
            QStringList reasons;
            for (int row = 0; row < edit->completer()->completionModel()->rowCount(); ++row)
                reasons << edit->completer()->completionModel()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            return reasons;
        };
        bench.type(edit, QStringLiteral("te"));
        QCOMPARE(completions(), (QStringList{QStringLiteral("WINTER10, expired on 31 Mar 2026"),
                                             QStringLiteral("TENDOLLARS, not for prices in EUR")}));
        bench.type(edit, QStringLiteral("TENDOLLARS"));
        QVERIFY(bench.shows(QStringLiteral("This discount is in USD, the items are in EUR. Use another.")));
        QVERIFY(!bench.screen().canCreate());
        bench.type(edit, QStringLiteral("WINTER10"));
        QVERIFY(bench.showsPart(QStringLiteral("This code ended on ")));
        bench.type(edit, QStringLiteral("spring20"));
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        // Other items make another code the right one.
        draft.cascade.clear();
        draft.lineItems = {checkout::LineItem(QStringLiteral("price_annual_usd"), 1)};
        bench.editor().setDraft(draft, false);
        bench.press(QStringLiteral("Promotion code"));
        bench.type(edit, QStringLiteral("tend"));
        QCOMPARE(completions(), QStringList{QStringLiteral("TENDOLLARS")});
    }

    void badFields_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("721 hours") << "Expires after, in hours" << "721" << int(Field::Expiry)
                                   << "Enter 1 to 720 hours.";
        QTest::newRow("hours in words") << "Expires after, in hours" << "a day" << int(Field::Expiry)
                                        << "Type a whole number of hours.";
        QTest::newRow("ftp") << "Success URL" << "ftp://kestrel.example" << int(Field::SuccessUrl)
                             << "Start the address with https://";
        QTest::newRow("half an address") << "Return URL" << "https://" << int(Field::ReturnUrl)
                                         << "This is not a complete address. Check what follows https://";
        QTest::newRow("an object as a custom field")
            << "Value of the custom field" << "{\"a\": 1}" << int(Field::CustomFieldValue)
            << "A custom field holds one text, number or yes/no. Enter a single "
               "value, not an object or a list.";
    }
    void badFields()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(int, field);
        QFETCH(QString, sentence);
        EditorBench bench(test::sampleDraft());
        bench.type(bench.find<QWidget>(name), typed);
        QCOMPARE(int(bench.problem().field), field);
        QVERIFY(bench.shows(sentence));
        QVERIFY(!bench.createButton()->isEnabled());
    }

    void aFreshDraftDoesNotShout()
    {
        SessionDraft draft;
        draft.lineItems.emplace_back();
        EditorBench bench(draft, true);
        QVERIFY(!bench.createButton()->isEnabled());
        QVERIFY(!bench.shows(QStringLiteral("Choose a price or type its ID.")));
        QTest::mouseClick(bench.createButton()->parentWidget(), Qt::LeftButton, {},
                          bench.createButton()->geometry().center());
        QVERIFY(bench.shows(QStringLiteral("Choose a price or type its ID.")));
        QCOMPARE(QApplication::focusWidget(), bench.find<ChoiceField>(QStringLiteral("Price")));
    }

    void theDefaultExpiryIsShownAndNotSent()
    {
        SessionDraft draft = test::sampleDraft();
        draft.expiresInHours.reset();
        EditorBench bench(draft);
        auto *hours = bench.find<NumberField>(QStringLiteral("Expires after, in hours"));
        QCOMPARE(hours->findChild<QLineEdit *>()->placeholderText(), QStringLiteral("24 hours"));
        QVERIFY(bench.showsPart(QStringLiteral("Apr 2026")));
        QCOMPARE(bench.draft().expiresInHours, std::nullopt);
        bench.press(QStringLiteral("48 h"));
        QCOMPARE(bench.draft().expiresInHours, 48);
    }

    void theSessionIdIsInsertedAtTheCaret()
    {
        SessionDraft draft = test::sampleDraft();
        draft.successUrl = QStringLiteral("https://kestrel.example/?id=&end");
        EditorBench bench(draft);
        auto *url = bench.find<UrlEdit>(QStringLiteral("Success URL"));
        QTextCursor caret = url->textCursor();
        caret.setPosition(28);
        url->setTextCursor(caret);
        bench.press(QStringLiteral("Session ID"));
        QCOMPARE(bench.draft().successUrl, QStringLiteral("https://kestrel.example/?id={CHECKOUT_SESSION_ID}&end"));
        QVERIFY(bench.showsPart(QStringLiteral("…/?id=cs_7Hq2&end")));
        bench.press(QStringLiteral("Session ID"));
        QVERIFY(bench.showsPart(QStringLiteral("The session ID is there twice.")));
        bench.type(url, QStringLiteral("https://kestrel.example/{checkout_session_id}"));
        QVERIFY(bench.showsPart(QStringLiteral("Write the session ID as {CHECKOUT_SESSION_ID}")));
    }

    void partsThatTheProviderLacksAreNamedInOneLine()
    {
        auto can = test::allCapabilities();
        can.cascade = can.processorRoutes = can.customFields = false;
        can.providerName = QStringLiteral("Ikawaari");
        SessionDraft draft;
        draft.lineItems.emplace_back(QStringLiteral("price_annual_eur"), 1);
        EditorBench bench(draft, false, can);
        const QString parts = QLocale().createSeparatedList(
            {QStringLiteral("fallback tiers"), QStringLiteral("processor route"), QStringLiteral("custom fields")});
        QVERIFY(bench.showsPart(QStringLiteral("Not offered by Ikawaari: %1.").arg(parts)));
        QVERIFY(!bench.shows(QStringLiteral("Add fallback tier")));
        QVERIFY(!bench.shows(QStringLiteral("Tried first")));
        QVERIFY(!bench.shows(QStringLiteral("Add field")));
    }

    void rowsFollowTheKeyboard()
    {
        EditorBench bench(test::sampleDraft());
        bench.press(QStringLiteral("Add item"));
        QCOMPARE(bench.draft().lineItems.size(), size_t(3));
        QWidget *price = QApplication::focusWidget();
        QVERIFY(qobject_cast<ChoiceField *>(price));
        QTest::keyClick(price, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(bench.draft().lineItems[1].priceId, QString());
        QCOMPARE(QApplication::focusWidget(), price);
        QTest::keyClick(price, Qt::Key_P);
        auto *popup = qobject_cast<ChoicePopup *>(QApplication::activePopupWidget());
        QVERIFY(popup);
        auto *search = popup->findChild<QLineEdit *>();
        QCOMPARE(search->text(), QStringLiteral("p"));
        search->setText(QStringLiteral("price_typed_by_hand"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.draft().lineItems[1].priceId, QStringLiteral("price_typed_by_hand"));
    }

    void aPickerWithNothingToChooseIsLeftByItsKeys()
    {
        EditorBench bench(test::sampleDraft());
        bench.editor().setCatalog(std::make_shared<checkout::Catalog>());
        bench.screen().readCatalog();
        auto *price = bench.find<ChoiceField>(u"Price"_s);
        price->setFocus();
        QTest::keyClick(price, Qt::Key_Return);
        QVERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget()->findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(QApplication::focusWidget(), price);
        QTest::keyClick(price, Qt::Key_Return);
        QTest::keyClick(QApplication::activePopupWidget()->findChild<QLineEdit *>(), Qt::Key_Tab);
        QVERIFY(!QApplication::activePopupWidget());
        QTRY_VERIFY(QApplication::focusWidget() != price); // one Tab goes to the next field
        QCOMPARE(bench.draft(), test::sampleDraft());
    }

    void ctrlReturnAsksToCreate()
    {
        EditorBench bench(test::sampleDraft());
        QSignalSpy asked(&bench.screen(), &EditorScreen::createRequested);
        QTest::keyClick(bench.find<UrlEdit>(QStringLiteral("Success URL")), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(bench.createButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 2);
    }

    void theFirstKindHoldsUntilAnotherIsChosen()
    {
        auto can = test::allCapabilities();
        can.modes = {QStringLiteral("payment"), QStringLiteral("subscription"), QStringLiteral("setup")};
        EditorBench bench(test::sampleDraft(), false, can);
        QCOMPARE(bench.find<SegmentedControl>(QStringLiteral("Kind"))->current(), 0);
        QCOMPARE(bench.draft().mode, QStringLiteral("payment"));
        QVERIFY(bench.editor().fullDraft().mode.isEmpty()); // nobody chose it: no part of the draft elsewhere
        QVERIFY(bench.shows(QStringLiteral("One payment")));
        QVERIFY(bench.shows(QStringLiteral("setup"))); // the provider's word where there is no other
        bench.press(QStringLiteral("Subscription"));
        QCOMPARE(bench.draft().mode, QStringLiteral("subscription"));
        auto kept = test::sampleDraft();
        kept.mode = QStringLiteral("setup");
        bench.editor().setDraft(kept, false);
        QCOMPARE(bench.find<SegmentedControl>(QStringLiteral("Kind"))->current(), 2);
        QCOMPARE(bench.draft().mode, QStringLiteral("setup"));
    }

    void aRefusedCodeIsNotPromisedToBeChecked()
    {
        auto draft = test::sampleDraft();
        draft.promotionCode = QStringLiteral("NOSUCH");
        EditorBench bench(draft);
        QTRY_VERIFY(bench.showsPart(QStringLiteral("Checked by")));
        checkout::Error error(checkout::ErrorKind::Rejected, QStringLiteral("PaymentKit did not accept the session."));
        error.problems.emplace_back(Field::PromotionCode, QStringLiteral("There is no promotion code NOSUCH."));
        bench.screen().showError(error);
        QVERIFY(bench.shows(QStringLiteral("There is no promotion code NOSUCH.")));
        QVERIFY(!bench.showsPart(QStringLiteral("Checked by")));
    }

    void aRefusalStandsOnItsField()
    {
        EditorBench bench(test::sampleDraft());
        checkout::Error error(checkout::ErrorKind::Rejected, QStringLiteral("PaymentKit did not accept the session."));
        error.details = QStringLiteral("price not found");
        error.problems.emplace_back(Field::Price, QStringLiteral("This price does not exist."), 1, 0);
        bench.screen().showError(error);
        QVERIFY(bench.shows(QStringLiteral("This price does not exist.")));
        const auto rows = bench.screen().findChildren<ItemRow *>();
        QCOMPARE(QApplication::focusWidget(), rows[2]->field(Field::Price));
        bench.type(bench.find<NumberField>(QStringLiteral("Quantity")), QStringLiteral("2"));
        QVERIFY(!bench.shows(QStringLiteral("This price does not exist.")));
    }
};

TILLDECK_TEST(EditorScreenTest)

} // namespace editor_screen_test

#include "tst_editor_screen.moc"
