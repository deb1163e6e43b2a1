// SPDX-License-Identifier: GPL-3.0-or-later
// The page of imports over a shop that says what becomes of each row.
#pragma once

#include "../../desk/import_shop.h"
#include "support/shown.h"
#include "ui/imports/import_row_model.h"
#include "ui/imports/imports_page.h"
#include "ui/imports/review_model.h"
#include "ui/lists/table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTemporaryDir>

namespace tilldeck::test {

using namespace Qt::StringLiterals;
using desk::test::ImportShop;

/// Returns a file of so many rows, each of which is another one.
inline QByteArray fileOf(int rows, const QByteArray &prefix = "R")
{
    QByteArray bytes = "item_price_id;item_quantity;custom_fields.order\n";
    for (int i = 0; i < rows; ++i)
        bytes += "price_premium;1;" + prefix + QByteArray::number(i) + '\n';
    return bytes;
}

/// The base of tests of the page.
class ImportWindow : public QObject
{
protected:
    void begin()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_folder = std::make_unique<QTemporaryDir>();
        m_shop = std::make_unique<ImportShop>();
        open();
    }
    void end()
    {
        close();
        m_shop.reset();
        m_folder.reset();
    }
    void open()
    {
        m_catalogs = std::make_unique<desk::CatalogCache>(m_shop->desk());
        m_page = std::make_unique<ui::ImportsPage>(m_shop->desk(), *m_catalogs);
        m_page->resize(1100, 700);
        m_page->setAccount(m_shop->account);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_tester = new QAbstractItemModelTester(m_page->findChild<ui::ReviewModel *>(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
    }
    void close()
    {
        m_page.reset();
        m_catalogs.reset();
    }
    /// Returns all, made, refused, unknown, not sent and cancelled rows; nothing before they are planned.
    QList<int> counts() const
    {
        const bool isPlanned = !m_shop->desk().journal().imports(m_shop->account).result()->empty();
        return isPlanned ? m_shop->counts() : QList<int>(6, -1);
    }
    QString path() const { return m_folder->filePath(u"rows.csv"_s); }
    void review(const QByteArray &bytes)
    {
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
        file.close();
        m_page->openFile(path());
    }
    ui::Button *button(const QString &name) const { return visible<ui::Button>(m_page.get(), name); }
    QString label(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    ui::ImportRowModel *rows() const { return m_page->findChild<ui::ImportRowModel *>(); }
    ui::GuardDialog *question() const { return visible<ui::GuardDialog>(m_page.get(), u"importQuestion"_s); }
    QPushButton *yes() const { return question()->findChild<QPushButton *>(u"begin"_s); }
    void create()
    {
        QTRY_VERIFY(button(u"createSessions"_s) && button(u"createSessions"_s)->isEnabled());
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QTRY_VERIFY(question());
        QTest::mouseClick(yes(), Qt::LeftButton);
    }
    static void press(const ui::GuardDialog *dialog, const QString &text)
    {
        QVERIFY(dialog);
        for (auto *one : dialog->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return QTest::mouseClick(one, Qt::LeftButton);
        }
        QFAIL(qPrintable(u"There is no button "_s + text));
    }
    static void choose(QComboBox *box, const QString &target)
    {
        box->setCurrentIndex(box->findData(target));
        emit box->activated(box->currentIndex());
    }
    void saveAs(const QString &to) const
    {
        QTRY_VERIFY(button(u"saveResult"_s) && button(u"saveResult"_s)->isEnabled());
        QTest::mouseClick(button(u"saveResult"_s), Qt::LeftButton);
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(to);
        dialog->close();
        QTRY_VERIFY(!m_page->findChild<QFileDialog *>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImportShop> m_shop;
    std::unique_ptr<desk::CatalogCache> m_catalogs;
    std::unique_ptr<ui::ImportsPage> m_page;
    QAbstractItemModelTester *m_tester = nullptr;
};

} // namespace tilldeck::test
