// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/row_draft.h"

#include "money/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace tilldeck::sheets {

using money::Currency;
using money::Money;
using Part = ColumnTarget::Part;

namespace {

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::sheets::Row)
};

using Amount = std::expected<Money, money::AmountProblem>;
using money::AmountProblem;

/// Returns the currency that a cell names beside its amount: "12.50 EUR".
std::optional<Currency> currencyIn(const QString &text)
{
    static const QRegularExpression code(u"(?:^|[\\s\\d])([A-Za-z]{3})(?:$|[\\s\\d])"_s);
    const QRegularExpressionMatch match = code.match(text.trimmed());
    return match.hasMatch() ? Currency::fromCode(match.captured(1)) : std::nullopt;
}

/// Reads an amount; @p isEither: whether another notation reads it otherwise.
Amount amountFrom(const QString &text, const Currency &currency, Decimals decimals, bool &isEither)
{
    const Amount withPoint = money::parseAmount(text, currency, QLocale(QLocale::English, QLocale::UnitedKingdom));
    const Amount withComma = money::parseAmount(text, currency, QLocale(QLocale::German, QLocale::Germany));
    isEither = false;
    if (decimals == Decimals::Point)
        return withPoint;
    if (decimals == Decimals::Comma)
        return withComma;
    // Three digits after a sign may be a group, or decimals that the currency does not have.
    const auto mayBeDecimals = [](const Amount &amount) {
        return !amount && amount.error() == AmountProblem::TooManyDecimals;
    };
    isEither = (withPoint && withComma && *withPoint != *withComma) || (withPoint && mayBeDecimals(withComma)) ||
               (withComma && mayBeDecimals(withPoint));
    return withPoint ? withPoint : withComma ? withComma : mayBeDecimals(withComma) ? withComma : withPoint;
}

/// Reads the cells of one row.
class RowReader
{
public:
    RowReader(SheetRow &row, const std::vector<SheetColumn> &columns, const SheetChoices &choices)
        : m_row(row)
        , m_columns(columns)
        , m_choices(choices)
    {
    }

    void read()
    {
        for (m_at = 0; m_at < m_columns.size(); ++m_at) {
            const auto &target = m_columns.at(m_at).target;
            if (target && cell().contains(QChar::ReplacementCharacter))
                problem(RowText::tr("A character here could not be read. Choose another encoding of the file."));
            else if (target && !cell().isEmpty())
                take(*target);
        }
        // The currencies are known now.
        for (const size_t column : m_amounts) {
            m_at = column;
            takeAmount(*m_columns.at(column).target);
        }
        putItems();
    }

private:
    const QString &cell() const { return m_row.cells.at(static_cast<qsizetype>(m_at)); }
    void problem(const QString &sentence)
    {
        m_row.problems.push_back({m_row.line, m_columns.at(m_at).title, cell(), sentence});
    }

    std::optional<qint64> whole()
    {
        const QString text = cell().trimmed();
        bool isNumber = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
        const qint64 number = isNumber ? text.toLongLong(&isNumber) : 0;
        if (isNumber)
            return number;
        problem(RowText::tr("This is no whole number. Write it in digits alone."));
        return std::nullopt;
    }

    std::optional<Currency> currency()
    {
        const auto known = Currency::fromCode(cell().trimmed());
        if (!known)
            problem(RowText::tr("This is no currency. Write its code of three letters, as EUR."));
        return known;
    }

    void take(const ColumnTarget &target)
    {
        checkout::SessionDraft &draft = m_row.draft;
        switch (target.part) {
        case Part::Text:
            target.text.in(draft) = cell();
            break;
        case Part::Quantity:
            draft.productQuantity = whole().value_or(draft.productQuantity);
            break;
        case Part::Expiry:
            draft.expiresInHours = whole();
            break;
        case Part::PricingCurrency:
            m_currencies[{Part::Pricing, 0}] = currency();
            break;
        case Part::ChargeCurrency:
            draft.chargeCurrency = currency();
            break;
        case Part::ItemCurrency:
            m_currencies[{Part::ItemAmount, target.item}] = currency();
            break;
        case Part::ItemPrice:
            itemOf(target).priceId = cell();
            break;
        case Part::ItemName:
            itemOf(target).name = cell();
            break;
        case Part::ItemQuantity:
            if (const auto quantity = whole())
                itemOf(target).quantity = *quantity;
            break;
        case Part::Pricing:
        case Part::ChargeAmount:
        case Part::ItemAmount:
            m_amounts.push_back(m_at);
            break;
        case Part::CustomField:
            put(draft.customFields, target);
            break;
        case Part::SubscriptionField:
            put(draft.subscriptionCustomFields, target);
            break;
        case Part::Metadata:
            put(draft.metadata, target);
            break;
        }
    }

