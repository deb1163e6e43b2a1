// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/typed_amount.h"
#include "ui/transactions/refund_flow.h"

#include <QDialog>

class QLineEdit;

namespace tilldeck::ui {

class Button;
class FormRow;
class InlineMessage;
class Label;

/// Gives a payment back, in full or in part, in the currency that the customer paid. The button says the amount; while
/// the refund is under way nothing can be pressed and the dialog stays. Open it with open().
class RefundDialog : public QDialog
{
    Q_OBJECT

public:
    RefundDialog(desk::Desk &desk, const ledger::TransactionRecord &record, QWidget *parent);

    void reject() override;

private:
    /// Asks anew how much is left; WHOLE puts all of it in the field.
    void readRemaining(bool whole);
    void amountEdited();
    /// @p byMouse is false for keys and whatever else presses the button.
    void press(bool byMouse);
    void setBusy(bool busy);
    void showError(const checkout::Error &error);
    /// As high as the texts need; a layout does not do that by itself for lines that wrap.
    void grow();
    TypedAmount typed() const;
    /// The typed amount, when it can be refunded.
    std::optional<money::Money> amount() const;
    QString problem() const;

    QPointer<desk::Desk> m_desk;
    ledger::TransactionRecord m_record;
    RefundFlow *m_flow;
    std::optional<money::Money> m_remaining;
    QLineEdit *m_amount;
    QLineEdit *m_reason;
    FormRow *m_amountRow;
    Label *m_sentence;
    InlineMessage *m_error;
    Button *m_full;
    Button *m_cancel;
    Button *m_refund;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
