// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/webhooks.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

namespace webhooks_test {

using namespace tilldeck::sandbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

/// A merchant's server: answers each call with the next of its statuses (the last one again and again); 0: never;
/// -1: hangs up.
class Receiver : public QTcpServer
{
public:
    explicit Receiver(QList<int> statuses)
        : m_statuses(std::move(statuses))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    QString url() const { return u"http://127.0.0.1:%1/hooks"_s.arg(serverPort()); }
    const QByteArrayList &requests() const { return m_requests; }
    QByteArray header(int request, const QByteArray &name) const
    {
        const QByteArrayList lines = m_requests.at(request).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith(name.toLower() + ": "))
                return line.mid(name.size() + 2).trimmed();
        }
        return {};
    }
    QByteArray body(int request) const
    {
        return m_requests.at(request).mid(m_requests.at(request).indexOf("\r\n\r\n") + 4);
    }

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &text = m_pending[&socket];
        text += socket.readAll();
        const qsizetype head = text.indexOf("\r\n\r\n");
        const qsizetype at = text.toLower().indexOf("content-length:") + 15;
        if (head < 0 || text.size() < head + 4 + text.mid(at, text.indexOf('\r', at) - at).trimmed().toLongLong())
            return;
        m_requests << std::exchange(text, {});
        const int status = m_statuses.size() > 1 ? m_statuses.takeFirst() : m_statuses.first();
        if (status < 0)
            socket.abort();
        if (status > 0)
            socket.write("HTTP/1.1 " + QByteArray::number(status) +
                         " Said\r\nLocation: /elsewhere\r\nContent-Length: 2\r\n\r\nok");
    }

    QList<int> m_statuses;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QByteArrayList m_requests;
};

struct Bench
{
    Bench()
        : store(std::make_unique<Store>(folder.path()))
    {
        [[maybe_unused]] const QString error = store->open();
        make();
    }
    void make()
    {
        webhooks = std::make_unique<Webhooks>(
            *store, [this] { return now; },
            [this](milliseconds time) {
                asked << time;
                return time == 5s ? answerTime : 0ms;
            });
        tried = std::make_unique<QSignalSpy>(webhooks.get(), &Webhooks::tried);
    }
    Delivery delivery(int i) const { return tried->at(i).first().value<Delivery>(); }
    QList<milliseconds> pauses() const
    {
        QList<milliseconds> rest = asked;
        rest.removeAll(milliseconds(5s));
        return rest;
    }

    QTemporaryDir folder;
    QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    milliseconds answerTime = 5s;
    QList<milliseconds> asked;
    std::unique_ptr<Store> store;
    std::unique_ptr<Webhooks> webhooks;
    std::unique_ptr<QSignalSpy> tried;
};

