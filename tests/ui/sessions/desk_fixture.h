// SPDX-License-Identifier: GPL-3.0-or-later
// A desk in a folder of its own with one account, at a time that the test sets, and a ledger filled with samples.
#pragma once

#include "desk/catalog_cache.h"
#include "desk/refresher.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

struct DeskFixture
{
    DeskFixture()
    {
        auto opened = desk::Desk::open(dir.path(), [this] { return now; });
        if (!opened)
            qFatal("no desk: %s", qPrintable(opened.error().sentence));
        desk = std::move(*opened);
        accounts::Account account;
        account.name = u"Kestrel Studio"_s;
        account.baseUrl = u"https://api.paymentkit.example"_s;
        account.accountId = u"acc_kestrel"_s;
        account.checkoutUrlTemplate = u"https://checkout.paymentkit.example/{token}"_s;
        account.mode = accounts::Mode::Live;
        this->account = desk->accounts().add(account).value();
        catalogs = std::make_unique<desk::CatalogCache>(*desk);
        refresher = std::make_unique<desk::Refresher>(*desk, *catalogs);
    }

    /// Connects the account anew, at @p baseUrl.
    void connectAt(const QString &baseUrl, accounts::Mode mode = accounts::Mode::Sandbox)
    {
        if (!desk->accounts().remove(account.id))
            qFatal("The account is gone.");
        account.baseUrl = baseUrl;
        account.mode = mode;
        account = desk->accounts().add(account).value();
    }

    static money::Money money(qint64 minor, QStringView currency)
    {
        return {minor, *money::Currency::fromCode(currency)};
    }
    static money::Money eur(qint64 minor) { return money(minor, u"EUR"); }

    /// An account at a provider of charges.
    QString addMarketplace() const
    {
        accounts::Account account;
        account.name = u"Acme Marketplace"_s;
        account.provider = accounts::ProviderKind::Khaime;
        account.baseUrl = u"https://api.khaime.example"_s;
        account.mode = accounts::Mode::Live;
        return desk->accounts().add(account).value().id;
    }

    /// The documented preview of a charge, whose rate does not fit its amounts, with a split.
    checkout::Quote quote() const
    {
        checkout::Quote quote(money(1440000, u"NGN"));
        quote.base = money(1440000, u"NGN");
        quote.fee = money(92160, u"NGN");
        quote.customerPaysFee = false;
        quote.businessReceives = money(9000, u"USD");
        quote.conversion.emplace(money(9000, u"USD"), money(1440000, u"NGN"));
        quote.conversion->rate = u"1600"_s;
        quote.gateway = u"paystack"_s;
        quote.split = split(checkout::Split::CommissionSource::Marketplace);
        quote.madeAt = now.addSecs(-70);
        return quote;
    }
    static checkout::Split split(checkout::Split::CommissionSource source)
    {
        checkout::Split split(money(9000, u"USD"));
        split.subMerchantId = u"77"_s;
        split.commissionBasisPoints = 500;
        split.commissionSource = source;
        split.commission = money(450, u"USD");
        split.net = money(8550, u"USD");
        return split;
    }

    /// A charge whose payment the merchant's own page takes with the gateway's secrets.
    ledger::SessionRecord charge(const QString &accountId) const
    {
        ledger::SessionRecord record = session(1, u"Jane Doe"_s);
        record.accountId = accountId;
        record.session.id = u"charge_a1b2c3d4"_s;
        record.session.flow = u"khaime.charge"_s;
        record.session.secureToken.clear();
        record.session.amount = money(5320, u"USD");
        record.session.transactionId = u"456"_s;
        record.session.fees.emplace(money(5000, u"USD"));
        record.session.fees->fee = money(320, u"USD");
        record.session.fees->total = money(5320, u"USD");
        record.session.fees->customerPays = true;
        record.session.handover.gateway = u"stripe"_s;
        record.session.handover.clientSecret = u"pi_3AbcDefGhi_secret_XyzWv9Qr"_s;
        record.session.handover.publishableKey = u"pk_test_51AbcDefGhiJkl7Tuv"_s;
        record.session.handover.gatewayAccountId = u"acct_1ABCdef"_s;
        record.itemsLabel = u"Design consultation"_s;
        record.amount = record.session.amount;
        return record;
    }
    /// The same on the gateway's own page, quoted in two currencies.
    ledger::SessionRecord quotedCharge(const QString &accountId) const
    {
        ledger::SessionRecord record = charge(accountId);
        record.session.id = u"charge_e5f6a7b8"_s;
        record.session.amount = money(1440000, u"NGN");
        record.session.handover = {};
        record.session.handover.gateway = u"paystack"_s;
        record.session.url = u"https://checkout.khaime.example/pay/7Hq2mVx0bTnWk4Zp"_s;
        record.session.fees.reset();
        record.amount = record.session.amount;
        record.quote = quote();
        return record;
    }

    /// The Nth session: a minute older than the one before, open for a day.
    ledger::SessionRecord session(int n, const QString &customer = u"Mara Lindqvist"_s) const
    {
        ledger::SessionRecord record;
        record.accountId = account.id;
        record.session.id = u"cs_%1"_s.arg(n, 6, 10, QChar(u'0'));
        record.session.secureToken = u"tok9vR2mQx8u7Ck%1"_s.arg(n, 4, 10, QChar(u'0'));
        record.session.rawStatus = u"open"_s;
        record.session.amount = eur(24800 + n);
        record.session.createdAt = now.addSecs(-60 * n);
        record.session.expiresAt = record.session.createdAt.addDays(1);
        record.customerLabel = customer;
        record.itemsLabel = u"Annual membership + 1"_s;
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

    /// Takes a table of the ledger away, so that nothing of it can be read any more.
    void breakLedger(const QString &table) const
    {
        {
            QSqlDatabase file = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"breaker"_s);
            file.setDatabaseName(dir.filePath(u"ledger.sqlite"_s));
            QVERIFY(file.open());
            QSqlQuery query(file);
            QVERIFY(query.exec(u"ALTER TABLE %1 RENAME TO gone"_s.arg(table)));
        }
        QSqlDatabase::removeDatabase(u"breaker"_s);
    }

    ledger::SessionFilter everything() const
    {
        ledger::SessionFilter filter;
        filter.accountIds = {account.id};
        return filter;
    }

    QTemporaryDir dir;
    QTemporaryDir out; ///< For exports, which Tilldeck writes nowhere into its own folder.
    QDateTime now{QDate(2026, 4, 14), QTime(13, 31), Qt::UTC};
    std::unique_ptr<desk::Desk> desk;
    accounts::Account account;
    std::unique_ptr<desk::CatalogCache> catalogs;
    std::unique_ptr<desk::Refresher> refresher;
};

} // namespace tilldeck::test
