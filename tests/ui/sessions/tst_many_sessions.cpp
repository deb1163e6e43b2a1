// SPDX-License-Identifier: GPL-3.0-or-later
// Several sessions at once: choosing them, their links, ending them, the table.
#include "desk_fixture.h"
#include "http/scripted_server.h"
#include "support/export_on_small_disk.h"
#include "support/runner.h"
#include "ui/lists/chip.h"
#include "ui/lists/list_frame.h"
#include "ui/lists/list_model_base.h"
#include "ui/lists/table.h"
#include "ui/sessions/session_export.h"
#include "ui/sessions/session_panel.h"
#include "ui/sessions/sessions_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>

namespace many_sessions_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using http::test::ScriptedServer;
using test::DeskFixture;

class ManySessionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QGuiApplication::clipboard()->clear();
        m_desk = std::make_unique<DeskFixture>();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void everyRowIsChosenAlsoThoseThatAreNotReadYet()
    {
        fill(128);
        open(128);
        m_page->findChild<ui::ListFrame *>()->setPanelWanted(false);
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 128);
        // What can be done with them is there, although the panel was closed.
        QTRY_VERIFY(box()->isVisible());
        QVERIFY(seen().contains(u"128 sessions selected"_s));
        for (const char *name : {"copyLinks", "refreshMany", "expireMany", "exportMany"})
            QVERIFY(button(name)->isEnabled());
        press("exportMany");
        QCOMPARE(saved().size(), 1 + 128);
        press("copyLinks");
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 127);
        // Those that come later are meant too; a click chooses one again.
        m_desk->put(m_desk->session(-1));
        QTRY_VERIFY(seen().contains(u"129 sessions selected"_s));
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_VERIFY(!box()->isVisible());
        QTRY_VERIFY(m_page->sessionActions().record());
        QVERIFY(!button("expireMany")->isEnabled());
    }

    void theKeyboardChoosesSeveralAndOneAgain()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1), m_desk->session(2), m_desk->session(3)});
        open(4);
        QVERIFY(!box()->isVisible());
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(box()->isVisible());
        QVERIFY(seen().contains(u"3 sessions selected"_s));
        QVERIFY(!m_page->sessionActions().copyUrl->isEnabled()); // which one?
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QVERIFY(seen().contains(u"4 sessions selected"_s));

        // Others arrive: the same ones stay selected.
        QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        m_desk->put(m_desk->session(-5));
        QTRY_COMPARE(table()->model()->rowCount(), 5);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 2);
        QVERIFY(table()->selectionModel()->isRowSelected(2) && table()->selectionModel()->isRowSelected(3));

        QTest::keyClick(table(), Qt::Key_Up);
        QVERIFY(!box()->isVisible());
        QTRY_VERIFY(m_page->sessionActions().copyUrl->isEnabled());
        QCOMPARE(m_page->sessionActions().record()->session.id, m_desk->session(1).session.id);
        QVERIFY(m_page->findChild<QWidget *>(u"url"_s)->isVisible());
    }

    void nothingIsSelectedAnyMoreInAnotherAccount()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        openAll(2);
        QTRY_COMPARE(all()->count(), 2);
        m_page->setAccounts({m_desk->addMarketplace()});
        QCOMPARE(all()->count(), -1);
        QVERIFY(!box()->isVisible());
        for (const char *name : {"copyLinks", "refreshMany", "expireMany", "exportMany"})
            QVERIFY(!button(name)->isEnabled());
        QVERIFY(!m_page->sessionActions().record());
        QTRY_COMPARE(all()->count(), 0);
        QVERIFY(!box()->isVisible());
    }

    void aListThatCouldNotBeReadActsOnNothing()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        openAll(2);
        m_desk->breakLedger(u"session"_s);
        m_page->findChild<ui::ChipRow *>()->chip(int(ledger::SessionFilter::Status::Completed))->click();
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(!box()->isVisible());
        for (const char *name : {"copyLinks", "refreshMany", "expireMany", "exportMany"})
            QVERIFY(!button(name)->isEnabled());
        QVERIFY(!m_page->sessionActions().record());
    }

    void aSessionThatIsLookedForIsTheOnlyOneActedOn()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        open(2);
        QVERIFY(m_page->sessionActions().record());
        const QSignalSpy loaded(static_cast<ui::ListModelBase *>(table()->model()), &ui::ListModelBase::loaded);
        m_page->select(m_desk->account.id, u"cs_nowhere"_s);
        QVERIFY(!m_page->sessionActions().record() && !m_page->sessionActions().expireNow->isEnabled());
        QVERIFY(!m_page->findChild<ui::SessionPanel *>()->isVisible());
        // Its filters are cleared, then it is searched for by its id.
        auto *search = m_page->findChild<ui::SearchField *>();
        QTRY_COMPARE(search->text(), u"cs_nowhere"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 0);
        QVERIFY(loaded.count() > 1);
        QVERIFY(!m_page->sessionActions().record());
        // One that comes later is found.
        auto late = m_desk->session(5);
        late.session.id = u"cs_late"_s;
        m_page->select(m_desk->account.id, late.session.id);
        m_desk->put(late);
        QTRY_VERIFY(m_page->sessionActions().record());
        QCOMPARE(m_page->sessionActions().record()->session.id, late.session.id);
    }

    void linksAreCopiedOnePerLine()
    {
        auto over = m_desk->session(1);
        over.session.expiresAt = m_desk->now.addSecs(-1);
        auto paid = m_desk->session(3);
        DeskFixture::setStatus(paid, checkout::SessionStatus::Completed, u"completed"_s);
        m_desk->putMany({m_desk->session(0), over, m_desk->session(2), paid});
        openAll(4);
        press("copyLinks");
        const QString base = u"https://checkout.paymentkit.example/"_s;
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 base + m_desk->session(0).session.secureToken + u'\n' + base + m_desk->session(2).session.secureToken);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QVERIFY(report().startsWith(u"Links copied: 2. Sessions without one: 2."_s));
    }

    void eachIsEndedOnceOneAfterTheOther()
    {
        auto paid = m_desk->session(2, u"Cai"_s);
        DeskFixture::setStatus(paid, checkout::SessionStatus::Completed, u"completed"_s);
        serve();
        m_desk->putMany({m_desk->session(0), m_desk->session(1), paid, m_desk->session(3)});
        openAll(4);
        press("expireMany");
        auto *dialog = m_page->findChild<ui::GuardDialog *>();
        QVERIFY(dialog);
        QVERIFY(textsOf(dialog).contains(u"Expire 3 sessions now?"_s));
        QVERIFY(textsOf(dialog).contains(u"Left out, not open\n1"_s));
        QVERIFY(m_posts.isEmpty());
        emit dialog->chosen(1);
        QTRY_COMPARE(m_posts.size(), 1);
        QCOMPARE(report(), u"Expiring 1 of 3…"_s);
        QVERIFY(!button("expireMany")->isEnabled()); // not twice
        QVERIFY(!button("refreshMany")->isEnabled());
        answer(R"({"id":"cs_000000","secure_token":"tok9vR2mQx8u7Ck0000","status":"expired"})");
        QTRY_COMPARE(m_posts.size(), 2);
        // Its own button is off while it is one of several.
        table()->selectRow(1);
        QVERIFY(!m_page->sessionActions().expireNow->isEnabled());
        answer(R"({"title":"Already paid","status":409})", 409);
        QTRY_COMPARE(m_posts.size(), 3);
        answer(R"({"id":"cs_000003","secure_token":"tok9vR2mQx8u7Ck0003","status":"expired"})");
        QTRY_VERIFY2(report().startsWith(u"2 expired, 1 could not be: "_s), qPrintable(report()));
        QCOMPARE(m_posts.size(), 3);
        for (const char *id : {"cs_000000", "cs_000001", "cs_000003"})
            QCOMPARE(m_posts.filter(QLatin1String(id)).size(), 1);
    }

    void oneThatIsBeingEndedAlreadyIsLeftAlone()
    {
        serve();
        m_desk->putMany({m_desk->session(0), m_desk->session(1)});
        openAll(2);
        press("expireMany");
        auto *many = m_page->findChild<ui::GuardDialog *>();
        table()->selectRow(0);
        m_page->sessionActions().expireNow->trigger();
        for (auto *dialog : m_page->findChildren<ui::GuardDialog *>()) {
            if (dialog != many)
                emit dialog->chosen(1);
        }
        QTRY_COMPARE(m_posts.size(), 1);
        emit many->chosen(1);
        QTRY_COMPARE(m_posts.size(), 2);
        QVERIFY(m_posts[0] != m_posts[1]);
        const bool second = m_posts[1].contains("cs_000001"_L1);
        answer(second ? R"({"id":"cs_000001","secure_token":"tok9vR2mQx8u7Ck0001","status":"expired"})"
                      : R"({"id":"cs_000000","secure_token":"tok9vR2mQx8u7Ck0000","status":"expired"})");
        QTRY_VERIFY2(report().startsWith(u"1 expired, 1 could not be: "_s), qPrintable(report()));
        QVERIFY2(report().contains(u"cs_"_s), qPrintable(report()));
        QCOMPARE(m_posts.size(), 2);
    }

    void aCancelledRunSendsNothingMore()
    {
        serve();
        m_desk->putMany({m_desk->session(0), m_desk->session(1), m_desk->session(2)});
        openAll(3);
        press("expireMany");
        emit m_page->findChild<ui::GuardDialog *>()->chosen(1);
        QTRY_COMPARE(m_posts.size(), 1);
        press("cancelBatch");
        answer(R"({"id":"cs_000000","secure_token":"tok9vR2mQx8u7Ck0000","status":"expired"})");
        QTRY_COMPARE(report(), u"1 expired, 2 left as they were."_s);
        QCOMPARE(m_posts.size(), 1);
        QVERIFY(button("expireMany")->isEnabled());
    }

    void aRunEndsWithTheAccountsThatAreShown()
    {
        serve();
        m_desk->putMany({m_desk->session(0), m_desk->session(1), m_desk->session(2)});
        openAll(3);
        press("expireMany");
        emit m_page->findChild<ui::GuardDialog *>()->chosen(1);
        QTRY_COMPARE(m_posts.size(), 1);
        m_page->setAccounts({m_desk->addMarketplace()});
        QVERIFY(!m_page->findChild<QLabel *>(u"report"_s)->isVisible());
        answer(R"({"id":"cs_000000","secure_token":"tok9vR2mQx8u7Ck0000","status":"expired"})");
        QTRY_COMPARE(report(), u"PaymentKit, Kestrel Studio, LIVE: 1 expired, 2 left as they were."_s);
        QCOMPARE(m_posts.size(), 1);
    }

    void theSelectedOrAllAreSavedAsATable()
    {
        m_desk->putMany({m_desk->session(0), m_desk->session(1), m_desk->session(2)});
        open(3);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        press("exportMany");
        QCOMPARE(saved().size(), 1 + 2);
        QTRY_VERIFY(report().startsWith(u"2 sessions saved in "_s));
        m_page->findChild<QAction *>(u"exportFiltered"_s)->trigger();
        const QStringList lines = saved();
        QCOMPARE(lines.size(), 1 + 3);
        QVERIFY(!lines.join(u'\n').contains(m_desk->session(0).session.secureToken));
        m_page->findChild<QAction *>(u"exportFiltered"_s)->trigger();
        auto *dialog = exportDialog();
        dialog->findChild<QAbstractButton *>(u"export"_s)->click();
        emit fileDialog() -> fileSelected(u"/nowhere/at/all.csv"_s);
        auto *message = dialog->findChild<ui::InlineMessage *>(u"formMessage"_s);
        QTRY_VERIFY(message->text().startsWith(u"The sessions could not be saved in "_s));
        QVERIFY(dialog->isVisible());
        dialog->reject();
        tilldeck::test::exportOnSmallDisks([&](const QString &path) {
            m_page->findChild<QAction *>(u"exportFiltered"_s)->trigger();
            QPointer<ui::SessionExport> shown = exportDialog();
            shown->findChild<QAbstractButton *>(u"export"_s)->click();
            emit fileDialog() -> fileSelected(path);
            const auto isSaid = [&] { return shown->findChild<ui::InlineMessage *>(u"formMessage"_s)->isVisible(); };
            (void)QTest::qWaitFor([&] { return !shown || !shown->isVisible() || isSaid(); });
            const bool isSaved = !shown || !shown->isVisible();
            delete shown;
            return isSaved;
        });
    }

