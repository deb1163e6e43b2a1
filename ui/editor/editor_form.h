// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"
#include "checkout/problem.h"
#include "ui/forms/form_rows.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace tilldeck::checkout {
struct DraftField;
}

namespace tilldeck::ui {

class Button;
class ChoiceField;
class CustomFieldsView;
class CustomerRows;
class DiscountSection;
class DraftEditor;
class ExpirySection;
class FormRow;
class InlineMessage;
class ItemsCurrency;
class PricingRows;
class SegmentedControl;
class TiersView;
class UrlEdit;

/// Shows the parts of a draft that the flow supports, one below the other, and names the others in one line.
class EditorForm : public QWidget
{
    Q_OBJECT

public:
    EditorForm(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
               QWidget *parent = nullptr);

    /// Shows the names and choices of the catalog, which was replaced.
    void readCatalog();
    /// Shows @p problems on their fields, and clears all others.
    void setProblems(const std::vector<checkout::Problem> &problems);
    void setPreview(const checkout::Preview &preview);
    /// Returns the widget that @p problem is shown on.
    QWidget *field(const checkout::Problem &problem) const;
    QWidget *firstField() const;
    void focusFlow();

signals:
    void flowChosen(const QString &flow);

private:
    void showDiscountState();
    void addFlow();
    void addMode();
    void addRow(const checkout::DraftField &field);
    void addText(const checkout::DraftField &field);
    void addItems();
    void addDiscount();
    void addExpiry();
    void addMessages(QVBoxLayout *layout);
    void showUnsupported();
    void reload();
    void readCustomer();
    void readCurrency();
    void updateHint();
    void addCustomer();
    void addRedirects();

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    std::function<QDateTime()> m_now;
    FormRows m_rows;
    SegmentedControl *m_flow = nullptr;
    SegmentedControl *m_mode = nullptr;
    ChoiceField *m_customer;
    FormRow *m_customerRow;
    PricingRows *m_pricing;
    CustomerRows *m_customerTexts;
    ItemsCurrency *m_itemsCurrency = nullptr;
    TiersView *m_tiers;
    FormRow *m_tiersRow;
    DiscountSection *m_discount;
    FormRow *m_discountRow;
    checkout::Preview m_preview; ///< Says what is known of the discount's code.
    ExpirySection *m_expiry;
    UrlEdit *m_success;
    FormRow *m_successRow, *m_returnRow;
    UrlEdit *m_return;
    CustomFieldsView *m_metadata;
    CustomFieldsView *m_fields;
    InlineMessage *m_unsupported;
};

} // namespace tilldeck::ui
