// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger remembers of the journal's intents, and for how long.
#include "journal_bench.h"
#include "ledger/begun_intents.h"
#include "support/runner.h"

#include <QTemporaryDir>

#include <algorithm>

namespace begun_intents_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using namespace tilldeck::test::journaled;

namespace {

/// More than are kept of the kinds that may be forgotten.
constexpr int many = 1100;

BegunIntent begunOf(Intent::Kind kind, qint64 key)
{
    BegunIntent begun;
    begun.key = key;
    begun.intent.id = u"intent_%1"_s.arg(key);
    begun.intent.accountId = u"a"_s;
    begun.intent.kind = kind;
    begun.intent.openedAt = noon();
    if (kind == Intent::Kind::Refund)
        begun.intent.amount = euros(100);
    return begun;
}

int refundsIn(const std::vector<BegunIntent> &begun)
{
    return static_cast<int>(
        std::ranges::count_if(begun, [](const BegunIntent &one) { return one.intent.kind == Intent::Kind::Refund; }));
}

} // namespace

class BegunIntentsTest : public QObject
{
    Q_OBJECT

private slots:
    void aRefundIsRememberedHoweverManyCodesFollow()
    {
        const QTemporaryDir directory;
        const auto ledger = openLedger(directory.path());
        got(ledger->noteBegun({begunOf(Intent::Kind::Refund, 1)}));
        std::vector<BegunIntent> codes;
        codes.reserve(many);
        for (int i = 0; i < many; ++i)
            codes.push_back(begunOf(Intent::Kind::PromotionCode, i + 2));
        got(ledger->noteBegun(codes));
        const auto begun = got(ledger->begun());
        QCOMPARE(refundsIn(begun), 1);
        QCOMPARE(begun.front().intent.id, u"intent_1"_s);
        // The codes do not grow for ever, and the newest is known.
        QVERIFY(begun.size() < size_t(many));
        QCOMPARE(got(ledger->newestBegun()), u"intent_%1"_s.arg(many + 1));
    }

    void aRefundIsReadFromTheJournalHoweverManyCreationsFollow()
    {
        const QTemporaryDir directory;
        const auto journal = openJournal(directory.path());
        const Intent refund = got(beginRefund(*journal, 100));
        std::vector<Intent> later;
        later.reserve(many);
        for (int i = 0; i < many; ++i) {
            later.push_back(begunOf(Intent::Kind::Create, 0).intent);
            later.back().id = randomId();
        }
        got(journal->addRemembered(later));
        const auto begun = got(journal->begunAfter({}));
        QCOMPARE(begun.front().intent.id, refund.id);
        QVERIFY(begun.size() < size_t(many));
        QCOMPARE(begun.back().intent.id, later.back().id);
        QVERIFY(refundsIn(got(journal->begunAfter(refund.id))) == 0);
    }
};

TILLDECK_TEST(BegunIntentsTest)

} // namespace begun_intents_test

#include "tst_begun_intents.moc"
