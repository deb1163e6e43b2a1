// SPDX-License-Identifier: GPL-3.0-or-later
// A desk whose files a test loses, exchanges and damages, with one account at a provider that makes every session.
#pragma once

#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/refund_payment.h"
#include "http/scripted_server.h"
#include "ledger/random_id.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace tilldeck::desk::test {

inline const QString ledgerName = u"ledger.sqlite"_s;
inline const QString journalName = u"journal.sqlite"_s;

/// The list of payments: the one that StorageBench::addPayment() adds.
inline constexpr char listedPayment[] =
    R"({"items":[{"id":"txn_1","amount_atom":2900,"currency":"eur","status":"succeeded","payment_intent_id":"pi_1"}],)"
    R"("total":1})";

class StorageBench
{
public:
    StorageBench()
    {
        server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET") && request.left(request.indexOf('\r')).contains("transactions"))
                return void(socket.write(http::test::answer(200, listedPayment)));
            const QByteArray number = QByteArray::number(server.requests().size());
            socket.write(http::test::answer(200, R"({"id":"cs_)" + number + R"(","secure_token":"sec_)" + number +
                                                     R"(","status":"open"})"));
        };
        account = bench.connectTo(u"Scripted"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_test_1"_s);
    }

    /// Answers questions from now on, and nothing that may change something.
    void loseAnswers()
    {
        server.onRequest = [answer = server.onRequest](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                answer(socket, request);
            else
                socket.disconnectFromHost();
        };
    }

    /// Creates a session, also where the same was created before.
    CreateOutcome create()
    {
        return QCoro::waitFor(
            createSession(bench.desk.get(), account, draft(), {}, std::nullopt, std::nullopt, Repeat::Another));
    }

    static money::Money paid() { return {2900, *money::Currency::fromCode(u"EUR")}; }

    /// Lists a payment of 29.00 that can be refunded.
    void addPayment() const
    {
        checkout::Transaction payment(u"txn_1"_s, paid());
        payment.paymentId = u"pi_1"_s;
        payment.status = checkout::TransactionStatus::Succeeded;
        payment.createdAt = bench.now();
        const ledger::TransactionRecord record(0, account, payment);
        if (!bench.desk->ledger().mergeTransactions(account, {record}).result())
            qFatal("The payment was not listed.");
    }

    RefundOutcome refund()
    {
        return QCoro::waitFor(refundPayment(bench.desk.get(), account, u"txn_1"_s, paid(), QString()));
    }

    /// How many sessions fill() adds: enough for many pages of each file.
    static constexpr int many = 120;

    /// Adds payments, and sessions with the intents that made them.
    void fill()
    {
        addPayment();
        // Damage in the middle of the file then leaves its tables known.
        constexpr int payments = 600;
        std::vector<ledger::TransactionRecord> paidBefore;
        for (int i = 0; i < payments; ++i) {
            checkout::Transaction payment(u"txn_old_%1"_s.arg(i), paid());
            payment.status = checkout::TransactionStatus::Succeeded;
            payment.createdAt = bench.now().addSecs(-i);
            paidBefore.emplace_back(0, account, payment);
        }
        if (!bench.desk->ledger().mergeTransactions(account, std::move(paidBefore)).result())
            qFatal("The payments were not listed.");
        std::vector<ledger::SessionRecord> records;
        for (int i = 0; i < many; ++i) {
            const auto begun = bench.desk->journal()
                                   .begin(ledger::randomId(), account, {}, draft(), bench.now(), bench.now())
                                   .result();
            if (!begun)
                qFatal("%s", qPrintable(begun.error().sentence));
            ledger::SessionRecord record;
            record.intentId = begun->id;
            record.session.id = u"cs_old_%1"_s.arg(i);
            record.draft = draft();
            record.createdAt = bench.now().addSecs(-i);
            if (!bench.desk->journal()
                     .close(begun->id, ledger::Intent::State::Confirmed, record.session.id, {})
                     .result())
                qFatal("The journal was not filled.");
            records.push_back(std::move(record));
        }
        if (!bench.desk->ledger().merge(account, std::move(records)).result())
            qFatal("The ledger was not filled.");
    }

    checkout::Result<ledger::RecordPage<ledger::SessionRecord>> rows() const
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{account};
        filter.now = bench.now();
        return bench.desk->ledger().sessions(filter, {}, 1000).result();
    }

    /// Returns how many requests arrived that may change something.
    qsizetype sent() const
    {
        return std::ranges::count_if(server.requests(),
                                     [](const QByteArray &request) { return !request.startsWith("GET"); });
    }

    /// Returns how many requests arrived that make something whose address has @p part in it.
    qsizetype sentTo(const QByteArray &part) const
    {
        return std::ranges::count_if(server.requests(), [&part](const QByteArray &request) {
            return request.startsWith("POST") && request.left(request.indexOf('\r')).contains(part);
        });
    }

    /// Returns the ids of all sessions that the list shows, and how many creations it shows without an answer.
    std::pair<QSet<QString>, int> listed() const
    {
        std::pair<QSet<QString>, int> found;
        const auto page = rows();
        if (!page)
            return found;
        for (const ledger::SessionRecord &row : page->rows) {
            if (row.session.id.isEmpty())
                ++found.second;
            else
                found.first << row.session.id;
        }
        return found;
    }

    QString path(const QString &name) const { return bench.dataDirectory() + u'/' + name; }

    void remove(const QString &name) const
    {
        for (const QString &part : {name, name + u"-wal"_s, name + u"-shm"_s})
            QFile::remove(path(part));
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Puts @p bytes in the place of a file.
    void write(const QString &name, const QByteArray &bytes) const
    {
        remove(name);
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file was not written.");
    }

    /// Returns @p bytes with bits turned in the middle, in the heads of pages and beside them.
    static QByteArray withDamagedPages(QByteArray bytes)
    {
        constexpr qsizetype pageSize = 4096;
        const qsizetype pages = bytes.size() / pageSize;
        for (qsizetype page = pages / 2; page < pages / 2 + pages / 4; ++page) {
            for (qsizetype at = page * pageSize; at < page * pageSize + 64; ++at)
                bytes[at] = static_cast<char>(~bytes.at(at));
        }
        return bytes;
    }

    /// Puts the file with damaged pages in the place of a file.
    void damagePages(const QString &name) const { write(name, withDamagedPages(read(name))); }

    void run(const QString &name, const QStringList &statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"beside the desk"_s);
            database.setDatabaseName(path(name));
            if (!database.open())
                qFatal("cannot open beside");
            for (const QString &statement : statements) {
                if (!QSqlQuery(database).exec(statement))
                    qFatal("cannot run: %s", qPrintable(statement));
            }
        }
        QSqlDatabase::removeDatabase(u"beside the desk"_s);
    }

    http::test::ScriptedServer server;
    Bench bench;
    QString account;
};

} // namespace tilldeck::desk::test
