// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/expiry_section.h"

#include "ui/editor/draft_editor.h"
#include "ui/forms/number_field.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/rich_line.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"

namespace tilldeck::ui {

using namespace std::chrono_literals;

ExpirySection::ExpirySection(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                             QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
    , m_now(std::move(now))
    , m_hours(new NumberField(tr("Expires after, in hours")))
    , m_usual(new SegmentedControl(tr("Usual times")))
    , m_until(new RichLine)
    , m_minute(new ShownTimer(this))
{
    m_usual->addSegment(1, tr("1 h"));
    m_usual->addSegment(24, tr("24 h"));
    m_usual->addSegment(48, tr("48 h"));
    m_usual->addSegment(168, tr("7 days"));
    m_hours->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_hours->setMinimumWidth(px(104));
    m_until->setTones(Tone::Text, Tone::Text2);
    if (m_can.expiry) {
        m_hours->setSteps(m_can.expiry->least, m_can.expiry->most, m_can.expiry->standard);
        m_hours->setPlaceholder(m_can.expiry->standard == 1 ? tr("1 hour")
                                                            : tr("%n hours", nullptr, m_can.expiry->standard));
    }

    auto *layout = makeRowLayout(this, px(8));
    addWidgets(*layout, m_hours, m_usual);
    layout->addSpacing(px(2));
    layout->addWidget(m_until, 1);
    setFocusProxy(m_hours);

    connect(m_minute, &ShownTimer::timeout, this, &ExpirySection::updateTime);
    connect(m_hours, &NumberField::textEdited, this, [this](const QString &text) {
        m_draft->setExpiryText(text);
        updateTime();
    });
    connect(m_usual, &SegmentedControl::currentChanged, this, [this](int hours) {
        m_draft->setExpiryText(QString::number(hours));
        reload();
    });
    reload();
}

void ExpirySection::reload()
{
    m_hours->setText(m_draft->expiryText());
    updateTime();
}

std::optional<qint64> ExpirySection::hours() const
{
    if (m_draft->expiryText().isEmpty())
        return m_can.expiry ? std::optional<qint64>(m_can.expiry->standard) : std::nullopt;
    return WholeNumber(m_draft->expiryText()).value();
}

void ExpirySection::updateTime()
{
    const auto hours = this->hours();
    const bool usual = hours && (*hours == 1 || *hours == 24 || *hours == 48 || *hours == 168);
    m_usual->setCurrent(usual ? int(*hours) : -1);
    m_hours->setSuffix(hours ? *hours == 1 ? tr("hour", "behind 1") : tr("hours", "behind a number") : QString());
    const bool possible = hours && m_can.expiry && *hours >= m_can.expiry->least && *hours <= m_can.expiry->most;
    const QDateTime now = m_now();
    if (possible)
        m_until->setParts(absoluteTime(now.addSecs(*hours * 3600), QTimeZone::systemTimeZone(), locale()),
                          tr("if created now"));
    else
        m_until->setParts({});
    // On the minute, so that the sentence is never a minute behind.
    m_minute->start(std::chrono::milliseconds(60'000 - now.toMSecsSinceEpoch() % 60'000));
}

void ExpirySection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateTime();
}

} // namespace tilldeck::ui

#include "moc_expiry_section.cpp"
