// SPDX-License-Identifier: GPL-3.0-or-later
// Keys in the Gnome keychain: kept, locked, hung and gone.
#include "accounts/key_store.h"
#include "support/canaries.h"
#include "support/fake_keychain.h"
#include "support/real_keyring.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QTimer>

namespace real_keyring_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::accounts;
using test::Canaries;
using test::RealKeyring;

class RealKeyringTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(RealKeyring::isInstalled(), "gnome-keyring is missing: packaging/install-deps --tests installs it");
        m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        m_bus = std::make_unique<test::FakeKeychain>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus->address);
        m_keyring = std::make_unique<RealKeyring>(m_bus->address);
        QVERIFY(m_keyring->isReady());
    }
    void cleanupTestCase()
    {
        m_keyring.reset();
        m_bus.reset();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    }

    // In this order: each state follows from the one before.

    void aKeyIsKeptAndReadInTheNextRun()
    {
        const QString key = test::newCanary(u"sk_test_"_s);
        {
            KeyStore keys;
            QCOMPARE(QCoro::waitFor(keys.store(u"a"_s, http::Secret(key))), KeyPlace::Keychain);
            QCOMPARE(QCoro::waitFor(keys.store(u"b"_s, http::Secret(u"sk_test_2"_s))), KeyPlace::Keychain);
        }
        KeyStore keys;
        const auto read = QCoro::waitFor(keys.key(u"a"_s));
        QVERIFY(read.has_value());
        QCOMPARE(read->reveal(), key);
        QCOMPARE(keys.keychain(), KeychainState::Ready);
        QVERIFY(QCoro::waitFor(keys.remove(u"b"_s)));
        QVERIFY(!QCoro::waitFor(keys.key(u"b"_s)).has_value());
        Canaries canaries;
        canaries.add(u"key"_s, key);
        QCOMPARE(canaries.hitsBelow(m_keyring->folder()), QStringList());
        QVERIFY(canaries.searchedPlaces() > 2);
    }

    void aLockedKeychainGivesNoKeyAndTakesNone()
    {
        QVERIFY(m_keyring->lock());
        expect(KeychainState::Locked, u"is locked"_s);
    }

    void aHungKeychainHoldsTheWindowUpForNothing()
    {
        m_keyring->hang();
        expect(KeychainState::Silent, u"does not answer"_s);
    }

    void aKilledKeychainIsNone()
    {
        m_keyring->kill();
        expect(KeychainState::Missing, u"no keychain runs"_s);
    }

private:
    /// Expects that a key is neither read nor kept, within five seconds in which the window goes on all the time.
    static void expect(KeychainState state, const QString &says)
    {
        QTimer beat;
        QElapsedTimer since;
        qint64 longest = 0;
        connect(&beat, &QTimer::timeout, &beat, [&] { longest = std::max(longest, since.restart()); });
        since.start();
        beat.start(5);
        QElapsedTimer watch;
        watch.start();
        KeyStore keys;
        QVERIFY(!QCoro::waitFor(keys.key(u"a"_s)).has_value());
        QCOMPARE(keys.keychain(), state);
        QCOMPARE(QCoro::waitFor(keys.store(u"a"_s, http::Secret(u"sk_test_3"_s))), KeyPlace::ThisRunOnly);
        longest = std::max(longest, since.elapsed());
        QVERIFY2(watch.elapsed() < 5000, QByteArray::number(watch.elapsed()));
        QVERIFY2(longest < 250, QByteArray::number(longest));
        const QString sentence = missingKeySentence(state, u"Kestrel"_s);
        QVERIFY2(sentence.contains(says), qPrintable(sentence));
    }

    QByteArray m_before;
    std::unique_ptr<test::FakeKeychain> m_bus;
    std::unique_ptr<RealKeyring> m_keyring;
};

TILLDECK_TEST(RealKeyringTest)

} // namespace real_keyring_test

#include "tst_real_keyring.moc"
