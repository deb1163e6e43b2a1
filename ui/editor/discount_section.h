// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "ui/forms/choices.h"

#include <QWidget>

#include <functional>

class QAction;
class QCompleter;
class QLineEdit;

namespace tilldeck::ui {

class DraftEditor;
class RichLine;
class SegmentedControl;

/// Edits the discount: none, a promotion code or a coupon. It shows both for a draft that has both, until one is
/// chosen.
class DiscountSection : public QWidget
{
    Q_OBJECT

public:
    /// Reads the time from @p now to say which codes have expired.
    DiscountSection(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                    QWidget *parent = nullptr);

    void reload();
    void readCatalog();
    /// Shows what is known of the code beside it.
    void setState(const QString &state, bool confirmed, bool wrong);
    QLineEdit *field() const { return m_code; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void placeBelowRow(QWidget &popup);
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Kind { None, Promotion, Coupon };

    void choose(int kind);
    void write(const QString &text);
    void setDiscount(int kind, const QString &code);
    void showKind(int kind);
    QCompleter *makeCompleter(ChoiceModel *model, int role);

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    std::function<QDateTime()> m_now;
    SegmentedControl *m_kind;
    QLineEdit *m_code;
    QAction *m_mark;
    RichLine *m_state;
    ChoiceModel m_promotions;
    ChoiceModel m_coupons;
    std::optional<money::Currency> m_currency; ///< The items' currency that the completers were filled for.
    QCompleter *m_promotionCompleter;
    QCompleter *m_couponCompleter;
    QString m_lastPromotion, m_lastCoupon; ///< Are shown again when their kind is chosen again.
};

} // namespace tilldeck::ui