QByteArray hmac(const QByteArray &text, const QString &secret)
{
    return QMessageAuthenticationCode::hash(text, secret.toUtf8(), QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void deliversInTheProvidersEnvelope_data();
    void deliversInTheProvidersEnvelope();
    void triesAsOftenAsDocumented_data();
    void triesAsOftenAsDocumented();
    void stopsOnceDelivered();
    void anotherAddressEndsTheTries();
    void signsTheTimeAnewForEveryTry();
    void aSilentServerCountsAsNoAnswer();
    void aServerThatHangsUpHasSeenOneCopyOfEachTry();
    void withoutAnAddressItIsOnlyRecorded();
    void takesOnlyWebAddresses_data();
    void takesOnlyWebAddresses();
    void keepsAddressSecretAndEvents();
};

void TestWebhooks::deliversInTheProvidersEnvelope_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<QJsonObject>("envelope");
    const QJsonObject plain{{u"type"_s, u"payment.succeeded"_s},
                            {u"object"_s, u"event"_s},
                            {u"created"_s, 1'800'000'000},
                            {u"livemode"_s, false}};
    QTest::newRow("PaymentKit") << u"paymentkit"_s
                                << QByteArrayList{"X-Webhook-Event-Type: payment.succeeded", "X-Webhook-Event-Id: {id}"}
                                << plain;
    QTest::newRow("Khaime") << u"khaime"_s
                            << QByteArrayList{"X-Khaime-Event: payment.succeeded", "X-Khaime-Event-Id: {id}",
                                              "X-Khaime-Api-Version: 2026-03-27"}
                            << QJsonObject{{u"event_type"_s, u"payment.succeeded"_s},
                                           {u"occurred_at"_s, u"2027-01-15T08:00:00Z"_s},
                                           {u"is_live"_s, false},
                                           {u"business_id"_s, u"1234"_s},
                                           {u"api_version"_s, u"2026-03-27"_s}};
    QTest::newRow("Ikawaari") << u"ikawaari"_s << QByteArrayList{} << plain;
}

void TestWebhooks::deliversInTheProvidersEnvelope()
{
    QFETCH(QString, provider);
    QFETCH(QByteArrayList, headers);
    QFETCH(QJsonObject, envelope);
    Bench bench;
    QVERIFY(bench.store->put(u"accounts"_s, provider, {{u"merchant_id"_s, 1234}}));
    Receiver receiver({200});
    bench.webhooks->setUrl(receiver.url());
    bench.webhooks->post(provider, u"payment.succeeded"_s, {{u"object"_s, u"naïve"_s}}, u"cs_1"_s);
    QTRY_COMPARE(bench.tried->size(), 1);

    const Delivery delivery = bench.delivery(0);
    QVERIFY(delivery.delivered && delivery.last);
    QCOMPARE(delivery.attempt, 1);
    QCOMPARE(delivery.status, 200);
    QCOMPARE(delivery.url, receiver.url());
    QCOMPARE(delivery.webhook.provider, provider);
    QCOMPARE(delivery.webhook.about, u"cs_1"_s);
    QCOMPARE(delivery.webhook.at, bench.now);
    QVERIFY(receiver.requests().first().startsWith("POST /hooks HTTP/1.1\r\n"));
    QCOMPARE(receiver.header(0, "Content-Type"), "application/json");
    QCOMPARE(receiver.body(0), delivery.webhook.body);
    QCOMPARE(receiver.header(0, delivery.webhook.signatureHeader), delivery.webhook.signature);

    const QJsonObject body = QJsonDocument::fromJson(receiver.body(0)).object();
    QCOMPARE(body["data"_L1].toObject(), (QJsonObject{{u"object"_s, u"naïve"_s}}));
    for (auto it = envelope.begin(); it != envelope.end(); ++it)
        QCOMPARE(body[it.key()], it.value());
    QCOMPARE(body[provider == "khaime"_L1 ? "event_id"_L1 : "id"_L1].toString(), delivery.webhook.id);
    for (QByteArray header : headers) {
        header.replace("{id}", delivery.webhook.id.toUtf8());
        const qsizetype colon = header.indexOf(": ");
        QCOMPARE(receiver.header(0, header.left(colon)), header.mid(colon + 2));
    }

    const QString secret = bench.webhooks->secret(provider);
    QVERIFY(secret.startsWith("whsec_"_L1));
    if (provider == "ikawaari"_L1) {
        QCOMPARE(delivery.webhook.signatureHeader, "Ikawaari-Signature");
        QCOMPARE(delivery.webhook.signature, "t=1800000000,v1=" + hmac("1800000000." + receiver.body(0), secret));
    } else {
        QCOMPARE(delivery.webhook.signatureHeader,
                 provider == "khaime"_L1 ? "X-Khaime-Signature" : "X-Webhook-Signature");
        QCOMPARE(delivery.webhook.signature, hmac(receiver.body(0), secret));
    }
}

void TestWebhooks::triesAsOftenAsDocumented_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<milliseconds>>("pauses");
    const QList<milliseconds> paymentKit{2s, 4s, 8s, 16s};
    const QList<milliseconds> khaime{2s, 2s};
    const QList<milliseconds> ikawaari{5min, 30min, 2h, 8h, 24h};
    const QList<milliseconds> never;
    QTest::newRow("PaymentKit, 500") << u"paymentkit"_s << 500 << paymentKit;
    QTest::newRow("PaymentKit, 404") << u"paymentkit"_s << 404 << never;
    QTest::newRow("PaymentKit, a redirect is not followed") << u"paymentkit"_s << 307 << never;
    QTest::newRow("Khaime, 503") << u"khaime"_s << 503 << khaime;
    QTest::newRow("Khaime, 404") << u"khaime"_s << 404 << khaime;
    QTest::newRow("Khaime, a redirect is not followed") << u"khaime"_s << 302 << khaime;
    QTest::newRow("Ikawaari, 500") << u"ikawaari"_s << 500 << ikawaari;
    QTest::newRow("Ikawaari, 410") << u"ikawaari"_s << 410 << ikawaari;
}

