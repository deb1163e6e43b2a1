// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault that the sandbox knows, in the answer to each kind of write at each provider: how it ends here, and what
// the provider really has.
#include "desk/code_shop.h"
#include "desk/create_coupon.h"
#include "desk/curl_command.h"
#include "desk/faulty_bench.h"
#include "desk/reconcile_entry.h"
#include "desk/reconcile_refund.h"
#include "desk/refund_payment.h"
#include "desk/request_log.h"
#include "http/redact.h"
#include "support/canaries.h"
#include "support/log_lines.h"
#include "support/runner.h"

#include <QRegularExpression>

namespace every_fault_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using accounts::ProviderKind;
using Kind = sandbox::Fault::Kind;
using Shows = FaultCase::Shows;

namespace {

/// Returns the end of these that an answer shows.
template <class End> End endOf(const FaultCase &fault, End done)
{
    if (fault.shows == Shows::Done)
        return done;
    return fault.shows == Shows::Refused ? End::Rejected : End::Unknown;
}

QByteArray said(int end, const std::optional<checkout::Error> &error)
{
    return "It ends as " + QByteArray::number(end) + ": " + (error ? error->sentence.toUtf8() : "no error");
}

} // namespace

class EveryFaultTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_log = std::make_unique<tilldeck::test::LogLines>("tilldeck.http", u"tilldeck.http=true"_s);
        m_bench = std::make_unique<FaultyBench>();
    }
    void cleanupTestCase()
    {
        m_bench.reset();
        m_log.reset();
    }
    void cleanup() { m_bench->disarm(); }

    void everyFaultHasACase()
    {
        for (int kind = 0; kind <= int(Kind::Refund); ++kind)
            QVERIFY2(std::ranges::find(faultCases(), Kind(kind), &FaultCase::kind) != faultCases().end(),
                     qPrintable(nameOf(Kind(kind))));
    }

    void aCreationEndsAsItsAnswerSays_data()
    {
        QStringList flows;
        for (const FlowCase &flow : flowCases())
            flows << QString::fromLatin1(flow.name);
        addRows(flows);
    }
    void aCreationEndsAsItsAnswerSays()
    {
        using End = CreateOutcome::End;
        QFETCH(const int, row);
        QFETCH(const int, at);
        const FaultCase &fault = faultCases().at(size_t(row));
        const FlowCase &flow = flowCases().at(size_t(at));
        const QString account = m_bench->accounts.at(flow.account);
        const checkout::SessionDraft draft = draftAt(m_bench->kindOf(account), ++m_number, flow.flow);
        const qsizetype happenedBefore = m_bench->happened();
        const size_t unknownBefore = journal().unknown().result()->size();
        const QString &kind = flow.documents;
        const qsizetype before = m_bench->documents(kind).size();

        const auto quote = m_bench->quote(account, draft); // a call of the same operation, at Khaime
        m_bench->arm(account, flow.operation, fault);
        const auto outcome = m_bench->create(account, draft, quote);
        // A number that contradicts what was asked for is that of another session; not every answer has one.
        const bool contradicts = fault.kind == Kind::HugeNumbers && flow.answersWithFigures;
        const End end = contradicts ? End::Unknown : endOf(fault, End::Confirmed);
        QVERIFY2(outcome.end == end, said(int(outcome.end), outcome.error));
        QCOMPARE(m_bench->happened() - happenedBefore, 1);
        QCOMPARE(m_bench->documents(kind).size() - before, fault.isMade ? 1 : 0);
        const size_t unknown = journal().unknown().result()->size() - unknownBefore;
        QCOMPARE(unknown, size_t(end == End::Unknown ? 1 : 0));
        QCOMPARE(outcome.end == End::Confirmed, !outcome.record.session.id.isEmpty());
        QCOMPARE(outcome.end == End::Confirmed, !outcome.error.has_value());
    }

    void aRefundEndsAsItsAnswerSaysAndIsMadeOnce_data() { addRows(FaultyBench::providers()); }
    void aRefundEndsAsItsAnswerSaysAndIsMadeOnce()
    {
        using End = RefundOutcome::End;
        QFETCH(const int, row);
        QFETCH(const int, at);
        const FaultCase &fault = faultCases().at(size_t(row));
        const QString account = m_bench->accounts.at(at);
        const auto payment = paid(account);
        QVERIFY(payment.has_value());
        const money::Money part(payment->amount.minorUnits() / 4, payment->amount.currency());
        const auto give = [&](ledger::Journal::Repeat repeat) {
            return QCoro::waitFor(refundPayment(desk(), account, payment->id, part, QString(), repeat));
        };
        const QString kind = QStringList{u"refunds"_s, u"khaime-refunds"_s, u"ikawaari-refunds"_s}.at(at);
        const qsizetype before = m_bench->documents(kind).size();

        const qsizetype happenedBefore = m_bench->happened();
        m_bench->arm(account, at == 2 ? u"refundPayment"_s : u"createRefund"_s, fault);
        const RefundOutcome outcome = give(ledger::Journal::Repeat::Refuse);
        QCOMPARE(m_bench->happened() - happenedBefore, 1);
        const auto made = [&] { return m_bench->documents(kind).size() - before; };
        QCOMPARE(made(), fault.isMade ? 1 : 0);
        // Ikawaari gives back at once, the others say at first that it is under way.
        End end = endOf(fault, at == 2 ? End::Confirmed : End::Accepted);
        if (fault.kind == Kind::Refund && at == 2)
            end = End::Accepted; // it has failed, and may be made once more until its time is over
        QVERIFY2(outcome.end == end, said(int(outcome.end), outcome.error));
        QCOMPARE(outcome.refund.has_value(), end == End::Confirmed || end == End::Accepted);
        m_bench->disarm();

        // The same again is asked about while it is not known to be refused.
        if (end != End::Rejected) {
            const RefundOutcome again = give(ledger::Journal::Repeat::Refuse);
            QVERIFY2(again.end == End::Rejected, said(int(again.end), again.error));
            // What the provider says was given back may be all that there is.
            QVERIFY(again.same || fault.kind == Kind::HugeNumbers);
            QVERIFY(!again.same || again.same->id == outcome.intentId);
            QCOMPARE(made(), fault.isMade ? 1 : 0);
        }
        if (outcome.end != End::Unknown)
            return;
        const RefundOutcome found = QCoro::waitFor(reconcileRefund(desk(), account, outcome.intentId));
        const bool isTold = found.end == End::Confirmed || found.end == End::Accepted;
        QVERIFY2(isTold == fault.isMade, said(int(found.end), found.error));
        QCOMPARE(made(), fault.isMade ? 1 : 0);
    }

    void aCouponEndsAsItsAnswerSaysAndIsMadeOnce_data() { addRows({u"PaymentKit"_s}); }
    void aCouponEndsAsItsAnswerSaysAndIsMadeOnce()
    {
        using checkout::ErrorKind;
        QFETCH(const int, row);
        const FaultCase &fault = faultCases().at(size_t(row));
        const QString account = m_bench->accounts.front();
        checkout::Coupon wanted = coupon();
        wanted.name = u"Coupon %1"_s.arg(++m_number);
        const auto made = [&] { return named(u"coupons"_s, u"name"_s, wanted.name); };
        m_bench->arm(account, u"createCoupon"_s, fault);
        const auto answer = desk::test::waitFor(createCoupon(desk(), account, wanted));
        QCOMPARE(made(), fault.isMade ? 1 : 0);
        m_bench->disarm();
        QCOMPARE(answer.has_value(), fault.shows == Shows::Done);
        const std::optional<checkout::Error> error =
            answer ? std::nullopt : std::optional<checkout::Error>(answer.error());
        const auto open = journal().unknown(ledger::Intent::Kind::Coupon).result().value();
        QCOMPARE(open.size(), size_t(fault.shows == Shows::Nothing ? 1 : 0));
        if (answer)
            return;
        QVERIFY2((error->kind == ErrorKind::UnknownOutcome) == (fault.shows == Shows::Nothing),
                 said(int(error->kind), error));
        if (open.empty())
            return;
        const auto found = desk::test::waitFor(reconcileEntry(desk(), account, open.front().id));
        QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->finding == EntryFinding::Finding::Made, fault.isMade);
        QCOMPARE(made(), fault.isMade ? 1 : 0);
        if (!fault.isMade)
            QVERIFY(desk::test::waitFor(abandonEntry(desk(), account, open.front().id, EarlyAbandon::Allow)));
    }

    void aCodeEndsAsItsAnswerSaysAndIsMadeOnce_data() { addRows({u"PaymentKit"_s}); }
    void aCodeEndsAsItsAnswerSaysAndIsMadeOnce()
    {
        using End = PromotionBatch::Made::End;
        QFETCH(const int, row);
        const FaultCase &fault = faultCases().at(size_t(row));
        const QString account = m_bench->accounts.front();
        PromotionBatch::Order order;
        order.accountId = account;
        order.couponId = m_bench->documents(u"coupons"_s).front()[u"id"].toString();
        order.pattern = u"CODE%1"_s.arg(++m_number);
        const auto made = [&] { return named(u"promotion-codes"_s, u"code"_s, order.pattern); };
        m_bench->arm(account, u"createPromotionCode"_s, fault);
        PromotionBatch batch(*desk());
        (void)ended(batch, [&] { batch.start(order); });
        QCOMPARE(made(), fault.isMade ? 1 : 0);
        m_bench->disarm();
        QCOMPARE(batch.made().size(), size_t(1));
        const PromotionBatch::Made &one = batch.made().front();
        const End end = fault.shows == Shows::Done      ? End::Created
                        : fault.shows == Shows::Refused ? End::Refused
                                                        : End::Unknown;
        QVERIFY2(one.end == end, "It ends as " + QByteArray::number(int(one.end)) + ": " + one.note.toUtf8());
        QCOMPARE(batch.unfinishedId().isEmpty(), end != End::Unknown);
        if (end != End::Unknown)
            return;
        PromotionBatch rest(*desk());
        const auto error = ended(rest, [&] { rest.resume(account, batch.unfinishedId()); });
        QVERIFY2(!error, error ? qPrintable(error->sentence) : "");
        QCOMPARE(rest.made().front().end, End::Created);
        QCOMPARE(made(), 1);
    }

    /// After all of the above.
    void noKeyAndNoTokenOfThemIsLeftBehind()
    {
        using tilldeck::test::Canaries;
        Canaries keys, tokens;
        for (const sandbox::Account &shop : m_bench->shops())
            keys.add(shop.provider, shop.key);
        static const QRegularExpression token(u"(?:sec|lt)_[A-Za-z0-9]{16,}|pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+"_s);
        for (const QString &kind : {u"sessions"_s, u"khaime-orders"_s}) {
            const QList<QJsonObject> documents = m_bench->documents(kind);
            for (const QJsonObject &document : documents.last(std::min<qsizetype>(documents.size(), 100))) {
                const QString text = QString::fromUtf8(QJsonDocument(document).toJson());
                for (auto found = token.globalMatch(text); found.hasNext();) {
                    const QString secret = found.next().captured();
                    tokens.add(kind + u' ' + secret.left(8), secret);
                }
            }
        }
        QVERIFY2(tokens.count() >= 40, qPrintable(QString::number(tokens.count())));
        QString requests;
        QTRY_VERIFY(desk()->requests().entries().size() > 200);
        for (const RequestLog::Entry &entry : desk()->requests().entries())
            requests += exchangeText(entry) + u'\n' + curlCommandAgain(requestText(entry)) + u'\n';
        QVERIFY(requests.contains(http::redactedMark()));
        const QByteArray log = m_log->lines().join(u'\n').toUtf8();
        QVERIFY(log.contains("POST"));
        QStringList hits = keys.hits(u"Activity › Requests"_s, requests.toUtf8()) + keys.hits(u"the log"_s, log) +
                           keys.hitsBelow(m_bench->bench.dataDirectory());
        hits += tokens.hits(u"Activity › Requests"_s, requests.toUtf8()) + tokens.hits(u"the log"_s, log);
        // README names ledger and journal as the places of tokens.
        for (const QString &hit : tokens.hitsBelow(m_bench->bench.dataDirectory())) {
            if (!hit.contains(u"in ledger.sqlite"_s) && !hit.contains(u"in journal.sqlite"_s))
                hits << hit;
        }
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
    }

