// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/session_bus.h"

#include <QLibrary>

#include <mutex>

using namespace Qt::StringLiterals;

namespace tilldeck::accounts {

namespace {

/// The calls of Gio, of GLib, that are needed here, https://docs.gtk.org/gio/. As QtKeychain does with libsecret, they
/// are looked up when the program runs, which needs no package to build it: where there is no Gio, there is no
/// libsecret.
class Gio
{
public:
    using Connection = void;

    bool isThere() const { return m_busGet && m_setExitOnClose && m_isClosed && m_unref; }

    Connection *sessionBus() const
    {
        constexpr int session = 2; // G_BUS_TYPE_SESSION
        return m_busGet(session, nullptr, nullptr);
    }
    void stayWhenClosed(Connection *connection) const { m_setExitOnClose(connection, 0); }
    bool isClosed(Connection *connection) const { return m_isClosed(connection) != 0; }
    void release(Connection *connection) const { m_unref(connection); }

private:
    template <class Call> Call call(const char *name) { return reinterpret_cast<Call>(m_library.resolve(name)); }

    QLibrary m_library{u"gio-2.0"_s, 0};
    Connection *(*m_busGet)(int, void *, void **) = call<decltype(m_busGet)>("g_bus_get_sync");
    void (*m_setExitOnClose)(Connection *,
                             int) = call<decltype(m_setExitOnClose)>("g_dbus_connection_set_exit_on_close");
    int (*m_isClosed)(Connection *) = call<decltype(m_isClosed)>("g_dbus_connection_is_closed");
    void (*m_unref)(void *) = call<decltype(m_unref)>("g_object_unref");
};

} // namespace

void outliveSessionBus()
{
    static std::mutex mutex;
    static Gio gio;
    // Kept: once nobody holds the connection, the next one to ask would get another.
    static Gio::Connection *held = nullptr;
    const std::lock_guard lock(mutex);
    if (!gio.isThere())
        return;
    if (held && gio.isClosed(held)) {
        gio.release(held);
        held = nullptr;
    }
    if (!held)
        held = gio.sessionBus();
    if (held)
        gio.stayWhenClosed(held);
}

} // namespace tilldeck::accounts
