// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/draft_fields.h"
#include "ui/editor/custom_field_model.h"
#include "ui/editor/tier_model.h"
#include "ui/forms/typed_amount.h"

#include <QObject>
#include <QSet>

namespace tilldeck::ui {

/// Holds the draft while it is edited. Widgets write to it and to its models, and read from them. draft() returns what
/// was set by setDraft() unchanged as long as nothing is edited.
class DraftEditor : public QObject
{
    Q_OBJECT

public:
    explicit DraftEditor(QObject *parent = nullptr);

    /// Begins with another draft. Problems of a @p fresh one are not due until their fields were touched.
    void setDraft(const checkout::SessionDraft &draft, bool fresh);
    /// Returns the part of the full draft that the flow supports, with the first mode of the flow if none was chosen.
    checkout::SessionDraft draft() const;
    /// Returns all that was typed, also for other flows, as it is saved.
    checkout::SessionDraft fullDraft() const;
    /// Sets the flow that is edited; before, all parts are supported.
    void setCapabilities(const checkout::Capabilities &can) { m_can = can; }
    void setCatalog(const CatalogPtr &catalog);
    const checkout::Catalog &catalog() const { return *m_catalog; }

    TierModel *tiers() { return &m_tiers; }
    CustomFieldModel *customFields() { return &m_fields; }
    CustomFieldModel *metadata() { return &m_metadata; }

    const QString &text(checkout::TextMember member) const { return member.in(m_base); }
    void setText(checkout::TextMember member, const QString &text, checkout::Field field);

    const TypedAmount &pricing() const { return m_pricing; }
    void setPricing(const TypedAmount &amount);
    /// Shows @p code beside the empty amount until another currency is chosen. This is no edit of the draft.
    void suggestPricingCurrency(const QString &code);
    /// Returns whether nobody has chosen a currency or typed an amount in the suggested one.
    bool isPricingCurrencyOpen() const;
    /// Returns the currency that the customer pays in, as typed; empty for the currency of the pricing.
    const QString &chargeCurrencyText() const { return m_chargeCurrency; }
    void setChargeCurrencyText(const QString &code);
    /// Returns the amount that the customer pays, as typed; empty if the provider converts.
    const QString &chargeAmountText() const { return m_chargeAmount.text; }
    void setChargeAmountText(const QString &text);
    /// Returns the currency that the customer pays in: the typed one, else that of the pricing.
    QString effectiveChargeCurrency() const;
    const QString &productQuantityText() const { return m_productQuantity.text; }
    void setProductQuantityText(const QString &text);

    /// Returns the id of the flow; empty until one is chosen.
    const QString &flow() const { return m_base.flow; }
    void setFlow(const QString &flow);
    const QString &customerId() const { return m_base.customer.id; }
    void setCustomerId(const QString &id);
    const QString &promotionCode() const { return m_base.promotionCode; }
    const QString &couponId() const { return m_base.couponId; }
    /// Sets the discount: the @p code of its @p kind, PromotionCode or Coupon, or none. A kind without its code is a
    /// problem. An imported draft may have both.
    void setDiscount(std::optional<checkout::Field> kind, const QString &code);
    /// Returns the kind of discount that was chosen and whose code is not typed yet.
    std::optional<checkout::Field> discountWithoutCode() const { return m_discountWithoutCode; }
    /// Returns the hours as typed; empty for the provider's default.
    const QString &expiryText() const { return m_expiry.text; }
    void setExpiryText(const QString &text);
    const QString &successUrl() const { return m_base.successUrl; }
    void setSuccessUrl(const QString &url);
    const QString &returnUrl() const { return m_base.returnUrl; }
    void setReturnUrl(const QString &url);

    /// Returns @p problems, which speak of items of draft(), as problems of the rows that the items stand in.
    std::vector<checkout::Problem> onRows(std::vector<checkout::Problem> problems) const;
    /// Adds the problems of texts that no draft can hold to @p problems of draft(), in the order of the fields.
    std::vector<checkout::Problem> withInputProblems(std::vector<checkout::Problem> problems) const;
    /// Returns whether @p problem may be shown: not on the fields of a fresh draft that nobody has touched.
    bool isDue(const checkout::Problem &problem) const;
    /// Makes every problem due, because the merchant wanted to create the session.
    void makeAllDue();

signals:
    void changed();
    /// Emitted when another draft was set and all has to be read again.
    void loaded();

private:
    template <class T> void edit(T &member, const T &value, checkout::Field field);
    bool takes(checkout::Field field) const { return !m_can || m_can->takes(field); }
    std::vector<checkout::Problem> typedProblems() const;
    bool isCellEdited(const checkout::Problem &problem, LineItemModel::Column column) const;

    TierModel m_tiers;
    CustomFieldModel m_fields;
    CustomFieldModel m_metadata{CustomFieldModel::Content::Metadata};
    checkout::SessionDraft m_base; ///< Lacks what the models and the texts below hold.
    std::optional<checkout::Field> m_discountWithoutCode;
    WholeNumber m_expiry;
    WholeNumber m_productQuantity{1};
    TypedAmount m_pricing;
    bool m_pricingSuggested = false; ///< Nobody has chosen the currency of m_pricing.
    TypedAmount m_chargeAmount;
    QString m_chargeCurrency;
    std::optional<checkout::Capabilities> m_can;
    CatalogPtr m_catalog;
    QSet<int> m_touchedFields;
    bool m_allDue = true;
};

} // namespace tilldeck::ui
