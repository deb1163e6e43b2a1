// SPDX-License-Identifier: GPL-3.0-or-later
// A desk in a folder of its own with one account, at a time that the test sets, and a ledger filled with samples.
#pragma once

#include "desk/catalog_cache.h"
#include "desk/refresh.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tilldeck::test {

struct DeskFixture
{
    DeskFixture()
    {
        auto opened = desk::Desk::open(dir.path(), [this] { return now; });
        if (!opened)
            qFatal("no desk: %s", qPrintable(opened.error().sentence));
        desk = std::move(*opened);
        accounts::Account account;
        account.name = QStringLiteral("Kestrel Studio");
        account.baseUrl = QStringLiteral("https://api.paymentkit.example");
        account.accountId = QStringLiteral("acc_kestrel");
        account.checkoutUrlTemplate = QStringLiteral("https://checkout.paymentkit.example/{token}");
        account.mode = accounts::Mode::Live;
        this->account = desk->accounts().add(account).value();
        catalogs = std::make_unique<desk::CatalogCache>(*desk);
        refresher = std::make_unique<desk::Refresher>(*desk, *catalogs);
    }

    static money::Money eur(qint64 minor) { return {minor, *money::Currency::fromCode(u"EUR")}; }

    /// The Nth session: a minute older than the one before, open for a day.
    ledger::SessionRecord session(int n, const QString &customer = QStringLiteral("Mara Lindqvist")) const
    {
        ledger::SessionRecord record;
        record.accountId = account.id;
        record.session.id = QStringLiteral("cs_%1").arg(n, 6, 10, QLatin1Char('0'));
        record.session.secureToken = QStringLiteral("tok9vR2mQx8u7Ck%1").arg(n, 4, 10, QLatin1Char('0'));
        record.session.rawStatus = QStringLiteral("open");
        record.session.amount = eur(24800 + n);
        record.session.createdAt = now.addSecs(-60 * n);
        record.session.expiresAt = record.session.createdAt.addDays(1);
        record.customerLabel = customer;
        record.itemsLabel = QStringLiteral("Annual membership + 1");
        record.amount = record.session.amount;
        record.createdAt = record.session.createdAt;
        record.checkedAt = now;
        return record;
    }

    static void setStatus(ledger::SessionRecord &record, checkout::SessionStatus status, const QString &word)
    {
        record.session.status = status;
        record.session.rawStatus = word;
    }

    /// Both return when everybody has been told.
    ledger::SessionRecord put(const ledger::SessionRecord &record)
    {
        QSignalSpy told(&desk->ledger(), &ledger::Ledger::sessionsChanged);
        const auto stored = desk->ledger().put(record).result();
        if (told.isEmpty())
            told.wait();
        return stored.value();
    }
    void putMany(const std::vector<ledger::SessionRecord> &records)
    {
        QSignalSpy told(&desk->ledger(), &ledger::Ledger::sessionsChanged);
        QVERIFY(desk->ledger().merge(account.id, records).result().has_value());
        QVERIFY(!told.isEmpty() || told.wait());
    }

    ledger::SessionFilter everything() const
    {
        ledger::SessionFilter filter;
        filter.accountIds = {account.id};
        return filter;
    }

    QTemporaryDir dir;
    QDateTime now{QDate(2026, 4, 14), QTime(13, 31), Qt::UTC};
    std::unique_ptr<desk::Desk> desk;
    accounts::Account account;
    std::unique_ptr<desk::CatalogCache> catalogs;
    std::unique_ptr<desk::Refresher> refresher;
};

} // namespace tilldeck::test
