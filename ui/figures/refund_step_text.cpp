// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/refund_step_text.h"

#include <QCoreApplication>

namespace tilldeck::ui {

namespace {

struct RefundStepText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::RefundStepText)
};

} // namespace

QString refundStepText(desk::RefundStep step, const QString &provider)
{
    using Step = desk::RefundStep;
    switch (step) {
    case Step::Sent:
        return RefundStepText::tr("Refund sent");
    case Step::SentAgain:
        return RefundStepText::tr("Refund sent again under the same idempotency key");
    case Step::Asked:
        return RefundStepText::tr("Refund asked for");
    case Step::Refused:
        return RefundStepText::tr("Refund refused by %1", "provider").arg(provider);
    case Step::GivenBack:
        return RefundStepText::tr("Refund given back");
    case Step::Failed:
        return RefundStepText::tr("Refund failed: not given back");
    case Step::FoundAsked:
        return RefundStepText::tr("Refund found at %1: asked for", "provider").arg(provider);
    case Step::FoundNotMade:
        return RefundStepText::tr("Refund looked up at %1: not given back", "provider").arg(provider);
    case Step::DecidedGivenBack:
        return RefundStepText::tr("Refund decided by you: given back");
    case Step::DecidedNotGivenBack:
        return RefundStepText::tr("Refund decided by you: not given back");
    case Step::Noted:
        return RefundStepText::tr("Refund that failed: noted by you");
    case Step::Questioned:
        return RefundStepText::tr("Refund may be made after all: listed by %1", "provider").arg(provider);
    }
    Q_UNREACHABLE();
}

} // namespace tilldeck::ui
