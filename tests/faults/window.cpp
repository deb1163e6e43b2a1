// SPDX-License-Identifier: GPL-3.0-or-later
// fault_window: the window of the dashboard in a program of its own, for the campaign to kill. It reads what to do from
// the first line of its standard input, says "ready" when the next press of a button is the one in question, waits for
// another line, presses it, and says what a merchant was told. The window is that of `tilldeck`, from its library.
#include "dashboard/dashboard.h"
#include "faults/desk_steps.h"
#include "faults/stall_watch.h"
#include "faults/window_lists.h"
#include "sandbox/tls.h"
#include "ui/editor/editor_page.h"
#include "ui/forms/number_field.h"
#include "ui/lists/table.h"
#include "ui/promotions/coupon_dialog.h"
#include "ui/promotions/promotion_dialog.h"
#include "ui/promotions/promotion_model.h"
#include "ui/promotions/promotion_panel.h"
#include "ui/promotions/promotions_page.h"
#include "ui/sessions/sessions_page.h"
#include "ui/transactions/refund_dialog.h"
#include "ui/widgets/guard_dialog.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QEventLoop>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSocketNotifier>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <variant>

namespace {

using namespace tilldeck;
using namespace tilldeck::faults;
using Told = Action::Told;

constexpr int longest = 60'000; // milliseconds

QByteArray nextLine()
{
    std::string line;
    std::getline(std::cin, line);
    return QByteArray::fromStdString(line);
}

template <class Condition> bool waitUntil(Condition condition)
{
    QEventLoop loop;
    QTimer looks;
    QObject::connect(&looks, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    constexpr int often = 5; // milliseconds
    looks.start(often);
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    if (!condition())
        loop.exec();
    return condition();
}

/// Returns the dialog of a kind that is open; null when there is none.
template <class Dialog> Dialog *openDialog()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<Dialog *>(top); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// Returns a dialog that asks the merchant something; null when none is open.
ui::GuardDialog *question()
{
    return openDialog<ui::GuardDialog>();
}

bool press(const QWidget *in, const QString &text)
{
    for (auto *button : in->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled() && button->text().startsWith(text)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

class Merchant
{
public:
    Merchant(desk::Desk &desk, ui::MainWindow &window, Action &action)
        : m_desk(desk)
        , m_window(window)
        , m_action(action)
    {
    }

    void act()
    {
        if (m_action.kind == Step::Kind::Create)
            create();
        else if (m_action.kind == Step::Kind::Refund)
            refund();
        else if (m_action.kind == Step::Kind::Codes)
            makeCodes();
        else if (m_action.kind == Step::Kind::Coupon)
            makeCoupon();
        else if (m_action.kind == Step::Kind::CodeOff || m_action.kind == Step::Kind::CouponOff)
            switchOff();
        else if (m_action.kind == Step::Kind::Expire)
            expire();
        else
            callDesk();
        if (m_watch) {
            m_action.stall = m_watch->longest();
            m_action.wallStall = m_watch->longestByWall();
            m_action.syncs = m_watch->syncs();
            m_action.syncsShown = m_watch->syncsOfThisThread();
        }
    }

private:
    void ready()
    {
        std::puts("ready");
        std::fflush(stdout);
        QEventLoop loop;
        QSocketNotifier told(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(&told, &QSocketNotifier::activated, &loop, &QEventLoop::quit);
        loop.exec();
        (void)nextLine();
        m_watch = std::make_unique<StallWatch>();
    }

    void fail(const QString &problem) { m_action.problem = problem; }

    void create()
    {
        auto *editor = m_window.findChild<ui::EditorPage *>();
        ledger::DraftRecord draft;
        draft.accountId = m_action.accountId;
        draft.draft = draftOf(m_action);
        editor->open(draft);
        m_window.showPage(ui::PageId::Editor);
        if (!waitUntil([&] { return editor->canCreate() && editor->isVisible(); }))
            return fail(u"the draft cannot be created"_s);
        bool isMade = false;
        QObject::connect(editor, &ui::EditorPage::sessionCreated, editor, [&](const ledger::SessionRecord &record) {
            isMade = true;
            m_action.id = record.session.id;
        });
        ready();
        if (!press(editor, u"Create sandbox session"_s))
            return fail(u"the button that creates the session cannot be pressed"_s);
        const auto ended = [&] { return isMade || question() || !editor->isBusy(); };
        bool hasEnded = waitUntil(ended);
        if (const auto *repeated = question(); repeated && repeated->objectName() == "repeated"_L1) {
            press(repeated, m_action.isMeant ? u"Create another"_s : u"Cancel"_s);
            hasEnded = waitUntil([&] { return question() != repeated; }) && waitUntil(ended);
        }
        if (!hasEnded)
            return fail(u"the creation does not end"_s);
        m_action.told = isMade ? Told::Made : question() ? Told::Unknown : Told::Refused;
        if (!isMade && question())
            press(question(), u"Decide later"_s);
    }

    void refund()
    {
        const auto row = m_desk.ledger().transaction(m_action.accountId, m_action.transactionId).result();
        if (!row || !row->has_value())
            return fail(u"the payment is not listed"_s);
        const QPointer<ui::RefundDialog> dialog = new ui::RefundDialog(m_desk, **row, &m_window);
        dialog->open();
        auto *amount = dialog->findChild<QLineEdit *>(u"amount"_s);
        const money::Money wanted(m_action.amount, (*row)->transaction.amount.currency());
        amount->setFocus();
        amount->selectAll();
        QTest::keyClicks(amount,
                         QString::number(double(wanted.minorUnits()) / std::pow(10, wanted.currency().exponent()), 'f',
                                         wanted.currency().exponent()));
        const auto *button = dialog->findChild<QAbstractButton *>(u"refund"_s);
        if (!waitUntil([&] { return button->isEnabled(); }))
            return fail(u"the refund cannot be pressed: "_s + amount->text());
        ready();
        press(dialog, u"Refund"_s);
        const QPointer<ui::RefundFlow> flow = dialog->findChild<ui::RefundFlow *>();
        const auto ended = [&] { return !dialog || !dialog->isVisible() || question() || !flow || !flow->isBusy(); };
        bool hasEnded = waitUntil(ended);
        if (const auto *same = question(); same && same->objectName() == "sameRefund"_L1) {
            press(same, m_action.isMeant ? u"Refund once more"_s : u"Cancel"_s);
            if (!m_action.isMeant) {
                m_action.told = Told::Refused;
                return;
            }
            hasEnded = waitUntil([&] { return question() != same; }) && waitUntil(ended);
        }
        if (!hasEnded)
            return fail(u"the refund does not end"_s);
        // A dialog that closes says that the refund was taken, which may be less than made.
        const bool isRefused = dialog && dialog->isVisible() && !question();
        m_action.told = isRefused ? Told::Refused : Told::Unknown;
        if (question())
            press(question(), u"Decide later"_s);
    }

    /// Does what the buttons do whose screens are not pressed here.
    void callDesk()
    {
        performAt(&m_desk, m_action, [this] { ready(); });
    }

    /// Shows the promotion codes, or the coupons, of the account. Returns null when they are not listed.
    ui::PromotionsPage *showPromotions(ui::PromotionKind kind)
    {
        auto *page = m_window.findChild<ui::PromotionsPage *>();
        m_window.showPage(ui::PageId::Promotions);
        const auto *model = page->findChild<ui::PromotionModel *>();
        press(page, kind == ui::PromotionKind::Code ? u"Promotion codes"_s : u"Coupons"_s);
        const bool isListed =
            waitUntil([&] { return page->isVisible() && model->kind() == kind && model->rowCount() > 0; });
        return isListed ? page : nullptr;
    }

    void makeCodes()
    {
        const auto *page = showPromotions(ui::PromotionKind::Code);
        const auto *dialog = page && press(page, u"New code"_s) ? openDialog<ui::PromotionDialog>() : nullptr;
        if (!dialog)
            return fail(u"no dialog asks for codes"_s);
        press(dialog, u"Many codes"_s);
        for (auto *combo : dialog->findChildren<QComboBox *>()) {
            if (const int coupon = combo->findData(u"coupon_half"_s); coupon >= 0)
                combo->setCurrentIndex(coupon);
        }
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pattern"_s), m_action.codePrefix() + u"####"_s);
        dialog->findChild<ui::NumberField *>(u"count"_s)->setText(QString::number(m_action.codes));
        ready();
        if (!press(dialog, u"Create codes"_s))
            return fail(u"the button that creates codes cannot be pressed"_s);
        if (!waitUntil([&] { return dialog->busy() == ui::FormDialog::Busy::No; }))
            return fail(u"the codes do not end"_s);
        m_action.madeCount = dialog->findChild<QLabel *>(u"state"_s)->text().section(u' ', 0, 0).toInt();
        const auto *problems = dialog->findChild<QListWidget *>(u"problems"_s);
        for (int row = 0; row < problems->count(); ++row) {
            const QString line = problems->item(row)->text();
            const QString code = line.section(u',', 0, 0);
            (line.startsWith(code + ", refused"_L1) ? m_action.notMade : m_action.unknown) << code;
        }
    }

    void makeCoupon()
    {
        const auto *page = showPromotions(ui::PromotionKind::Coupon);
        const QPointer<ui::CouponDialog> dialog =
            page && press(page, u"New coupon"_s) ? openDialog<ui::CouponDialog>() : nullptr;
        if (!dialog)
            return fail(u"no dialog asks for a coupon"_s);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"couponName"_s), m_action.codePrefix());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"percent"_s), u"15"_s);
        m_action.told = Told::Refused;
        QObject::connect(dialog, &ui::CouponDialog::created, &m_window, [this](const QString &id) {
            m_action.id = id;
            m_action.told = id.isEmpty() ? Told::Unknown : Told::Made;
        });
        ready();
        if (!press(dialog, u"Create coupon"_s))
            return fail(u"the button that creates a coupon cannot be pressed"_s);
        if (!waitUntil([&] { return !dialog || !dialog->isVisible() || dialog->busy() == ui::FormDialog::Busy::No; }))
            fail(u"the coupon does not end"_s);
    }

    void switchOff()
    {
        const bool isCode = m_action.kind == Step::Kind::CodeOff;
        const auto *page = showPromotions(isCode ? ui::PromotionKind::Code : ui::PromotionKind::Coupon);
        const auto *model = page ? page->findChild<ui::PromotionModel *>() : nullptr;
        int row = 0;
        const auto isIt = [&] {
            return isCode ? model->item(row).label == m_action.code : model->item(row).id == m_action.code;
        };
        while (model && row < model->rowCount() && !isIt())
            ++row;
        if (!model || row == model->rowCount())
            return fail(u"%1 is not listed"_s.arg(m_action.code));
        const auto *panel = page->findChild<ui::PromotionPanel *>();
        page->findChild<ui::Table *>()->setCurrentIndex(model->index(row, 0));
        const auto *button = panel->findChild<QAbstractButton *>(u"deactivate"_s);
        // What is off already has no button that can be pressed.
        if (!waitUntil([&] { return panel->isVisible(); }) || !button->isEnabled())
            return callDesk();
        if (!press(panel, u"Deactivate"_s) || !question())
            return fail(u"nobody asks whether %1 is switched off"_s.arg(m_action.code));
        ready();
        press(question(), isCode ? u"Deactivate code"_s : u"Deactivate coupon"_s);
        const auto *message = panel->findChild<ui::InlineMessage *>();
        if (!waitUntil([&] { return message->isVisible() || !model->item(row).validity.isUsable; }))
            return fail(u"switching %1 off does not end"_s.arg(m_action.code));
        // A message says why it is not off, or that it may be, and what may be needs attention.
        m_action.told = !message->isVisible() ? Told::Made : isLeftOpen() ? Told::Unknown : Told::Refused;
    }

    /// Returns whether it is not known whether the code or coupon is switched off.
    bool isLeftOpen()
    {
        const auto open = m_desk.journal().unknownEntries().result();
        return !open || std::ranges::any_of(*open, [this](const ledger::Intent &intent) {
            const auto *code = std::get_if<checkout::PromotionCode>(&intent.entry);
            const auto *coupon = std::get_if<checkout::Coupon>(&intent.entry);
            return (code && code->code == m_action.code) || (coupon && coupon->id == m_action.code);
        });
    }

    void expire()
    {
        ledger::SessionFilter filter;
        filter.accountIds = QStringList{m_action.accountId};
        filter.status = ledger::SessionFilter::Status::Open;
        filter.now = m_desk.now();
        const auto rows = m_desk.ledger().sessions(filter, {}, 10).result();
        if (!rows || rows->rows.empty() || rows->rows.front().session.id.isEmpty())
            return callDesk();
        auto *page = m_window.findChild<ui::SessionsPage *>();
        m_window.showPage(ui::PageId::Sessions);
        m_action.code = rows->rows.front().session.id;
        page->select(m_action.accountId, m_action.code);
        const ui::SessionActions &actions = page->sessionActions();
        if (!waitUntil([&] { return actions.expireNow->isEnabled(); }))
            return fail(u"the session cannot be expired"_s);
        actions.expireNow->trigger();
        QObject::connect(&actions, &ui::SessionActions::succeeded, page, [&] { m_action.told = Told::Made; });
        QObject::connect(
            &actions, &ui::SessionActions::failed, page,
            [&](const QString & /*sentence*/, const QString & /*details*/, std::optional<checkout::ErrorKind> kind) {
                const bool isLeftOpen = kind && checkout::mayHaveTakenEffect(checkout::Error(*kind, {}));
                m_action.told = isLeftOpen ? Told::Unknown : Told::Refused;
            });
        ready();
        if (!question() || !press(question(), u"Expire now"_s))
            return fail(u"nobody asks whether the session is expired"_s);
        if (!waitUntil([&] { return m_action.told != Told::Nothing; }))
            fail(u"the expiry does not end"_s);
    }

    desk::Desk &m_desk;
    ui::MainWindow &m_window;
    Action &m_action;
    std::unique_ptr<StallWatch> m_watch;
};

} // namespace

int main(int argc, char **argv)
{
    umask(077);
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tilldeck-faults"_s);
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QJsonObject order = QJsonDocument::fromJson(nextLine()).object();
    const QString folder = order[u"folder"_s].toString();
    Action action = Action::from(order[u"action"_s].toObject());
    ui::Theme theme(app);
    const auto desk = desk::Desk::open(folder, {}, desk::Role::Window);
    if (!desk)
        qFatal("%s", qPrintable(desk.error().sentence));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(sandbox::authorityPem()));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const QJsonObject keys = order[u"keys"_s].toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it)
        (*desk)->keys().keepForThisRun(it.key(), http::Secret(it.value().toString()));
    dashboard::Dashboard dashboard(**desk, theme, folder);
    dashboard.show();
    dashboard.window().resize(1440, 900); // the screen of the offscreen platform is smaller than any desktop
    emit dashboard.window().accountChosen(action.accountId);
    Merchant(**desk, dashboard.window(), action).act();
    // Another program may change what is listed at any moment.
    if (order[u"is_alone"_s].toBool() && action.problem.isEmpty())
        action.problem = missingInWindow(**desk, dashboard.window(), action.accountId, folder).join(u"; "_s);
    std::printf("%s\n", QJsonDocument(action.json()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}
