// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_progress.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

namespace {

struct ImportProgressText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ImportProgress)
};

/// Returns how long @p seconds are, in the largest units.
QString duration(std::chrono::seconds seconds)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(seconds);
    if (minutes.count() < 1)
        return ImportProgressText::tr("%L1 s", "seconds").arg(seconds.count());
    if (minutes < std::chrono::hours(1))
        return ImportProgressText::tr("%L1 min", "minutes").arg(minutes.count());
    return ImportProgressText::tr("%L1 h %L2 min").arg(minutes.count() / 60).arg(minutes.count() % 60);
}

} // namespace

QString importProgress(const SessionImport::Progress &progress)
{
    QStringList parts{
        ImportProgressText::tr("%L1 of %L2 created", "in a list of parts").arg(progress.made).arg(progress.all)};
    if (progress.earlier > 0)
        parts << ImportProgressText::tr("%Ln with the reference of an earlier charge", "in a list of parts",
                                        progress.earlier);
    if (progress.refused > 0)
        parts << ImportProgressText::tr("%Ln refused", "in a list of parts", progress.refused);
    if (progress.unknown > 0)
        parts << ImportProgressText::tr("%Ln of unknown outcome", "in a list of parts", progress.unknown);
    if (progress.rests > std::chrono::seconds(0)) {
        parts << ImportProgressText::tr("waiting out the provider's limit, %1", "in a list of parts; a time")
                     .arg(duration(progress.rests));
    } else if (progress.timeLeft && !progress.isPaused) {
        parts << ImportProgressText::tr("%1 a second", "in a list of parts; a number")
                     .arg(QLocale().toString(progress.perSecond, 'f', 1))
              << ImportProgressText::tr("%1 left", "in a list of parts; a time").arg(duration(*progress.timeLeft));
    }
    return parts.join(u", "_s);
}

} // namespace tilldeck::desk
