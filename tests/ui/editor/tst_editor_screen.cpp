// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/check_address.h"
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

private slots:
    void aCompleteDraftCanBeCreated()
    {
        EditorBench bench(test::sampleDraft());
        QVERIFY2(bench.screen().problems().empty(), qPrintable(bench.sentences()));
        QVERIFY(bench.createButton()->isEnabled());
        QVERIFY(bench.shows(u"Tier 1 is charged. Tiers 2 and 3 are not tried."_s));
        QVERIFY(bench.shows(u"Not quoted by PaymentKit"_s));
    }

    void quantityZeroIsToldOnItsField()
    {
        EditorBench bench(test::sampleDraft());
        auto *quantity = bench.find<NumberField>(u"Quantity"_s);
        bench.type(quantity, u"0"_s);
        QVERIFY(quantity->property("error").toBool());
        QVERIFY(bench.shows(u"Enter a quantity of 1 or more."_s));
        QVERIFY(!bench.createButton()->isEnabled());
        bench.type(quantity, u"3"_s);
        QVERIFY(!quantity->property("error").toBool());
        QVERIFY(bench.createButton()->isEnabled());
        QCOMPARE(bench.draft().lineItems.front().quantity, 3);
    }

    void whatIsNoNumberStaysWhereItWasTyped()
    {
        EditorBench bench(test::sampleDraft());
        auto *quantity = bench.find<NumberField>(u"Quantity"_s);
        bench.type(quantity, u"1.5"_s);
        QCOMPARE(quantity->text(), u"1.5"_s);
        QVERIFY(bench.shows(u"Type a whole number, 1 or more."_s));
        bench.type(quantity, u"4294967296"_s);
        QCOMPARE(quantity->text(), u"4294967296"_s);
        QCOMPARE(bench.problem().field, Field::Quantity);
    }

    void aPriceOfAnotherCurrencyIsToldOnItsRow()
    {
        SessionDraft draft = test::sampleDraft();
        draft.lineItems[1].priceId = u"price_annual_usd"_s;
        EditorBench bench(draft);
        const auto rows = bench.screen().findChildren<ItemRow *>();
        QVERIFY(rows[1]->field(Field::Price)->property("error").toBool());
        QVERIFY(!rows[0]->field(Field::Price)->property("error").toBool());
    }

    void bothCodesAreShownUntilOneIsChosen()
    {
        SessionDraft draft = test::sampleDraft();
        draft.couponId = u"coupon_spring"_s;
        EditorBench bench(draft);
        auto *section = bench.screen().findChild<DiscountSection *>();
        QCOMPARE(section->field()->text(), u"SPRING20, coupon_spring"_s);
        QVERIFY(bench.shows(u"Use a promotion code or a coupon, not both. Remove one of them."_s));
        QCOMPARE(bench.draft(), draft);
        bench.press(u"Coupon ID"_s);
        QCOMPARE(bench.draft().promotionCode, QString());
        QCOMPARE(bench.draft().couponId, u"coupon_spring"_s);
        QVERIFY(bench.screen().problems().empty());
    }

    void aCodeIsJudgedBeforeTheSessionIsCreated()
    {
        SessionDraft draft = test::sampleDraft();
        draft.promotionCode.clear();
        EditorBench bench(draft);
        checkout::Catalog catalog = test::sampleCatalog();
        checkout::Coupon coupon;
        coupon.id = u"coupon_ten"_s;
        coupon.kind = checkout::Coupon::Kind::FixedAmount;
        coupon.amountOff = test::amount(1000, "USD");
        catalog.coupons.items.push_back(coupon);
        checkout::PromotionCode code;
        code.code = u"TENDOLLARS"_s;
        code.couponId = coupon.id;
        catalog.promotionCodes.items.push_back(code);
        bench.editor().setCatalog(std::make_shared<checkout::Catalog>(catalog));
        bench.screen().readCatalog();
        bench.press(u"Promotion code"_s);
        auto *edit = bench.screen().findChild<DiscountSection *>()->field();
        const auto completions = [edit] {
            QStringList reasons;
            for (int row = 0; row < edit->completer()->completionModel()->rowCount(); ++row)
                reasons << edit->completer()->completionModel()->index(row, 0).data(Qt::AccessibleTextRole).toString();
            return reasons;
        };
        bench.type(edit, u"te"_s);
        QCOMPARE(completions(),
                 (QStringList{u"WINTER10, expired on 31 Mar 2026"_s, u"TENDOLLARS, not for prices in EUR"_s}));
        bench.type(edit, u"TENDOLLARS"_s);
        QVERIFY(bench.shows(u"This discount is in USD, the items are in EUR. Use another."_s));
        QVERIFY(!bench.screen().canCreate());
        bench.type(edit, u"WINTER10"_s);
        QVERIFY(bench.showsPart(u"This code ended on "_s));
        bench.type(edit, u"spring20"_s);
        QVERIFY2(bench.screen().canCreate(), qPrintable(bench.sentences()));
        // Other items make another code the right one.
        draft.cascade.clear();
        draft.lineItems = {checkout::LineItem(u"price_annual_usd"_s, 1)};
        bench.editor().setDraft(draft, false);
        bench.press(u"Promotion code"_s);
        bench.type(edit, u"tend"_s);
        QCOMPARE(completions(), QStringList{u"TENDOLLARS"_s});
    }

    void badFields_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("721 hours") << "Expires after, in hours" << "721" << int(Field::Expiry)
                                   << "Enter 1 to 720 hours.";
        QTest::newRow("half hours") << "Expires after, in hours" << "1.5" << int(Field::Expiry)
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
        QVERIFY(!bench.shows(u"Choose a price or type its ID."_s));
        QTest::mouseClick(bench.createButton()->parentWidget(), Qt::LeftButton, {},
                          bench.createButton()->geometry().center());
        QVERIFY(bench.shows(u"Choose a price or type its ID."_s));
        QCOMPARE(QApplication::focusWidget(), bench.find<ChoiceField>(u"Price"_s));
    }

    void theDefaultExpiryIsShownAndNotSent()
    {
        SessionDraft draft = test::sampleDraft();
        draft.expiresInHours.reset();
        EditorBench bench(draft);
        auto *hours = bench.find<NumberField>(u"Expires after, in hours"_s);
        QCOMPARE(hours->findChild<QLineEdit *>()->placeholderText(), u"24 hours"_s);
        QVERIFY(bench.showsPart(u"Apr 2026"_s));
        QCOMPARE(bench.draft().expiresInHours, std::nullopt);
        bench.press(u"48 h"_s);
        QCOMPARE(bench.draft().expiresInHours, 48);
    }

    void theSessionIdIsInsertedAtTheCaret()
    {
        SessionDraft draft = test::sampleDraft();
        draft.successUrl = u"https://kestrel.example/?id=&end"_s;
        EditorBench bench(draft);
        auto *url = bench.find<UrlEdit>(u"Success URL"_s);
        QTextCursor caret = url->textCursor();
        caret.setPosition(28);
        url->setTextCursor(caret);
        bench.press(u"Session ID"_s);
        QCOMPARE(bench.draft().successUrl, u"https://kestrel.example/?id={CHECKOUT_SESSION_ID}&end"_s);
        QVERIFY(bench.showsPart(u"…/?id=cs_7Hq2&end"_s));
        bench.press(u"Session ID"_s);
        QVERIFY(bench.showsPart(u"The session ID is there twice."_s));
        // Where nothing is filled in, only that is said.
        QVERIFY(checkout::addressRemark(draft.successUrl + u"{CHECKOUT_SESSION_ID}{CHECKOUT_SESSION_ID}"_s,
                                        checkout::Field::ReturnUrl, test::allCapabilities())
                    .isEmpty());
        bench.type(url, u"https://kestrel.example/{checkout_session_id}"_s);
        QVERIFY(bench.showsPart(u"Write {checkout_session_id} as {CHECKOUT_SESSION_ID}"_s));
        QCOMPARE(bench.problem().field, checkout::Field::SuccessUrl); // nothing is sent with it
        bench.type(url, u"https://kestrel.example/{id}"_s);
        QVERIFY(bench.showsPart(u"Write the session ID as {CHECKOUT_SESSION_ID}"_s));
    }

    void whatIsWorthKnowingOfAnAddressStandsBelowIt()
    {
        EditorBench bench(test::sampleDraft());
        bench.type(bench.find<UrlEdit>(u"Return URL"_s), u"https://xn--mnchen-3ya.example/#plans"_s);
        QVERIFY(bench.showsPart(u"Browsers send nothing after “#”"_s));
        QVERIFY(bench.showsPart(u"in letters m\u00fcnchen.example"_s));
        auto can = test::allCapabilities();
        can.sessionIdIn = {};
        SessionDraft draft = test::sampleDraft();
        draft.successUrl = u"https://kestrel.example/?id={CHECKOUT_SESSION_ID}"_s;
        EditorBench other(draft, false, can);
        QVERIFY(!other.showsPart(u"cs_7Hq2"_s)); // nobody fills it in
    }

    void partsThatTheProviderLacksAreNamedInOneLine()
    {
        auto can = test::allCapabilities();
        can.fields -= {Field::Cascade, Field::ProcessorRoute, Field::CustomFieldName};
        can.providerName = u"Ikawaari"_s;
        SessionDraft draft;
        draft.lineItems.emplace_back(u"price_annual_eur"_s, 1);
        EditorBench bench(draft, false, can);
        const QString parts =
            QLocale().createSeparatedList({u"fallback tiers"_s, u"processor route"_s, u"custom fields"_s});
        QVERIFY(bench.showsPart(u"Not offered by Ikawaari: %1."_s.arg(parts)));
        QVERIFY(!bench.shows(u"Add fallback tier"_s));
        QVERIFY(!bench.shows(u"Tried first"_s));
        QVERIFY(!bench.shows(u"Add field"_s));
    }

    void rowsFollowTheKeyboard()
    {
        EditorBench bench(test::sampleDraft());
        bench.press(u"Add item"_s);
        const LineItemModel *rows = bench.editor().tiers()->lineItems(0);
        QCOMPARE(rows->rowCount(), 3);
        QWidget *price = QApplication::focusWidget();
        QVERIFY(qobject_cast<ChoiceField *>(price));
        QTest::keyClick(price, Qt::Key_Up, Qt::AltModifier);
        QVERIFY(rows->isBlank(1));
        QCOMPARE(QApplication::focusWidget(), price);
        QTest::keyClick(price, Qt::Key_P);
        auto *popup = qobject_cast<ChoicePopup *>(QApplication::activePopupWidget());
        QVERIFY(popup);
        auto *search = popup->findChild<QLineEdit *>();
        QCOMPARE(search->text(), u"p"_s);
        search->setText(u"price_typed_by_hand"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(rows->isBlank(1)); // it is in no list: a second key says that it is meant
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(bench.draft().lineItems[1].priceId, u"price_typed_by_hand"_s);
    }

    void whatIsTypedAfterAChoiceIsForTheNextField()
    {
        checkout::SessionDraft draft = test::sampleDraft();
        draft.customer = {};
        EditorBench bench(draft);
        QPointer<QWidget> customer = bench.find<ChoiceField>(u"Customer"_s);
        customer->setFocus();
        QTest::keyClicks(customer, u"m"_s);
        QTest::keyClick(QApplication::activePopupWidget()->findChild<QLineEdit *>(), Qt::Key_Return);
        const QString chosen = bench.draft().customer.id;
        QVERIFY(!chosen.isEmpty());
        const auto focused = [&bench] { return bench.screen().window()->focusWidget(); };
        QTRY_VERIFY(focused() && focused() != customer);
        QCOMPARE(focused()->accessibleName(), u"Price"_s);
        QTest::keyClicks(focused(), u"o"_s);
        QCOMPARE(bench.draft().customer.id, chosen);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY2(popup && popup->findChild<QLineEdit *>()->text() == "o"_L1, "it was not typed into the price");
        QTest::keyClick(popup->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(bench.draft().lineItems[0].priceId, u"price_onboard_eur"_s);
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
        QTest::keyClick(bench.find<UrlEdit>(u"Success URL"_s), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(asked.count(), 1);
        QTest::mouseClick(bench.createButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 2);
    }

    void theFirstKindHoldsUntilAnotherIsChosen()
    {
        auto can = test::allCapabilities();
        can.fields += {Field::Mode};
        can.modes = {u"payment"_s, u"subscription"_s, u"setup"_s};
        EditorBench bench(test::sampleDraft(), false, can);
        QCOMPARE(bench.find<SegmentedControl>(u"Kind"_s)->current(), 0);
        QCOMPARE(bench.draft().mode, u"payment"_s);
        QVERIFY(bench.editor().fullDraft().mode.isEmpty()); // nobody chose it: no part of the draft elsewhere
        QVERIFY(bench.shows(u"One payment"_s));
        QVERIFY(bench.shows(u"setup"_s)); // the provider's word where there is no other
        bench.press(u"Subscription"_s);
        QCOMPARE(bench.draft().mode, u"subscription"_s);
        auto kept = test::sampleDraft();
        kept.mode = u"setup"_s;
        bench.editor().setDraft(kept, false);
        QCOMPARE(bench.find<SegmentedControl>(u"Kind"_s)->current(), 2);
        QCOMPARE(bench.draft().mode, u"setup"_s);
    }

    void aRefusedCodeIsNotPromisedToBeChecked()
    {
        auto draft = test::sampleDraft();
        draft.promotionCode = u"NOSUCH"_s;
        EditorBench bench(draft);
        QTRY_VERIFY(bench.showsPart(u"Checked by"_s));
        checkout::Error error(checkout::ErrorKind::Rejected, u"PaymentKit did not accept the session."_s);
        error.problems.emplace_back(Field::PromotionCode, u"There is no promotion code NOSUCH."_s);
        bench.screen().showError(error);
        QVERIFY(bench.shows(u"There is no promotion code NOSUCH."_s));
        QVERIFY(!bench.showsPart(u"Checked by"_s));
    }

    void aRefusalStandsOnItsField()
    {
        EditorBench bench(test::sampleDraft());
        checkout::Error error(checkout::ErrorKind::Rejected, u"PaymentKit did not accept the session."_s);
        error.details = u"price not found"_s;
        error.problems.emplace_back(Field::Price, u"This price does not exist."_s, 1, 0);
        bench.screen().showError(error);
        QVERIFY(bench.shows(u"This price does not exist."_s));
        const auto rows = bench.screen().findChildren<ItemRow *>();
        QCOMPARE(QApplication::focusWidget(), rows[2]->field(Field::Price));
        bench.type(bench.find<NumberField>(u"Quantity"_s), u"2"_s);
        QVERIFY(!bench.shows(u"This price does not exist."_s));
    }
};

TILLDECK_TEST(EditorScreenTest)

} // namespace editor_screen_test

#include "tst_editor_screen.moc"
