// SPDX-License-Identifier: GPL-3.0-or-later
// The merchant's own page confirms an embedded checkout of Khaime, and the answer to that goes wrong: the session shows
// as paid once it was, and as open while it was not.
#include "desk/faulty_bench.h"
#include "desk/refresh_session.h"
#include "support/runner.h"

namespace confirmed_checkout_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using FaultKind = sandbox::Fault::Kind;

class ConfirmedCheckoutTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsPaidOnceWhateverBecomesOfTheAnswer_data()
    {
        QTest::addColumn<int>("row");
        const QList<FaultKind> kinds{FaultKind::Delay, FaultKind::Drop,  FaultKind::Reset,
                                     FaultKind::Html,  FaultKind::Empty, FaultKind::Status};
        for (int row = 0; row < int(faultCases().size()); ++row) {
            const FaultCase &fault = faultCases().at(size_t(row));
            if (kinds.contains(fault.kind))
                QTest::newRow(fault.name().constData()) << row;
        }
    }
    void itIsPaidOnceWhateverBecomesOfTheAnswer()
    {
        QFETCH(const int, row);
        const FaultCase &fault = faultCases().at(size_t(row));
        FaultyBench bench;
        const QString account = bench.accounts.at(1);
        const checkout::SessionDraft draft = draftAt(accounts::ProviderKind::Khaime, 1, u"khaime.checkout"_s);
        const auto created = bench.create(account, draft, bench.quote(account, draft));
        QCOMPARE(created.end, CreateOutcome::End::Confirmed);
        const checkout::Session &session = created.record.session;
        const QString token = session.id.startsWith("khs_"_L1) ? session.id : session.secureToken;
        const qsizetype paidBefore = bench.documents(u"khaime-transactions"_s).size();

        bench.arm(account, u"confirmSdkSession"_s, fault);
        (void)confirm(bench, token);
        QVERIFY(bench.happened() > 0);
        bench.disarm();
        QCOMPARE(shown(bench, account, session.id),
                 fault.isMade ? checkout::SessionStatus::Completed : checkout::SessionStatus::Open);
        // The page asks once more, as one does that has heard nothing.
        QCOMPARE(confirm(bench, token), fault.isMade ? 400 : 200);
        QCOMPARE(shown(bench, account, session.id), checkout::SessionStatus::Completed);
        QCOMPARE(bench.documents(u"khaime-transactions"_s).size() - paidBefore, 1);
    }

private:
    /// Returns the status of the answer; 0 where none came.
    static int confirm(const FaultyBench &bench, const QString &token)
    {
        const QString base = bench.bench.desk->accounts().byId(bench.accounts.at(1))->baseUrl;
        QNetworkRequest request(QUrl(base + u"/api/v1/sdk/checkout/session/%1/confirm"_s.arg(token)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkAccessManager page;
        const std::unique_ptr<QNetworkReply> reply(page.post(request, "{}"));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
            qWarning("The confirmation does not end.");
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    static checkout::SessionStatus shown(const FaultyBench &bench, const QString &account, const QString &id)
    {
        Desk *desk = bench.bench.desk.get();
        if (!QCoro::waitFor(refreshSession(desk, account, id)))
            qWarning("The session cannot be asked about.");
        const auto row = desk->ledger().session(account, id).result();
        return row && row->has_value() ? (*row)->session.status : checkout::SessionStatus::Unrecognised;
    }
};

TILLDECK_TEST(ConfirmedCheckoutTest)

} // namespace confirmed_checkout_test

#include "tst_confirmed_checkout.moc"
