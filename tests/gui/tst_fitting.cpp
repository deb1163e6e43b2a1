// SPDX-License-Identifier: GPL-3.0-or-later
// No page cuts a text or scrolls what fits, in the smallest window and the usual one, in both languages and directions.
#include "gui/merchant.h"
#include "support/fitting.h"
#include "support/runner.h"
#include "ui/imports/imports_page.h"

#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace fitting_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::Merchant;

class FittingTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(QLocale::c());
    }

    void noPageCutsATextOrScrollsWhatFits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("English, smallest") << QString() << QSize(960, 600) << false;
        QTest::newRow("German, smallest") << u"de_DE"_s << QSize(960, 600) << false;
        QTest::newRow("German, usual") << u"de_DE"_s << QSize(1440, 900) << false;
        QTest::newRow("Arabic figures, smallest") << u"ar_EG"_s << QSize(960, 600) << true;
    }
    void noPageCutsATextOrScrollsWhatFits()
    {
        QFETCH(const QString, language);
        QFETCH(const QSize, size);
        QFETCH(const bool, mirrored);
        if (!language.isEmpty())
            QLocale::setDefault(QLocale(language));
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        QTranslator translator;
        if (translator.load(QLocale(language.isEmpty() ? u"en"_s : language), u"tilldeck"_s, u"_"_s, u":/i18n"_s))
            QCoreApplication::installTranslator(&translator);

        Merchant merchant;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        const auto hasRows = [&merchant] {
            const auto tables = merchant.window().findChildren<QTableView *>();
            return std::ranges::any_of(
                tables, [](const QTableView *table) { return table->isVisible() && table->model()->rowCount() > 10; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasRows(), 20000);
        QVERIFY(merchant.activate());
        merchant.window().resize(size);
        QStringList wrong;
        const std::vector<accounts::Account> accounts = merchant.desk->accounts().accounts();
        for (const accounts::Account &account : accounts) {
            emit merchant.window().accountChosen(account.id);
            for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7}) {
                QTest::keyClick(&merchant.window(), key, Qt::AltModifier);
                look(merchant, account.name, wrong);
            }
            QTest::keyClick(&merchant.window(), Qt::Key_2, Qt::AltModifier);
            QTest::keyClick(&merchant.window(), Qt::Key_N, Qt::ControlModifier);
            look(merchant, account.name + u", new session"_s, wrong);
            merchant.window().showPage(ui::PageId::Imports);
            look(merchant, account.name + u", imports"_s, wrong);
            merchant.window().findChild<ui::ImportsPage *>()->openFile(rowsFile());
            look(merchant, account.name + u", a file"_s, wrong);
        }
        wrong.removeDuplicates();
        QCOMPARE(wrong.join(u'\n'), QString());
    }

private:
    QString rowsFile() const
    {
        QFile file(m_folder.filePath(u"orders.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("The file could not be written.");
        file.write("Kunde;Preis-ID;Menge;eine_lange_Bestellnummer;Lager\nabc;price_premium;x;R1;A\n");
        return file.fileName();
    }

    static void look(Merchant &merchant, const QString &where, QStringList &wrong)
    {
        QTest::qWait(150); // lists are read beside the window
        const QString page = QString::number(int(merchant.window().currentPage()));
        const auto find = [&merchant] {
            return test::cutTexts(merchant.window()) + test::needlessScrolling(merchant.window());
        };
        (void)QTest::qWaitFor([&find] { return find().isEmpty(); }, 1500);
        const QStringList found = find();
        for (const QString &one : found)
            wrong << u"%1, page %2: %3"_s.arg(where, page, one);
    }

    QTemporaryDir m_folder;
};

TILLDECK_TEST(FittingTest)

} // namespace fitting_test

#include "tst_fitting.moc"
