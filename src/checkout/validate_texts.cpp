// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/validate_texts.h"

#include "checkout/outside_text.h"
#include "checkout/validation_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace tilldeck::checkout {

using namespace Qt::StringLiterals;

namespace {

bool looksLikeEmail(const QString &email)
{
    // Whether it exists only the mail can tell; this finds what was typed halfway.
    static const QRegularExpression shape(u"\\A[^@\\s\\p{C}]+@[^@\\s\\p{C}.]+(\\.[^@\\s\\p{C}.]+)+\\z"_s);
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
    if (const qsizetype characters = characterCount(*text); rules.longestText && characters > *rules.longestText)
        bad(ValidationText::tr("This text has %1 characters. %2 is the most.").arg(characters).arg(*rules.longestText));
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

} // namespace

QString notTaken(const Capabilities &can)
{
    return ValidationText::tr("%1 does not take this. Remove it.").arg(can.providerName);
}

void checkCustomer(const SessionDraft &draft, const Capabilities &can, std::vector<Problem> &problems)
{
    const CustomerChoice &customer = draft.customer;
    if (!customer.id.isEmpty() && !can.existingCustomer)
        problems.emplace_back(Field::Customer, notTaken(can));
    if (customer.id.contains(u' '))
        problems.emplace_back(Field::Customer,
                              ValidationText::tr("A customer ID has no spaces. Choose a customer or check the ID."));
    if (!customer.email.isEmpty() && !can.customerEmail && can.existingCustomer)
        problems.emplace_back(Field::Customer,
                              ValidationText::tr("%1 takes existing customers only. Choose one or leave this empty.")
                                  .arg(can.providerName));
    else if (!customer.email.isEmpty() && !can.customerEmail)
        problems.emplace_back(Field::CustomerEmail, notTaken(can));
    else if (customer.email.isEmpty() && can.customerEmailRequired)
        problems.emplace_back(Field::CustomerEmail, ValidationText::tr("Enter the customer's e-mail address."));
    else if (!customer.email.isEmpty() && !looksLikeEmail(customer.email))
        problems.emplace_back(Field::CustomerEmail,
                              ValidationText::tr("This is not a complete e-mail address. An example: ada@example.com"));
    if (!can.customerNames && !(customer.firstName.isEmpty() && customer.lastName.isEmpty()))
        problems.emplace_back(Field::Customer, notTaken(can));
    for (const QString &name : {customer.name, customer.firstName, customer.lastName}) {
        if (const QString wrong = nulProblem(name); !wrong.isEmpty())
            problems.emplace_back(Field::Customer, wrong);
        else if (!name.isEmpty() && isInvisible(name))
            problems.emplace_back(Field::Customer, ValidationText::tr("Nothing of this name can be seen. Remove it."));
    }
    if (!customer.country.isEmpty() && !can.customerCountry)
        problems.emplace_back(Field::CustomerCountry, notTaken(can));
    else if (!customer.country.isEmpty() && !isCountry(customer.country))
        problems.emplace_back(
            Field::CustomerCountry,
            ValidationText::tr("This is not a country. Enter its two capital letters, for example NG."));
}

void checkFields(const FieldRules &rules, const Capabilities &can, std::vector<Problem> &problems)
{
    if (!rules.fields.empty() && !rules.offered) {
        problems.emplace_back(rules.nameField, notTaken(can));
        return;
    }
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

} // namespace tilldeck::checkout
