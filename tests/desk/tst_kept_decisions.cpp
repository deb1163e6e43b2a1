// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be kept is not offered, and what the lost journal knew is not said to be nothing.
#include "desk/needs_attention.h"
#include "desk/storage_bench.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

namespace kept_decisions_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

class KeptDecisionsTest : public QObject
{
    Q_OBJECT

private slots:
    void inAFolderThatCannotBeWrittenNothingIsOffered()
    {
        StorageBench files;
        files.loseAnswers();
        const CreateOutcome lost = files.create();
        QCOMPARE(lost.end, CreateOutcome::End::Unknown);
        files.bench.desk.reset();
        const tilldeck::test::ReadOnlyFolder folder(files.bench.dataDirectory());
        files.bench.open();
        const auto outcome = QCoro::waitFor(openOutcome(files.bench.desk.get(), lost.record.intentId));
        QVERIFY(outcome && *outcome);
        for (const OutcomeOffer &offer : (*outcome)->offers) {
            QVERIFY2(offer.whyNot.contains(u"cannot be written"_s) || offer.whyNot.contains(u"for writing"_s),
                     qPrintable(offer.whyNot));
            // Nor is another folder called a way out without its price.
            QVERIFY2(offer.whyNot.contains(u"could be made a second time"_s), qPrintable(offer.whyNot));
        }
        files.bench.desk.reset();
    }

    void withoutItsJournalItIsNotKnownWhatWaits()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(whyNotKnown(*files.bench.desk), QString());
        files.bench.desk.reset();
        files.remove(journalName);
        files.bench.open();
        QVERIFY2(whyNotKnown(*files.bench.desk).contains(u"refunds"_s), qPrintable(whyNotKnown(*files.bench.desk)));
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(whyNotKnown(*files.bench.desk), QString());
        // The ledger knows nothing of that.
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());
        QCOMPARE(whyNotKnown(*files.bench.desk), QString());
    }
};

TILLDECK_TEST(KeptDecisionsTest)

} // namespace kept_decisions_test

#include "tst_kept_decisions.moc"
