// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/custom_field_model.h"
#include "ui/editor/tier_model.h"

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
    checkout::SessionDraft draft() const;
    void setCatalog(const CatalogPtr &catalog);
    const checkout::Catalog &catalog() const { return *m_catalog; }

    TierModel *tiers() { return &m_tiers; }
    CustomFieldModel *customFields() { return &m_fields; }

    const QString &customerId() const { return m_rest.customer.id; }
    void setCustomerId(const QString &id);
    const QString &promotionCode() const { return m_rest.promotionCode; }
    const QString &couponId() const { return m_rest.couponId; }
    /// One of them at most is set by the editor; an imported draft may have both.
    void setDiscount(const QString &promotionCode, const QString &couponId);
    /// Hours as typed; empty: the provider's default.
    const QString &expiryText() const { return m_expiry.text; }
    void setExpiryText(const QString &text);
    const QString &successUrl() const { return m_rest.successUrl; }
    void setSuccessUrl(const QString &url);
    const QString &returnUrl() const { return m_rest.returnUrl; }
    void setReturnUrl(const QString &url);

    /// PROBLEMS of draft() with those of texts that no draft can hold in their places, in the order of the fields.
    std::vector<checkout::Problem> withInputProblems(std::vector<checkout::Problem> problems) const;
    /// Whether the merchant has seen enough of the field for PROBLEM to stand on it. Not so for fields of a fresh draft
    /// that nobody has touched.
    bool isDue(const checkout::Problem &problem) const;
    /// From now on every problem is due: the merchant wanted to create the session.
    void makeAllDue();

Q_SIGNALS:
    void changed();
    /// Another draft was set: everything has to be read again.
    void loaded();

private:
    void edit(QString &member, const QString &value, checkout::Field field);

    TierModel m_tiers;
    CustomFieldModel m_fields;
    checkout::SessionDraft m_rest; ///< Without tiers and custom fields.
    WholeNumber m_expiry;
    CatalogPtr m_catalog;
    QSet<int> m_touched; ///< Fields.
    bool m_allDue = true;
};

} // namespace tilldeck::ui
