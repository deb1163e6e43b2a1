// SPDX-License-Identifier: GPL-3.0-or-later
// Where a provider's list leaves open which refund it is, the merchant chooses one of those that may be it.
#include "desk/refund_lists.h"
#include "support/runner.h"
#include "ui/figures/candidates_dialog.h"
#include "ui/figures/outcome_box.h"

#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

namespace match_refund_ui_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk::test;
using State = ledger::Intent::State;

class MatchRefundUiTest : public QObject
{
    Q_OBJECT

private slots:
    void oneOfTheEntriesIsChosen()
    {
        RefundLists shop;
        shop.way = RefundLists::Way::LosesTheAnswer;
        shop.lists = false;
        const QString lost = shop.give(10'000).intentId;
        shop.list(9'900);
        shop.list(8'800);
        ui::OutcomeBox box(*shop.bench.desk, ui::OutcomeBox::Facts::Hidden);
        QSignalSpy resolved(&box, &ui::OutcomeBox::resolved);
        box.setIntent(shop.accountId, lost);
        box.show();
        auto *check = box.findChild<QPushButton *>(u"reconcileButton"_s);
        QTRY_VERIFY(check->isVisible() && check->isEnabled());
        check->click();
        QPointer<ui::CandidatesDialog> dialog;
        QTRY_VERIFY(dialog = box.findChild<ui::CandidatesDialog *>());
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY2(list->item(1)->text().contains(u"re_2"_s) && list->item(1)->text().contains(u"succeeded"_s),
                 qPrintable(list->item(1)->text()));
        list->setCurrentRow(1);
        const auto buttons = dialog->findChildren<QPushButton *>();
        (*std::ranges::find(buttons, u"This is it"_s, &QPushButton::text))->click();
        QTRY_COMPARE(resolved.size(), 1);
        const auto stored = **shop.bench.desk->journal().intent(lost).result();
        QCOMPARE(stored.state, State::Confirmed);
        QCOMPARE(stored.sessionId, u"re_2"_s);
        QCOMPARE(shop.asked(), 1);
    }
};

TILLDECK_TEST(MatchRefundUiTest)

} // namespace match_refund_ui_test

#include "tst_match_refund.moc"
