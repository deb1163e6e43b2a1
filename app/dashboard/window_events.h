// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace tilldeck::dashboard {

/// Lets a window take files that are dropped on it, and asks before it closes. The window knows nothing of it.
class WindowEvents : public QObject
{
    Q_OBJECT

public:
    /// @p mayTakeFile and @p mayClose are asked at the time.
    WindowEvents(QWidget *window, std::function<bool()> mayTakeFile, std::function<bool()> mayClose);

signals:
    /// Emitted with the path of one file on this computer.
    void fileDropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_mayTakeFile;
    std::function<bool()> m_mayClose;
};

} // namespace tilldeck::dashboard