    void put(std::vector<checkout::CustomField> &fields, const ColumnTarget &target) const
    {
        const auto same = std::ranges::find(fields, target.valueName, &checkout::CustomField::name);
        if (same == fields.end())
            fields.emplace_back(target.valueName, cell());
        else
            same->value = cell();
    }

    /// Returns the currency that an amount is in: of its own column, beside it, or as chosen for the file.
    std::optional<Currency> currencyOf(const ColumnTarget &target) const
    {
        const auto own = m_currencies.find({target.part, target.item});
        if (own != m_currencies.end() && own->second)
            return own->second;
        if (const auto beside = currencyIn(cell()))
            return beside;
        const checkout::SessionDraft &draft = m_row.draft;
        if (target.part == Part::ChargeAmount && draft.chargeCurrency)
            return draft.chargeCurrency;
        return m_choices.currency;
    }

    void takeAmount(const ColumnTarget &target)
    {
        const auto in = currencyOf(target);
        if (!in)
            return problem(RowText::tr("Nothing says in which currency this is. Write its code behind the amount, into "
                                       "a column of its own, or choose one for the whole file."));
        bool isEither = false;
        const Amount amount = amountFrom(cell(), *in, m_choices.decimals, isEither);
        if (isEither)
            return problem(RowText::tr("This can be read as two different amounts. Say whether the file writes "
                                       "decimals with a point or a comma."));
        if (!amount)
            return problem(sentenceFor(amount.error(), *in));
        checkout::SessionDraft &draft = m_row.draft;
        if (target.part == Part::Pricing)
            draft.pricing = *amount;
        else if (target.part == Part::ChargeAmount)
            draft.chargeAmount = *amount;
        else
            itemOf(target).unitAmount = *amount;
    }

    static QString sentenceFor(AmountProblem why, const Currency &currency)
    {
        switch (why) {
        case AmountProblem::TooManyDecimals:
            return RowText::tr("%1 has %n decimal(s) at most.", nullptr, currency.exponent()).arg(currency.code());
        case AmountProblem::TooLarge:
            return RowText::tr("This amount is too large.");
        case AmountProblem::OtherCurrency:
            return RowText::tr("Beside the amount stands another currency than %1.").arg(currency.code());
        case AmountProblem::Empty:
        case AmountProblem::NotANumber:
            break;
        }
        return RowText::tr("This is no amount. Write it in digits, with the decimal sign of the file.");
    }

    /// Returns the line item of a column, which is that of the draft that all rows have until a cell changes it.
    checkout::LineItem &itemOf(const ColumnTarget &target)
    {
        const auto [item, isNew] = m_items.try_emplace(target.item);
        const std::vector<checkout::LineItem> &common = m_choices.base.lineItems;
        if (isNew && target.item < static_cast<int>(common.size()))
            item->second = common.at(static_cast<size_t>(target.item));
        return item->second;
    }

    void putItems()
    {
        std::vector<checkout::LineItem> &items = m_row.draft.lineItems;
        for (int number = 0; number < static_cast<int>(items.size()); ++number)
            m_items.try_emplace(number, items.at(static_cast<size_t>(number)));
        items.clear();
        for (auto &[number, item] : m_items) {
            items.push_back(std::move(item));
            m_row.items.push_back(number);
        }
    }

    SheetRow &m_row;
    const std::vector<SheetColumn> &m_columns;
    const SheetChoices &m_choices;
    size_t m_at = 0;
    std::vector<size_t> m_amounts; ///< Columns.
    std::map<std::pair<Part, int>, std::optional<Currency>> m_currencies;
    std::map<int, checkout::LineItem> m_items;
};

} // namespace

void readCells(SheetRow &row, const std::vector<SheetColumn> &columns, const SheetChoices &choices)
{
    RowReader(row, columns, choices).read();
}

} // namespace tilldeck::sheets
