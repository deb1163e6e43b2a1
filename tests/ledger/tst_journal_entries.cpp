// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons, promotion codes and routes in the journal.
#include "journal_bench.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

namespace journal_entries_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;
using namespace tilldeck::test::journaled;
using checkout::ErrorKind;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

checkout::Coupon coupon()
{
    checkout::Coupon coupon;
    coupon.name = u"Spring “\u00e9”"_s;
    coupon.kind = checkout::Coupon::Kind::FixedAmount;
    coupon.amountOff = euros(500);
    coupon.duration = checkout::Coupon::Duration::Repeating;
    coupon.months = 3;
    coupon.maxRedemptions = 100;
    coupon.expiresAt = noon().addDays(30);
    return coupon;
}

checkout::ProcessorRoute route(const QString &id = {})
{
    checkout::ProcessorRoute route;
    route.id = id;
    route.name = u"Main"_s;
    route.processorIds = {u"proc_b"_s, u"proc_a"_s};
    return route;
}

std::vector<checkout::PromotionCode> codes(int count)
{
    std::vector<checkout::PromotionCode> codes;
    codes.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i) {
        checkout::PromotionCode code;
        code.code = u"SUMMER-%1"_s.arg(i);
        code.couponId = u"coupon_1"_s;
        code.maxRedemptions = 1;
        codes.push_back(code);
    }
    return codes;
}

QFuture<checkout::Result<Intent>> beginEntry(Journal &journal, Kind kind, CatalogEntry entry)
{
    return journal.beginEntry(randomId(), u"a"_s, "hash", kind, std::move(entry), noon(), noon().addSecs(60));
}

/// Writes the journal of an earlier version, with one creation of unknown outcome.
void writeOldJournal(const QString &path, int version)
{
    QStringList statements{
        u"CREATE TABLE intent (key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, account_id TEXT NOT "
        "NULL, body_hash BLOB NOT NULL, draft TEXT NOT NULL, opened_at INTEGER NOT NULL, deadline_at INTEGER, state "
        "TEXT NOT NULL, session_id TEXT, note TEXT, owner TEXT NOT NULL)"_s,
        u"CREATE INDEX intent_by_state ON intent (state, key)"_s,
        u"INSERT INTO intent VALUES (1, 'i1', 'a', x'00', '{\"tilldeck_draft\":1,\"coupon_id\":\"c\"}', "
        "1776168000000, 1776168060000, 'unknown', NULL, 'no answer', 'gone')"_s};
    if (version > 2)
        statements << u"ALTER TABLE intent ADD COLUMN kind TEXT NOT NULL DEFAULT 'create'"_s
                   << u"ALTER TABLE intent ADD COLUMN transaction_id TEXT"_s
                   << u"ALTER TABLE intent ADD COLUMN amount INTEGER"_s
                   << u"ALTER TABLE intent ADD COLUMN currency TEXT"_s
                   << u"ALTER TABLE intent ADD COLUMN refunded_before INTEGER"_s
                   << u"CREATE INDEX intent_by_transaction ON intent (account_id, transaction_id)"_s
                   << u"ALTER TABLE intent ADD COLUMN provider_opened_at INTEGER"_s;
    if (version > 3)
        statements << u"ALTER TABLE intent ADD COLUMN entry TEXT"_s << u"ALTER TABLE intent ADD COLUMN batch_id TEXT"_s
                   << u"CREATE INDEX intent_by_batch ON intent (batch_id, key) WHERE batch_id IS NOT NULL"_s;
    statements << u"PRAGMA user_version = %1"_s.arg(version);
    for (const QString &statement : std::as_const(statements))
        readBeside(path, statement);
}

} // namespace

class JournalEntriesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_directory.reset(); }

    void anEntryIsOnTheDiskBeforeItIsSentAndUnknownAfterACrash_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("coupon") << int(Kind::Coupon);
        QTest::newRow("coupon off") << int(Kind::DeactivateCoupon);
        QTest::newRow("code off") << int(Kind::DeactivateCode);
        QTest::newRow("route") << int(Kind::Route);
    }
    void anEntryIsOnTheDiskBeforeItIsSentAndUnknownAfterACrash()
    {
        QFETCH(const int, kind);
        CatalogEntry entry = coupon();
        if (Kind(kind) == Kind::Route)
            entry = route();
        if (Kind(kind) == Kind::DeactivateCode)
            entry = codes(1).front();
        auto journal = openJournal(m_directory->path());
        const Intent intent = got(beginEntry(*journal, Kind(kind), entry));
        QCOMPARE(intent.id.size(), 32);
        QCOMPARE(readBeside(m_directory->filePath(u"journal.sqlite"_s), u"SELECT id FROM intent"_s), intent.id);
        QVERIFY(got(journal->unknownEntries()).empty()); // under way
        QCOMPARE(got(journal->unsettled(u"a"_s)).size(), size_t(1));
        journal.reset();
        journal = openJournal(m_directory->path());
        const auto unknown = got(journal->unknownEntries());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().id, intent.id);
        QCOMPARE(int(unknown.front().kind), kind);
        QVERIFY(unknown.front().entry == entry);
        QCOMPARE(unknown.front().state, State::Unknown);
        // Neither a creation nor a refund.
        QVERIFY(got(journal->unknown(Kind::Create)).empty() && got(journal->unknown(Kind::Refund)).empty());
        got(journal->close(intent.id, State::Confirmed, u"entry_1"_s, {}));
        QVERIFY(got(journal->unknownEntries()).empty());
        QVERIFY(got(journal->unsettled(u"a"_s)).empty());
        QCOMPARE(got(journal->confirmed(Kind(kind))).front().sessionId, u"entry_1"_s);
    }

    void whatCannotBeRepeatedIsRefusedWhileTheFirstIsUnknown()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent first = got(beginEntry(*journal, Kind::Coupon, coupon()));
        const auto during = beginEntry(*journal, Kind::Coupon, coupon()).result();
        QCOMPARE(during.error().kind, ErrorKind::Rejected);
        got(journal->close(first.id, State::Unknown, {}, {}));
        const auto after = beginEntry(*journal, Kind::Coupon, coupon()).result();
        QCOMPARE(after.error().kind, ErrorKind::Rejected);
        checkout::Coupon other = coupon();
        other.maxRedemptions = 99;
        got(beginEntry(*journal, Kind::Coupon, other));
        got(journal->abandon(u"a"_s, Kind::Coupon, first.id, {}));
        QVERIFY(got(beginEntry(*journal, Kind::Coupon, coupon())).id != first.id);
    }

    void whatCanBeRepeatedGoesOutUnderItsFirstId()
    {
        const auto journal = openJournal(m_directory->path());
        const Intent first = got(beginEntry(*journal, Kind::Route, route(u"proute_1"_s)));
        got(journal->close(first.id, State::Unknown, {}, u"no answer"_s));
        const Intent again = got(beginEntry(*journal, Kind::Route, route(u"proute_1"_s)));
        QCOMPARE(again.id, first.id);
        QCOMPARE(again.state, State::Open);
        QVERIFY(got(beginEntry(*journal, Kind::Route, route(u"proute_2"_s))).id != first.id);
    }

    void aBatchIsPlannedWholeAndCountedAfterACrash()
    {
        auto journal = openJournal(m_directory->path());
        const auto rows = got(journal->planCodes(u"a"_s, codes(6), noon()));
        QCOMPARE(rows.size(), size_t(6));
        for (const Intent &row : rows) {
            QCOMPARE(row.state, State::Planned);
            QCOMPARE(row.batchId, rows.front().batchId);
        }
        got(journal->openCode(rows[0].id, "hash", noon(), noon().addSecs(60)));
        got(journal->close(rows[0].id, State::Confirmed, u"promo_1"_s, {}));
        got(journal->openCode(rows[1].id, "hash", noon(), noon().addSecs(60)));
        got(journal->close(rows[1].id, State::Rejected, {}, u"taken"_s));
        got(journal->openCode(rows[2].id, "hash", noon(), noon().addSecs(60)));
        QVERIFY(got(journal->unfinishedBatches()).front().isRunning);
        // Only while it is made, and by one.
        QCOMPARE(journal->takeBatch(u"a"_s, rows[0].batchId).result().error().kind, ErrorKind::Rejected);
        QVERIFY(!journal->leaveBatch(u"a"_s, rows[0].batchId, {}, {}).result());
        journal.reset();

        journal = openJournal(m_directory->path());
        const auto batches = got(journal->unfinishedBatches());
        QCOMPARE(batches.size(), size_t(1));
        const CodeBatch &batch = batches.front();
        QCOMPARE(batch.id, rows.front().batchId);
        QCOMPARE(batch.firstCode, u"SUMMER-0"_s);
        QCOMPARE(batch.couponId, u"coupon_1"_s);
        QCOMPARE((QList<int>{batch.all, batch.made, batch.refused, batch.unknown, batch.notSent}),
                 (QList<int>{6, 1, 1, 1, 3}));
        QVERIFY(!batch.isRunning);
        // The one that is unknown, and what was not sent.
        QCOMPARE(got(journal->unsettled(u"a"_s)).size(), size_t(4));
        // A batch is one thing to settle.
        QVERIFY(got(journal->unknownEntries()).empty());
        QCOMPARE(journal->takeBatch(u"b"_s, batch.id).result().error().kind, ErrorKind::NotFound);

        const auto other = openJournal(m_directory->path());
        const auto taken = got(journal->takeBatch(u"a"_s, batch.id));
        QCOMPARE(taken.size(), size_t(6));
        QCOMPARE(other->takeBatch(u"a"_s, batch.id).result().error().kind, ErrorKind::Rejected);
        got(journal->releaseBatch(batch.id));
        got(other->takeBatch(u"a"_s, batch.id));
    }

    void aBatchThatIsUnfinishedIsNotPlannedASecondTime()
    {
        const auto journal = openJournal(m_directory->path());
        const auto other = openJournal(m_directory->path());
        const auto isSummer = [](const checkout::PromotionCode &code) { return code.code.startsWith(u"SUMMER-"); };
        const auto first = got(journal->planCodesOnce(u"a"_s, codes(3), noon(), isSummer));
        QCOMPARE(first.rows.size(), size_t(3));
        QVERIFY(!first.earlier);
        const QString id = first.rows.front().batchId;
        const auto again = [&](Journal &in, const QString &account) {
            return got(in.planCodesOnce(account, codes(3), noon(), isSummer));
        };
        // Under way in this program, as the other one sees it, too.
        for (Journal *asked : {journal.get(), other.get()}) {
            const auto second = again(*asked, u"a"_s);
            QVERIFY(second.rows.empty());
            QVERIFY(second.earlier.has_value());
            QCOMPARE(second.earlier->id, id);
            QVERIFY(second.earlier->isRunning);
        }
        QCOMPARE(got(journal->unfinishedBatches()).size(), size_t(1));
        const auto isNone = [](const checkout::PromotionCode &) { return false; };
        const auto winter = got(journal->planCodesOnce(u"a"_s, codes(1), noon(), isNone));
        QCOMPARE(winter.rows.size(), size_t(1));
        got(journal->releaseBatch(winter.rows.front().batchId));
        got(journal->leaveBatch(u"a"_s, winter.rows.front().batchId, {}, {}));
        QVERIFY(!again(*journal, u"b"_s).rows.empty());
        // One code without an answer is unfinished still; made or left, it is not.
        got(journal->openCode(first.rows[0].id, "hash", noon(), noon().addSecs(60)));
        got(journal->close(first.rows[0].id, State::Unknown, {}, {}));
        for (const size_t i : {size_t(1), size_t(2)}) {
            got(journal->openCode(first.rows[i].id, "hash", noon(), noon().addSecs(60)));
            got(journal->close(first.rows[i].id, State::Confirmed, u"promo_%1"_s.arg(i), {}));
        }
        const auto unknown = again(*other, u"a"_s);
        QVERIFY(unknown.earlier && !unknown.earlier->isRunning && unknown.earlier->unknown == 1);
        got(journal->close(first.rows[0].id, State::Confirmed, u"promo_0"_s, {}));
        QCOMPARE(again(*other, u"a"_s).rows.size(), size_t(3));
    }

    void aCodeIsOpenedOnceAtATimeUnderItsOwnId()
    {
        const auto journal = openJournal(m_directory->path());
        const auto other = openJournal(m_directory->path());
        const auto rows = got(journal->planCodes(u"a"_s, codes(1), noon()));
        const QString id = rows.front().id;
        QCOMPARE(got(journal->openCode(id, "hash", noon(), noon().addSecs(60))).id, id);
        QCOMPARE(other->openCode(id, "hash", noon(), noon().addSecs(60)).result().error().kind, ErrorKind::Rejected);
        got(journal->close(id, State::Unknown, {}, {}));
        QCOMPARE(got(other->openCode(id, "hash", noon(), noon().addSecs(60))).id, id);
        got(other->close(id, State::Confirmed, u"promo_1"_s, {}));
        QCOMPARE(journal->openCode(id, "hash", noon(), noon().addSecs(60)).result().error().kind, ErrorKind::Rejected);
    }

    void aBatchThatIsLeftIsNotUnfinished()
    {
        const auto journal = openJournal(m_directory->path());
        const auto rows = got(journal->planCodes(u"a"_s, codes(3), noon()));
        got(journal->openCode(rows[0].id, "hash", noon(), noon().addSecs(60)));
        got(journal->close(rows[0].id, State::Unknown, {}, {}));
        got(journal->releaseBatch(rows[0].batchId));
        got(journal->leaveBatch(u"a"_s, rows[0].batchId, u"not sent"_s, u"decided"_s));
        QVERIFY(got(journal->unfinishedBatches()).empty());
        QCOMPARE(got(journal->intent(rows[0].id))->state, State::Abandoned);
        QCOMPARE(got(journal->intent(rows[1].id))->state, State::Rejected);
        QCOMPARE(got(journal->intent(rows[1].id))->note, u"not sent"_s);
    }

    void anOlderJournalKeepsItsRowsAndTakesEntries_data() { versions(); }
    void anOlderJournalKeepsItsRowsAndTakesEntries()
    {
        QFETCH(const int, version);
        writeOldJournal(m_directory->filePath(u"journal.sqlite"_s), version);
        const auto journal = openJournal(m_directory->path());
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().draft.couponId, u"c"_s);
        QVERIFY(std::holds_alternative<std::monostate>(unknown.front().entry));
        QVERIFY(unknown.front().batchId.isEmpty());
        QVERIFY(unknown.front().reason.isEmpty());
        got(beginEntry(*journal, Kind::Coupon, coupon()));
        QCOMPARE(got(journal->planCodes(u"a"_s, codes(2), noon())).size(), size_t(2));
    }

    void anOlderJournalIsReadInAFolderThatCannotBeWritten_data() { versions(); }
    void anOlderJournalIsReadInAFolderThatCannotBeWritten()
    {
        QFETCH(const int, version);
        writeOldJournal(m_directory->filePath(u"journal.sqlite"_s), version);
        const ReadOnlyFolder folder(m_directory->path());
        const auto journal = openJournal(m_directory->path());
        QVERIFY(!journal->readOnlyReason().isEmpty());
        const auto unknown = got(journal->unknown());
        QCOMPARE(unknown.size(), size_t(1));
        QCOMPARE(unknown.front().id, u"i1"_s);
        QCOMPARE(unknown.front().kind, Kind::Create);
        QVERIFY(got(journal->unknown(Kind::Refund)).empty());
        QVERIFY(got(journal->unknownEntries()).empty());
        QVERIFY(got(journal->unfinishedBatches()).empty());
        QCOMPARE(got(journal->unsettled(u"a"_s)).size(), size_t(1));
        QVERIFY(!beginEntry(*journal, Kind::Coupon, coupon()).result());
    }

private:
    static void versions()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("of the first version") << 1;
        QTest::newRow("without entries") << 3;
        QTest::newRow("of the version before") << 4;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

TILLDECK_TEST(JournalEntriesTest)

} // namespace journal_entries_test

#include "tst_journal_entries.moc"
