// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/capabilities.h"
#include "ui/editor/custom_field_model.h"
#include "ui/editor/tier_model.h"
#include "ui/forms/typed_amount.h"

#include <QObject>
#include <QSet>

namespace tilldeck::ui {

/// The draft while it is edited. Widgets write to it and to its models, and read from them; changed() is the one signal
/// that anything was edited. What was set by setDraft() comes back from draft() unchanged.
class DraftEditor : public QObject
{
    Q_OBJECT

public:
    explicit DraftEditor(QObject *parent = nullptr);

    /// Begins with another draft. FRESH: a new one, whose empty fields are not complained about until they were
    /// touched.
    void setDraft(const checkout::SessionDraft &draft, bool fresh);
    /// What the flow takes of what was typed; its first mode until one is chosen.
    checkout::SessionDraft draft() const;
    /// Everything that was typed, also for other flows: what is saved.
    checkout::SessionDraft fullDraft() const;
    /// The flow that is edited now; all parts until it is set.
    void setCapabilities(const checkout::Capabilities &can) { m_can = can; }
    void setCatalog(const CatalogPtr &catalog);
    const checkout::Catalog &catalog() const { return *m_catalog; }

    TierModel *tiers() { return &m_tiers; }
    CustomFieldModel *customFields() { return &m_fields; }
    CustomFieldModel *metadata() { return &m_metadata; }

    const QString &text(QString checkout::SessionDraft::*member) const { return m_base.*member; }
    void setText(QString checkout::SessionDraft::*member, const QString &text, checkout::Field field);
    const QString &customerText(QString checkout::CustomerChoice::*member) const { return m_base.customer.*member; }
    void setCustomerText(QString checkout::CustomerChoice::*member, const QString &text, checkout::Field field);

    const TypedAmount &pricing() const { return m_pricing; }
    void setPricing(const TypedAmount &amount);
    /// What stands beside the empty amount until another is chosen; no edit of the draft.
    void suggestPricingCurrency(const QString &code);
    /// Nobody has chosen a currency, and no amount was typed in the one that is suggested.
    bool isPricingCurrencyOpen() const;
    /// What the customer pays in, as typed; empty: the currency of the pricing.
    const QString &chargeCurrencyText() const { return m_chargeCurrency; }
    void setChargeCurrencyText(const QString &code);
    /// What the customer pays, as typed; empty: the provider converts. Its currency follows what the customer pays in.
    const QString &chargeAmountText() const { return m_chargeAmount.text; }
    void setChargeAmountText(const QString &text);
    /// What the customer pays in by what was typed.
    QString effectiveChargeCurrency() const;
    const QString &productQuantityText() const { return m_productQuantity.text; }
    void setProductQuantityText(const QString &text);

    /// The part of the flow's draft that is empty until something is chosen.
    const QString &flow() const { return m_base.flow; }
    void setFlow(const QString &flow);
    const QString &customerId() const { return m_base.customer.id; }
    void setCustomerId(const QString &id);
    const QString &promotionCode() const { return m_base.promotionCode; }
    const QString &couponId() const { return m_base.couponId; }
    /// One of them at most is set by the editor; an imported draft may have both.
    void setDiscount(const QString &promotionCode, const QString &couponId);
    /// Hours as typed; empty: the provider's default.
    const QString &expiryText() const { return m_expiry.text; }
    void setExpiryText(const QString &text);
    const QString &successUrl() const { return m_base.successUrl; }
    void setSuccessUrl(const QString &url);
    const QString &returnUrl() const { return m_base.returnUrl; }
    void setReturnUrl(const QString &url);

    /// PROBLEMS of draft() with those of texts that no draft can hold in their places, in the order of the fields.
    std::vector<checkout::Problem> withInputProblems(std::vector<checkout::Problem> problems) const;
    /// Whether the merchant has seen enough of the field for PROBLEM to stand on it. Not so for fields of a fresh draft
    /// that nobody has touched.
    bool isDue(const checkout::Problem &problem) const;
    /// From now on every problem is due: the merchant wanted to create the session.
    void makeAllDue();

signals:
    void changed();
    /// Another draft was set: everything has to be read again.
    void loaded();

private:
    template <class T> void edit(T &member, const T &value, checkout::Field field);
    std::vector<checkout::Problem> typedProblems() const;
    bool isCellEdited(const checkout::Problem &problem, LineItemModel::Column column) const;

    TierModel m_tiers;
    CustomFieldModel m_fields;
    CustomFieldModel m_metadata{CustomFieldModel::Holds::Metadata};
    checkout::SessionDraft m_base; ///< Without what the models and the texts below hold.
    WholeNumber m_expiry;
    WholeNumber m_productQuantity{1};
    TypedAmount m_pricing;
    bool m_pricingSuggested = false; ///< The currency of m_pricing is a suggestion.
    TypedAmount m_chargeAmount;
    QString m_chargeCurrency;
    std::optional<checkout::Capabilities> m_can;
    CatalogPtr m_catalog;
    QSet<int> m_touched; ///< Fields.
    bool m_allDue = true;
};

} // namespace tilldeck::ui
