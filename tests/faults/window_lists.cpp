// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/window_lists.h"

#include "faults/desk_lists.h"

#include <QElapsedTimer>
#include <QTest>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

namespace {

/// Returns what the cards of the overview that shows @p window are too many or too few.
QStringList wrongCards(const ui::MainWindow &window, const QList<JournalRow> &journal)
{
    const auto isOutcome = [](const JournalRow &row) {
        return isUnknown(row) && (row.kind == "create"_L1 || row.kind == "refund"_L1);
    };
    const auto isWrite = [&](const JournalRow &row) { return isUnknown(row) && !isOutcome(row); };
    QStringList wrong;
    const auto compare = [&](const QString &card, qsizetype wanted) {
        const qsizetype shown = window.findChildren<QWidget *>(card).size();
        if (shown != wanted)
            wrong << u"the overview has %1 cards “%2”, and %3 are unsettled"_s.arg(shown).arg(card).arg(wanted);
    };
    compare(u"outcome"_s, idsOf(journal, isOutcome).size());
    compare(u"unsettledWrite"_s, idsOf(journal, isWrite).size());
    return wrong;
}

} // namespace

QStringList missingInWindow(desk::Desk &desk, ui::MainWindow &window, const QString &accountId,
                            const QString &dataFolder)
{
    constexpr int longest = 5000; // milliseconds
    constexpr int often = 20;
    window.showPage(ui::PageId::Overview);
    QElapsedTimer watch;
    watch.start();
    for (;;) {
        const QList<JournalRow> journal = journalRowsOf(dataFolder);
        const QStringList wrong = missingInLists(desk, accountId, journal) + wrongCards(window, journal);
        if (wrong.isEmpty() || watch.hasExpired(longest))
            return wrong;
        QTest::qWait(often);
    }
}

} // namespace tilldeck::faults
