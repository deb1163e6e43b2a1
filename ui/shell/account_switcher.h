// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/types.h"

#include <QAbstractButton>
#include <QList>

class QActionGroup;
class QMenu;

namespace tilldeck::ui {

/// Shows the account in use, or all accounts of its mode, at the top of the sidebar, and opens the menu of all
/// accounts.
class AccountSwitcher : public QAbstractButton
{
    Q_OBJECT

public:
    explicit AccountSwitcher(QWidget *parent = nullptr);

    /// Shows every account of the current one's mode as chosen if @p all is set.
    void setAccounts(const QList<AccountEntry> &accounts, const QString &currentId, bool all = false);
    const AccountEntry *current() const;
    bool isAll() const { return m_all; }
    /// Returns the name of the current account, or "All accounts" where all of its mode are shown.
    QString shownName() const { return texts().first; }
    /// Returns the menu with the sections Live, Test and Sandbox, and "Connect an account…". It is also a submenu of
    /// the Account menu.
    QMenu *menu() const { return m_menu; }
    /// Disables the menu and its keys, so that no account can be chosen or connected.
    void setLocked(bool locked);
    /// Shows only the square with the initials.
    void setRail(bool rail);

    QSize sizeHint() const override;

signals:
    void accountChosen(const QString &id);
    void allChosen(tilldeck::accounts::Mode mode);
    void connectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMenu();
    void openMenu();
    qsizetype count(accounts::Mode mode) const;
    /// Returns the name and the line below it.
    std::pair<QString, QString> texts() const;

    QList<AccountEntry> m_accounts;
    QString m_currentId;
    bool m_all = false;
    QMenu *m_menu;
    QActionGroup *m_group;
    bool m_rail = false;
    bool m_locked = false;
};

/// Returns "PK" for PaymentKit.
QString initials(const QString &providerName);

/// Paints the square with the initials of a provider.
void paintAvatar(QPainter &painter, const QRect &rect, const QString &text);

} // namespace tilldeck::ui
