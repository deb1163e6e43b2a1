// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent with one key is not sent again with another, nor a refund that may have been closed since.
#include "ledger/intent_text.h"
#include "ledger/journal_bench.h"
#include "support/runner.h"

#include <QMessageAuthenticationCode>

namespace key_mark_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::test::journaled;
using namespace tilldeck::test;
using checkout::ErrorKind;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

KeyMark markWith(const QByteArray &key)
{
    return [key](const QByteArray &salt) {
        return QMessageAuthenticationCode::hash(salt, key, QCryptographicHash::Sha256);
    };
}

const QByteArray ownKey = "sk_test_first_0123456789";

} // namespace

class KeyMarkTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_journal = openJournal(m_directory->path());
    }
    void cleanup()
    {
        m_journal.reset();
        m_directory.reset();
    }

    void whatWasSentIsOnlySentAgainWithItsKey_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("a creation") << int(Kind::Create);
        QTest::newRow("a creation that is begun once") << -1;
        QTest::newRow("a refund") << int(Kind::Refund);
    }
    void whatWasSentIsOnlySentAgainWithItsKey()
    {
        QFETCH(const int, kind);
        const auto begun = send(kind, markWith(ownKey));
        QVERIFY2(begun, begun ? "" : qPrintable(begun.error().sentence));
        QVERIFY(!begun->keyMark.isEmpty());
        QVERIFY(!begun->keyMark.contains(ownKey));
        got(m_journal->close(begun->id, State::Unknown, {}, {}));
        m_journal.reset();
        m_journal = openJournal(m_directory->path());
        QCOMPARE(got(m_journal->intent(begun->id))->keyMark, begun->keyMark);
        for (const KeyMark &other : {markWith("sk_test_other_0123456789"), KeyMark()}) {
            const auto refused = sendAgain(kind, begun->id, other);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Rejected);
            QCOMPARE(refused.error().sentence, whyNotWithThisKey());
            QCOMPARE(got(m_journal->intent(begun->id))->state, State::Unknown);
        }
        const auto again = sendAgain(kind, begun->id, markWith(ownKey));
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(again->id, begun->id);
        QCOMPARE(got(m_journal->intent(begun->id))->keyMark, begun->keyMark);
    }

    void whatTwiceIsOnceIsSentAgainWithANewKey_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("a code") << int(Kind::PromotionCode);
        QTest::newRow("a code that is switched off") << int(Kind::DeactivateCode);
    }
    void whatTwiceIsOnceIsSentAgainWithANewKey()
    {
        QFETCH(const int, kind);
        const auto begun = send(kind, markWith(ownKey));
        got(m_journal->close(begun->id, State::Unknown, {}, {}));
        const KeyMark rolled = markWith("sk_test_rolled_0123456789");
        const auto again = sendAgain(kind, begun->id, rolled);
        QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
        QCOMPARE(again->id, begun->id);
        // It has the mark of what it was sent with last.
        QVERIFY(isMarkOf(got(m_journal->intent(begun->id))->keyMark, rolled));
    }

    void anIntentOfAnEarlierVersionIsSentAgainWithAnyKey()
    {
        const auto begun = send(int(Kind::Create), {});
        QVERIFY(begun->keyMark.isEmpty());
        got(m_journal->close(begun->id, State::Unknown, {}, {}));
        QVERIFY(sendAgain(int(Kind::Create), begun->id, markWith(ownKey)));
    }

    void ofAnUnknownRefundOfAnEarlierJournalNobodyKnowsThatItWasNeverClosed_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("without the mark") << 7;
        QTest::newRow("with the mark of those that were closed since") << 8;
    }
    void ofAnUnknownRefundOfAnEarlierJournalNobodyKnowsThatItWasNeverClosed()
    {
        QFETCH(const int, version);
        const QString path = m_directory->filePath(u"journal.sqlite"_s);
        const QString unknown = got(beginRefund(*m_journal, 300)).id;
        const QString open = got(beginRefund(*m_journal, 400)).id;
        const QString made = got(beginRefund(*m_journal, 500)).id;
        got(m_journal->close(unknown, State::Unknown, {}, u"no answer"_s));
        got(m_journal->close(made, State::Confirmed, u"re_1"_s, {}));
        m_journal.reset();
        if (version < 8)
            readBeside(path, u"ALTER TABLE intent DROP COLUMN was_closed"_s);
        for (const char *later : {"ended_at", "provider_ended_at", "confirmed_at", "reported_amount", "failed_by_total",
                                  "source", "source_line", "remark"})
            readBeside(path, u"ALTER TABLE intent DROP COLUMN "_s + QString::fromLatin1(later));
        readBeside(path, u"PRAGMA user_version = %1"_s.arg(version));
        m_journal = openJournal(m_directory->path());
        for (const QString &id : {unknown, open}) {
            QVERIFY(got(m_journal->intent(id))->wasClosed);
            const auto again = m_journal->reopen(u"a"_s, Kind::Refund, id, noon()).result();
            QVERIFY(!again);
            QVERIFY2(again.error().sentence.contains(u"may have been closed"_s), qPrintable(again.error().sentence));
        }
        QVERIFY(!got(m_journal->intent(made))->wasClosed);
        const QString later = got(beginRefund(*m_journal, 600)).id;
        got(m_journal->close(later, State::Unknown, {}, {}));
        QCOMPARE(got(m_journal->reopen(u"a"_s, Kind::Refund, later, noon())).id, later);
    }

    void noTwoMarksOfAKeyAreAlike()
    {
        const QByteArray one = newMark(markWith(ownKey));
        const QByteArray two = newMark(markWith(ownKey));
        QVERIFY(one != two);
        QVERIFY(isMarkOf(one, markWith(ownKey)) && isMarkOf(two, markWith(ownKey)));
        QVERIFY(!isMarkOf(one.first(16), markWith(ownKey)));
        QVERIFY(!isMarkOf("x", markWith(ownKey)));
    }

