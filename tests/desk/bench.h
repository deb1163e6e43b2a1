// SPDX-License-Identifier: GPL-3.0-or-later
// A desk in a folder of its own, with one PaymentKit account, for tests of the use cases.
#pragma once

#include "desk/desk.h"
#include "sandbox/sandbox_thread.h"
#include "support/memory_folder.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

namespace tilldeck::desk::test {

using namespace Qt::StringLiterals;

/// A folder whose desk can be closed and opened again, as a restart does.
class Bench
{
public:
    Bench() { open(); }

    void open() { desk = openBeside(); }

    /// Opens a desk on the same folder, as another program does.
    std::unique_ptr<Desk> openBeside()
    {
        auto opened = Desk::open(m_folder.filePath(u"data"_s), [this] { return m_now; });
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        http::RetryPolicy retries;
        retries.firstPause = std::chrono::milliseconds(5);
        (*opened)->http().setRetries(std::move(retries));
        for (const accounts::Account &account : (*opened)->accounts().accounts())
            (*opened)->keys().keepForThisRun(account.id, http::Secret(m_keys.value(account.name)));
        return std::move(*opened);
    }

    void restart()
    {
        desk.reset();
        open();
    }

    /// Adds an account and answers its id.
    QString connectTo(const QString &name, const QString &baseUrl, const QString &accountId, const QString &key,
                      accounts::ProviderKind provider = accounts::ProviderKind::PaymentKit)
    {
        accounts::Account account;
        account.provider = provider;
        account.name = name;
        account.baseUrl = baseUrl;
        account.accountId = accountId;
        return connect(account, key);
    }

    QString connect(accounts::Account account, const QString &key)
    {
        account.mode = accounts::Mode::Sandbox;
        const auto added = desk->accounts().add(account);
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        m_keys.insert(account.name, key);
        desk->keys().keepForThisRun(added->id, http::Secret(key));
        return added->id;
    }

    ledger::RecordPage<ledger::SessionRecord> list(const QString &accountId)
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{accountId};
        filter.now = m_now;
        return desk->ledger().sessions(filter, {}, 1000).result().value();
    }

    QString dataDirectory() const { return m_folder.filePath(u"data"_s); }
    void setNow(const QDateTime &now) { m_now = now; }
    QDateTime now() const { return m_now; }

    std::unique_ptr<Desk> desk;

private:
    QTemporaryDir m_folder{tilldeck::test::inMemory()};
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    QHash<QString, QString> m_keys;
};

/// A running sandbox with the sample shop, and a customer's browser.
class Shop
{
public:
    explicit Shop(sandbox::Seed seed = sandbox::Seed::Demo)
        : m_thread(options(seed))
    {
        QSignalSpy ready(&m_thread, &sandbox::SandboxThread::ready);
        m_thread.start();
        if (!ready.wait(10000))
            qFatal("The sandbox did not start.");
    }

    const sandbox::Account &account() const { return m_thread.running()->accounts.front(); }
    const QList<sandbox::Account> &accounts() const { return m_thread.running()->accounts; }

    /// Pays as a customer on the hosted page; answers the address that the page leads to.
    static QUrl pay(const QString &checkoutUrl, const QString &cardNumber)
    {
        QNetworkAccessManager browser;
        QNetworkRequest request{QUrl(checkoutUrl)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        request.setRawHeader("Origin", QUrl(checkoutUrl).adjusted(QUrl::RemovePath).toString().toLatin1());
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        QUrlQuery form;
        form.addQueryItem(u"number"_s, cardNumber);
        form.addQueryItem(u"expiry"_s, u"12/39"_s);
        form.addQueryItem(u"cvc"_s, u"123"_s);
        QNetworkReply *reply = browser.post(request, form.toString(QUrl::FullyEncoded).toUtf8());
        QSignalSpy done(reply, &QNetworkReply::finished);
        if (!reply->isFinished() && !done.wait(10000))
            qFatal("The hosted page did not answer.");
        return reply->header(QNetworkRequest::LocationHeader).toUrl();
    }

private:
    sandbox::Options options(sandbox::Seed seed)
    {
        sandbox::Options options;
        options.dataDir = m_folder.path();
        options.seed = seed;
        return options;
    }

    QTemporaryDir m_folder{tilldeck::test::inMemory()};
    sandbox::SandboxThread m_thread;
};

inline checkout::SessionDraft draft()
{
    checkout::SessionDraft draft;
    draft.customer.id = u"cus_abc123"_s;
    draft.lineItems = {checkout::LineItem(u"price_premium"_s, 1)};
    draft.cascade = {checkout::CascadeTier({checkout::LineItem(u"price_standard"_s, 1)}, QString())};
    draft.successUrl = u"https://kestrel.example/thanks?session_id={CHECKOUT_SESSION_ID}"_s;
    return draft;
}

} // namespace tilldeck::desk::test
