// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/search_index.h"

#include "ledger/columns.h"
#include "ledger/payment_rows.h"
#include "ledger/search_words.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

namespace {

constexpr int indexedLetters = 3;
/// So long a word may be a whole token, or a URL.
constexpr qsizetype shortestToken = 8;

/// Returns every three letters in a row of @p word, as a question to the index; empty for a shorter one.
QString trigramsOf(const QString &word)
{
    const QList<uint> letters = word.toUcs4();
    QStringList trigrams;
    for (qsizetype at = 0; at + indexedLetters <= letters.size(); ++at) {
        const QString trigram = QString::fromUcs4(reinterpret_cast<const char32_t *>(&letters[at]), indexedLetters);
        trigrams << u"\"%1\""_s.arg(QString(trigram).replace(u'"', "\"\""_L1));
    }
    trigrams.removeDuplicates();
    return trigrams.join(" AND "_L1);
}

/// A word as it is looked for.
struct Wanted
{
    QString text;   ///< As searchable() makes it.
    QString amount; ///< Of payments: what it is as an amount; empty where it is none.
};

std::vector<Wanted> wantedOf(Searched searched, const QString &text)
{
    std::vector<Wanted> wanted;
    for (const SearchWord &word : searchWords(text))
        wanted.push_back(
            {searchable(word.text), searched == Searched::Payments ? amountAsTyped(word.text) : QString()});
    return wanted;
}

/// Returns the terms that look at the text of each row.
Where everyWord(const std::vector<Wanted> &wanted)
{
    Where where;
    for (const Wanted &word : wanted) {
        const bool isAmount = !word.amount.isEmpty();
        where.terms << (isAmount ? u"(instr(search, ?) > 0 OR amount_text = ?)"_s : u"instr(search, ?) > 0"_s);
        where.values << word.text;
        if (isAmount)
            where.values << word.amount;
    }
    return where;
}

qint64 numberFrom(const Connection &connection, const QString &statement, const QVariantList &values = {})
{
    QSqlQuery query = connection.exec(statement, values);
    return connection.next(query) ? query.value(0).toLongLong() : 0;
}

qint64 indexedTo(const Connection &connection, const QString &table)
{
    return numberFrom(connection, u"SELECT indexed_to FROM search_index WHERE searched = ?"_s, {table});
}

qint64 lastKey(const Connection &connection, const QString &table)
{
    return numberFrom(connection, u"SELECT max(%1_key) FROM %1_detail"_s.arg(table));
}

/// Returns the keys of the rows that hold the words, by the index; nothing where so many rows may that the newest of
/// them are found sooner by looking through the list.
std::optional<QStringList> fewKeys(const Connection &connection, const QString &table,
                                   const std::vector<Wanted> &wanted)
{
    QStringList questions;
    for (const Wanted &word : wanted) {
        if (const QString trigrams = trigramsOf(word.text); !trigrams.isEmpty() && word.amount.isEmpty())
            questions << trigrams;
    }
    const qint64 indexed = indexedTo(connection, table);
    if (questions.isEmpty() || indexed == 0)
        return {};
    // Of so many among all, a hundred stand about as far apart in the list as it takes to look at each of them.
    constexpr double perPage = 100;
    constexpr qint64 always = 2000;
    const qint64 last = lastKey(connection, table);
    const qint64 few = std::max(always, qint64(std::sqrt(perPage * double(last))));
    const QString found = u"SELECT rowid FROM %1_text WHERE %1_text MATCH ? LIMIT %2"_s.arg(table).arg(few + 1);
    const QString question = questions.join(" AND "_L1);
    if (last - indexed > few || numberFrom(connection, u"SELECT count(*) FROM (%1)"_s.arg(found), {question}) > few)
        return {};
    const Where words = everyWord(wanted);
    QSqlQuery query = connection.exec(u"SELECT %1_key FROM %1_detail WHERE (%1_key IN (%2) OR %1_key > ?) AND %3"_s.arg(
                                          table, found, words.condition()),
                                      QVariantList{question, indexed} + words.values);
    QStringList keys;
    while (connection.next(query))
        keys << query.value(0).toString();
    return keys;
}

/// Returns the keys of the sessions whose token or URL is @p text. Neither of them is in the index of words: they are
/// found only by whoever has them whole.
QStringList keysOfSecret(const Connection &connection, const QString &text)
{
    QSqlQuery query = connection.exec(secretStatement(), {text, text, text, text});
    QStringList keys;
    while (connection.next(query))
        keys << query.value(0).toString();
    return keys;
}

/// Returns what fewKeys() does; nothing where the index is damaged, which is then mended.
std::optional<QStringList> fewKeysIfWhole(const Connection &connection, const QString &table,
                                          const std::vector<Wanted> &wanted)
{
    try {
        return fewKeys(connection, table, wanted);
    } catch (const SqlFailure &failure) {
        if (!failure.isDamage())
            throw;
        connection.mend(failure.isInIndex);
        return {};
    }
}

} // namespace

QString tableOf(Searched searched)
{
    return searched == Searched::Sessions ? u"session"_s : u"payment"_s;
}