private:
    void fill(int count) const
    {
        std::vector<ledger::SessionRecord> many;
        for (int number = 0; number < count; ++number)
            many.push_back(m_desk->session(number));
        m_desk->putMany(many);
    }
    void open(int rows)
    {
        m_page = std::make_unique<ui::SessionsPage>(*m_desk->desk, *m_desk->refresher, *m_desk->catalogs);
        m_page->resize(1232, 780);
        m_page->show();
        m_page->setAccounts({m_desk->account.id});
        QTRY_COMPARE(table()->model()->rowCount(), rows);
        table()->selectRow(0);
        table()->setFocus();
    }
    void openAll(int rows)
    {
        open(rows);
        table()->selectAll();
        QVERIFY(box()->isVisible());
    }
    /// The provider keeps every caller waiting until answer().
    void serve()
    {
        m_posts.clear();
        m_server = std::make_unique<ScriptedServer>();
        m_server->onRequest = [this](QTcpSocket &socket, const QByteArray &request) {
            if (!request.startsWith("POST")) {
                socket.write(http::test::answer(404, "{}")); // the names of what is sold
                return;
            }
            m_posts << QString::fromUtf8(request.left(request.indexOf('\r')));
            m_waiting = &socket;
        };
        m_desk->connectAt(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()), accounts::Mode::Live);
        const accounts::Account account = m_desk->account;
        m_desk->desk->keys().keepForThisRun(account.id, http::Secret(u"sk_sandbox_x"_s));
    }
    void answer(const QByteArray &json, int status = 200) { m_waiting->write(http::test::answer(status, json)); }
    QStringList saved()
    {
        const QString path = m_desk->out.filePath(u"out.csv"_s);
        QFile::remove(path);
        exportDialog()->findChild<QAbstractButton *>(u"export"_s)->click();
        emit fileDialog() -> fileSelected(path);
        const bool written = QTest::qWaitFor([&] { return QFile::exists(path) && !exportDialog(); });
        QFile file(path);
        return written && file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts)
                   : QStringList();
    }
    ui::SessionExport *exportDialog() const
    {
        const auto dialogs = m_page->findChildren<ui::SessionExport *>();
        const auto shown = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return shown == dialogs.end() ? nullptr : *shown;
    }
    QFileDialog *fileDialog() const
    {
        const auto dialogs = m_page->findChildren<QFileDialog *>();
        for (QFileDialog *dialog : dialogs) {
            if (dialog->isVisible()) {
                dialog->hide();
                return dialog;
            }
        }
        return nullptr;
    }
    void press(const char *name) const
    {
        QVERIFY(button(name)->isEnabled() && button(name)->isVisible());
        QTest::mouseClick(button(name), Qt::LeftButton);
    }
    ui::Table *table() const { return m_page->findChild<ui::Table *>(); }
    ui::Chip *all() const { return m_page->findChild<ui::ChipRow *>()->chip(0); }
    QWidget *box() const { return m_page->findChild<QWidget *>(u"selectionBox"_s); }
    ui::Button *button(const char *name) const { return m_page->findChild<ui::Button *>(QString::fromLatin1(name)); }
    QString report() const { return m_page->findChild<QLabel *>(u"report"_s)->text(); }
    QString seen() const { return textsOf(m_page->findChild<ui::SessionPanel *>()); }
    static QString textsOf(const QWidget *widget)
    {
        QString text;
        for (const auto *label : widget->findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + u'\n';
        }
        return text;
    }

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ui::SessionsPage> m_page;
    QPointer<QTcpSocket> m_waiting;
    QStringList m_posts;
};

TILLDECK_TEST(ManySessionsTest)

} // namespace many_sessions_test

#include "tst_many_sessions.moc"