void TestWebhooks::triesAsOftenAsDocumented()
{
    QFETCH(QString, provider);
    QFETCH(int, status);
    QFETCH(QList<milliseconds>, pauses);
    Bench bench;
    Receiver receiver({status});
    bench.webhooks->setUrl(receiver.url());
    bench.webhooks->post(provider, u"x"_s, {}, u"cs_1"_s);
    QTRY_VERIFY(!bench.tried->isEmpty() && bench.delivery(int(bench.tried->size()) - 1).last);

    QCOMPARE(bench.tried->size(), pauses.size() + 1);
    QCOMPARE(receiver.requests().size(), pauses.size() + 1);
    QCOMPARE(bench.pauses(), pauses);
    for (int i = 0; i < bench.tried->size(); ++i) {
        QCOMPARE(bench.delivery(i).attempt, i + 1);
        QCOMPARE(bench.delivery(i).status, status);
        QCOMPARE(bench.delivery(i).webhook.id, bench.delivery(0).webhook.id);
        QCOMPARE(bench.delivery(i).last, i == pauses.size());
        QVERIFY(!bench.delivery(i).delivered);
    }
}

void TestWebhooks::stopsOnceDelivered()
{
    Bench bench;
    Receiver receiver({500, 204, 500});
    bench.webhooks->setUrl(receiver.url());
    bench.webhooks->post(u"khaime"_s, u"x"_s, {}, {});
    QTRY_COMPARE(bench.tried->size(), 2);
    QVERIFY(!bench.delivery(0).delivered && !bench.delivery(0).last);
    QVERIFY(bench.delivery(1).delivered && bench.delivery(1).last);
    QCOMPARE(bench.pauses().size(), 1);
}

void TestWebhooks::anotherAddressEndsTheTries()
{
    Bench bench;
    Receiver receiver({500});
    bench.webhooks->setUrl(receiver.url());
    connect(bench.webhooks.get(), &Webhooks::tried, this, [&] {
        if (bench.tried->size() > 1)
            return;
        bench.webhooks->setUrl(receiver.url()); // the same: the next try waits on
        QCOMPARE(bench.tried->size(), 1);
        bench.webhooks->setUrl({});
    });
    bench.webhooks->post(u"khaime"_s, u"x"_s, {}, {});
    QTRY_COMPARE(bench.tried->size(), 2);
    QVERIFY(!bench.delivery(0).last);
    QVERIFY(bench.delivery(1).last && !bench.delivery(1).delivered);
    QCOMPARE(bench.delivery(1).status, 500);
    QCOMPARE(bench.delivery(1).webhook.id, bench.delivery(0).webhook.id);
    bool passed = false;
    QTimer::singleShot(100, this, [&passed] { passed = true; });
    QTRY_VERIFY(passed);
    QCOMPARE(receiver.requests().size(), 1);
    QCOMPARE(bench.tried->size(), 2);
}

void TestWebhooks::signsTheTimeAnewForEveryTry()
{
    Bench bench;
    Receiver receiver({500, 200});
    connect(bench.webhooks.get(), &Webhooks::tried, this, [&] { bench.now = bench.now.addSecs(300); });
    bench.webhooks->setUrl(receiver.url());
    bench.webhooks->post(u"ikawaari"_s, u"x"_s, {}, {});
    QTRY_COMPARE(bench.tried->size(), 2);
    QVERIFY(receiver.header(0, "Ikawaari-Signature").startsWith("t=1800000000,"));
    QVERIFY(receiver.header(1, "Ikawaari-Signature").startsWith("t=1800000300,"));
    QCOMPARE(receiver.body(0), receiver.body(1));
}

