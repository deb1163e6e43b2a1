// SPDX-License-Identifier: GPL-3.0-or-later
// The thread of the window stays free with many rows: at the start, and while the files are read through and repaired.
#include "faults/stall_watch.h"
#include "gui/merchant.h"
#include "support/outside_sql.h"
#include "support/runner.h"
#include "ui/shell/actions.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>

#include <algorithm>

namespace stalls_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;
using tilldeck::test::outside;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int longestStall = 400; // milliseconds of computing: a sanitized program computes for four times as long
#else
constexpr int longestStall = 100; // milliseconds of computing
#endif

/// Of computing and of waiting for other threads, which other work on this computer makes slower.
constexpr int longestHeld = 10 * longestStall;
constexpr int many = 20'000;

/// Puts as many sessions, payments and intents into the files of @p folder as a shop has after a year.
void fill(const QString &folder)
{
    const QString numbers =
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(many);
    outside(folder + u"/ledger.sqlite"_s,
            numbers +
                u"INSERT INTO session (account_id, state, session_id, status, customer_label, items_label, amount, "
                "currency, created_at) SELECT s.account_id, s.state, 'cs_many_' || i, s.status, s.customer_label, "
                "s.items_label, s.amount, s.currency, s.created_at - i FROM n, (SELECT * FROM session WHERE "
                "session_id IS NOT NULL LIMIT 1) s"_s);
    outside(folder + u"/ledger.sqlite"_s,
            u"INSERT OR IGNORE INTO session_detail (session_key, draft, search) SELECT key, d.draft, d.search FROM "
            "session, (SELECT * FROM session_detail WHERE draft IS NOT NULL LIMIT 1) d"_s);
    outside(folder + u"/ledger.sqlite"_s,
            numbers + u"INSERT INTO payment (account_id, transaction_id, amount, currency, status, customer_label, "
                      "items_label, created_at) SELECT p.account_id, 'txn_many_' || i, p.amount, p.currency, p.status, "
                      "p.customer_label, p.items_label, p.created_at - i FROM n, (SELECT * FROM payment LIMIT 1) p"_s);
    outside(folder + u"/ledger.sqlite"_s,
            u"INSERT OR IGNORE INTO payment_detail (payment_key, amount_text, search) SELECT key, d.amount_text, "
            "d.search FROM payment, (SELECT * FROM payment_detail LIMIT 1) d"_s);
    outside(folder + u"/journal.sqlite"_s,
            numbers + u"INSERT INTO intent (id, account_id, body_hash, draft, opened_at, state, session_id, owner) "
                      "SELECT 'i' || i, 'a', x'00', '{\"tilldeck_draft\": 1}', i, 'confirmed', 'cs_many_' || i, '' "
                      "FROM n"_s);
}

/// Overwrites one letter of an index.
void damage(const QString &path, const QByteArray &entry)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("%s cannot be read.", qPrintable(path));
    const qint64 at = file.readAll().lastIndexOf(entry);
    if (at < 0 || !file.seek(at) || file.write("q") != 1)
        qFatal("%s cannot be damaged.", qPrintable(path));
}

} // namespace

class StallsTest : public QObject
{
    Q_OBJECT

private slots:
    void theStartOfTheWindow()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        fill(merchant.folder());
        std::unique_ptr<faults::StallWatch> watch;
        QElapsedTimer start;
        start.start();
        merchant.onShown = [&watch, &start] {
            qInfo("%lld ms until the window is asked to show itself", start.elapsed());
            watch = std::make_unique<faults::StallWatch>();
        };
        merchant.start();
        // Lists, counts, the look at the files and the first refresh.
        QTest::qWait(3000);
        QVERIFY(merchant.table(u"Checkout sessions"_s)->model()->rowCount() > 90);
        mustBeFree(*watch);
    }

    void goingOnWithTheseFiles()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        fill(merchant.folder());
        damage(merchant.folder() + u"/journal.sqlite"_s, "i19999");
        merchant.start(false);
        QTRY_VERIFY_WITH_TIMEOUT(merchant.find<QAbstractButton>(u"Go on with these files"_s), 20'000);
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY(merchant.find<ui::GuardDialog>(u"acceptFiles"_s));
        const faults::StallWatch watch;
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_COMPARE_WITH_TIMEOUT(merchant.desk->whyNoWrites(), QString(), 60'000);
        QTest::qWait(500);
        mustBeFree(watch);
        QVERIFY(merchant.desk->journal().intent(u"i77"_s).result()->has_value());
    }

    void rebuildingTheLists()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        merchant.stop();
        fill(merchant.folder());
        damage(merchant.folder() + u"/ledger.sqlite"_s, "cs_many_19999");
        merchant.start(false);
        // An index is compared with its table when it is asked for.
        merchant.window().action(ui::Action::ShowStorage)->trigger();
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Rebuild the lists"_s));
        const faults::StallWatch watch;
        QVERIFY(merchant.press(u"Rebuild the lists"_s));
        const auto isSaid = [&merchant](const QString &text) {
            const auto *box = merchant.find<ui::GuardDialog>(u"storage"_s);
            const auto labels = box ? box->findChildren<QLabel *>() : QList<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(u"The damaged one is kept as"_s), 60'000);
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        QTest::qWait(500);
        mustBeFree(watch);
    }

private:
    static void mustBeFree(const faults::StallWatch &watch)
    {
        qInfo("at most %d ms of computing between two turns, %d ms with waiting, %d ms by the clock on the wall",
              watch.longest(), watch.longestHeld(), watch.longestByWall());
        QVERIFY2(watch.longest() <= longestStall, qPrintable(QString::number(watch.longest())));
        QVERIFY2(watch.longestHeld() <= longestHeld, qPrintable(QString::number(watch.longestHeld())));
        // The settings may be written once: their lock, and they.
        constexpr int mostSyncs = 2;
        QVERIFY2(watch.syncsOfThisThread() <= mostSyncs, qPrintable(QString::number(watch.syncsOfThisThread())));
    }
};

TILLDECK_TEST(StallsTest)

} // namespace stalls_test

#include "tst_stalls.moc"
