// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate_texts.h"

#include "checkout/check_address.h"
#include "checkout/outside_text.h"
#include "checkout/validation_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

/// Says which names with values are accepted.
struct FieldRules
{
    const std::vector<CustomField> &fields;
    Field nameField;
    Field valueField;
    std::optional<int> longestText;
};

QString tooLong(qsizetype characters, int most)
{
    return ValidationText::tr("This text has %1 characters. %2 is the most.").arg(characters).arg(most);
}

bool looksLikeEmail(const QString &email)
{
    // Whether it exists only the mail can tell; this finds what was typed halfway.
    static const QRegularExpression shape(
        uR"(\A[^@\s\p{C}<>",;:()\[\]\\]+@[\p{L}\p{N}\p{M}-]+(\.[\p{L}\p{N}\p{M}-]+)+\z)"_s);
    return characterCount(email) <= 254 && shape.match(email).hasMatch();
}

bool isCountry(const QString &code)
{
    const bool letters = code.size() == 2 && std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
    return letters && QLocale::codeToTerritory(code) != QLocale::AnyTerritory;
}

void checkValue(const CustomFieldValue &value, int row, const FieldRules &rules, std::vector<Problem> &problems)
{
    const auto bad = [&](const QString &sentence) { problems.emplace_back(rules.valueField, sentence, 0, row); };
    if (const auto *number = std::get_if<double>(&value); number && !std::isfinite(*number))
        bad(ValidationText::tr("Enter a number."));
    const auto *text = std::get_if<QString>(&value);
    if (!text)
        return;
    if (const QString wrong = nulProblem(*text); !wrong.isEmpty())
        bad(wrong);
    if (const qsizetype characters = characterCount(*text); rules.longestText && characters > *rules.longestText)
        bad(tooLong(characters, *rules.longestText));
    // “[sic]” and “{name}” are texts; only what is JSON was meant as an object or a list.
    if (QJsonDocument::fromJson(text->toUtf8()).isNull())
        return;
    bad(rules.valueField == Field::MetadataValue
            ? ValidationText::tr(
                  "Metadata holds texts, numbers and yes/no. Enter a single value, not an object or a list.")
            : ValidationText::tr(
                  "A custom field holds one text, number or yes/no. Enter a single value, not an object or a "
                  "list."));
}

void checkFields(const FieldRules &rules, std::vector<Problem> &problems)
{
    QSet<QString> names;
    for (int row = 0; row < static_cast<int>(rules.fields.size()); ++row) {
        const CustomField &field = rules.fields.at(static_cast<size_t>(row));
        if (isInvisible(field.name))
            problems.emplace_back(rules.nameField, ValidationText::tr("Enter a name for this field."), 0, row);
        else if (const QString wrong = nulProblem(field.name); !wrong.isEmpty())
            problems.emplace_back(rules.nameField, wrong, 0, row);
        else if (names.contains(field.name))
            problems.emplace_back(
                rules.nameField, ValidationText::tr("This name is there twice. Change or remove one of them."), 0, row);
        names.insert(field.name);
        checkValue(field.value, row, rules, problems);
    }
}

bool isId(const DraftField &field)
{
    return field.kind == TextKind::Id && field.field != Field::CustomerEmail && field.field != Field::CustomerCountry;
}

/// Returns what is wrong with @p text; empty if nothing is.
QString textProblem(const DraftField &field, const QString &text)
{
    const bool isForPeople = field.kind == TextKind::Words || field.kind == TextKind::Name;
    if (field.spaces && text.contains(u' '))
        return ValidationText::tr(field.spaces);
    if (const QString wrong = isForPeople ? nulProblem(text) : QString(); !wrong.isEmpty())
        return wrong;
    // A reference is the merchant's own, and may have blanks.
    const QString id = field.field == Field::Reference ? QString(text).replace(u' ', u'_') : text;
    if (const QString wrong = isId(field) ? idProblem(id) : QString(); !wrong.isEmpty())
        return wrong;
    if (field.kind == TextKind::Name && isInvisible(text))
        return ValidationText::tr("Nothing of this name can be seen. Remove it.");
    if (field.longest > 0 && characterCount(text) > field.longest)
        return tooLong(characterCount(text), field.longest);
    if (const QString wrong = field.field == Field::CustomerEmail ? emailProblem(text) : QString(); !wrong.isEmpty())
        return wrong;
    if (field.field == Field::CustomerEmail && !looksLikeEmail(text))
        return ValidationText::tr("This is not a complete e-mail address. An example: ada@example.com");
    if (field.field == Field::CustomerCountry && !isCountry(text))
        return ValidationText::tr("This is not a country. Enter its two capital letters, for example NG.");
    return {};
}

} // namespace

QString notTaken(const Capabilities &can)
{
    return ValidationText::tr("%1 does not take this. Remove it.").arg(can.providerName);
}

void checkText(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
               std::vector<Problem> &problems)
{
    const QString &text = field.text.in(draft);
    if (text.isEmpty() && field.field == Field::CustomerEmail && can.needs(Field::CustomerEmail))
        problems.emplace_back(field.field, ValidationText::tr("Enter the customer's e-mail address."));
    if (text.isEmpty())
        return;
    if (field.kind == TextKind::Address)
        checkAddress(text, field.field, can, problems);
    else if (const QString wrong = textProblem(field, text); !wrong.isEmpty())
        problems.emplace_back(field.field, wrong);
}

void checkNamedValues(const DraftField &field, const SessionDraft &draft, const Capabilities &can,
                      std::vector<Problem> &problems)
{
    switch (field.field) {
    case Field::MetadataName:
        return checkFields({draft.metadata, field.field, Field::MetadataValue, {}}, problems);
    case Field::CustomFieldName:
        return checkFields({draft.customFields, field.field, Field::CustomFieldValue, can.customFieldTextLength},
                           problems);
    case Field::SubscriptionFieldName:
        return checkFields(
            {draft.subscriptionCustomFields, field.field, Field::SubscriptionFieldValue, can.customFieldTextLength},
            problems);
    default:
        return;
    }
}

} // namespace tilldeck::checkout
