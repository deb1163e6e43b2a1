// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/json_forms.h"

#include "providers/json_tokens.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace tilldeck::providers {

using namespace Qt::StringLiterals;
using Kind = JsonTokens::Kind;

namespace {

struct JsonFormText
{
    Q_DECLARE_TR_FUNCTIONS(JsonForm)
};

constexpr qsizetype largestJson = qsizetype(64) * 1024;
constexpr qsizetype mostBytes = qsizetype(8) * 1024 * 1024; // in all forms together: what a press of a button may take
constexpr qsizetype mostNames = 6;                          // whose numbers are changed in every combination

enum class Spaces { None, Single, Two, Four, Tab };
enum class Order { AsIs, Alphabet, Documented };
enum class Escapes { AsIs, None, Slash, Letters, LettersCapital, SlashAndLetters, Markup };
enum class Numbers { AsIs, OneDecimal, TwoDecimals, Whole };

/// A way to write JSON.
struct Form
{
    Spaces spaces = Spaces::None;
    Order order = Order::AsIs;
    Escapes escapes = Escapes::AsIs;
    Numbers numbers = Numbers::AsIs;
    QByteArrayList numberNames = {}; ///< The members whose numbers are written so, with their quotes; empty: all.
};

class Writer
{
public:
    Writer(const Form &form, const QByteArrayList &names)
        : m_form(form)
        , m_names(names)
    {
    }
    QByteArray written(const JsonTokens &json)
    {
        write(json, {}, 0);
        return m_out;
    }

private:
    void write(const JsonTokens &json, const QByteArray &name, qsizetype depth);
    void breakLine(qsizetype depth);
    QByteArray string(const QByteArray &token) const;
    QByteArray number(const QByteArray &token, const QByteArray &name) const;
    QList<qsizetype> order(const QList<QByteArray> &names) const;

    const Form &m_form;
    const QByteArrayList &m_names;
    QByteArray m_out;
};

QByteArray escaped(char16_t unit, bool capital)
{
    const QByteArray digits = QByteArray::number(unit, 16).rightJustified(4, '0');
    return "\\u" + (capital ? digits.toUpper() : digits);
}

QByteArray Writer::string(const QByteArray &token) const
{
    if (m_form.escapes == Escapes::AsIs)
        return token;
    const QString text = QJsonDocument::fromJson('[' + token + ']').array().at(0).toString();
    const Escapes way = m_form.escapes;
    const bool letters = way == Escapes::Letters || way == Escapes::LettersCapital || way == Escapes::SlashAndLetters;
    const bool slash = way == Escapes::Slash || way == Escapes::SlashAndLetters;
    static const QByteArray plain = "\"\\\b\f\n\r\t";
    static const QByteArray marks = "\"\\bfnrt";
    QByteArray out = "\"";
    QString kept; // a run of characters that stand for themselves, so that surrogates stay together
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        const qsizetype special = unit < 0x80 ? plain.indexOf(static_cast<char>(unit)) : -1;
        const bool isMarkup = way == Escapes::Markup &&
                              (unit == u'<' || unit == u'>' || unit == u'&' || unit == u'\u2028' || unit == u'\u2029');
        const bool isSlash = slash && unit == u'/';
        if (special < 0 && !isMarkup && !isSlash && unit >= 0x20 && (unit < 0x7f || !letters)) {
            kept += character;
            continue;
        }
        out += kept.toUtf8();
        kept.clear();
        if (special >= 0 || isSlash)
            out += QByteArray(1, '\\') + (isSlash ? '/' : marks.at(special));
        else
            out += escaped(unit, way == Escapes::LettersCapital);
    }
    return out + kept.toUtf8() + '"';
}

QByteArray Writer::number(const QByteArray &token, const QByteArray &name) const
{
    const bool isMeant = m_form.numberNames.isEmpty() || m_form.numberNames.contains(name);
    if (m_form.numbers == Numbers::AsIs || !isMeant || token.contains('e') || token.contains('E'))
        return token;
    const qsizetype point = token.indexOf('.');
    const QByteArray whole = point < 0 ? token : token.left(point);
    QByteArray decimals = point < 0 ? QByteArray() : token.sliced(point + 1);
    if (m_form.numbers == Numbers::Whole)
        return decimals.count('0') == decimals.size() ? whole : token;
    decimals = decimals.leftJustified(m_form.numbers == Numbers::OneDecimal ? 1 : 2, '0');
    return whole + '.' + decimals;
}

/// Returns the places of the members in the order in which they are written.
QList<qsizetype> Writer::order(const QList<QByteArray> &names) const
{
    QList<qsizetype> places(names.size());
    std::iota(places.begin(), places.end(), 0);
    // Equal names keep their order, by their place.
    if (m_form.order == Order::Alphabet)
        std::ranges::sort(places, {}, [&](qsizetype place) { return std::pair(names.at(place), place); });
    if (m_form.order == Order::Documented)
        std::ranges::sort(places, {}, [&](qsizetype place) {
            const QByteArray &name = names.at(place);
            const qsizetype documented = m_names.indexOf(name.sliced(1, name.size() - 2));
            return std::pair(documented < 0 ? m_names.size() : documented, place);
        });
    return places;
}

void Writer::breakLine(qsizetype depth)
{
    if (m_form.spaces == Spaces::None || m_form.spaces == Spaces::Single)
        return;
    m_out += '\n';
    if (m_form.spaces == Spaces::Tab)
        m_out += QByteArray(depth, '\t');
    else
        m_out += QByteArray(depth * (m_form.spaces == Spaces::Two ? 2 : 4), ' ');
}

