// SPDX-License-Identifier: GPL-3.0-or-later
// A shop on the sandbox whose sessions are paid, for the test that a preview is what is charged.
#pragma once

#include "desk/bench.h"

namespace tilldeck::desk::test {

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

/// The account of one desk at one sandbox.
class Till
{
public:
    explicit Till(accounts::ProviderKind kind, const QString &dialect = {})
    {
        accounts::Account account;
        account.provider = kind;
        account.name = accounts::providerId(kind);
        const sandbox::Account &there = sandbox.account(account.name);
        account.baseUrl = there.baseUrl;
        account.accountId = there.accountId;
        account.merchantId = there.merchantId;
        account.dialect = dialect;
        accountId = bench.connect(account, there.key);
        const auto found = QCoro::waitFor(bench.desk->provider(accountId));
        if (!found)
            qFatal("%s", qPrintable(found.error().sentence));
        m_provider = *found;
    }

    checkout::Capabilities can(const QString &flow) { return bench.desk->capabilities(accountId, flow); }

    /// Returns the catalog as the merchant sees it: after the sandbox's shop was filled.
    checkout::Catalog catalog()
    {
        const auto read = QCoro::waitFor(m_provider->catalog());
        if (!read)
            qFatal("%s", qPrintable(read.error().sentence));
        return *read;
    }

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
    QString accountId;

private:
    QNetworkAccessManager m_browser;
    ProviderHandle m_provider;
};

} // namespace tilldeck::desk::test