QString secretStatement()
{
    // The plus keeps SQLite from putting the text in the place of the column that the index is of.
    return u"SELECT session_key FROM session_detail WHERE secure_token IS NOT NULL AND substr(secure_token, -12) = "
           "substr(?, -12) AND +secure_token = ? UNION ALL SELECT session_key FROM session_detail WHERE url IS NOT "
           "NULL AND substr(url, -20) = substr(?, -20) AND +url = ?"_s;
}

QString wordTable(Searched searched)
{
    // Which rows have three letters is kept, not where in their texts: that is looked up there.
    return QString(u"CREATE VIRTUAL TABLE %1_text USING fts5(search, content='%1_detail', content_rowid='%1_key', "
                   "tokenize='trigram case_sensitive 1', detail=none, columnsize=0)"_s)
        .replace(u"%1"_s, tableOf(searched));
}

QStringList searchIndexStep()
{
    QStringList statements{
        // All rows up to this key are in the index, and none after it.
        u"CREATE TABLE search_index (searched TEXT PRIMARY KEY, indexed_to INTEGER NOT NULL) WITHOUT ROWID"_s,
    };
    for (const Searched searched : {Searched::Sessions, Searched::Payments}) {
        const QString table = tableOf(searched);
        const auto statement = [&](QString text) { return text.replace(u"%1"_s, table); };
        const QString isIndexed = statement(u"%1_key <= (SELECT indexed_to FROM search_index WHERE searched = '%1')"_s);
        const QString forget = statement(
            u"INSERT INTO %1_text (%1_text, rowid, search) VALUES ('delete', OLD.%1_key, coalesce(OLD.search, ''));"_s);
        statements << statement(u"INSERT INTO search_index VALUES ('%1', 0)"_s) << wordTable(searched)
                   << statement(u"CREATE TRIGGER %1_text_changed AFTER UPDATE OF search ON %1_detail WHEN OLD.search "
                                "IS NOT NEW.search AND OLD."_s) +
                          isIndexed + u" BEGIN "_s + forget +
                          statement(u" INSERT INTO %1_text (rowid, search) VALUES (NEW.%1_key, coalesce(NEW.search, "
                                    "'')); END"_s)
                   // A row of before whose text was lost.
                   << statement(u"CREATE TRIGGER %1_text_again AFTER INSERT ON %1_detail WHEN NEW."_s) + isIndexed +
                          u" BEGIN"_s +
                          statement(u" INSERT INTO %1_text (rowid, search) VALUES (NEW.%1_key, coalesce(NEW.search, "
                                    "'')); END"_s)
                   << statement(u"CREATE TRIGGER %1_text_removed AFTER DELETE ON %1_detail WHEN OLD."_s) + isIndexed +
                          u" BEGIN "_s + forget + u" END"_s;
    }
    return statements;
}

qint64 indexMore(const Connection &connection, int rows)
{
    qint64 left = 0;
    for (const Searched searched : {Searched::Sessions, Searched::Payments}) {
        const QString table = tableOf(searched);
        const qint64 from = indexedTo(connection, table);
        const qint64 to = numberFrom(
            connection,
            u"SELECT max(key) FROM (SELECT %1_key AS key FROM %1_detail WHERE %1_key > ? ORDER BY key LIMIT %2)"_s
                .arg(table)
                .arg(rows),
            {from});
        if (to > from) {
            connection.exec(u"INSERT INTO %1_text (rowid, search) SELECT %1_key, coalesce(search, '') FROM %1_detail "
                            "WHERE %1_key > ? AND %1_key <= ? ORDER BY %1_key"_s.arg(table),
                            {from, to});
            connection.exec(u"UPDATE search_index SET indexed_to = ? WHERE searched = ?"_s, {to, table});
        }
        left += std::max<qint64>(0, lastKey(connection, table) - std::max(from, to));
    }
    return left;
}

void forgetRemovedWords(const Connection &connection)
{
    for (const Searched searched : {Searched::Sessions, Searched::Payments})
        connection.exec(u"INSERT INTO %1_text (%1_text) VALUES ('optimize')"_s.arg(tableOf(searched)));
}

Where textTerms(const Connection &connection, Searched searched, const QString &text)
{
    const std::vector<Wanted> wanted = wantedOf(searched, text);
    if (wanted.empty())
        return {};
    const QString table = tableOf(searched);
    Where where = everyWord(wanted);
    // An amount may be grouped by blanks.
    const QString amount = searched == Searched::Payments && wanted.size() > 1 ? amountAsTyped(text) : QString();
    if (!amount.isEmpty())
        return {.terms = {u"((%1) OR amount_text = ?)"_s.arg(where.condition())}, .values = where.values << amount};
    const auto among = [](const QStringList &keys) {
        return keys.isEmpty() ? u"0"_s : u"key IN (%1)"_s.arg(keys.join(u','));
    };
    const QString whole = text.trimmed();
    const bool maybeSecret = searched == Searched::Sessions && whole.size() >= shortestToken && wanted.size() == 1;
    const QStringList ofSecret = maybeSecret ? keysOfSecret(connection, whole) : QStringList();
    if (const auto keys = fewKeysIfWhole(connection, table, wanted))
        return {.terms = {among(*keys + ofSecret)}, .values = {}};
    if (!ofSecret.isEmpty())
        return {.terms = {u"((%1) OR %2)"_s.arg(where.condition(), among(ofSecret))}, .values = where.values};
    return where;
}

} // namespace tilldeck::ledger
