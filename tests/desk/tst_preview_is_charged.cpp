// SPDX-License-Identifier: GPL-3.0-or-later
// What the preview says is what the customer is charged: random drafts are previewed, created and paid on the sandbox.
// TILLDECK_DRAFTS=100000 plays that many instead of 90, TILLDECK_DRAFTS_SEED=7 others: "tests/run drafts --long".
#include "checkout/tidy_draft.h"
#include "desk/create_session.h"
#include "desk/paid_drafts.h"
#include "desk/preview_once.h"
#include "desk/random_drafts.h"
#include "money/format.h"
#include "support/runner.h"

#include <QElapsedTimer>

namespace preview_is_charged_test {

using namespace tilldeck;
using namespace tilldeck::desk::test;
using namespace Qt::StringLiterals;
using accounts::ProviderKind;
using checkout::Certainty;
using desk::CreateOutcome;
using money::Money;

namespace {

inline constexpr auto paysCard = "4242424242424242"_L1;
inline constexpr auto paysCheaperCard = "4000000000009995"_L1;

QString written(const Money &amount)
{
    return money::plainAmount(amount) + u' ' + amount.currency().code();
}

/// Counts how the drafts ended, and says now and then how far it is.
class Tally
{
public:
    Tally(const char *what, int count)
        : m_what(what)
        , m_count(count)
    {
        m_since.start();
    }
    ~Tally() { say(); }
    Tally(const Tally &) = delete;
    Tally &operator=(const Tally &) = delete;

    int asExact = 0;    ///< Charged as previewed, to the minor unit.
    int asEstimate = 0; ///< Marked as an estimate, whatever was charged.
    int estimatesOff = 0;
    int refused = 0; ///< Refused before anything was created, as the preview had said.
    QStringList wrong;

    void beginNext()
    {
        if (++m_played % 1000 == 0)
            say();
    }
    bool isRight() const { return wrong.isEmpty() && m_played == m_count; }
    QByteArray whatIsWrong() const { return wrong.mid(0, 10).join(u'\n').toUtf8(); }
    int played() const { return m_played; }
    int count() const { return m_count; }

private:
    void say() const
    {
        qInfo("%s: %d of %d in %lld s: %d charged as previewed, %d estimates (%d of them off), %d refused, %d wrong",
              m_what, m_played, m_count, m_since.elapsed() / 1000, asExact, asEstimate, estimatesOff, refused,
              int(wrong.size()));
    }

