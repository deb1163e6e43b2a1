// SPDX-License-Identifier: GPL-3.0-or-later
// accounts.json on a disk that is almost full.
#include "accounts/account_store.h"
#include "support/runner.h"
#include "support/small_disk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace accounts_full_disk_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::accounts;

namespace {

Account account(const QString &name)
{
    Account account;
    account.name = name;
    account.baseUrl = u"https://api.paymentkit.com"_s;
    account.accountId = u"acc_"_s + name;
    return account;
}

} // namespace

class AccountsFullDiskTest : public QObject
{
    Q_OBJECT

private slots:
    /// A file of some kilobytes waits in memory until it is closed.
    void aFullDiskLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<int>("accounts");
        QTest::newRow("a few accounts") << 3;
        QTest::newRow("many accounts") << 60;
    }
    void aFullDiskLeavesTheFileAsItWas()
    {
        QFETCH(const int, accounts);
        const QTemporaryDir folder;
        AccountStore store(folder.path());
        QVERIFY(store.load());
        for (int i = 0; i < accounts; ++i)
            QVERIFY(store.add(account(u"Shop %1"_s.arg(i))));
        int refused = 0;
        int written = 0;
        for (int freeKiB = 0; freeKiB <= 128; freeKiB += 4) {
            const tilldeck::test::SmallDisk disk(folder.path(), freeKiB * 1024);
            AccountStore there(folder.path());
            QVERIFY(there.load());
            const QByteArray before = bytesOf(folder);
            const auto added = there.add(account(u"One more"_s));
            AccountStore later(folder.path());
            QVERIFY(later.load());
            QVERIFY(later.byName(u"Shop 0"_s));
            if (added) {
                ++written;
                QVERIFY(later.byName(u"One more"_s));
            } else {
                ++refused;
                QVERIFY2(added.error().contains(u"accounts.json"_s), qPrintable(added.error()));
                QCOMPARE(bytesOf(folder), before);
            }
        }
        QVERIFY(refused > 0 && written > 0);
    }

private:
    static QByteArray bytesOf(const QTemporaryDir &folder)
    {
        QFile file(folder.filePath(u"accounts.json"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TILLDECK_TEST(AccountsFullDiskTest)

} // namespace accounts_full_disk_test

#include "tst_accounts_full_disk.moc"
