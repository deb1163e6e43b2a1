// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/charge_server.h"
#include "desk/preview_feed.h"
#include "desk/quote_problem.h"
#include "support/runner.h"

#include <QSignalSpy>

namespace quotes_test {

using namespace tilldeck;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using checkout::Field;
using checkout::QuoteState;
using namespace Qt::StringLiterals;

namespace {

/// What the editor's screen would show.
class Screen
{
public:
    Screen()
        : account(server.connectTo(bench))
        , catalogs(*bench.desk)
        , feed(*bench.desk, catalogs)
    {
        // Its catalog first: hearing of it later would only repeat what is shown.
        QSignalSpy loaded(&catalogs, &CatalogCache::changed);
        QSignalSpy failed(&catalogs, &CatalogCache::failed);
        catalogs.refresh(account);
        if (!QTest::qWaitFor([&] { return !loaded.isEmpty() || !failed.isEmpty(); }, 10000))
            qFatal("The catalog was not answered.");
        QObject::connect(&feed, &PreviewFeed::ready, &feed, [this](const auto &newPreview, const auto &newProblems) {
            preview = newPreview;
            problems = newProblems;
            ++told;
            if (preview.quote)
                shown.insert(preview.quote->customerPays.minorUnits());
        });
    }

    bool shows(QuoteState state) const { return preview.quoteState == state; }
    QString quoteProblem() const
    {
        for (const checkout::Problem &problem : problems) {
            if (problem.field == Field::Quote)
                return problem.sentence;
        }
        return {};
    }

    ChargeServer server;
    Bench bench;
    QString account;
    CatalogCache catalogs;
    PreviewFeed feed;
    checkout::Preview preview;
    std::vector<checkout::Problem> problems;
    int told = 0;
    QSet<qint64> shown; ///< What customers would have paid by the quotes that were ever shown.
};

} // namespace

class QuotesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKnownHereComesFirstAndTheProvidersFiguresFollow()
    {
        Screen screen;
        screen.feed.setDraft(screen.account, charge());
        screen.feed.flush();
        QCOMPARE(screen.told, 1);
        QVERIFY(screen.shows(QuoteState::Requested));
        QVERIFY(!screen.preview.tiers.front().customerPays);
        QVERIFY(!screen.quoteProblem().isEmpty());

        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QVERIFY(screen.problems.empty());
        const checkout::Quote &quote = *screen.preview.quote;
        QCOMPARE(quote.customerPays, in(u"NGN"_s, 1'440'000));
        QCOMPARE(quote.madeAt, screen.bench.now());
        QCOMPARE(quote.validUntil, screen.bench.now().addSecs(300));
        QCOMPARE(screen.preview.tiers.front().customerPays->amount, in(u"NGN"_s, 1'440'000));
        QCOMPARE(screen.preview.tiers.front().customerPays->certainty, checkout::Certainty::Quote);
        QVERIFY(screen.server.charges().empty());
    }

