// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/refund.h"
#include "ui/widgets/task_scope.h"

#include <QWidget>

class QVBoxLayout;

namespace tilldeck::ui {

/// What can be given back of a payment, the button for it, and refunds of it whose outcome is unknown. There only where
/// there is something of that.
class RefundSection : public QWidget
{
    Q_OBJECT

public:
    explicit RefundSection(desk::Desk &desk, QWidget *parent = nullptr);

    void setRecord(const ledger::TransactionRecord &record);

private:
    void read();
    void render();
    void refund();
    void resolveOutcome(const QString &intentId);

    desk::Desk &m_desk;
    std::optional<ledger::TransactionRecord> m_record;
    std::optional<money::Money> m_remaining;
    std::vector<ledger::Intent> m_unknown;
    QVBoxLayout *m_column;
    quint64 m_generation = 0;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
