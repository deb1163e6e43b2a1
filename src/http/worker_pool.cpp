// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/worker_pool.h"

namespace tilldeck::http {

QThreadPool &readingThreads()
{
    static QThreadPool threads;
    return threads;
}

} // namespace tilldeck::http
