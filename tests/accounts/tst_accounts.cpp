// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_store.h"
#include "accounts/key_store.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace accounts_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::accounts;

namespace {

Account account(const QString &name)
{
    Account account;
    account.name = name;
    account.baseUrl = u"https://api.paymentkit.com"_s;
    account.accountId = u"acc_1"_s;
    account.mode = Mode::Test;
    return account;
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"accounts.json"_s);
    }

    void anAccountIsNamedOnce()
    {
        Account shop = account(u"Kestrel"_s);
        QCOMPARE(fullName(shop), u"PaymentKit, Kestrel"_s);
        shop.name = u"paymentkit, the old one"_s;
        QCOMPARE(fullName(shop), shop.name);
    }
    void providerWordsReadBack()
    {
        for (const auto kind : {ProviderKind::PaymentKit, ProviderKind::Khaime, ProviderKind::Ikawaari}) {
            QCOMPARE(providerFromId(providerId(kind)), kind);
            QVERIFY(defaultBaseUrl(kind).startsWith(u"https://"_s));
        }
        QCOMPARE(providerFromId(u"stripe"), std::nullopt);
    }

    void accountsAreThereAfterARestartAndPrivate()
    {
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        QSignalSpy spy(&store, &AccountStore::changed);
        Account asked = account(u"  Shop  "_s);
        asked.baseUrl = u"http://127.0.0.1:4010/paymentkit/"_s;
        asked.checkoutUrlTemplate = u"https://pay.example.com/c/{token}"_s;
        asked.dialect = u"later"_s;
        const auto added = store.add(asked);
        QVERIFY(added);
        QCOMPARE(added->dialect, u"later"_s);
        QVERIFY(!added->id.isEmpty());
        QCOMPARE(added->name, u"Shop"_s);
        QCOMPARE(added->baseUrl, u"http://127.0.0.1:4010/paymentkit"_s);
        QCOMPARE(spy.count(), 1);
        const auto rights = QFile::permissions(m_path);
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
        AccountStore later(m_directory->path());
        QVERIFY(later.load());
        QCOMPARE(later.accounts(), std::vector{*added});
        QCOMPARE(later.byName(u"sHOP"_s), *added);
        QCOMPARE(later.byId(u"nobody"_s), std::nullopt);
    }

    void badAccountsAreRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("baseUrl");
        QTest::addColumn<QString>("checkoutUrl");
        const QString good = u"https://api.example.com"_s;
        QTest::newRow("no name") << u"  "_s << good << QString();
        QTest::newRow("name that is taken, other case") << u"ÉPICERIE"_s << good << QString();
        QTest::newRow("http to another machine") << u"x"_s << u"http://api.example.com"_s << QString();
        QTest::newRow("host that looks like loopback") << u"x"_s << u"http://127.0.0.1.example.com"_s << QString();
        QTest::newRow("no scheme") << u"x"_s << u"api.example.com"_s << QString();
        QTest::newRow("no host") << u"x"_s << u"https://"_s << QString();
        QTest::newRow("password in the address") << u"x"_s << u"https://me:pw@api.example.com"_s << QString();
        QTest::newRow("query") << u"x"_s << u"https://api.example.com/?key=1"_s << QString();
        QTest::newRow("template without token") << u"x"_s << good << u"https://pay.example.com/c/"_s;
        QTest::newRow("template over http") << u"x"_s << good << u"http://pay.example.com/{token}"_s;
        QTest::newRow("token in the host") << u"x"_s << good << u"https://{token}.example.com/"_s;
        QTest::newRow("template of another scheme") << u"x"_s << good << u"javascript:alert('{token}')"_s;
    }
    void badAccountsAreRefusedWithASentence()
    {
        QFETCH(QString, name);
        QFETCH(QString, baseUrl);
        QFETCH(QString, checkoutUrl);
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        QVERIFY(store.add(account(u"Épicerie"_s)));
        Account bad = account(name);
        bad.baseUrl = baseUrl;
        bad.checkoutUrlTemplate = checkoutUrl;
        const auto added = store.add(bad);
        QVERIFY(!added);
        QVERIFY(added.error().endsWith(u'.'));
        QCOMPARE(store.accounts().size(), size_t(1));
    }

    void anAccountIsRenamedAndRemoved()
    {
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        Account shop = *store.add(account(u"Shop"_s));
        const Account other = *store.add(account(u"Other"_s));
        shop.name = u"SHOP"_s;
        QVERIFY(store.update(shop));
        shop.name = u"other"_s;
        QVERIFY(!store.update(shop));
        QVERIFY(store.remove(other.id));
        QVERIFY(!store.remove(other.id));
        AccountStore later(m_directory->path());
        QVERIFY(later.load());
        QCOMPARE(later.accounts().size(), size_t(1));
        QCOMPARE(later.accounts().front().name, u"SHOP"_s);
    }

    void anAccountKeepsItsNumber()
    {
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        Account sandbox = account(u"Sandbox"_s);
        sandbox.mode = Mode::Sandbox;
        sandbox = store.add(sandbox).value();
        QCOMPARE(sandbox.number, 1);
        // A live account that comes later stands before it on screen and takes nothing from it.
        Account live = account(u"Kestrel"_s);
        live.mode = Mode::Live;
        live = store.add(live).value();
        QCOMPARE(live.number, 2);
        QCOMPARE(store.byId(sandbox.id)->number, 1);
        // Nor does a change of the account itself, whatever the caller fills in.
        live.number = 1;
        QVERIFY(store.update(live));
        QCOMPARE(store.byId(live.id)->number, 2);
        QVERIFY(store.remove(sandbox.id));
        QCOMPARE(store.add(account(u"Third"_s)).value().number, 3);
        AccountStore later(m_directory->path());
        QVERIFY(later.load());
        QCOMPARE(later.byId(live.id)->number, 2);
        for (int more = 4; more <= 11; ++more)
            QVERIFY(store.add(account(QString::number(more))));
        QCOMPARE(store.byName(u"9"_s)->number, 9);
        QCOMPARE(store.byName(u"10"_s)->number, 0); // 1 is free, but still known for another account
        QCOMPARE(store.byName(u"11"_s)->number, 0);
        AccountStore nextRun(m_directory->path());
        QVERIFY(nextRun.load());
        QCOMPARE(nextRun.add(account(u"12"_s)).value().number, 1);
    }

    void aNumberThatBecameFreeLeadsToNoOtherAccountInThisRun()
    {
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        QVERIFY(store.add(account(u"First"_s)));
        const Account last = store.add(account(u"Sandbox"_s)).value();
        QCOMPARE(last.number, 2);
        QVERIFY(store.remove(last.id));
        QCOMPARE(store.add(account(u"Live"_s)).value().number, 3);
        // Nor one that another program has removed.
        AccountStore other(m_directory->path());
        QVERIFY(other.load());
        QVERIFY(other.remove(store.byName(u"Live"_s)->id));
        QCOMPARE(store.add(account(u"Later"_s)).value().number, 4);
    }

    void aNumberThatAnotherProgramGaveAwayLeadsToNoOtherAccountInThisRun()
    {
        AccountStore window(m_directory->path());
        QVERIFY(window.load());
        QVERIFY(window.add(account(u"First"_s)));
        const Account gone = window.add(account(u"Sandbox"_s)).value();
        QCOMPARE(gone.number, 2);
        {
            AccountStore removing(m_directory->path());
            QVERIFY(removing.load());
            QVERIFY(removing.remove(gone.id));
        }
        AccountStore adding(m_directory->path()); // a program that never saw the other account
        QVERIFY(adding.load());
        const Account live = adding.add(account(u"Live"_s)).value();
        QCOMPARE(live.number, 2);
        QTRY_VERIFY(window.byId(live.id));
        QCOMPARE(window.byId(live.id)->number, 0);
        QVERIFY(adding.update(live)); // nor later
        QVERIFY(window.add(account(u"Later"_s)));
        QCOMPARE(window.byId(live.id)->number, 0);
        QCOMPARE(window.byName(u"Later"_s)->number, 3);
    }

    void anAccountThatIsConnectedAgainIsNoOther()
    {
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        const Account first = store.add(account(u"First"_s)).value();
        const Account beside = store.add(account(u"Beside it"_s)).value();
        Account elsewhere = account(u"Elsewhere"_s);
        elsewhere.accountId = u"acc_2"_s;
        elsewhere = store.add(elsewhere).value();
        Account live = account(u"Live"_s);
        live.mode = Mode::Live;
        live = store.add(live).value();
        QCOMPARE(store.othersThan(beside.id), QStringList({elsewhere.id, live.id}));
        QVERIFY(store.remove(first.id));
        QVERIFY(store.remove(elsewhere.id));
        const auto isKnown = [&](const AccountStore &asked) {
            const Account again = *asked.byName(u"Again"_s);
            const QStringList others = asked.othersThan(again.id);
            return !others.contains(first.id) && !others.contains(beside.id) && others.contains(elsewhere.id) &&
                   others.contains(live.id);
        };
        QVERIFY(store.add(account(u"Again"_s)));
        QVERIFY(isKnown(store));
        AccountStore later(m_directory->path());
        QVERIFY(later.load());
        QVERIFY(isKnown(later));
        QCOMPARE(later.accounts().size(), size_t(3));
        // What the merchant called it is forgotten.
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Elsewhere"));
    }

    void accountsOfAnOlderFileKeepTheKeysTheyHad()
    {
        const auto entry = [](const QString &id, const QString &mode, int number = 0) {
            QJsonObject entry{{u"id"_s, id}, {u"name"_s, id}, {u"provider"_s, u"paymentkit"_s}, {u"mode"_s, mode}};
            if (number > 0)
                entry.insert(u"number"_s, number);
            return entry;
        };
        const auto write = [this](const QJsonArray &entries) {
            QFile file(m_path);
            const QJsonObject all{{u"tilldeck_accounts"_s, 1}, {u"accounts"_s, entries}};
            return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(all).toJson()) > 0;
        };
        QVERIFY(write({entry(u"s"_s, u"sandbox"_s), entry(u"l"_s, u"live"_s), entry(u"t"_s, u"test"_s),
                       entry(u"m"_s, u"live"_s)}));
        AccountStore store(m_directory->path());
        QVERIFY(store.load());
        QCOMPARE(store.byId(u"l"_s)->number, 1);
        QCOMPARE(store.byId(u"m"_s)->number, 2);
        QCOMPARE(store.byId(u"t"_s)->number, 3);
        QCOMPARE(store.byId(u"s"_s)->number, 4);

        // One number leads to one account, and never to two.
        QVERIFY(write({entry(u"s"_s, u"sandbox"_s, 1), entry(u"l"_s, u"live"_s, 1)}));
        QVERIFY(store.load());
        QCOMPARE(store.byId(u"s"_s)->number, 1);
        QCOMPARE(store.byId(u"l"_s)->number, 2);
    }

    void aDamagedFileIsNeverOverwritten_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut short") << QByteArray(R"({"tilldeck_accounts": 1, "accounts": [)");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("newer") << QByteArray(R"({"tilldeck_accounts": 2, "accounts": []})");
        QTest::newRow("provider nobody knows")
            << QByteArray(R"({"tilldeck_accounts": 1, "accounts": [{"id": "1", "name": "x", "provider": "stripe"}]})");
    }
    void aDamagedFileIsNeverOverwritten()
    {
        QFETCH(QByteArray, content);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        AccountStore store(m_directory->path());
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().contains(m_path));
        QVERIFY(!store.add(account(u"Shop"_s)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void anotherProcesssAccountsAreNoticedAndKept()
    {
        AccountStore dashboard(m_directory->path());
        QVERIFY(dashboard.load());
        Account shop = *dashboard.add(account(u"Shop"_s));
        AccountStore commandLine(m_directory->path());
        QVERIFY(commandLine.load());
        const Account added = *commandLine.add(account(u"Added beside it"_s));
        // Not noticed yet: no event loop has run.
        shop.name = u"Renamed"_s;
        QVERIFY(dashboard.update(shop));
        QCOMPARE(dashboard.accounts(), (std::vector{shop, added}));
        QVERIFY(!dashboard.add(account(u"added BESIDE it"_s)));
        QVERIFY(commandLine.remove(shop.id));
        QSignalSpy noticed(&dashboard, &AccountStore::changed);
        QTRY_COMPARE(dashboard.accounts(), std::vector{added});
        QCOMPARE(noticed.count(), 1);
    }

    void changesAtTheSameTimeAreAllKept()
    {
        constexpr int each = 20;
        const auto adding = [this](const QString &prefix) {
            return QThread::create([path = m_directory->path(), prefix] {
                AccountStore store(path);
                for (int i = 0; i < each; ++i)
                    QVERIFY(store.add(account(prefix + QString::number(i))));
            });
        };
        const std::unique_ptr<QThread> one(adding(u"one "_s));
        const std::unique_ptr<QThread> other(adding(u"other "_s));
        one->start();
        other->start();
        QVERIFY(one->wait() && other->wait());
        AccountStore later(m_directory->path());
        QVERIFY(later.load());
        QCOMPARE(later.accounts().size(), size_t(2 * each));
    }

    void withoutAKeychainKeysLiveForThisRun()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        KeyStore keys;
        QCOMPARE(QCoro::waitFor(keys.store(u"a"_s, http::Secret(u"sk_test_1"_s))), KeyPlace::ThisRunOnly);
        QCOMPARE(QCoro::waitFor(keys.key(u"a"_s))->reveal(), u"sk_test_1"_s);
        keys.keepForThisRun(u"b"_s, http::Secret(u"sk_test_2"_s));
        QCOMPARE(QCoro::waitFor(keys.key(u"b"_s))->reveal(), u"sk_test_2"_s);
        QVERIFY(QCoro::waitFor(keys.remove(u"a"_s)));
        QVERIFY(!QCoro::waitFor(keys.key(u"a"_s)).has_value());
        QVERIFY(!QCoro::waitFor(KeyStore().key(u"b"_s)).has_value());
    }

    void aKeyThatTheKeychainMayHoldIsNotCalledGone()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        // An earlier run may have stored it, and the keychain does not answer.
        QVERIFY(!QCoro::waitFor(KeyStore().remove(u"a"_s)));
    }

    void aKeyStoreMayGoWhileItIsAsked()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        auto keys = std::make_unique<KeyStore>();
        auto asked = keys->key(u"a"_s);
        keys.reset();
        QVERIFY(!QCoro::waitFor(std::move(asked)).has_value());
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

TILLDECK_TEST(AccountsTest)

} // namespace accounts_test

#include "tst_accounts.moc"
