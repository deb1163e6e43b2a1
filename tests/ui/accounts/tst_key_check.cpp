// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens while a key is being checked: what is kept is what was checked.
#include "../sessions/desk_fixture.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"
#include "ui/forms/form_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"

#include <QLineEdit>
#include <QPointer>

namespace key_check_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using http::test::answer;
using http::test::ScriptedServer;
using test::DeskFixture;

class KeyCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_held.clear();
        m_server = std::make_unique<ScriptedServer>();
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &) { m_held.emplace_back(&socket); };
        m_desk = std::make_unique<DeskFixture>();
        m_parent = std::make_unique<QWidget>();
        m_parent->show();
        m_desk->connectAt(m_server->url(QString()).toString());
        m_account = m_desk->account;
    }
    void cleanup()
    {
        m_parent.reset();
        m_desk.reset();
        m_server.reset();
    }

    void theFormCannotBeChangedDuringTheCheck()
    {
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY(!m_held.empty());
        for (const char *name : {"name", "baseUrl", "accountId", "key", "template"})
            QVERIFY2(!edit(name)->isEnabled(), name);
        type("baseUrl", u"https://elsewhere.example"_s);
        type("key", u"sk_live_lmnopqrstuvw"_s);
        release();
        QTRY_VERIFY(!m_dialog || !m_dialog->isVisible() || edit("key")->text().isEmpty());
        QCOMPARE(stored().baseUrl, m_account.baseUrl);
        QCOMPARE(stored().mode, accounts::Mode::Sandbox);
        QCOMPARE(storedKey(), u"sk_test_abcdefghijkl"_s);
    }

    void anEditOfTheFormByAProgramSavesNothing()
    {
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY(!m_held.empty());
        edit("baseUrl")->setText(u"https://elsewhere.example"_s);
        release();
        QTRY_VERIFY(edit("baseUrl")->isEnabled());
        QCOMPARE(stored(), m_account);
        QCOMPARE(storedKey(), QString());
    }

    void anAccountThatWasChangedMeanwhileIsNotOverwritten()
    {
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY(!m_held.empty());
        accounts::Account other = m_account;
        other.baseUrl = u"http://127.0.0.1:1"_s;
        QVERIFY(m_desk->desk->accounts().update(other));
        release();
        QTRY_VERIFY(message()->isVisible());
        QVERIFY(message()->text().contains(u"changed meanwhile"_s));
        QCOMPARE(stored(), other);
        QCOMPARE(storedKey(), QString());
    }

    void aKeyAloneIsCheckedAtTheAddressThatIsKept()
    {
        ScriptedServer moved(answer(200, R"({"items":[],"total":0})"));
        open(ui::AccountDialog::askKey(*m_desk->desk, m_account, {}, m_parent.get()));
        accounts::Account other = m_account;
        other.baseUrl = moved.url(QString()).toString();
        QVERIFY(m_desk->desk->accounts().update(other));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_COMPARE(storedKey(), u"sk_test_abcdefghijkl"_s);
        QVERIFY(moved.copiesOf("sk_test_abcdefghijkl") > 0);
        QCOMPARE(m_server->copiesOf("sk_test_abcdefghijkl"), 0);
        QCOMPARE(stored().baseUrl, other.baseUrl);
    }

    void aFaultOfTheWayIsToldInWords_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("words");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                                               "99\r\n\r\n{")
                                 << u"The connection ended before the answer was complete."_s;
        QTest::newRow("nobody there") << QByteArray() << u"The server took no connection."_s;
    }
    void aFaultOfTheWayIsToldInWords()
    {
        QFETCH(const QByteArray, said);
        QFETCH(const QString, words);
        m_server->onRequest = [said](QTcpSocket &socket, const QByteArray &) {
            socket.write(said);
            socket.disconnectFromHost();
        };
        if (said.isEmpty())
            m_server->close();
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_VERIFY_WITH_TIMEOUT(message()->isVisible(), 30000);
        QVERIFY2(message()->text().contains(words), qPrintable(message()->text()));
        // A merchant can do nothing with the names that a program has for it.
        QVERIFY2(!message()->text().contains(u"Error"_s) && !message()->text().contains(u"JSON"_s),
                 qPrintable(message()->text()));
    }

    void aKeyIsNeverSentToAnAddressThatItWasNotEnteredFor()
    {
        ScriptedServer moved(answer(200, R"({"items":[],"total":0})"));
        QCoro::waitFor(m_desk->desk->keys().store(m_account.id, http::Secret(u"sk_test_the_old_one"_s)));
        QStringList keysAtTheNewAddress;
        connect(&m_desk->desk->accounts(), &accounts::AccountStore::changed, this,
                [&] { keysAtTheNewAddress << storedKey(); });
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("baseUrl", moved.url(QString()).toString());
        submit();
        const auto rows = m_dialog->findChildren<ui::FormRow *>();
        const auto row = std::ranges::find(rows, static_cast<QWidget *>(edit("key")), &ui::FormRow::field);
        QVERIFY((*row)->problem().contains(u"again"_s));
        QCOMPARE(stored(), m_account);
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QTRY_COMPARE(stored().baseUrl, accounts::withoutSlash(moved.url(QString()).toString()));
        QCOMPARE(keysAtTheNewAddress, QStringList{u"sk_test_abcdefghijkl"_s});
        QCOMPARE(moved.copiesOf("sk_test_the_old_one"), 0);
    }

    void anAccountThatIsConnectedAlreadyIsSaid()
    {
        open(new ui::AccountDialog(*m_desk->desk, m_parent.get()));
        type("name", u"Once more"_s);
        type("accountId", m_account.accountId);
        type("baseUrl", m_account.baseUrl);
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        QVERIFY(message()->isVisible());
        QVERIFY2(message()->text().contains(u"connected already, as Kestrel Studio"_s), qPrintable(message()->text()));
        QVERIFY(m_held.empty());
        QSignalSpy added(m_dialog, &ui::AccountDialog::accountAdded);
        submit(); // it is meant
        QTRY_VERIFY(!m_held.empty());
        release();
        QTRY_COMPARE(added.count(), 1);
    }

    void anEditEndsTheOfferToSaveAnyway()
    {
        m_server->close(); // nobody answers there any more
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        submit();
        auto *anyway = m_dialog->findChild<ui::Button *>(u"saveAnyway"_s);
        QTRY_VERIFY_WITH_TIMEOUT(anyway->isVisible(), 30000);
        type("baseUrl", u"https://elsewhere.example"_s);
        QVERIFY(!anyway->isVisible());
        anyway->click();
        QCOMPARE(stored(), m_account);
        QCOMPARE(storedKey(), QString());
    }

    void whatWouldMakeItAnotherAccountStandsOnItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("another place") << u"baseUrl"_s << u"https://api.example.com"_s;
        QTest::newRow("another ID") << u"accountId"_s << u"acc_other"_s;
        QTest::newRow("a key of another mode") << u"key"_s << u"sk_live_abcdefghijkl"_s;
    }
    void whatWouldMakeItAnotherAccountStandsOnItsField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type("key", u"sk_test_abcdefghijkl"_s);
        type(field.toLatin1().constData(), text);
        submit();
        const auto rows = m_dialog->findChildren<ui::FormRow *>();
        const auto row =
            std::ranges::find(rows, static_cast<QWidget *>(edit(field.toLatin1().constData())), &ui::FormRow::field);
        QVERIFY2((*row)->problem().contains(field == u"key"_s ? u"another account"_s : u"new one"_s),
                 qPrintable((*row)->problem()));
        QVERIFY(m_held.empty());
        QCOMPARE(stored(), m_account);
        QCOMPARE(storedKey(), QString());
    }

    void anAddressThatCannotBeKeptStandsOnItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("a query") << u"baseUrl"_s << u"https://api.example.com/?a=1"_s;
        QTest::newRow("the token in the host") << u"template"_s << u"https://{token}.example.com/"_s;
    }
    void anAddressThatCannotBeKeptStandsOnItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        open(new ui::AccountDialog(*m_desk->desk, m_account, m_parent.get()));
        type(field.toLatin1().constData(), text);
        submit();
        const auto rows = m_dialog->findChildren<ui::FormRow *>();
        const auto row =
            std::ranges::find(rows, static_cast<QWidget *>(edit(field.toLatin1().constData())), &ui::FormRow::field);
        QVERIFY(!(*row)->problem().isEmpty());
        QCOMPARE(stored(), m_account);
    }

    void aKeyThatIsNotKnownIsAskedAboutAndNotTakenByItself()
    {
        useOpenServer();
        takeFirstKey(u"ik_test_the_known_one"_s);
        open(ui::AccountDialog::askKey(*m_desk->desk, m_account, {}, m_parent.get()));
        type("key", u"ik_test_another_one"_s);
        auto *sameShop = m_dialog->findChild<ui::Button *>(u"sameShop"_s);
        QVERIFY(sameShop->isHidden());
        for (int times = 0; times < 2; ++times) { // pressing the same again is no answer
            submit();
            QTRY_VERIFY(!sameShop->isHidden());
            QVERIFY2(problemOf("key").contains(u"new key of the same shop"_s), qPrintable(problemOf("key")));
        }
        QCOMPARE(m_server->copiesOf("ik_test_another_one"), 0);
        QCOMPARE(storedKey(), QString());
        // Another key is another question.
        type("key", u"ik_test_a_third_one"_s);
        QVERIFY(sameShop->isHidden());
        submit();
        QTRY_VERIFY(!sameShop->isHidden());
        QTest::mouseClick(sameShop, Qt::LeftButton);
        QTRY_COMPARE(storedKey(), u"ik_test_a_third_one"_s);
        QVERIFY(QCoro::waitFor(m_desk->desk->provider(m_account.id)));
        m_desk->desk->keys().keepForThisRun(m_account.id, http::Secret(u"ik_test_another_one"_s));
        QVERIFY(!QCoro::waitFor(m_desk->desk->provider(m_account.id)));
    }

    void theQuestionNamesTheAccountsThatBecomeOneShop()
    {
        useOpenServer();
        takeFirstKey(u"ik_test_the_known_one"_s);
        auto beside = m_account;
        beside.name = u"Beside"_s;
        const auto added = m_desk->desk->accounts().add(beside);
        QVERIFY(added);
        m_desk->desk->keys().keepForThisRun(added->id, http::Secret(u"ik_test_beside"_s));
        QVERIFY(QCoro::waitFor(m_desk->desk->provider(added->id)));
        open(ui::AccountDialog::askKey(*m_desk->desk, m_account, {}, m_parent.get()));
        type("key", u"ik_test_beside"_s);
        submit();
        const QString names = u"one shop: %1."_s.arg(QLocale().createSeparatedList({m_account.name, beside.name}));
        QTRY_VERIFY2(problemOf("key").contains(names), qPrintable(problemOf("key")));
    }

    void aKeyOfTheSameShopIsNotTakenUntried_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("it is refused") << 401;
        QTest::newRow("nobody answers") << 0;
    }
    void aKeyOfTheSameShopIsNotTakenUntried()
    {
        QFETCH(const int, status);
        useOpenServer();
        takeFirstKey(u"ik_test_the_known_one"_s);
        m_server->onRequest = [status](QTcpSocket &socket, const QByteArray &) {
            status == 0 ? socket.disconnectFromHost() : void(socket.write(answer(status, R"({"error": {}})")));
        };
        open(ui::AccountDialog::askKey(*m_desk->desk, m_account, {}, m_parent.get()));
        type("key", u"ik_test_another_one"_s);
        submit();
        auto *sameShop = m_dialog->findChild<ui::Button *>(u"sameShop"_s);
        QTRY_VERIFY(!sameShop->isHidden());
        QTest::mouseClick(sameShop, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->copiesOf("ik_test_another_one") > 0 && !problemOf("key").isEmpty(), 60000);
        QVERIFY(m_dialog->findChild<ui::Button *>(u"saveAnyway"_s)->isHidden());
        m_desk->desk->keys().keepForThisRun(m_account.id, http::Secret(u"ik_test_another_one"_s));
        QVERIFY(!QCoro::waitFor(m_desk->desk->provider(m_account.id)));
    }

    void anAccountThatIsConnectedAlreadyIsKnownByItsKey()
    {
        useOpenServer();
        takeFirstKey(u"ik_test_the_known_one"_s);
        open(new ui::AccountDialog(*m_desk->desk, m_parent.get()));
        m_dialog->setProvider(u"ikawaari"_s);
        type("name", u"Once more"_s);
        type("baseUrl", m_server->url(u"/v2"_s).toString());
        type("key", u"ik_test_the_known_one"_s);
        submit();
        QTRY_VERIFY(message()->isVisible());
        QVERIFY2(message()->text().contains(u"connected already, as "_s + m_account.name),
                 qPrintable(message()->text()));
        QCOMPARE(m_desk->desk->accounts().accounts().size(), size_t(1));
        submit();
        QTRY_COMPARE(m_desk->desk->accounts().accounts().size(), size_t(2));
        QTRY_COMPARE(m_desk->desk->accounts().sameAs(m_account.id).size(), 1);
    }

    void theFieldSaysWhereAKeyIsReallyKept()
    {
        const auto place = QCoro::waitFor(m_desk->desk->keys().store(u"somebody"_s, http::Secret(u"sk_test_1"_s)));
        open(new ui::AccountDialog(*m_desk->desk, m_parent.get()));
        QTRY_VERIFY(edit("key")->placeholderText().startsWith(u"Kept "_s));
        QCOMPARE(edit("key")->placeholderText().contains(u"keychain"_s), place == accounts::KeyPlace::Keychain);
        QCOMPARE(edit("key")->placeholderText().contains(u"until you close"_s),
                 place == accounts::KeyPlace::ThisRunOnly);
    }

