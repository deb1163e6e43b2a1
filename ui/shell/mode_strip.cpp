// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mode_strip.h"

#include "ui/shell/mode_pill.h"
#include "ui/style/icon.h"
#include "ui/style/paint.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"

#include <QAbstractButton>

#include <chrono>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::minutes freshFor{5};

/// Returns @p host with an ellipsis at its start if it is long: its end says whose it is.
QString shortened(const QString &host)
{
    constexpr qsizetype most = 40;
    return host.size() <= most ? host : QChar(0x2026) + host.last(most);
}

} // namespace

/// Shows one icon in a colour that follows the theme.
class StripIcon : public QWidget
{
public:
    StripIcon() { setFixedSize(px(16), px(16)); }
    void show(Icon icon, Tone tone)
    {
        m_icon = icon;
        m_tone = tone;
        setVisible(true);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, color(m_tone));
    }

private:
    Icon m_icon = Icon::Check;
    Tone m_tone = Tone::Good;
};

/// Shows an underlined text that can be pressed.
class StripLink : public QAbstractButton
{
public:
    explicit StripLink()
    {
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setTone(Tone tone)
    {
        m_tone = tone;
        update();
    }
    QSize sizeHint() const override
    {
        return {QFontMetrics(ui::font(TextStyle::Secondary)).horizontalAdvance(text()) + 2, px(20)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont underlined = ui::font(TextStyle::Secondary);
        underlined.setUnderline(true);
        painter.setFont(underlined);
        painter.setPen(underMouse() ? color(Tone::Text) : color(m_tone));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    Tone m_tone = Tone::Text2;
};

ModeStrip::ModeStrip(QWidget *parent, Clock clock)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_pill(new ModePill)
    , m_lead(new Label({}, TextStyle::SecondaryStrong))
    , m_text(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_leadIcon(new StripIcon)
    , m_statusIcon(new StripIcon)
    , m_status(new Label({}, TextStyle::Secondary, Tone::Text2))
    , m_act(new StripLink)
    , m_switch(new StripLink)
    , m_change(new ShownTimer(this))
{
    setMinimumHeight(px(28));
    setAccessibleName(tr("Mode and connection"));
    auto *row = makeRowLayout(this, px(6), {0, px(3), 0, px(3)}); // so that two lines keep off the edges
    row->addWidget(m_pill);
    row->addSpacing(px(8));
    row->addWidget(m_leadIcon);
    row->addWidget(m_lead);
    row->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    addWidgets(*row, m_statusIcon, m_status, m_act);
    row->addSpacing(px(6));
    row->addWidget(m_switch);
    row->addSpacing(px(6));
    connect(m_act, &QAbstractButton::clicked, this, [this] {
        if (m_state.link == ModeStripState::Link::KeyRefused)
            emit updateKeyRequested();
        else if (m_state.link == ModeStripState::Link::Files)
            emit storageRequested();
        else
            emit refreshRequested();
    });
    connect(m_switch, &QAbstractButton::clicked, this, &ModeStrip::switchModeRequested);
    connect(m_change, &ShownTimer::timeout, this, &ModeStrip::lookAtClock);
    refresh();
}

void ModeStrip::setState(const ModeStripState &state)
{
    m_state = state;
    refresh();
    update();
}

QString ModeStrip::text() const
{
    QStringList parts;
    for (const QString &part :
         {m_pill->text(), m_lead->text(), m_text->text(), m_status->text(), m_act->text(), m_switch->text()})
        if (!part.isEmpty())
            parts += part;
    return parts.join(u' ');
}

void ModeStrip::refresh()
{
    using Link = ModeStripState::Link;
    const bool test = m_state.mode == accounts::Mode::Test;
    const bool sandbox = m_state.mode == accounts::Mode::Sandbox;
    m_pill->setMode(m_state.mode);

    const Tone plain = test ? Tone::OnTest : Tone::Text2;
    Tone leadTone = test ? Tone::OnTest : Tone::Text;
    m_leadIcon->hide();
    switch (m_state.link) {
    case Link::Offline:
        m_lead->setText(m_state.updatedAt.isValid()
                            ? tr("Offline. Showing data from %1.")
                                  .arg(clockTime(m_state.updatedAt, QTimeZone::systemTimeZone(), locale(), u"HH:mm"_s))
                            : tr("Offline. Nothing was loaded yet."));
        m_text->clear();
        leadTone = test ? Tone::OnTest : Tone::Warning;
        m_leadIcon->show(Icon::Offline, leadTone);
        break;
    case Link::KeyRefused:
    case Link::Files:
        m_lead->setText(m_state.problem);
        m_text->clear();
        leadTone = Tone::Danger;
        m_leadIcon->show(Icon::Attention, leadTone);
        break;
    case Link::Trouble:
        m_lead->setText(m_state.problem);
        m_text->clear();
        leadTone = test ? Tone::OnTest : Tone::Warning;
        m_leadIcon->show(Icon::Attention, leadTone);
        break;
    case Link::Fresh:
    case Link::Updating:
        m_lead->setText(sandbox ? tr("Sample data on this computer.")
                        : test  ? tr("No money moves.")
                                : tr("Real money."));
        m_text->setText(sandbox ? tr("Nothing here can be paid with real money.")
                        : test  ? tr("Tokens and links made here work only with test cards.")
                                : tr("Sessions you create can be paid by customers."));
        break;
    }
    m_lead->setTone(leadTone);
    // A sentence has all the room, and lines below each other where that is not enough. The words of a mode keep theirs
    // and leave it to what follows.
    const bool isAlone = m_text->text().isEmpty();
    m_lead->setWordWrap(isAlone);
    static_cast<QBoxLayout *>(layout())->setStretchFactor(m_lead, isAlone ? 1 : 0);
    m_text->setVisible(!m_text->text().isEmpty());

    m_wasStale = isStale();
    m_status->setText(statusText());
    m_statusIcon->hide();
    m_act->setText({});
    if (m_state.link == Link::Offline || m_state.link == Link::Trouble) {
        m_act->setText(tr("Try again"));
    } else if (m_state.link == Link::KeyRefused) {
        m_act->setText(m_state.keyOf.isEmpty()
                           ? tr("Update key…")
                           : tr("Update key of %1…", "account").arg(isolated(shortened(m_state.keyOf))));
    } else if (m_state.link == Link::Files) {
        m_act->setText(tr("Data on this computer…"));
    } else if (saysAge() && m_wasStale) {
        m_statusIcon->show(Icon::Clock, plain);
        m_act->setText(tr("Update now"));
    } else if (saysAge()) {
        m_statusIcon->show(Icon::Check, test ? plain : Tone::Good);
    }
    m_switch->setText(!m_state.canSwitch || sandbox ? QString() : test ? tr("Switch to live…") : tr("Switch to test"));
    // On the test strip all words have the one colour that is measured against it.
    for (StripLink *link : {m_act, m_switch}) {
        link->setVisible(!link->text().isEmpty());
        link->setTone(plain);
        link->updateGeometry();
    }
    m_text->setTone(plain);
    m_status->setTone(plain);
    setAccessibleDescription(text());
    waitForChange();
}

bool ModeStrip::isStale() const
{
    return m_state.updatedAt.isValid() && milliseconds(m_state.updatedAt.msecsTo(m_clock())) > freshFor;
}

/// Returns whether it says how long ago the data was brought up to date.
bool ModeStrip::saysAge() const
{
    const bool isFresh = m_state.link == ModeStripState::Link::Fresh && m_state.mode != accounts::Mode::Sandbox;
    return m_state.updatedAt.isValid() && (isFresh || m_state.link == ModeStripState::Link::Trouble);
}

QString ModeStrip::statusText() const
{
    using Link = ModeStripState::Link;
    if (saysAge()) {
        const QString age = ago(m_clock(), m_state.updatedAt);
        return isStale() || m_state.link == Link::Trouble ? tr("Last update %1").arg(age)
                                                          : tr("Up to date · %1", "how long ago").arg(age);
    }
    if (m_state.link == Link::Updating)
        return tr("Updating…");
    if (m_state.link != Link::Fresh || m_state.mode != accounts::Mode::Sandbox)
        return {};
    return m_state.eventsHost.isEmpty() ? tr("No network used")
                                        : tr("Events go to %1", "host").arg(isolated(shortened(m_state.eventsHost)));
}

void ModeStrip::lookAtClock()
{
    if (isStale() != m_wasStale)
        return refresh();
    const QString status = statusText();
    if (status != m_status->text()) {
        m_status->setText(status);
        setAccessibleDescription(text());
    }
    waitForChange();
}

void ModeStrip::waitForChange()
{
    m_change->stop();
    if (!saysAge())
        return;
    const QDateTime now = m_clock();
    m_change->start(agoHolds(now, m_state.updatedAt));
    if (!isStale())
        m_change->startWithin(freshFor - milliseconds(m_state.updatedAt.msecsTo(now)) + 1ms);
}

void ModeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    const bool test = m_state.mode == accounts::Mode::Test;
    painter.fillRect(rect(), test                                   ? t.testBackground
                             : m_state.mode == accounts::Mode::Live ? t.liveBackground
                                                                    : t.window);
    paintLine(painter, rect(), Qt::BottomEdge, test ? t.testHatch : t.line);
}

} // namespace tilldeck::ui

#include "moc_mode_strip.cpp"
