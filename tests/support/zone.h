// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <ctime>

namespace tilldeck::test {

/// The zone of this computer while it lives.
class Zone
{
public:
    explicit Zone(const QByteArray &name)
        : m_before(qgetenv("TZ"))
    {
        set(name);
    }
    ~Zone() { set(m_before); }
    Q_DISABLE_COPY_MOVE(Zone)

private:
    static void set(const QByteArray &name)
    {
        qputenv("TZ", name);
        tzset();
    }

    QByteArray m_before;
};

} // namespace tilldeck::test
