// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QAbstractButton>
#include <QList>

class QActionGroup;
class QMenu;

namespace tilldeck::ui {

/// The account in use, or all of its mode, at the top of the sidebar; opens the menu of all accounts.
class AccountSwitcher : public QAbstractButton
{
    Q_OBJECT

public:
    explicit AccountSwitcher(QWidget *parent = nullptr);

    /// ALL: every account of the current one's mode is shown.
    void setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all = false);
    const AccountEntry *current() const;
    bool isAll() const { return m_all; }
    /// Sections Live, Test, Sandbox, then "Connect an account…". Also the Account menu's submenu.
    QMenu *menu() const { return m_menu; }
    /// While locked, no account can be chosen or connected, neither in the menu nor by a key.
    void setLocked(bool locked);
    /// Only the square with the initials.
    void setRail(bool rail);

    QSize sizeHint() const override;

signals:
    void accountChosen(const QString &id);
    void allChosen(tilldeck::accounts::Mode mode);
    void connectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillMenu();
    void openMenu();
    qsizetype count(accounts::Mode mode) const;
    /// Name, and what stands below it.
    std::pair<QString, QString> texts() const;

    QList<AccountEntry> m_accounts;
    QString m_currentId;
    bool m_all = false;
    QMenu *m_menu;
    QActionGroup *m_group;
    bool m_rail = false;
    bool m_locked = false;
};

/// "PK" for PaymentKit.
QString initials(const QString &providerName);

/// The square of 26 px with the initials of a provider.
void paintAvatar(QPainter &painter, const QRect &rect, const QString &text);

} // namespace tilldeck::ui