private:
    checkout::Result<Intent> send(int kind, const KeyMark &key)
    {
        const QString id = randomId();
        const QDateTime later = noon().addSecs(60);
        if (kind == -1) {
            const auto begun =
                m_journal->beginOnce(id, u"a"_s, "hash", draft(), noon(), later, noon(), {}, key).result();
            return begun ? checkout::Result<Intent>(begun->intent) : std::unexpected(begun.error());
        }
        switch (Kind(kind)) {
        case Kind::Create:
            return m_journal->begin(id, u"a"_s, "hash", draft(), noon(), later, {}, key).result();
        case Kind::Refund:
            return m_journal
                ->beginRefund(id, u"a"_s, "hash", u"txn_1"_s, euros(100), euros(2900), euros(0), noon(), later, {},
                              Journal::Repeat::Allow, {}, key)
                .result();
        case Kind::PromotionCode: {
            const auto planned = got(m_journal->planCodes(u"a"_s, {code()}, noon()));
            return m_journal->openCode(planned.front().id, "hash", noon(), later, {}, key).result();
        }
        default:
            return m_journal->beginEntry(id, u"a"_s, "hash", Kind(kind), code(), noon(), later, {}, key).result();
        }
    }
    checkout::Result<Intent> sendAgain(int kind, const QString &id, const KeyMark &key)
    {
        const QDateTime later = noon().addSecs(60);
        switch (kind == -1 ? Kind::Create : Kind(kind)) {
        case Kind::PromotionCode:
            return m_journal->openCode(id, "hash", noon(), later, {}, key).result();
        case Kind::DeactivateCode:
            return m_journal->beginEntry(randomId(), u"a"_s, "hash", Kind(kind), code(), noon(), later, {}, key)
                .result();
        default:
            return m_journal->reopen(u"a"_s, kind == -1 ? Kind::Create : Kind(kind), id, later, key).result();
        }
    }
    static checkout::PromotionCode code()
    {
        checkout::PromotionCode code;
        code.id = u"promo_1"_s;
        code.code = u"SAVE20"_s;
        return code;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Journal> m_journal;
};

TILLDECK_TEST(KeyMarkTest)

} // namespace key_mark_test

#include "tst_key_mark.moc"
