// SPDX-License-Identifier: GPL-3.0-or-later
// What the preview says is what the customer is charged: random drafts are previewed, created and paid on the sandbox.
// TILLDECK_DRAFTS=100000 plays that many instead of 90, TILLDECK_DRAFTS_SEED=7 others.
#include "checkout/preview_remarks.h"
#include "checkout/pricing.h"
#include "checkout/validate.h"
#include "desk/paid_drafts.h"
#include "ledger/random_id.h"
#include "money/format.h"
#include "support/runner.h"

namespace preview_is_charged_test {

using namespace tilldeck;
using namespace tilldeck::desk::test;
using namespace Qt::StringLiterals;
using checkout::Certainty;
using money::Currency;
using money::Money;

namespace {

/// Returns what the provider quotes; nothing where it refuses.
http::Task<std::optional<checkout::Quote>> quoteOf(providers::Provider *provider, checkout::SessionDraft draft)
{
    std::optional<checkout::Quote> quote;
    const auto answer = co_await provider->quote(draft);
    if (answer)
        quote = *answer;
    co_return std::optional<checkout::Quote>(quote);
}

/// Compares what was charged with what the preview said of the tier that was charged.
void judge(Tally &tally, const checkout::Preview &preview, const checkout::Transaction &payment, const QString &what)
{
    const auto tier = size_t(payment.tier.value_or(0));
    const auto &figure = tier < preview.tiers.size() ? preview.tiers[tier].customerPays : std::nullopt;
    const QString charged = money::plainAmount(payment.amount) + u' ' + payment.amount.currency().code();
    if (!figure) {
        tally.wrong << u"%1: nothing was previewed, and %2 charged"_s.arg(what, charged);
        return;
    }
    const bool isSame = figure->amount == payment.amount;
    if (figure->certainty == Certainty::Estimate) {
        ++tally.asEstimate;
        tally.estimatesOff += isSame ? 0 : 1;
    } else if (isSame) {
        ++tally.asExact;
    } else {
        tally.wrong << u"%1: %2 previewed, %3 charged"_s.arg(what, money::plainAmount(figure->amount), charged);
    }
}

/// Creates and pays what was previewed; a refusal has to have been announced.
void play(Till &till, Tally &tally, const checkout::SessionDraft &draft, const checkout::Preview &preview,
          const std::vector<checkout::Problem> &problems, QLatin1StringView card, const QString &what)
{
    // A coupon or code that is in no catalog, or a total of nothing.
    const bool isAnnounced = !preview.remarks.isEmpty() || (!draft.couponId.isEmpty() && !preview.discountConfirmed);
    if (!problems.empty()) {
        ++tally.refused;
        return;
    }
    const auto write = till.provider().prepareCreation(checkout::priced(draft, preview.quote), ledger::randomId());
    const auto made = write ? QCoro::waitFor(write->send()) : std::unexpected(write.error());
    if (!made) {
        tally.refused += isAnnounced ? 1 : 0;
        if (!isAnnounced)
            tally.wrong << what + u": refused without a word before it: "_s + made.error().sentence;
        return;
    }
    // Some gateways take the card on the merchant's own page; their payment is listed with its amount all the same.
    const bool isHosted = !made->url.isEmpty();
    if (isHosted)
        till.pay(made->url, card);
    const checkout::Transaction payment = till.newestPayment();
    if (isHosted && payment.status != checkout::TransactionStatus::Succeeded) {
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
        Till till(u"paymentkit"_s, accounts::ProviderKind::PaymentKit);
        Dice dice(m_seed);
        const QStringList currencies{u"eur"_s, u"usd"_s, u"xof"_s, u"jpy"_s, u"kwd"_s, u"ngn"_s};
        QHash<QString, QStringList> prices;
        QStringList coupons{QString()};
        QStringList codes{QString()};
        fillShop(till.sandbox.folder(), dice, currencies, prices, coupons, codes);
        const auto catalog = QCoro::waitFor(till.provider().catalog());
        QVERIFY(catalog);
        Tally tally;
        for (int number = 0; number < m_count / 3; ++number) {
            const QStringList &own = prices[dice.among(currencies)];
            checkout::SessionDraft draft;
            draft.customer.id = u"cus_abc123"_s;
            draft.successUrl = u"https://kestrel.example/thanks"_s;
            draft.lineItems = items(dice, own);
            for (qint64 more = dice.from(0, 2); more > 0; --more)
                draft.cascade.emplace_back(items(dice, own), QString());
            if (dice.oneIn(2))
                draft.couponId = dice.among(coupons);
            else
                draft.promotionCode = dice.among(codes);
            const auto can = till.can({});
            checkout::Preview preview = checkout::priceLocally(draft, *catalog, till.bench.now());
            preview.remarks = checkout::previewRemarks(preview, can);
            const auto problems = checkout::validate(draft, can, *catalog, till.bench.now());
            const auto &pays = preview.tiers.front().customerPays;
            const bool isCheaper =
                pays && std::ranges::any_of(preview.tiers, [&pays](const checkout::Breakdown &tier) {
                    return tier.customerPays && tier.customerPays->amount.minorUnits() < pays->amount.minorUnits();
                });
            play(till, tally, draft, preview, problems, isCheaper && dice.oneIn(2) ? paysCheaperCard : paysCard,
                 u"draft %1"_s.arg(number));
        }
        report("sessions", tally);
        QVERIFY2(tally.wrong.isEmpty(), qPrintable(tally.wrong.mid(0, 10).join(u'\n')));
        QVERIFY(tally.asExact > m_count / 30);
        QVERIFY(tally.asEstimate > m_count / 100);
    }

    void chargesThatTheProviderQuotes()
    {
        std::unique_ptr<Till> shop;
        Dice dice(m_seed);
        const QStringList currencies{u"NGN"_s, u"GHS"_s, u"KES"_s, u"ZAR"_s, u"TZS"_s, u"XAF"_s, u"XOF"_s, u"USD"_s,
                                     u"EUR"_s, u"GBP"_s, u"CAD"_s, u"AUD"_s, u"RWF"_s, u"UGX"_s, u"JPY"_s};
        Tally tally;
        for (int number = 0; number < m_count / 3; ++number) {
            // It takes so many calls in a time that no clock shortens; another one has its own limit.
            if (number % 10 == 0)
                shop = std::make_unique<Till>(u"khaime"_s, accounts::ProviderKind::Khaime);
            Till &till = *shop;
            checkout::SessionDraft draft;
            draft.flow = u"khaime.charge"_s;
            draft.customer.email = u"ada@example.com"_s;
            draft.pricing = Money(dice.sized(90'000'000), currency(dice.among(currencies)));
            if (!dice.oneIn(4))
                draft.chargeCurrency = currency(dice.among(currencies));
            if (dice.oneIn(4))
                draft.subMerchantId = dice.among(QStringList{u"21"_s, u"22"_s});
            const auto can = till.can(draft.flow);
            const auto problems = checkout::validate(draft, can, {}, till.bench.now());
            checkout::Preview preview = checkout::priceLocally(draft, {}, till.bench.now());
            const auto quote = QCoro::waitFor(quoteOf(&till.provider(), draft));
            if (!quote) {
                ++tally.refused; // Without a quote nothing can be created.
                continue;
            }
            preview = checkout::withQuote(std::move(preview), *quote);
            preview.remarks = checkout::previewRemarks(preview, can);
            play(till, tally, draft, preview, problems, paysCard, u"charge %1"_s.arg(number));
        }
        report("charges", tally);
        QVERIFY2(tally.wrong.isEmpty(), qPrintable(tally.wrong.mid(0, 10).join(u'\n')));
        QVERIFY(tally.asExact > m_count / 30);
    }

    void sessionsWithItemsByName()
    {
        Till till(u"ikawaari"_s, accounts::ProviderKind::Ikawaari);
        Dice dice(m_seed);
        const QStringList currencies{u"XOF"_s, u"XOF"_s, u"EUR"_s, u"USD"_s, u"XAF"_s};
        Tally tally;
        for (int number = 0; number < m_count / 3; ++number) {
            const Currency own = currency(dice.among(currencies));
            checkout::SessionDraft draft;
            draft.mode = u"payment"_s;
            draft.successUrl = u"https://kestrel.example/thanks"_s;
            draft.returnUrl = u"https://kestrel.example/back"_s;
            for (qint64 left = dice.from(1, 4); left > 0; --left) {
                checkout::LineItem item;
                item.name = u"Item %1"_s.arg(left);
                item.quantity = dice.sized(1000);
                item.unitAmount = Money(dice.sized(100'000'000), own);
                draft.lineItems.push_back(item);
            }
            const auto can = till.can({});
            checkout::Preview preview = checkout::priceLocally(draft, {}, till.bench.now());
            preview.remarks = checkout::previewRemarks(preview, can);
            play(till, tally, draft, preview, checkout::validate(draft, can, {}, till.bench.now()), paysCard,
                 u"draft %1"_s.arg(number));
        }
        report("items by name", tally);
        QVERIFY2(tally.wrong.isEmpty(), qPrintable(tally.wrong.mid(0, 10).join(u'\n')));
        QVERIFY(tally.asExact > m_count / 30);
    }

private:
    void report(const char *what, const Tally &tally)
    {
        qInfo("%s: %d charged as previewed, %d estimates (%d of them off), %d refused, %d wrong", what, tally.asExact,
              tally.asEstimate, tally.estimatesOff, tally.refused, int(tally.wrong.size()));
    }

    int m_count = 0;
    quint64 m_seed = 0;
};

TILLDECK_TEST(PreviewIsChargedTest)

} // namespace preview_is_charged_test

#include "tst_preview_is_charged.moc"
