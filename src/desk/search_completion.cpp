// SPDX-License-Identifier: GPL-3.0-or-later
// What may be typed in a search, and what is left of one without some of its fields.
#include "desk/search_fields.h"

#include <algorithm>
#include <iterator>

namespace tilldeck::desk {

using namespace Qt::StringLiterals;

using search::Field;
using search::FieldName;
using search::fieldNames;
using search::Typed;

namespace {

SearchKind kindOf(Field field)
{
    switch (field) {
    case Field::Status:
        return SearchKind::Status;
    case Field::Account:
        return SearchKind::Account;
    case Field::Currency:
        return SearchKind::Currency;
    case Field::Amount:
        return SearchKind::Amount;
    case Field::Tier:
        return SearchKind::Tier;
    case Field::Since:
    case Field::Before:
        return SearchKind::Days;
    }
    Q_UNREACHABLE();
}

/// Returns a field with its value, in quotes where that has blanks.
QString written(QLatin1String field, const QString &value)
{
    const bool isPlain = std::ranges::none_of(value, [](QChar c) { return c.isSpace(); });
    return field + (isPlain ? u":%1"_s : u":\"%1\""_s).arg(value);
}

/// Returns the values of a field that begin as it was typed; of one with several spellings, the first that does.
QStringList valuesOf(Field field, const QString &typed, const SearchNames &names)
{
    QStringList values;
    const auto begins = [&typed](const QString &value) { return value.startsWith(typed, Qt::CaseInsensitive); };
    const auto spellings = [&](const std::vector<SearchNames::Name> &all) {
        for (const SearchNames::Name &name : all) {
            const auto found = std::ranges::find_if(name.spellings, begins);
            if (found != name.spellings.end() && !values.contains(*found))
                values << *found;
        }
    };
    switch (field) {
    case Field::Status:
        spellings(names.statuses);
        break;
    case Field::Account:
        spellings(names.accounts);
        break;
    case Field::Currency:
        std::ranges::copy_if(names.currencies, std::back_inserter(values), begins);
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

std::optional<Typed> search::fieldOf(const ledger::SearchWord &word)
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

QString withoutFields(const QString &text, const QList<SearchKind> &kinds)
{
    QString left = text;
    const std::vector<ledger::SearchWord> words = ledger::searchWords(text);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const auto typed = search::fieldOf(*word);
        if (!typed || !kinds.contains(kindOf(typed->field)))
            continue;
        qsizetype end = word->at + word->length;
        while (end < text.size() && text[end].isSpace()) // the blanks behind it go with it
            ++end;
        left.remove(word->at, end - word->at);
    }
    return left.trimmed();
}

SearchCompletion completeSearch(const QString &text, qsizetype cursor, const SearchNames &names)
{
    SearchCompletion completion{.at = cursor, .length = 0, .texts = {}};
    for (const ledger::SearchWord &word : ledger::searchWords(text.first(std::min(cursor, text.size())))) {
        if (word.at + word.length < cursor)
            continue;
        completion.at = word.at;
        completion.length = word.length;
        if (const auto typed = search::fieldOf(word)) {
            const auto name = std::ranges::find(fieldNames, typed->field, &FieldName::field)->name;
            const QStringList values = valuesOf(typed->field, typed->value, names);
            for (const QString &value : values)
                completion.texts << written(name, value);
        } else if (!word.isQuoted) {
            for (const FieldName &name : fieldNames) {
                if (QString(name.name).startsWith(word.text, Qt::CaseInsensitive))
                    completion.texts << name.name + u':';
            }
        }
    }
    return completion;
}

QStringList searchFields()
{
    QStringList fields;
    for (const FieldName &name : fieldNames)
        fields << name.name + u':';
    return fields;
}

} // namespace tilldeck::desk
