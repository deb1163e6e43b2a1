// SPDX-License-Identifier: GPL-3.0-or-later
// canary_window: the window of `tilldeck`, from its library, in a program of its own, for tst_window_canary to look
// into. The first line of standard input names accounts with their keys. The program connects them, creates, loses the
// answer to a creation, refunds, copies, exports and looks at the requests, as a merchant does by its buttons. What it
// showed and copied goes into the file that the order names. Before the creation whose answer the test spoils
// it says "lose PROVIDER", before an account whose key the keychain shall not take "lock", and waits for a line; at the
// end it says "done" and ends with standard input.
#include "canary/steps.h"
#include "desk/data_directory.h"
#include "gui/merchant.h"
#include "http/process_secrets.h"
#include "ui/accounts/accounts_page.h"
#include "ui/activity/requests_page.h"
#include "ui/activity/signature_dialog.h"
#include "ui/editor/editor_page.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/number_field.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/promotions/promotion_model.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/masked_field.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPointer>

#include <sys/stat.h>

namespace {

using namespace Qt::StringLiterals;
using namespace tilldeck;
using namespace tilldeck::canary;

/// Does what a merchant does, and remembers what was shown.
class Walk
{
public:
    explicit Walk(test::Merchant &merchant)
        : m_merchant(merchant)
    {
    }

    void through(const QJsonObject &account)
    {
        m_provider = account[u"provider"].toString();
        if (account[u"locks"].toBool())
            tell(u"lock"_s);
        connectAccount(account);
        if (account[u"echoes"].toBool())
            return beRefused();
        createAndHandOut();
        loseACreation();
        refund();
        if (m_provider == "paymentkit"_L1)
            makeCodes();
        exportLists();
        showPages();
        checkASignature(account[u"webhook_secret"].toString());
    }

    /// Reads each request of this run and copies it.
    void readRequests()
    {
        m_merchant.window().showPage(ui::PageId::Activity);
        require(m_merchant.press(u"showRequests"_s), u"the requests are not shown"_s);
        auto *page = m_merchant.window().findChild<ui::RequestsPage *>();
        const auto *text = page->findChild<QPlainTextEdit *>();
        QTableView *table = m_merchant.table(u"Requests"_s);
        waitFor([table] { return table->model()->rowCount() > 10; }, u"there are no requests"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            table->selectRow(row);
            m_requests += text->toPlainText() + u'\n';
            require(m_merchant.press(u"copyRequest"_s), u"a request cannot be copied"_s);
            require(clipboard().contains("curl "_L1), u"a request was not copied"_s);
            m_requests += clipboard() + u'\n';
        }
        m_requestCount = table->model()->rowCount();
    }

    QJsonObject report() const
    {
        return {{u"secrets"_s, m_secrets},
                {u"handed_out"_s, m_handedOut},
                {u"screen"_s, m_screen},
                {u"requests"_s, m_requests},
                {u"request_count"_s, m_requestCount},
                {u"refunds"_s, m_refunds},
                {u"kept"_s, m_kept},
                {u"codes"_s, m_codes}};
    }

private:
    template <class Child> Child *child(const QString &name) const { return m_merchant.find<Child>(name); }

    void connectAccount(const QJsonObject &account)
    {
        const auto before = m_merchant.desk->accounts().accounts().size();
        m_merchant.window().findChild<ui::AccountsPage *>()->addAccount(m_provider);
        waitFor([this] { return child<QLineEdit>(u"key"_s); }, u"the dialog for an account does not open"_s);
        for (const auto &[field, member] :
             {std::pair(u"name"_s, "name"_L1), std::pair(u"baseUrl"_s, "base_url"_L1),
              std::pair(u"accountId"_s, "account_id"_L1), std::pair(u"merchantId"_s, "merchant_id"_L1),
              std::pair(u"key"_s, "key"_L1)}) {
            if (child<QLineEdit>(field))
                m_merchant.type<QLineEdit>(field, account[member].toString());
        }
        lookAtTheScreen();
        require(m_merchant.press(u"save"_s), u"the account cannot be saved"_s);
        // Where the keychain does not take the key, the dialog says so and is left by the same button.
        const auto isOver = [this] { return !child<QLineEdit>(u"key"_s); };
        const auto isNotConnected = u"the account %1 is not connected"_s.arg(account[u"name"].toString());
        const auto isSaved = [&] { return child<QAbstractButton>(u"Done"_s) || isOver(); };
        waitFor([&] { return isSaved() || child<QAbstractButton>(u"Save anyway"_s); }, isNotConnected);
        // A provider that lists nothing is asked about.
        require(isSaved() || (account[u"echoes"].toBool() && m_merchant.press(u"Save anyway"_s)), isNotConnected);
        waitFor(isSaved, isNotConnected);
        m_kept += isOver() ? 1 : 0;
        lookAtTheScreen();
        require(isOver() || m_merchant.press(u"Done"_s), u"the dialog cannot be left"_s);
        const auto accounts = m_merchant.desk->accounts().accounts();
        require(accounts.size() == before + 1, u"no account was added"_s);
        m_accountId = accounts.back().id;
        emit m_merchant.window().accountChosen(m_accountId);
    }

