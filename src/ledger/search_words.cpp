// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/search_words.h"

#include "ledger/columns.h"

#include <algorithm>
#include <array>

namespace tilldeck::ledger {

namespace {

/// Returns the quote that ends what @p c begins; null where it begins nothing.
QChar closingQuote(QChar c)
{
    constexpr std::array<std::array<char16_t, 2>, 5> quotes{{
        {u'"', u'"'},
        {u'\u201c', u'\u201d'}, // English
        {u'\u201e', u'\u201c'}, // German
        {u'\u00ab', u'\u00bb'}, // French
        {u'\u00bb', u'\u00ab'},
    }};
    for (const auto &[open, close] : quotes) {
        if (c == open)
            return close;
    }
    return {};
}

} // namespace

std::vector<SearchWord> searchWords(const QString &text)
{
    std::vector<SearchWord> words;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        SearchWord word{.text = {}, .at = at, .length = 0, .isQuoted = !closingQuote(text[at]).isNull()};
        QChar closes;
        // A quote in the middle is one behind a field, note:"to be sent", or an inch.
        for (; at < text.size() && (!closes.isNull() || !text[at].isSpace()); ++at) {
            const bool mayOpen = at == word.at || text[at - 1] == u':';
            if (closes.isNull() && mayOpen && !closingQuote(text[at]).isNull())
                closes = closingQuote(text[at]);
            else if (!closes.isNull() && text[at] == closes)
                closes = {};
            else
                word.text += text[at];
        }
        word.length = at - word.at;
        if (!word.text.trimmed().isEmpty())
            words.push_back(word);
    }
    return words;
}

std::vector<FoundPart> foundParts(const QString &text, const QString &wanted)
{
    // What is compared may be longer or shorter than the letter that it is made of.
    QString compared;
    std::vector<FoundPart> madeOf;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        while (end < text.size() && (text[end].isLowSurrogate() || text[end].isMark()))
            ++end;
        const QString part = searchable(text.sliced(at, end - at));
        compared += part;
        madeOf.insert(madeOf.end(), static_cast<size_t>(part.size()), {.at = at, .length = end - at});
        at = end;
    }
    std::vector<bool> isFound(static_cast<size_t>(text.size()));
    for (const SearchWord &word : searchWords(wanted)) {
        const QString sought = searchable(word.text);
        for (qsizetype at = compared.indexOf(sought); at >= 0 && !sought.isEmpty();
             at = compared.indexOf(sought, at + 1)) {
            const FoundPart first = madeOf[static_cast<size_t>(at)];
            const FoundPart last = madeOf[static_cast<size_t>(at + sought.size() - 1)];
            std::fill(isFound.begin() + first.at, isFound.begin() + last.at + last.length, true);
        }
    }
    std::vector<FoundPart> parts;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isFound[static_cast<size_t>(at)])
            continue;
        if (parts.empty() || parts.back().at + parts.back().length < at)
            parts.push_back({.at = at, .length = 0});
        ++parts.back().length;
    }
    return parts;
}

bool holdsWords(const QString &text, const QString &wanted)
{
    return std::ranges::all_of(searchWords(wanted), [found = searchable(text)](const SearchWord &word) {
        return found.contains(searchable(word.text));
    });
}

} // namespace tilldeck::ledger
