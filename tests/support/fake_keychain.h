// SPDX-License-Identifier: GPL-3.0-or-later
// A Secret Service on a bus of its own, which is as locked, silent or gone as a test wants it.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Runs a D-Bus daemon, and on it the service while @c state is not Missing. It holds no secrets.
class FakeKeychain : public QDBusVirtualObject
{
public:
    enum class State { Missing, Locked, Dismissing, Denied, Silent };

    /// @p denied are further rules of the bus, in the language of its configuration.
    explicit FakeKeychain(const QByteArray &denied = {})
    {
        const QString socket = m_folder.filePath(u"bus"_s);
        const QString config = m_folder.filePath(u"bus.conf"_s);
        QFile file(config);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The bus has no configuration.");
        file.write(
            "<busconfig><type>session</type><listen>unix:path=" + socket.toUtf8() +
            "</listen><auth>EXTERNAL</auth><policy context='default'><allow send_destination='*' eavesdrop='true'/>"
            "<allow eavesdrop='true'/><allow own='*'/>" +
            denied + "</policy></busconfig>");
        file.close();
        // Not even after a crash does it outlive the test.
        m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_daemon.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, config});
        if (!m_daemon.waitForReadyRead(10000))
            qFatal("There is no dbus-daemon.");
        address = "unix:path=" + socket.toLocal8Bit();
    }
    ~FakeKeychain() override
    {
        set(State::Missing);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void set(State next)
    {
        state = next;
        isLocked = true;
        prompts = 0;
        if (next == State::Missing) {
            QDBusConnection::disconnectFromBus(m_name);
            return;
        }
        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLocal8Bit(address), m_name);
        bus.registerVirtualObject(u"/org/freedesktop/secrets"_s, this, QDBusConnection::SubPath);
        if (!bus.registerService(u"org.freedesktop.secrets"_s))
            qFatal("The fake keychain cannot be reached.");
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (state == State::Silent)
            return true;
        if (state == State::Denied)
            return connection.send(message.createErrorReply(QDBusError::AccessDenied, u"No."_s));
        const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/login"_s);
        const QDBusObjectPath prompt(u"/org/freedesktop/secrets/prompt/p1"_s);
        const QString member = message.member();
        if (member == u"Get"_s)
            return connection.send(message.createReply(QVariant::fromValue(QDBusVariant(isLocked))));
        if (member == u"ReadAlias"_s)
            return connection.send(message.createReply(QVariant::fromValue(collection)));
        if (member == u"Unlock"_s)
            return connection.send(
                message.createReply({QVariant::fromValue(QList<QDBusObjectPath>()), QVariant::fromValue(prompt)}));
        if (member != u"Prompt"_s)
            return false;
        ++prompts;
        isLocked = state == State::Dismissing;
        QDBusMessage completed =
            QDBusMessage::createSignal(prompt.path(), u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
        completed << isLocked << QVariant::fromValue(QDBusVariant(QString()));
        return connection.send(message.createReply()) && connection.send(completed);
    }
    QString introspect(const QString &) const override { return {}; }

    QByteArray address;
    State state = State::Missing;
    bool isLocked = true;
    int prompts = 0;

private:
    const QString m_name = u"fake keychain"_s;
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace tilldeck::test
