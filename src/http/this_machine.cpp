// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/this_machine.h"

#include <QHostAddress>

namespace tilldeck::http {

bool isThisMachine(const QString &host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace tilldeck::http
