// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/account_model.h"
#include "ui/accounts/accounts_page.h"
#include "ui/forms/form_row.h"
#include "ui/lists/roles.h"
#include "ui/lists/table.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace account_dialog_test {

using namespace tilldeck;
using test::DeskFixture;

namespace {

/// Answers every request with one status, and an empty list where that is 200.
class OneAnswer : public QTcpServer
{
public:
    explicit OneAnswer(int status, const QByteArray &answer = {})
    {
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QTcpServer::newConnection, this, [this, status, answer] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket, status, answer] {
                m_request += socket->readAll();
                const QByteArray empty = status == 200 ? R"({"items":[],"total":0})" : R"({"detail":"no"})";
                const QByteArray body = answer.isEmpty() ? empty : answer;
                socket->write("HTTP/1.1 " + QByteArray::number(status) +
                              " X\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
                              QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }

    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    QByteArray request() const { return m_request; }

private:
    QByteArray m_request;
};

} // namespace

class AccountDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (qEnvironmentVariableIsSet("TILLDECK_PICTURES"))
            m_theme = std::make_unique<ui::Theme>(*qApp, ui::ThemeMode::Light);
        m_desk = std::make_unique<DeskFixture>();
        m_parent = std::make_unique<QWidget>();
        m_parent->show();
        m_dialog = new ui::AccountDialog(*m_desk->desk, m_parent.get());
    }

    void cleanup()
    {
        m_parent.reset();
        m_desk.reset();
    }

    void theSandboxKeyIsNeverCalledMissing()
    {
        ui::AccountModel model(*m_desk->desk);
        QTRY_COMPARE(model.index(0, ui::AccountModel::Key).data().toString(),
                     QStringLiteral("No key here, enter it again"));
        accounts::Account sandbox = m_desk->account;
        sandbox.name = QStringLiteral("Sandbox");
        sandbox.accountId = QStringLiteral("acc_demo");
        sandbox.baseUrl = QStringLiteral("http://127.0.0.1:1");
        sandbox.checkoutUrlTemplate.clear();
        sandbox.mode = accounts::Mode::Sandbox;
        QVERIFY(m_desk->desk->accounts().add(sandbox).has_value());
        QCOMPARE(model.index(1, ui::AccountModel::Key).data().toString(), QStringLiteral("Comes with the sandbox"));
        QVERIFY(!model.index(1, ui::AccountModel::Key).data(ui::ToneRole).isValid());
    }

    void theKeyIsTriedBeforeTheAccountIsKept()
    {
        OneAnswer server(200);
        fill(server.address(), QStringLiteral("sk_test_abcdefghijkl"));
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QCOMPARE(count(), 1); // nothing is kept before the answer
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(server.request().contains("sk_test_abcdefghijkl"));
        const auto account = m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(account->name, QStringLiteral("Shop"));
        QCOMPARE(account->mode, accounts::Mode::Sandbox); // a test key on this computer
        QVERIFY(edit("key")->text().isEmpty());
    }

    void refusalsStandOnTheirField_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        QTest::newRow("wrong key") << 401 << "key";
        QTest::newRow("account of somebody else") << 403 << "accountId";
        QTest::newRow("no such account") << 404 << "accountId";
    }
    void refusalsStandOnTheirField()
    {
        QFETCH(int, status);
        QFETCH(QString, field);
        OneAnswer server(status);
        fill(server.address(), QStringLiteral("sk_test_abcdefghijkl"));
        submit();
        QTRY_VERIFY(!row(field)->problem().isEmpty());
        QCOMPARE(count(), 1);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(edit("key")->text(), QStringLiteral("sk_test_abcdefghijkl")); // nothing typed is lost
        QCOMPARE(button("saveAnyway")->isVisible(), status == 404);
    }

    void offlineCanBeSavedAnyway()
    {
        QString address;
        {
            OneAnswer gone(200);
            address = gone.address();
        }
        fill(address, QStringLiteral("sk_test_abcdefghijkl"));
        submit();
        QTRY_VERIFY_WITH_TIMEOUT(button("saveAnyway")->isVisible(), 30000);
        QCOMPARE(count(), 1);
        QTest::mouseClick(button("saveAnyway"), Qt::LeftButton);
        QTRY_COMPARE(count(), 2);
    }

    void badInputStandsOnItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << "name" << " ";
        QTest::newRow("a name that is taken") << "name" << "kestrel STUDIO";
        QTest::newRow("no account ID") << "accountId" << "";
        QTest::newRow("no key") << "key" << "";
        QTest::newRow("not encrypted") << "baseUrl" << "http://api.example.com";
        QTest::newRow("no address") << "baseUrl" << "api.example.com";
        QTest::newRow("template without token") << "template" << "https://pay.example.com/";
        QTest::newRow("template not encrypted") << "template" << "http://pay.example.com/{token}";
    }
    void badInputStandsOnItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        OneAnswer server(200);
        fill(server.address(), QStringLiteral("sk_test_abcdefghijkl"));
        edit(field)->setText(text);
        submit();
        QVERIFY(!row(field)->problem().isEmpty());
        QVERIFY(server.request().isEmpty());
        QCOMPARE(count(), 1);
    }

    void theFieldsAreThoseOfTheProvider()
    {
        m_dialog->open();
        QVERIFY(row(QStringLiteral("accountId"))->isVisible());
        QVERIFY(!row(QStringLiteral("merchantId"))->isVisible());
        QVERIFY(row(QStringLiteral("template"))->isVisible());
        edit("name")->setText(QStringLiteral("Shop"));
        const QString before = edit("baseUrl")->text();
        m_dialog->setProvider(QStringLiteral("khaime"));
        QVERIFY(!row(QStringLiteral("accountId"))->isVisible());
        QVERIFY(row(QStringLiteral("merchantId"))->isVisible());
        QVERIFY(!row(QStringLiteral("template"))->isVisible());
        QCOMPARE(edit("name")->text(), QStringLiteral("Shop"));
        QVERIFY(edit("baseUrl")->text() != before);
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(m_dialog->grab().save(folder + QStringLiteral("/account-dialog-merchant.png")));
        }
        edit("baseUrl")->setText(QStringLiteral("https://proxy.example"));
        m_dialog->setProvider(QStringLiteral("paymentkit"));
        QCOMPARE(edit("baseUrl")->text(), QStringLiteral("https://proxy.example"));
        m_dialog->setProvider(QStringLiteral("nobody"));
        QVERIFY(row(QStringLiteral("accountId"))->isVisible());
    }

    void anAccountOfAnotherProviderIsTriedAndKept()
    {
        OneAnswer server(200, R"({"success":true,"data":{"products":[],"total":0,"limit":100,"offset":0}})");
        fill(server.address(), QStringLiteral("pk_sandbox_abcdefghijkl"));
        m_dialog->setProvider(QStringLiteral("khaime"));
        edit("merchantId")->setText(QStringLiteral(" 1234 "));
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(server.request().contains("pk_sandbox_abcdefghijkl"));
        const auto account = m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(accounts::providerWord(account->provider), QStringLiteral("khaime"));
        QCOMPARE(account->merchantId, QStringLiteral("1234"));
        QCOMPARE(account->accountId, QString()); // what the other provider would have needed
        QCOMPARE(account->mode, accounts::Mode::Sandbox);
    }

    void anotherProvidersRefusalStandsOnTheKey()
    {
        OneAnswer server(401, R"({"success":false,"error":"Invalid API key"})");
        fill(server.address(), QStringLiteral("pk_live_abcdefghijkl"));
        m_dialog->setProvider(QStringLiteral("khaime"));
        submit();
        QTRY_VERIFY(!row(QStringLiteral("key"))->problem().isEmpty());
        QCOMPARE(count(), 1);
    }

    void theRequestIsChosenWhereTheProviderHasTwo()
    {
        m_dialog->open();
        auto *dialect = m_dialog->findChild<QComboBox *>(QStringLiteral("dialect"));
        QVERIFY(!dialect->isVisible());
        OneAnswer server(200, R"({"data":[]})");
        fill(server.address(), QStringLiteral("ik_test_abcdefghijkl"));
        m_dialog->setProvider(QStringLiteral("ikawaari"));
        QVERIFY(dialect->isVisible());
        QCOMPARE(dialect->currentText(), QStringLiteral("Line items"));
        QVERIFY(says(QStringLiteral("each item with its name and amount")));
        dialect->setCurrentIndex(1);
        QVERIFY(says(QStringLiteral("the sum alone")));
        QVERIFY(!says(QStringLiteral("each item with its name and amount")));
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QTRY_COMPARE(added.count(), 1);
        accounts::Account account = *m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(account.dialect, QStringLiteral("ikawaari.amount"));

        auto *again = new ui::AccountDialog(*m_desk->desk, account, m_parent.get());
        again->open();
        auto *chosen = again->findChild<QComboBox *>(QStringLiteral("dialect"));
        QCOMPARE(chosen->currentText(), QStringLiteral("One amount"));
        chosen->setCurrentIndex(0);
        QTest::mouseClick(again->findChild<ui::Button *>(QStringLiteral("save")), Qt::LeftButton);
        QTRY_COMPARE(m_desk->desk->accounts().byId(account.id)->dialect, QString());
    }

    void theProviderOfAnAccountStays()
    {
        auto *dialog = new ui::AccountDialog(*m_desk->desk, m_desk->account, m_parent.get());
        dialog->open();
        dialog->setProvider(QStringLiteral("khaime"));
        auto *provider = dialog->findChild<QComboBox *>(QStringLiteral("provider"));
        QVERIFY(!provider->isVisible());
        QCOMPARE(provider->currentData().toString(), QStringLiteral("paymentkit"));
    }

    void theKeyIsNeverShown()
    {
        m_dialog->open();
        QTest::keyClicks(edit("key"), QStringLiteral("sk_live_abcdefghijkl"));
        QCOMPARE(edit("key")->echoMode(), QLineEdit::Password);
        QVERIFY(!edit("key")->displayText().contains(QStringLiteral("abc")));
        for (const auto *label : m_dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QStringLiteral("abcdefghijkl")));
    }

    void aLiveKeyIsAnnounced()
    {
        m_dialog->open();
        edit("key")->setText(QStringLiteral("sk_live_abcdefghijkl"));
        QVERIFY(says(QStringLiteral("real money")));
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(m_dialog->grab().save(folder + QStringLiteral("/account-dialog.png")));
        }
        edit("key")->setText(QStringLiteral("sk_test_abcdefghijkl"));
        QVERIFY(!says(QStringLiteral("real money")));
    }

    void aClosedDialogAddsNothing()
    {
        OneAnswer server(200);
        fill(server.address(), QStringLiteral("sk_test_abcdefghijkl"));
        submit();
        m_dialog->reject();
        QTRY_VERIFY(!server.request().isEmpty());
        // The answer is on its way; by the time another round trip is done it would have been taken.
        OneAnswer second(200);
        auto *other = new ui::AccountDialog(*m_desk->desk, m_parent.get());
        QSignalSpy added(other, &ui::AccountDialog::accountAdded);
        m_dialog = other;
        fill(second.address(), QStringLiteral("sk_test_abcdefghijkl"));
        submit();
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(count(), 2);
    }

    void removingAnAccountNamesWhatIsLost()
    {
        ui::AccountsPage page(*m_desk->desk);
        page.resize(900, 500);
        page.show();
        auto *table = page.findChild<ui::Table *>();
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            table->setCurrentIndex(table->model()->index(0, 0));
            QTest::qWait(50);
            QVERIFY(page.grab().save(folder + QStringLiteral("/accounts.png")));
        }
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTest::mouseClick(page.findChild<ui::Button *>(QStringLiteral("removeAccount")), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<ui::GuardDialog *>());
        auto *guard = page.findChild<ui::GuardDialog *>();
        QString text;
        for (const auto *label : guard->findChildren<QLabel *>())
            text += label->text() + u' ';
        QVERIFY(text.contains(QStringLiteral("drafts")));
        QVERIFY(text.contains(QStringLiteral("open sessions can still be paid")));
        QSignalSpy removed(&page, &ui::AccountsPage::accountRemoved);
        emit guard->chosen(1);
        QTRY_COMPARE(removed.count(), 1);
        QCOMPARE(table->model()->rowCount(), 0);
        QCOMPARE(count(), 0);
    }

private:
    void fill(const QString &address, const QString &key)
    {
        m_dialog->open();
        edit("name")->setText(QStringLiteral("Shop"));
        edit("accountId")->setText(QStringLiteral("acc_1"));
        edit("baseUrl")->setText(address);
        edit("key")->setText(key);
    }
    void submit() { QTest::mouseClick(button("save"), Qt::LeftButton); }
    int count() const { return static_cast<int>(m_desk->desk->accounts().accounts().size()); }
    QLineEdit *edit(const QString &name) const { return m_dialog->findChild<QLineEdit *>(name); }
    QLineEdit *edit(const char *name) const { return edit(QString::fromLatin1(name)); }
    ui::Button *button(const char *name) const { return m_dialog->findChild<ui::Button *>(QString::fromLatin1(name)); }
    ui::FormRow *row(const QString &field) const
    {
        for (auto *row : m_dialog->findChildren<ui::FormRow *>()) {
            if (row->field() == edit(field))
                return row;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        for (const auto *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<QWidget> m_parent;
    ui::AccountDialog *m_dialog = nullptr;
};

TILLDECK_TEST(AccountDialogTest)

} // namespace account_dialog_test

#include "tst_account_dialog.moc"
