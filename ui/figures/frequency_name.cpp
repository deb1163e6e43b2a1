// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/frequency_name.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

struct FrequencyText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::FrequencyName)
};

} // namespace

QString frequencyName(const QString &word)
{
    if (word == "daily"_L1)
        return FrequencyText::tr("Every day");
    if (word == "weekly"_L1)
        return FrequencyText::tr("Every week");
    if (word == "monthly"_L1)
        return FrequencyText::tr("Every month");
    if (word == "quarterly"_L1)
        return FrequencyText::tr("Every three months");
    if (word == "yearly"_L1 || word == "annually"_L1)
        return FrequencyText::tr("Every year");
    return word;
}

} // namespace tilldeck::ui
