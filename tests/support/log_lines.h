// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QMutex>
#include <QStringList>

namespace tilldeck::test {

/// Collects what one logging category writes, from any thread, while it lives. One exists at a time.
class LogLines
{
public:
    /// @p rules are those of QT_LOGGING_RULES; empty: the defaults.
    explicit LogLines(const char *category, const QString &rules = {})
    {
        s_category = category;
        s_lines.clear();
        QLoggingCategory::setFilterRules(rules);
        m_before = qInstallMessageHandler(&LogLines::remember);
    }
    ~LogLines()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules({});
    }
    LogLines(const LogLines &) = delete;
    LogLines &operator=(const LogLines &) = delete;

    QStringList lines() const
    {
        const QMutexLocker lock(&s_mutex);
        return s_lines;
    }

private:
    static void remember(QtMsgType, const QMessageLogContext &context, const QString &message)
    {
        const QMutexLocker lock(&s_mutex);
        if (qstrcmp(context.category, s_category) == 0)
            s_lines << message;
    }

    static inline QMutex s_mutex;
    static inline const char *s_category = nullptr;
    static inline QStringList s_lines;
    QtMessageHandler m_before = nullptr;
};

} // namespace tilldeck::test
