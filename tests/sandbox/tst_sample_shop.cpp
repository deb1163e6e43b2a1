// SPDX-License-Identifier: GPL-3.0-or-later
// A shop with as many past sessions as one likes, to measure on.
#include "sandbox/ikawaari/demo.h"
#include "sandbox/khaime/demo.h"
#include "sandbox/paymentkit/demo.h"
#include "support/runner.h"

#include <QTemporaryDir>

namespace sample_shop_test {

using namespace tilldeck::sandbox;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sessions = 400;
const QDateTime now(QDate(2026, 9, 1), QTime(12, 0), Qt::UTC);

/// The documents of a kind in a new store of one provider.
QList<QJsonObject> made(const QString &provider, const QString &kind)
{
    const QTemporaryDir folder;
    Store store(folder.path());
    if (!store.open().isEmpty())
        return {};
    const bool isMade = store.inTransaction([&] {
        return provider == "paymentkit"_L1 ? paymentkit::seedDemo(store, now, sessions)
               : provider == "khaime"_L1   ? khaime::seedDemo(store, now, sessions)
                                           : ikawaari::seedDemo(store, now, sessions);
    });
    return isMade ? store.list(kind, {.limit = int(sessions) * 2}).items : QList<QJsonObject>();
}

QDateTime madeAt(const QJsonObject &session)
{
    return QDateTime::fromString(session["created_at"_L1].toString(), Qt::ISODateWithMs);
}

} // namespace

class SampleShopTest : public QObject
{
    Q_OBJECT

private slots:
    void aShopHasAsManyPastSessionsAsWereAskedFor_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("kind");
        QTest::newRow("PaymentKit") << u"paymentkit"_s << u"sessions"_s;
        QTest::newRow("Khaime") << u"khaime"_s << u"khaime-orders"_s;
        QTest::newRow("Ikawaari") << u"ikawaari"_s << u"ikawaari-sessions"_s;
    }
    void aShopHasAsManyPastSessionsAsWereAskedFor()
    {
        QFETCH(QString, provider);
        QFETCH(QString, kind);
        const QList<QJsonObject> first = made(provider, kind);
        QCOMPARE(first.size(), sessions);
        QDateTime before = now.addYears(-6);
        for (const QJsonObject &session : first) {
            QVERIFY(madeAt(session) > before);
            QVERIFY(madeAt(session) < now);
            before = madeAt(session);
        }
        const QList<QJsonObject> second = made(provider, kind);
        QCOMPARE(second.size(), sessions);
        for (qsizetype i = 0; i < sessions; ++i) {
            QCOMPARE(madeAt(second[i]), madeAt(first[i]));
            QCOMPARE(second[i]["status"_L1], first[i]["status"_L1]);
        }
    }
};
TILLDECK_TEST(SampleShopTest)

} // namespace sample_shop_test

#include "tst_sample_shop.moc"
