// SPDX-License-Identifier: GPL-3.0-or-later
// What a key says by how it begins.
#include "accounts/account.h"
#include "support/runner.h"

#include <QTest>

namespace key_modes_test {

using namespace tilldeck::accounts;
using namespace Qt::StringLiterals;

class KeyModesTest : public QObject
{
    Q_OBJECT

private slots:
    void theKeySaysWhetherMoneyIsReal_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::newRow("sk_live_abc") << Mode::Live;
        QTest::newRow("st_prod_abc") << Mode::Live;
        QTest::newRow("sk_test_abc") << Mode::Test;
        QTest::newRow("st_stg_abc") << Mode::Test;
        QTest::newRow("pt_dev_abc") << Mode::Test;
        QTest::newRow("sk_sandbox_abc") << Mode::Sandbox;
        QTest::newRow("pk_sandbox_abc") << Mode::Test;
        QTest::newRow("ik_app_live_abc") << Mode::Live;
        QTest::newRow("ik_app_test_abc") << Mode::Test;
        QTest::newRow("sk_app_test_abc") << Mode::Live;
        QTest::newRow("sk_live_test_abc") << Mode::Live;
        QTest::newRow("test_abc") << Mode::Live;
        QTest::newRow("sk_testing") << Mode::Live;
        QTest::newRow("whatever") << Mode::Live;
    }

    void theKeySaysWhetherMoneyIsReal()
    {
        QFETCH(Mode, mode);
        QCOMPARE(modeOfKey(QString::fromLatin1(QTest::currentDataTag())), mode);
    }

    void onlyAKeyThatSaysSoIsCalledOneForRealMoney_data()
    {
        QTest::addColumn<bool>("saysSo");
        for (const char *key : {"sk_live_abc", "st_prod_abc", "pk_live_abc", "ik_live_abc", "ik_app_live_abc"})
            QTest::newRow(key) << true;
        for (const char *key : {"helloworld", "whatever", "sk_testing", "test_abc", "sk_app_live_abc"})
            QTest::newRow(key) << false;
    }
    void onlyAKeyThatSaysSoIsCalledOneForRealMoney()
    {
        QFETCH(const bool, saysSo);
        const QString key = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(saysItIsLive(key), saysSo);
        Account asked;
        asked.name = u"Kestrel"_s;
        asked.provider = key.startsWith(u"ik_"_s)   ? ProviderKind::Ikawaari
                         : key.startsWith(u"pk_"_s) ? ProviderKind::Khaime
                                                    : ProviderKind::PaymentKit;
        asked.baseUrl = u"http://127.0.0.1:8080"_s;
        asked.mode = Mode::Sandbox;
        const QString problem = keyProblem(asked, key);
        QVERIFY2(problem.startsWith(saysSo ? u"This key is for real money, and Kestrel is connected for the sandbox."_s
                                           : u"Nothing in this key says what it is for, and Kestrel is connected for "
                                             "the sandbox."_s),
                 qPrintable(problem));
    }

    void aTestKeyOnThisComputerIsASandboxs_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("address");
        QTest::addColumn<Mode>("mode");
        const QString own = u"http://127.0.0.1:8080"_s;
        const QString theirs = u"https://api.example"_s;
        QTest::newRow("Khaime's sandbox key here") << u"pk_sandbox_a"_s << own << Mode::Sandbox;
        QTest::newRow("Ikawaari's sandbox key here") << u"ik_test_a"_s << own << Mode::Sandbox;
        QTest::newRow("PaymentKit's sandbox key here") << u"sk_sandbox_a"_s << own << Mode::Sandbox;
        QTest::newRow("by name") << u"ik_test_a"_s << u"http://localhost:1"_s << Mode::Sandbox;
        QTest::newRow("a live key here") << u"sk_live_a"_s << own << Mode::Live;
        QTest::newRow("a test key there") << u"ik_test_a"_s << theirs << Mode::Test;
        QTest::newRow("a sandbox key there") << u"pk_sandbox_a"_s << theirs << Mode::Test;
        QTest::newRow("no address") << u"ik_test_a"_s << QString() << Mode::Test;
    }
    void aTestKeyOnThisComputerIsASandboxs()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, address);
        QFETCH(const Mode, mode);
        QCOMPARE(modeOf(key, address), mode);
    }

    void aKeyThatDoesNotFitItsAccountIsRefused_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("fits");
        const QString here = u"http://127.0.0.1:8080"_s;
        const QString there = u"https://api.example"_s;
        using enum ProviderKind;
        QTest::newRow("test") << PaymentKit << Mode::Test << there << u"sk_test_a"_s << true;
        QTest::newRow("live") << PaymentKit << Mode::Live << there << u"st_prod_a"_s << true;
        QTest::newRow("sandbox") << Ikawaari << Mode::Sandbox << here << u"ik_test_a"_s << true;
        QTest::newRow("a prefix nobody documents") << PaymentKit << Mode::Live << there << u"abc"_s << true;
        QTest::newRow("a live key for tests") << PaymentKit << Mode::Test << there << u"sk_live_a"_s << false;
        QTest::newRow("an odd key for tests") << PaymentKit << Mode::Test << there << u"abc"_s << false;
        QTest::newRow("a live key for the sandbox") << Khaime << Mode::Sandbox << here << u"pk_live_a"_s << false;
        QTest::newRow("a test key for real money") << PaymentKit << Mode::Live << there << u"sk_test_a"_s << false;
        QTest::newRow("Khaime's key for PaymentKit") << PaymentKit << Mode::Live << there << u"pk_live_a"_s << false;
        QTest::newRow("Ikawaari's key for Khaime") << Khaime << Mode::Test << there << u"ik_test_a"_s << false;
        QTest::newRow("PaymentKit's key for Ikawaari") << Ikawaari << Mode::Test << there << u"st_stg_a"_s << false;
    }
    void aKeyThatDoesNotFitItsAccountIsRefused()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const Mode, mode);
        QFETCH(const QString, address);
        QFETCH(const QString, key);
        QFETCH(const bool, fits);
        Account asked;
        asked.name = u"Kestrel"_s;
        asked.provider = provider;
        asked.mode = mode;
        asked.baseUrl = address;
        const QString problem = keyProblem(asked, key);
        QCOMPARE(problem.isEmpty(), fits);
        QVERIFY2(fits || (problem.contains(asked.name) && !problem.contains(key)), qPrintable(problem));
    }
};

TILLDECK_TEST(KeyModesTest)

} // namespace key_modes_test

#include "tst_key_modes.moc"
