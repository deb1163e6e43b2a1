// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/chart_scale.h"

#include <QCoreApplication>

#include <cmath>

namespace tilldeck::ui {

namespace {

struct VolumeChartText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::VolumeChart)
};

} // namespace

double chartTop(qint64 largest, money::Currency currency)
{
    const double major = static_cast<double>(largest) / std::pow(10.0, currency.exponent());
    if (major <= 0)
        return 2;
    const double power = std::pow(10.0, std::floor(std::log10(major)));
    for (const double step : {1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (step * power >= major)
            return step * power;
    return 10 * power;
}

QString axisText(double major, const QLocale &locale)
{
    const auto number = [&locale](double value) { return locale.toString(value, 'g', 4); };
    if (major >= 1e9)
        return VolumeChartText::tr("%1 bn", "thousand millions, on the axis of a chart").arg(number(major / 1e9));
    if (major >= 1e6)
        return VolumeChartText::tr("%1 M", "millions, on the axis of a chart").arg(number(major / 1e6));
    if (major >= 1e3)
        return VolumeChartText::tr("%1 k", "thousands, on the axis of a chart").arg(number(major / 1e3));
    return number(major);
}

} // namespace tilldeck::ui
