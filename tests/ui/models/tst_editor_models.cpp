// SPDX-License-Identifier: GPL-3.0-or-later
#include "../editor/sample.h"
#include "desk/curl_command.h"
#include "http/redact.h"
#include "support/runner.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/preview/preview_text.h"
#include "ui/forms/choices.h"
#include "ui/forms/known_lists.h"
#include "ui/lists/roles.h"
#include "ui/widgets/amount.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

namespace editor_models_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::ui;
using checkout::LineItem;
using checkout::SessionDraft;

namespace {

QString anyText()
{
    return QString::fromStdString(*rc::gen::string<std::string>());
}

std::optional<money::Money> anyAmount()
{
    const auto code = *rc::gen::element(u"USD"_s, u"XOF"_s, u"KWD"_s);
    const qint64 minorUnits = *rc::gen::inRange(qint64(1), qint64(1) << 62);
    return *rc::gen::arbitrary<bool>() ? std::optional(money::Money(minorUnits, *money::Currency::fromCode(code)))
                                       : std::nullopt;
}

std::vector<LineItem> anyItems()
{
    std::vector<LineItem> items;
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
        LineItem &item = items.emplace_back(anyText(), *rc::gen::arbitrary<qint64>());
        if (*rc::gen::arbitrary<bool>()) {
            item.priceId.clear();
            item.name = anyText();
            item.unitAmount = anyAmount();
        }
    }
    return items;
}

std::vector<checkout::CustomField> anyFields()
{
    std::vector<checkout::CustomField> fields;
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
        switch (*rc::gen::inRange(0, 4)) {
        case 0:
            fields.emplace_back(anyText(), anyText());
            break;
        case 1:
            fields.emplace_back(anyText(), *rc::gen::arbitrary<qint64>());
            break;
        case 2:
            fields.emplace_back(anyText(), *rc::gen::arbitrary<double>());
            break;
        default:
            fields.emplace_back(anyText(), *rc::gen::arbitrary<bool>());
            break;
        }
    }
    return fields;
}

SessionDraft anyDraft()
{
    SessionDraft draft;
    draft.mode = anyText();
    for (QString checkout::CustomerChoice::*text :
         {&checkout::CustomerChoice::id, &checkout::CustomerChoice::email, &checkout::CustomerChoice::name,
          &checkout::CustomerChoice::firstName, &checkout::CustomerChoice::lastName,
          &checkout::CustomerChoice::country})
        draft.customer.*text = anyText();
    for (QString SessionDraft::*text :
         {&SessionDraft::flow, &SessionDraft::productId, &SessionDraft::productName, &SessionDraft::description,
          &SessionDraft::reference, &SessionDraft::subMerchantId, &SessionDraft::subscriptionFrequency})
        draft.*text = anyText();
    draft.productQuantity = *rc::gen::arbitrary<qint64>();
    draft.pricing = anyAmount();
    draft.chargeAmount = anyAmount();
    if (*rc::gen::arbitrary<bool>())
        draft.chargeCurrency = money::Currency::fromCode(u"NGN");
    draft.metadata = anyFields();
    draft.lineItems = anyItems();
    draft.processorRouteId = anyText();
    draft.promotionCode = anyText();
    draft.couponId = anyText();
    if (*rc::gen::arbitrary<bool>())
        draft.expiresInHours = *rc::gen::arbitrary<qint64>();
    draft.successUrl = anyText();
    draft.returnUrl = anyText();
    draft.customFields = anyFields();
    draft.subscriptionCustomFields = anyFields();
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count)
        draft.cascade.emplace_back(anyItems(), anyText());
    return draft;
}

} // namespace

class EditorModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void draftsComeBackAsTheyWere()
    {
        QVERIFY(rc::check("draft to editor to draft", [] {
            const SessionDraft draft = anyDraft();
            DraftEditor editor;
            editor.setDraft(draft, false);
            RC_ASSERT(editor.draft() == draft);
        }));
    }

    void aQuantityThatIsRefusedHasNoFigureInItsRow()
    {
        LineItemModel model;
        LineItem item;
        item.name = u"Shirt"_s;
        item.unitAmount = money::Money(49900, *money::Currency::fromCode(u"USD"));
        item.quantity = 2;
        model.setItems({item});
        const auto figure = [&model] { return amountOf(model.index(0, LineItemModel::AmountColumn).data(AmountRole)); };
        const QModelIndex quantity = model.index(0, LineItemModel::QuantityColumn);
        QCOMPARE(figure()->minorUnits(), 99800);
        for (const QString &refused : {u"0"_s, u"-3"_s, u"2147483648"_s, u"2x"_s}) {
            QVERIFY(model.setData(quantity, refused, Qt::EditRole));
            QVERIFY2(!figure(), qPrintable(refused));
        }
        QVERIFY(model.setData(quantity, u"2147483647"_s, Qt::EditRole));
        QVERIFY(figure());
    }

    void lineItemsAreEditedInPlace()
    {
        LineItemModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems(test::sampleDraft().lineItems);
        model.setCatalog(std::make_shared<checkout::Catalog>(test::sampleCatalog()));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy edited(&model, &LineItemModel::edited);

        const QModelIndex quantity = model.index(1, LineItemModel::QuantityColumn);
        QVERIFY(model.setData(quantity, u"3"_s, Qt::EditRole));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), quantity);
        QCOMPARE(changed[0][1].toModelIndex(), model.index(1, LineItemModel::AmountColumn));
        QCOMPARE(amountOf(model.index(1, LineItemModel::AmountColumn).data(AmountRole)), test::amount(10500));
        QVERIFY(model.setData(quantity, u"3"_s, Qt::EditRole));
        QCOMPARE(edited.count(), 1);

        QCOMPARE(model.addItem(), 2);
        QVERIFY(model.moveRow({}, 2, {}, 0));
        QCOMPARE(model.index(0, 0).data(Qt::EditRole).toString(), QString());
        QVERIFY(model.moveRow({}, 0, {}, 3));
        QCOMPARE(model.index(2, 0).data(Qt::EditRole).toString(), QString());
        QVERIFY(model.removeRow(2));
        QVERIFY(!model.removeRow(7));
        QCOMPARE(edited.count(), 5);
        QCOMPARE(reset.count(), 0);
    }

    void quantitiesThatAreNoNumberAreKept_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("readable");
        QTest::newRow("words") << "two" << false;
        QTest::newRow("nothing") << "" << false;
        QTest::newRow("a fraction") << "1.5" << false;
        QTest::newRow("beyond int32") << "4294967296" << true;
        QTest::newRow("beyond int64") << "99999999999999999999" << false;
    }
    void quantitiesThatAreNoNumberAreKept()
    {
        QFETCH(QString, typed);
        QFETCH(bool, readable);
        LineItemModel model;
        model.setItems({LineItem(u"price"_s, 1)});
        const QModelIndex quantity = model.index(0, LineItemModel::QuantityColumn);
        model.setData(quantity, typed, Qt::EditRole);
        QCOMPARE(quantity.data(Qt::EditRole).toString(), typed);
        QCOMPARE(model.inputProblems(0).empty(), readable);
        QCOMPARE(model.items().front().quantity, readable ? typed.toLongLong() : 0);
    }

    void tiersComeGoAndMove()
    {
        TierModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTiers(test::sampleDraft());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.moveRow({}, 2, {}, 0));
        SessionDraft draft;
        model.writeTo(draft);
        QCOMPARE(draft.lineItems.front().priceId, u"price_month_eur"_s);
        QCOMPARE(draft.processorRouteId, u"proute_dev_fallback"_s);
        QCOMPARE(draft.cascade.size(), size_t(2));
        QCOMPARE(model.addTier(), 3);
        QVERIFY(model.removeRows(1, 3));
        QVERIFY2(!model.removeRow(0), "a draft without a first tier");
        QCOMPARE(reset.count(), 0);
    }

    void customFieldsGoWhereTheyAreAttached()
    {
        CustomFieldModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFields(test::sampleDraft());
        QVERIFY(model.setData(model.index(0, CustomFieldModel::AttachColumn), true, Qt::EditRole));
        QVERIFY(model.setData(model.index(1, CustomFieldModel::TypeColumn), int(CustomFieldModel::Type::Number),
                              Qt::EditRole));
        SessionDraft draft;
        model.writeTo(draft);
        QVERIFY(draft.customFields.empty());
        QCOMPARE(draft.subscriptionCustomFields.size(), size_t(2));
        QCOMPARE(model.inputProblems().size(), size_t(1));
        QCOMPARE(model.rowOf(model.inputProblems().front()), 1);
        QVERIFY(model.setData(model.index(1, CustomFieldModel::ValueColumn), u"4.5"_s, Qt::EditRole));
        QVERIFY(model.inputProblems().empty());
        QCOMPARE(model.addField(), 2);
        QVERIFY(model.removeRows(0, 3));
    }

    void pricesOfAnotherCurrencySayWhy()
    {
        ChoiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChoices(priceChoices(test::sampleCatalog(), money::Currency::fromCode(u"EUR")));
        const QModelIndex dollars = model.index(model.rowCount() - 1);
        QCOMPARE(dollars.data(Qt::EditRole).toString(), u"price_annual_usd"_s);
        QVERIFY(!(dollars.flags() & Qt::ItemIsEnabled));
        QCOMPARE(dollars.data(SecondaryTextRole).toString(), u"Other currency, needs its own session"_s);
        model.setChoices(priceChoices(test::sampleCatalog(), std::nullopt));
        QVERIFY(model.index(model.rowCount() - 1).flags() & Qt::ItemIsEnabled);
    }

    void codesThatAreOverSayWhy()
    {
        checkout::Catalog catalog = test::sampleCatalog();
        checkout::Coupon tenDollars;
        tenDollars.id = u"coupon_ten"_s;
        tenDollars.kind = checkout::Coupon::Kind::FixedAmount;
        tenDollars.amountOff = test::amount(1000, "USD");
        checkout::Coupon ended = catalog.coupons.items.front();
        ended.id = u"coupon_ended"_s;
        ended.expiresAt = QDateTime(QDate(2026, 3, 3), QTime(12, 0), Qt::UTC);
        catalog.coupons.items.insert(catalog.coupons.items.end(), {tenDollars, ended});
        const auto add = [&catalog](const QString &code, const QString &coupon) -> checkout::PromotionCode & {
            checkout::PromotionCode made;
            made.code = code;
            made.couponId = coupon;
            return catalog.promotionCodes.items.emplace_back(made);
        };
        add(u"TEN"_s, tenDollars.id);
        add(u"ENDED"_s, ended.id);
        checkout::PromotionCode &once = add(u"ONCE"_s, tenDollars.id);
        once.maxRedemptions = once.timesRedeemed = 1;
        add(u"OFF"_s, tenDollars.id).active = false;
        const auto reasons = [&catalog](const std::optional<money::Currency> &currency) {
            QStringList all;
            for (const Choice &choice :
                 promotionCodeChoices(catalog, currency, test::sampleNow(), QTimeZone::utc(), QLocale::c()))
                all << choice.reason;
            return all;
        };
        QStringList expected{
            {}, u"expired on 31 Mar 2026"_s, {}, u"expired on 3 Mar 2026"_s, u"used up"_s, u"switched off"_s};
        QCOMPARE(reasons(std::nullopt), expected);
        QCOMPARE(reasons(money::Currency::fromCode(u"USD")), expected);
        expected[2] = u"not for prices in EUR"_s;
        QCOMPARE(reasons(money::Currency::fromCode(u"EUR")), expected);
        const auto choices = promotionCodeChoices(catalog, {}, test::sampleNow(), QTimeZone::utc(), QLocale::c());
        QCOMPARE(choices[0].detail, u"20% off"_s);
        QCOMPARE(choices[2].amount, test::amount(1000, "USD"));
        const auto coupons = couponChoices(catalog, money::Currency::fromCode(u"EUR"), test::sampleNow(),
                                           QTimeZone::utc(), QLocale::c());
        QCOMPARE(coupons[1].reason, u"not for prices in EUR"_s);
    }

    void countriesAreNamedInTheLanguageOfTheLocale()
    {
        const QLocale german(u"de_DE"_s);
        QCOMPARE(countryName(u"NG"_s, german), u"Nigeria"_s);
        QCOMPARE(countryName(u"GB"_s, german), u"Vereinigtes Königreich"_s);
        QCOMPARE(countryName(u"GB"_s, QLocale::c()), u"United Kingdom"_s);
        QCOMPARE(countryName(u"ZZZ"_s, german), QString());
        const auto place = [](const QLocale &locale, const QString &name) {
            const auto all = countryChoices(locale);
            return std::ranges::find_if(all, [&](const Choice &choice) { return choice.title == name; }) - all.begin();
        };
        // As a German reads the list: Ö stands where O stands, not behind Z.
        QVERIFY(place(german, u"Österreich"_s) < place(german, u"Peru"_s));
        QVERIFY(place(german, u"Norwegen"_s) < place(german, u"Österreich"_s));
        QVERIFY(place(german, u"Vereinigtes Königreich"_s) < place(german, u"Zypern"_s));
        QVERIFY(countryChoices(german).size() > 200);
    }

    void declinesInWords()
    {
        const QLocale locale = QLocale::c();
        QCOMPARE(outcomeSentence(3, 0, locale), u"Tier 1 is charged. Tiers 2 and 3 are not tried."_s);
        QCOMPARE(outcomeSentence(3, 1, locale), u"Tier 1 is declined, so tier 2 is charged."_s);
        QCOMPARE(outcomeSentence(3, 2, locale), u"Tiers 1 and 2 are declined, so tier 3 is charged."_s);
        QCOMPARE(outcomeSentence(3, 3, locale), u"Every tier is declined. Nothing is charged."_s);
        QCOMPARE(declineSegment(3, 2, locale), u"Tiers 1 and 2"_s);
        QCOMPARE(declineSegment(3, 3, locale), u"All tiers"_s);
    }

    void curlHoldsNoKey()
    {
        providers::RequestText request;
        request.method = "POST";
        request.url = QUrl(u"https://api.example.com/sessions"_s);
        request.headers = {{"Authorization", "Bearer " + http::redactedMark().toUtf8()},
                           {"Content-Type", "application/json"},
                           {"Idempotency-Key", "<new for each creation>"}};
        request.body = "{\"name\": \"it's\"}";
        const QString command = desk::curlCommand(request);
        // Once, and in no other header.
        QCOMPARE(command.count(u"$TILLDECK_KEY"_s), 1);
        // Another one for each run: the same again would answer the first session.
        QVERIFY(command.contains(u"-H \"Idempotency-Key: $(uuidgen)\""_s));
        QVERIFY(command.contains(u"\"Authorization: Bearer $TILLDECK_KEY\""_s));
        QVERIFY(command.contains(u"'{\"name\": \"it'\\''s\"}'"_s));
        // A charge without a reference has the key as its reference.
        request.body = R"({"reference":"<new for each creation>"})";
        const QString withReference = desk::curlCommand(request);
        QVERIFY2(withReference.endsWith(u"--data-raw '{\"reference\":\"'\"$(uuidgen)\"'\"}'"_s),
                 qPrintable(withReference));
    }
};

TILLDECK_TEST(EditorModelsTest)

} // namespace editor_models_test

#include "tst_editor_models.moc"
