// SPDX-License-Identifier: GPL-3.0-or-later
// Random drafts that are paid on a sandbox, for the test that a preview is what is charged.
#pragma once

#include "checkout/session_draft.h"
#include "desk/bench.h"
#include "sandbox/store.h"

#include <limits>
#include <random>

namespace tilldeck::desk::test {

inline constexpr auto paysCard = "4242424242424242"_L1;
inline constexpr auto paysCheaperCard = "4000000000009995"_L1;
inline constexpr qint64 largestQuantity = std::numeric_limits<qint32>::max();

inline money::Currency currency(const QString &code)
{
    return *money::Currency::fromCode(code);
}

/// Chooses by a seed, so that a run can be played again.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_random(seed)
    {
    }

    qint64 from(qint64 least, qint64 most) { return std::uniform_int_distribution<qint64>(least, most)(m_random); }
    bool oneIn(qint64 count) { return from(1, count) == 1; }
    template <class List> auto among(const List &list)
    {
        return list.at(typename List::size_type(from(0, qint64(list.size()) - 1)));
    }
    /// Mostly a small number, sometimes one of any size up to @p most.
    qint64 sized(qint64 most)
    {
        return oneIn(8) ? from(1, most) : from(1, std::min<qint64>(most, oneIn(2) ? 20 : 50'000));
    }

private:
    std::mt19937_64 m_random;
};

/// Holds how the drafts ended.
struct Tally
{
    int asExact = 0;    ///< Charged as previewed, to the minor unit.
    int asEstimate = 0; ///< Marked as an estimate, whatever was charged.
    int estimatesOff = 0;
    int refused = 0; ///< Refused before anything was created, and the preview had a problem or a remark.
    QStringList wrong;
};

/// A sandbox whose clock goes on with every call, so that no limit on calls in a time is met.
class QuickSandbox
{
public:
    QuickSandbox()
        : m_thread(options())
    {
        QSignalSpy ready(&m_thread, &sandbox::SandboxThread::ready);
        m_thread.start();
        if (!ready.wait(10000))
            qFatal("The sandbox did not start.");
    }

    const sandbox::Account &account(const QString &provider) const
    {
        for (const sandbox::Account &account : m_thread.running()->accounts) {
            if (account.provider == provider)
                return account;
        }
        qFatal("The sandbox has no such provider.");
    }

    QString folder() const { return m_folder.path(); }

private:
    sandbox::Options options()
    {
        sandbox::Options options;
        options.dataDir = m_folder.path();
        auto moment = std::make_shared<QDateTime>(QDateTime::currentDateTimeUtc());
        options.clock = [moment] { return *moment = moment->addMSecs(700); };
        return options;
    }

    QTemporaryDir m_folder{tilldeck::test::inMemory()};
    sandbox::SandboxThread m_thread;
};

/// The accounts of one desk at one sandbox.
class Till
{
public:
    explicit Till(const QString &provider, accounts::ProviderKind kind)
    {
        const sandbox::Account &account = sandbox.account(provider);
        const QString id = bench.connectTo(provider, account.baseUrl, account.accountId, account.key, kind);
        const auto found = QCoro::waitFor(bench.desk->provider(id));
        if (!found)
            qFatal("%s", qPrintable(found.error().sentence));
        m_provider = *found;
        m_accountId = id;
    }

    checkout::Capabilities can(const QString &flow) { return bench.desk->capabilities(m_accountId, flow); }
    providers::Provider &provider() { return *m_provider.operator->(); }

    void pay(const QString &url, QLatin1StringView card)
    {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setRawHeader("Origin", QUrl(url).adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString().toLatin1());
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QUrlQuery form;
        form.addQueryItem(u"number"_s, card);
        form.addQueryItem(u"expiry"_s, u"12/39"_s);
        form.addQueryItem(u"cvc"_s, u"123"_s);
        const std::unique_ptr<QNetworkReply> reply(m_browser.post(request, form.toString(QUrl::FullyEncoded).toUtf8()));
        QSignalSpy done(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !done.wait(10000))
            qFatal("The hosted page did not answer.");
    }

    /// Returns the newest payment that the provider lists.
    checkout::Transaction newestPayment()
    {
        const auto page = QCoro::waitFor(m_provider->transactions(0));
        if (!page || page->items.empty())
            qFatal("The provider lists no payment.");
        return page->items.front();
    }

    QuickSandbox sandbox;
    Bench bench;

private:
    QNetworkAccessManager m_browser;
    ProviderHandle m_provider;
    QString m_accountId;
};

inline std::vector<checkout::LineItem> items(Dice &dice, const QStringList &prices)
{
    std::vector<checkout::LineItem> items;
    for (qint64 left = dice.from(1, 4); left > 0; --left)
        items.emplace_back(dice.among(prices), dice.sized(dice.oneIn(50) ? largestQuantity : 1000));
    return items;
}

/// Adds prices of many sizes, and discounts of every kind, to the catalog of the sandbox.
inline void fillShop(const QString &folder, Dice &dice, const QStringList &currencies,
                     QHash<QString, QStringList> &prices, QStringList &coupons, QStringList &codes)
{
    sandbox::Store store(folder);
    if (const QString why = store.open(); !why.isEmpty())
        qFatal("%s", qPrintable(why));
    const auto put = [&store](const QString &kind, const QString &id, const QJsonObject &document) {
        if (!store.put(kind, id, document))
            qFatal("The catalog could not be written.");
    };
    for (const QString &code : currencies) {
        for (int number = 0; number < 12; ++number) {
            const QString id = u"price_%1_%2"_s.arg(code).arg(number);
            put(u"prices"_s, id,
                {{u"id"_s, id},
                 {u"product_id"_s, u"prod_prints"_s},
                 {u"name"_s, id},
                 {u"type"_s, u"one_time"_s},
                 {u"unit_amount_atom"_s, dice.sized(10'000'000)},
                 {u"currency"_s, code},
                 {u"is_active"_s, true},
                 {u"billing_period"_s, QJsonValue()},
                 {u"created_at"_s, u"2026-01-01T00:00:00Z"_s}});
            prices[code] << id;
        }
        const QString off = u"coupon_off_"_s + code;
        put(u"coupons"_s, off,
            {{u"id"_s, off},
             {u"name"_s, off},
             {u"discount_type"_s, u"fixed_amount"_s},
             {u"amount_off_atom"_s, dice.from(1, 40'000)},
             {u"currency"_s, code},
             {u"duration"_s, u"once"_s},
             {u"max_redemptions"_s, QJsonValue()},
             {u"times_redeemed"_s, 0},
             {u"is_active"_s, true}});
        coupons << off;
    }
    for (const double percent : {0.01, 1.0, 15.0, 33.33, 50.0, 66.67, 99.99, 100.0}) {
        const QString id = u"coupon_percent_%1"_s.arg(percent);
        put(u"coupons"_s, id,
            {{u"id"_s, id},
             {u"name"_s, id},
             {u"discount_type"_s, u"percentage"_s},
             {u"percent_off"_s, percent},
             {u"duration"_s, u"once"_s},
             {u"max_redemptions"_s, QJsonValue()},
             {u"times_redeemed"_s, 0},
             {u"is_active"_s, true}});
        coupons << id;
    }
    for (const QString &coupon : coupons) {
        if (coupon.isEmpty())
            continue;
        const QString code = coupon.toUpper().remove(u'.');
        put(u"promotion-codes"_s, code,
            {{u"id"_s, u"promo_"_s + coupon},
             {u"code"_s, code},
             {u"coupon_id"_s, coupon},
             {u"max_redemptions"_s, QJsonValue()},
             {u"times_redeemed"_s, 0},
             {u"is_active"_s, true}});
        codes << code;
    }
    coupons << u"coupon_of_no_catalog"_s;
}

} // namespace tilldeck::desk::test
