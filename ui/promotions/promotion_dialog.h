// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/promotion_batch.h"
#include "ui/forms/form_dialog.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QProgressBar;

namespace tilldeck::ui {

class Button;
class EndField;
class Label;
class NumberField;
class SegmentedControl;

/// Creates one promotion code of a coupon, or many by a pattern. It shows the progress, can be stopped, and lists the
/// codes that were refused or whose outcome is unknown.
class PromotionDialog : public FormDialog
{
    Q_OBJECT

public:
    PromotionDialog(desk::Desk &desk, const QString &accountId, const std::vector<checkout::Coupon> &coupons,
                    QWidget *parent = nullptr);

    /// Goes on with codes that are not all made, in place of asking for new ones.
    void resume(const ledger::CodeBatch &batch);
    /// Says of codes whose answer was lost that @p catalog has them now.
    void setCatalog(const checkout::Catalog &catalog);

    void reject() override;

signals:
    /// Emitted when a code was created, or may have been.
    void created();

private:
    void buildForm();
    void showKind();
    QString codeProblem() const;
    int count() const;
    bool check();
    void create(desk::Repeat repeat);
    void askEarlier(const ledger::CodeBatch &earlier, const checkout::Error &error);
    /// Removes what became of an order that was refused, because another one is being typed.
    void forgetOutcome();
    void showRunning(int count);
    void progressed(int done, int total);
    void showEnds();
    void finished(const std::optional<checkout::Error> &error);
    void saveCsv();

    desk::Desk &m_desk;
    desk::PromotionBatch m_batch;
    QString m_accountId;
    checkout::Catalog m_catalog; ///< As it was read last since the dialog is open.
    SegmentedControl *m_kind;
    QComboBox *m_coupon;
    QLineEdit *m_pattern;
    NumberField *m_count;
    NumberField *m_limit;
    EndField *m_end;
    FormRow *m_patternRow, *m_countRow, *m_couponRow, *m_limitRow, *m_endRow;
    QProgressBar *m_progress;
    Label *m_state;
    QListWidget *m_problems;
    Button *m_save, *m_cancel, *m_create;
};

} // namespace tilldeck::ui
