// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/forms/form_dialog.h"
#include "ui/forms/typed_amount.h"
#include "ui/widgets/task_scope.h"

class QLineEdit;

namespace tilldeck::ui {

class AmountEdit;
class Button;
class EndField;
class NumberField;
class SegmentedControl;

/// Creates a coupon: a percentage or an amount, for how many payments, how often and until when. It is sent once; after
/// an unknown outcome the dialog sends nothing more.
class CouponDialog : public FormDialog
{
    Q_OBJECT

public:
    /// Lists @p currencies first among those that an amount can have.
    CouponDialog(desk::Desk &desk, const QString &accountId, const QStringList &currencies, QWidget *parent = nullptr);

signals:
    /// Emitted when the coupon was created, or with an empty @p couponId when it may have been.
    void created(const QString &couponId);

private:
    void buildForm();
    void showKind();
    std::optional<qint64> basisPoints() const;
    std::optional<qint64> readBasisPoints(const QString &typed) const;
    void showAmountNote();
    QString percentProblem() const;
    QString figureProblem() const;
    bool check();
    checkout::Coupon coupon() const;
    void create();
    void showResult(const checkout::Result<checkout::Coupon> &result);
    void showBusy(Busy busy);

    desk::Desk &m_desk;
    QString m_accountId;
    TypedAmount m_typed;
    QLineEdit *m_name;
    SegmentedControl *m_kind;
    QLineEdit *m_percent;
    AmountEdit *m_amount;
    SegmentedControl *m_duration;
    NumberField *m_months;
    NumberField *m_limit;
    EndField *m_end;
    FormRow *m_percentRow, *m_amountRow, *m_monthsRow, *m_limitRow, *m_endRow;
    Button *m_create;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
