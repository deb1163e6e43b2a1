// SPDX-License-Identifier: GPL-3.0-or-later
// Many promotion codes, and sessions that were made elsewhere.
#include "desk/bench.h"
#include "desk/create_session.h"
#include "desk/promotion_batch.h"
#include "desk/track_session.h"
#include "http/scripted_server.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace promotions_and_track_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;
using End = PromotionBatch::Made::End;

namespace {

/// A provider that makes promotion codes, or does what it was given for a code instead.
class Printer
{
public:
    Printer()
    {
        m_server.onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                return (void)socket.write(http::test::answer(501, R"({"title":"Not implemented"})"));
            const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
            const QString code = body.value(u"code"_s).toString();
            sent << code;
            if (onCode && onCode(socket))
                return;
            socket.write(http::test::answer(201, R"({"id":"promo_1","coupon_id":"coupon_1","active":true,)"
                                                 "\"times_redeemed\":0,\"code\":\"" +
                                                     code.toLatin1() + "\"}"));
        };
        accountId = bench.connectTo(u"S"_s, m_server.url(QString()).toString(), u"a"_s, u"sk_test_1"_s);
        order.accountId = accountId;
        order.couponId = u"coupon_1"_s;
    }

    /// Answers the error that ended it, if any.
    std::optional<checkout::Error> run(PromotionBatch &batch, const QString &pattern, int count)
    {
        order.pattern = pattern;
        order.count = count;
        std::optional<checkout::Error> failure;
        bool done = false;
        QObject::connect(&batch, &PromotionBatch::finished, &batch, [&](const std::optional<checkout::Error> &error) {
            failure = error;
            done = true;
        });
        batch.start(order);
        if (!QTest::qWaitFor([&] { return done; }, 30000))
            qFatal("The batch did not end.");
        return failure;
    }

    Bench bench;
    QString accountId;
    PromotionBatch::Order order;
    QStringList sent;
    std::function<bool(QTcpSocket &)> onCode;

private:
    http::test::ScriptedServer m_server;
};

struct Shops
{
    Shops() { accountId = connectTo(bench); }

    QString connectTo(Bench &to) const
    {
        return to.connectTo(u"Shop"_s, shop.account().baseUrl, shop.account().accountId, shop.account().key);
    }

    Shop shop;
    Bench bench;
    QString accountId;
};

} // namespace