void Writer::write(const JsonTokens &json, const QByteArray &name, qsizetype depth)
{
    if (json.kind != Kind::Array && json.kind != Kind::Object) {
        m_out += json.kind == Kind::String   ? string(json.text)
                 : json.kind == Kind::Number ? number(json.text, name)
                                             : json.text;
        return;
    }
    const bool isObject = json.kind == Kind::Object;
    m_out += isObject ? '{' : '[';
    const QList<qsizetype> places = isObject ? order(json.names) : QList<qsizetype>();
    for (qsizetype i = 0; i < json.values.size(); ++i) {
        if (i > 0)
            m_out += m_form.spaces == Spaces::Single ? ", " : ",";
        breakLine(depth + 1);
        const qsizetype place = isObject ? places.at(i) : i;
        if (isObject)
            m_out += string(json.names.at(place)) + (m_form.spaces == Spaces::None ? ":" : ": ");
        write(json.values.at(place), isObject ? json.names.at(place) : name, depth + 1);
    }
    if (!json.values.isEmpty())
        breakLine(depth);
    m_out += isObject ? '}' : ']';
}

QString listed(const QStringList &texts)
{
    return QLocale().createSeparatedList(texts);
}

void addNamesOfNumbers(const JsonTokens &json, const QByteArray &name, QByteArrayList &names)
{
    if (json.kind == Kind::Number && !names.contains(name))
        names << name;
    for (qsizetype i = 0; i < json.values.size(); ++i)
        addNamesOfNumbers(json.values.at(i), json.kind == Kind::Object ? json.names.at(i) : name, names);
}

/// Returns the names of the members that are numbers, or lists of them.
QByteArrayList namesOfNumbers(const JsonTokens &json)
{
    QByteArrayList names;
    addNamesOfNumbers(json, {}, names);
    return names;
}

/// Returns the combinations of @p names that are tried; the one with none of them means all.
QList<QByteArrayList> choicesOf(const QByteArrayList &names)
{
    QList<QByteArrayList> choices{{}};
    if (names.size() > mostNames) {
        for (const QByteArray &name : names)
            choices << QByteArrayList{name};
        return choices;
    }
    for (int choice = 1; choice + 1 < (1 << names.size()); ++choice) {
        QByteArrayList some;
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (choice & (1 << i))
                some << names.at(i);
        }
        choices << some;
    }
    return choices;
}

/// Returns whether an object of @p json has three names or more, and each object has its names in the order of the
/// alphabet.
bool isSorted(const JsonTokens &json, bool &several)
{
    several = several || json.names.size() > 2;
    return std::ranges::is_sorted(json.names) &&
           std::ranges::all_of(json.values, [&](const JsonTokens &value) { return isSorted(value, several); });
}

} // namespace

QString changeOfForm(const QByteArray &json, const QByteArrayList &names,
                     const std::function<bool(const QByteArray &)> &fits)
{
    if (json.size() > largestJson)
        return {};
    const auto tokens = readJsonTokens(json);
    if (!tokens)
        return {};
    const auto written = [&](const Form &form) { return Writer(form, names).written(*tokens); };
    const QByteArray compact = written({});
    // What writes the same as it stands there is tried as that only.
    const auto changes = [&](const Form &form) { return written(form) != compact; };
    QStringList found;
    qsizetype bytes = 0;
    // Tries @p form with each kind of spaces and each order; returns whether one fits or enough was tried.
    const auto ends = [&](Form form) {
        for (const Order order : {Order::AsIs, Order::Documented, Order::Alphabet}) {
            if (order != Order::AsIs && !changes({.order = order}))
                continue;
            for (const Spaces spaces : {Spaces::None, Spaces::Single, Spaces::Two, Spaces::Four, Spaces::Tab}) {
                form.order = order;
                form.spaces = spaces;
                const QByteArray candidate = written(form);
                bytes += candidate.size();
                if (bytes > mostBytes)
                    return true;
                if (!fits(candidate))
                    continue;
                if (written({.spaces = spaces}) != json)
                    found << JsonFormText::tr("spaces and line breaks");
                if (order != Order::AsIs)
                    found << JsonFormText::tr("the order of its names");
                if (form.escapes != Escapes::AsIs)
                    found << JsonFormText::tr("how characters are escaped");
                if (form.numbers != Numbers::AsIs)
                    found << JsonFormText::tr("how numbers are written");
                return true;
            }
        }
        return false;
    };
    QList<Form> ways{{}};
    for (const QByteArrayList &numberNames : choicesOf(namesOfNumbers(*tokens))) {
        for (const Numbers numbers : {Numbers::OneDecimal, Numbers::TwoDecimals, Numbers::Whole}) {
            Form form{.numbers = numbers, .numberNames = numberNames};
            if (changes(form))
                ways << form;
        }
    }
    for (const Escapes escapes : {Escapes::AsIs, Escapes::None, Escapes::Slash, Escapes::Letters,
                                  Escapes::SlashAndLetters, Escapes::Markup, Escapes::LettersCapital}) {
        if (escapes != Escapes::AsIs && !changes({.escapes = escapes}))
            continue;
        for (Form form : ways) {
            form.escapes = escapes;
            if (ends(form))
                return listed(found);
        }
    }
    return {};
}

QString signsOfReformatting(const QByteArray &body)
{
    QStringList signs;
    if (body.contains("\xef\xbf\xbd"))
        signs << JsonFormText::tr("it was read in the wrong encoding (�)");
    const auto tokens = body.size() > largestJson ? std::nullopt : readJsonTokens(body);
    if (tokens && body.trimmed().contains('\n'))
        signs << JsonFormText::tr("it has line breaks");
    bool several = false;
    if (tokens && isSorted(*tokens, several) && several)
        signs << JsonFormText::tr("its names stand in the order of the alphabet");
    return listed(signs);
}

} // namespace tilldeck::providers
