// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/world.h"

#include "desk/refresh_account.h"

#include <QCoroTask>
#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

namespace tilldeck::faults {

namespace {

const QByteArray faultsToken = "the campaign's own token";

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files | QDir::Hidden)) {
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            qFatal("%s cannot be copied.", qPrintable(name));
    }
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// Has the accounts of a data folder speak https.
void encryptAccounts(const QString &dataFolder)
{
    QFile file(dataFolder + u"/accounts.json"_s);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("The accounts cannot be read.");
    const QByteArray accounts = file.readAll();
    const QByteArray encrypted = QByteArray(accounts).replace("http://127.0.0.1", "https://127.0.0.1");
    file.seek(0);
    if (encrypted == accounts || file.write(encrypted) != encrypted.size())
        qFatal("The accounts cannot be encrypted.");
}

/// Names the documents of a provider and their members.
struct Shape
{
    QString sessions, payments, refunds;
    QString refunded, refundAmount;
};

Shape shapeOf(const QString &provider)
{
    if (provider == "khaime"_L1)
        return {u"khaime-orders"_s, u"khaime-transactions"_s, u"khaime-refunds"_s, u"refunded_amount"_s, u"amount"_s};
    if (provider == "ikawaari"_L1)
        return {u"ikawaari-sessions"_s, u"ikawaari-payments"_s, u"ikawaari-refunds"_s, u"refundedAmount"_s,
                u"amount"_s};
    return {u"sessions"_s, u"transactions"_s, u"refunds"_s, u"refunded_amount_atom"_s, u"amount_atom"_s};
}

std::atomic<int> refundsMade = 0, refundsRefused = 0;
QtMessageHandler otherMessages = nullptr;

/// Counts the calls that the sandbox logs, and passes all other messages on.
void hearCalls(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type != QtDebugMsg || qstrcmp(context.category, "tilldeck.sandbox") != 0)
        return otherMessages(type, context, text);
    static const QRegularExpression refund(u"^POST \\S*/refunds? (\\d)\\d\\d "_s);
    const auto call = refund.match(text);
    if (call.hasMatch())
        ++(call.captured(1) == "2"_L1 ? refundsMade : refundsRefused);
}

} // namespace

QStringList Truth::madeWith(const QString &tag) const
{
    QStringList ids;
    for (auto it = bodies.begin(); it != bodies.end(); ++it) {
        if (QJsonDocument(it.value()).toJson(QJsonDocument::Compact).contains(tag.toUtf8()))
            ids << it.key();
    }
    return ids;
}

World::World()
{
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(sandbox::authorityPem()));
    QSslConfiguration::setDefaultConfiguration(trusting);
    QLoggingCategory::setFilterRules(u"tilldeck.sandbox.debug=true"_s);
    if (!otherMessages)
        otherMessages = qInstallMessageHandler(hearCalls);
    prepare();
}

RefundCalls World::refundCalls()
{
    return {refundsMade, refundsRefused};
}

