// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/write_export.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <sys/stat.h>

namespace tilldeck::files {

namespace {

struct WriteExportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::files::WriteExport)
};

/// Says which file or folder it is, whatever it is called: device and number.
using Identity = std::pair<dev_t, ino_t>;

/// Returns none for what is no file and no folder, like a terminal, from which a key may come while an export goes to
/// it.
std::optional<Identity> identityOf(const QString &path)
{
    struct stat found = {};
    if (stat(QFile::encodeName(path).constData(), &found) != 0 || !(S_ISREG(found.st_mode) || S_ISDIR(found.st_mode)))
        return std::nullopt;
    return Identity(found.st_dev, found.st_ino);
}

struct OwnPaths
{
    QMutex mutex;
    QStringList paths;
};

OwnPaths &ownPaths()
{
    static OwnPaths own;
    return own;
}

/// Returns what a file at @p path is or will be, and the folders that it is in.
std::vector<Identity> placesOf(const QString &path)
{
    // A link may lead to a file that is not there yet.
    QFileInfo file(path);
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks && file.isSymLink() && !file.exists(); ++i)
        file.setFile(file.symLinkTarget());
    const QString folder =
        file.exists() ? QFileInfo(file.canonicalFilePath()).absolutePath() : file.dir().canonicalPath();
    std::vector<Identity> places;
    if (const auto itself = identityOf(file.filePath()))
        places.push_back(*itself);
    for (QFileInfo above(folder); !folder.isEmpty(); above.setFile(above.absolutePath())) {
        if (const auto identity = identityOf(above.filePath()))
            places.push_back(*identity);
        if (above.isRoot())
            break;
    }
    return places;
}

bool isOwn(const QString &path)
{
    const std::vector<Identity> places = placesOf(path);
    const auto isAmong = [&places](const QString &own) {
        const auto identity = identityOf(own);
        return identity && std::ranges::find(places, *identity) != places.end();
    };
    const QMutexLocker lock(&ownPaths().mutex);
    return std::ranges::any_of(ownPaths().paths, [&isAmong](const QString &own) {
        if (isAmong(own))
            return true;
        // A file in it may have a second name elsewhere.
        const QFileInfoList files = QDir(own).entryInfoList(QDir::Files | QDir::Hidden);
        return QFileInfo(own).isDir() && std::ranges::any_of(files, isAmong, &QFileInfo::filePath);
    });
}

} // namespace

void keepExportsOutOf(const QString &path)
{
    const QMutexLocker lock(&ownPaths().mutex);
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (!ownPaths().paths.contains(absolute))
        ownPaths().paths << absolute;
}

std::expected<std::unique_ptr<WholeFile>, QString> openExport(const QString &path,
                                                              std::optional<QFileDevice::Permissions> permissions)
{
    if (isOwn(path))
        return std::unexpected(
            WriteExportText::tr("Tilldeck keeps files of its own or the key there; choose another folder"));
    if (!permissions && !QFileInfo::exists(path))
        permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    return WholeFile::open(path, permissions);
}

std::expected<void, QString> writeExport(const QString &path, const QByteArray &bytes,
                                         std::optional<QFileDevice::Permissions> permissions)
{
    const auto file = openExport(path, permissions);
    if (!file)
        return std::unexpected(file.error());
    if (const auto written = (*file)->write(bytes); !written)
        return written;
    return (*file)->commit();
}

} // namespace tilldeck::files
