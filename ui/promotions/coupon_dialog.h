// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/forms/typed_amount.h"
#include "ui/widgets/task_scope.h"

#include <QDialog>

class QLineEdit;
class QSpinBox;

namespace tilldeck::ui {

class AmountEdit;
class Button;
class EndField;
class FormRow;
class InlineMessage;
class SegmentedControl;

/// Makes a coupon: a percentage or an amount, for how many payments, how often and until when. It is sent once; after
/// an unknown outcome nothing can be sent again from here.
class CouponDialog : public QDialog
{
    Q_OBJECT

public:
    /// CURRENCIES are offered first.
    CouponDialog(desk::Desk &desk, const QString &accountId, const QStringList &currencies, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    /// It was created; or it may have been, and COUPON_ID is empty.
    void made(const QString &couponId);

private:
    void buildForm();
    void showKind();
    std::optional<qint64> basisPoints() const;
    QString figureProblem() const;
    bool check();
    checkout::Coupon coupon() const;
    void create();
    void take(const checkout::Result<checkout::Coupon> &answer);
    void setBusy(bool busy);

    desk::Desk &m_desk;
    QString m_accountId;
    TypedAmount m_typed;
    QLineEdit *m_name;
    SegmentedControl *m_kind;
    QLineEdit *m_percent;
    AmountEdit *m_amount;
    SegmentedControl *m_duration;
    QSpinBox *m_months;
    QSpinBox *m_limit;
    EndField *m_end;
    FormRow *m_percentRow, *m_amountRow, *m_monthsRow;
    QWidget *m_form;
    InlineMessage *m_message;
    Button *m_cancel, *m_create;
    bool m_busy = false;
    TaskScope m_tasks{this};
};

} // namespace tilldeck::ui
