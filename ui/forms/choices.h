// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the catalog as choices of a ChoiceField.
#pragma once

#include "checkout/catalog.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace tilldeck::ui {

/// One entry of a ChoiceField. An entry with a reason is shown but cannot be chosen.
struct Choice
{
    QString id;
    QString title;
    QString subtitle;                   ///< Below the title; empty: the id.
    std::optional<money::Money> amount; ///< At the far side.
    QString detail;                     ///< Behind the amount: "per month", "used up".
    QString reason;                     ///< Why it cannot be chosen.

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// Returns the active prices. Those of another currency than @p currency have a reason.
std::vector<Choice> priceChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency);
std::vector<Choice> customerChoices(const checkout::Catalog &catalog);
/// Returns the routes, after the account's default with an empty id.
std::vector<Choice> routeChoices(const checkout::Catalog &catalog);
/// Returns the promotions. Expired ones, and discounts in another currency than that of the items, have a reason.
std::vector<Choice> promotionCodeChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency,
                                         const QDateTime &now, const QTimeZone &zone, const QLocale &locale);
std::vector<Choice> couponChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency,
                                  const QDateTime &now, const QTimeZone &zone, const QLocale &locale);

/// Choices as a list. Qt::DisplayRole is the title, SecondaryTextRole the line below it, AmountRole the amount,
/// Qt::EditRole the id; completers and the popup's search look at SearchRole.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole + 1, SearchRole };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(std::vector<Choice> choices);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Choice> m_choices;
};

} // namespace tilldeck::ui