    /// Opens the draft and presses the button that creates it; returns the session, or nothing where a question opens.
    std::optional<ledger::SessionRecord> create(int number, bool isLost = false)
    {
        auto *editor = m_merchant.window().findChild<ui::EditorPage *>();
        ledger::DraftRecord record;
        record.accountId = m_accountId;
        record.draft = draftFor(m_provider, number);
        editor->open(record);
        m_merchant.window().showPage(ui::PageId::Editor);
        waitFor([&] { return editor->canCreate() && editor->isVisible(); }, u"the draft cannot be created"_s);
        std::optional<ledger::SessionRecord> made;
        if (isLost) {
            // The next request is the creation: a preview may be of the same kind at the provider.
            tell(u"lose "_s + m_provider);
        }
        QObject context;
        QObject::connect(editor, &ui::EditorPage::sessionCreated, &context,
                         [&made](const ledger::SessionRecord &created) { made = created; });
        require(m_merchant.press(u"Create sandbox session"_s), u"the button to create is disabled"_s);
        waitFor([&] { return made || openDialog<ui::GuardDialog>() || !editor->isBusy(); },
                u"the creation does not end"_s);
        return made;
    }

    /// Its provider puts the key into every text of a refusal.
    void beRefused()
    {
        require(!create(1), u"the provider does not refuse"_s);
        lookAtTheScreen();
        showPages();
    }

    void makeCodes()
    {
        m_merchant.window().showPage(ui::PageId::Promotions);
        const auto *page = m_merchant.window().findChild<ui::PromotionsPage *>();
        const auto *model = page->findChild<ui::PromotionModel *>();
        waitFor([&] { return page->isVisible() && model->rowCount() > 0; }, u"there are no promotion codes"_s);
        require(m_merchant.press(u"New code"_s), u"no code can be made"_s);
        const QPointer<ui::PromotionDialog> dialog = openDialog<ui::PromotionDialog>();
        require(dialog, u"no dialog asks for codes"_s);
        require(m_merchant.press(u"Many codes"_s), u"there is one code only"_s);
        for (auto *combo : dialog->findChildren<QComboBox *>()) {
            if (const int coupon = combo->findData(u"coupon_half"_s); coupon >= 0)
                combo->setCurrentIndex(coupon);
        }
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pattern"_s), u"CANARY####"_s);
        dialog->findChild<ui::NumberField *>(u"count"_s)->setText(u"3"_s);
        require(m_merchant.press(u"Create codes"_s), u"the codes cannot be created"_s);
        waitFor([&] { return dialog->busy() == ui::FormDialog::Busy::No; }, u"the codes do not end"_s);
        lookAtTheScreen();
        m_codes += dialog->findChild<QLabel *>(u"state"_s)->text().section(u' ', 0, 0).toInt();
        dialog->reject();
    }

