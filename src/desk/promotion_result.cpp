// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the codes of a batch once it has ended.
#include "desk/promotion_batch.h"

namespace tilldeck::desk {

bool PromotionBatch::isListed(const Made &made, const checkout::Catalog &catalog)
{
    return made.end == End::Unknown && catalog.promotionCode(made.code);
}

QByteArray PromotionBatch::csv(const Csv &csv, const checkout::Catalog &catalog) const
{
    const auto result = [&catalog](const Made &made) {
        if (isListed(made, catalog))
            return tr("In the list, without an answer");
        switch (made.end) {
        case End::Created:
            return tr("Created");
        case End::Refused:
            return tr("Refused");
        case End::NotSent:
            return tr("Not sent");
        case End::Unknown:
            break;
        }
        return tr("Outcome unknown");
    };
    QByteArray file = csv.start() + csv.line({csv.text(tr("Code")), csv.text(tr("Result")), csv.text(tr("Note"))});
    for (const Made &made : m_made)
        file += csv.line({csv.text(made.code), csv.text(result(made)), csv.text(made.note)});
    return file;
}

} // namespace tilldeck::desk
