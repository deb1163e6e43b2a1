// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tilldeck::ui {

/// Says why a payment was declined, for the codes that are in common use. Both texts are empty for another code: nobody
/// guesses what a provider means with it.
struct DeclineText
{
    QString reason; ///< "Not enough money"
    QString advice; ///< "The customer can use another card or pay later."
};

DeclineText declineText(const QString &code);

/// Returns the reason with the provider's own code, "Not enough money (insufficient_funds)", or the code alone.
QString declineReason(const QString &code);

} // namespace tilldeck::ui
