// SPDX-License-Identifier: GPL-3.0-or-later
// The list of promotion codes as the provider has it now: beside a batch with lost answers, and in a file.
#include "../../desk/bench.h"
#include "http/scripted_server.h"
#include "support/runner.h"
#include "ui/lists/table.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/promotions/promotion_model.h"
#include "ui/promotions/promotions_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

namespace promotion_list_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;

class PromotionListTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_bench = std::make_unique<desk::test::Bench>();
        m_shop = std::make_unique<desk::test::Shop>();
        const auto &account = m_shop->account();
        const QString id = m_bench->connectTo(u"Kestrel"_s, account.baseUrl, account.accountId, account.key);
        m_catalogs = std::make_unique<desk::CatalogCache>(*m_bench->desk);
        m_page = std::make_unique<ui::PromotionsPage>(*m_bench->desk, *m_catalogs);
        m_page->resize(1232, 780);
        m_page->setAccount(id);
        m_page->show();
        QTRY_VERIFY(m_page->findChild<ui::Table *>()->model()->rowCount() > 0);
    }
    void cleanup()
    {
        m_page.reset();
        m_catalogs.reset();
        m_bench.reset();
        m_shop.reset();
    }

    void aCodeWhoseAnswerWasLostIsNamedOnceTheListHasIt()
    {
        http::test::ScriptedServer server;
        bool isMade = false;
        server.onRequest = [&isMade](QTcpSocket &socket, const QByteArray &request) {
            if (request.startsWith("GET"))
                return void(socket.write(http::test::answer(
                    200, isMade ? R"({"items": [{"id": "p", "code": "MCK9", "coupon_id": "c"}], "total": 1})"
                                : R"({"items": [], "total": 0})")));
            isMade = true;
            socket.disconnectFromHost();
        };
        const QString other =
            m_bench->connectTo(u"Odd"_s, server.url(QString()).toString(), u"acc_1"_s, u"sk_sandbox_1"_s);
        m_page->setAccount(other);
        QTRY_VERIFY(m_catalogs->isKnown(other));
        checkout::Coupon coupon;
        coupon.id = u"c"_s;
        ui::PromotionDialog dialog(*m_bench->desk, other, {coupon}, m_page.get());
        dialog.show();
        dialog.findChild<QLineEdit *>(u"pattern"_s)->setText(u"MCK9"_s);
        QTest::mouseClick(dialog.findChild<ui::Button *>(u"create"_s), Qt::LeftButton);
        const auto problem = [&dialog] {
            const auto *list = dialog.findChild<QListWidget *>();
            return list->count() > 0 ? list->item(0)->text() : QString();
        };
        QTRY_VERIFY2(problem().contains(u"outcome unknown"_s), qPrintable(problem()));
        QVERIFY2(problem().contains(u"Go on with it"_s) && !problem().contains(u"Refresh"_s), qPrintable(problem()));
        m_catalogs->refresh(other);
        QTRY_VERIFY(!m_catalogs->isLoading(other) && m_catalogs->catalog(other).promotionCode(u"MCK9"_s));
        dialog.setCatalog(m_catalogs->catalog(other));
        QCOMPARE(problem(), u"MCK9: its answer was lost, and the list has it now."_s);
        // It is counted as on the page, where it stays open until it is looked up.
        const QString state = dialog.findChild<ui::Label *>(u"state"_s)->text();
        QVERIFY2(state.contains(u"1 with an unknown outcome"_s), qPrintable(state));
    }

    void theListCanBeExportedAndSaysWhenItWasRead()
    {
        const auto said = [this] {
            QString text;
            for (const auto *label : m_page->findChildren<QLabel *>())
                text += label->text() + u'\n';
            return text;
        };
        QVERIFY2(said().contains(u"Read at "_s), qPrintable(said()));
        QTest::mouseClick(m_page->findChild<ui::Button *>(u"exportPromotions"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"codes.csv"_s);
        emit dialog->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QCOMPARE(csv.count('\n'), m_page->findChild<ui::Table *>()->model()->rowCount() + 1);
        const QString code =
            m_page->findChild<ui::Table *>()->model()->index(0, ui::PromotionModel::Label).data().toString();
        QVERIFY2(csv.contains(code.toUtf8()), csv.constData());
        const int rows = m_page->findChild<ui::Table *>()->model()->rowCount();
        QVERIFY(rows > 1);
        QVERIFY2(said().contains(u"%1 promotion codes saved in %2"_s.arg(rows).arg(path)), qPrintable(said()));
        // It is not said of another list.
        auto *kind = m_page->findChild<ui::SegmentedControl *>();
        kind->setCurrent(int(ui::PromotionKind::Coupon));
        emit kind->currentChanged(kind->current());
        QVERIFY2(!said().contains(u"saved in"_s), qPrintable(said()));
    }

private:
    std::unique_ptr<desk::test::Bench> m_bench;
    std::unique_ptr<desk::test::Shop> m_shop;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::PromotionsPage> m_page;
};

TILLDECK_TEST(PromotionListTest)

} // namespace promotion_list_test

#include "tst_promotion_list.moc"