class PromotionsAndTrackTest : public QObject
{
    Q_OBJECT

private slots:
    void aPatternIsCheckedBeforeAnythingIsSent_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("good");
        QTest::newRow("SUMMER-####") << 500 << true;
        QTest::newRow("SPRING20") << 1 << true;
        QTest::newRow("SPRING20x") << 2 << false;
        QTest::newRow("A#") << 31 << true;
        QTest::newRow("B#") << 32 << false;
        QTest::newRow("SUMMER ####") << 5 << false;
        QTest::newRow("SUMMER\u200b-####") << 5 << true;
        QTest::newRow("ＳＵＭＭＥＲ－＃＃＃＃") << 5 << true;
        QTest::newRow("\u3164") << 1 << false;
        QTest::newRow("ÉTÉ-####") << 5 << false;
        QTest::newRow("####") << 0 << false;
        QTest::newRow("#####") << 10'001 << false;
    }
    void aPatternIsCheckedBeforeAnythingIsSent()
    {
        QFETCH(int, count);
        QFETCH(bool, good);
        const auto possible = PromotionBatch::check(QString::fromUtf8(QTest::currentDataTag()), count);
        QCOMPARE(possible.has_value(), good);
        QVERIFY(good || !possible.error().isEmpty());
    }

    void codesAreDifferentAndHoldNothingThatIsMistaken()
    {
        Printer printer;
        PromotionBatch batch(*printer.bench.desk);
        QSignalSpy progress(&batch, &PromotionBatch::progressed);
        // Every code that the pattern can give.
        QVERIFY(!printer.run(batch, u"a#"_s, 31));
        QCOMPARE(printer.sent.size(), 31);
        QCOMPARE(QSet<QString>(printer.sent.begin(), printer.sent.end()).size(), 31);
        static const QRegularExpression form(u"^A[A-HJKMNP-Z2-9]$"_s);
        for (const QString &code : std::as_const(printer.sent))
            QVERIFY2(form.match(code).hasMatch(), qPrintable(code));
        QCOMPARE(progress.size(), 31);
        QCOMPARE(progress.last(), (QVariantList{31, 31}));
        QCOMPARE(batch.made().size(), size_t(31));
        const QList<QByteArray> lines = batch.csv(Csv(CsvReader::Programs), {}).split('\n');
        QCOMPARE(lines.first(), QByteArray("Code,Result,Note\r"));
        QCOMPARE(lines.at(1), printer.sent.first().toLatin1() + ",Created,\r");
    }

    /// As the code of a draft.
    void aCodeIsMadeInPlainLettersWithoutInvisibleMarks()
    {
        Printer printer;
        PromotionBatch batch(*printer.bench.desk);
        for (const QString &typed :
             {u"SAVE\u200b30"_s, u" SAVE31\ufeff"_s, u"\uff33\uff21\uff36\uff25\uff13\uff12"_s, u"SAVE\u316433"_s}) {
            QCOMPARE(PromotionBatch::codeProblem(typed), QString());
            QVERIFY(!printer.run(batch, typed, 1));
        }
        QCOMPARE(printer.sent, (QStringList{u"SAVE30"_s, u"SAVE31"_s, u"SAVE32"_s, u"SAVE33"_s}));
        QVERIFY(!PromotionBatch::codeProblem(u"SAVE 30"_s).isEmpty());
    }

    void aCodeWithoutAnAnswerIsUnknownAndNeverSentAgain()
    {
        Printer printer;
        printer.onCode = [&printer](QTcpSocket &socket) {
            if (printer.sent.size() != 2)
                return false;
            socket.disconnectFromHost();
            return true;
        };
        PromotionBatch batch(*printer.bench.desk);
        QVERIFY(!printer.run(batch, u"SUMMER-####"_s, 5));
        QCOMPARE(printer.sent.size(), 5);
        QCOMPARE(QSet<QString>(printer.sent.begin(), printer.sent.end()).size(), 5);
        QCOMPARE(batch.made().at(1).end, End::Unknown);
        QVERIFY(!batch.made().at(1).note.isEmpty());
        QCOMPARE(batch.made().at(2).end, End::Created);
        checkout::Catalog catalog;
        const auto lineOf = [&](qsizetype line) {
            return batch.csv(Csv(CsvReader::Programs), catalog).split('\n').at(line);
        };
        QVERIFY2(lineOf(2).contains("Outcome unknown"), lineOf(2).constData());
        // A file that is saved once the list has it says so.
        checkout::PromotionCode listed;
        listed.code = batch.made().at(1).code;
        catalog.promotionCodes.items = {listed};
        QVERIFY2(lineOf(2).contains("In the list, without an answer"), lineOf(2).constData());
    }

    void aProviderThatNeverAnswersIsLeftAlone()
    {
        Printer printer;
        printer.onCode = [](QTcpSocket &socket) {
            socket.disconnectFromHost();
            return true;
        };
        PromotionBatch batch(*printer.bench.desk);
        QVERIFY(printer.run(batch, u"SUMMER-####"_s, 50).has_value());
        QCOMPARE(printer.sent.size(), 3);
    }

    void aRefusedCodeIsToldAndTheRestIsMade()
    {
        Printer printer;
        printer.onCode = [&printer](QTcpSocket &socket) {
            if (printer.sent.size() != 1)
                return false;
            socket.write(http::test::answer(422, R"({"title":"Taken","detail":"This code exists."})"));
            return true;
        };
        PromotionBatch batch(*printer.bench.desk);
        QVERIFY(!printer.run(batch, u"SUMMER-####"_s, 3));
        QCOMPARE(batch.made().front().end, End::Refused);
        QCOMPARE(batch.made().back().end, End::Created);
    }

    void aKeyThatIsRefusedEndsIt()
    {
        Printer printer;
        printer.onCode = [](QTcpSocket &socket) {
            socket.write(http::test::answer(401, R"({"title":"Unauthorized"})"));
            return true;
        };
        PromotionBatch batch(*printer.bench.desk);
        const auto error = printer.run(batch, u"SUMMER-####"_s, 50);
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, checkout::ErrorKind::Unauthorised);
        QCOMPARE(printer.sent.size(), 1);
    }

    void cancelEndsItAfterTheCodeUnderWay()
    {
        Printer printer;
        PromotionBatch batch(*printer.bench.desk);
        connect(&batch, &PromotionBatch::progressed, &batch, [&batch](int done) {
            if (done == 3)
                batch.cancel();
        });
        QVERIFY(!printer.run(batch, u"SUMMER-####"_s, 500));
        QCOMPARE(printer.sent.size(), 3);
        QCOMPARE(batch.made().size(), size_t(3));
        QVERIFY(!batch.isRunning());
    }

    void aSessionMadeElsewhereIsTakenIntoTheList_data()
    {
        QTest::addColumn<int>("pasted");
        QTest::newRow("its ID") << 0;
        QTest::newRow("its token") << 1;
        QTest::newRow("its checkout URL") << 2;
    }
    void aSessionMadeElsewhereIsTakenIntoTheList()
    {
        QFETCH(int, pasted);
        Shops shops;
        const auto made =
            QCoro::waitFor(createSession(shops.bench.desk.get(), shops.accountId, draft(), {}, std::nullopt));
        QCOMPARE(made.end, CreateOutcome::End::Confirmed);
        const checkout::Session &session = made.record.session;
        const QString text = QStringList{session.id, session.secureToken, session.url}.at(pasted);

        Bench other;
        const QString id = shops.connectTo(other);
        const auto row = QCoro::waitFor(trackSession(other.desk.get(), QStringList{id}, u"  "_s + text + u"\n"_s));
        QVERIFY2(row.has_value(), row ? "" : qPrintable(row.error().sentence));
        QCOMPARE(row->session.id, session.id);
        QCOMPARE(row->session.status, checkout::SessionStatus::Open);
        // Under names, not ids.
        QVERIFY2(row->customerLabel.contains(u' '), qPrintable(row->customerLabel));
        const auto again = QCoro::waitFor(trackSession(other.desk.get(), QStringList{id}, text));
        QVERIFY(again.has_value());
        QCOMPARE(other.list(id).rows.size(), size_t(1));
    }

    void theChosenAccountAnswersFirst()
    {
        Shops shops;
        Bench other;
        const QString id = shops.connectTo(other);
        const accounts::Account chosen = other.desk->accounts().byId(id).value();
        accounts::Account keyless = chosen;
        keyless.id.clear();
        keyless.name = u"Without a key"_s;
        keyless.accountId = u"acc_other"_s;
        const QString second = other.desk->accounts().add(keyless).value().id;
        const auto row = QCoro::waitFor(trackSession(other.desk.get(), QStringList{id, second}, u"cs_nobody"_s));
        QVERIFY(!row.has_value());
        const QString &sentence = row.error().sentence;
        QVERIFY2(sentence.startsWith(accounts::fullName(chosen) + u" does not know this session."_s),
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(u"no key for Without a key"_s), qPrintable(sentence));
    }

    void aLinkOfAnotherConnectedAccountSaysWhose()
    {
        Shops shops;
        const auto made =
            QCoro::waitFor(createSession(shops.bench.desk.get(), shops.accountId, draft(), {}, std::nullopt));
        QCOMPARE(made.end, CreateOutcome::End::Confirmed);
        const QString ikawaari = shops.bench.connectTo(u"My Ikawaari"_s, u"http://127.0.0.1:9"_s, QString(),
                                                       u"sk_test_1"_s, accounts::ProviderKind::Ikawaari);
        const auto row =
            QCoro::waitFor(trackSession(shops.bench.desk.get(), QStringList{ikawaari}, made.record.session.url));
        QVERIFY(!row.has_value());
        const accounts::Account shop = shops.bench.desk->accounts().byId(shops.accountId).value();
        QVERIFY2(row.error().sentence.contains(u"a session of "_s + accounts::fullName(shop)),
                 qPrintable(row.error().sentence));
    }

    void whatCannotBeTrackedIsSaid_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("names");
        QTest::newRow("an unknown host") << u"https://evil.example/c/sec_1"_s << int(checkout::ErrorKind::InvalidInput)
                                         << u"evil.example"_s;
        QTest::newRow("prose") << u"the session of yesterday"_s << int(checkout::ErrorKind::InvalidInput) << QString();
        QTest::newRow("nothing") << u"  "_s << int(checkout::ErrorKind::InvalidInput) << QString();
        QTest::newRow("an ID that nobody knows") << u"cs_nobody"_s << int(checkout::ErrorKind::NotFound) << QString();
    }
    void whatCannotBeTrackedIsSaid()
    {
        QFETCH(QString, pasted);
        QFETCH(int, kind);
        QFETCH(QString, names);
        Shops shops;
        const auto row = QCoro::waitFor(trackSession(shops.bench.desk.get(), QStringList{shops.accountId}, pasted));
        QVERIFY(!row.has_value());
        QCOMPARE(int(row.error().kind), kind);
        QVERIFY2(row.error().sentence.contains(names), qPrintable(row.error().sentence));
        QVERIFY(shops.bench.list(shops.accountId).rows.empty());
    }
};

TILLDECK_TEST(PromotionsAndTrackTest)

} // namespace promotions_and_track_test

#include "tst_promotions_and_track.moc"
