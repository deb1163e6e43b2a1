// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the keychain does, it is waited for shortly, and what it is is known.
#include "accounts/key_store.h"
#include "support/fake_keychain.h"
#include "support/runner.h"

#include <QElapsedTimer>

namespace keychain_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::accounts;
using State = tilldeck::test::FakeKeychain::State;

class KeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_before = qgetenv("DBUS_SESSION_BUS_ADDRESS"); }
    void init()
    {
        m_keychain = std::make_unique<tilldeck::test::FakeKeychain>();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_keychain->address);
    }
    void cleanup()
    {
        m_keychain.reset();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_before);
    }

    void eachStateOfTheKeychainIsKnownWithinFiveSeconds_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<KeychainState>("known");
        QTest::addColumn<QString>("says");
        QTest::newRow("none runs") << int(State::Missing) << KeychainState::Missing << u"no keychain runs"_s;
        QTest::newRow("locked") << int(State::Locked) << KeychainState::Locked << u"is locked"_s;
        QTest::newRow("denied") << int(State::Denied) << KeychainState::Denied << u"does not give out"_s;
        QTest::newRow("silent") << int(State::Silent) << KeychainState::Silent << u"does not answer"_s;
    }
    void eachStateOfTheKeychainIsKnownWithinFiveSeconds()
    {
        QFETCH(const int, state);
        QFETCH(const KeychainState, known);
        QFETCH(const QString, says);
        m_keychain->set(State(state));
        KeyStore keys;
        QElapsedTimer watch;
        watch.start();
        QVERIFY(!QCoro::waitFor(keys.key(u"a"_s)).has_value());
        QVERIFY2(watch.elapsed() < 5000, QByteArray::number(watch.elapsed()));
        QCOMPARE(keys.keychain(), known);
        QVERIFY2(missingKeySentence(known, u"Kestrel"_s).contains(says),
                 qPrintable(missingKeySentence(known, u"Kestrel"_s)));
        watch.restart();
        QCOMPARE(QCoro::waitFor(keys.store(u"a"_s, http::Secret(u"sk_test_1"_s))), KeyPlace::ThisRunOnly);
        QVERIFY2(watch.elapsed() < 5000, QByteArray::number(watch.elapsed()));
        QCOMPARE(keys.keychain(), known);
        QCOMPARE(QCoro::waitFor(keys.key(u"a"_s))->reveal(), u"sk_test_1"_s);
        QCOMPARE(m_keychain->prompts, 0); // nobody asked for a window
    }

    void aSilentKeychainIsNotWaitedForAgain()
    {
        m_keychain->set(State::Silent);
        KeyStore keys;
        (void)QCoro::waitFor(keys.key(u"a"_s));
        QElapsedTimer watch;
        watch.start();
        (void)QCoro::waitFor(keys.key(u"b"_s));
        QVERIFY2(watch.elapsed() < 500, QByteArray::number(watch.elapsed()));
    }

    void theKeychainIsUnlockedWhenItIsAskedFor_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("unlocks");
        QTest::newRow("the password is typed") << int(State::Locked) << true;
        QTest::newRow("its window is closed") << int(State::Dismissing) << false;
    }
    void theKeychainIsUnlockedWhenItIsAskedFor()
    {
        QFETCH(const int, state);
        QFETCH(const bool, unlocks);
        m_keychain->set(State(state));
        KeyStore keys;
        (void)QCoro::waitFor(keys.key(u"a"_s));
        QCOMPARE(keys.keychain(), KeychainState::Locked);
        QCOMPARE(QCoro::waitFor(keys.unlock()), unlocks);
        QCOMPARE(m_keychain->prompts, 1);
        QCOMPARE(keys.keychain(), unlocks ? KeychainState::Ready : KeychainState::Locked);
    }

private:
    QByteArray m_before;
    std::unique_ptr<tilldeck::test::FakeKeychain> m_keychain;
};

TILLDECK_TEST(KeychainTest)

} // namespace keychain_test

#include "tst_keychain.moc"
