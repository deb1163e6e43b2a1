// SPDX-License-Identifier: GPL-3.0-or-later
// The window says what is wrong with the files of this computer, and asks before it goes on.
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/shell/actions.h"

#include <QAction>
#include <QFile>
#include <QMessageBox>

namespace storage_notice_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using tilldeck::test::Merchant;

class StorageNoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void aLostJournalIsToldAndTheMerchantDecides()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(!merchant.find<QMessageBox>(QString()));
        merchant.stop();
        QVERIFY(QFile::remove(merchant.folder() + u"/journal.sqlite"_s));
        merchant.start(false);
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = merchant.find<QMessageBox>(QString())));
        QVERIFY2(box->text().contains(u"journal.sqlite"_s) && box->text().contains(u"missing"_s),
                 qPrintable(box->text()));
        // Enter decides nothing.
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_VERIFY(!merchant.find<QMessageBox>(QString()));
        QVERIFY(!merchant.desk->whyNoWrites().isEmpty());

        merchant.window().action(ui::Action::ShowStorage)->trigger();
        QTRY_VERIFY(merchant.find<QAbstractButton>(u"Go on with these files"_s));
        QVERIFY(merchant.press(u"Go on with these files"_s));
        QTRY_VERIFY(!merchant.find<QMessageBox>(QString()));
        QCOMPARE(merchant.desk->whyNoWrites(), QString());
        merchant.restart();
        QVERIFY(!merchant.find<QMessageBox>(QString()));
    }
};

TILLDECK_TEST(StorageNoticeTest)

} // namespace storage_notice_test

#include "tst_storage_notice.moc"
