// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkout/quantity.h"

#include "checkout/validation_text.h"

#include <limits>

namespace tilldeck::checkout {

QString quantityProblem(qint64 quantity)
{
    if (quantity < 1)
        return ValidationText::tr("Enter a quantity of 1 or more.");
    return quantity > std::numeric_limits<qint32>::max()
               ? ValidationText::tr("This quantity is too large. 2,147,483,647 is the most.")
               : QString();
}

} // namespace tilldeck::checkout