private:
    static void addRows(const QStringList &providers)
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("at");
        for (size_t row = 0; row < faultCases().size(); ++row) {
            for (int at = 0; at < providers.size(); ++at)
                QTest::addRow("%s at %s", faultCases().at(row).name().constData(), qPrintable(providers.at(at)))
                    << int(row) << at;
        }
    }

    Desk *desk() const { return m_bench->bench.desk.get(); }
    ledger::Journal &journal() const { return desk()->journal(); }

    int named(const QString &kind, const QString &member, const QString &name) const
    {
        return int(std::ranges::count(m_bench->documents(kind), name,
                                      [&](const QJsonObject &one) { return one[member].toString(); }));
    }

    /// Returns a payment that was made just now, as the ledger has it; nothing when none was made.
    std::optional<checkout::Transaction> paid(const QString &account)
    {
        const checkout::SessionDraft draft = draftAt(m_bench->kindOf(account), ++m_number);
        const auto outcome = m_bench->create(account, draft, m_bench->quote(account, draft));
        Shop::pay(outcome.record.session.url, u"4242424242424242"_s);
        const auto provider = QCoro::waitFor(desk()->provider(account));
        const auto page = QCoro::waitFor((*provider)->transactions(0));
        if (!page || page->items.empty() || !page->items.front().refundable())
            return {};
        const checkout::Transaction &payment = page->items.front();
        const bool isNew = !desk()->ledger().transaction(account, payment.id).result().value().has_value();
        (void)desk()->ledger().mergeTransactions(account, {ledger::TransactionRecord(0, account, payment)}).result();
        return isNew ? std::optional(payment) : std::nullopt;
    }

    std::unique_ptr<tilldeck::test::LogLines> m_log;
    std::unique_ptr<FaultyBench> m_bench;
    int m_number = 0;
};

TILLDECK_TEST(EveryFaultTest)

} // namespace every_fault_test

#include "tst_every_fault.moc"
