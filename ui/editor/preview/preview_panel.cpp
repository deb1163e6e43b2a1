// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/preview_panel.h"

#include "ui/editor/preview/breakdown_view.h"
#include "ui/editor/preview/preview_text.h"
#include "ui/editor/preview/quote_bar.h"
#include "ui/editor/preview/quote_view.h"
#include "ui/editor/preview/tier_table.h"
#include "ui/style/icon.h"
#include "ui/widgets/amount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/scroll_area.h"
#include "ui/widgets/segmented.h"

#include <QScrollArea>

#include <algorithm>

namespace tilldeck::ui {

using checkout::Breakdown;
using checkout::Problem;

namespace {

constexpr int mostLinks = 4;

/// Returns whether @p field takes something off that the figures do not know of while it has a problem.
bool isTakenOff(checkout::Field field)
{
    return field == checkout::Field::PromotionCode || field == checkout::Field::Coupon;
}

/// Returns whether the figures are counted with what stands in @p field.
bool isCounted(checkout::Field field)
{
    using checkout::Field;
    return field == Field::Quantity || field == Field::Amount || field == Field::Pricing ||
           field == Field::ChargeAmount;
}

} // namespace

PreviewPanel::PreviewPanel(const checkout::Capabilities &can, bool simulates, std::function<QDateTime()> now,
                           QWidget *parent)
    : QWidget(parent)
    , m_can(can)
    , m_simulates(simulates && can.takes(checkout::Field::LineItems))
    , m_declines(new SegmentedControl(tr("Simulate a decline")))
    , m_simulation(new QWidget)
    , m_scroll(makeScrollArea(new QWidget))
{
    auto *head = makeRowLayout(px(4));
    auto *bolt = new QLabel;
    bolt->setPixmap(icon(Icon::Bolt).pixmap(px(16), px(16)));
    head->addWidget(bolt);
    head->addWidget(new Label(tr("Simulate a decline"), TextStyle::Name), 1);
    head->addWidget(new Label(tr("Nothing is sent"), TextStyle::Secondary, Tone::Text3));
    m_declines->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *simulation = makeColumnLayout(m_simulation, px(5), {px(16), px(12), px(16), 0});
    simulation->addLayout(head);
    simulation->addWidget(m_declines);
    m_simulation->hide();

    makeColumnLayout(m_scroll->widget(), px(8), {px(16), px(16), px(16), px(16)});
    auto *layout = makeColumnLayout(this, 0);
    if (can.quoteLifetime) {
        m_quote = new QuoteBar(can.providerName, std::move(now));
        layout->addWidget(m_quote);
        connect(m_quote, &QuoteBar::outdated, this, &PreviewPanel::setStale);
    }
    layout->addWidget(m_simulation);
    layout->addWidget(m_scroll, 1);

    connect(m_declines, &SegmentedControl::currentChanged, this, &PreviewPanel::rebuild);
}

bool PreviewPanel::isCurrent() const
{
    return !m_quote || (m_state == checkout::QuoteState::Available && !m_quote->isOutdated());
}

std::optional<checkout::Figure> PreviewPanel::customerPays() const
{
    return m_preview.tiers.empty() || !isCurrent() ? std::nullopt : m_preview.tiers.front().customerPays;
}

void PreviewPanel::setPreview(const checkout::Preview &preview, const std::vector<Problem> &due,
                              const std::vector<Problem> &all)
{
    const auto known = [this](const checkout::Preview &figures) {
        if (m_quote)
            return figures.quote.has_value();
        return std::ranges::any_of(figures.tiers, [](const Breakdown &tier) { return tier.customerPays.has_value(); });
    };
    // As many as the footer counts, once there is something to say.
    m_problems = due.empty() ? std::vector<Problem>() : fieldsToFix(all);
    m_state = preview.quoteState;
    // Figures of a draft with problems would be wrong or empty; those of before stay, greyed. So does the last quote
    // until the next.
    const bool areMiscounted =
        std::ranges::any_of(due, [](const Problem &problem) { return isCounted(problem.field); });
    if (areMiscounted && !known(m_preview))
        m_preview = {}; // nothing is counted with a number that is none
    else if ((due.empty() && (!m_quote || known(preview))) || !known(m_preview))
        m_preview = preview;
    m_isOfBefore = !due.empty() && known(m_preview);
    if (m_quote) {
        QStringList missing;
        for (const Problem &problem : all) {
            if (problem.field != checkout::Field::Quote)
                missing << fieldName(problem, locale());
        }
        missing.removeDuplicates();
        m_quote->setPreview(preview, due.empty() ? missing : QStringList());
    }
    updateSegments();
    rebuild();
    m_isStale = false;
    const bool lacksDiscount =
        std::ranges::any_of(all, [](const Problem &problem) { return isTakenOff(problem.field); });
    if (!due.empty() || lacksDiscount || !isCurrent())
        setStale();
}

void PreviewPanel::setStale()
{
    m_isStale = true;
    for (AmountLabel *amount : findChildren<AmountLabel *>())
        amount->setStale(true);
}

void PreviewPanel::updateSegments()
{
    const int tiers = int(m_preview.tiers.size());
    if (tiers == m_segments)
        return;
    const int before = m_declines->current();
    m_segments = tiers;
    m_simulation->setHidden(!m_simulates || tiers == 0); // nothing can be declined
    m_declines->clear();
    for (int declined = 0; declined <= tiers; ++declined)
        m_declines->addSegment(declined, declineSegment(tiers, declined, locale()));
    m_declines->setCurrent(std::clamp(before, 0, tiers));
}

void PreviewPanel::addProblems(QVBoxLayout *layout)
{
    auto *message = new InlineMessage(Severity::Warning);
    message->setMessage(m_problems.size() == 1 ? tr("Fix 1 field to update")
                                               : tr("Fix %n fields to update", nullptr, int(m_problems.size())),
                        m_isOfBefore ? tr("The figures below are still the earlier ones.") : QString());
    layout->addWidget(message);
    auto *links = makeRowLayout(px(8));
    for (size_t at = 0; at < m_problems.size() && at < mostLinks; ++at) {
        auto *link = new Button(fieldName(m_problems[at], locale()), ButtonKind::Link);
        const Problem problem = m_problems[at];
        connect(link, &Button::clicked, this, [this, problem] { emit problemRequested(problem); });
        links->addWidget(link);
    }
    links->addStretch();
    layout->addLayout(links);
}

void PreviewPanel::rebuild()
{
    auto *layout = static_cast<QVBoxLayout *>(m_scroll->widget()->layout());
    clearLayout(*layout);
    if (!m_problems.empty())
        addProblems(layout);
    const int tiers = int(m_preview.tiers.size());
    if (m_quote) {
        if (m_preview.quote)
            layout->addWidget(makeQuoteView(*m_preview.quote, m_can.providerName, locale()));
    } else if (tiers > 0) {
        const int declined = m_simulates ? std::max(0, m_declines->current()) : 0;
        const Breakdown *charged = declined < tiers ? &m_preview.tiers[size_t(declined)] : nullptr;
        layout->addWidget(makeSummary(m_preview.tiers.front(), charged,
                                      m_can.takes(checkout::Field::LineItems)
                                          ? outcomeSentence(tiers, declined, locale())
                                          : tr("%1 may add its fee.").arg(m_can.providerName)));
        if (charged)
            addWidgets(*layout, new Rule, makeBreakdown(*charged, tiers, m_can, locale()));
        if (tiers > 1)
            addWidgets(*layout, new Rule, new TierTable(m_preview, declined));
    }
    for (const QString &remark : m_preview.remarks) {
        auto *message = new InlineMessage(Severity::Warning);
        message->setMessage(remark);
        layout->addWidget(message);
    }
    layout->addStretch(1);
}

} // namespace tilldeck::ui

#include "moc_preview_panel.cpp"
