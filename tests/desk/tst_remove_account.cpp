// SPDX-License-Identifier: GPL-3.0-or-later
// Removing an account loses no unknown outcome and lets nothing be given back twice.
#include "desk/abandon_creation.h"
#include "desk/abandon_refund.h"
#include "desk/bench.h"
#include "desk/reconcile_entry.h"
#include "desk/refundable_now.h"
#include "desk/remove_account.h"
#include "desk/send_code.h"
#include "ledger/random_id.h"
#include "support/outside_sql.h"
#include "support/runner.h"

namespace remove_account_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using ledger::Intent;
using Kind = Intent::Kind;
using State = Intent::State;

namespace {

money::Money francs(qint64 amount)
{
    return {amount, *money::Currency::fromCode(u"XOF")};
}

const QString payment = u"txn_1"_s;

/// Returns what a merchant can do at a provider, with a name for the rows of a test.
std::vector<std::pair<Kind, const char *>> kinds()
{
    return {{Kind::Create, "a creation"},
            {Kind::Refund, "a refund"},
            {Kind::Coupon, "a coupon"},
            {Kind::DeactivateCoupon, "a coupon switched off"},
            {Kind::PromotionCode, "a promotion code"},
            {Kind::DeactivateCode, "a promotion code switched off"},
            {Kind::Route, "a route"}};
}

} // namespace

class RemoveAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_account = connectTo(u"Dakar"_s);
    }
    void cleanup() { m_bench.reset(); }

    void anAccountIsNotRemovedWhileItsOutcomesAreUnknown_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<State>("state");
        for (const auto &[kind, name] : kinds()) {
            QTest::addRow("%s under way", name) << kind << State::Open;
            QTest::addRow("%s of unknown outcome", name) << kind << State::Unknown;
        }
        QTest::newRow("a refund that was only asked for") << Kind::Refund << State::Accepted;
        QTest::newRow("a refund that failed later") << Kind::Refund << State::Failed;
        QTest::newRow("a promotion code that was not sent yet") << Kind::PromotionCode << State::Planned;
    }
    void anAccountIsNotRemovedWhileItsOutcomesAreUnknown()
    {
        QFETCH(const Kind, kind);
        QFETCH(const State, state);
        const Intent intent = begun(kind, state);
        const QString id = intent.batchId.isEmpty() ? intent.id : intent.batchId;
        if (state == State::Failed)
            close(intent, State::Accepted);
        if (state != State::Open && state != State::Planned)
            close(intent, state);
        const auto refused = QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Rejected);
        QVERIFY2(refused.error().sentence.contains(u"Dakar"_s), qPrintable(refused.error().sentence));
        // What it is called in the window, where nobody finds its id.
        QVERIFY2(!refused.error().details.isEmpty() && !refused.error().details.contains(id),
                 qPrintable(refused.error().details));
        if (kind == Kind::Refund)
            QVERIFY2(refused.error().details.contains(payment), qPrintable(refused.error().details));
        QVERIFY(m_bench->desk->accounts().byId(m_account));
        QVERIFY(!QCoro::waitFor(checkRemovable(m_bench->desk.get(), m_account)));
        QCOMPARE(QCoro::waitFor(m_bench->desk->keys().key(m_account))->reveal(), u"ik_test_1"_s);

        if (state == State::Open)
            close(intent, State::Unknown);
        // The provider never answers again: what it cannot prove is decided knowingly.
        if (kind == Kind::Refund && state != State::Failed)
            QVERIFY(!QCoro::waitFor(abandonRefund(m_bench->desk.get(), m_account, intent.id)));
        QVERIFY(settle(intent));
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
        QVERIFY(!m_bench->desk->accounts().byId(m_account));
    }

    void halfABatchIsOneThingToSettleBeforeTheAccountGoes()
    {
        const auto rows = planned(4);
        (void)journal().openCode(rows[0].id, "hash", m_bench->now(), m_bench->now().addSecs(60)).result();
        close(rows[0], State::Confirmed);
        const auto refused = QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account));
        QVERIFY(!refused);
        QCOMPARE(refused.error().details.count(u"promotion codes"_s), 1);
        QVERIFY(settle(rows[1]));
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
    }

    void whatIsSettledKeepsNoAccount_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<State>("state");
        for (const auto &[kind, name] : kinds()) {
            QTest::addRow("%s that worked", name) << kind << State::Confirmed;
            QTest::addRow("%s that was refused", name) << kind << State::Rejected;
            QTest::addRow("%s that the merchant closed", name) << kind << State::Abandoned;
        }
    }
    void whatIsSettledKeepsNoAccount()
    {
        QFETCH(const Kind, kind);
        QFETCH(const State, state);
        const Intent intent = begun(kind, state);
        close(intent, state == State::Abandoned ? State::Unknown : state);
        if (state == State::Abandoned)
            QVERIFY(settle(intent));
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
    }

    void whatAnotherProgramBeginsInTheLastMomentKeepsTheAccount()
    {
        const Intent other = creation(m_account);
        close(other, State::Rejected);
        const QString journalFile = m_bench->dataDirectory() + u"/journal.sqlite"_s;
        auto writing = std::make_unique<tilldeck::test::HoldingUp>(journalFile);
        // As if it were begun only now, by a program that is about to commit that.
        writing->exec(u"UPDATE intent SET state = 'open' WHERE id = '%1'"_s.arg(other.id));
        auto removing = removeAccount(m_bench->desk.get(), m_account);
        // Noted after the first look of the removal, and before the second.
        QTRY_COMPARE(m_bench->desk->accounts().removals(), QStringList(m_account));
        writing->commit();
        writing.reset();
        const auto refused = QCoro::waitFor(std::move(removing));
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(u"Dakar"_s), qPrintable(refused.error().sentence));
        QVERIFY(m_bench->desk->accounts().byId(m_account));
        QVERIFY(m_bench->desk->accounts().removals().isEmpty());
    }

    void whatIsUnknownInAnotherAccountKeepsNone()
    {
        const QString other = connectTo(u"Thiès"_s, u"https://other.example"_s);
        close(creation(other), Intent::State::Unknown);
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
    }

    void anAccountThatIsConnectedAgainGivesNothingBackTwice()
    {
        pay(m_account);
        close(refund(m_account, 400), Intent::State::Confirmed);
        QCOMPARE(left(m_account), 600);
        const QString beside = connectTo(u"The same beside it"_s);
        pay(beside);
        QCOMPARE(left(beside), 600);
        QVERIFY(QCoro::waitFor(removeAccount(m_bench->desk.get(), m_account)).has_value());
        const QString again = connectTo(u"Dakar"_s);
        pay(again);
        QCOMPARE(left(again), 600);
        QVERIFY(!journal()
                     .beginRefund(ledger::randomId(), again, "hash", payment, francs(601), francs(1000), francs(0),
                                  m_bench->now(), m_bench->now().addSecs(60))
                     .result());
        close(refund(beside, 600), Intent::State::Unknown);
        QCOMPARE(left(again), 0);

        // A payment of another provider may have the same ID.
        const QString other = connectTo(u"Thiès"_s, u"https://other.example"_s);
        pay(other);
        QCOMPARE(left(other), 1000);
        m_bench->restart();
        QCOMPARE(left(again), 0);
        QCOMPARE(left(other), 1000);
    }

