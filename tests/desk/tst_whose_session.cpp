// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a session is that a lost creation may have made: what is another's, or may be, is not taken without a word.
#include "desk/creation_fit.h"
#include "desk/rewriting_shop.h"
#include "support/runner.h"

namespace whose_session_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::ErrorKind;
using Finding = Reconciliation::Finding;
using State = ledger::Intent::State;

class WhoseSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop = std::make_unique<RewritingShop>(); }
    void cleanup() { m_shop.reset(); }

    /// One creation was never made, the other was made and its answer lost: whose the session is, nobody can tell.
    void whatAnotherLostCreationMayHaveMadeIsAQuestion_data()
    {
        QTest::addColumn<checkout::SessionDraft>("plain");
        QTest::addColumn<checkout::SessionDraft>("made");
        QTest::addColumn<QJsonObject>("written");
        checkout::SessionDraft plain = twoItems();
        checkout::SessionDraft made = twoItems();
        made.expiresInHours = 1;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QJsonObject anHour{{u"created_at"_s, now.addSecs(5).toString(Qt::ISODate)},
                                 {u"expires_at"_s, now.addSecs(3605).toString(Qt::ISODate)}};
        QTest::newRow("it ends sooner") << plain << made << anHour;
        made = twoItems();
        made.subscriptionCustomFields = {checkout::CustomField(u"plan"_s, u"gold"_s)};
        const QJsonObject gold = quoted("{'params_for_sub': {'custom_fields': {'plan': 'gold'}}}");
        QTest::newRow("fields of the subscription") << plain << made << gold;
        plain.customer = {};
        QTest::newRow("a customer") << plain << twoItems() << QJsonObject();
    }
    void whatAnotherLostCreationMayHaveMadeIsAQuestion()
    {
        QFETCH(const checkout::SessionDraft, plain);
        QFETCH(const checkout::SessionDraft, made);
        QFETCH(const QJsonObject, written);
        const QString first = m_shop->lose(plain);
        const QString second = m_shop->lose(made, Repeat::Another);
        m_shop->listed = {m_shop->session(u"cs_1"_s, written)};
        for (const QString &intent : {first, second}) {
            const auto looked = m_shop->lookUp(intent);
            QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
            QCOMPARE(looked->finding, Finding::Ambiguous);
            QCOMPARE(looked->candidates.size(), size_t(1));
            QCOMPARE(m_shop->stateOf(intent), State::Unknown);
        }
        QCOMPARE(m_shop->lookUp(second, u"cs_1"_s)->finding, Finding::Found);
        QCOMPARE(m_shop->lookUp(first)->finding, Finding::NotListed);
    }

    void whatNobodyAskedForIsAQuestion_data()
    {
        QTest::addColumn<checkout::SessionDraft>("draft");
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<bool>("isSure");
        checkout::SessionDraft draft = twoItems();
        draft.customer = {};
        QTest::newRow("a customer") << draft << QJsonObject() << false;
        const auto ending = [](int seconds) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            return QJsonObject{{u"created_at"_s, now.addSecs(5).toString(Qt::ISODate)},
                               {u"expires_at"_s, now.addSecs(5 + seconds).toString(Qt::ISODate)}};
        };
        draft = twoItems();
        const QJsonObject gold = quoted("{'params_for_sub': {'custom_fields': {'plan': 'gold'}}}");
        QTest::newRow("fields of the subscription") << draft << gold << false;
        draft.expiresInHours = 48;
        QTest::newRow("it ends sooner") << draft << ending(24 * 3600) << false;
        QTest::newRow("it ends as asked for") << draft << ending(48 * 3600) << true;
        QTest::newRow("its end is not said") << draft << QJsonObject() << false;
        draft.expiresInHours.reset();
        QTest::newRow("none was asked for, and it ends as the contract says") << draft << ending(24 * 3600) << true;
        QTest::newRow("none was asked for, and it ends sooner") << draft << ending(2 * 3600) << false;
        QTest::newRow("none was asked for, and its end is not said") << draft << QJsonObject() << true;
    }
    void whatNobodyAskedForIsAQuestion()
    {
        QFETCH(const checkout::SessionDraft, draft);
        QFETCH(const QJsonObject, written);
        QFETCH(const bool, isSure);
        const QString intent = m_shop->lose(draft);
        m_shop->listed = {m_shop->session(u"cs_1"_s, written)};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, isSure ? Finding::Found : Finding::Ambiguous);
        QCOMPARE(m_shop->lookUp(intent, u"cs_1"_s)->finding, Finding::Found);
    }

    void whatIsFromBeforeIsAQuestion_data()
    {
        QTest::addColumn<int>("age"); // in seconds
        QTest::addColumn<bool>("isListed");
        QTest::addColumn<bool>("isBesideTheOne");
        QTest::addColumn<int>("finding");
        QTest::newRow("from then") << 0 << false << false << int(Finding::Found);
        QTest::newRow("stamped before") << 60 << false << false << int(Finding::Ambiguous);
        QTest::newRow("listed before") << 60 << true << false << int(Finding::Ambiguous);
        QTest::newRow("listed before, stamped as from then") << -1 << true << false << int(Finding::Ambiguous);
        QTest::newRow("listed before, beside the one") << 60 << true << true << int(Finding::Found);
    }
    void whatIsFromBeforeIsAQuestion()
    {
        QFETCH(const int, age);
        QFETCH(const bool, isListed);
        QFETCH(const bool, isBesideTheOne);
        QFETCH(const int, finding);
        const QDateTime createdAt = m_shop->providerNow().addSecs(-age);
        if (isListed) {
            ledger::SessionRecord row;
            row.accountId = m_shop->account;
            row.session.id = u"cs_0"_s;
            row.session.status = checkout::SessionStatus::Completed;
            row.session.createdAt = createdAt;
            row.checkedAt = m_shop->bench.now();
            QVERIFY(m_shop->bench.desk->ledger().merge(m_shop->account, {row}).result().has_value());
        }
        const QString intent = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_0"_s, QJsonObject{{u"created_at"_s, createdAt.toString(Qt::ISODate)}})};
        if (isBesideTheOne)
            m_shop->listed.prepend(m_shop->session(u"cs_1"_s));
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(int(looked->finding), finding);
        if (isBesideTheOne)
            QCOMPARE(looked->record->session.id, u"cs_1"_s);
        if (looked->finding == Finding::Ambiguous)
            QCOMPARE(m_shop->lookUp(intent, u"cs_0"_s)->finding, Finding::Found);
    }

    void whatAnotherCreationUnderWayMayHaveMadeIsWaitedFor()
    {
        checkout::SessionDraft plain = twoItems();
        plain.customer = {};
        const QString first = m_shop->lose(plain);
        m_shop->holds = true;
        auto second =
            createSession(m_shop->bench.desk.get(), m_shop->account, twoItems(), {}, std::nullopt, {}, Repeat::Another);
        QTRY_COMPARE(m_shop->posts, 2);
        m_shop->listed = {m_shop->session(u"cs_1"_s)};
        const auto looked = m_shop->lookUp(first);
        QVERIFY(!looked);
        QCOMPARE(looked.error().kind, ErrorKind::UnknownOutcome);
        m_shop->answerHeld(m_shop->listed.front());
        QCOMPARE(QCoro::waitFor(std::move(second)).end, CreateOutcome::End::Confirmed);
        QCOMPARE(m_shop->lookUp(first)->finding, Finding::NotListed);
    }

    void aConfirmedCreationTakesNoRowFromAnother()
    {
        const QString first = m_shop->lose();
        m_shop->listed = {m_shop->session(u"cs_1"_s)};
        QCOMPARE(m_shop->lookUp(first)->finding, Finding::Found);
        // The answer to another one says that it was its session.
        m_shop->holds = true;
        auto second =
            createSession(m_shop->bench.desk.get(), m_shop->account, twoItems(), {}, std::nullopt, {}, Repeat::Another);
        QTRY_COMPARE(m_shop->posts, 2);
        m_shop->answerHeld(m_shop->listed.front());
        const CreateOutcome answered = QCoro::waitFor(std::move(second));
        QCOMPARE(answered.end, CreateOutcome::End::Unknown);
        QVERIFY2(answered.error->sentence.contains(u"cs_1"_s), qPrintable(answered.error->sentence));
        const auto rowOf = [this] {
            return m_shop->bench.desk->ledger().session(m_shop->account, u"cs_1"_s).result().value().value();
        };
        QCOMPARE(rowOf().intentId, first);
        QCOMPARE(m_shop->stateOf(first), State::Confirmed);
        // One was made of both: a look-up finds the other one, if there is one.
        QCOMPARE(m_shop->lookUp(answered.record.intentId)->finding, Finding::NotListed);
        m_shop->listed << m_shop->session(u"cs_2"_s);
        QCOMPARE(m_shop->lookUp(answered.record.intentId)->record->session.id, u"cs_2"_s);
        QCOMPARE(rowOf().intentId, first);
    }

    void oneThatMayBeItBesideTheSureOneIsAQuestion_data()
    {
        QTest::addColumn<QJsonObject>("written");
        QTest::addColumn<int>("age"); // in seconds
        QTest::addColumn<bool>("isSure");
        const QJsonObject slash =
            quoted("{'success_url': 'https://kestrel.example/thanks/?session_id={CHECKOUT_SESSION_ID}'}");
        QTest::newRow("of the same time") << slash << 0 << false;
        QTest::newRow("from before") << slash << 60 << true;
        QTest::newRow("of another order") << quoted("{'custom_fields': {'order': '1002'}}") << 0 << true;
        QTest::newRow("its field as a number") << quoted("{'custom_fields': {'order': 1001}}") << 0 << false;
    }
    void oneThatMayBeItBesideTheSureOneIsAQuestion()
    {
        QFETCH(QJsonObject, written);
        QFETCH(const int, age);
        QFETCH(const bool, isSure);
        const QString intent = m_shop->lose();
        written[u"created_at"_s] = m_shop->providerNow().addSecs(-age).toString(Qt::ISODate);
        m_shop->listed = {m_shop->session(u"cs_1"_s), m_shop->session(u"cs_2"_s, written)};
        const auto looked = m_shop->lookUp(intent);
        QVERIFY2(looked.has_value(), looked ? "" : qPrintable(looked.error().sentence));
        QCOMPARE(looked->finding, isSure ? Finding::Found : Finding::Ambiguous);
        if (!isSure)
            QCOMPARE(looked->candidates.size(), size_t(2));
    }

    void aNamedOneOfAnotherAmountOrCustomerIsDoubted_data()
    {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("description");
        QTest::addColumn<bool>("isDoubted");
        const QString ada = u"ada@example.com"_s;
        QTest::newRow("as asked for") << qint64(5000) << u"USD"_s << ada << u"Lamp"_s << false;
        QTest::newRow("only the amount is said") << qint64(5000) << u"USD"_s << QString() << QString() << false;
        QTest::newRow("another amount") << qint64(9900) << u"USD"_s << ada << u"Lamp"_s << true;
        QTest::newRow("another currency") << qint64(5000) << u"NGN"_s << ada << u"Lamp"_s << true;
        QTest::newRow("another customer") << qint64(5000) << u"USD"_s << u"bo@example.com"_s << u"Lamp"_s << true;
        QTest::newRow("another description") << qint64(5000) << u"USD"_s << ada << u"Chair"_s << true;
    }
    void aNamedOneOfAnotherAmountOrCustomerIsDoubted()
    {
        QFETCH(const qint64, amount);
        QFETCH(const QString, currency);
        QFETCH(const QString, email);
        QFETCH(const QString, description);
        QFETCH(const bool, isDoubted);
        ledger::Intent intent;
        intent.openedAt = intent.providerOpenedAt = m_shop->bench.now();
        intent.deadlineAt = intent.openedAt.addSecs(60);
        intent.draft.flow = u"khaime.session"_s;
        intent.draft.pricing = money::Money(5000, *money::Currency::fromCode(u"USD"));
        intent.draft.customer.email = u"Ada@example.com"_s;
        intent.draft.description = u"Lamp"_s;
        checkout::Session session;
        session.id = u"cs_1"_s;
        session.amount = money::Money(amount, *money::Currency::fromCode(currency));
        session.createdAt = intent.openedAt;
        session.customer.email = email;
        session.contents.description = description;
        const CreationTime time(intent, intent.openedAt, intent.openedAt);
        QCOMPARE(!doubtAbout(session, intent, time).isEmpty(), isDoubted);
    }

private:
    std::unique_ptr<RewritingShop> m_shop;
};

TILLDECK_TEST(WhoseSessionTest)

} // namespace whose_session_test

#include "tst_whose_session.moc"
