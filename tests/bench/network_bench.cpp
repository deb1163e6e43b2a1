// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of the program beside those of a program that does nothing else, against one server: prints as JSON what
// each turn took.
//   network_bench gets an address, a key, a number of gets
//   network_bench creates a folder, an address, a key, a number of creations
// A turn of gets is that many on six connections, in a second. A turn of creations is one by the program and one by
// hand, in milliseconds: the same bytes by QNetworkAccessManager after a row that is on the disk.
#include "desk/create_session.h"
#include "desk/creation_request.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QUuid>

#include <cstdio>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace tilldeck;

namespace {

void print(const QJsonObject &measured)
{
    std::printf("%s\n", QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
}

/// Keeps so many requests under way until @p left is 0.
http::Task<void> getAll(http::HttpClient &client, http::Request request, int &left)
{
    while (left > 0) {
        --left;
        http::Request next = request;
        const auto answer = co_await client.send(std::move(next));
        if (!answer || !answer->isSuccess())
            qFatal("A get was not answered.");
    }
}

int gets(const QStringList &arguments)
{
    http::HttpClient client;
    http::Request request;
    request.url = QUrl(arguments.at(2));
    request.bearer = http::Secret(arguments.at(3));
    const int count = arguments.at(4).toInt();
    QElapsedTimer timer;
    timer.start();
    int left = count;
    std::vector<http::Task<void>> lanes;
    constexpr int connections = 6;
    lanes.reserve(connections);
    for (int i = 0; i < connections; ++i)
        lanes.push_back(getAll(client, request, left));
    for (http::Task<void> &lane : lanes)
        QCoro::waitFor(lane);
    print({{u"gets a second"_s, 1e9 * count / static_cast<double>(timer.nsecsElapsed())}});
    return 0;
}

checkout::SessionDraft draft(int number)
{
    checkout::SessionDraft draft;
    checkout::LineItem item;
    item.priceId = u"price_premium"_s;
    draft.lineItems = {item};
    draft.customFields = {checkout::CustomField(u"order"_s, u"bench %1"_s.arg(number))};
    return draft;
}

/// A file in which one row after the other is on the disk before anything else is done.
class PlainJournal
{
public:
    explicit PlainJournal(const QString &path)
    {
        run(sqlite3_open(path.toUtf8().constData(), &m_file));
        run(sqlite3_exec(m_file, "PRAGMA synchronous=FULL; CREATE TABLE intent (body TEXT)", nullptr, nullptr,
                         nullptr));
        run(sqlite3_prepare_v2(m_file, "INSERT INTO intent VALUES (?)", -1, &m_insert, nullptr));
    }
    ~PlainJournal()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_file);
    }
    Q_DISABLE_COPY_MOVE(PlainJournal)

    void add(const QByteArray &body)
    {
        run(sqlite3_bind_text(m_insert, 1, body.constData(), static_cast<int>(body.size()), SQLITE_TRANSIENT));
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            qFatal("%s", sqlite3_errmsg(m_file));
        sqlite3_reset(m_insert);
    }

private:
    void run(int code) const
    {
        if (code != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_file));
    }

    sqlite3 *m_file = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

int creates(const QStringList &arguments)
{
    const QTemporaryDir folder(arguments.at(2) + u"/create-XXXXXX"_s);
    const int count = arguments.at(5).toInt();
    const auto desk = desk::Desk::open(folder.path());
    if (!desk)
        qFatal("%s", qPrintable(desk.error().sentence));
    accounts::Account account;
    account.name = u"Shop"_s;
    account.baseUrl = arguments.at(3);
    account.accountId = u"acc_demo"_s;
    account.mode = accounts::Mode::Sandbox;
    account = (*desk)->accounts().add(account).value();
    (*desk)->keys().keepForThisRun(account.id, http::Secret(arguments.at(4)));
    const QByteArray describedKey = QByteArray(providers::describedKey.data(), providers::describedKey.size());
    PlainJournal journal(folder.filePath(u"plain.sqlite"_s));
    QNetworkAccessManager network;
    QJsonArray turns;
    for (int i = 0; i < count; ++i) {
        const auto text = QCoro::waitFor(desk::creationRequest(desk->get(), account.id, draft(i), std::nullopt));
        if (!text)
            qFatal("%s", qPrintable(text.error().sentence));
        QElapsedTimer timer;
        timer.start();
        journal.add(text->body);
        QNetworkRequest request(QUrl(text->url));
        for (const auto &[name, value] : text->headers)
            request.setRawHeader(name, value == describedKey ? QUuid::createUuid().toByteArray() : value);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + arguments.at(4).toUtf8());
        QNetworkReply *reply = network.post(request, text->body);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() != QNetworkReply::NoError)
            qFatal("%s", qPrintable(reply->errorString()));
        reply->deleteLater();
        const double plain = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        const auto created = QCoro::waitFor(desk::createSession(desk->get(), account.id, draft(i), {}, std::nullopt,
                                                                std::nullopt, desk::Repeat::Another));
        if (created.end != desk::CreateOutcome::End::Confirmed)
            qFatal("%s", qPrintable(created.error ? created.error->sentence : QString()));
        turns.append(QJsonObject{{u"program"_s, static_cast<double>(timer.nsecsElapsed()) / 1e6}, {u"plain"_s, plain}});
    }
    print({{u"turns"_s, turns}});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"gets"_s && arguments.size() == 5)
        return gets(arguments);
    if (arguments.value(1) == u"creates"_s && arguments.size() == 6)
        return creates(arguments);
    std::fprintf(stderr, "What is measured?\n");
    return 2;
}
