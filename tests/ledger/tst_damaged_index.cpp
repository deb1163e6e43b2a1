// SPDX-License-Identifier: GPL-3.0-or-later
// Damage in the index of words stops no write and no search: it is made anew from the rows.
#include "ledger_fixture.h"
#include "support/outside_sql.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace damaged_index_test {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::ledger;
using namespace tilldeck::test;

namespace {

enum class Act { Search, Create, Refresh, RefreshPayments, Index, Look, RemoveAccount };

constexpr int rows = 300;

SessionRecord named(int number, const QString &customer)
{
    SessionRecord row = session(u"cs_%1"_s.arg(number), number);
    row.customerLabel = customer;
    return row;
}

TransactionRecord payment(int number, const QString &customer)
{
    checkout::Transaction paid(u"txn_%1"_s.arg(number), euros(100 + number));
    paid.createdAt = noon().addSecs(number);
    TransactionRecord record(0, u"a"_s, paid);
    record.customerLabel = customer;
    return record;
}

} // namespace

class DamagedIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_ledger = openLedger(m_directory->path());
        std::vector<SessionRecord> sessions;
        std::vector<TransactionRecord> payments;
        for (int number = 0; number < rows; ++number) {
            sessions.push_back(named(number, u"Grace Hopper %1"_s.arg(number * 7919)));
            payments.push_back(payment(number, u"Grace Hopper %1"_s.arg(number * 7919)));
        }
        sessions[0].customerLabel = payments[0].customerLabel = u"Ada Lovelace"_s;
        got(m_ledger->putAll(std::move(sessions)));
        got(m_ledger->mergeTransactions(u"a"_s, std::move(payments), noon()));
        QCOMPARE(got(m_ledger->indexWords(10 * rows)), 0);
    }
    void cleanup()
    {
        m_ledger.reset();
        for (const QString &table : {u"session_text"_s, u"payment_text"_s})
            outside(file(), u"INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)"_s.arg(table));
    }

    void itStopsNothing_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<Act>("act");
        const std::array<std::pair<const char *, QString>, 5> damages{{
            {"its first block", u"UPDATE %1_data SET block = x'ffffffffffff' WHERE id = 10"_s},
            {"all other blocks", u"UPDATE %1_data SET block = randomblob(length(block)) WHERE id > 10"_s},
            {"its form", u"DELETE FROM %1_config"_s},
            {"a part that is lost", u"DROP TABLE %1_idx"_s},
            {"blocks that are lost", u"DELETE FROM %1_data WHERE id > 10"_s},
        }};
        const std::array<std::pair<const char *, Act>, 7> acts{{
            {"a search", Act::Search},
            {"a creation", Act::Create},
            {"a refresh", Act::Refresh},
            {"a refresh of payments", Act::RefreshPayments},
            {"the next words", Act::Index},
            {"a look", Act::Look},
            {"the end of an account", Act::RemoveAccount},
        }};
        for (const auto &[damageName, damage] : damages) {
            for (const auto &[actName, act] : acts)
                QTest::addRow("%s, %s", damageName, actName) << damage << act;
        }
        // No look sees this one; it does not matter before a word changes.
        const QString sums = u"UPDATE %1_data SET block = x'ff' WHERE id = 1"_s;
        QTest::newRow("its sums, a refresh") << sums << Act::Refresh;
        QTest::newRow("its sums, a refresh of payments") << sums << Act::RefreshPayments;
    }
    void itStopsNothing()
    {
        QFETCH(const QString, damage);
        QFETCH(const Act, act);
        for (const QString &table : {u"session_text"_s, u"payment_text"_s})
            outside(file(), QString(damage).replace(u"%1"_s, table));
        // Whoever has it open knows its form.
        if (damage.contains("config"_L1)) {
            m_ledger.reset();
            m_ledger = openLedger(m_directory->path());
        }
        QSignalSpy indexed(m_ledger.get(), &Ledger::wordsIndexed);
        QString name = u"lovelace"_s;
        QStringList expected{u"cs_0"_s};
        switch (act) {
        case Act::Search:
            break;
        case Act::Create:
            got(m_ledger->put(named(rows, u"Grace Murray"_s)));
            break;
        case Act::Refresh: {
            SessionRecord row = named(0, u"Ada King"_s);
            row.session.status = checkout::SessionStatus::Completed;
            row.checkedAt = noon().addDays(1);
            got(m_ledger->put(row));
            name = u"king"_s;
            break;
        }
        case Act::RefreshPayments:
            got(m_ledger->mergeTransactions(u"a"_s, {payment(0, u"Ada King"_s)}, noon().addDays(1)));
            break;
        case Act::Index:
            got(m_ledger->put(named(rows, u"Grace Murray"_s)));
            got(m_ledger->indexWords(10 * rows));
            break;
        case Act::Look:
            QVERIFY(got(m_ledger->mendIndex()));
            break;
        case Act::RemoveAccount:
            got(m_ledger->removeAccount(u"a"_s));
            expected.clear();
            break;
        }
        QCOMPARE(found(name), expected);
        QCOMPARE(foundPayments(act == Act::RefreshPayments ? u"king"_s : u"lovelace"_s),
                 expected.isEmpty() ? QStringList() : QStringList(u"txn_0"_s));
        // It is full again, by itself, and says the same.
        if (act == Act::Search)
            QTRY_VERIFY_WITH_TIMEOUT(!indexed.isEmpty() && indexed.last().first() == 0, 20'000);
        got(m_ledger->mendIndex());
        QVERIFY(!got(m_ledger->mendIndex()));
        QCOMPARE(got(m_ledger->indexWords(10 * rows)), 0);
        QCOMPARE(found(name), expected);
    }

    void aWholeIndexStaysAsItIs()
    {
        QVERIFY(!got(m_ledger->mendIndex()));
        QCOMPARE(outside(file(), u"SELECT indexed_to FROM search_index WHERE searched = 'session'"_s).toInt(), rows);
    }

private:
    QString file() const { return m_directory->filePath(u"ledger.sqlite"_s); }
    QStringList found(const QString &text)
    {
        SessionFilter filter = allOf({u"a"_s});
        filter.text = text;
        return idsOf(got(m_ledger->sessions(filter, {}, 10)).rows);
    }
    QStringList foundPayments(const QString &text)
    {
        TransactionFilter filter;
        filter.accountIds = QStringList(u"a"_s);
        filter.text = text;
        QStringList ids;
        const auto page = got(m_ledger->transactions(filter, {}, 10));
        for (const TransactionRecord &row : page.rows)
            ids << row.transaction.id;
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Ledger> m_ledger;
};
TILLDECK_TEST(DamagedIndexTest)

} // namespace damaged_index_test

#include "tst_damaged_index.moc"