    void createAndHandOut()
    {
        const auto made = create(1);
        require(made.has_value(), u"the session was not created"_s);
        const auto *sessions = m_merchant.window().findChild<ui::SessionsPage *>();
        const ui::SessionActions &actions = sessions->sessionActions();
        waitFor([&] { return actions.record() && actions.record()->session.id == made->session.id; },
                u"the session is not shown"_s);
        lookAtTheScreen();
        for (const QString &name : {u"token"_s, u"clientSecret"_s, u"publishableKey"_s}) {
            auto *field = child<ui::MaskedField>(name);
            if (!field)
                continue;
            field->setRevealed(true);
            learn(name, field->visibleText());
            field->copy();
            require(clipboard() == field->visibleText(), name + u" was not copied"_s);
            field->setRevealed(false);
        }
        for (QAction *copy :
             {actions.copyToken, actions.copyUrl, actions.copyClientSecret, actions.copyId, actions.copyMail,
              actions.copyMarkdown, actions.copyHtml, actions.copyCurl, actions.copyJson}) {
            if (!copy->isEnabled())
                continue;
            QGuiApplication::clipboard()->clear();
            copy->trigger();
            waitFor([] { return !clipboard().isEmpty(); }, copy->objectName() + u" copies nothing"_s);
            m_handedOut += clipboard() + u'\n';
            if (copy == actions.copyUrl)
                learn(u"URL"_s, clipboard());
        }
        if (actions.showQr->isEnabled()) {
            actions.showQr->trigger();
            waitFor([this] { return child<QAbstractButton>(u"Save PNG"_s); }, u"the QR code is not shown"_s);
            require(m_merchant.press(u"Save PNG"_s), u"the QR code cannot be saved"_s);
            saveAs(m_provider + u"-qr.png"_s);
            for (QWidget *popup = QApplication::activePopupWidget(); popup; popup = QApplication::activePopupWidget())
                popup->close();
        }
        lookAtTheScreen();
    }

    /// The session is made, and its answer lost.
    void loseACreation()
    {
        require(!create(2, true), u"the answer was not lost"_s);
        lookAtTheScreen();
        const QPointer<ui::GuardDialog> question = openDialog<ui::GuardDialog>();
        require(m_merchant.press(u"Decide later"_s), u"the question cannot be left"_s);
        waitFor([&] { return !question || !question->isVisible(); }, u"the question stays"_s);
    }

    void refund()
    {
        if (m_provider == "ikawaari"_L1)
            return; // its shop begins without payments
        m_merchant.window().showPage(ui::PageId::Transactions);
        const QTableView *payments = m_merchant.table(u"Transactions"_s);
        const auto row = [payments] { return test::Merchant::rowWith(payments, u"Succeeded"_s); };
        waitFor([&] { return row() >= 0; }, u"there is no payment"_s);
        m_merchant.table(u"Transactions"_s)->selectRow(row());
        waitFor([this] { return child<QAbstractButton>(u"Refund…"_s); }, u"no refund is offered"_s);
        require(m_merchant.press(u"Refund…"_s), u"the refund cannot be begun"_s);
        waitFor([this] { return child<QLineEdit>(u"amount"_s); }, u"the dialog for a refund does not open"_s);
        m_merchant.type<QLineEdit>(u"amount"_s, u"1"_s);
        const QPointer<ui::RefundDialog> open = openDialog<ui::RefundDialog>();
        const auto button = [&] { return open ? open->findChild<QAbstractButton *>(u"refund"_s) : nullptr; };
        waitFor([&] { return button() && button()->isEnabled(); }, u"the refund cannot be pressed"_s);
        QTest::mouseClick(button(), Qt::LeftButton);
        waitFor([&] { return !open || !open->isVisible() || openDialog<ui::GuardDialog>(); },
                u"the refund does not end"_s);
        lookAtTheScreen();
        if (openDialog<ui::GuardDialog>())
            require(m_merchant.press(u"Decide later"_s), u"the question of the refund cannot be left"_s);
        ++m_refunds;
    }

    void exportLists()
    {
        if (m_provider != "ikawaari"_L1) {
            m_merchant.window().showPage(ui::PageId::Transactions);
            require(m_merchant.press(u"exportCsv"_s), u"payments cannot be exported"_s);
            waitFor([this] { return child<QAbstractButton>(u"export"_s); }, u"the dialog to export does not open"_s);
            require(m_merchant.press(u"export"_s), u"no file can be chosen"_s);
            saveAs(m_provider + u"-payments.csv"_s);
            waitFor([] { return !openDialog<ui::FormDialog>(); }, u"the dialog to export stays"_s);
        }
        m_merchant.window().showPage(ui::PageId::Sessions);
        m_merchant.window().findChild<ui::SessionsPage *>()->exportFiltered();
        require(m_merchant.press(u"export"_s), u"no file can be chosen"_s);
        saveAs(m_provider + u"-sessions.csv"_s);
        waitFor([] { return !openDialog<ui::FormDialog>(); }, u"the dialog to export stays"_s);
    }

