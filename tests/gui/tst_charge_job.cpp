// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant charges in the customer's currency, from the amount that they want to the paid transaction with its split,
// by pressing the buttons of the real window.
#include "desk/bench.h"
#include "gui/merchant.h"
#include "support/runner.h"

#include <QClipboard>

namespace charge_job_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace std::chrono_literals;
using tilldeck::test::Merchant;

namespace {

money::Money in(const char *currency, qint64 minorUnits)
{
    return {minorUnits, *money::Currency::fromCode(QString::fromLatin1(currency))};
}

} // namespace

class ChargeJobTest : public QObject
{
    Q_OBJECT

private slots:
    void aMerchantChargesInTheCustomersCurrencyAndSharesIt()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(merchant.chooseAccountWith(checkout::Field::Pricing));

        // 1. The merchant asks for 90.00 USD, shared with a sub-merchant, of a customer in Nigeria who pays in naira.
        QVERIFY(merchant.press(u"New session"_s));
        QTRY_VERIFY(merchant.find<QLineEdit>(u"You receive"_s));
        QVERIFY(merchant.choose(u"Currency of the amount"_s, u"USD"_s));
        QVERIFY(merchant.type<QLineEdit>(u"You receive"_s, u"90.00"_s));
        QVERIFY(merchant.choose(u"Customer pays in"_s, u"NGN"_s));
        QVERIFY(merchant.type<QLineEdit>(u"Sub-merchant"_s, u"21"_s));
        QVERIFY(merchant.type<QLineEdit>(u"E-mail"_s, u"adaeze@example.com"_s));
        QVERIFY(merchant.choose(u"Country"_s, u"NG"_s));

        // 2. The provider's figures are shown as it reports them.
        auto *create = merchant.find<QAbstractButton>(u"Create sandbox session"_s);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 1440000)));
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 92160)));
        QVERIFY(merchant.sees(u"This fee is not in the customer's total."_s));
        QVERIFY(merchant.sees(u"1600"_s));
        QVERIFY(merchant.sees(u"The reported rate and the amounts do not fit."_s));
        QVERIFY(merchant.sees(u"Paystack"_s));
        QVERIFY(merchant.sees(u"Net to Lagos Looms"_s));
        QVERIFY(merchant.seesAmount(in("USD", 8550)));

        // 3. A charge is not created with an outdated quote until that is refreshed.
        merchant.passed = 6min;
        QTRY_VERIFY_WITH_TIMEOUT(!create->isEnabled(), 5000);
        QVERIFY(merchant.sees(u"This quote is outdated."_s));
        QTest::keyClick(&merchant.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(merchant.find<QAbstractButton>(u"Create sandbox session"_s));
        QVERIFY(merchant.press(u"Refresh quote"_s));
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);

        // 4. The charge is created, and the customer pays on the page of the gateway.
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.find<QAbstractButton>(u"Copy URL"_s), 15000);
        QVERIFY(merchant.press(u"Copy URL"_s));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(u"http://127.0.0.1:"_s), qPrintable(url));
        desk::test::Shop::pay(url, u"4242424242424242"_s);

        // 5. The transaction has both currencies and the split.
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(u"Transactions"_s));
        QTableView *payments = merchant.table(u"Transactions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(payments, u"adaeze@example.com"_s) == 0, 20000);
        payments->setFocus();
        payments->selectRow(0);
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 1440000)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", 9000)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", -450)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", 8550)));
        QTRY_VERIFY(merchant.sees(u"Net to Lagos Looms"_s));
    }
};

TILLDECK_TEST(ChargeJobTest)

} // namespace charge_job_test

#include "tst_charge_job.moc"
