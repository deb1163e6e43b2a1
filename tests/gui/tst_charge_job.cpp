// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant charges in the customer's currency, from the amount that they want to the paid transaction with its split,
// by pressing the buttons of the real window.
#include "desk/bench.h"
#include "gui/merchant.h"
#include "support/runner.h"

#include <QClipboard>

namespace charge_job_test {

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
        QVERIFY(merchant.chooseAccountWith(&checkout::Capabilities::quoteLifetime));

        // 1. The merchant asks for 90.00 USD, shared with a sub-merchant, of a customer in Nigeria who pays in naira.
        QVERIFY(merchant.press(QStringLiteral("New session")));
        QTRY_VERIFY(merchant.find<QLineEdit>(QStringLiteral("You receive")) != nullptr);
        QVERIFY(merchant.choose(QStringLiteral("Currency of the amount"), QStringLiteral("USD")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("You receive"), QStringLiteral("90.00")));
        QVERIFY(merchant.choose(QStringLiteral("Customer pays in"), QStringLiteral("NGN")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Sub-merchant"), QStringLiteral("21")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("E-mail"), QStringLiteral("adaeze@example.com")));
        QVERIFY(merchant.choose(QStringLiteral("Country"), QStringLiteral("NG")));

        // 2. The provider's figures are shown as it reports them.
        auto *create = merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session"));
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 1440000)));
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 92160)));
        QVERIFY(merchant.sees(QStringLiteral("This fee is not in the customer's total.")));
        QVERIFY(merchant.sees(QStringLiteral("1600")));
        QVERIFY(merchant.sees(QStringLiteral("The reported rate and the amounts do not fit.")));
        QVERIFY(merchant.sees(QStringLiteral("Paystack")));
        QVERIFY(merchant.sees(QStringLiteral("Net to Lagos Looms")));
        QVERIFY(merchant.seesAmount(in("USD", 8550)));

        // 3. A charge is not created with an outdated quote until that is refreshed.
        merchant.passed = 6min;
        QTRY_VERIFY_WITH_TIMEOUT(!create->isEnabled(), 5000);
        QVERIFY(merchant.sees(QStringLiteral("This quote is outdated.")));
        QTest::keyClick(&merchant.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session")) != nullptr);
        QVERIFY(merchant.press(QStringLiteral("Refresh quote")));
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);

        // 4. The charge is created, and the customer pays on the page of the gateway.
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.find<QAbstractButton>(QStringLiteral("Copy URL")) != nullptr, 15000);
        QVERIFY(merchant.press(QStringLiteral("Copy URL")));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(url));
        desk::test::Shop::pay(url, QStringLiteral("4242424242424242"));

        // 5. The transaction has both currencies and the split.
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(QStringLiteral("Transactions")) != nullptr);
        QTableView *payments = merchant.table(QStringLiteral("Transactions"));
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(payments, QStringLiteral("adaeze@example.com")) == 0, 20000);
        payments->setFocus();
        payments->selectRow(0);
        QTRY_VERIFY(merchant.seesAmount(in("NGN", 1440000)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", 9000)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", -450)));
        QTRY_VERIFY(merchant.seesAmount(in("USD", 8550)));
        QTRY_VERIFY(merchant.sees(QStringLiteral("Net to Lagos Looms")));
    }
};

TILLDECK_TEST(ChargeJobTest)

} // namespace charge_job_test

#include "tst_charge_job.moc"
