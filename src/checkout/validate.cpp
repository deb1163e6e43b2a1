// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate.h"

#include "checkout/pricing.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrl>

#include <cmath>
#include <limits>

namespace tilldeck::checkout {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::Validation)
};

class Check
{
public:
    Check(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog, const QDateTime &now)
        : m_draft(draft)
        , m_can(capabilities)
        , m_catalog(catalog)
        , m_now(now)
    {
    }

    std::vector<Problem> run()
    {
        customer();
        for (int tier = 0; tier < m_draft.tierCount(); ++tier)
            lineItems(tier);
        discount();
        expiry();
        redirect(m_draft.successUrl, Field::SuccessUrl);
        redirect(m_draft.returnUrl, Field::ReturnUrl);
        customFields(m_draft.customFields, m_can.customFields, Field::CustomFieldName, Field::CustomFieldValue);
        customFields(m_draft.subscriptionCustomFields, m_can.subscriptionCustomFields, Field::SubscriptionFieldName,
                     Field::SubscriptionFieldValue);
        return std::move(m_problems);
    }

private:
    void add(Field field, const QString &sentence, int tier = 0, int index = -1)
    {
        m_problems.emplace_back(field, sentence, tier, index);
    }

    QString notOffered() const { return Words::tr("%1 does not take this. Remove it.").arg(m_can.providerName); }

    void customer()
    {
        if (!m_draft.customer.id.isEmpty() && !m_can.existingCustomer)
            add(Field::Customer, notOffered());
        if (m_draft.customer.id.contains(u' '))
            add(Field::Customer, Words::tr("A customer ID has no spaces. Choose a customer or check the ID."));
        if (!m_draft.customer.email.isEmpty() && !m_can.customerEmail)
            add(Field::Customer,
                Words::tr("%1 takes existing customers only. Choose one or leave this empty.").arg(m_can.providerName));
    }

    void lineItems(int tier)
    {
        const auto &items = m_draft.tierLineItems(tier);
        if (tier > 0 && !m_can.cascade) {
            add(Field::LineItems, notOffered(), tier);
            return;
        }
        const bool needed = tier > 0 || m_can.lineItemsRequired || m_draft.customer.isEmpty();
        if (items.empty() && needed)
            add(Field::LineItems,
                tier == 0 ? Words::tr("Add an item.") : Words::tr("Add an item to this tier, or remove the tier."),
                tier);
        if (!m_draft.tierRoute(tier).isEmpty() && !m_can.processorRoutes)
            add(Field::ProcessorRoute, notOffered(), tier);

        std::optional<money::Money> total;
        bool addable = true;
        for (int row = 0; row < static_cast<int>(items.size()); ++row) {
            const LineItem &item = items.at(static_cast<size_t>(row));
            const auto line = lineItem(item, tier, row);
            if (!line) {
                addable = false;
                continue;
            }
            total = total ? total->plus(*line) : line;
            if (!total && addable) {
                addable = false;
                add(Field::LineItems, Words::tr("This tier's total is too large. Lower a quantity."), tier);
            }
        }
    }

    /// The line's total, or nothing when it is not known or not allowed.
    std::optional<money::Money> lineItem(const LineItem &item, int tier, int row)
    {
        bool sound = true;
        const auto bad = [&](Field field, const QString &sentence) {
            add(field, sentence, tier, row);
            sound = false;
        };
        if (item.quantity < 1)
            bad(Field::Quantity, Words::tr("Enter a quantity of 1 or more."));
        else if (item.quantity > std::numeric_limits<qint32>::max())
            bad(Field::Quantity, Words::tr("This quantity is too large. 2,147,483,647 is the most."));

        std::optional<money::Money> unit = item.unitAmount;
        if (!item.priceId.isEmpty()) {
            const Price *price = m_catalog.price(item.priceId);
            if (!m_can.catalogPrices)
                bad(Field::Price, notOffered());
            else if (item.priceId.contains(u' '))
                bad(Field::Price, Words::tr("A price ID has no spaces. Choose a price or check the ID."));
            else if (price != nullptr && !price->active)
                bad(Field::Price, Words::tr("This price is switched off. Choose another."));
            if (price != nullptr)
                unit = price->unitAmount;
        } else if (!m_can.inlineItems) {
            bad(Field::Price, Words::tr("Choose a price or type its ID."));
        } else {
            if (item.name.trimmed().isEmpty())
                bad(Field::Name, Words::tr("Enter a name for this item."));
            if (!item.unitAmount || item.unitAmount->minorUnits() < 1)
                bad(Field::Amount, Words::tr("Enter an amount above zero."));
        }
        if (!unit)
            return std::nullopt;

        if (!m_currency)
            m_currency = unit->currency();
        if (unit->currency() != *m_currency) {
            bad(Field::Price, Words::tr("This price is in %1, the first item is in %2. A session has one currency.")
                                  .arg(unit->currency().code(), m_currency->code()));
        }
        if (!sound)
            return std::nullopt;
        const auto total = unit->times(item.quantity);
        if (!total)
            bad(Field::Quantity, Words::tr("This line's amount is too large. Lower the quantity."));
        return total;
    }

