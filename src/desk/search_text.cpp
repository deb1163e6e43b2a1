// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/search_text.h"

#include "ledger/search_words.h"
#include "money/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

namespace {

struct SearchText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Search)
};

enum class Field { Status, Account, Currency, Amount, Tier, Since, Before };

struct FieldName
{
    QLatin1String name;
    Field field;
};

constexpr std::array<FieldName, 7> fieldNames{{
    {"status"_L1, Field::Status},
    {"account"_L1, Field::Account},
    {"currency"_L1, Field::Currency},
    {"amount"_L1, Field::Amount},
    {"tier"_L1, Field::Tier},
    {"since"_L1, Field::Since},
    {"before"_L1, Field::Before},
}};

/// One field as it was typed.
struct Typed
{
    Field field;
    QString value;
    qsizetype at;
    qsizetype length;
};

std::optional<Typed> fieldOf(const ledger::SearchWord &word)
{
    const qsizetype colon = word.text.indexOf(u':');
    if (colon < 0 || word.isQuoted)
        return {};
    const auto found = std::ranges::find_if(fieldNames, [&](const FieldName &name) {
        return word.text.first(colon).compare(name.name, Qt::CaseInsensitive) == 0;
    });
    if (found == fieldNames.end())
        return {};
    return Typed{found->field, word.text.sliced(colon + 1).trimmed(), word.at, word.length};
}

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
            if (const auto typed = fieldOf(word))
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
        if (found == m_names.statuses.end())
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
        const auto currency = money::Currency::fromCode(m_search.currency);
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

/// Returns a field with its value, in quotes where that has blanks.
QString written(QLatin1String field, const QString &value)
{
    const bool isPlain = std::ranges::none_of(value, [](QChar c) { return c.isSpace(); });
    return field + (isPlain ? u":%1"_s : u":\"%1\""_s).arg(value);
}

QStringList valuesOf(Field field, const SearchNames &names)
{
    QStringList values;
    const auto spellings = [&values](const std::vector<SearchNames::Name> &all) {
        for (const SearchNames::Name &name : all)
            values << name.spellings.value(0);
    };
    switch (field) {
    case Field::Status:
        spellings(names.statuses);
        break;
    case Field::Account:
        spellings(names.accounts);
        break;
    case Field::Currency:
        values = names.currencies;
        break;
    case Field::Amount:
    case Field::Tier:
    case Field::Since:
    case Field::Before:
        break;
    }
    return values;
}

} // namespace

Search readSearch(const QString &text, const SearchNames &names)
{
    return Reader(names).read(text);
}

SearchCompletion completeSearch(const QString &text, qsizetype cursor, const SearchNames &names)
{
    SearchCompletion completion{.at = cursor, .length = 0, .texts = {}};
    for (const ledger::SearchWord &word : ledger::searchWords(text.first(std::min(cursor, text.size())))) {
        if (word.at + word.length < cursor)
            continue;
        completion.at = word.at;
        completion.length = word.length;
        if (const auto typed = fieldOf(word)) {
            const auto name = std::ranges::find(fieldNames, typed->field, &FieldName::field)->name;
            for (const QString &value : valuesOf(typed->field, names)) {
                if (value.startsWith(typed->value, Qt::CaseInsensitive))
                    completion.texts << written(name, value);
            }
        } else if (!word.isQuoted) {
            for (const FieldName &name : fieldNames) {
                if (QString(name.name).startsWith(word.text, Qt::CaseInsensitive))
                    completion.texts << name.name + u':';
            }
        }
    }
    return completion;
}

} // namespace tilldeck::desk
