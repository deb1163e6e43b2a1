// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the programs as they are installed.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tilldeck::cli::test {

using namespace Qt::StringLiterals;

/// Runs tilldeck-sandbox until the test ends.
class SandboxProcess
{
public:
    /// With @p faultsToken it lets arm() arm faults. @p options are others of the program.
    explicit SandboxProcess(const QString &folder, const QString &faultsToken = {}, const QStringList &options = {})
        : m_faultsToken(faultsToken)
    {
        QStringList arguments = options + QStringList{u"--data"_s, folder};
        if (!options.contains(u"--port"_s))
            arguments << u"--port"_s << u"0"_s;
        if (!faultsToken.isEmpty())
            arguments << u"--faults-token"_s << faultsToken;
        m_process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-sandbox"), arguments);
        QByteArray line;
        while (!line.endsWith('\n') && m_process.waitForReadyRead(20000))
            line += m_process.readAllStandardOutput();
        ready = QJsonDocument::fromJson(line).object();
    }
    ~SandboxProcess()
    {
        m_process.terminate();
        m_process.waitForFinished(10000);
    }
    /// Returns the account of the sample shop at @p provider.
    QJsonObject account(const QString &provider = u"paymentkit"_s) const
    {
        for (const QJsonValue &account : ready[u"accounts"].toArray()) {
            if (account[u"provider"].toString() == provider)
                return account.toObject();
        }
        return {};
    }

    /// Arms a fault, a JSON object as README describes it. Returns whether the sandbox took it.
    bool arm(const QByteArray &fault) const { return post(QString(), fault); }

    /// Ends the newest refund at @p provider. Returns whether the sandbox did so.
    bool decideRefund(const QString &provider, bool isGivenBack) const
    {
        const QJsonObject decision{{u"provider"_s, provider}, {u"given_back"_s, isGivenBack}};
        return post(u"/refunds"_s, QJsonDocument(decision).toJson());
    }
    /// Lets the provider make the newest refund, which failed, once more. Returns whether the sandbox did so.
    bool tryRefundAgain(const QString &provider) const
    {
        const QJsonObject decision{{u"provider"_s, provider}, {u"second_try"_s, true}};
        return post(u"/refunds"_s, QJsonDocument(decision).toJson());
    }

    QJsonObject ready;

private:
    /// Sends @p body to a path below that of the faults. Returns whether the sandbox took it.
    bool post(const QString &path, const QByteArray &body) const
    {
        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(ready[u"faults"][u"url"].toString() + path));
        request.setRawHeader("Authorization", "Bearer " + m_faultsToken.toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = network.post(request, body);
        return QTest::qWaitFor([reply] { return reply->isFinished(); }, 10000) &&
               reply->error() == QNetworkReply::NoError;
    }

    QString m_faultsToken;
    QProcess m_process;
};

struct Run
{
    int exitCode = -1;
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

inline Run runCli(const QString &dataDirectory, const QStringList &arguments, const QByteArray &input,
                  const QString &key)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TILLDECK_DATA_DIR"_s, dataDirectory);
    environment.remove(u"TILLDECK_KEY"_s);
    if (!key.isEmpty())
        environment.insert(u"TILLDECK_KEY"_s, key);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TILLDECK_BIN_DIR "/tilldeck-cli"), arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace tilldeck::cli::test
