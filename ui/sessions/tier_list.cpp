// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/tier_list.h"

#include "ui/figures/decline_text.h"
#include "ui/figures/session_text.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/step_gutter.h"

#include <QHBoxLayout>

namespace tilldeck::ui {

TierList::TierList(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, px(2), 0, 0); // the first circle is higher than its row
    row->setSpacing(0);
}

void TierList::setTiers(const checkout::Session &session, const checkout::Preview &preview,
                        const checkout::Catalog &catalog, bool figures, bool cascade)
{
    clearLayout(*layout());
    auto *gutter = new StepGutter;
    gutter->setFixedWidth(px(28));
    if (!cascade)
        gutter->hide();
    auto *rows = new QWidget;
    auto *column = makeColumnLayout(rows, px(2));
    layout()->addWidget(gutter);
    static_cast<QHBoxLayout *>(layout())->addWidget(rows, 1);

    const auto addRow = [column](QWidget *leading, QWidget *trailing) {
        auto *line = makeRowLayout(px(8));
        line->addWidget(leading, 1);
        if (trailing)
            line->addWidget(trailing);
        column->addLayout(line);
    };
    QList<QWidget *> anchors;
    for (const checkout::Breakdown &tier : preview.tiers) {
        if (!anchors.isEmpty())
            column->addSpacing(px(4));
        if (cascade) {
            const bool paid = session.paidTier == tier.tier;
            const bool first = tier.tier == 0;
            const QString title =
                paid ? tr("Paid: %1", "a cascade tier: If tier 1 is declined").arg(tierTitle(tier.tier))
                     : tierTitle(tier.tier);
            auto *heading = new ElidedLabel(title, first || paid ? TextStyle::Name : TextStyle::Body,
                                            paid    ? Tone::Good
                                            : first ? Tone::Text
                                                    : Tone::Text2);
            const QString route = paid && !session.paidRouteId.isEmpty() ? session.paidRouteId : tier.processorRouteId;
            addRow(heading, new Label(routeName(route, catalog), TextStyle::Secondary, Tone::Text2));
            anchors.append(heading);
        }
        for (const checkout::BreakdownLine &line : tier.lines) {
            AmountLabel *amount = nullptr;
            if (figures && line.total) {
                amount = new AmountLabel(AmountLabel::Size::Body, CurrencySlot::Hidden);
                amount->setAmount(line.total);
            }
            const QString name = line.label.isEmpty() ? line.priceId : line.label;
            const QString quantity = line.quantity < 1 ? u"?"_s : QString::number(line.quantity);
            addRow(new ElidedLabel(tr("%1 × %2", "item, quantity").arg(name, quantity)), amount);
        }
        for (const checkout::PaymentAttempt &attempt : session.attempts) {
            if (attempt.tier != tier.tier || attempt.succeeded)
                continue;
            const QString why = attempt.declineCode.isEmpty()
                                    ? tr("Declined")
                                    : tr("Declined: %1").arg(declineReason(attempt.declineCode));
            addRow(new ElidedLabel(why, TextStyle::Secondary, Tone::Danger), nullptr);
        }
    }
    gutter->setAnchors(anchors);
    gutter->setCurrent(session.paidTier.value_or(0));
}

} // namespace tilldeck::ui

#include "moc_tier_list.cpp"
