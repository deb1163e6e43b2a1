// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/preview_remarks.h"

#include <QCoreApplication>

#include <algorithm>

namespace tilldeck::checkout {

namespace {

struct PreviewRemarksText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::checkout::PreviewRemarks)
};

/// Returns the codes of the currencies in which something is priced or paid, each once.
QStringList codesIn(const Preview &preview)
{
    QStringList codes;
    const auto add = [&codes](const money::Money &amount) {
        if (!codes.contains(amount.currency().code()))
            codes << amount.currency().code();
    };
    for (const Breakdown &tier : preview.tiers) {
        for (const BreakdownLine &line : tier.lines) {
            if (line.total)
                add(*line.total);
        }
        if (tier.customerPays)
            add(tier.customerPays->amount);
    }
    return codes;
}

QString decimalsRemark(const QString &code, const Capabilities &can)
{
    const auto currency = money::Currency::fromCode(code);
    if (!currency)
        return {};
    return PreviewRemarksText::tr("%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as "
                                  "ISO 4217 does: compare the number in the request with the amount that you mean.",
                                  "provider, currency", currency->exponent())
        .arg(can.providerName, code);
}

} // namespace

QStringList previewRemarks(const Preview &preview, const Capabilities &can)
{
    QStringList remarks;
    const bool isForNothing = std::ranges::any_of(preview.tiers, [](const Breakdown &tier) {
        return tier.customerPays && tier.customerPays->amount.minorUnits() == 0;
    });
    if (isForNothing)
        remarks << PreviewRemarksText::tr("Nothing is left to pay. %1 may refuse a total of 0.").arg(can.providerName);
    if (std::ranges::any_of(preview.tiers, &Breakdown::isRounded))
        remarks << PreviewRemarksText::tr(
                       "This discount is not a whole number of the smallest unit. %1 does not say how "
                       "it rounds; Tilldeck rounds half up.")
                       .arg(can.providerName);
    if (preview.quote && preview.quote->isMultiplied)
        remarks << PreviewRemarksText::tr("%1 quotes one piece. The total of all pieces is computed here, and %1 may "
                                          "round it otherwise.")
                       .arg(can.providerName);
    const QStringList codes = codesIn(preview);
    for (const QString &code : codes) {
        if (!can.documentedCurrencies.contains(code))
            remarks << decimalsRemark(code, can);
    }
    return remarks;
}

} // namespace tilldeck::checkout
