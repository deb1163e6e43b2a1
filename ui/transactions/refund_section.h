// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

/// Shows how much of a payment can be refunded, the button for it, and its refunds whose outcome is unknown, that are
/// asked for, or that were not given back after all. Hidden where there is nothing to show.
class RefundSection : public QWidget
{
    Q_OBJECT

public:
    explicit RefundSection(desk::Desk &desk, QWidget *parent = nullptr);

    void setRecord(const ledger::TransactionRecord &record);
    /// Sets why nothing can be refunded now, besides what the files of this computer say; empty when it can.
    void setHeldBack(const QString &why);

private:
    void read();
    void render();
    void renderNotes();
    void refund();
    void addNote(const ledger::Intent &intent);

    desk::Desk &m_desk;
    std::optional<ledger::TransactionRecord> m_record;
    QString m_heldBack;
    std::optional<money::Money> m_remaining;
    QString m_keptBack;                       ///< Why it is no more.
    std::vector<ledger::Intent> m_unfinished; ///< Those that are shown.
    QVBoxLayout *m_head;
    QVBoxLayout *m_notes;
    QVBoxLayout *m_foot;
    quint64 m_generation = 0;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
