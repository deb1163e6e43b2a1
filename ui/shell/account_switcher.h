// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QAbstractButton>
#include <QList>

class QActionGroup;
class QMenu;

namespace tilldeck::ui {

/// The account in use, at the top of the sidebar; opens the menu of all accounts.
class AccountSwitcher : public QAbstractButton
{
    Q_OBJECT

public:
    explicit AccountSwitcher(QWidget *parent = nullptr);

    void setAccounts(const QList<AccountEntry> &accounts, const QString &currentId);
    const AccountEntry *current() const;
    /// Sections Live, Test, Sandbox, then "Connect an account…". Also the Account menu's submenu.
    QMenu *menu() const { return m_menu; }
    /// Only the square with the initials.
    void setRail(bool rail);

    QSize sizeHint() const override;

signals:
    void accountChosen(const QString &id);
    void connectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillMenu();
    void openMenu();

    QList<AccountEntry> m_accounts;
    QString m_currentId;
    QMenu *m_menu;
    QActionGroup *m_group;
    bool m_rail = false;
};

/// "PK" for PaymentKit.
QString initials(const QString &providerName);

/// The square of 26 px with the initials of a provider.
void paintAvatar(QPainter &painter, const QRect &rect, const QString &text);

} // namespace tilldeck::ui
