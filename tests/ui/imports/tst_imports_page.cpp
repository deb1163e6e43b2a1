// SPDX-License-Identifier: GPL-3.0-or-later
// A merchant imports a file: nothing is sent before a yes, each row once, and what is unfinished is gone on with.
#include "support/runner.h"
#include "ui/imports/import_window.h"
#include "ui/widgets/inline_message.h"

#include <QFileDialog>
#include <QSet>
#include <QSignalSpy>

namespace imports_page_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::fileOf;
using tilldeck::test::visible;
using Fault = desk::test::ImportShop::Fault;

class ImportsPageTest : public test::ImportWindow
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void nothingIsSentBeforeTheYesAndEachRowOnce()
    {
        review(fileOf(20));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY(m_shop->sent.isEmpty());
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QVERIFY(question());
        const QString said = test::textOf(question());
        QVERIFY2(said.contains(u"Kestrel"_s) && said.contains(u"20"_s) && said.contains(u"rows.csv"_s),
                 qPrintable(said));
        QVERIFY(question()->focusWidget() != yes());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QTest::qWait(50);
        QVERIFY(m_shop->sent.isEmpty());
        QVERIFY(m_shop->desk().journal().imports(m_shop->account).result()->empty());

        create();
        QTRY_COMPARE_WITH_TIMEOUT(counts(), (QList<int>{20, 20, 0, 0, 0, 0}), 20000);
        QCOMPARE(m_shop->made.size(), 20);
        QCOMPARE(QSet<QString>(m_shop->made.begin(), m_shop->made.end()).size(), 20);
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_COMPARE(label(u"state"_s), u"20 of 20 were created."_s);
        QCOMPARE(rows()->rows().size(), size_t(20));
        QCOMPARE(rows()->index(0, ui::ImportRowModel::Session).data().toString(), u"cs_R0"_s);
    }

    void aSecondYesBeginsNoSecondImport()
    {
        review(fileOf(30));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QPointer<ui::Button> first = button(u"createSessions"_s);
        first->click();
        first->click();
        QCOMPARE(m_page->findChildren<ui::GuardDialog *>(u"importQuestion"_s).size(), 1);
        QPointer<ui::GuardDialog> dialog = question();
        QPointer<QPushButton> answer = yes();
        QTest::mouseDClick(answer, Qt::LeftButton);
        if (answer)
            answer->click();
        if (dialog) {
            emit dialog->chosen(1);
            QTest::keyClick(dialog, Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->sent.size() == 30, 20000);
        QTest::qWait(100);
        QCOMPARE(m_shop->sent.size(), 30);
        QCOMPARE(m_shop->desk().journal().imports(m_shop->account).result()->size(), size_t(1));
    }

    void whilePausedNothingIsSent()
    {
        review(fileOf(60));
        create();
        QTRY_VERIFY(m_shop->made.size() > 3);
        QTest::mouseClick(button(u"pause"_s), Qt::LeftButton);
        // Those under way still end.
        QTRY_COMPARE(m_page->findChild<desk::SessionImport *>()->progress().underWay, 0);
        const qsizetype sent = m_shop->sent.size();
        QVERIFY(sent < 60);
        QVERIFY2(label(u"state"_s).contains(u"Paused"_s), qPrintable(label(u"state"_s)));
        QVERIFY2(!label(u"state"_s).contains(u"a second"_s), qPrintable(label(u"state"_s)));
        QTest::qWait(300);
        QCOMPARE(m_shop->sent.size(), sent);
        QTest::mouseClick(button(u"pause"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(counts(), (QList<int>{60, 60, 0, 0, 0, 0}), 20000);
        QCOMPARE(m_shop->sent.size(), 60);
    }

    void theSameRowsAgainAreAQuestion()
    {
        review(fileOf(4));
        create();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->made.size() == 4, 10000);
        review(fileOf(4));
        create();
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), 10000);
        QCOMPARE(m_shop->sent.size(), 4);
        press(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), u"Cancel"_s);
        QTest::qWait(50);
        QCOMPARE(m_shop->sent.size(), 4);
        create();
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), 10000);
        press(visible<ui::GuardDialog>(m_page.get(), u"earlier"_s), u"Create others"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->sent.size(), 8, 10000);
    }

    void whatWasStoppedIsGoneOnWithOrLeft()
    {
        review(fileOf(80));
        create();
        QTRY_VERIFY(m_shop->made.size() > 3);
        QTest::mouseClick(button(u"stop"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->isRunning());
        const qsizetype sent = m_shop->sent.size();
        QVERIFY(sent < 80);
        QTRY_VERIFY(button(u"goOn"_s));
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY(m_shop->sent.size() > sent + 3);
        QTest::mouseClick(button(u"stop"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_page->isRunning());
        QTRY_VERIFY(button(u"cancelRest"_s));
        QTest::mouseClick(button(u"cancelRest"_s), Qt::LeftButton);
        press(visible<ui::GuardDialog>(m_page.get(), u"cancelQuestion"_s), u"Cancel the rest"_s);
        QTRY_COMPARE(counts().at(4), 0);
        QCOMPARE(counts().at(1) + counts().at(5), 80);
        QCOMPARE(QSet<QString>(m_shop->sent.begin(), m_shop->sent.end()).size(), m_shop->sent.size());
        QTRY_VERIFY(!button(u"goOn"_s));
    }

    void whatTheProvidersListCannotTellIsAskedBeforeItIsSent()
    {
        m_shop->onCreate = [](int number) { return number > 4 ? Fault::KeyRefused : Fault::None; };
        review(fileOf(20));
        create();
        QTRY_VERIFY(button(u"goOn"_s) && !m_page->isRunning());
        const qsizetype sent = m_shop->sent.size();
        m_shop->onCreate = {};
        m_shop->heedsOffset = false; // its pages do not join
        m_shop->perPage = 3;
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), 10000);
        QCOMPARE(m_shop->sent.size(), sent);
        press(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), u"Not now"_s);
        QTRY_VERIFY(button(u"goOn"_s) && !m_page->isRunning());
        QCOMPARE(m_shop->sent.size(), sent);
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), 10000);
        press(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), u"Send them"_s);
        QTRY_COMPARE_WITH_TIMEOUT(counts(), (QList<int>{20, 20, 0, 0, 0, 0}), 20000);
    }

    void theQuestionSendsTheRowsOfTheImportThatAsked()
    {
        m_shop->onCreate = [](int number) { return number > 4 ? Fault::KeyRefused : Fault::None; };
        review(fileOf(12));
        create();
        QTRY_VERIFY(button(u"goOn"_s) && !m_page->isRunning());
        m_shop->onCreate = {};
        m_shop->heedsOffset = false; // its pages do not join
        m_shop->perPage = 3;
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), 10000);
        press(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), u"Not now"_s);
        QTRY_VERIFY(button(u"goOn"_s) && !m_page->isRunning());
        m_shop->onCreate = [isFirst = true](int) mutable {
            return std::exchange(isFirst, false) ? Fault::TooMany : Fault::None;
        };
        review(fileOf(6, "S"));
        create();
        QTRY_VERIFY_WITH_TIMEOUT(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), 10000);
        press(visible<ui::GuardDialog>(m_page.get(), u"unsure"_s), u"Send them"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_shop->made.filter(u"S"_s).size(), 6, 20000);
        QTRY_VERIFY(!m_page->isRunning());
        QCOMPARE(m_shop->made.filter(u"R"_s).size(), 4);
    }

    void whatACrashCutOffStandsInTheListAfterwards()
    {
        m_shop->onCreate = [](int number) { return number > 6 ? Fault::Silent : Fault::None; };
        review(fileOf(30));
        create();
        QTRY_VERIFY(m_shop->sent.size() >= 8);
        close();
        m_shop->bench.restart();
        QTest::qWait(300); // what was on its way arrives
        m_shop->onCreate = {};
        open();
        auto *table = visible<ui::Table>(m_page.get());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const qsizetype sent = m_shop->sent.size(); // with those that were on their way when it ended
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::mouseClick(button(u"openImport"_s), Qt::LeftButton);
        QCOMPARE(m_shop->sent.size(), sent);
        QTRY_VERIFY(button(u"goOn"_s));
        QTRY_COMPARE(rows()->rows().size(), size_t(30));
        QTest::mouseClick(button(u"goOn"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(counts().at(4) == 0 && !m_page->isRunning(), 20000);
        // Those that may have been sent are not sent again.
        QCOMPARE(QSet<QString>(m_shop->sent.begin(), m_shop->sent.end()).size(), m_shop->sent.size());
        QCOMPARE(counts().at(1) + counts().at(3), 30);
        QVERIFY(counts().at(3) > 0);
        QTRY_VERIFY(button(u"lookUp"_s));
        QSignalSpy asked(m_page.get(), &ui::ImportsPage::attentionRequested);
        QTest::mouseClick(button(u"lookUp"_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void theResultIsSavedAndNeverInThePlaceOfTheFile()
    {
        m_shop->onCreate = [](int number) { return number == 2 ? Fault::Refused : Fault::None; };
        const QByteArray bytes = fileOf(3);
        review(bytes);
        create();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning() && m_shop->sent.size() == 3, 10000);
        saveAs(path());
        QFile source(path());
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(source.readAll(), bytes);
        QVERIFY(visible<ui::InlineMessage>(m_page.get())->text().contains(u"take the place"_s));
        const QString result = m_folder->filePath(u"result.csv"_s);
        saveAs(result);
        QFile saved(result);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(saved.readAll());
        QCOMPARE(text.count(u",created,"_s), 2);
        QCOMPARE(text.count(u",refused,"_s), 1);
        QVERIFY(text.contains(u"sec_R0"_s) || text.contains(u"sec_R1"_s));
        QCOMPARE(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto refused =
            std::ranges::find(rows()->rows(), desk::SessionImport::End::Refused, &desk::SessionImport::Row::end);
        QVERIFY(refused != rows()->rows().end() && !refused->note.isEmpty());
    }

    void theProvidersLimitIsWaitedOutAndSaid()
    {
        m_shop->onCreate = [](int number) { return number == 3 ? Fault::TooMany : Fault::None; };
        review(fileOf(40));
        create();
        QTRY_VERIFY2(label(u"state"_s).contains(u"waiting out the provider's limit"_s), qPrintable(label(u"state"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->isRunning(), 20000);
        QCOMPARE(counts().at(1) + counts().at(2), 40);
    }

    void realMoneyIsNamedInTheQuestion()
    {
        accounts::Account account = *m_shop->desk().accounts().byId(m_shop->account);
        account.name = u"Kestrel, for real"_s;
        account.accountId = u"acc_2"_s;
        account.mode = accounts::Mode::Live;
        const auto live = m_shop->desk().accounts().add(account);
        QVERIFY2(live.has_value(), live ? "" : qPrintable(live.error()));
        m_shop->desk().keys().keepForThisRun(live->id, http::Secret(u"sk_live_kestrel_1"_s));
        m_page->setAccount(live->id);
        review(fileOf(3));
        QTRY_VERIFY(button(u"createSessions"_s)->isEnabled());
        QVERIFY2(button(u"createSessions"_s)->text().contains(u"live"_s),
                 qPrintable(button(u"createSessions"_s)->text()));
        QTest::mouseClick(button(u"createSessions"_s), Qt::LeftButton);
        QVERIFY(test::textOf(question()).contains(u"LIVE"_s) && test::textOf(question()).contains(u"real money"_s));
        QCOMPARE(ui::buttonKind(yes()), ui::ButtonKind::Danger);
        QVERIFY(!yes()->isDefault());
        // Enter is an answer of no.
        QTest::keyClick(question()->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!question());
        QTest::qWait(50);
        QVERIFY(m_shop->sent.isEmpty());
    }
};

TILLDECK_TEST(ImportsPageTest)

} // namespace imports_page_test

#include "tst_imports_page.moc"
