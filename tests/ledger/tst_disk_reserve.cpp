// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/disk_reserve.h"
#include "support/runner.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace disk_reserve_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using ledger::DiskReserve;

class DiskReserveTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTakenLeavesNoFile()
    {
        const QTemporaryDir folder;
        const auto reserve = DiskReserve::take(folder.path(), 512 * 1024);
        QVERIFY2(reserve.has_value(), reserve ? "" : qPrintable(reserve.error().sentence));
        QVERIFY(*reserve);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aDiskWithLessRoomIsAnError()
    {
        const QTemporaryDir folder;
        const auto reserve = DiskReserve::take(folder.path(), qint64(1) << 55);
        QVERIFY(!reserve);
        QCOMPARE(reserve.error().kind, checkout::ErrorKind::Storage);
        QVERIFY2(reserve.error().sentence.contains(u"Nothing was sent"_s), qPrintable(reserve.error().sentence));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aFolderThatCannotBeWrittenIsAnError()
    {
        const QTemporaryDir folder;
        const auto reserve = DiskReserve::take(folder.filePath(u"gone"_s), 4096);
        QVERIFY(!reserve);
        QVERIFY2(reserve.error().sentence.contains(u"gone"_s), qPrintable(reserve.error().sentence));
    }
};

TILLDECK_TEST(DiskReserveTest)

} // namespace disk_reserve_test

#include "tst_disk_reserve.moc"
