// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/decline_text.h"

#include "ui/style/paint.h"

#include <QCoreApplication>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

struct DeclineWords
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::DeclineText)
};

} // namespace

DeclineText declineText(const QString &code)
{
    const QString otherCard = DeclineWords::tr("The customer can use another card or way to pay.");
    if (code == "insufficient_funds"_L1)
        return {DeclineWords::tr("Not enough money"),
                DeclineWords::tr("The customer can use another card or pay later.")};
    if (code == "card_declined"_L1 || code == "generic_decline"_L1 || code == "do_not_honor"_L1)
        return {DeclineWords::tr("The bank gave no reason"),
                DeclineWords::tr("The customer can ask the bank, or use another card.")};
    if (code == "expired_card"_L1)
        return {DeclineWords::tr("The card has expired"), otherCard};
    if (code == "incorrect_cvc"_L1 || code == "invalid_cvc"_L1)
        return {DeclineWords::tr("The security code was wrong"),
                DeclineWords::tr("The customer can type the card again.")};
    if (code == "incorrect_number"_L1 || code == "invalid_number"_L1)
        return {DeclineWords::tr("The card number was wrong"),
                DeclineWords::tr("The customer can type the card again.")};
    if (code == "authentication_required"_L1)
        return {DeclineWords::tr("The bank wanted a confirmation"),
                DeclineWords::tr("The customer can pay again and confirm it with the bank.")};
    if (code == "processing_error"_L1 || code == "processor_unavailable"_L1 || code == "try_again_later"_L1)
        return {DeclineWords::tr("It could not be processed"),
                DeclineWords::tr("The customer can try again in a few minutes.")};
    if (code == "lost_card"_L1 || code == "stolen_card"_L1 || code == "pickup_card"_L1)
        return {DeclineWords::tr("The card is blocked"), otherCard};
    return {};
}

QString declineReason(const QString &code)
{
    const QString reason = declineText(code).reason;
    return reason.isEmpty()
               ? code
               : DeclineWords::tr("%1 (%2)", "why it was declined, the provider's code").arg(reason, isolated(code));
}

} // namespace tilldeck::ui
