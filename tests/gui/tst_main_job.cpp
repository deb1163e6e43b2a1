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
        QVERIFY(merchant.find<QAbstractButton>(QStringLiteral("Open the sandbox")) != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(merchant.table(QStringLiteral("Checkout sessions")) != nullptr);
        QTableView *sessions = merchant.table(QStringLiteral("Checkout sessions"));
        QTRY_VERIFY_WITH_TIMEOUT(sessions->model()->rowCount() > 10, 20000);
        const int before = sessions->model()->rowCount();
        QVERIFY(merchant.window().windowTitle().contains(QStringLiteral("sandbox")));

        // 2. The merchant fills in customer, price and quantity, a fallback tier, a promotion code, expiry, URLs and a
        // custom field of a new session.
        QVERIFY(merchant.press(QStringLiteral("New session")));
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session")) != nullptr);
        QVERIFY(merchant.choose(QStringLiteral("Customer"), QStringLiteral("cus_abc123")));
        QVERIFY(merchant.choose(QStringLiteral("Price"), QStringLiteral("price_premium")));
        QVERIFY(merchant.press(QStringLiteral("Add fallback tier")));
        QVERIFY(merchant.choose(QStringLiteral("Price"), QStringLiteral("price_standard"), 1));
        QVERIFY(merchant.press(QStringLiteral("Promotion code")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Promotion code"), QStringLiteral("SAVE20")));
        QVERIFY(merchant.press(QStringLiteral("48 h")));
        QVERIFY(merchant.type<QPlainTextEdit>(QStringLiteral("Success URL"),
                                              QStringLiteral("https://kestrel.example/thanks?s=")));
        QVERIFY(merchant.press(QStringLiteral("Session ID")));
        QVERIFY(merchant.find<QPlainTextEdit>(QStringLiteral("Success URL"))
                    ->toPlainText()
                    .endsWith(QStringLiteral("={CHECKOUT_SESSION_ID}")));
        QVERIFY(merchant.press(QStringLiteral("Add field")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Name of the custom field"), QStringLiteral("order_id")));
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Value of the custom field"), QStringLiteral("KS-20418")));

        // 3. The preview follows; a problem is shown at its field and disables the button until it is corrected.
        auto *create = merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session"));
        QTRY_VERIFY(create->isEnabled());
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Quantity"), QStringLiteral("0")));
        QTRY_VERIFY(merchant.sees(QStringLiteral("Enter a quantity of 1 or more.")));
        QVERIFY(!create->isEnabled());
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("Quantity"), QStringLiteral("2")));
        QTRY_VERIFY(create->isEnabled());
        QTRY_VERIFY(merchant.sees(QStringLiteral("Tier 1 is charged.")));

        // 4. The session is created once; its token is masked, revealed and copied, and its URL is copied.
        QTest::mouseClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.table(QStringLiteral("Checkout sessions")) != nullptr, 10000);
        QTRY_COMPARE_WITH_TIMEOUT(sessions->model()->rowCount(), before + 1, 10000);
        QTRY_VERIFY(merchant.find<ui::MaskedField>(QStringLiteral("token")) != nullptr);
        auto *token = merchant.find<ui::MaskedField>(QStringLiteral("token"));
        QVERIFY(token->visibleText().contains(QChar(0x2022)));
        token->setRevealed(true);
        const QString secret = token->visibleText();
        QVERIFY(!secret.contains(QChar(0x2022)));
        QVERIFY(merchant.press(QStringLiteral("Copy URL")));
        const QString url = QApplication::clipboard()->text();
        QVERIFY2(url.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(url));
        QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));

        // 5. The customer's card has too little for the first tier, and pays the second.
        const QUrl arrival = desk::test::Shop::pay(url, QStringLiteral("4000000000009995"));
        QVERIFY2(arrival.toString().startsWith(QStringLiteral("https://kestrel.example/thanks?s=cs_")),
                 qPrintable(arrival.toString()));

        // 6. Without a restart the session turns completed, and the payment names its tier.
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(sessions, QStringLiteral("Completed")) == 0, 15000);
        QTRY_VERIFY(merchant.sees(QStringLiteral("insufficient_funds")));
        // What the customer paid is the second tier's amount, not the first's.
        const QModelIndex paid = sessions->model()->index(0, ui::SessionModel::Amount);
        QCOMPARE(ui::amountOf(paid.data(ui::AmountRole))->minorUnits(), qint64(23920));
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(QStringLiteral("Transactions")) != nullptr);
        QTableView *payments = merchant.table(QStringLiteral("Transactions"));
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(payments, QStringLiteral("Standard yearly")) == 0, 10000);
        payments->setFocus();
        payments->selectRow(0);
        QTRY_VERIFY(merchant.sees(QStringLiteral("Tier 2")));

        // 7. After a restart it is found again, searched, filtered and duplicated as a draft.
        merchant.restart();
        QTRY_VERIFY(merchant.table(QStringLiteral("Checkout sessions")) != nullptr);
        sessions = merchant.table(QStringLiteral("Checkout sessions"));
        QTRY_COMPARE_WITH_TIMEOUT(sessions->model()->rowCount(), before + 1, 15000);
        QVERIFY(merchant.type<QLineEdit>(QStringLiteral("search"), QStringLiteral("standard yearly")));
        QTRY_VERIFY(sessions->model()->rowCount() > 0 && sessions->model()->rowCount() < before);
        QVERIFY(sessions->model()->rowCount() > 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("duplicateButton")) != nullptr);
        QVERIFY(merchant.press(QStringLiteral("duplicateButton")));
        QTRY_VERIFY(merchant.find<QPlainTextEdit>(QStringLiteral("Success URL")) != nullptr);
        QCOMPARE(merchant.find<QPlainTextEdit>(QStringLiteral("Success URL"))->toPlainText(),
                 QStringLiteral("https://kestrel.example/thanks?s={CHECKOUT_SESSION_ID}"));
        QCOMPARE(merchant.find<QLineEdit>(QStringLiteral("Value of the custom field"))->text(),
                 QStringLiteral("KS-20418"));
    }

    void expiredSessionsOfferToBeCreatedAgain()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTableView *sessions = merchant.table(QStringLiteral("Checkout sessions"));
        QVERIFY(merchant.press(QStringLiteral("Expired")));
        QTRY_VERIFY(Merchant::rowWith(sessions, QStringLiteral("Completed")) < 0);
        QVERIFY(sessions->model()->rowCount() > 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create again")) != nullptr);
        QVERIFY(merchant.press(QStringLiteral("Create again")));
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session")) != nullptr);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session"))->isEnabled());
    }

    void shortcutsOfTheMenusReachThePage()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QTableView *sessions = merchant.table(QStringLiteral("Checkout sessions"));
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Copy URL")) != nullptr);
        QApplication::clipboard()->clear();
        QTest::keyClick(sessions, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("http://127.0.0.1:")));
        QTest::keyClick(sessions, Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("search"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(merchant.find<QAbstractButton>(QStringLiteral("Create sandbox session")) != nullptr);
    }
};

TILLDECK_TEST(MainJobTest)

} // namespace main_job_test

#include "tst_main_job.moc"
