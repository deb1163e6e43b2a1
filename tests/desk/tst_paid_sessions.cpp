// SPDX-License-Identifier: GPL-3.0-or-later
// A session that was paid is shown as paid after the next refresh, whatever flow it was created by.
#include "desk/create_session.h"
#include "desk/paid_drafts.h"
#include "desk/refresh_account.h"
#include "ledger/draft_document.h"
#include "support/runner.h"

namespace paid_sessions_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using namespace Qt::StringLiterals;
using accounts::ProviderKind;

class PaidSessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPaidSessionIsCompletedAfterTheNextRefresh_data()
    {
        QTest::addColumn<ProviderKind>("provider");
        QTest::addColumn<QByteArray>("document");
        QTest::newRow("paymentkit")
            << ProviderKind::PaymentKit
            << R"({"tilldeck_draft": 1, "customer": {"id": "cus_abc123"}, "line_items": [{"price_id": "price_premium"}],
                   "success_url": "https://a.example/thanks", "return_url": "https://a.example"})"_ba;
        QTest::newRow("khaime, hosted")
            << ProviderKind::Khaime
            << R"({"tilldeck_draft": 1, "flow": "khaime.session", "pricing": {"total_amount": 5000,
                   "total_currency": "USD"}, "product_name": "Tea", "customer": {"email": "ada@example.com"}})"_ba;
        QTest::newRow("ikawaari")
            << ProviderKind::Ikawaari
            << R"({"tilldeck_draft": 1, "mode": "payment", "line_items": [{"name": "Tea", "amount": 500,
                   "currency": "XOF"}], "success_url": "https://a.example", "return_url": "https://a.example"})"_ba;
    }
    void aPaidSessionIsCompletedAfterTheNextRefresh()
    {
        QFETCH(const ProviderKind, provider);
        QFETCH(const QByteArray, document);
        Till till(provider);
        const auto draft = ledger::decodeDraft(document);
        QVERIFY(draft);
        const QPointer<desk::Desk> desk = till.bench.desk.get();
        const CreateOutcome made =
            QCoro::waitFor(createSession(desk, till.accountId, *draft, till.catalog(), std::nullopt));
        QVERIFY2(made.end == CreateOutcome::End::Confirmed, made.error ? qPrintable(made.error->sentence) : "");
        const auto status = [&] {
            const auto row = desk->ledger().session(till.accountId, made.record.session.id).result();
            return row && *row ? (*row)->session.status : checkout::SessionStatus::Unrecognised;
        };
        QCOMPARE(status(), checkout::SessionStatus::Open);
        till.pay(made.record.session.url, "4242424242424242"_L1);
        QVERIFY(QCoro::waitFor(refreshAccount(desk, till.accountId, {}, Depth::Incremental)));
        QCOMPARE(status(), checkout::SessionStatus::Completed);
    }
};

TILLDECK_TEST(PaidSessionsTest)

} // namespace paid_sessions_test

#include "tst_paid_sessions.moc"
