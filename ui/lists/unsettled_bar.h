// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/find_entry.h"
#include "desk/unsettled_writes.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

namespace tilldeck::ui {

class InlineMessage;

/// Shows the oldest write into the catalog of an account that is not settled, and offers to look it up, to go on with
/// it or to close it. Hidden while there is none.
class UnsettledBar : public QWidget
{
    Q_OBJECT

public:
    enum class Of { Promotions, Routes };

    UnsettledBar(desk::Desk &desk, Of of, QWidget *parent = nullptr);

    void setAccount(const QString &accountId);

signals:
    /// Emitted when something was settled, so that the catalog may be another one.
    void settled(const QString &accountId);
    void resumeRequested(const tilldeck::ledger::CodeBatch &batch);

private:
    enum Choice { LookUp = 1, GoOn, Close };

    void read();
    void showWrites(std::vector<desk::UnsettledWrite> writes);
    void ask();
    void choose(const desk::UnsettledWrite &write, int choice);
    void showFinding(const desk::UnsettledWrite &write, const checkout::Result<desk::EntryFinding> &found);
    void showClosed(const checkout::Result<void> &closed);

    desk::Desk &m_desk;
    Of m_of;
    QString m_accountId;
    QString m_said; ///< What the last choice led to.
    std::vector<desk::UnsettledWrite> m_writes;
    InlineMessage *m_message;
    TaskScope m_reading{this};
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
