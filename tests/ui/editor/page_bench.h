// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's page on a desk of its own, and a provider that counts what reaches it.
#pragma once

#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

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

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(serverPort()); }

    Answer answer;
    int creations = 0;
    QByteArrayList keys; ///< The idempotency key of each creation.

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
        keys << header(request, "idempotency-key");
        if (answer == Answer::Nothing)
            socket->abort();
        else if (answer == Answer::Refused)
            write(socket, "422 Unprocessable Entity", R"({"title": "invalid", "detail": "price not found"})");
        else
            write(socket, "201 Created", createdBody());
    }

    QByteArray createdBody() const
    {
        return "{\"id\": \"cs_" + QByteArray::number(creations) +
               "\", \"secure_token\": \"sec_1\", \"status\": \"open\", \"url\": \"https://pay.example/1\"}";
    }

    static QByteArray header(const QByteArray &request, const QByteArray &name)
    {
        for (const QByteArray &line : request.left(request.indexOf("\r\n\r\n")).split('\n')) {
            if (line.toLower().startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }

    static void write(QTcpSocket *socket, const QByteArray &status, const QByteArray &body)
    {
        const QByteArray now =
            QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'").toLatin1();
        socket->write("HTTP/1.1 " + status + "\r\nDate: " + now +
                      "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                      "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }
};

/// The page on a desk in a folder of its own, with one account at @p server.
class PageBench
{
public:
    explicit PageBench(OneCallServer &server, accounts::ProviderKind provider = accounts::ProviderKind::PaymentKit,
                       accounts::Mode mode = accounts::Mode::Sandbox)
        : desk(std::move(*desk::Desk::open(m_folder.path())))
        , catalogs(*desk)
        , page(*desk, catalogs)
        , created(&page, &ui::EditorPage::sessionCreated)
        , closed(&page, &ui::EditorPage::closed)
    {
        accounts::Account account;
        account.name = u"Kestrel"_s;
        account.provider = provider;
        account.baseUrl = server.url();
        account.accountId = u"acc_1"_s;
        account.mode = mode;
        const auto added = desk->accounts().add(account);
        if (!added)
            qFatal("%s", qPrintable(added.error()));
        accountId = added->id;
        desk->keys().keepForThisRun(accountId, http::Secret(u"sk_sandbox_editor"_s));
        page.resize(1440, 900);
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window did not become active");
    }

    /// Opens a draft that can be created.
    void openDraft(int quantity = 1)
    {
        ledger::DraftRecord record;
        record.id = u"draft_%1"_s.arg(++m_drafts);
        record.accountId = accountId;
        record.draft.lineItems = {checkout::LineItem(u"price_1"_s, quantity)};
        if (desk->capabilities(accountId).takes(checkout::Field::Name)) {
            checkout::LineItem item;
            item.name = u"Tea"_s;
            item.unitAmount = money::Money(500, *money::Currency::fromCode(u"XOF"));
            record.draft.lineItems = {item};
            record.draft.mode = u"payment"_s;
            record.draft.successUrl = u"https://a.example"_s;
            record.draft.returnUrl = u"https://a.example"_s;
        }
        record.savedAt = desk->now();
        desk->ledger().saveDraft(record).waitForFinished();
        page.open(record);
    }

    /// Ctrl+Enter in the editor.
    void pressCreateKeys()
    {
        // The offscreen platform forgets the active window when a dialog closes.
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window did not become active");
        QTest::keyClick(page.screen(), Qt::Key_Return, Qt::ControlModifier);
    }
    ui::Button *create() const { return page.findChild<ui::EditorFooter *>()->createButton(); }
    std::vector<ledger::DraftRecord> drafts() const { return *desk->ledger().drafts({accountId}).result(); }
    ui::GuardDialog *question() const { return page.findChild<ui::GuardDialog *>(); }
    /// Returns whether a label of the question says @p text.
    bool shows(const QString &text) const
    {
        const auto labels = question()->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(text); });
    }
    QAbstractButton *button(const QString &text) const
    {
        for (auto *button : question()->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    void answer(const QString &text) const
    {
        if (auto *chosen = button(text))
            QTest::mouseClick(chosen, Qt::LeftButton);
    }

private:
    QTemporaryDir m_folder;
    int m_drafts = 0;

public:
    std::unique_ptr<desk::Desk> desk;
    desk::CatalogCache catalogs;
    ui::EditorPage page;
    QSignalSpy created;
    QSignalSpy closed;
    QString accountId;
};

} // namespace tilldeck::test
