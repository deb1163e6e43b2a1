// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs.h"

#include <functional>
#include <memory>

namespace tilldeck::cli::test {

using namespace Qt::StringLiterals;

/// A sandbox of its own with a connected account, and files of rows for it.
class ImportsBench : public QObject
{
protected:
    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<SandboxProcess>(m_folder->filePath(u"sandbox"_s), u"a token of the test"_s);
        QVERIFY(!m_sandbox->ready.isEmpty());
        m_key = m_sandbox->account()[u"key"].toString();
        QCOMPARE(run({u"account"_s, u"add"_s, u"Shop"_s, u"--provider"_s, u"paymentkit"_s, u"--base-url"_s,
                      m_sandbox->account()[u"base_url"].toString(), u"--account-id"_s, u"acc_demo"_s})
                     .exitCode,
                 0);
    }
    void end()
    {
        m_sandbox.reset();
        m_folder.reset();
    }

    static QByteArray rows(int count)
    {
        QByteArray bytes = "Kunde;Preis-ID;Menge;Erfolgs-URL\n";
        for (int i = 0; i < count; ++i)
            bytes += "cus_abc123;price_premium;1;https://kestrel.example/order-" + QByteArray::number(i) + '\n';
        return bytes;
    }
    QString written(const QByteArray &bytes) const
    {
        QString path = m_folder->filePath(u"rows.csv"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
        return path;
    }
    void start(QProcess &process, const QStringList &arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TILLDECK_DATA_DIR"_s, data());
        environment.insert(u"TILLDECK_KEY"_s, m_key);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
        QVERIFY(process.waitForStarted());
    }
    QString data() const { return m_folder->filePath(u"data"_s); }
    Run run(const QStringList &arguments) { return runCli(data(), arguments + QStringList{u"--json"_s}, {}, m_key); }
    Run on(const QStringList &arguments) { return run(arguments + QStringList{u"--account"_s, u"Shop"_s}); }
    /// Connects Khaime as account K, and returns what runs a command with its key.
    std::function<Run(const QStringList &)> khaime() const
    {
        const QJsonObject account = m_sandbox->account(u"khaime"_s);
        const QString key = account[u"key"].toString();
        const auto with = [this, key](const QStringList &arguments) { return runCli(data(), arguments, {}, key); };
        if (with({u"account"_s, u"add"_s, u"K"_s, u"--provider"_s, u"khaime"_s, u"--base-url"_s,
                  account[u"base_url"].toString(), u"--merchant-id"_s, account[u"merchant_id"].toString()})
                .exitCode != 0)
            qFatal("The account could not be connected.");
        return with;
    }
    /// Refuses what is created after @p made, without making it, for hours.
    void refuseAfter(int made)
    {
        arm({{u"provider"_s, u"paymentkit"_s},
             {u"operation"_s, u"createCheckoutSession"_s},
             {u"fault"_s, u"status"_s},
             {u"status"_s, 429},
             {u"retry_after"_s, u"7200"_s},
             {u"skip"_s, made},
             {u"count"_s, 1}});
    }
    void copyTo(const QString &folder) const
    {
        QVERIFY(QDir().mkpath(folder));
        const QStringList names = QDir(data()).entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            QVERIFY(QFile::copy(data() + u'/' + name, folder + u'/' + name));
    }
    void arm(const QJsonObject &fault) { QVERIFY(m_sandbox->arm(QJsonDocument(fault).toJson())); }

    /// Returns the success URLs of the sessions of the test that exist at the sandbox, asked for past the program.
    QStringList orders() const
    {
        QStringList found;
        for (int offset = 0;; offset += 100) {
            QNetworkAccessManager network;
            QNetworkRequest request(QUrl(u"%1/api/acc_demo/checkout-sessions?limit=100&offset=%2"_s
                                             .arg(m_sandbox->account()[u"base_url"].toString())
                                             .arg(offset)));
            request.setRawHeader("Authorization", "Bearer " + m_key.toUtf8());
            QNetworkReply *reply = network.get(request);
            if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000))
                return {};
            const QJsonArray items = QJsonDocument::fromJson(reply->readAll())[u"items"_s].toArray();
            for (const QJsonValue &item : items) {
                if (const QString url = item[u"success_url"_s].toString(); url.contains(u"/order-"_s))
                    found << url;
            }
            if (items.size() < 100)
                return found;
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QString m_key;
};

} // namespace tilldeck::cli::test