void World::prepare()
{
    const QString sandboxFolder = m_template.filePath(u"sandbox"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    startSandbox(sandboxFolder);
    m_port = quint16(QUrl(m_sandbox->running()->url).port());
    openDesk();
    for (const sandbox::Account &each : m_sandbox->running()->accounts) {
        accounts::Account account;
        account.provider = *accounts::providerFromId(each.provider);
        account.name = each.provider;
        account.baseUrl = each.baseUrl;
        account.accountId = each.accountId;
        account.merchantId = each.merchantId;
        account.mode = accounts::Mode::Sandbox;
        const auto added = m_desk->accounts().add(account);
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        m_accounts.insert(each.provider, added->id);
        m_keys.insert(each.provider, each.key);
        m_desk->keys().keepForThisRun(added->id, http::Secret(each.key));
        const auto refreshed =
            QCoro::waitFor(desk::refreshAccount(m_desk.get(), added->id, checkout::Catalog(), desk::Depth::Full));
        if (!refreshed)
            qFatal("%s", qPrintable(refreshed.error().sentence));
    }
    closeDesk();
    m_sandbox.reset();
    copyFolder(dataFolder(), m_template.filePath(u"data"_s));
}

void World::begin(int clockOffset, bool isEncrypted)
{
    m_folder = std::make_unique<QTemporaryDir>();
    copyFolder(m_template.filePath(u"sandbox"_s), m_folder->filePath(u"sandbox"_s));
    copyFolder(m_template.filePath(u"data"_s), dataFolder());
    m_isEncrypted = isEncrypted;
    if (isEncrypted)
        encryptAccounts(dataFolder());
    m_offset = 0;
    m_sandboxOffset = clockOffset;
    refundsMade = refundsRefused = 0;
    startSandbox(m_folder->filePath(u"sandbox"_s));
}

void World::end()
{
    closeDesk();
    m_sandbox.reset();
}

void World::startSandbox(const QString &folder)
{
    sandbox::Options options;
    options.dataDir = folder;
    options.port = m_port;
    options.clock = [this] { return now().addSecs(m_sandboxOffset); };
    options.tls = m_isEncrypted ? sandbox::Tls::Valid : sandbox::Tls::Off;
    options.faultsToken = QString::fromLatin1(faultsToken);
    m_sandbox = std::make_unique<sandbox::SandboxThread>(options);
    QEventLoop loop;
    connect(m_sandbox.get(), &sandbox::SandboxThread::ready, &loop, &QEventLoop::quit);
    connect(m_sandbox.get(), &sandbox::SandboxThread::failed, this,
            [](const QString &why) { qFatal("%s", qPrintable(why)); });
    connect(m_sandbox.get(), &sandbox::SandboxThread::faultHappened, this, &World::faultHappened);
    m_sandbox->start();
    loop.exec();
}

desk::Desk &World::openDesk()
{
    if (!m_desk) {
        auto opened = desk::Desk::open(dataFolder(), [this] { return now(); });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_desk = std::move(*opened);
        for (const accounts::Account &account : m_desk->accounts().accounts())
            m_desk->keys().keepForThisRun(account.id, http::Secret(m_keys.value(account.name)));
    }
    return *m_desk;
}

void World::closeDesk()
{
    m_desk.reset();
}

QByteArray World::control(const QByteArray &method, const QByteArray &body, const QByteArray &below) const
{
    QSslSocket socket;
    // Whatever certificate is shown: this has armed it.
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (m_isEncrypted) {
        socket.connectToHostEncrypted(u"127.0.0.1"_s, m_port);
        socket.waitForEncrypted();
    } else {
        socket.connectToHost(QHostAddress::LocalHost, m_port);
    }
    socket.write(method + " /faults" + below + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) +
                 "\r\nAuthorization: Bearer " + faultsToken + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                 "\r\nConnection: close\r\n\r\n" + body);
    QByteArray answer;
    while (socket.bytesAvailable() > 0 || socket.waitForReadyRead(10'000))
        answer += socket.readAll();
    if (!answer.startsWith("HTTP/1.1 20"))
        qFatal("The sandbox takes no fault: %s %s", body.constData(), answer.constData());
    return answer;
}

void World::decideRefund(const QString &provider, const QByteArray &members) const
{
    control("POST", R"({"provider":")" + provider.toUtf8() + '"' + members + '}', "/refunds");
}

Truth World::truth(const QString &provider) const
{
    const Shape shape = shapeOf(provider);
    Truth truth;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"truth"_s);
        database.setDatabaseName(m_folder->filePath(u"sandbox/sandbox.sqlite"_s));
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            qFatal("The sandbox's file cannot be read.");
        QSqlQuery query(u"SELECT kind, id, body FROM documents"_s, database);
        while (query.next()) {
            const QString kind = query.value(0).toString();
            const QString id = query.value(1).toString();
            const QJsonObject body = QJsonDocument::fromJson(query.value(2).toString().toUtf8()).object();
            const QString status = body[u"status"_s].toString();
            if (kind == shape.sessions) {
                truth.sessions.insert(id, status);
                truth.bodies.insert(id, body);
            } else if (kind == shape.payments) {
                truth.payments.insert(id,
                                      {status, body[shape.refundAmount].toInteger(), body[shape.refunded].toInteger()});
            } else if (kind == shape.refunds) {
                (status == "failed"_L1 ? truth.failedRefunds : truth.refunds) << body[shape.refundAmount].toInteger();
            } else if (provider == "paymentkit"_L1 && kind == "promotion-codes"_L1) {
                truth.codes.insert(id, body[u"is_active"_s].toBool());
            } else if (provider == "paymentkit"_L1 && kind == "coupons"_L1) {
                truth.coupons.insert(id, body);
            }
        }
    }
    QSqlDatabase::removeDatabase(u"truth"_s);
    return truth;
}

} // namespace tilldeck::faults

#include "moc_world.cpp"
