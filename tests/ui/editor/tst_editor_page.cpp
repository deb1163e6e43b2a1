// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_page.h"
#include "ui/forms/number_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace editor_page_test {

using namespace tilldeck;
using namespace tilldeck::ui;
using checkout::LineItem;
using checkout::SessionDraft;

namespace {

/// A provider without lists that answers a creation as told, and counts how many reached it.
class OneCallServer : public QTcpServer
{
public:
    enum class Answer { Created, Refused, Nothing };

    explicit OneCallServer(Answer answer)
        : answer(answer)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    Answer answer;
    int creations = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        const auto head = request.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const bool post = request.startsWith("POST");
        if (post && !request.endsWith("}"))
            return;
        socket->setProperty("request", QByteArray());
        if (!post) {
            write(socket, "404 Not Found", "{}");
            return;
        }
        ++creations;
        if (answer == Answer::Nothing)
            socket->abort();
        else if (answer == Answer::Refused)
            write(socket, "422 Unprocessable Entity", R"({"title": "invalid", "detail": "price not found"})");
        else
            write(socket, "201 Created", R"({"id": "cs_1", "secure_token": "sec_1", "status": "open"})");
    }

    static void write(QTcpSocket *socket, const QByteArray &status, const QByteArray &body)
    {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

/// The page on a desk in a folder of its own, with one account at SERVER.
class PageBench
{
public:
    explicit PageBench(OneCallServer &server, accounts::ProviderKind provider = accounts::ProviderKind::PaymentKit)
        : desk(std::move(*desk::Desk::open(m_folder.path())))
        , catalogs(*desk)
        , page(*desk, catalogs)
        , created(&page, &EditorPage::sessionCreated)
        , closed(&page, &EditorPage::closed)
    {
        accounts::Account account;
        account.name = QStringLiteral("Kestrel");
        account.provider = provider;
        account.baseUrl = server.url();
        account.accountId = QStringLiteral("acc_1");
        account.mode = accounts::Mode::Sandbox;
        const auto added = desk->accounts().add(account);
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        accountId = added->id;
        desk->keys().keepForThisRun(accountId, http::Secret(QStringLiteral("sk_sandbox_editor")));
        page.resize(1440, 900);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window did not become active");
    }

    /// Opens a draft that can be created.
    void openDraft()
    {
        ledger::DraftRecord record;
        record.id = QStringLiteral("draft_1");
        record.accountId = accountId;
        record.draft.lineItems = {LineItem(QStringLiteral("price_1"), 1)};
        record.savedAt = desk->now();
        desk->ledger().saveDraft(record).waitForFinished();
        page.open(record);
    }

    Button *create() const { return page.findChild<EditorFooter *>()->createButton(); }
    std::vector<ledger::DraftRecord> drafts() const { return *desk->ledger().drafts({accountId}).result(); }
    GuardDialog *question() const { return page.findChild<GuardDialog *>(); }
    void answer(const QString &text) const
    {
        for (auto *button : question()->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

private:
    QTemporaryDir m_folder;

public:
    std::unique_ptr<desk::Desk> desk;
    desk::CatalogCache catalogs;
    EditorPage page;
    QSignalSpy created;
    QSignalSpy closed;
    QString accountId;
};

} // namespace

class EditorPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pressedTwiceCreatesOnce()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.openDraft();
        QVERIFY(bench.create()->isEnabled());
        QTest::mouseDClick(bench.create(), Qt::LeftButton);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.create()->isEnabled());
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 1);
        QTRY_VERIFY(bench.drafts().empty());
        QCOMPARE(bench.created[0][0].value<ledger::SessionRecord>().session.id, QStringLiteral("cs_1"));
    }

    void aRefusalKeepsTheDraft()
    {
        OneCallServer server(OneCallServer::Answer::Refused);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.create()->isEnabled());
        QCOMPARE(server.creations, 1);
        QCOMPARE(bench.created.count(), 0);
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
    }

    void noAnswerAsksAndNeverSendsByItself()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        QCOMPARE(server.creations, 1);
        QTRY_VERIFY(bench.drafts().empty());
        bench.answer(QStringLiteral("Decide later"));
        QCOMPARE(bench.closed.count(), 1);
        QCOMPARE(server.creations, 1);
    }

    void createAgainSettlesTheFirstTryBefore()
    {
        OneCallServer server(OneCallServer::Answer::Nothing);
        PageBench bench(server);
        bench.openDraft();
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.question() && bench.question()->isVisible());
        server.answer = OneCallServer::Answer::Created;
        bench.answer(QStringLiteral("Create again anyway"));
        QTRY_COMPARE(bench.created.count(), 1);
        QCOMPARE(server.creations, 2);
        QVERIFY(bench.desk->journal().unknown().result()->empty());
    }

    void changesAreSavedASecondLater()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        bench.page.startNew(bench.accountId);
        QVERIFY(!bench.create()->isEnabled());
        auto *quantity = bench.page.findChild<NumberField *>();
        quantity->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.lineItems.front().quantity, 2);
        QTest::keyClick(bench.page.screen(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(server.creations, 0);
    }

    void anotherFlowKeepsFocusAndText()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server, accounts::ProviderKind::Khaime);
        bench.page.startNew(bench.accountId);
        const auto field = [&](const QString &name) -> QLineEdit * {
            for (auto *edit : bench.page.findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == name && edit->isVisible())
                    return edit;
            }
            return nullptr;
        };
        QCOMPARE(QApplication::focusWidget(), field(QStringLiteral("You receive")));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("90"));
        QTest::keyClicks(field(QStringLiteral("Reference")), QStringLiteral("KS-1"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTRY_VERIFY(!field(QStringLiteral("Reference")));
        // The offscreen platform forgets the active window with the screen before; the page remembers the focus.
        QPointer<QWidget> chosen = bench.page.focusWidget();
        QVERIFY(chosen && qobject_cast<QAbstractButton *>(chosen)->isChecked());
        QCOMPARE(field(QStringLiteral("You receive"))->text(), QStringLiteral("90"));
        // What this flow does not take is kept, on the disk too.
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.reference, QStringLiteral("KS-1"));
        QCOMPARE(server.creations, 0);
    }

    void closingWithinThatSecondKeepsTheDraft()
    {
        OneCallServer server(OneCallServer::Answer::Created);
        PageBench bench(server);
        {
            EditorPage page(*bench.desk, bench.catalogs);
            page.show();
            page.startNew(bench.accountId);
            page.findChild<NumberField *>()->setFocus();
            QTest::keyClick(page.focusWidget(), Qt::Key_Up);
            QVERIFY(bench.drafts().empty());
        }
        QTRY_COMPARE(bench.drafts().size(), size_t(1));
        QCOMPARE(bench.drafts().front().draft.lineItems.front().quantity, 2);
    }
};

TILLDECK_TEST(EditorPageTest)

} // namespace editor_page_test

#include "tst_editor_page.moc"
