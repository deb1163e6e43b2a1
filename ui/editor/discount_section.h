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

/// None, a promotion code or a coupon. A draft with both shows both until one is chosen.
class DiscountSection : public QWidget
{
    Q_OBJECT

public:
    /// NOW and the local zone decide what completion says of a code.
    DiscountSection(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                    QWidget *parent = nullptr);

    void reload();
    void readCatalog();
    /// Beside the code: what is known of it.
    void setState(const QString &state, bool confirmed, bool wrong);
    QLineEdit *field() const { return m_code; }
    static bool takes(checkout::Field field);

private:
    enum Kind { None, Promotion, Coupon };

    void choose(int kind);
    void write(const QString &text);
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
    std::optional<money::Currency> m_currency; ///< Of the items, as the completers know it.
    QCompleter *m_promotionCompleter;
    QCompleter *m_couponCompleter;
    QString m_lastPromotion, m_lastCoupon; ///< Typed before the merchant looked at another kind.
};

} // namespace tilldeck::ui