    const char *m_what;
    int m_count;
    int m_played = 0;
    QElapsedTimer m_since;
};

/// Compares what was charged with what the preview said of the tier that was charged.
void judge(Tally &tally, const checkout::Preview &preview, const checkout::Transaction &payment, const QString &what)
{
    const auto tier = size_t(payment.tier.value_or(0));
    const auto &figure = tier < preview.tiers.size() ? preview.tiers[tier].customerPays : std::nullopt;
    if (!figure) {
        // Said in the place of the figure: the provider converts, or a price is not known here.
        if (preview.tiers[tier].unpricedNote)
            ++tally.asEstimate;
        else
            tally.wrong << u"%1: nothing was previewed, and %2 charged"_s.arg(what, written(payment.amount));
        return;
    }
    const bool isSame = figure->amount == payment.amount;
    if (figure->certainty == Certainty::Estimate) {
        ++tally.asEstimate;
        tally.estimatesOff += isSame ? 0 : 1;
    } else if (isSame) {
        ++tally.asExact;
    } else {
        tally.wrong << u"%1: %2 previewed, %3 charged"_s.arg(what, written(figure->amount), written(payment.amount));
    }
}

/// Returns whether @p preview says that the provider may refuse: a total of nothing, or a coupon or code that is in no
/// catalog.
bool isRefusalAnnounced(const checkout::SessionDraft &draft, const checkout::Preview &preview)
{
    const bool isForNothing = std::ranges::any_of(preview.tiers, [](const checkout::Breakdown &tier) {
        return tier.customerPays && tier.customerPays->amount.minorUnits() == 0;
    });
    const bool asksForLess = !draft.couponId.isEmpty() || !draft.promotionCode.isEmpty();
    return isForNothing || (asksForLess && !preview.discountConfirmed);
}

/// Returns whether a tier that is tried later costs less than the first.
bool hasCheaperTier(const checkout::Preview &preview)
{
    const auto &pays = preview.tiers.front().customerPays;
    return pays && std::ranges::any_of(preview.tiers, [&pays](const checkout::Breakdown &tier) {
               return tier.customerPays && tier.customerPays->amount.minorUnits() < pays->amount.minorUnits();
           });
}

/// Previews, creates and pays @p typed as the window does; a refusal has to have been announced.
void play(Till &till, Tally &tally, Dice &dice, const checkout::SessionDraft &typed, const checkout::Catalog &catalog)
{
    tally.beginNext();
    const QString what = u"draft %1"_s.arg(tally.played());
    const QPointer<desk::Desk> desk = till.bench.desk.get();
    const checkout::SessionDraft draft = checkout::tidied(typed, catalog);
    const checkout::Preview preview = QCoro::waitFor(desk::previewOnce(desk, till.accountId, draft, catalog));
    if (preview.quoteState == checkout::QuoteState::Failed) {
        ++tally.refused; // Without a quote nothing can be created.
        return;
    }
    const auto &pays = preview.tiers.front().customerPays;
    const auto previewed = pays ? std::optional(pays->amount) : std::nullopt;
    const CreateOutcome made = QCoro::waitFor(
        desk::createSession(desk, till.accountId, draft, catalog, previewed, preview.quote, desk::Repeat::Another));
    if (made.end == CreateOutcome::End::Rejected) {
        // Found here, beside its field, while the merchant looks at the preview.
        const bool isFoundHere = made.error->kind == checkout::ErrorKind::InvalidInput;
        if (isFoundHere || isRefusalAnnounced(draft, preview))
            ++tally.refused;
        else
            tally.wrong << what + u": refused without a word before it: "_s + made.error->sentence;
        return;
    }
    if (made.end != CreateOutcome::End::Confirmed) {
        tally.wrong << what + u": it was not created: "_s + (made.error ? made.error->sentence : QString());
        return;
    }
    // Some gateways take the card on the merchant's own page; their payment is listed with its amount all the same.
    const QString url = made.record.session.url;
    if (!url.isEmpty())
        till.pay(url, hasCheaperTier(preview) && dice.oneIn(2) ? paysCheaperCard : paysCard);
    const checkout::Transaction payment = till.newestPayment();
    if (!url.isEmpty() && payment.status != checkout::TransactionStatus::Succeeded) {
        tally.wrong << what + u": it was not paid: "_s + payment.rawStatus;
        return;
    }
    judge(tally, preview, payment, what);
}

} // namespace

class PreviewIsChargedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_count = qEnvironmentVariableIsSet("TILLDECK_DRAFTS") ? qEnvironmentVariableIntValue("TILLDECK_DRAFTS") : 90;
        m_seed = quint64(std::max(1, qEnvironmentVariableIntValue("TILLDECK_DRAFTS_SEED")));
    }

    void sessionsWithTiersAndDiscounts()
    {
        Dice dice(m_seed);
        Tally tally("sessions", (m_count + 2) / 3);
        std::unique_ptr<Till> till;
        PricedShop shop;
        checkout::Catalog catalog;
        while (tally.played() < tally.count()) {
            if (tally.played() % draftsOfAShop == 0) {
                till = std::make_unique<Till>(ProviderKind::PaymentKit);
                shop = fillShop(till->sandbox.folder(), dice);
                catalog = till->catalog();
            }
            play(*till, tally, dice, pricedDraft(dice, shop), catalog);
        }
        QVERIFY2(tally.isRight(), tally.whatIsWrong().constData());
        QVERIFY(tally.asExact > m_count / 30);
        QVERIFY(tally.asEstimate > m_count / 100);
    }

    void paymentsThatTheProviderQuotes()
    {
        Dice dice(m_seed);
        Tally tally("quoted payments", (m_count + 2) / 3);
        std::unique_ptr<Till> till;
        QuotedShop shop;
        checkout::Catalog catalog;
        while (tally.played() < tally.count()) {
            // It takes so many calls in a time that no clock shortens; another one has its own limit.
            if (tally.played() % 10 == 0) {
                till = std::make_unique<Till>(ProviderKind::Khaime);
                shop = fillQuotedShop(till->sandbox.folder(), dice, dice.oneIn(2));
                catalog = till->catalog();
            }
            play(*till, tally, dice, quotedDraft(dice, shop), catalog);
        }
        QVERIFY2(tally.isRight(), tally.whatIsWrong().constData());
        QVERIFY(tally.asExact > m_count / 30);
        QVERIFY(tally.asEstimate > m_count / 100);
    }

    void sessionsWithItemsByName()
    {
        Dice dice(m_seed);
        Tally tally("items by name", (m_count + 2) / 3);
        std::unique_ptr<Till> till;
        while (tally.played() < tally.count()) {
            if (tally.played() % draftsOfAShop == 0)
                till = std::make_unique<Till>(ProviderKind::Ikawaari, dice.oneIn(2) ? u"ikawaari.amount"_s : QString());
            play(*till, tally, dice, namedDraft(dice), {});
        }
        QVERIFY2(tally.isRight(), tally.whatIsWrong().constData());
        QVERIFY(tally.asExact > m_count / 30);
    }

private:
    /// So that no shop has many thousands of sessions.
    static constexpr int draftsOfAShop = 200;

    int m_count = 0;
    quint64 m_seed = 0;
};

TILLDECK_TEST(PreviewIsChargedTest)

} // namespace preview_is_charged_test

#include "tst_preview_is_charged.moc"
