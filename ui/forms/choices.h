// SPDX-License-Identifier: GPL-3.0-or-later
// What the pickers offer: the lists of the catalog as lines to choose from.
#pragma once

#include "checkout/catalog.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <vector>

namespace tilldeck::ui {

/// One line of a picker. A line with a reason is shown, and cannot be chosen.
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

/// Prices of another currency than CURRENCY are there with the reason; prices that are switched off are not.
std::vector<Choice> priceChoices(const checkout::Catalog &catalog, std::optional<money::Currency> currency);
std::vector<Choice> customerChoices(const checkout::Catalog &catalog);
/// The account's default first, with an empty id.
std::vector<Choice> routeChoices(const checkout::Catalog &catalog);
/// What is over, and what takes off another currency than that of the items, is there with the reason.
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
