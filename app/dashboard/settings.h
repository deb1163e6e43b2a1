// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QByteArray>
#include <QSettings>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

/// Stores what the window remembers between runs, in `settings.ini` of the data directory.
class Settings
{
public:
    explicit Settings(const QString &dataDirectory)
        : m_file(dataDirectory + u"/settings.ini"_s, QSettings::IniFormat)
    {
        // The sandbox had one account before it spoke for several providers.
        if (const QString only = m_file.value(oldSandboxKey).toString(); !only.isEmpty())
            setSandboxAccount(u"paymentkit"_s, only);
        m_file.remove(oldSandboxKey);
    }

    ui::ThemeMode theme() const { return static_cast<ui::ThemeMode>(qBound(0, m_file.value(themeKey, 0).toInt(), 2)); }
    void setTheme(ui::ThemeMode theme) { m_file.setValue(themeKey, static_cast<int>(theme)); }

    QString account() const { return m_file.value(accountKey).toString(); }
    void setAccount(const QString &id) { m_file.setValue(accountKey, id); }

    /// Returns whether all accounts of the mode of account() are shown.
    bool allAccounts() const { return m_file.value(allAccountsKey).toBool(); }
    void setAllAccounts(bool all) { m_file.setValue(allAccountsKey, all); }

    /// Returns the id of the account that stands for @p provider in the embedded sandbox, even after it was removed;
    /// empty when there was none.
    QString sandboxAccount(const QString &provider) const { return m_file.value(sandboxKey + provider).toString(); }
    void setSandboxAccount(const QString &provider, const QString &id)
    {
        m_file.setValue(sandboxKey + provider, id);
        QStringList ids = sandboxAccounts();
        if (!ids.contains(id))
            m_file.setValue(sandboxOrderKey, ids << id);
    }
    /// Returns the ids of all accounts of the embedded sandbox, in the order in which they were added.
    QStringList sandboxAccounts() const { return m_file.value(sandboxOrderKey).toStringList(); }
    void forgetSandbox()
    {
        m_file.remove(u"sandbox"_s);
        m_file.remove(sandboxOrderKey);
    }

    /// Returns the URL that the sandbox sends its webhook events to; empty when it sends none.
    QString receiverUrl() const { return m_file.value(receiverKey).toString(); }
    void setReceiverUrl(const QString &url) { m_file.setValue(receiverKey, url); }

    /// Returns what was done to the columns of the list @p list: ui::ListColumns::choice().
    QString columns(const QString &list) const { return m_file.value(columnsKey + list).toString(); }
    void setColumns(const QString &list, const QString &choice)
    {
        if (choice.isEmpty())
            m_file.remove(columnsKey + list);
        else
            m_file.setValue(columnsKey + list, choice);
    }

    QByteArray geometry() const { return m_file.value(geometryKey).toByteArray(); }
    void setGeometry(const QByteArray &geometry) { m_file.setValue(geometryKey, geometry); }

private:
    static constexpr const char *themeKey = "theme";
    static constexpr const char *accountKey = "account";
    static constexpr const char *allAccountsKey = "all_accounts";
    static constexpr const char *oldSandboxKey = "sandbox_account";
    static constexpr QLatin1StringView sandboxKey{"sandbox/"};
    static constexpr const char *sandboxOrderKey = "sandbox_accounts";
    static constexpr const char *receiverKey = "sandbox_receiver";
    static constexpr QLatin1StringView columnsKey{"columns/"};
    static constexpr const char *geometryKey = "window";

    QSettings m_file;
};

} // namespace tilldeck::dashboard
