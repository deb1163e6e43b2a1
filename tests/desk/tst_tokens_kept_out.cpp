// SPDX-License-Identifier: GPL-3.0-or-later
// An account whose tokens are written to no file of this computer.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/keep_tokens_out.h"
#include "desk/refresh_session.h"
#include "desk/remove_account.h"
#include "support/canaries.h"
#include "support/runner.h"

namespace tokens_kept_out_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using tilldeck::test::Canaries;

class TokensKeptOutTest : public QObject
{
    Q_OBJECT

private slots:
    void aTokenIsKnownUntilTheProgramEndsAndThenAskedForAgain()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, true)));
        const QString token = create(bench, id);
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token);
        QCOMPARE(listedFor(bench, id, token).size(), size_t(1));
        QCOMPARE(found(bench, token), QStringList());

        bench.restart();
        const ledger::SessionRecord row = bench.list(id).rows.front();
        QVERIFY(row.session.secureToken.isEmpty() && row.session.url.isEmpty());
        QCOMPARE(keptOut(row.session, *bench.desk->accounts().byId(id), bench.desk->capabilities(id)),
                 KeptOut::AskAgain);
        const auto asked = QCoro::waitFor(refreshSession(bench.desk.get(), id, row.session.id));
        QVERIFY(asked);
        QCOMPARE(asked->session.secureToken, token);
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token);
        QCOMPARE(found(bench, token), QStringList());
    }

    void tokensFromBeforeAreTakenOutOfTheFile()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const QString token = create(bench, id);
        QVERIFY(!found(bench, token).isEmpty());
        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, true)));
        QCOMPARE(found(bench, token), QStringList());
        QCOMPARE(bench.list(id).rows.front().session.secureToken, token); // in this run it can be copied still
        QVERIFY(bench.desk->storageTroubles().empty());

        QVERIFY(QCoro::waitFor(keepTokensOut(bench.desk.get(), id, false)));
        bench.restart();
        QVERIFY(bench.list(id).rows.front().session.secureToken.isEmpty());
        QVERIFY(QCoro::waitFor(refreshSession(bench.desk.get(), id, bench.list(id).rows.front().session.id)));
        QVERIFY(!found(bench, token).isEmpty());
    }

    void anAccountThatIsRemovedLeavesNoTokenInTheJournal()
    {
        Bench bench;
        Shop shop;
        const QString id =
            bench.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
        const QString token = create(bench, id);
        QVERIFY(found(bench, token).join(u' ').contains(u"journal.sqlite"_s));
        QVERIFY(QCoro::waitFor(removeAccount(bench.desk.get(), id)));
        QVERIFY(!found(bench, token).join(u' ').contains(u"journal.sqlite"_s));
    }

private:
    static QString create(Bench &bench, const QString &accountId)
    {
        const CreateOutcome created =
            QCoro::waitFor(createSession(bench.desk.get(), accountId, draft(), {}, std::nullopt));
        return created.record.session.secureToken;
    }

    static std::vector<ledger::SessionRecord> listedFor(Bench &bench, const QString &accountId, const QString &text)
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{accountId};
        filter.text = text;
        filter.now = bench.now();
        return bench.desk->ledger().sessions(filter, {}, 10).result().value().rows;
    }

    /// The files of this computer that hold @p token.
    static QStringList found(const Bench &bench, const QString &token)
    {
        Canaries canaries;
        canaries.add(u"token"_s, token);
        return canaries.hitsBelow(bench.dataDirectory());
    }
};

TILLDECK_TEST(TokensKeptOutTest)

} // namespace tokens_kept_out_test

#include "tst_tokens_kept_out.moc"
