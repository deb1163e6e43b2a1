// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/process_secrets.h"

#include <QStringDecoder>

#include <cstdlib>
#include <cstring>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace tilldeck::http {

void forbidMemoryDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void forbidMemoryDumpsUnlessAllowed()
{
    const char *allowed = std::getenv("TILLDECK_ALLOW_DUMPS");
    if (!allowed || std::strcmp(allowed, "1") != 0)
        forbidMemoryDumps();
}

Secret takeFromEnvironment(const char *name)
{
    char *value = std::getenv(name);
    if (!value)
        return {};
    // With a byte order mark, if there is one: whoever uses the key refuses it.
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    Secret secret(QString(decode(value)).trimmed());
    // unsetenv() forgets where the text stands and leaves it there.
    explicit_bzero(value, std::strlen(value));
    unsetenv(name);
    return secret;
}

} // namespace tilldeck::http
