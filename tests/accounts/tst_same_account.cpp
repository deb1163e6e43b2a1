// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account_store.h"
#include "support/runner.h"

#include <QTemporaryDir>
#include <QTest>

namespace same_account_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::accounts;

namespace {

Account described(const QString &name)
{
    Account account;
    account.name = name;
    account.baseUrl = u"https://api.paymentkit.example"_s;
    return account;
}

} // namespace

class SameAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void anotherSpellingOfAnAddressMakesNoOtherAccount_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("merchant");
        QTest::addColumn<QString>("otherAddress");
        QTest::addColumn<QString>("otherMerchant");
        QTest::addColumn<bool>("isOther");
        const QString local = u"http://127.0.0.1:8100/khaime"_s;
        QTest::newRow("localhost") << local << QString() << u"http://localhost:8100/khaime/"_s << QString() << false;
        QTest::newRow("[::1]") << local << u"1042"_s << u"http://[::1]:8100/khaime"_s << QString() << false;
        QTest::newRow("another port") << local << QString() << u"http://localhost:8101/khaime"_s << QString() << true;
        QTest::newRow("a port that goes without saying") << u"https://API.khaime.example"_s << QString()
                                                         << u"https://api.khaime.example:443/"_s << QString() << false;
        QTest::newRow("another path") << local << QString() << u"http://127.0.0.1:8100/other"_s << QString() << true;
        QTest::newRow("another host") << u"https://one.example"_s << QString() << u"https://two.example"_s << QString()
                                      << true;
        QTest::newRow("one merchant at two addresses")
            << u"https://one.example"_s << u"1042"_s << u"https://two.example"_s << u"1042"_s << false;
        QTest::newRow("two merchant IDs, which nothing verifies") << local << u"1042"_s << local << u"1043"_s << false;
        QTest::newRow("two merchant IDs at two addresses")
            << local << u"1042"_s << u"http://127.0.0.1:8100/other"_s << u"1043"_s << true;
    }
    void anotherSpellingOfAnAddressMakesNoOtherAccount()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, merchant);
        QFETCH(const QString, otherAddress);
        QFETCH(const QString, otherMerchant);
        QFETCH(const bool, isOther);
        const QTemporaryDir directory;
        AccountStore store(directory.path());
        QVERIFY(store.load());
        Account one;
        one.name = u"One"_s;
        one.provider = ProviderKind::Khaime;
        one.mode = Mode::Test;
        Account other = one;
        one.baseUrl = address;
        one.merchantId = merchant;
        one = store.add(one).value();
        other.name = u"Other"_s;
        other.baseUrl = otherAddress;
        other.merchantId = otherMerchant;
        other = store.add(other).value();
        QCOMPARE(store.othersThan(one.id).contains(other.id), isOther);
        QCOMPARE(store.othersThan(other.id).contains(one.id), isOther);
    }

    void twoNamesThatLookTheSameAreOne_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("decomposed") << u"Cafe\u0301"_s;
        QTest::newRow("an invisible mark inside") << u"Ca\u200bfé"_s;
        QTest::newRow("a line end") << u"Café\n"_s;
        QTest::newRow("a control character") << u"Ca\u0007fé"_s;
        QTest::newRow("wide letters") << u"Ｃafé"_s;
    }
    void twoNamesThatLookTheSameAreOne()
    {
        QFETCH(const QString, name);
        const QTemporaryDir directory;
        AccountStore store(directory.path());
        QVERIFY(store.load());
        const Account first = store.add(described(u"Café"_s)).value();
        const auto second = store.add(described(name));
        QVERIFY(!second);
        QVERIFY2(second.error().contains(u"already an account named “Café”"_s), qPrintable(second.error()));
        QCOMPARE(store.byName(name)->id, first.id);
        QVERIFY(store.add(described(u"Cafés"_s)));
        QVERIFY(!store.add(described(u"\u200b"_s)));
        QCOMPARE(store.add(described(u"Two\nlines"_s)).value().name, u"Two lines"_s);
    }
};

TILLDECK_TEST(SameAccountTest)

} // namespace same_account_test

#include "tst_same_account.moc"
