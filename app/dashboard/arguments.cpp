// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/arguments.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::dashboard {

namespace {

struct ArgumentsText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::dashboard::Arguments)
};

} // namespace

std::optional<Printed> printedFor(const QStringList &arguments)
{
    if (arguments.isEmpty())
        return std::nullopt;
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s))
        return Printed{ArgumentsText::tr(
                           "Usage: tilldeck [--help] [--version]\n"
                           "Opens the window in which checkout sessions are created and followed.\n"
                           "TILLDECK_DATA_DIR names the folder that holds its data. The same works without a window: "
                           "tilldeck-cli --help"),
                       0};
    if (arguments.contains(u"--version"_s))
        return Printed{u"tilldeck %1"_s.arg(QStringLiteral(TILLDECK_VERSION)), 0};
    return Printed{ArgumentsText::tr("“%1” is not understood. tilldeck --help says what is.").arg(arguments.first()),
                   2};
}

} // namespace tilldeck::dashboard
