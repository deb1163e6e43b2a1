// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"
#include "ui/forms/form_row.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

namespace account_dialog_test {

using namespace Qt::StringLiterals;

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

    QString address() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }
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

    void theKeyIsTriedBeforeTheAccountIsKept()
    {
        OneAnswer server(200);
        fill(server.address(), u"sk_test_abcdefghijkl"_s);
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QCOMPARE(count(), 1); // nothing is kept before the answer
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(server.request().contains("sk_test_abcdefghijkl"));
        const auto account = m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(account->name, u"Shop"_s);
        QCOMPARE(account->mode, accounts::Mode::Sandbox); // a test key on this computer
        QVERIFY(edit("key")->text().isEmpty());
    }

    void onlyTheAddressOfThisComputerKeepsAKeyHere()
    {
        const auto says = [this](const QString &text) {
            const auto labels = row(u"key"_s)->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
        };
        fill(u"http://127.0.0.1:8177"_s, u"sk_sandbox_abcdefghijkl"_s);
        QVERIFY(says(u"Nothing leaves this computer."_s));
        edit("baseUrl")->setText(u"https://api.paymentkit.example"_s);
        QVERIFY(!says(u"Nothing leaves this computer."_s));
    }

    void whatIsNoKeyIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("says");
        QTest::newRow("zero width space") << u"sk_test_\u200babcdefgh"_s << u"Character 9 is an invisible"_s;
        QTest::newRow("quotes") << u"\"sk_test_abcdefgh\""_s << u"Character 1 is a quotation mark"_s;
        QTest::newRow("newline") << u"sk_test_abc\ndefgh"_s << u"Character 12 is a line end"_s;
        QTest::newRow("publishable") << u"pt_test_abcdefgh"_s << u"a publishable key"_s;
    }
    void whatIsNoKeyIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, says);
        OneAnswer server(200);
        fill(server.address(), key);
        submit();
        QVERIFY2(row(u"key"_s)->problem().contains(says), qPrintable(row(u"key"_s)->problem()));
        QVERIFY(m_dialog->isVisible());
        edit("key")->setText(u"sk_test_abcdefghijkl"_s);
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QTRY_COMPARE(added.count(), 1);
        const QByteArray sent = server.request();
        QCOMPARE(sent.count("Authorization: Bearer sk_test_abcdefghijkl\r\n"), sent.count("Authorization:"));
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
        fill(server.address(), u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY(!row(field)->problem().isEmpty());
        QCOMPARE(count(), 1);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(edit("key")->text(), u"sk_test_abcdefghijkl"_s); // nothing typed is lost
        QCOMPARE(button("saveAnyway")->isVisible(), status == 404);
    }

    void offlineCanBeSavedAnyway()
    {
        QString address;
        {
            OneAnswer gone(200);
            address = gone.address();
        }
        fill(address, u"sk_test_abcdefghijkl"_s);
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
        for (const char *field : {"name", "accountId", "baseUrl"}) // what is kept in a file
            QTest::addRow("the key in %s", field) << field << "https://e.com/sk_test_abcdefghijkl";
    }
    void badInputStandsOnItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        OneAnswer server(200);
        fill(server.address(), u"sk_test_abcdefghijkl"_s);
        edit(field)->setText(text);
        submit();
        QVERIFY(!row(field)->problem().isEmpty());
        QVERIFY(server.request().isEmpty());
        QCOMPARE(count(), 1);
    }

    void theFieldsAreThoseOfTheProvider()
    {
        m_dialog->open();
        QVERIFY(row(u"accountId"_s)->isVisible());
        QVERIFY(!row(u"merchantId"_s)->isVisible());
        QVERIFY(row(u"template"_s)->isVisible());
        edit("name")->setText(u"Shop"_s);
        const QString before = edit("baseUrl")->text();
        m_dialog->setProvider(u"khaime"_s);
        QVERIFY(!row(u"accountId"_s)->isVisible());
        QVERIFY(row(u"merchantId"_s)->isVisible());
        QVERIFY(!row(u"template"_s)->isVisible());
        QCOMPARE(edit("name")->text(), u"Shop"_s);
        QVERIFY(edit("baseUrl")->text() != before);
        if (const QString folder = qEnvironmentVariable("TILLDECK_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(50);
            QVERIFY(m_dialog->grab().save(folder + u"/account-dialog-merchant.png"_s));
        }
        edit("baseUrl")->setText(u"https://proxy.example"_s);
        m_dialog->setProvider(u"paymentkit"_s);
        QCOMPARE(edit("baseUrl")->text(), u"https://proxy.example"_s);
        m_dialog->setProvider(u"nobody"_s);
        QVERIFY(row(u"accountId"_s)->isVisible());
    }

    void anAccountOfAnotherProviderIsTriedAndKept()
    {
        OneAnswer server(200, R"({"success":true,"data":{"products":[],"total":0,"limit":100,"offset":0}})");
        fill(server.address(), u"pk_sandbox_abcdefghijkl"_s);
        m_dialog->setProvider(u"khaime"_s);
        edit("merchantId")->setText(u" 1234 "_s);
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(server.request().contains("pk_sandbox_abcdefghijkl"));
        const auto account = m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(accounts::providerId(account->provider), u"khaime"_s);
        QCOMPARE(account->merchantId, u"1234"_s);
        QCOMPARE(account->accountId, QString()); // what the other provider would have needed
        QCOMPARE(account->mode, accounts::Mode::Sandbox);
    }

    void anotherProvidersRefusalStandsOnTheKey()
    {
        OneAnswer server(401, R"({"success":false,"error":"Invalid API key"})");
        fill(server.address(), u"pk_live_abcdefghijkl"_s);
        m_dialog->setProvider(u"khaime"_s);
        submit();
        QTRY_VERIFY(!row(u"key"_s)->problem().isEmpty());
        QCOMPARE(count(), 1);
    }

    void aKeyOfAnotherProviderIsNotSent()
    {
        OneAnswer server(200);
        m_desk->connectAt(server.address());
        const accounts::Account account = m_desk->account;
        m_dialog = ui::AccountDialog::askKey(*m_desk->desk, account, {}, m_parent.get());
        m_dialog->open();
        edit("key")->setText(u"pk_sandbox_abcdefghijkl"_s);
        submit();
        QVERIFY2(row(u"key"_s)->problem().contains(u"Khaime"_s), qPrintable(row(u"key"_s)->problem()));
        QVERIFY(button("save")->isEnabled()); // nothing is under way
        QVERIFY(server.request().isEmpty());
        QCOMPARE(m_desk->desk->accounts().byId(account.id)->mode, account.mode);
        edit("key")->setText(u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY(server.request().contains("sk_test_abcdefghijkl"));
        QVERIFY(!server.request().contains("pk_sandbox_"));
    }

    void theRequestIsChosenWhereTheProviderHasTwo()
    {
        m_dialog->open();
        auto *dialect = m_dialog->findChild<QComboBox *>(u"dialect"_s);
        QVERIFY(!dialect->isVisible());
        OneAnswer server(200, R"({"data":[]})");
        fill(server.address(), u"ik_test_abcdefghijkl"_s);
        m_dialog->setProvider(u"ikawaari"_s);
        QVERIFY(dialect->isVisible());
        QCOMPARE(dialect->currentText(), u"Line items"_s);
        QVERIFY(says(u"each item with its name and amount"_s));
        dialect->setCurrentIndex(1);
        QVERIFY(says(u"the sum alone"_s));
        QVERIFY(!says(u"each item with its name and amount"_s));
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit();
        QTRY_COMPARE(added.count(), 1);
        accounts::Account account = *m_desk->desk->accounts().byId(added[0][0].toString());
        QCOMPARE(account.dialect, u"ikawaari.amount"_s);

        auto *again = new ui::AccountDialog(*m_desk->desk, account, m_parent.get());
        again->open();
        auto *chosen = again->findChild<QComboBox *>(u"dialect"_s);
        QCOMPARE(chosen->currentText(), u"One amount"_s);
        chosen->setCurrentIndex(0);
        QTest::mouseClick(again->findChild<ui::Button *>(u"save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_desk->desk->accounts().byId(account.id)->dialect, QString());
    }

    void theProviderOfAnAccountStays()
    {
        auto *dialog = new ui::AccountDialog(*m_desk->desk, m_desk->account, m_parent.get());
        dialog->open();
        dialog->setProvider(u"khaime"_s);
        auto *provider = dialog->findChild<QComboBox *>(u"provider"_s);
        QVERIFY(!provider->isVisible());
        QCOMPARE(provider->currentData().toString(), u"paymentkit"_s);
    }

    void tokensAreKeptOutOfFilesWhereTheMerchantSaysSo()
    {
        auto *dialog = new ui::AccountDialog(*m_desk->desk, m_desk->account, m_parent.get());
        dialog->open();
        auto *keepOut = dialog->findChild<QCheckBox *>(u"keepTokensOut"_s);
        QVERIFY(keepOut->isVisible() && !keepOut->isChecked());
        keepOut->click();
        dialog->findChild<ui::Button *>(u"save"_s)->click();
        QVERIFY(m_desk->desk->accounts().byId(m_desk->account.id)->keepsTokensOut);
    }

    void theKeyIsNeverShown()
    {
        m_dialog->open();
        QTest::keyClicks(edit("key"), u"sk_live_abcdefghijkl"_s);
        QCOMPARE(edit("key")->echoMode(), QLineEdit::Password);
        QVERIFY(!edit("key")->displayText().contains(u"abc"_s));
        for (const auto *label : m_dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"abcdefghijkl"_s));
    }

    void aLiveKeyIsAnnounced()
    {
        m_dialog->open();
        edit("key")->setText(u"sk_live_abcdefghijkl"_s);
        QVERIFY(says(u"real money"_s));
        edit("key")->setText(u"sk_test_abcdefghijkl"_s);
        QVERIFY(!says(u"real money"_s));
        edit("key")->setText(u"hello"_s); // it says nothing, and is treated as one for real money
        QVERIFY(!says(u"This is a live key"_s) && says(u"real money"_s));
    }

    void aClosedDialogAddsNothing()
    {
        OneAnswer server(200);
        fill(server.address(), u"sk_test_abcdefghijkl"_s);
        submit();
        m_dialog->reject();
        QTRY_VERIFY(!server.request().isEmpty());
        // The answer is on its way; by the time another round trip is done it would have been taken.
        OneAnswer second(200);
        auto *other = new ui::AccountDialog(*m_desk->desk, m_parent.get());
        QSignalSpy added(other, &ui::AccountDialog::accountAdded);
        m_dialog = other;
        fill(second.address(), u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(count(), 2);
    }

private:
    void fill(const QString &address, const QString &key)
    {
        m_dialog->open();
        edit("name")->setText(u"Shop"_s);
        edit("accountId")->setText(u"acc_1"_s);
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
