// SPDX-License-Identifier: GPL-3.0-or-later
// How often those who read the ledger anew are told that they should.
#include "ledger/paced_changes.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace paced_changes_test {

using namespace Qt::StringLiterals;
using tilldeck::ledger::PacedChanges;

class PacedChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void aFirstChangeIsToldAtOnce()
    {
        PacedChanges changes;
        QSignalSpy told(&changes, &PacedChanges::changed);
        changes.post({u"a"_s});
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.at(0).at(0).toStringList(), QStringList{u"a"_s});
    }

    void whatComesWithinAFrameIsToldTogetherAndNothingIsLost()
    {
        PacedChanges changes;
        QSignalSpy told(&changes, &PacedChanges::changed);
        for (int i = 0; i < 500; ++i)
            changes.post({i % 2 == 0 ? u"a"_s : u"b"_s});
        QCoreApplication::processEvents();
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.at(1).at(0).toStringList(), (QStringList{u"b"_s, u"a"_s}));
        QTest::qWait(50);
        QCOMPARE(told.size(), 2);
        changes.post({u"c"_s});
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 3);
    }

    void rowsThatArriveForLongAreToldOnceAFrame()
    {
        PacedChanges changes;
        QSignalSpy told(&changes, &PacedChanges::changed);
        QElapsedTimer since;
        since.start();
        int posted = 0;
        while (since.elapsed() < 400) {
            changes.post({u"a"_s});
            ++posted;
            QTest::qWait(1);
        }
        QTest::qWait(40);
        // A frame lasts 16 ms, however slow this computer is.
        QVERIFY2(told.size() <= since.elapsed() / 16 + 2, qPrintable(QString::number(told.size())));
        QVERIFY(told.size() >= 2 && posted > told.size());
    }
};

TILLDECK_TEST(PacedChangesTest)

} // namespace paced_changes_test

#include "tst_paced_changes.moc"