    void showPages()
    {
        for (const ui::PageId page :
             {ui::PageId::Overview, ui::PageId::Sessions, ui::PageId::Transactions, ui::PageId::Promotions,
              ui::PageId::Catalog, ui::PageId::Activity, ui::PageId::Accounts}) {
            m_merchant.window().showPage(page);
            lookAtTheScreen();
        }
    }

    void checkASignature(const QString &secret)
    {
        m_merchant.window().showPage(ui::PageId::Activity);
        require(m_merchant.press(u"checkSignature"_s), u"no signature can be checked"_s);
        waitFor([this] { return child<QLineEdit>(u"secret"_s); }, u"the dialog for a signature does not open"_s);
        m_merchant.type<QPlainTextEdit>(u"body"_s, u"{}"_s);
        m_merchant.type<QLineEdit>(u"signature"_s, u"sha256=0123456789abcdef"_s);
        m_merchant.type<QLineEdit>(u"secret"_s, secret);
        require(m_merchant.press(u"check"_s), u"the signature cannot be checked"_s);
        lookAtTheScreen();
        openDialog<ui::SignatureDialog>()->reject();
    }

    /// Chooses a file in the home of this program, and waits for it.
    static void saveAs(const QString &name)
    {
        waitFor([] { return openDialog<QFileDialog>(); }, u"no file is asked for: "_s + name);
        auto *dialog = openDialog<QFileDialog>();
        const QString path = QDir::home().filePath(name);
        emit dialog->fileSelected(path);
        dialog->hide(); // to close it is to choose nothing
        dialog->deleteLater();
        waitFor([&] { return QFileInfo(path).size() > 0; }, u"nothing was saved: "_s + name);
    }

    void learn(const QString &what, const QString &secret)
    {
        require(!secret.contains(QChar(0x2022)), what + u" is not revealed"_s);
        constexpr int telling = 16; // a shorter text stands elsewhere by chance
        if (secret.size() >= telling)
            m_secrets.insert(what + u" of "_s + m_provider, secret);
    }

    /// Remembers every text of the visible windows, also what is read aloud or shown under the mouse.
    void lookAtTheScreen()
    {
        for (const QWidget *widget : QApplication::allWidgets()) {
            if (!widget->isVisible())
                continue;
            const auto *edit = qobject_cast<const QLineEdit *>(widget);
            m_screen += widget->toolTip() + u'\n' + widget->accessibleName() + u'\n' + widget->accessibleDescription() +
                        u'\n' + widget->windowTitle() + u'\n' +
                        (edit ? edit->displayText() : widget->property("text").toString()) + u'\n' +
                        widget->property("plainText").toString() + u'\n';
        }
    }

    test::Merchant &m_merchant;
    QString m_provider, m_accountId;
    QJsonObject m_secrets;  ///< What was revealed or copied, by what it is.
    QString m_handedOut;    ///< What was copied on the merchant's word, with tokens.
    QString m_screen;       ///< What was seen while no secret was revealed.
    QString m_requests;     ///< What Activity › Requests showed and copied.
    int m_requestCount = 0; ///< How many requests that were.
    int m_refunds = 0;
    int m_kept = 0; ///< How many keys the keychain took.
    int m_codes = 0;
};

} // namespace

int main(int argc, char **argv)
{
    umask(077);
    http::forbidMemoryDumpsUnlessAllowed();
    (void)http::takeFromEnvironment("TILLDECK_KEY");
    const QApplication app(argc, argv);
    QCoreApplication::setOrganizationDomain(u"tilldeck.org"_s);
    QCoreApplication::setApplicationName(u"tilldeck"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QJsonObject order = QJsonDocument::fromJson(nextLine()).object();
    {
        test::Merchant merchant(desk::dataDirectory().value());
        require(merchant.activate(), u"the window does not become active"_s);
        Walk walk(merchant);
        for (const QJsonValue &account : order[u"accounts"].toArray())
            walk.through(account.toObject());
        walk.readRequests();
        QFile report(order[u"report"].toString());
        require(report.open(QIODevice::WriteOnly) &&
                    report.write(QJsonDocument(walk.report()).toJson(QJsonDocument::Compact)) > 0 && report.flush(),
                u"the report cannot be written"_s);
        tell(u"done"_s);
    }
    return 0;
}
