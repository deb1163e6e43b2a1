// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in sandbox is offered as accounts of the merchant, and sends webhook events.
#include "desk/bench.h"
#include "gui/merchant.h"
#include "providers/webhook_check.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/shell/account_switcher.h"
#include "ui/shell/sidebar.h"
#include "ui/widgets/masked_field.h"

#include <QClipboard>
#include <QTcpServer>
#include <QTcpSocket>

namespace sandbox_accounts_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

namespace {

/// Answers 204 to every request, as the merchant's server does, and stores it.
class Receiver : public QTcpServer
{
public:
    Receiver()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                if (received.endsWith('}'))
                    socket->write("HTTP/1.1 204 Taken\r\nContent-Length: 0\r\n\r\n");
            });
        });
    }

    QString url() const { return u"http://127.0.0.1:%1/hooks"_s.arg(serverPort()); }

    QByteArray received;
};

} // namespace

class SandboxAccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyProviderOfTheSandboxIsAnAccount()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        const auto &accounts = merchant.desk->accounts().accounts();
        QVERIFY(accounts.size() > 1);
        for (const accounts::Account &account : accounts)
            QCOMPARE(account.mode, accounts::Mode::Sandbox);
        const ui::AccountEntry *current = merchant.window().sidebar()->accounts()->current();
        QVERIFY(current);
        QCOMPARE(current->name, u"Sandbox"_s);
        QCOMPARE(current->id, accounts.front().id);

        // After a restart the accounts are the same, and so is the chosen one.
        const QString second = accounts[1].id;
        const auto count = accounts.size();
        emit merchant.window().accountChosen(second);
        merchant.restart();
        QTRY_COMPARE_WITH_TIMEOUT(currentId(merchant), second, 20000);
        QCOMPARE(merchant.desk->accounts().accounts().size(), count);
    }

    void itsKeysMayBeOthersInANewFolder()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        const auto accounts = merchant.desk->accounts().accounts();
        QStringList before;
        for (const accounts::Account &account : accounts)
            before << keyOf(merchant, account.id);
        merchant.stop();
        QVERIFY(QDir(merchant.folder() + u"/sandbox"_s).removeRecursively());
        merchant.start();
        QTRY_VERIFY_WITH_TIMEOUT(!keyOf(merchant, accounts.back().id).isEmpty(), 20000);
        for (const accounts::Account &account : accounts) {
            QVERIFY(!before.contains(keyOf(merchant, account.id)));
            QVERIFY(QCoro::waitFor(merchant.desk->provider(account.id)));
        }
    }

    void aRemovedAccountStaysRemovedAndTheLastOneRemovesTheSandbox()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        const auto count = merchant.desk->accounts().accounts().size();
        const QString first = merchant.desk->accounts().accounts().front().id;
        remove(merchant, static_cast<int>(count) - 1);
        QTRY_COMPARE(merchant.desk->accounts().accounts().size(), count - 1);
        merchant.restart();
        QTRY_COMPARE_WITH_TIMEOUT(currentId(merchant), first, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(rowsOfSessions(merchant) > 10, 20000); // the sandbox is running
        QCOMPARE(merchant.desk->accounts().accounts().size(), count - 1);

        while (!merchant.desk->accounts().accounts().empty()) {
            const auto left = merchant.desk->accounts().accounts().size();
            remove(merchant, 0);
            QTRY_COMPARE(merchant.desk->accounts().accounts().size(), left - 1);
        }
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Open the sandbox"_s));
        // Opened again, the sandbox has all its accounts.
        QVERIFY(merchant.press(u"Open the sandbox"_s));
        QTRY_COMPARE_WITH_TIMEOUT(merchant.desk->accounts().accounts().size(), count, 20000);
    }

    void aPaidSessionSendsAWebhookToTheMerchantsServer()
    {
        Receiver receiver;
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(merchant.activate());
        QTest::keyClick(&merchant.window(), Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(u"Activity"_s));
        QVERIFY(merchant.type<QLineEdit>(u"Send events to"_s, receiver.url()));
        QTest::keyClick(merchant.find<QLineEdit>(u"Send events to"_s), Qt::Key_Return);
        auto *field = merchant.find<ui::MaskedField>(u"signingSecret"_s);
        QVERIFY(field);
        field->setRevealed(true);
        const QString secret = field->visibleText();
        field->setRevealed(false);
        QVERIFY(secret.startsWith(u"whsec_"_s));

        QTest::keyClick(&merchant.window(), Qt::Key_2, Qt::AltModifier);
        QTableView *sessions = merchant.table(u"Checkout sessions"_s);
        QTest::mouseClick(merchant.find<ui::Chip>(u"Open"_s), Qt::LeftButton);
        QTRY_VERIFY(Merchant::rowWith(sessions, u"Completed"_s) < 0);
        sessions->setFocus();
        sessions->selectRow(0);
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Copy URL"_s));
        QVERIFY(merchant.press(u"Copy URL"_s));
        desk::test::Shop::pay(QApplication::clipboard()->text(), u"4242424242424242"_s);

        QTest::keyClick(&merchant.window(), Qt::Key_6, Qt::AltModifier);
        QTableView *events = merchant.table(u"Activity"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Merchant::rowWith(events, u"HTTP 204"_s) >= 0, 15000);
        const QByteArray body = receiver.received.mid(receiver.received.lastIndexOf("\r\n\r\n") + 4);
        const qsizetype at = receiver.received.toLower().lastIndexOf("x-webhook-signature: ") + 21;
        const QByteArray signature = receiver.received.mid(at, 64);
        const auto verdict = providers::checkWebhook(u"paymentkit"_s, body, QString::fromLatin1(signature),
                                                     http::Secret(secret), QDateTime::currentDateTimeUtc());
        QVERIFY2(verdict.outcome == providers::WebhookVerdict::Outcome::Genuine,
                 qPrintable(verdict.sentence + verdict.advice));

        // The event and the address are still there after a restart.
        merchant.restart();
        QTRY_VERIFY_WITH_TIMEOUT(rowsOfSessions(merchant) > 10, 20000);
        QTest::keyClick(&merchant.window(), Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(merchant.table(u"Activity"_s));
        QTRY_VERIFY(Merchant::rowWith(merchant.table(u"Activity"_s), u"HTTP 204"_s) >= 0);
        QCOMPARE(merchant.find<QLineEdit>(u"Send events to"_s)->text(), receiver.url());
    }

private:
    static QString keyOf(const Merchant &merchant, const QString &accountId)
    {
        const auto key = QCoro::waitFor(merchant.desk->keys().key(accountId));
        return key ? key->reveal() : QString();
    }
    static int rowsOfSessions(const Merchant &merchant)
    {
        const QTableView *table = merchant.table(u"Checkout sessions"_s);
        return !table ? 0 : table->model()->rowCount();
    }
    static QString currentId(const Merchant &merchant)
    {
        const ui::AccountEntry *current = merchant.window().sidebar()->accounts()->current();
        return !current ? QString() : current->id;
    }
    static void remove(const Merchant &merchant, int row)
    {
        merchant.window().showPage(ui::PageId::Accounts);
        QTRY_VERIFY(merchant.table(u"Accounts"_s));
        merchant.table(u"Accounts"_s)->selectRow(row);
        QVERIFY(merchant.press(u"removeAccount"_s));
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Remove account"_s));
        QVERIFY(merchant.press(u"Remove account"_s));
    }
};

TILLDECK_TEST(SandboxAccountsTest)

} // namespace sandbox_accounts_test

#include "tst_sandbox_accounts.moc"
