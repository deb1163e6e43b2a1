// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/dashboard.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include <sys/stat.h>

using namespace tilldeck;

int main(int argc, char **argv)
{
    umask(077);
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationDomain(QStringLiteral("tilldeck.org"));
    QCoreApplication::setApplicationName(QStringLiteral("tilldeck"));
    // The plain C locale groups no digits: 450000 is harder to read than 450,000.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::setApplicationVersion(QStringLiteral(TILLDECK_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(QStringLiteral("org.tilldeck.Tilldeck"));

    QTranslator qtWords;
    if (qtWords.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtWords);
    QTranslator words;
    // English, too, has words to load: its plural forms.
    if (words.load(QLocale(), QStringLiteral("tilldeck"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        words.load(QStringLiteral(":/i18n/tilldeck_en")))
        QCoreApplication::installTranslator(&words);

    ui::Theme theme(app);
    const QString data = desk::dataDirectory();
    const auto desk = desk::Desk::open(data);
    if (!desk) {
        QMessageBox::critical(nullptr, QStringLiteral("Tilldeck"), desk.error().sentence);
        return 1;
    }
    dashboard::Dashboard dashboard(**desk, theme, data);
    dashboard.show();
    return QApplication::exec();
}
