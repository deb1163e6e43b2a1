// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/real_money.h"

#include "ui/figures/account_name.h"
#include "ui/widgets/guard_dialog.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMouseEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

struct RealMoneyText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::RealMoney)
};

} // namespace

MouseWatch::MouseWatch(QAbstractButton *button)
    : QObject(button)
{
    button->installEventFilter(this);
}

bool MouseWatch::takeIsMouse()
{
    return std::exchange(m_isMouse, false);
}

bool MouseWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!isPress && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const auto *button = static_cast<QWidget *>(watched);
    const bool isLeft = mouse->button() == Qt::LeftButton && button->rect().contains(mouse->position().toPoint());
    m_isMouse = !isPress && isLeft && m_isPressed;
    m_isPressed = isPress && isLeft;
    // A release presses the button at once or not at all: whatever presses it later is something else.
    if (m_isMouse)
        QMetaObject::invokeMethod(this, [this] { m_isMouse = false; }, Qt::QueuedConnection);
    return false;
}

void confirmRealMoney(desk::Desk &desk, const QString &accountId, MoneyMove move, QWidget *parent,
                      const std::function<void()> &then)
{
    const auto account = desk.accounts().byId(accountId);
    const bool isLive = !account || account->mode == accounts::Mode::Live;
    if (!isLive || desk.isRealMoneyConfirmed(accountId))
        return then();
    const bool isRefund = move == MoneyMove::Refund;
    auto *dialog = new GuardDialog(
        isRefund ? RealMoneyText::tr("Refund real money?") : RealMoneyText::tr("Create a session for real money?"),
        isRefund ? RealMoneyText::tr("This account is live: the customer's money goes back at once. You are asked once "
                                     "for each live account until Tilldeck is closed.")
                 : RealMoneyText::tr("This account is live: whoever opens the session pays real money. You are asked "
                                     "once for each live account until Tilldeck is closed."),
        parent);
    dialog->setObjectName(u"realMoney"_s);
    nameAccounts(*dialog, desk, {accountId});
    dialog->setSafeButton(RealMoneyText::tr("Cancel"));
    dialog->addButton(1, isRefund ? RealMoneyText::tr("Refund") : RealMoneyText::tr("Create live session"),
                      ButtonKind::Danger);
    QObject::connect(dialog, &GuardDialog::chosen, parent, [desk = QPointer(&desk), accountId, then] {
        const auto account = desk ? desk->accounts().byId(accountId) : std::nullopt;
        if (!account || account->mode != accounts::Mode::Live)
            return; // the question was about another account than there is now
        desk->confirmRealMoney(accountId);
        then();
    });
    dialog->open();
}

} // namespace tilldeck::ui

#include "moc_real_money.cpp"
