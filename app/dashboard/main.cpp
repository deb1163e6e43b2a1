// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/arguments.h"
#include "dashboard/convert_ledger_window.h"
#include "dashboard/dashboard.h"
#include "desk/data_directory.h"
#include "desk/system_zone.h"
#include "files/standard_streams.h"
#include "http/process_secrets.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include <cstdio>
#include <memory>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

using namespace tilldeck;

namespace {

void print(const dashboard::Printed &printed)
{
    FILE *to = printed.exitCode == 0 ? stdout : stderr;
    std::fputs((printed.text + u'\n').toUtf8().constData(), to);
}

} // namespace

int main(int argc, char **argv)
{
    files::fillStandardStreams();
    umask(077);
    http::forbidMemoryDumpsUnlessAllowed();
    (void)http::takeFromEnvironment("TILLDECK_KEY"); // of the command line: a browser must not inherit it
    QStringList asked;
    for (int i = 1; i < argc; ++i)
        asked << QString::fromLocal8Bit(argv[i]);
    // What needs no window needs no screen.
    const auto early = dashboard::printedFor(asked);
    std::unique_ptr<QCoreApplication> app;
    if (early && early->exitCode == 0)
        app = std::make_unique<QCoreApplication>(argc, argv);
    else
        app = std::make_unique<QApplication>(argc, argv);
    QCoreApplication::setOrganizationDomain(u"tilldeck.org"_s);
    QCoreApplication::setApplicationName(u"tilldeck"_s);
    // The plain C locale groups no digits: 450000 is harder to read than 450,000.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::setApplicationVersion(QStringLiteral(TILLDECK_VERSION));
    QGuiApplication::setApplicationDisplayName(QString());
    QGuiApplication::setDesktopFileName(u"org.tilldeck.Tilldeck"_s);

    QTranslator qtTranslator;
    if (qtTranslator.load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTranslator);
    QTranslator translator;
    // English has a file, too, with its plural forms.
    if (translator.load(QLocale(), u"tilldeck"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/tilldeck_en"_s))
        QCoreApplication::installTranslator(&translator);

    // Those of Qt, as -platform, are gone by now.
    if (const auto printed = dashboard::printedFor(QCoreApplication::arguments().mid(1))) {
        print(*printed);
        return printed->exitCode;
    }
    const QString unknownZone = desk::useUtcForAnUnknownZone();
    ui::Theme theme(*qApp);
    const auto data = desk::dataDirectory();
    if (data)
        dashboard::convertLedger(*data);
    const auto desk = data ? desk::Desk::open(*data, {}, desk::Role::Window) : std::unexpected(data.error());
    if (!desk) {
        QMessageBox::critical(nullptr, u"Tilldeck"_s, desk.error().sentence);
        return 1;
    }
    dashboard::Dashboard dashboard(**desk, theme, *data);
    dashboard.setRemark(unknownZone);
    dashboard.show();
    return QApplication::exec();
}
