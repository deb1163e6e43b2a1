// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/search_text.h"

#include "desk/search_fields.h"
#include "ledger/search_words.h"
#include "money/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using search::Field;
using search::Typed;

namespace {

struct SearchText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Search)
};

bool isSpelledSo(const SearchNames::Name &name, const QString &typed)
{
    return name.spellings.contains(typed, Qt::CaseInsensitive);
}

QString offered(const std::vector<SearchNames::Name> &names)
{
    QStringList texts;
    for (const SearchNames::Name &name : names)
        texts << name.spellings.value(0);
    return texts.join(u", "_s);
}

QString inPlainDigits(QString text)
{
    for (QChar &c : text) {
        if (c.isDigit())
            c = QChar(u'0' + c.digitValue());
    }
    return text;
}

/// Reads the parts of a search one after the other. Amounts are read when the currency is known.
class Reader
{
public:
    explicit Reader(const SearchNames &names)
        : m_names(names)
    {
    }

    Search read(const QString &text)
    {
        QStringList words;
        for (const ledger::SearchWord &word : ledger::searchWords(text)) {
            if (const auto typed = search::fieldOf(word))
                readField(*typed);
            else
                words << text.sliced(word.at, word.length);
        }
        for (const Typed &amount : m_amounts)
            readAmount(amount);
        m_search.text = words.join(u' ');
        if (m_search.since.isValid() && m_search.before.isValid() && m_search.since >= m_search.before)
            problem(*m_lastDay,
                    SearchText::tr("There is no day in this range: “before” has to be later than “since”."));
        return std::move(m_search);
    }

private:
    void problem(const Typed &typed, const QString &sentence)
    {
        m_search.problems.push_back({.at = typed.at, .length = typed.length, .sentence = sentence});
    }

    void readField(const Typed &typed)
    {
        if (typed.value.isEmpty())
            return problem(typed, SearchText::tr("Type a value behind the colon."));
        switch (typed.field) {
        case Field::Status:
            return readStatus(typed);
        case Field::Account:
            return readAccount(typed);
        case Field::Currency:
            return readCurrency(typed);
        case Field::Amount:
            m_amounts.push_back(typed);
            return;
        case Field::Tier:
            return readTier(typed);
        case Field::Since:
        case Field::Before:
            return readDay(typed);
        }
    }

    void readStatus(const Typed &typed)
    {
        const auto found = std::ranges::find_if(
            m_names.statuses, [&](const SearchNames::Name &name) { return isSpelledSo(name, typed.value); });
        if (m_names.statuses.empty())
            problem(typed, SearchText::tr("The sessions of this list are of one status."));
        else if (found == m_names.statuses.end())
            problem(
                typed,
                SearchText::tr("“%1” is no status here. There are: %2.").arg(typed.value, offered(m_names.statuses)));
        else if (!m_search.status.isEmpty() && m_search.status != found->value)
            problem(typed, SearchText::tr("Only one status can be searched for at a time."));
        else
            m_search.status = found->value;
    }

    void readAccount(const Typed &typed)
    {
        bool isFound = false;
        // Two accounts may have one name.
        for (const SearchNames::Name &name : m_names.accounts) {
            if (!isSpelledSo(name, typed.value))
                continue;
            isFound = true;
            if (!m_search.accountIds.contains(name.value))
                m_search.accountIds << name.value;
        }
        if (!isFound)
            problem(typed, SearchText::tr("No account that is shown is named “%1”. There are: %2.")
                               .arg(typed.value, offered(m_names.accounts)));
    }

    void readCurrency(const Typed &typed)
    {
        const auto currency = money::Currency::fromCode(typed.value);
        if (!currency)
            problem(typed, SearchText::tr("“%1” is no currency. Write its code of three letters, for example %2.")
                               .arg(typed.value, m_names.currencies.value(0, u"EUR"_s)));
        else if (!m_search.currency.isEmpty() && m_search.currency != currency->code())
            problem(typed, SearchText::tr("Only one currency can be searched for at a time."));
        else
            m_search.currency = currency->code();
    }

    void readTier(const Typed &typed)
    {
        bool isNumber = false;
        const int tier = inPlainDigits(typed.value).toInt(&isNumber);
        if (!isNumber || tier < 1)
            return problem(typed, SearchText::tr("“%1” is no tier. Write 1 for the first one.").arg(typed.value));
        if (m_search.tier && *m_search.tier != tier - 1)
            return problem(typed, SearchText::tr("Only one tier can be searched for at a time."));
        m_search.tier = tier - 1;
    }

