// SPDX-License-Identifier: GPL-3.0-or-later
// An export of the window or the command line replaces no file of Tilldeck.
#include "desk/bench.h"
#include "files/write_export.h"
#include "support/runner.h"

#include <QFile>

#include <unistd.h>

namespace export_places_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::desk::test;

class ExportPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void anExportReplacesNoFileOfTilldeck()
    {
        const Bench bench;
        const QTemporaryDir outside{tilldeck::test::inMemory()}; // a second name is one on the same disk
        const QString data = bench.dataDirectory();
        QVERIFY(QFile::link(data, outside.filePath(u"folder"_s)));
        QVERIFY(QFile::link(data + u"/journal.sqlite"_s, outside.filePath(u"journal.csv"_s)));
        QVERIFY(QFile::link(data + u"/not-there-yet.sqlite"_s, outside.filePath(u"new.csv"_s)));
        QVERIFY(QDir(data).mkpath(u"below"_s));
        QCOMPARE(::link(QFile::encodeName(data + u"/ledger.sqlite"_s).constData(),
                        QFile::encodeName(outside.filePath(u"second-name.csv"_s)).constData()),
                 0);
        const QStringList targets{data + u"/ledger.sqlite"_s,
                                  data + u"/new.csv"_s,
                                  data + u"/below/new.csv"_s,
                                  data + u"/../data/ledger.sqlite"_s,
                                  outside.filePath(u"folder/ledger.sqlite"_s),
                                  outside.filePath(u"folder/below/../accounts.json"_s),
                                  outside.filePath(u"journal.csv"_s),
                                  outside.filePath(u"new.csv"_s),
                                  outside.filePath(u"second-name.csv"_s)};
        const QStringList before = QDir(data).entryList(QDir::Files | QDir::Hidden);
        for (const QString &target : targets) {
            const auto written = files::writeExport(target, "Time");
            QVERIFY2(!written && written.error().contains(u"choose another folder"_s), qPrintable(target));
        }
        QCOMPARE(QDir(data).entryList(QDir::Files | QDir::Hidden), before);
        QFile ledger(outside.filePath(u"second-name.csv"_s));
        QVERIFY(ledger.open(QIODevice::ReadOnly) && ledger.readAll().startsWith("SQLite format"));
    }

    void anyOtherPlaceTakesAnExport()
    {
        const Bench bench;
        const QTemporaryDir outside;
        QVERIFY(QDir(outside.path()).mkpath(u"data"_s));
        // Beside the folder, and with names like those in it.
        for (const QString &target :
             {bench.dataDirectory() + u"-export.csv"_s, outside.filePath(u"data/ledger.sqlite"_s),
              outside.filePath(u"data/../payments.csv"_s)}) {
            QVERIFY2(files::writeExport(target, "Time"), qPrintable(target));
            QVERIFY2(files::writeExport(target, "Time again"), qPrintable(target));
        }
    }

    void anExportReplacesNoKeyFile()
    {
        const QTemporaryDir outside;
        const QString key = outside.filePath(u"shop.key"_s);
        QVERIFY(files::writeExport(key, "sk_test_1"));
        files::keepExportsOutOf(key);
        QVERIFY(!files::writeExport(key, "Time"));
        QVERIFY(files::writeExport(outside.filePath(u"payments.csv"_s), "Time"));
    }
};

TILLDECK_TEST(ExportPlacesTest)

} // namespace export_places_test

#include "tst_export_places.moc"
