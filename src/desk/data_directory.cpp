// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/data_directory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct DataDirectoryText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::DataDirectory)
};

/// Returns why @p name, of the variable @p variable of the environment, cannot be the name of a folder; empty when it
/// can. Names with other bytes would become one and the same.
QString whyNoName(const QByteArray &name, const QString &variable)
{
    return QFile::encodeName(QFile::decodeName(name)) == name
               ? QString()
               : DataDirectoryText::tr("The folder that %1 names has characters in its name that are not UTF-8. Rename "
                                       "it, or set TILLDECK_DATA_DIR to another folder.",
                                       "variable of the environment")
                     .arg(variable);
}

/// Returns why the system has no place for application data; empty when it has one.
QString whyNoPlace()
{
    const QByteArray own = qgetenv("XDG_DATA_HOME");
    if (QDir::isAbsolutePath(QFile::decodeName(own)))
        return whyNoName(own, u"XDG_DATA_HOME"_s);
    const QByteArray home = qgetenv("HOME");
    if (QDir::isAbsolutePath(QFile::decodeName(home)))
        return whyNoName(home, u"HOME"_s);
    return DataDirectoryText::tr("There is no place for the files of Tilldeck: HOME is not set, or is no folder. Set "
                                 "it, or set TILLDECK_DATA_DIR to a folder.");
}

} // namespace

checkout::Result<QString> dataDirectory()
{
    constexpr auto variable = "TILLDECK_DATA_DIR";
    const bool isChosen = qEnvironmentVariableIsSet(variable);
    const QByteArray chosen = qgetenv(variable);
    QString why = isChosen ? whyNoName(chosen, QString::fromLatin1(variable)) : whyNoPlace();
    if (isChosen && chosen.trimmed().isEmpty())
        why = DataDirectoryText::tr("TILLDECK_DATA_DIR is set and empty, so it is not known which folder is meant. Set "
                                    "it to a folder, or take it out of the environment.");
    if (!why.isEmpty())
        return std::unexpected(Error(ErrorKind::InvalidInput, why));
    return isChosen ? QFile::decodeName(chosen) : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

} // namespace tilldeck::desk
