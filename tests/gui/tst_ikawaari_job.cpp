// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant sells a basket of two items with a provider that has no catalog, from names and amounts to the payment by
// mobile money, by pressing the buttons of the real window.
#include "desk/bench.h"
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/lists/roles.h"

#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>

namespace ikawaari_job_test {

using namespace tilldeck;
using tilldeck::test::Merchant;

namespace {

money::Money francs(qint64 amount)
{
    return {amount, *money::Currency::fromCode(u"XOF")};
}

/// Pays the session of @p page as its customer's phone does, and returns the status of the session.
QString payByPhone(const QUrl &page, const QString &number)
{
    const QJsonObject money{{QStringLiteral("operator"), QStringLiteral("orange_money")},
                            {QStringLiteral("country"), QStringLiteral("SN")},
                            {QStringLiteral("msisdn"), number}};
    const QJsonObject method{{QStringLiteral("type"), QStringLiteral("mobile_money")},
                             {QStringLiteral("mobile_money"), money}};
    QUrl address = page;
    address.setPath(QStringLiteral("/ikawaari/api/checkout/%1/pay").arg(page.path().section(u'/', -1)));
    QNetworkAccessManager phone;
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply =
        phone.post(request, QJsonDocument(QJsonObject{{QStringLiteral("payment_method"), method}}).toJson());
    QSignalSpy done(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !done.wait(10000))
        qFatal("The public route did not answer.");
    return QJsonDocument::fromJson(reply->readAll()).object().value(u"status").toString();
}

int rowWith(const QTableView *table, const money::Money &amount)
{
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (ui::amountOf(table->model()->index(row, column).data(ui::AmountRole)) == amount)
                return row;
        }
    }
    return -1;
}

void typeHere(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key)
{
    QTest::keyClick(QApplication::focusWidget(), key);
}

} // namespace

class IkawaariJobTest : public QObject
{
    Q_OBJECT

private slots:
    void aMerchantSellsTwoItemsByNameAndIsPaidByPhone()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(merchant.chooseAccountWith(&checkout::Capabilities::inlineItems));

        // 1. The merchant types two items by the keyboard alone: a new session begins in the name of the first.
        QVERIFY(merchant.press(QStringLiteral("New session")));
        QTRY_VERIFY(merchant.find<QLineEdit>(QStringLiteral("Unit price")) != nullptr);
        QVERIFY(merchant.sees(QStringLiteral("Not offered by Ikawaari")));
        QCOMPARE(QApplication::focusWidget(), merchant.find<QLineEdit>(QStringLiteral("Item")));
        typeHere(QStringLiteral("Woven basket"));
        press(Qt::Key_Tab);
        typeHere(QStringLiteral("2"));
        press(Qt::Key_Tab);
        typeHere(QStringLiteral("12500"));
        press(Qt::Key_Return);
        typeHere(QStringLiteral("Delivery to Thies"));

        // 2. A session with a missing amount is not created, and the focus goes to that amount.
        QTest::keyClick(&merchant.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(merchant.sees(QStringLiteral("Enter an amount above zero.")));
        typeHere(QStringLiteral("1500"));
        auto *create = merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session"));
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);
        QTRY_VERIFY(merchant.seesAmount(francs(25000)));
        QTRY_VERIFY(merchant.seesAmount(francs(26500)));

        // 3. The session is created, and the customer pays on its page with a phone.
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.find<QAbstractButton>(QStringLiteral("Copy URL")) != nullptr, 15000);
        QVERIFY(merchant.press(QStringLiteral("Copy URL")));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(url));
        QCOMPARE(payByPhone(QUrl(url), QStringLiteral("+221770000000")), QStringLiteral("completed"));

        // 4. The session is completed in its list, and its payment in that of the transactions.
        QVERIFY(merchant.activate());
        QTableView *sessions = merchant.table(QStringLiteral("Checkout sessions"));
        QTRY_VERIFY(sessions != nullptr);
        const auto session = [&] { return Merchant::rowWith(sessions, QStringLiteral("Woven basket")); };
        QTRY_COMPARE_WITH_TIMEOUT(session(), 0, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(Merchant::rowWith(sessions, QStringLiteral("Completed")), 0, 20000);
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(QStringLiteral("Transactions")) != nullptr);
        QTableView *payments = merchant.table(QStringLiteral("Transactions"));
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(payments, francs(26500)) >= 0, 20000);
        payments->setFocus();
        payments->selectRow(rowWith(payments, francs(26500)));
        QTRY_VERIFY(merchant.seesAmount(francs(26500)));
    }
};

TILLDECK_TEST(IkawaariJobTest)

} // namespace ikawaari_job_test

#include "tst_ikawaari_job.moc"