void TestWebhooks::aSilentServerCountsAsNoAnswer()
{
    Bench bench;
    bench.answerTime = 50ms;
    Receiver receiver({0});
    bench.webhooks->setUrl(receiver.url());
    bench.webhooks->post(u"paymentkit"_s, u"x"_s, {}, {});
    QTRY_VERIFY(!bench.tried->isEmpty() && bench.delivery(int(bench.tried->size()) - 1).last);
    QCOMPARE(bench.tried->size(), 5);
    QCOMPARE(bench.delivery(4).status, 0);
    QVERIFY(!bench.delivery(4).delivered);
}

void TestWebhooks::aServerThatHangsUpHasSeenOneCopyOfEachTry()
{
    Bench bench;
    Receiver receiver({204, -1, -1, -1});
    bench.webhooks->setUrl(receiver.url());
    // The second event goes over the connection of the first, which is when a network library sends again by itself.
    bench.webhooks->post(u"khaime"_s, u"first"_s, {}, {});
    QTRY_COMPARE(bench.tried->size(), 1);
    bench.webhooks->post(u"khaime"_s, u"second"_s, {}, {});
    QTRY_COMPARE(bench.tried->size(), 4);
    QCOMPARE(receiver.requests().size(), 4);
    QVERIFY(bench.delivery(3).last && !bench.delivery(3).delivered);
}

void TestWebhooks::withoutAnAddressItIsOnlyRecorded()
{
    Bench bench;
    bench.webhooks->post(u"paymentkit"_s, u"x"_s, {}, u"cs_1"_s);
    QCOMPARE(bench.tried->size(), 1);
    QCOMPARE(bench.delivery(0).url, QString());
    QCOMPARE(bench.delivery(0).attempt, 0);
    QVERIFY(bench.delivery(0).last && !bench.delivery(0).delivered);
    QVERIFY(!bench.delivery(0).webhook.signature.isEmpty());
    bench.webhooks->post(u"nobody"_s, u"x"_s, {}, {});
    QCOMPARE(bench.tried->size(), 1);
}

void TestWebhooks::takesOnlyWebAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("taken");
    QTest::newRow("http") << u"http://127.0.0.1:1/a?b=c"_s << true;
    QTest::newRow("https") << u"https://example.com/hooks"_s << true;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("ftp") << u"ftp://example.com/"_s << false;
    QTest::newRow("no scheme") << u"example.com/hooks"_s << false;
    QTest::newRow("no host") << u"https:///hooks"_s << false;
    QTest::newRow("spaces") << u"https://example.com/a b"_s << false;
}

void TestWebhooks::takesOnlyWebAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, taken);
    Bench bench;
    bench.webhooks->setUrl(u"https://example.com/before"_s);
    bench.webhooks->setUrl(url);
    QCOMPARE(bench.webhooks->url(), taken ? url : QString());
}

void TestWebhooks::keepsAddressSecretAndEvents()
{
    Bench bench;
    const QString secret = bench.webhooks->secret(u"khaime"_s);
    QVERIFY(secret != bench.webhooks->secret(u"paymentkit"_s));
    bench.webhooks->post(u"khaime"_s, u"x"_s, {}, u"chg_1"_s);
    const Webhook sent = bench.delivery(0).webhook;
    bench.webhooks->setUrl(u"https://example.com/hooks"_s);
    bench.make();
    QCOMPARE(bench.webhooks->secret(u"khaime"_s), secret);
    QCOMPARE(bench.webhooks->url(), u"https://example.com/hooks"_s);
    const auto kept = bench.store->get(u"webhook_events"_s, sent.id);
    QVERIFY(kept.has_value());
    QCOMPARE((*kept)["body"_L1].toString().toUtf8(), sent.body);
}

TILLDECK_TEST(TestWebhooks)

} // namespace webhooks_test

#include "tst_webhooks.moc"
