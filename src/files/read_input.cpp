// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/read_input.h"

#include <QFile>
#include <QScopeGuard>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tilldeck::files {

std::optional<QByteArray> readInput(const QString &path, qsizetype most)
{
    // A pipe without a writer opens at once in this way only.
    const int input = open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (input == -1)
        return std::nullopt;
    const auto closing = qScopeGuard([input] { close(input); });
    struct stat found = {};
    if (fstat(input, &found) != 0)
        return std::nullopt;
    QByteArray bytes(most, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < most) {
        const ssize_t got = read(input, bytes.data() + size, static_cast<size_t>(most - size));
        if (got == 0 && size == 0 && S_ISFIFO(found.st_mode))
            return std::nullopt;
        if (got == 0)
            break;
        if (got > 0)
            size += got;
        else if (errno == EAGAIN)
            fcntl(input, F_SETFL, 0); // somebody writes into it, and is waited for
        else if (errno != EINTR)
            return std::nullopt;
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace tilldeck::files
