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

using namespace Qt::StringLiterals;

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
    const QJsonObject money{{u"operator"_s, u"orange_money"_s}, {u"country"_s, u"SN"_s}, {u"msisdn"_s, number}};
    const QJsonObject method{{u"type"_s, u"mobile_money"_s}, {u"mobile_money"_s, money}};
    QUrl address = page;
    address.setPath(u"/ikawaari/api/checkout/%1/pay"_s.arg(page.path().section(u'/', -1)));
    QNetworkAccessManager phone;
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = phone.post(request, QJsonDocument(QJsonObject{{u"payment_method"_s, method}}).toJson());
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
        QVERIFY(merchant.chooseAccountWith(checkout::Field::Name));

        // 1. The merchant types two items by the keyboard alone: a new session begins in the name of the first.
        QVERIFY(merchant.press(u"New session"_s));
        QTRY_VERIFY(merchant.find<QLineEdit>(u"Unit price"_s));
        QVERIFY(merchant.sees(u"Not offered by Ikawaari"_s));
        QCOMPARE(QApplication::focusWidget(), merchant.find<QLineEdit>(u"Item"_s));
        typeHere(u"Woven basket"_s);
        press(Qt::Key_Tab);
        typeHere(u"2"_s);
        press(Qt::Key_Tab);
        typeHere(u"12500"_s);
        press(Qt::Key_Return);
        typeHere(u"Delivery to Thies"_s);

        // 2. A session with a missing amount is not created, and the focus goes to that amount.
        QTest::keyClick(&merchant.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(merchant.sees(u"Enter an amount above zero."_s));
        typeHere(u"1500"_s);
        auto *create = merchant.find<QAbstractButton>(u"Create sandbox session"_s);
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), 15000);
        QTRY_VERIFY(merchant.seesAmount(francs(25000)));
        QTRY_VERIFY(merchant.seesAmount(francs(26500)));

        // 3. The session is created, and the customer pays on its page with a phone.
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.find<QAbstractButton>(u"Copy URL"_s), 15000);
        QVERIFY(merchant.press(u"Copy URL"_s));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(u"http://127.0.0.1:"_s), qPrintable(url));
        QCOMPARE(payByPhone(QUrl(url), u"+221770000000"_s), u"completed"_s);

        // 4. The session is completed in its list, and its payment in that of the transactions.
        QVERIFY(merchant.activate());
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QTRY_VERIFY(sessions);
        const auto session = [&] { return Merchant::rowWith(sessions, u"Woven basket"_s); };
        QTRY_COMPARE_WITH_TIMEOUT(session(), 0, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(Merchant::rowWith(sessions, u"Completed"_s), 0, 20000);
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(u"Transactions"_s));
        QTableView *payments = merchant.table(u"Transactions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(payments, francs(26500)) >= 0, 20000);
        payments->setFocus();
        payments->selectRow(rowWith(payments, francs(26500)));
        QTRY_VERIFY(merchant.seesAmount(francs(26500)));
    }
};

TILLDECK_TEST(IkawaariJobTest)

} // namespace ikawaari_job_test

#include "tst_ikawaari_job.moc"