private:
    void open(ui::AccountDialog *dialog)
    {
        m_dialog = dialog;
        m_dialog->open();
    }
    /// Connects the account at Ikawaari, which names it in no request.
    void useOpenServer()
    {
        m_server->onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer(200, R"({"data": [], "has_more": false})"));
        };
        m_desk->account.provider = accounts::ProviderKind::Ikawaari;
        m_desk->account.accountId.clear();
        m_desk->connectAt(m_server->url(QString()).toString());
        m_account = m_desk->account;
    }
    void takeFirstKey(const QString &key) const
    {
        m_desk->desk->keys().keepForThisRun(m_account.id, http::Secret(key));
        const auto provider = QCoro::waitFor(m_desk->desk->provider(m_account.id));
        QVERIFY(provider && QCoro::waitFor((*provider)->transactions(0)));
        m_desk->desk->keys().keepForThisRun(m_account.id, std::nullopt);
    }
    QString problemOf(const char *name) const
    {
        const auto rows = m_dialog->findChildren<ui::FormRow *>();
        return (*std::ranges::find(rows, static_cast<QWidget *>(edit(name)), &ui::FormRow::field))->problem();
    }
    void submit() const { QTest::mouseClick(m_dialog->findChild<ui::Button *>(u"save"_s), Qt::LeftButton); }
    void release()
    {
        for (const QPointer<QTcpSocket> &socket : std::exchange(m_held, {}))
            if (socket)
                socket->write(answer(200, R"({"items":[],"total":0})"));
        m_server->onRequest = [](QTcpSocket &socket, const QByteArray &) {
            socket.write(answer(200, R"({"items":[],"total":0})"));
        };
    }
    void type(const char *name, const QString &text) const
    {
        QTest::keyClick(edit(name), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit(name), text);
    }
    QLineEdit *edit(const char *name) const { return m_dialog->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    ui::InlineMessage *message() const { return m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s); }
    accounts::Account stored() const { return *m_desk->desk->accounts().byId(m_account.id); }
    QString storedKey() const
    {
        const auto key = QCoro::waitFor(m_desk->desk->keys().key(m_account.id));
        return key ? key->reveal() : QString();
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::vector<QPointer<QTcpSocket>> m_held;
    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<QWidget> m_parent;
    accounts::Account m_account;
    QPointer<ui::AccountDialog> m_dialog;
};

TILLDECK_TEST(KeyCheckTest)

} // namespace key_check_test

#include "tst_key_check.moc"
