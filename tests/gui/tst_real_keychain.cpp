// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain of Gnome is locked, hung, killed or denies: the window never waits for it, and says what it lacks.
#include "faults/stall_watch.h"
#include "gui/merchant.h"
#include "support/fake_keychain.h"
#include "support/real_keyring.h"
#include "support/runner.h"

#include <QCoroTask>

namespace real_keychain_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::FakeKeychain;
using tilldeck::test::Merchant;
using tilldeck::test::RealKeyring;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int longestStall = 400; // milliseconds of computing: a sanitized program computes for four times as long
#else
constexpr int longestStall = 100; // milliseconds of computing
#endif

/// Of computing and waiting: whoever waits for a bus that does not answer is held up for a second or more.
constexpr int longestHeld = 4 * longestStall;

} // namespace

class RealKeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(RealKeyring::isInstalled(), "gnome-keyring is missing: packaging/install-deps --tests installs it");
        m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        m_bus = std::make_unique<FakeKeychain>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address);
        m_keyring = std::make_unique<RealKeyring>(m_bus->address);
        QVERIFY(m_keyring->isReady());
        m_merchant = std::make_unique<Merchant>();
        accounts::Account account;
        account.name = u"Shop"_s;
        account.provider = accounts::ProviderKind::PaymentKit;
        account.mode = accounts::Mode::Sandbox;
        account.baseUrl = u"http://127.0.0.1:1"_s;
        account.accountId = u"a"_s;
        const auto added = m_merchant->desk->accounts().add(account);
        QVERIFY(added.has_value());
        QCOMPARE(QCoro::waitFor(m_merchant->desk->keys().store(added->id, http::Secret(u"sk_test_1"_s))),
                 accounts::KeyPlace::Keychain);
    }
    void cleanupTestCase()
    {
        m_merchant.reset();
        m_keyring.reset();
        m_bus.reset();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    }

    // In this order: each state follows from the one before.

    void theWindowReadsTheKeyThatItKeeps()
    {
        const auto watch = begin();
        m_merchant->window().showPage(ui::PageId::Accounts);
        QTRY_COMPARE(Merchant::rowWith(m_merchant->table(u"Accounts"_s), u"In the keychain"_s), 0);
        mustBeFree(*watch);
    }

    void whileItIsLockedTheWindowOffersToUnlockIt()
    {
        QVERIFY(m_keyring->lock());
        mustSay(u"The keychain is locked"_s, u"The keychain is locked, so the key for Shop cannot be read."_s);
        QVERIFY(m_merchant->find<QAbstractButton>(u"Unlock keychain…"_s));
    }

    void whileItHangsTheWindowGoesOn()
    {
        m_keyring->hang();
        mustSay(u"The keychain does not answer"_s,
                u"The keychain does not answer, so the key for Shop cannot be read."_s);
    }

    void afterItWasKilledTheWindowAsksForTheKey()
    {
        m_keyring->kill();
        mustSay(u"No keychain here, enter the key again"_s, u"There is no key for Shop, because no keychain runs"_s);
    }

    void oneThatDeniesIsSaid()
    {
        m_bus->set(FakeKeychain::State::Denied);
        mustSay(u"The keychain refuses the key"_s, u"The keychain does not give out the key for Shop."_s);
    }

private:
    /// Starts the window anew, watched from its first moment.
    std::unique_ptr<faults::StallWatch> begin()
    {
        std::unique_ptr<faults::StallWatch> watch;
        m_merchant->onShown = [&watch] { watch = std::make_unique<faults::StallWatch>(); };
        m_merchant->restart();
        m_merchant->onShown = {};
        return watch;
    }

    /// Expects the state of the key in the list of accounts, and @p sentence where the key is asked for.
    void mustSay(const QString &state, const QString &sentence)
    {
        const auto watch = begin();
        m_merchant->window().showPage(ui::PageId::Accounts);
        QTRY_COMPARE(Merchant::rowWith(m_merchant->table(u"Accounts"_s), state), 0);
        m_merchant->window().showPage(ui::PageId::Sessions);
        QTRY_VERIFY(m_merchant->find<QAbstractButton>(u"Update key"_s));
        QVERIFY(m_merchant->press(u"Update key"_s));
        QTRY_VERIFY(m_merchant->find<QLineEdit>(u"key"_s));
        QTRY_VERIFY2(m_merchant->sees(sentence), qPrintable(sentence));
        mustBeFree(*watch);
    }

    static void mustBeFree(const faults::StallWatch &watch)
    {
        qInfo("at most %d ms of computing between two turns, %d ms with waiting, %d ms by the clock on the wall",
              watch.longest(), watch.longestHeld(), watch.longestByWall());
        QVERIFY2(watch.longest() <= longestStall, qPrintable(QString::number(watch.longest())));
        QVERIFY2(watch.longestHeld() <= longestHeld, qPrintable(QString::number(watch.longestHeld())));
    }

    QByteArray m_before;
    std::unique_ptr<FakeKeychain> m_bus;
    std::unique_ptr<RealKeyring> m_keyring;
    std::unique_ptr<Merchant> m_merchant;
};

TILLDECK_TEST(RealKeychainTest)

} // namespace real_keychain_test

#include "tst_real_keychain.moc"
