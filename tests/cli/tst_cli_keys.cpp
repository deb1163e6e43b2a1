// SPDX-License-Identifier: GPL-3.0-or-later
// A key that is handed over in a file must fit its account, as one of the environment must.
#include "programs.h"
#include "support/runner.h"

#include <QDirIterator>

#include <optional>

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
        QTest::newRow("a word for an account of the sandbox")
            << local << u"sandbox"_s << "helloworld"_ba << "Nothing in this key says what it is for"_ba;
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
        for (const QStringList &command : {QStringList{u"session"_s, u"create"_s, u"--from"_s, u"-"_s},
                                           QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s}}) {
            // The file counts, although the key of the environment would fit.
            const Run ended =
                runCli(data, command + QStringList{u"--account"_s, u"Shop"_s, u"--key-file"_s, file.fileName()},
                       R"({"tilldeck_draft": 1, "line_items": [{"price_id": "price_premium"}]})", fitting);
            QVERIFY2(ended.exitCode == 1, ended.err.constData());
            QVERIFY2(ended.err.contains(says) && !ended.err.contains(key), ended.err.constData());
        }
    }

    void aKeyOfAnotherShopIsUsedForNothing()
    {
        const QTemporaryDir folder;
        std::optional<SandboxProcess> sandbox(folder.filePath(u"sandbox"_s));
        const QString data = folder.filePath(u"data"_s);
        const QJsonObject shop = sandbox->account(u"ikawaari"_s);
        const QString own = shop[u"key"].toString();
        const QString second = shop[u"read_only_key"].toString();
        const QString another = u"ik_test_ijklmnop"_s;
        const QString name = u"My \"shop\""_s;
        const QStringList at{u"--provider"_s, u"ikawaari"_s, u"--base-url"_s, shop[u"base_url"].toString()};
        const QStringList edit{u"account"_s, u"edit"_s, name, u"--same-shop"_s};
        QCOMPARE(runCli(data, QStringList{u"account"_s, u"add"_s, name} + at, {}, own).exitCode, 0);
        const QStringList account{u"--account"_s, name};
        const QStringList list = QStringList{u"transaction"_s, u"list"_s, u"--refresh"_s} + account;
        const Run asked = runCli(data, list, {}, own);
        QVERIFY2(asked.exitCode == 0, asked.err.constData());
        for (const QStringList &command :
             {list, QStringList{u"session"_s, u"list"_s, u"--refresh"_s} + account,
              QStringList{u"session"_s, u"resolve"_s, u"some"_s, u"--not-created"_s} + account,
              QStringList{u"transaction"_s, u"refund"_s, u"pi_1"_s, u"--full"_s, u"--yes"_s} + account}) {
            const Run ended = runCli(data, command, {}, another);
            QVERIFY2(ended.exitCode == 5, ended.err.constData());
            QVERIFY2(ended.err.contains("not the key that Tilldeck knows"), ended.err.constData());
            QVERIFY2(ended.err.contains("account edit 'My \"shop\"' --same-shop"), ended.err.constData());
            QVERIFY(!ended.err.contains("ijklmnop"));
        }
        // One that the provider refuses is not taken by any word.
        const Run refused = runCli(data, edit, {}, another);
        QVERIFY2(refused.exitCode == 5 && refused.err.contains("was not taken"), refused.err.constData());
        QCOMPARE(runCli(data, list, {}, another).exitCode, 5);
        // Nor is one without a word where another account becomes the same shop.
        QCOMPARE(runCli(data, QStringList{u"account"_s, u"add"_s, u"Beside"_s} + at, {}, second).exitCode, 0);
        for (const QStringList &command : {list, edit}) {
            const Run joins = runCli(data, command, "\n", second);
            QVERIFY2(joins.exitCode != 0 && joins.err.contains("one shop: My \"shop\" and Beside."),
                     joins.err.constData());
        }
        QCOMPARE(runCli(data, list, {}, second).exitCode, 5);
        const Run said = runCli(data, edit + QStringList(u"--yes"_s), {}, second);
        QVERIFY2(said.exitCode == 0 && said.out.contains("from now on"), said.err.constData());
        for (const QString &key : {own, second})
            QCOMPARE(runCli(data, list, {}, key).exitCode, 0);
        const Run twice = runCli(data, edit, {}, second);
        QVERIFY2(twice.exitCode == 0 && twice.out.contains("already"), twice.err.constData());
        // At another address the same key is the same shop.
        const QStringList beside{u"account"_s,  u"add"_s,        u"Elsewhere"_s,         u"--provider"_s,
                                 u"ikawaari"_s, u"--base-url"_s, u"http://127.0.0.1:2"_s};
        const Run added = runCli(data, beside, {}, second);
        QVERIFY2(added.exitCode == 0 && added.err.contains("connected already"), added.err.constData());
        // Where nobody answers, a key cannot be tried.
        sandbox.reset();
        const Run untried = runCli(data, edit, {}, another);
        QVERIFY2(untried.exitCode == 4 && untried.err.contains("was not taken"), untried.err.constData());
        QCOMPARE(runCli(data, list, {}, another).exitCode, 5);
    }

    void whatIsNoKeyIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("byte order mark") << u"\ufeffsk_test_abcdefgh"_s << "Character 1 is an invisible"_ba;
        QTest::newRow("zero width space") << u"sk_test_\u200babcdefgh"_s << "Character 9 is an invisible"_ba;
        QTest::newRow("quotes") << u"'sk_test_abcdefgh'"_s << "Character 1 is a quotation mark"_ba;
        QTest::newRow("Bearer") << u"Bearer sk_test_abcdefgh"_s << "Characters 1 to 7"_ba;
        QTest::newRow("bullets") << u"sk_test_\u2022\u2022\u2022\u2022 9fQ2"_s << "part of it left out"_ba;
        QTest::newRow("Cyrillic") << u"sk_test_\u0430bcdefgh"_s << "a Cyrillic letter"_ba;
        QTest::newRow("newline") << u"sk_test_abc\ndefgh"_s << "Character 12 is a line end"_ba;
        QTest::newRow("publishable") << u"pt_test_abcdefgh"_s << "a publishable key"_ba;
        QTest::newRow("Ikawaari's") << u"ik_test_abcdefgh"_s << "one of Ikawaari"_ba;
    }
    void whatIsNoKeyIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QString, key);
        QFETCH(const QByteArray, says);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const QStringList add{u"account"_s,
                              u"add"_s,
                              u"Shop"_s,
                              u"--provider"_s,
                              u"paymentkit"_s,
                              u"--base-url"_s,
                              u"http://127.0.0.1:1"_s,
                              u"--account-id"_s,
                              u"a"_s};
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(key.toUtf8() + "\r\n") > 0 && file.flush());
        const QStringList fromFile{u"--key-file"_s, file.fileName()};
        const auto isRefused = [&](const Run &run) {
            return run.exitCode == 1 && run.err.contains(says) && !run.err.contains("reached") &&
                   !run.err.contains("abcdefgh");
        };
        for (const Run &run : {runCli(data, add + fromFile, {}, {}), runCli(data, add, {}, key)})
            QVERIFY2(isRefused(run), run.err.constData());
        QCOMPARE(runCli(data, add, {}, u"sk_test_abcdefgh"_s).exitCode, 0);
        const QStringList list{u"transaction"_s, u"list"_s, u"--refresh"_s, u"--account"_s, u"Shop"_s};
        for (const Run &run : {runCli(data, list + fromFile, {}, {}), runCli(data, list, {}, key)})
            QVERIFY2(isRefused(run), run.err.constData());
    }

    void aKeyInTheWrongPlaceIsKeptInNoFile_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("more");
        const QString key = wrongPlaced();
        QTest::newRow("name") << u"khaime"_s << u"Shop "_s + key << QStringList();
        QTest::newRow("merchant ID") << u"khaime"_s << u"Shop"_s << QStringList{u"--merchant-id"_s, key};
        QTest::newRow("another key") << u"khaime"_s << u"Shop"_s
                                     << QStringList{u"--merchant-id"_s, u"sk_live_51HxAbCdEf"_s};
    }
    void aKeyInTheWrongPlaceIsKeptInNoFile()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, name);
        QFETCH(const QStringList, more);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const QStringList add{u"account"_s,           u"add"_s, name, u"--provider"_s, provider, u"--base-url"_s,
                              u"http://127.0.0.1:1"_s};
        const Run run = runCli(data, add + more, {}, wrongPlaced());
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("A key stands in"), run.err.constData());
        for (const QByteArray &secret : {wrongPlaced().toUtf8(), "sk_live_51HxAbCdEf"_ba}) {
            QVERIFY(!run.err.contains(secret) && !run.out.contains(secret));
            for (const QFileInfo &file : QDir(data).entryInfoList(QDir::Files)) {
                QFile content(file.filePath());
                QVERIFY(content.open(QIODevice::ReadOnly) && !content.readAll().contains(secret));
            }
        }
    }

    void aKeyWhereAnIdOrATextIsGivenIsRefusedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("says");
        const QString key = u"sk_sandbox_4fyk9zq2lm7tr5xw"_s; // of the account
        const QString other = u"pk_sandbox_4fyk9zq2lm7tr5xw"_s;
        const auto row = [](const char *name, const QStringList &command, const QByteArray &says,
                            const QByteArray &input = {}) { QTest::newRow(name) << command << input << says; };
        const QByteArray session = "This is a key, not a session. Nothing was sent.";
        const QByteArray payment = "This is a key, not a payment. Nothing was sent.";
        row("track", {u"session"_s, u"track"_s, u"-"_s}, session, key.toUtf8() + '\n');
        row("track another's", {u"session"_s, u"track"_s, other}, session);
        row("show", {u"session"_s, u"show"_s, other}, session);
        row("resolve as", {u"session"_s, u"resolve"_s, u"0f9e8d"_s, u"--is"_s, key}, session);
        row("show a payment", {u"transaction"_s, u"show"_s, key}, payment);
        row("refund", {u"transaction"_s, u"refund"_s, other, u"--full"_s, u"--yes"_s}, payment);
        row("the reason of a refund",
            {u"transaction"_s, u"refund"_s, u"txn_1"_s, u"--full"_s, u"--yes"_s, u"--reason"_s, key},
            "Nothing was sent");
        row("resolve a refund as", {u"transaction"_s, u"resolve"_s, u"0f9e8d"_s, u"--is"_s, other},
            "This is a key, not a refund. Nothing was sent.");
        row("a promotion code", {u"promotion"_s, u"create"_s, other, u"--coupon"_s, u"coupon_1"_s}, "holds a key");
        row("a coupon", {u"promotion"_s, u"create"_s, u"SUMMER"_s, u"--coupon"_s, key}, "not a coupon");
        row("resolve a code", {u"promotion"_s, u"resolve"_s, u"0f9e8d"_s, u"--is"_s, key}, "not an ID");
    }
    void aKeyWhereAnIdOrATextIsGivenIsRefusedBeforeAnythingIsSent()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, says);
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const QString key = u"sk_sandbox_4fyk9zq2lm7tr5xw"_s;
        // Nobody answers there: what is sent ends with 4.
        const Run added = runCli(data,
                                 {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                                  u"http://127.0.0.1:1"_s, u"--account-id"_s, u"a"_s},
                                 {}, key);
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const Run ended = runCli(data, command + QStringList{u"--account"_s, u"Shop"_s}, input, key);
        QVERIFY2(ended.exitCode == 1, ended.err.constData());
        QVERIFY2(ended.err.contains(says), ended.err.constData());
        QVERIFY2(!ended.out.contains("4fyk9") && !ended.err.contains("4fyk9"), ended.err.constData());
        QDirIterator files(data, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll().toLower();
            QVERIFY2(!bytes.contains("4fyk9zq2"), qPrintable(file.fileName()));
        }
    }

    void aDraftWithAKeyIsNeitherCreatedNorCalledGood()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath(u"data"_s);
        const SandboxProcess sandbox(folder.filePath(u"sandbox"_s));
        const QJsonObject shop = sandbox.account();
        const QString key = shop[u"key"].toString();
        QCOMPARE(runCli(data,
                        {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                         shop[u"base_url"].toString(), u"--account-id"_s, shop[u"account_id"].toString()},
                        {}, key)
                     .exitCode,
                 0);
        const QByteArray draft = "{\"tilldeck_draft\": 1, \"line_items\": [{\"price_id\": \"price_premium\"}], "
                                 "\"success_url\": \"https://example.com/t?k=" +
                                 key.toUtf8() + "\", \"internal_note\": \"" + key.toUtf8() + "\"}";
        for (const QStringList &command : {QStringList{u"preview"_s}, QStringList{u"session"_s, u"create"_s},
                                           QStringList{u"session"_s, u"create"_s, u"--dry-run"_s}}) {
            const Run ended = runCli(
                data, command + QStringList{u"--from"_s, u"-"_s, u"--account"_s, u"Shop"_s, u"--json"_s}, draft, key);
            QVERIFY2(ended.exitCode == 1, ended.err.constData());
            QVERIFY2(ended.out.count("This holds a key.") == 2, ended.out.constData());
            QVERIFY2(!ended.out.contains(key.toUtf8()) && !ended.err.contains(key.toUtf8()), ended.err.constData());
        }
    }

    void aKeyFileThatHoldsSomethingElseSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("UTF-32") << QByteArray("\xff\xfe\0\0s\0\0\0", 8) << "written in UTF-32"_ba;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfes\0k\0", 6) << "written in UTF-16"_ba;
        QTest::newRow("a long text") << QByteArray(5000, 'x') << "more than a key"_ba;
        QTest::newRow("a line end") << "\n"_ba << "is empty"_ba;
        QTest::newRow("no UTF-8") << "sk_test_\xff"
                                     "abc"_ba
                                  << "a byte that is no text"_ba;
    }
    void aKeyFileThatHoldsSomethingElseSaysSo()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, says);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) > 0 && file.flush());
        const Run run = runCli(folder.filePath(u"data"_s),
                               {u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                                u"http://127.0.0.1:1"_s, u"--account-id"_s, u"a"_s, u"--key-file"_s, file.fileName()},
                               {}, {});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(says), run.err.constData());
    }

private:
    static QString wrongPlaced() { return u"pk_sandbox_6tzk1a2b3c4d"_s; }
};

TILLDECK_TEST(CliKeysTest)

} // namespace cli_keys_test

#include "tst_cli_keys.moc"
