// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that shows a wrong certificate is sent nothing by the command line, and no key is left anywhere.
#include "canary_bench.h"
#include "support/runner.h"

namespace cli_certificates_test {

using namespace Qt::StringLiterals;
using namespace tilldeck::cli::test;
using tilldeck::test::Canaries;

class CliCertificatesTest : public QObject, private CanaryBench
{
    Q_OBJECT

private slots:
    void aWrongCertificateIsShownNoKey_data()
    {
        QTest::addColumn<QString>("certificate");
        for (const char *certificate : {"self-signed", "expired", "wrong-host"})
            QTest::newRow(certificate) << QString::fromLatin1(certificate);
    }
    void aWrongCertificateIsShownNoKey()
    {
        QFETCH(const QString, certificate);
        const Home home;
        const QTemporaryDir shop;
        Canaries keys;
        QJsonArray accounts;
        QList<QPair<QString, QString>> payments;
        int port = 0;
        // The accounts are connected, and their payments known, before the certificate goes wrong.
        m_sandbox = std::make_unique<SandboxProcess>(shop.path());
        accounts = m_sandbox->ready[u"accounts"].toArray();
        for (const QJsonValue &account : accounts) {
            const QString name = account[u"provider"].toString();
            const QString key = account[u"key"].toString();
            keys.add(name + u" key"_s, key);
            port = QUrl(account[u"base_url"].toString()).port();
            QCOMPARE(home.run(adding(name, name, account[u"base_url"].toString()), {}, key).run.exitCode, 0);
            const Run listed = home.run({u"transaction"_s, u"list"_s, u"--refresh"_s, u"--status"_s, u"succeeded"_s,
                                         u"--json"_s, u"--account"_s, name},
                                        {}, key)
                                   .run;
            if (const QString id = listed.json()[0][u"id"].toString(); !id.isEmpty())
                payments << qMakePair(name, id);
        }
        QFile file(home.data() + u"/accounts.json"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray encrypted = file.readAll().replace("http://127.0.0.1", "https://127.0.0.1");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(encrypted) == encrypted.size() && file.flush());
        m_sandbox.reset();
        m_sandbox = std::make_unique<SandboxProcess>(
            shop.path(), QString(), QStringList{u"--tls"_s, certificate, u"--port"_s, QString::number(port)});
        QVERIFY(!m_sandbox->ready.isEmpty());
        QStringList hits;
        const auto mustNotConnect = [&](const QString &account, const QStringList &arguments, const QByteArray &input) {
            const auto found = std::ranges::find_if(
                accounts, [&](const QJsonValue &one) { return one[u"provider"].toString() == account; });
            const Watched seen = home.run(arguments + QStringList{u"--account"_s, account, u"--json"_s}, input,
                                          (*found)[u"key"].toString());
            QVERIFY2(seen.run.exitCode == 4 && seen.run.err.contains("so nothing was sent"), seen.run.err);
            for (const QByteArray &shown : {seen.run.out, seen.run.err, seen.arguments, seen.environment})
                hits += keys.hits(account, shown);
        };
        for (const auto &[account, draft] :
             {std::pair(u"paymentkit"_s, priced), std::pair(u"khaime"_s, hosted), std::pair(u"ikawaari"_s, named)})
            mustNotConnect(account, {u"session"_s, u"create"_s, u"--from"_s, u"-"_s}, draft);
        QVERIFY(payments.size() >= 2);
        for (const auto &[account, id] : payments)
            mustNotConnect(account, {u"transaction"_s, u"refund"_s, id, u"--amount"_s, u"1"_s, u"--yes"_s}, {});
        QCOMPARE(hits + keys.hitsBelow(home.path()), QStringList());
    }
};

TILLDECK_TEST(CliCertificatesTest)

} // namespace cli_certificates_test

#include "tst_cli_certificates.moc"
