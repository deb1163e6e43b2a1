// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/wire/named_values.h"

#include "providers/wire/answer_text.h"

#include <QSet>

#include <cmath>

namespace tilldeck::providers {

QJsonValue toJson(const checkout::CustomFieldValue &value)
{
    return std::visit([](const auto &held) { return QJsonValue(held); }, value);
}

void findNamedValueProblems(const std::vector<checkout::CustomField> &fields, checkout::Field name,
                            checkout::Field value, std::vector<checkout::Problem> &problems)
{
    QSet<QString> names;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int row = static_cast<int>(i);
        if (fields[i].name.isEmpty())
            problems.emplace_back(name, AnswerText::tr("Give the field a name."), 0, row);
        else if (names.contains(fields[i].name))
            problems.emplace_back(name, AnswerText::tr("Another field has this name. Use a different one."), 0, row);
        names.insert(fields[i].name);
        const double *number = std::get_if<double>(&fields[i].value);
        if (number && !std::isfinite(*number))
            problems.emplace_back(value, AnswerText::tr("Enter a number."), 0, row);
    }
}

} // namespace tilldeck::providers
