// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/task_scope.h"

#include <QPointer>

namespace tilldeck::dashboard {

/// Says in a dialog over the window what is wrong with the files of the data directory, and offers what helps.
class StorageNotice : public QObject
{
    Q_OBJECT

public:
    StorageNotice(desk::Desk &desk, QWidget &window);

    /// Opens the dialog if something is wrong, now or after the files were looked over, which begins when the window
    /// has been painted.
    void begin();
    /// Opens the dialog, in the place of one that is open.
    void open();

signals:
    /// Emitted when rows came back that the providers know more of.
    void ledgerRebuilt();

private:
    void check();
    /// Asks once more, for what is gone can be made a second time.
    void askToAccept();
    void acceptFiles();
    void rebuild();
    void say(const QString &sentence);

    desk::Desk &m_desk;
    QWidget &m_window;
    QPointer<ui::GuardDialog> m_box;
    bool m_isOfTroubles = false; ///< The dialog says what is wrong, and goes when nothing is.
    ui::TaskScope m_tasks{this};
};

} // namespace tilldeck::dashboard
