// SPDX-License-Identifier: GPL-3.0-or-later
// A flow with an amount of one's own, a quote and a life of that quote.
#include "editor_bench.h"
#include "money/format.h"
#include "support/runner.h"
#include "ui/editor/preview/preview_text.h"
#include "ui/editor/preview/quote_bar.h"
#include "ui/forms/choice_field.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

namespace quoted_flow_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using namespace Qt::StringLiterals;
using checkout::Field;
using test::EditorBench;

namespace {

QStringList amounts(EditorBench &bench)
{
    QStringList texts;
    for (auto *label : bench.screen().findChildren<AmountLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

/// Types @p code into a picker and takes it.
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

} // namespace

class QuotedFlowTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void whatIsMissingIsNamedUntilThereIsAQuote()
    {
        EditorBench bench({}, true, test::chargeCapabilities());
        QVERIFY(bench.showsPart(u"No quote yet. Fairlead needs: "_s));
        QVERIFY(bench.showsPart(u"Customer's e-mail"_s));
        QVERIFY(!bench.showsPart(u"and Quote"_s));
        QVERIFY(!bench.createButton()->isEnabled());
        QVERIFY(!bench.shows(u"Enter an amount above zero."_s));
    }

    void aFlowWithoutAPriceOfItsOwnAsksForTheCustomersCurrency()
    {
        checkout::Capabilities can;
        can.providerName = u"Fairlead"_s;
        can.fields = {checkout::Field::Product, checkout::Field::Quantity, checkout::Field::ChargeCurrency};
        can.needed = {checkout::Field::Product};
        can.quoteLifetime = std::chrono::minutes(5);
        EditorBench bench({}, true, can);
        QVERIFY(!bench.shows(u"The same currency"_s));
        QVERIFY(bench.showsPart(u"Customer pays in"_s)); // named among what the quote needs
        checkout::SessionDraft draft;
        draft.productId = u"product_1"_s;
        EditorBench named(draft, false, can);
        QCOMPARE(named.problem().field, Field::ChargeCurrency);
        named.screen().goToFirstProblem();
        QCoreApplication::processEvents();
        auto *currency = named.find<ChoiceField>(u"Customer pays in"_s);
        QVERIFY(currency->hasFocus() || currency->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(named.showsPart(u"Fix 1 field to update"_s));
        QVERIFY(named.shows(u"Choose the currency that the customer pays in."_s));
    }

    void fieldsAreCountedOnceAndWithoutTheQuote()
    {
        const std::vector<checkout::Problem> problems{{Field::Product, u"a"_s},
                                                      {Field::Product, u"b"_s},
                                                      {Field::Quote, u"c"_s},
                                                      {Field::ChargeCurrency, u"d"_s}};
        QCOMPARE(fieldsToFix(problems).size(), size_t(2));
    }

    void theAccountsOwnCurrencyIsOfferedUntilOneIsChosen()
    {
        const auto tellCurrency = [](EditorBench &bench, const char *code) {
            checkout::Catalog catalog = bench.editor().catalog();
            catalog.currency = test::amount(0, code).currency();
            bench.editor().setCatalog(std::make_shared<checkout::Catalog>(catalog));
            bench.screen().readCatalog();
        };
        EditorBench bench({}, true, test::chargeCapabilities());
        tellCurrency(bench, "GHS");
        QCOMPARE(bench.editor().pricing().currency, u"GHS"_s);
        choose(bench, u"Currency of the amount"_s, u"XOF"_s);
        tellCurrency(bench, "NGN");
        QCOMPARE(bench.editor().pricing().currency, u"XOF"_s);

        EditorBench known(test::chargeDraft(), false, test::chargeCapabilities());
        const QString before = known.editor().pricing().currency;
        tellCurrency(known, "GHS");
        QCOMPARE(known.editor().pricing().currency, before);
    }

    void theQuoteIsShownAsItCame()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        QVERIFY(bench.shows(u"Asking Fairlead for a quote…"_s));
        QVERIFY(!bench.createButton()->isEnabled());
        bench.quote = test::chargeQuote();
        bench.refresh();
        QVERIFY(bench.createButton()->isEnabled());
        const QStringList figures = amounts(bench);
        for (const money::Money &figure :
             {test::amount(1440000, "NGN"), test::amount(92160, "NGN"), test::amount(9000, "USD")})
            QVERIFY2(figures.contains(money::format(figure, QLocale())), qPrintable(figures.join(u' ')));
        QVERIFY(bench.shows(u"This fee is not in the customer's total."_s));
        QVERIFY(bench.shows(u"1600"_s));
        QVERIFY(bench.shows(u"Paystack"_s));
        QVERIFY(bench.shows(u"Yes, from Nigeria to United States"_s));
        QVERIFY(bench.showsPart(u"The reported rate and the amounts do not fit."_s));
        QCOMPARE(bench.screen().customerPays()->amount, test::amount(1440000, "NGN"));
    }

    void aRateThatFitsHasNoSentence()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        bench.quote = test::chargeQuote();
        bench.quote->conversion->rate = u"160"_s;
        bench.quote->customerPaysFee = true;
        bench.refresh();
        QVERIFY(bench.shows(u"160"_s));
        QVERIFY(!bench.showsPart(u"do not fit"_s));
        QVERIFY(bench.shows(u"Fee, paid by customer, included"_s));
    }

