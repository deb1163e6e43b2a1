// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"
#include "checkout/capabilities.h"
#include "checkout/problem.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace tilldeck::ui {

class Button;
class ChoiceField;
class CustomFieldsView;
class DiscountSection;
class DraftEditor;
class ExpirySection;
class FormRow;
class TiersView;
class UrlEdit;

/// The parts of a draft, one below the other, as far as the provider has them. What it does not have is named in one
/// line.
class EditorForm : public QWidget
{
    Q_OBJECT

public:
    EditorForm(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
               QWidget *parent = nullptr);

    /// The catalog of the draft was replaced.
    void readCatalog();
    /// PROBLEMS stand on their fields; all others lose theirs.
    void setProblems(const std::vector<checkout::Problem> &problems);
    void setDiscountState(const checkout::Preview &preview);
    /// The widget that PROBLEM is about.
    QWidget *field(const checkout::Problem &problem) const;
    QWidget *firstField() const;

private:
    void reload();
    void readCustomer();
    void readCurrency();
    void insertSessionId();
    void updateHint();
    void addCustomer(QVBoxLayout *layout);
    void addRedirects(QVBoxLayout *layout);
    QString missingParts() const;

    DraftEditor *m_draft;
    checkout::Capabilities m_can;
    ChoiceField *m_customer;
    FormRow *m_customerRow;
    TiersView *m_tiers;
    FormRow *m_tiersRow;
    DiscountSection *m_discount;
    FormRow *m_discountRow;
    checkout::Preview m_preview; ///< The last one, for what is known of the code.
    ExpirySection *m_expiry;
    FormRow *m_expiryRow;
    UrlEdit *m_success;
    FormRow *m_successRow;
    UrlEdit *m_return;
    FormRow *m_returnRow;
    CustomFieldsView *m_fields;
    FormRow *m_fieldsRow;
};

} // namespace tilldeck::ui
