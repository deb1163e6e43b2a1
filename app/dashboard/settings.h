// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QSettings>

namespace tilldeck::dashboard {

/// What the window remembers between runs, in `settings.ini` of the data directory.
class Settings
{
public:
    explicit Settings(const QString &dataDirectory)
        : m_file(dataDirectory + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    {
    }

    ui::ThemeMode theme() const { return static_cast<ui::ThemeMode>(qBound(0, m_file.value(themeKey, 0).toInt(), 2)); }
    void setTheme(ui::ThemeMode theme) { m_file.setValue(themeKey, static_cast<int>(theme)); }

    QString account() const { return m_file.value(accountKey).toString(); }
    void setAccount(const QString &id) { m_file.setValue(accountKey, id); }

    /// The account that stands for the embedded sandbox; empty: the merchant has not chosen it.
    QString sandboxAccount() const { return m_file.value(sandboxKey).toString(); }
    void setSandboxAccount(const QString &id) { m_file.setValue(sandboxKey, id); }

    QByteArray geometry() const { return m_file.value(geometryKey).toByteArray(); }
    void setGeometry(const QByteArray &geometry) { m_file.setValue(geometryKey, geometry); }

private:
    static constexpr const char *themeKey = "theme";
    static constexpr const char *accountKey = "account";
    static constexpr const char *sandboxKey = "sandbox_account";
    static constexpr const char *geometryKey = "window";

    QSettings m_file;
};

} // namespace tilldeck::dashboard
