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

QString frequencyName(const QString &frequency)
{
    if (frequency == "daily"_L1)
        return FrequencyText::tr("Every day");
    if (frequency == "weekly"_L1)
        return FrequencyText::tr("Every week");
    if (frequency == "monthly"_L1)
        return FrequencyText::tr("Every month");
    if (frequency == "quarterly"_L1)
        return FrequencyText::tr("Every three months");
    if (frequency == "yearly"_L1 || frequency == "annually"_L1)
        return FrequencyText::tr("Every year");
    return frequency;
}

} // namespace tilldeck::ui
