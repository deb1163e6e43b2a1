// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/standard_streams.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace tilldeck::files {

void fillStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1 || errno != EBADF)
            continue;
        // The lowest number that is free is this one. Not the way that the stream is used: a result that nobody gets is
        // not printed.
        (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

} // namespace tilldeck::files
