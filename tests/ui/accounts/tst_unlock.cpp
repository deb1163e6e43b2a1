// SPDX-License-Identifier: GPL-3.0-or-later
// A locked keychain is unlocked from where its key is missed.
#include "../sessions/desk_fixture.h"
#include "support/fake_keychain.h"
#include "support/runner.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/account_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"

namespace unlock_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using State = tilldeck::test::FakeKeychain::State;

class UnlockTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        m_keychain = std::make_unique<tilldeck::test::FakeKeychain>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_keychain->address);
        m_desk = std::make_unique<tilldeck::test::DeskFixture>();
    }
    void cleanup()
    {
        m_desk.reset();
        m_keychain.reset();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    }

    void aLockedKeychainIsUnlockedFromTheDialogThatAsksForTheKey_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("says");
        QTest::newRow("the password is typed") << int(State::Locked) << u"no key"_s;
        QTest::newRow("its window is closed") << int(State::Dismissing) << u"still locked"_s;
    }
    void aLockedKeychainIsUnlockedFromTheDialogThatAsksForTheKey()
    {
        QFETCH(const int, state);
        QFETCH(const QString, says);
        m_keychain->set(State(state));
        ui::AccountModel model(*m_desk->desk, {});
        QTRY_COMPARE(model.index(0, ui::AccountModel::Key).data().toString(), u"The keychain is locked"_s);
        const auto provider = QCoro::waitFor(m_desk->desk->provider(m_desk->account.id));
        QVERIFY(!provider && provider.error().sentence.contains(u"locked"_s));
        QWidget parent;
        parent.show();
        auto *dialog = ui::AccountDialog::askKey(*m_desk->desk, m_desk->account, provider.error().sentence, &parent);
        dialog->open();
        auto *unlock = dialog->findChild<ui::Button *>(u"unlock"_s);
        QVERIFY(unlock->isVisible());
        QCOMPARE(m_keychain->prompts, 0);
        unlock->click();
        auto *message = dialog->findChild<ui::InlineMessage *>();
        QTRY_VERIFY2(message->text().contains(says), qPrintable(message->text()));
        QCOMPARE(m_keychain->prompts, 1);
        QCOMPARE(unlock->isVisible(), State(state) == State::Dismissing);
    }

    void eachStateOfTheKeychainHasWordsOfItsOwnInTheTable_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("none runs") << int(State::Missing) << u"No keychain here, enter the key again"_s;
        QTest::newRow("locked") << int(State::Locked) << u"The keychain is locked"_s;
        QTest::newRow("denied") << int(State::Denied) << u"The keychain refuses the key"_s;
        QTest::newRow("silent") << int(State::Silent) << u"The keychain does not answer"_s;
    }
    void eachStateOfTheKeychainHasWordsOfItsOwnInTheTable()
    {
        QFETCH(const int, state);
        QFETCH(const QString, words);
        m_keychain->set(State(state));
        const ui::AccountModel model(*m_desk->desk, {});
        QTRY_COMPARE_WITH_TIMEOUT(model.index(0, ui::AccountModel::Key).data().toString(), words, 15'000);
    }

    void aKeychainThatIsMissingIsNotUnlocked()
    {
        (void)QCoro::waitFor(m_desk->desk->keys().key(m_desk->account.id));
        QWidget parent;
        parent.show();
        auto *dialog = ui::AccountDialog::askKey(*m_desk->desk, m_desk->account, {}, &parent);
        dialog->open();
        QVERIFY(!dialog->findChild<ui::Button *>(u"unlock"_s)->isVisible());
    }

private:
    QByteArray m_before;
    std::unique_ptr<tilldeck::test::FakeKeychain> m_keychain;
    std::unique_ptr<tilldeck::test::DeskFixture> m_desk;
};

TILLDECK_TEST(UnlockTest)

} // namespace unlock_test

#include "tst_unlock.moc"