    void aDraftThatLacksWhatAQuoteNeedsIsNotAskedAbout()
    {
        Screen screen;
        checkout::SessionDraft draft = charge();
        draft.customer.email.clear();
        draft.successUrl = u"not an address"_s;
        screen.feed.setDraft(screen.account, draft);
        screen.feed.flush();
        QVERIFY(screen.shows(QuoteState::NotYet));
        QVERIFY(!screen.quoteProblem().isEmpty());

        // An address has no bearing on the figures.
        draft.customer.email = u"ada@example.com"_s;
        screen.feed.setDraft(screen.account, draft);
        screen.feed.flush();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.problems.size(), 1U);
        QCOMPARE(screen.problems.front().field, Field::SuccessUrl);
        QCOMPARE(screen.server.previews().size(), 1);
    }

    void anAnswerToAnOlderDraftIsNeverShown()
    {
        Screen screen;
        screen.server.holdQuotes = true;
        screen.feed.setDraft(screen.account, charge(9000));
        screen.feed.flush();
        QTRY_COMPARE(screen.server.previews().size(), 1);
        screen.server.holdQuotes = false;

        // Typing drops the question at once, before the debounce is over, also when nothing new can be asked yet.
        checkout::SessionDraft incomplete = charge();
        incomplete.pricing.reset();
        screen.feed.setDraft(screen.account, incomplete);
        screen.server.releaseQuotes();
        screen.feed.flush();
        QVERIFY(screen.shows(QuoteState::NotYet));
        screen.feed.setDraft(screen.account, charge(100));
        screen.feed.flush();
        QVERIFY(!screen.preview.quote);
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        screen.feed.refreshQuote();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.shown, QSet<qint64>{16'000});
    }

    void textsAreTypedWithoutANewQuestion()
    {
        Screen screen;
        screen.feed.setDraft(screen.account, charge());
        screen.feed.flush();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        checkout::SessionDraft described = charge();
        described.description = u"Course"_s;
        screen.feed.setDraft(screen.account, described);
        screen.feed.flush();
        QVERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.server.previews().size(), 1);
    }

    void anOutdatedQuoteIsSaidAtItsEndAndRenewedOnlyWhenAsked()
    {
        Screen screen;
        screen.feed.setDraft(screen.account, charge());
        screen.feed.flush();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        const QDateTime end = screen.preview.quote->validUntil;
        screen.bench.setNow(end.addMSecs(-20));
        screen.feed.flush();
        QCOMPARE(screen.quoteProblem(), QString());
        screen.bench.setNow(end);
        QTRY_VERIFY(screen.quoteProblem().contains(u"outdated"_s));
        QVERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.server.previews().size(), 1);

        screen.feed.refreshQuote();
        QVERIFY(screen.shows(QuoteState::Requested));
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.quoteProblem(), QString());
        QCOMPARE(screen.preview.quote->validUntil, end.addSecs(300));
        QCOMPARE(screen.server.previews().size(), 2);
    }

    void aClockThatJumpsIsBelievedAtOnce_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("the computer slept") << 8 * 3600;
        QTest::newRow("the clock was set back") << -8 * 3600;
    }
    void aClockThatJumpsIsBelievedAtOnce()
    {
        QFETCH(int, seconds);
        Screen screen;
        screen.feed.setDraft(screen.account, charge());
        screen.feed.flush();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QCOMPARE(screen.quoteProblem(), QString());
        QSignalSpy ready(&screen.feed, &PreviewFeed::ready);
        screen.bench.setNow(screen.bench.now().addSecs(seconds));
        QVERIFY(ready.wait(3000));
        QVERIFY(screen.quoteProblem().contains(u"outdated"_s));
        QCOMPARE(screen.server.previews().size(), 1);
    }

    void aRefusedQuoteSaysWhyAndBlocks()
    {
        Screen screen;
        screen.server.quoteAnswer =
            http::test::answer(400, R"({"success":false,"error":"Unable to convert from USD to NGN","details":{}})");
        screen.feed.setDraft(screen.account, charge());
        screen.feed.flush();
        QTRY_VERIFY(screen.shows(QuoteState::Failed));
        QVERIFY(screen.preview.quoteError.has_value());
        QVERIFY(!screen.quoteProblem().isEmpty());
        QVERIFY(!screen.preview.quote);
        screen.server.quoteAnswer.clear();
        screen.feed.refreshQuote();
        QTRY_VERIFY(screen.shows(QuoteState::Available));
        QVERIFY(!screen.preview.quoteError);
    }

    void aProviderWithoutQuotesIsPricedHereAlone()
    {
        Screen screen;
        const QString id = screen.bench.connectTo(u"Other"_s, u"http://127.0.0.1:9"_s, u"acc_1"_s, u"sk_test_1"_s);
        screen.feed.setDraft(id, draft());
        screen.feed.flush();
        QVERIFY(screen.shows(QuoteState::None));
        QVERIFY(screen.problems.empty());
        const auto answer = quoteNow(*screen.bench.desk, id, draft());
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, checkout::ErrorKind::Unsupported);
    }
};

TILLDECK_TEST(QuotesTest)

} // namespace quotes_test

#include "tst_quotes.moc"
