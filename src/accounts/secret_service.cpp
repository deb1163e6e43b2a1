// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secret_service.h"

#include "accounts/session_bus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QEventLoop>
#include <QLocalSocket>
#include <QPromise>
#include <QRegularExpression>
#include <QTimer>
#include <QUrl>
#include <QUuid>

#include <chrono>
#include <memory>
#include <mutex>
#include <thread>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tilldeck::accounts {

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString defaultCollection = u"/org/freedesktop/secrets/aliases/default"_s;
constexpr auto longestProbe = 2s;
constexpr auto longestGreeting = std::chrono::milliseconds(1000);
constexpr auto longestUnlock = 60s; // a person types a password

/// A promise that several threads may keep; the first one does.
template <class T> class FirstAnswer
{
public:
    FirstAnswer() { m_promise.start(); }
    QFuture<T> future() const { return m_promise.future(); }
    void give(const T &value)
    {
        std::call_once(m_once, [&] {
            m_promise.addResult(value);
            m_promise.finish();
        });
    }

private:
    QPromise<T> m_promise;
    std::once_flag m_once;
};

/// Returns whether what listens at @p address speaks. QtDBus would wait without end for one that does not, also when
/// the program ends.
bool isAwake(const QString &address)
{
    static const QRegularExpression unixSocket(u"^unix:(?:[^;]*,)?(path|abstract)=([^,;]+)"_s);
    const auto found = unixSocket.match(address);
    if (!found.hasMatch())
        return true;
    QLocalSocket socket;
    if (found.captured(1) == "abstract"_L1)
        socket.setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    socket.connectToServer(QUrl::fromPercentEncoding(found.captured(2).toLatin1()));
    if (!socket.waitForConnected(static_cast<int>(longestGreeting.count())))
        return true; // nor does anybody wait for one that is not there
    socket.write(QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(getuid()).toHex() + "\r\n");
    return socket.waitForReadyRead(static_cast<int>(longestGreeting.count()));
}

/// Returns the address of the bus, or an empty text when only libdbus knows it.
QString busAddress()
{
    return qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
}

/// A connection of its own, because a bus that does not answer holds up everybody who shares one.
class Bus
{
public:
    QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments) const
    {
        QDBusMessage message = QDBusMessage::createMethodCall(secrets, path, interface, method);
        message.setArguments(arguments);
        const auto timeout = std::chrono::milliseconds(longestProbe);
        return connection.call(message, QDBus::Block, static_cast<int>(timeout.count()));
    }

    ~Bus() { QDBusConnection::disconnectFromBus(name); }
    Bus() = default;
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    const QString name = QUuid::createUuid().toString();
    // The address itself: by its type, libdbus connects to what the variable held when it first looked.
    QDBusConnection connection = busAddress().isEmpty()
                                     ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
                                     : QDBusConnection::connectToBus(busAddress(), name);
};

KeychainState stateOfError(const QDBusMessage &reply)
{
    switch (QDBusError(reply).type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return KeychainState::Silent;
    case QDBusError::AccessDenied:
        return KeychainState::Denied;
    case QDBusError::UnknownObject:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownProperty:
        return KeychainState::Ready; // it runs and has no collection yet
    default:
        return KeychainState::Missing;
    }
}

KeychainState stateOn(const Bus &bus)
{
    if (!bus.connection.isConnected())
        return KeychainState::Missing;
    const QDBusMessage reply = bus.call(defaultCollection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                        {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    if (reply.type() == QDBusMessage::ErrorMessage)
        return stateOfError(reply);
    const auto locked = reply.arguments().value(0).value<QDBusVariant>().variant();
    return locked.toBool() ? KeychainState::Locked : KeychainState::Ready;
}

/// Waits until a prompt of the Secret Service was answered or dismissed.
class PromptWait : public QObject
{
    Q_OBJECT

public:
    void run(const Bus &bus, const QString &prompt)
    {
        const QString interface = u"org.freedesktop.Secret.Prompt"_s;
        QDBusConnection connection = bus.connection;
        connection.connect(secrets, prompt, interface, u"Completed"_s, this, SLOT(completed(bool, QDBusVariant)));
        QTimer::singleShot(longestUnlock, &m_loop, &QEventLoop::quit);
        const QDBusMessage asked = bus.call(prompt, interface, u"Prompt"_s, {QString()});
        if (asked.type() != QDBusMessage::ErrorMessage)
            m_loop.exec();
    }

public slots:
    void completed(bool, const QDBusVariant &) { m_loop.quit(); }

private:
    QEventLoop m_loop;
};

bool unlockOn(const Bus &bus)
{
    if (const KeychainState state = stateOn(bus); state != KeychainState::Locked)
        return state == KeychainState::Ready;
    const QDBusMessage named = bus.call(servicePath, serviceInterface, u"ReadAlias"_s, {u"default"_s});
    const auto collection = named.arguments().value(0).value<QDBusObjectPath>();
    const QList<QDBusObjectPath> paths{collection};
    const QDBusMessage reply = bus.call(servicePath, serviceInterface, u"Unlock"_s, {QVariant::fromValue(paths)});
    const QString prompt = reply.arguments().value(1).value<QDBusObjectPath>().path();
    if (!prompt.isEmpty() && prompt != u"/"_s)
        PromptWait().run(bus, prompt);
    return stateOn(bus) == KeychainState::Ready;
}

/// Returns what @p ask returns for a bus, from a thread of its own, or @p late after @p longest.
template <class T, class Ask> QFuture<T> onBus(Ask ask, std::chrono::milliseconds longest, T late)
{
    const auto answer = std::make_shared<FirstAnswer<T>>();
    // A bus that takes the connection and stays silent blocks the thread for long, so nobody waits for it.
    std::thread([answer, ask, late] {
        if (!isAwake(busAddress()))
            return answer->give(late);
        const Bus bus;
        if (bus.connection.isConnected())
            outliveSessionBus();
        answer->give(ask(bus));
    }).detach();
    QTimer::singleShot(longest, [answer, late] { answer->give(late); });
    return answer->future();
}

} // namespace

QFuture<KeychainState> askSecretService()
{
    return onBus<KeychainState>(stateOn, longestProbe, KeychainState::Silent);
}

QFuture<KeychainState> askSessionBus()
{
    return onBus<KeychainState>([](const Bus & /*bus*/) { return KeychainState::Ready; }, longestProbe,
                                KeychainState::Silent);
}

QFuture<bool> unlockSecretService()
{
    return onBus<bool>(unlockOn, longestUnlock + longestProbe, false);
}

} // namespace tilldeck::accounts

#include "secret_service.moc"