    void aSplitSaysWhoGetsWhat()
    {
        auto draft = test::chargeDraft();
        draft.subMerchantId = u"sub_lagos"_s;
        EditorBench bench(draft, false, test::chargeCapabilities());
        bench.quote = test::chargeQuote(true);
        bench.refresh();
        QVERIFY(bench.shows(u"Net to Kestrel Lagos"_s));
        QVERIFY(bench.shows(u"Commission, own rate of 5%"_s));
        QVERIFY(amounts(bench).contains(money::format(test::amount(-450, "USD"), QLocale())));
        QVERIFY(bench.shows(u"Kestrel Lagos Commission, own rate of 5%."_s));
    }

    void anOutdatedQuoteKeepsTheSessionFromBeingCreated()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        bench.quote = test::chargeQuote();
        bench.now = test::sampleNow().addSecs(12);
        bench.refresh();
        QVERIFY(bench.shows(u"Quoted 12 s ago, good for 4:48"_s));
        QVERIFY(bench.createButton()->isEnabled());
        bench.now = test::sampleNow().addSecs(301);
        QTRY_VERIFY(bench.shows(u"This quote is outdated. Amounts may have moved."_s));
        QVERIFY(!bench.createButton()->isEnabled());
        QVERIFY(!bench.screen().canCreate());
        QVERIFY(!bench.screen().customerPays());
        // The blocked button leads to the one that helps.
        QTest::mouseClick(bench.createButton()->parentWidget(), Qt::LeftButton, {},
                          bench.createButton()->geometry().center());
        auto *refresh = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        QVERIFY(refresh);
        QCOMPARE(refresh->text(), u"Refresh quote"_s);
        QSignalSpy asked(&bench.screen(), &EditorScreen::quoteRequested);
        QTest::keyClick(refresh, Qt::Key_Space);
        QCOMPARE(asked.count(), 1);
        bench.quote->madeAt = bench.now;
        bench.quote->validUntil = bench.now.addSecs(300);
        bench.refresh();
        QVERIFY(bench.createButton()->isEnabled());
    }

    void whatTheProviderFindsStandsOnItsField()
    {
        auto draft = test::chargeDraft();
        draft.subMerchantId = u"sub_pending"_s;
        EditorBench bench(draft, false, test::chargeCapabilities());
        bench.quoteError = checkout::Error(checkout::ErrorKind::Rejected, u"No quote."_s);
        bench.quoteError->problems.emplace_back(Field::SubMerchant, u"It cannot be charged yet."_s);
        bench.refresh();
        QVERIFY(bench.shows(u"It cannot be charged yet."_s));
        QVERIFY(bench.shows(u"Try again"_s));
        QVERIFY(bench.find<QLineEdit>(u"Sub-merchant"_s)->property("error").toBool());
        QVERIFY(!bench.createButton()->isEnabled());
    }

    void aMissingKeyLeadsToTheKeyAndKeepsTheDraft()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        bench.quoteError = checkout::Error(checkout::ErrorKind::Unauthorised, u"The key is wrong."_s);
        bench.refresh();
        QVERIFY(bench.shows(u"The key is wrong."_s));
        QSignalSpy key(&bench.screen(), &EditorScreen::keyRequested);
        bench.press(u"Enter the key…"_s);
        QCOMPARE(key.count(), 1);
        QCOMPARE(bench.draft().pricing, test::chargeDraft().pricing);
    }

    void amountsAreReadInTheCurrency_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("minorUnits");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("dollars") << "en_US" << "USD" << "90.00" << qint64(9000) << "$90.00";
        QTest::newRow("German") << "de_DE" << "EUR" << "1.234,5" << qint64(123450) << "1.234,50 €";
        QTest::newRow("francs have no decimals") << "fr_FR" << "XOF" << "12000" << qint64(12000) << "12 000 F CFA";
        QTest::newRow("decimals of francs")
            << "en_US" << "XOF" << "12000.50" << qint64(0) << "XOF has no decimals. Type a whole amount.";
        QTest::newRow("three decimals of a dollar")
            << "en_US" << "USD" << "1.005" << qint64(0) << "USD has 2 decimals at most.";
        QTest::newRow("a word") << "en_US" << "USD" << "ninety" << qint64(0) << "Type an amount, for example 1,250.00.";
    }
    void amountsAreReadInTheCurrency()
    {
        QFETCH(QString, locale);
        QFETCH(QString, currency);
        QFETCH(QString, typed);
        QFETCH(qint64, minorUnits);
        QFETCH(QString, sentence);
        QLocale::setDefault(QLocale(locale));
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        choose(bench, u"Currency of the amount"_s, currency);
        bench.type(bench.find<QLineEdit>(u"You receive"_s), typed);
        QCOMPARE(bench.draft().pricing->currency().code(), currency);
        QCOMPARE(bench.draft().pricing->minorUnits(), minorUnits);
        QCOMPARE(bench.find<QLineEdit>(u"You receive"_s)->text(), typed);
        QVERIFY(bench.shows(sentence));
        QCOMPARE(bench.screen().problems().empty(), minorUnits > 0);
    }

    void fieldsAreCountedAndTheQuoteIsNone()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        checkout::Preview preview;
        preview.quoteState = checkout::QuoteState::NotYet;
        const checkout::Problem quote(checkout::Field::Quote, u"There is no quote."_s);
        bench.screen().setPreview(preview, {checkout::Problem(checkout::Field::CustomerEmail, u"Type it."_s),
                                            checkout::Problem(checkout::Field::CustomerEmail, u"Type it well."_s),
                                            checkout::Problem(checkout::Field::Reference, u"Shorter."_s), quote});
        QVERIFY(bench.shows(u"Fix 2 fields"_s));
        bench.screen().setPreview(preview, {quote});
        QVERIFY(bench.shows(u"Get a quote first"_s));
        QVERIFY(!bench.showsPart(u"Fix "_s));
        QVERIFY(!bench.createButton()->isEnabled());
        QVERIFY(!bench.screen().canCreate());
    }

    void countryAndCurrencyAreFoundByName()
    {
        auto draft = test::chargeDraft();
        draft.customer.country.clear();
        draft.chargeCurrency.reset();
        EditorBench bench(draft, false, test::chargeCapabilities());
        choose(bench, u"Country"_s, u"Ghan"_s);
        choose(bench, u"Customer pays in"_s, u"ghs"_s);
        QCOMPARE(bench.draft().customer.country, u"GH"_s);
        QCOMPARE(bench.draft().chargeCurrency, money::Currency::fromCode(u"GHS"));
        choose(bench, u"Customer pays in"_s, u"zzz"_s);
        QVERIFY(bench.shows(u"Type the three letters of a currency, for example NGN."_s));
        QVERIFY(!bench.createButton()->isEnabled());
    }

    void theCustomersAmountIsTypedInTheirCurrency()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        QVERIFY(!bench.find<QLineEdit>(u"Customer's amount"_s));
        bench.press(u"Type the customer's amount"_s);
        bench.type(QApplication::focusWidget(), u"14500"_s);
        QCOMPARE(bench.draft().chargeAmount, test::amount(1450000, "NGN"));
        choose(bench, u"Customer pays in"_s, u"XOF"_s);
        QCOMPARE(bench.draft().chargeAmount, test::amount(14500, "XOF"));
        bench.type(bench.find<QLineEdit>(u"Customer's amount"_s), u" "_s);
        QVERIFY(!bench.draft().chargeAmount);
    }

    void anotherFlowKeepsWhatWasTyped()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        QSignalSpy chosen(&bench.screen(), &EditorScreen::flowChosen);
        bench.press(u"Hosted session"_s);
        QCOMPARE(chosen[0][0].toString(), u"f.session"_s);

        bench.editor().setCapabilities(test::sessionCapabilities());
        QVERIFY(!bench.draft().chargeCurrency);
        QCOMPARE(bench.draft().reference, QString());
        QCOMPARE(bench.draft().pricing, test::chargeDraft().pricing);
        QCOMPARE(bench.editor().fullDraft(), test::chargeDraft());
        bench.editor().setCapabilities(test::chargeCapabilities());
        QCOMPARE(bench.draft(), test::chargeDraft());
    }

    void whatTheFlowDoesNotTakeIsNamed()
    {
        EditorBench bench(test::chargeDraft(), false, test::sessionCapabilities());
        const QString parts = QLocale().createSeparatedList({u"the customer's currency"_s, u"reference"_s});
        QVERIFY(bench.shows(u"Kept here and not sent: %1."_s.arg(parts)));
        QVERIFY(bench.find<QWidget>(u"Cancel URL"_s));
        // A flow without a quote needs none.
        bench.press(u"By name"_s);
        bench.type(QApplication::focusWidget(), u"Course"_s);
        QCOMPARE(bench.draft().productName, u"Course"_s);
        QVERIFY2(bench.createButton()->isEnabled(), qPrintable(bench.sentences()));
    }

    void theProductIsChosenOrNamedAndBothAreKept()
    {
        auto draft = test::chargeDraft();
        draft.productId = u"prod_course"_s;
        EditorBench bench(draft, false, test::sessionCapabilities());
        bench.press(u"By name"_s);
        QCOMPARE(bench.draft().productId, QString());
        bench.type(QApplication::focusWidget(), u"Course"_s);
        bench.press(u"From the catalog"_s);
        QCOMPARE(bench.draft().productId, u"prod_course"_s);
        QCOMPARE(bench.draft().productName, QString());
        bench.press(u"By name"_s);
        QCOMPARE(bench.draft().productName, u"Course"_s);
    }

    void metadataIsTypedInItsOwnTable()
    {
        EditorBench bench(test::chargeDraft(), false, test::chargeCapabilities());
        bench.press(u"Add field"_s);
        bench.type(bench.find<QLineEdit>(u"Name in the metadata"_s), u"order"_s);
        bench.type(bench.find<QLineEdit>(u"Value in the metadata"_s), u"[1]"_s);
        QVERIFY(bench.showsPart(u"Metadata holds texts, numbers and yes/no."_s));
        bench.type(bench.find<QLineEdit>(u"Value in the metadata"_s), u"KS-1"_s);
        QCOMPARE(bench.draft().metadata.size(), size_t(1));
        QCOMPARE(bench.draft().metadata[0].name, u"order"_s);
        QVERIFY(bench.draft().customFields.empty());
    }
};

TILLDECK_TEST(QuotedFlowTest)

} // namespace quoted_flow_test

#include "tst_quoted_flow.moc"
