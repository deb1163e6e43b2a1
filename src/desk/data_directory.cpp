// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/data_directory.h"

#include <QStandardPaths>

namespace tilldeck::desk {

QString dataDirectory()
{
    const QString chosen = qEnvironmentVariable("TILLDECK_DATA_DIR");
    return chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : chosen;
}

} // namespace tilldeck::desk
