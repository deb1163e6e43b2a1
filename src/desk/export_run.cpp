// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/export_run.h"

#include "desk/export_text.h"

#include <QLocale>

#include <algorithm>

namespace tilldeck::desk {

using namespace std::chrono_literals;

QString exportProgress(qint64 done, qint64 total, std::chrono::milliseconds passed)
{
    const QLocale locale;
    QString rows = total > 0 ? ExportText::tr("%1 of %2 written", "numbers of rows")
                                   .arg(locale.toString(done), locale.toString(std::max(done, total)))
                             : ExportText::tr("%1 written", "number of rows").arg(locale.toString(done));
    // The first moment says nothing of the rest.
    if (passed < 500ms || done == 0)
        return rows;
    const qint64 rate = done * 1000 / passed.count();
    const QString speed = ExportText::tr("%1 a second", "number of rows").arg(locale.toString(rate));
    if (total <= done || rate == 0)
        return ExportText::tr("%1, %2", "how many rows are written, how fast").arg(rows, speed);
    const qint64 seconds = (total - done + rate - 1) / rate;
    const QString left = seconds < 90
                             ? ExportText::tr("%1 s left", "seconds").arg(locale.toString(seconds))
                             : ExportText::tr("%1 min left", "minutes").arg(locale.toString((seconds + 59) / 60));
    return ExportText::tr("%1, %2, %3", "how many rows are written, how fast, time left").arg(rows, speed, left);
}

} // namespace tilldeck::desk
