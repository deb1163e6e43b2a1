// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant does the main job, from the first start to the paid session after a restart, by pressing the buttons of
// the real window.
#include "desk/bench.h"
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/lists/roles.h"
#include "ui/sessions/session_model.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/masked_field.h"

#include <QClipboard>
#include <QMimeData>
#include <QPlainTextEdit>

namespace main_job_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

class MainJobTest : public QObject
{
    Q_OBJECT

private slots:
    void aMerchantCreatesASessionAndSeesItPaid()
    {
        Merchant merchant;

        // 1. Enter opens the sandbox with its sample shop.
        QVERIFY(merchant.find<QAbstractButton>(u"Open the sandbox"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(merchant.table(u"Checkout sessions"_s));
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sessions->model()->rowCount() > 10, 20000);
        const int before = sessions->model()->rowCount();
        QVERIFY(merchant.window().windowTitle().contains(u"sandbox"_s));

        // 2. The merchant fills in customer, price and quantity, a fallback tier, a promotion code, expiry, URLs and a
        // custom field of a new session.
        QVERIFY(merchant.press(u"New session"_s));
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create sandbox session"_s));
        QVERIFY(merchant.choose(u"Customer"_s, u"cus_abc123"_s));
        QVERIFY(merchant.choose(u"Price"_s, u"price_premium"_s));
        QVERIFY(merchant.press(u"Add fallback tier"_s));
        QVERIFY(merchant.choose(u"Price"_s, u"price_standard"_s, 1));
        QVERIFY(merchant.press(u"Promotion code"_s));
        QVERIFY(merchant.type<QLineEdit>(u"Promotion code"_s, u"SAVE20"_s));
        QVERIFY(merchant.press(u"48 h"_s));
        QVERIFY(merchant.type<QPlainTextEdit>(u"Success URL"_s, u"https://kestrel.example/thanks?s="_s));
        QVERIFY(merchant.press(u"Session ID"_s));
        QVERIFY(merchant.find<QPlainTextEdit>(u"Success URL"_s)->toPlainText().endsWith(u"={CHECKOUT_SESSION_ID}"_s));
        QVERIFY(merchant.press(u"Add field"_s));
        QVERIFY(merchant.type<QLineEdit>(u"Name of the custom field"_s, u"order_id"_s));
        QVERIFY(merchant.type<QLineEdit>(u"Value of the custom field"_s, u"KS-20418"_s));

        // 3. The preview follows; a problem is shown at its field and disables the button until it is corrected.
        auto *create = merchant.find<QAbstractButton>(u"Create sandbox session"_s);
        QTRY_VERIFY(create->isEnabled());
        QVERIFY(merchant.type<QLineEdit>(u"Quantity"_s, u"0"_s));
        QTRY_VERIFY(merchant.sees(u"Enter a quantity of 1 or more."_s));
        QVERIFY(!create->isEnabled());
        QVERIFY(merchant.type<QLineEdit>(u"Quantity"_s, u"2"_s));
        QTRY_VERIFY(create->isEnabled());
        QTRY_VERIFY(merchant.sees(u"Tier 1 is charged."_s));

        // 4. The session is created once; its token is masked, revealed and copied, and its URL is copied.
        QTest::mouseClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.table(u"Checkout sessions"_s), 10000);
        QTRY_COMPARE_WITH_TIMEOUT(sessions->model()->rowCount(), before + 1, 10000);
        QTRY_VERIFY(merchant.find<ui::MaskedField>(u"token"_s));
        auto *token = merchant.find<ui::MaskedField>(u"token"_s);
        QVERIFY(token->visibleText().contains(QChar(0x2022)));
        token->setRevealed(true);
        const QString secret = token->visibleText();
        QVERIFY(!secret.contains(QChar(0x2022)));
        QVERIFY(merchant.press(u"Copy URL"_s));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(u"http://127.0.0.1:"_s), qPrintable(url));
        QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));

        // 5. The customer's card has too little for the first tier, and pays the second.
        const QUrl arrival = desk::test::Shop::pay(url, u"4000000000009995"_s);
        QVERIFY2(arrival.toString().startsWith(u"https://kestrel.example/thanks?s=cs_"_s),
                 qPrintable(arrival.toString()));

        // 6. Without a restart the session turns completed, and the payment names its tier.
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(sessions, u"Completed"_s) == 0, 15000);
        QTRY_VERIFY(merchant.sees(u"insufficient_funds"_s));
        // What the customer paid is the second tier's amount, not the first's.
        const QModelIndex paid = sessions->model()->index(0, ui::SessionModel::Amount);
        QCOMPARE(ui::amountOf(paid.data(ui::AmountRole))->minorUnits(), qint64(23920));
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(u"Transactions"_s));
        QTableView *payments = merchant.table(u"Transactions"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(payments, u"Standard yearly"_s) == 0, 10000);
        payments->setFocus();
        payments->selectRow(0);
        QTRY_VERIFY(merchant.sees(u"Tier 2"_s));

        // 7. After a restart it is found again, searched, filtered and duplicated as a draft.
        merchant.restart();
        QTRY_VERIFY(merchant.table(u"Checkout sessions"_s));
        sessions = merchant.table(u"Checkout sessions"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sessions->model()->rowCount(), before + 1, 15000);
        QVERIFY(merchant.type<QLineEdit>(u"search"_s, u"standard yearly"_s));
        QTRY_VERIFY(sessions->model()->rowCount() > 0 && sessions->model()->rowCount() < before);
        QVERIFY(sessions->model()->rowCount() > 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"main"_s)); // of a paid session: Duplicate
        QVERIFY(merchant.press(u"main"_s));
        QTRY_VERIFY(merchant.find<QPlainTextEdit>(u"Success URL"_s));
        QCOMPARE(merchant.find<QPlainTextEdit>(u"Success URL"_s)->toPlainText(),
                 u"https://kestrel.example/thanks?s={CHECKOUT_SESSION_ID}"_s);
        QCOMPARE(merchant.find<QLineEdit>(u"Value of the custom field"_s)->text(), u"KS-20418"_s);
    }

    void expiredSessionsOfferToBeCreatedAgain()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QVERIFY(merchant.press(u"Expired"_s));
        QTRY_VERIFY(Merchant::rowWith(sessions, u"Completed"_s) < 0);
        QVERIFY(sessions->model()->rowCount() > 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create again"_s));
        QVERIFY(merchant.press(u"Create again"_s));
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create sandbox session"_s));
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create sandbox session"_s)->isEnabled());
    }

    void shortcutsOfTheMenusReachThePage()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Copy URL"_s));
        QApplication::clipboard()->clear();
        QTest::keyClick(sessions, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(u"http://127.0.0.1:"_s));
        QTest::keyClick(sessions, Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"search"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Create sandbox session"_s));
    }
};

TILLDECK_TEST(MainJobTest)

} // namespace main_job_test

#include "tst_main_job.moc"
