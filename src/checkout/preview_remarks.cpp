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

/// Returns the currencies in which something is priced or paid, each once.
std::vector<money::Currency> currenciesIn(const Preview &preview)
{
    std::vector<money::Currency> currencies;
    const auto add = [&currencies](const money::Money &amount) {
        if (std::ranges::find(currencies, amount.currency()) == currencies.end())
            currencies.push_back(amount.currency());
    };
    for (const Breakdown &tier : preview.tiers) {
        for (const BreakdownLine &line : tier.lines) {
            if (line.total)
                add(*line.total);
        }
        if (tier.customerPays)
            add(tier.customerPays->amount);
    }
    return currencies;
}

/// Returns that a gateway gives no link, and which flow does; empty where it does.
QString linkRemark(const QString &gateway, const Capabilities &can)
{
    if (!can.gatewaysWithoutPage.contains(gateway, Qt::CaseInsensitive))
        return {};
    const QString name = gateway.left(1).toUpper() + gateway.mid(1);
    const auto flow = std::ranges::find(can.flows, can.flowWithPage, &FlowChoice::id);
    return flow == can.flows.end()
               ? PreviewRemarksText::tr("%1 takes this payment on a page of your own: there is no link.").arg(name)
               : PreviewRemarksText::tr("%1 takes this payment on a page of your own: there is no link. Choose “%2” "
                                        "for a link.",
                                        "gateway, flow")
                     .arg(name, flow->name);
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
    if (QString remark = preview.quote ? linkRemark(preview.quote->gateway, can) : QString(); !remark.isEmpty())
        remarks << std::move(remark);
    for (const money::Currency currency : currenciesIn(preview)) {
        if (QString remark = decimalsRemark(currency, can); !remark.isEmpty())
            remarks << std::move(remark);
    }
    return remarks;
}

QString decimalsRemark(money::Currency currency, const Capabilities &can)
{
    if (can.documentedCurrencies.contains(currency.code()))
        return {};
    qint64 unit = 1;
    for (int digit = 0; digit < currency.exponent(); ++digit)
        unit *= 10;
    return PreviewRemarksText::tr("%1 does not say how many decimals its integers have in %2. Tilldeck counts %n, as "
                                  "ISO 4217 does: %3 stands for 1 %2.",
                                  "provider, currency, an integer", currency.exponent())
        .arg(can.providerName, currency.code(), QString::number(unit));
}

} // namespace tilldeck::checkout
