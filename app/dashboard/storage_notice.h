// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QMessageBox>
#include <QPointer>

namespace tilldeck::dashboard {

/// Says in a dialog over the window what is wrong with the files of the data directory, and offers what helps.
class StorageNotice : public QObject
{
    Q_OBJECT

public:
    StorageNotice(desk::Desk &desk, QWidget &window);

    /// Opens the dialog, or brings the one that is open to the front.
    void open();

private:
    void acceptFiles();
    void say(const QString &sentence);

    desk::Desk &m_desk;
    QWidget &m_window;
    QPointer<QMessageBox> m_box;
};

} // namespace tilldeck::dashboard
