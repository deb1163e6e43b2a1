// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions come back from the journal when the ledger is lost or damaged, and what does not come back is said.
#include "desk/keep_tokens_out.h"
#include "desk/rebuild_ledger.h"
#include "desk/storage_bench.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rebuild_ledger_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

namespace {

RebuiltLedger rebuild(const StorageBench &files)
{
    auto rebuilt = QCoro::waitFor(rebuildLedger(files.bench.desk.get()));
    if (!rebuilt)
        qFatal("%s", qPrintable(rebuilt.error().sentence));
    return std::move(*rebuilt);
}

QStringList idsOf(const StorageBench &files)
{
    QStringList ids;
    const auto page = files.rows();
    for (const ledger::SessionRecord &row : page->rows)
        ids << row.session.id;
    ids.sort();
    return ids;
}

} // namespace

class RebuildLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostLedgerIsRebuiltFromTheJournal()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.server.onRequest = [](QTcpSocket &socket, const QByteArray &) { socket.disconnectFromHost(); };
        QCOMPARE(files.create().end, CreateOutcome::End::Unknown);
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.bench.open();
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());

        const RebuiltLedger rebuilt = rebuild(files);
        QCOMPARE(rebuilt.fromJournal, 2);
        QCOMPARE(rebuilt.keptAs, QString());
        const QString lost = rebuilt.lost.join(u'\n');
        for (const QString &what : {u"Drafts"_s, u"Payments"_s})
            QVERIFY2(lost.contains(what), qPrintable(lost));
        QVERIFY2(!lost.contains(u"tokens"_s), qPrintable(lost));
        QCOMPARE(idsOf(files), (QStringList{QString(), u"cs_1"_s, u"cs_2"_s}));
        const auto page = files.rows();
        for (const ledger::SessionRecord &row : page->rows) {
            QCOMPARE(row.draft, draft());
            QVERIFY(!row.customerLabel.isEmpty());
            QCOMPARE(row.session.secureToken, QString(row.session.id).replace(u"cs_"_s, u"sec_"_s));
            // Nobody has asked the provider, so it is not called open.
            const bool isUnknown = row.session.id.isEmpty();
            QVERIFY(isUnknown ? row.state == ledger::SessionRecord::State::OutcomeUnknown
                              : row.session.status == checkout::SessionStatus::NotAsked);
        }
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        QCOMPARE(rebuild(files).fromJournal, 0);
        QCOMPARE(files.rows()->rows.size(), size_t(3));
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.sent(), before);
    }

    /// A provider may hand these out once (Khaime's charges and embedded checkouts).
    void whatTheProviderHandsOutOnceComesBackUnlessTheAccountKeepsItOut_data()
    {
        QTest::addColumn<bool>("keepsOut");
        QTest::newRow("kept in files") << false;
        QTest::newRow("kept out of files") << true;
    }
    void whatTheProviderHandsOutOnceComesBackUnlessTheAccountKeepsItOut()
    {
        QFETCH(const bool, keepsOut);
        StorageBench files;
        if (keepsOut)
            QVERIFY(QCoro::waitFor(keepTokensOut(files.bench.desk.get(), files.account, true)));
        const QJsonObject made{{u"id"_s, u"cs_1"_s},
                               {u"secure_token"_s, u"sec_1"_s},
                               {u"status"_s, u"open"_s},
                               {u"url"_s, u"https://pay.example/sec_1"_s}};
        const QByteArray answer = QJsonDocument(made).toJson();
        files.server.onRequest = [answer](QTcpSocket &socket, const QByteArray &) {
            socket.write(http::test::answer(200, answer));
        };
        const auto created = files.create();
        QCOMPARE(created.end, CreateOutcome::End::Confirmed);
        const checkout::Session session = created.record.session;
        QCOMPARE(session.secureToken, u"sec_1"_s);
        files.bench.desk.reset();
        QCOMPARE(files.read(journalName).contains("sec_1"), !keepsOut);
        files.remove(ledgerName);
        files.bench.open();
        const RebuiltLedger rebuilt = rebuild(files);
        QCOMPARE(rebuilt.withoutTokens, keepsOut ? 1 : 0);
        const checkout::Session back = files.rows()->rows.front().session;
        QCOMPARE(back.id, session.id);
        QCOMPARE(back.secureToken, keepsOut ? QString() : session.secureToken);
        QCOMPARE(back.url, keepsOut ? QString() : session.url);
        QCOMPARE(back.handover, keepsOut ? checkout::GatewayHandover() : session.handover);
    }

    void theProvidersAnswerTakesThePlaceOfWhatTheJournalKnew()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.bench.open();
        (void)rebuild(files);
        ledger::SessionRecord answer = files.rows()->rows.front();
        answer.session.status = checkout::SessionStatus::Completed;
        answer.session.rawStatus = u"completed"_s;
        answer.session.secureToken = u"sec_1"_s;
        answer.checkedAt = files.bench.now();
        QVERIFY(files.bench.desk->ledger().merge(files.account, {answer}).result());
        QCOMPARE(files.rows()->rows.front().session.status, checkout::SessionStatus::Completed);
        QCOMPARE(files.rows()->rows.front().session.secureToken, u"sec_1"_s);
        QCOMPARE(rebuild(files).fromJournal, 0);
        QCOMPARE(files.rows()->rows.front().session.status, checkout::SessionStatus::Completed);
    }

    void whatCanBeReadOfADamagedLedgerIsTakenOver()
    {
        StorageBench files;
        files.fill();
        ledger::DraftRecord saved;
        saved.id = u"draft_1"_s;
        saved.accountId = files.account;
        saved.draft = draft();
        saved.savedAt = files.bench.now();
        QVERIFY(files.bench.desk->ledger().saveDraft(saved).result());
        const QStringList all = idsOf(files);
        QCOMPARE(all.size(), StorageBench::many);
        files.bench.desk.reset();
        files.damagePages(ledgerName);
        const QByteArray damaged = files.read(ledgerName);
        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        QVERIFY(!files.bench.desk->whyNoWrites().isEmpty());

        const RebuiltLedger rebuilt = rebuild(files);
        QVERIFY(rebuilt.takenOver > 0);
        QVERIFY(!rebuilt.lost.isEmpty());
        QFile kept(rebuilt.keptAs);
        QVERIFY2(kept.open(QIODevice::ReadOnly), qPrintable(rebuilt.keptAs));
        QCOMPARE(kept.readAll(), damaged);
        // Nothing that the journal knows is missing, and nothing is there twice.
        QCOMPARE(idsOf(files), all);
        QVERIFY(QCoro::waitFor(files.bench.desk->checkFiles(true)));
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.restart();
        QVERIFY(files.bench.desk->storageTroubles().empty());
        QCOMPARE(files.rows()->rows.size(), size_t(StorageBench::many + 1));
    }

    void aLedgerThatIsNoDatabaseIsReplaced()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        files.bench.desk.reset();
        files.write(ledgerName, QByteArray(8192, 'x'));
        files.bench.open();
        const QString sentence = files.bench.desk->whyNoWrites();
        QVERIFY2(sentence.contains(u"rebuild"_s) && !sentence.contains(u"only drafts"_s), qPrintable(sentence));
        // Going on without it would lose it, so that is no answer to a damaged ledger.
        QVERIFY(!QCoro::waitFor(files.bench.desk->acceptFiles()));
        const RebuiltLedger rebuilt = rebuild(files);
        QCOMPARE(rebuilt.fromJournal, 1);
        QVERIFY(QFile::exists(rebuilt.keptAs));
        QCOMPARE(idsOf(files), QStringList{u"cs_1"_s});
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
    }

    void sessionsOfAccountsThatAreGoneAreCounted()
    {
        StorageBench files;
        QCOMPARE(files.create().end, CreateOutcome::End::Confirmed);
        QVERIFY(files.bench.desk->accounts().remove(files.account));
        files.bench.desk.reset();
        files.remove(ledgerName);
        files.bench.open();
        const RebuiltLedger rebuilt = rebuild(files);
        QCOMPARE(rebuilt.fromJournal, 0);
        QVERIFY2(rebuilt.lost.join(u'\n').contains(u"not connected any more"_s), qPrintable(rebuilt.lost.join(u'\n')));
    }

    void aDamagedJournalIsKeptAndTheRefundsThatItStillSaysCount()
    {
        StorageBench files;
        files.fill();
        const auto begun = files.bench.desk->journal()
                               .beginRefund(ledger::randomId(), files.account, {}, u"txn_1"_s, StorageBench::paid(),
                                            StorageBench::paid(), money::Money(0, StorageBench::paid().currency()),
                                            files.bench.now(), files.bench.now())
                               .result();
        QVERIFY(begun);
        QVERIFY(files.bench.desk->journal().close(begun->id, ledger::Intent::State::Confirmed, u"re_1"_s, {}).result());
        const qsizetype before = files.sent();
        files.bench.desk.reset();
        files.damagePages(journalName);
        files.bench.open();
        (void)QCoro::waitFor(files.bench.desk->checkFiles(false));
        QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
        QVERIFY(QCoro::waitFor(files.bench.desk->acceptFiles()));
        QCOMPARE(files.bench.desk->whyNoWrites(), QString());
        QCOMPARE(files.refund().end, RefundOutcome::End::Rejected);
        QCOMPARE(files.sent(), before);
        const QDir folder(files.bench.dataDirectory());
        QCOMPARE(folder.entryList({u"journal-damaged-*.sqlite"_s}).size(), 1);
    }
};

TILLDECK_TEST(RebuildLedgerTest)

} // namespace rebuild_ledger_test

#include "tst_rebuild_ledger.moc"