private:
    QString connectTo(const QString &name, const QString &address = u"https://api.ikawaari.example"_s)
    {
        return m_bench->connectTo(name, address, QString(), u"ik_test_1"_s, accounts::ProviderKind::Ikawaari);
    }

    Intent creation(const QString &accountId) const
    {
        const QDateTime now = m_bench->now();
        return journal().begin(ledger::randomId(), accountId, "hash", draft(), now, now.addSecs(60)).result().value();
    }
    Intent refund(const QString &accountId, qint64 amount) const
    {
        const QDateTime now = m_bench->now();
        return journal()
            .beginRefund(ledger::randomId(), accountId, "hash", payment, francs(amount), francs(1000), francs(0), now,
                         now.addSecs(60))
            .result()
            .value();
    }
    std::vector<Intent> planned(int count) const
    {
        std::vector<checkout::PromotionCode> codes;
        for (int i = 0; i < count; ++i) {
            checkout::PromotionCode code;
            code.code = u"SUMMER-%1"_s.arg(i);
            codes.push_back(std::move(code));
        }
        return journal().planCodes(m_account, std::move(codes), m_bench->now()).result().value();
    }
    /// Begins what a merchant can do; a promotion code stays Planned when that is @p state.
    Intent begun(Kind kind, State state) const
    {
        const QDateTime now = m_bench->now();
        checkout::PromotionCode code;
        code.id = u"promo_1"_s;
        ledger::CatalogEntry entry(code);
        switch (kind) {
        case Kind::Create:
            return creation(m_account);
        case Kind::Refund:
            return refund(m_account, 100);
        case Kind::PromotionCode: {
            const Intent row = planned(1).front();
            if (state != State::Planned)
                (void)journal().openCode(row.id, "hash", now, now.addSecs(60)).result();
            return row;
        }
        case Kind::Coupon:
        case Kind::DeactivateCoupon:
            entry = checkout::Coupon();
            break;
        case Kind::Route:
            entry = checkout::ProcessorRoute();
            break;
        case Kind::DeactivateCode:
            break;
        }
        return journal()
            .beginEntry(ledger::randomId(), m_account, "hash", kind, entry, now, now.addSecs(60))
            .result()
            .value();
    }
    /// Closes @p intent in the way that is offered for its kind.
    bool settle(const Intent &intent) const
    {
        Desk *desk = m_bench->desk.get();
        if (intent.kind == Kind::Create)
            return QCoro::waitFor(abandonCreation(desk, m_account, intent.id, EarlyAbandon::Allow)).has_value();
        if (intent.kind == Kind::Refund)
            return QCoro::waitFor(abandonRefund(desk, m_account, intent.id, Unproven::Allow)).has_value();
        if (intent.batchId.isEmpty())
            return QCoro::waitFor(abandonEntry(desk, m_account, intent.id, EarlyAbandon::Allow)).has_value();
        (void)journal().releaseBatch(intent.batchId).result();
        return QCoro::waitFor(leaveBatch(desk, m_account, intent.batchId)).has_value();
    }
    void close(const Intent &intent, Intent::State state) const
    {
        (void)journal()
            .close(intent.id, state, state == Intent::State::Unknown ? QString() : u"re_1"_s, QString())
            .result();
    }

    void pay(const QString &accountId) const
    {
        checkout::Transaction transaction(payment, francs(1000));
        transaction.status = checkout::TransactionStatus::Succeeded;
        transaction.createdAt = m_bench->now();
        const ledger::TransactionRecord record(0, accountId, transaction);
        (void)m_bench->desk->ledger().mergeTransactions(accountId, {record}).result();
    }

    static http::Task<bool> leftInto(QPointer<Desk> desk, QString accountId, qint64 *into)
    {
        const auto answer = co_await refundableNow(desk, accountId, payment);
        if (answer)
            *into = answer->left.minorUnits();
        co_return true;
    }
    qint64 left(const QString &accountId) const
    {
        qint64 amount = -1;
        (void)QCoro::waitFor(leftInto(m_bench->desk.get(), accountId, &amount));
        return amount;
    }

    ledger::Journal &journal() const { return m_bench->desk->journal(); }

    std::unique_ptr<Bench> m_bench;
    QString m_account;
};

TILLDECK_TEST(RemoveAccountTest)

} // namespace remove_account_test

#include "tst_remove_account.moc"
