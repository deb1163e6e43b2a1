// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is handed over in a file must fit its account, as one of the environment must.
#include "programs.h"
#include "support/runner.h"

namespace cli_keys_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;

class CliKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyOfAFileMustFitItsAccount_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("says");
        const QString elsewhere = u"https://api.shop.invalid"_s;
        const QString local = u"http://127.0.0.1:1"_s;
        QTest::newRow("live key for an account labelled test")
            << elsewhere << u"test"_s << "sk_live_abcdefgh"_ba << "real money"_ba;
        QTest::newRow("live key for an account of the sandbox")
            << local << u"sandbox"_s << "sk_live_abcdefgh"_ba << "real money"_ba;
        QTest::newRow("key of another provider")
            << elsewhere << u"test"_s << "pk_sandbox_abcdefgh"_ba << "an account of PaymentKit"_ba;
    }
    void aKeyOfAFileMustFitItsAccount()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, mode);
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, says);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const QString fitting = u"sk_test_abcdefgh"_s;
        const Run added = runCli(data,
                                 {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                                  address, u"--account-id"_s, u"a"_s, u"--json"_s},
                                 {}, fitting);
        QCOMPARE(added.json()[u"mode"].toString(), mode);
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(key + '\n') > 0 && file.flush());
        for (const QStringList &command :
             {QStringList{u"session"_s, u"create"_s, u"--from"_s, u"-"_s}, QStringList{u"transaction"_s, u"list"_s}}) {
            // The file counts, although the key of the environment would fit.
            const Run ended =
                runCli(data, command + QStringList{u"--account"_s, u"Shop"_s, u"--key-file"_s, file.fileName()},
                       R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium"}]})", fitting);
            QVERIFY2(ended.exitCode == 1, ended.err.constData());
            QVERIFY2(ended.err.contains(says) && !ended.err.contains(key), ended.err.constData());
        }
    }
};

TILLDECK_TEST(CliKeysTest)

} // namespace cli_keys_test

#include "tst_cli_keys.moc"