    void discount()
    {
        const bool code = !m_draft.promotionCode.isEmpty();
        const bool coupon = !m_draft.couponId.isEmpty();
        if (code && coupon) {
            add(Field::Coupon, Words::tr("Use a promotion code or a coupon, not both. Remove one of them."));
            return;
        }
        if (code && !m_can.promotionCodes)
            add(Field::PromotionCode, notOffered());
        else if (coupon && !m_can.coupons)
            add(Field::Coupon, notOffered());
        else if (const QString why = discountProblem(m_draft, m_catalog, m_now); !why.isEmpty())
            add(code ? Field::PromotionCode : Field::Coupon, why);
    }

    void expiry()
    {
        if (!m_draft.expiresInHours)
            return;
        if (!m_can.expiry)
            add(Field::Expiry, notOffered());
        else if (*m_draft.expiresInHours < m_can.expiry->least || *m_draft.expiresInHours > m_can.expiry->most)
            add(Field::Expiry, Words::tr("Enter %1 to %2 hours.").arg(m_can.expiry->least).arg(m_can.expiry->most));
    }

    void redirect(const QString &url, Field field)
    {
        if (url.isEmpty())
            return;
        if (!(field == Field::SuccessUrl ? m_can.successUrl : m_can.returnUrl)) {
            add(field, notOffered());
            return;
        }
        if (!url.startsWith(QLatin1String("https://")) && !url.startsWith(QLatin1String("http://"))) {
            add(field, Words::tr("Start the address with https://"));
            return;
        }
        for (const QChar character : url) {
            if (character.isSpace()) {
                add(field, Words::tr("An address has no spaces. Remove them."));
                return;
            }
        }
        // QUrl refuses the braces of the placeholder in strict mode, so a dummy stands in for it.
        QString probe = url;
        probe.replace(sessionIdPlaceholder, QLatin1String("cs_0"));
        const QUrl parsed(probe, QUrl::TolerantMode);
        if (!parsed.isValid() || parsed.host().isEmpty())
            add(field, Words::tr("This is not a complete address. Check what follows https://"));
    }

    void customFields(const std::vector<CustomField> &fields, bool offered, Field nameField, Field valueField)
    {
        if (!fields.empty() && !offered) {
            add(nameField, notOffered());
            return;
        }
        QSet<QString> names;
        for (int row = 0; row < static_cast<int>(fields.size()); ++row) {
            const CustomField &field = fields.at(static_cast<size_t>(row));
            if (field.name.trimmed().isEmpty())
                add(nameField, Words::tr("Enter a name for this field."), 0, row);
            else if (names.contains(field.name))
                add(nameField, Words::tr("This name is there twice. Change or remove one of them."), 0, row);
            names.insert(field.name);
            value(field.value, valueField, row);
        }
    }

    void value(const CustomFieldValue &value, Field field, int row)
    {
        if (const auto *number = std::get_if<double>(&value); number != nullptr && !std::isfinite(*number))
            add(field, Words::tr("Enter a number."), 0, row);
        const auto *text = std::get_if<QString>(&value);
        if (text == nullptr)
            return;
        if (text->size() > m_can.customFieldTextLength)
            add(field,
                Words::tr("This text has %1 characters. %2 is the most.")
                    .arg(text->size())
                    .arg(m_can.customFieldTextLength),
                0, row);
        const QString trimmed = text->trimmed();
        const bool object = trimmed.startsWith(u'{') && trimmed.endsWith(u'}');
        const bool list = trimmed.startsWith(u'[') && trimmed.endsWith(u']');
        if (object || list)
            add(field,
                Words::tr(
                    "A custom field holds one text, number or yes/no. Enter a single value, not an object or a list."),
                0, row);
    }

    const SessionDraft &m_draft;
    const Capabilities &m_can;
    const Catalog &m_catalog;
    QDateTime m_now;
    std::optional<money::Currency> m_currency; ///< Of the first line item whose price is known.
    std::vector<Problem> m_problems;
};

} // namespace

std::vector<Problem> validate(const SessionDraft &draft, const Capabilities &capabilities, const Catalog &catalog,
                              const QDateTime &now)
{
    return Check(draft, capabilities, catalog, now).run();
}

} // namespace tilldeck::checkout