    void readDay(const Typed &typed)
    {
        constexpr qsizetype length = 10; // Qt leaves out what stands behind a day.
        const QString written = inPlainDigits(typed.value);
        const QDate day = written.size() == length ? QDate::fromString(written, Qt::ISODate) : QDate();
        if (!day.isValid())
            return problem(typed, SearchText::tr("“%1” is not a day. Write it as 2026-04-14.").arg(typed.value));
        const QDateTime begin = day.startOfDay(m_names.zone).toUTC();
        QDateTime &end = typed.field == Field::Since ? m_search.since : m_search.before;
        if (end.isValid() && end != begin)
            return problem(typed, SearchText::tr("Write each end of a range of days once."));
        end = begin;
        m_lastDay = typed;
    }

    /// Reads one number of an amount, or says what is wrong with it.
    std::optional<qint64> minorUnits(const Typed &typed, const QString &number, const money::Currency &currency)
    {
        const auto read = money::parseArgument(number.trimmed(), currency, m_names.locale);
        // Digits with a point are what programs write, and nothing is acted on here.
        if (read && (!read->other || money::plainAmount(read->amount) == number.trimmed()))
            return read->amount.minorUnits();
        if (read)
            problem(typed, SearchText::tr("“%1” may be read as two amounts. Write %2 or %3.")
                               .arg(number, money::plainAmount(read->amount), money::plainAmount(*read->other)));
        else
            problem(typed, SearchText::tr("“%1” is no amount in %2. Write, for example, %3.")
                               .arg(number, currency.code(), money::plainAmount(money::Money(12'500, currency))));
        return {};
    }

    void readAmount(const Typed &typed)
    {
        const auto currency =
            money::Currency::fromCode(m_search.currency.isEmpty() ? m_names.currency : m_search.currency);
        if (!currency)
            return problem(typed, SearchText::tr("Add the currency of the amount, for example currency:%1.")
                                      .arg(m_names.currencies.value(0, u"EUR"_s)));
        if (const qsizetype dots = typed.value.indexOf(".."_L1); dots >= 0) {
            const auto from = minorUnits(typed, typed.value.first(dots), *currency);
            const auto to = from ? minorUnits(typed, typed.value.sliced(dots + 2), *currency) : std::nullopt;
            if (from && to && *from > *to)
                return problem(typed, SearchText::tr("The smaller amount of a range comes first."));
            return narrow(typed, from, to);
        }
        const bool isFrom = typed.value.startsWith(u'>');
        const bool isTo = typed.value.startsWith(u'<');
        const bool isIncluded = typed.value.size() > 1 && typed.value[1] == u'=';
        const qsizetype sign = isFrom || isTo ? (isIncluded ? 2 : 1) : 0;
        const auto amount = minorUnits(typed, typed.value.sliced(sign), *currency);
        if (!amount)
            return;
        constexpr qint64 most = std::numeric_limits<qint64>::max();
        if (isFrom)
            narrow(typed, isIncluded || *amount == most ? *amount : *amount + 1, {});
        else if (isTo)
            narrow(typed, {}, isIncluded ? *amount : *amount - 1);
        else
            narrow(typed, amount, amount);
    }

    void narrow(const Typed &typed, std::optional<qint64> from, std::optional<qint64> to)
    {
        if (from)
            m_search.amountFrom = std::max(*from, m_search.amountFrom.value_or(*from));
        if (to)
            m_search.amountTo = std::min(*to, m_search.amountTo.value_or(*to));
        if (m_search.amountFrom && m_search.amountTo && *m_search.amountFrom > *m_search.amountTo)
            problem(typed, SearchText::tr("No amount is in this range."));
    }

    const SearchNames &m_names;
    Search m_search;
    std::vector<Typed> m_amounts;
    std::optional<Typed> m_lastDay;
};

} // namespace

bool Search::holds(SearchKind kind) const
{
    switch (kind) {
    case SearchKind::Status:
        return !status.isEmpty();
    case SearchKind::Account:
        return !accountIds.isEmpty();
    case SearchKind::Currency:
        return !currency.isEmpty();
    case SearchKind::Amount:
        return amountFrom || amountTo;
    case SearchKind::Tier:
        return tier.has_value();
    case SearchKind::Days:
        return since.isValid() || before.isValid();
    }
    Q_UNREACHABLE();
}

Search readSearch(const QString &text, const SearchNames &names)
{
    return Reader(names).read(text);
}

} // namespace tilldeck::desk
