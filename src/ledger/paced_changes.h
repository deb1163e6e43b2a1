// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tilldeck::ledger {

/// Tells in which accounts something changed, so that who reads anew does so once a frame at most however fast rows
/// arrive: a first change at once, those that follow within a frame together at its end.
class PacedChanges : public QObject
{
    Q_OBJECT

public:
    PacedChanges();

    /// Notes a change in @p accountIds. May be called on any thread; changed() is emitted on that of this object.
    void post(const QStringList &accountIds);

signals:
    void changed(const QStringList &accountIds);

private:
    void note(const QStringList &accountIds);

    QStringList m_pending; ///< Accounts.
    QTimer m_frame;        ///< Runs for a frame after changed().
};

} // namespace tilldeck::ledger
