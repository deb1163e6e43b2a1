// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form_dialog.h"
#include "ui/forms/typed_amount.h"
#include "ui/transactions/refund_flow.h"

class QLineEdit;

namespace tilldeck::ui {

class Button;
class Label;

/// Refunds a payment in full or in part, in the currency that the customer paid. It offers what is left by the last
/// answer of the provider and asks for a new one. The button names the amount; while the refund is under way the dialog
/// is disabled and cannot be closed. Open it with open().
class RefundDialog : public FormDialog
{
    Q_OBJECT

public:
    RefundDialog(desk::Desk &desk, const ledger::TransactionRecord &record, QWidget *parent);

protected:
    bool event(QEvent *event) override;

private:
    /// What is known here may be older than what the provider knows.
    enum class Age { Asking, Fresh, Old };

    QWidget *buildAmount();
    void askProvider();
    /// Reads how much can still be refunded, and enters it unless another amount was typed.
    void readRemaining();
    void showRemaining();
    void showAmount();
    /// @p byMouse is false for keys and whatever else presses the button.
    void press(bool byMouse);
    void showBusy(bool busy);
    void showRefusal(const checkout::Error &error);
    TypedAmount typed() const;
    /// Returns the typed amount if it can be refunded.
    std::optional<money::Money> amount() const;
    QString withWhy(const QString &sentence) const;
    QString problem() const;

    QPointer<desk::Desk> m_desk;
    ledger::TransactionRecord m_record;
    RefundFlow *m_flow;
    std::optional<money::Money> m_remaining;
    QString m_keptBack; ///< Why more is not offered, in sentences.
    Age m_age = Age::Asking;
    bool m_isAsked = false; ///< A question stands over this dialog: nothing is on its way.
    bool m_isTyped = false; ///< The merchant typed the amount.
    QLineEdit *m_amount;
    QLineEdit *m_reason;
    FormRow *m_amountRow;
    FormRow *m_reasonRow = nullptr;
    Label *m_sentence;
    Button *m_refund;
    TaskScope m_reading{this}, m_asking{this};
};

} // namespace tilldeck::ui
