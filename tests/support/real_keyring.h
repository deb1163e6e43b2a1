// SPDX-License-Identifier: GPL-3.0-or-later
// The Gnome keychain, on the bus of a test, with a folder of its own.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Runs gnome-keyring-daemon with an unlocked collection until it is killed or the object is gone.
class RealKeyring
{
public:
    static bool isInstalled() { return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty(); }

    explicit RealKeyring(const QByteArray &busAddress)
        : m_bus(QDBusConnection::connectToBus(QString::fromLocal8Bit(busAddress), u"real keyring"_s))
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromLocal8Bit(busAddress));
        for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_RUNTIME_DIR"_s, u"XDG_CONFIG_HOME"_s}) {
            QDir().mkpath(m_folder.filePath(name));
            environment.insert(name, m_folder.filePath(name));
        }
        m_daemon.setProcessEnvironment(environment);
        m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
        m_daemon.start(u"gnome-keyring-daemon"_s,
                       {u"--foreground"_s, u"--components=secrets"_s, u"--unlock"_s,
                        u"--control-directory="_s + m_folder.filePath(u"XDG_RUNTIME_DIR"_s)});
        m_daemon.write("the password of the test");
        m_daemon.closeWriteChannel();
    }
    ~RealKeyring()
    {
        kill();
        QDBusConnection::disconnectFromBus(u"real keyring"_s);
    }
    RealKeyring(const RealKeyring &) = delete;
    RealKeyring &operator=(const RealKeyring &) = delete;

    /// Waits until it answers with an unlocked collection.
    bool isReady() const
    {
        return QTest::qWaitFor([this] { return locked() == QVariant(false); }, 20000);
    }

    bool lock() const
    {
        const QList<QDBusObjectPath> paths{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
        call(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"Lock"_s,
             {QVariant::fromValue(paths)});
        return locked() == QVariant(true);
    }

    /// Lets it answer nothing any more.
    void hang() const { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP); }

    void kill()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    QString folder() const { return m_folder.path(); }

private:
    QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments) const
    {
        QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
        message.setArguments(arguments);
        return m_bus.call(message, QDBus::Block, 5000);
    }

    QVariant locked() const
    {
        const QDBusMessage reply =
            call(u"/org/freedesktop/secrets/aliases/default"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                 {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
        return reply.type() == QDBusMessage::ErrorMessage ? QVariant()
                                                          : reply.arguments().value(0).value<QDBusVariant>().variant();
    }

    QDBusConnection m_bus;
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

} // namespace tilldeck::test
