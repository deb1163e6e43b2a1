// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/write_whole.h"

#include "files/whole_file.h"

namespace tilldeck::files {

std::expected<void, QString> writeWhole(const QString &path, const QByteArray &bytes,
                                        std::optional<QFileDevice::Permissions> permissions)
{
    const auto file = WholeFile::open(path, permissions);
    if (!file)
        return std::unexpected(file.error());
    if (const auto written = (*file)->write(bytes); !written)
        return written;
    return (*file)->commit();
}

} // namespace tilldeck::files
