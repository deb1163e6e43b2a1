// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/preview/quote_bar.h"

#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/rich_line.h"
#include "ui/widgets/shown_timer.h"
#include "ui/widgets/time_text.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace std::chrono_literals;

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using checkout::QuoteState;

QuoteBar::QuoteBar(const QString &provider, std::function<QDateTime()> now, QWidget *parent)
    : QWidget(parent)
    , m_provider(provider)
    , m_now(std::move(now))
    , m_text(new RichLine)
    , m_age(makeWrappedLabel({}, TextStyle::Secondary, Tone::Text2))
    , m_again(new Button(Icon::Refresh, tr("Refresh quote")))
    , m_key(new Button(tr("Enter the key…")))
    , m_second(new ShownTimer(this))
{
    auto *texts = makeColumnLayout(0);
    addWidgets(*texts, m_text, m_age);
    auto *layout = makeRowLayout(this, px(8), {px(16), px(10), px(16), px(10)});
    layout->addLayout(texts, 1);
    addWidgets(*layout, m_key, m_again);
    setFocusProxy(m_again);

    connect(m_second, &ShownTimer::timeout, this, &QuoteBar::tick);
    connect(m_again, &Button::clicked, this, &QuoteBar::refreshRequested);
    connect(m_key, &Button::clicked, this, &QuoteBar::keyRequested);
    refresh();
}

void QuoteBar::setPreview(const checkout::Preview &preview, const QStringList &missing)
{
    m_state = preview.quoteState;
    m_quote = preview.quote;
    m_error = preview.quoteError;
    m_missing = missing;
    m_wasOutdated = isOutdated();
    refresh();
}

bool QuoteBar::isOutdated() const
{
    return m_state == QuoteState::Available && m_quote && m_quote->isOutdated(m_now());
}

QString QuoteBar::blockedBy() const
{
    switch (m_state) {
    case QuoteState::None:
        return {};
    case QuoteState::NotYet:
        return tr("Get a quote first");
    case QuoteState::Requested:
        return tr("Waiting for the quote");
    case QuoteState::Available:
        return isOutdated() ? tr("Quote outdated") : QString();
    case QuoteState::Failed:
        return tr("No quote");
    }
    return {};
}

QWidget *QuoteBar::field() const
{
    return m_key->isHidden() ? m_again : m_key;
}

void QuoteBar::refresh()
{
    const bool outdated = isOutdated();
    const bool refused = m_state == QuoteState::Failed && m_error;
    const bool keyless = refused && m_error->kind == checkout::ErrorKind::Unauthorised;
    m_text->setTones(outdated || refused ? Tone::Warning : Tone::Text2, Tone::Text2);
    switch (m_state) {
    case QuoteState::None:
        m_text->setParts({});
        break;
    case QuoteState::NotYet:
        m_text->setParts(tr("No quote yet."), m_missing.isEmpty()
                                                  ? QString()
                                                  : tr("%1 needs: %2.", "provider and a list of fields")
                                                        .arg(m_provider, locale().createSeparatedList(m_missing)));
        break;
    case QuoteState::Requested:
        m_text->setParts({}, tr("Asking %1 for a quote…").arg(m_provider));
        break;
    case QuoteState::Available:
        m_text->setParts(outdated ? tr("This quote is outdated.") : QString(),
                         outdated ? tr("Amounts may have moved.") : QString());
        break;
    case QuoteState::Failed:
        m_text->setParts(m_error ? m_error->sentence : tr("There is no quote."));
        break;
    }
    m_text->setHidden(m_text->plainText().isEmpty());
    m_age->setVisible(m_state == QuoteState::Available);
    m_key->setVisible(keyless);
    m_again->setText(m_state == QuoteState::Failed ? tr("Try again") : tr("Refresh quote"));
    m_again->setVisible(m_state != QuoteState::NotYet);
    setButtonKind(m_again, outdated ? ButtonKind::Primary : ButtonKind::Normal);
    if (m_state == QuoteState::Available && m_quote && !outdated)
        m_second->start(1s);
    else
        m_second->stop();
    // The age changes each second: assistive technology is told once, not each time.
    m_age->setAccessibleName(
        m_quote && m_quote->validUntil.isValid()
            ? tr("Quote, good until %1")
                  .arg(clockTime(m_quote->validUntil, QTimeZone::systemTimeZone(), locale(), u"HH:mm:ss"_s))
            : tr("Quote"));
    showAge();
    setHidden(m_state == QuoteState::None);
    update();
}

void QuoteBar::showAge()
{
    if (m_state != QuoteState::Available || !m_quote)
        return;
    const QDateTime now = m_now();
    const QString age = ago(now, m_quote->madeAt);
    const qint64 left = m_quote->validUntil.isValid() ? now.secsTo(m_quote->validUntil) : 0;
    m_age->setText(left > 0 ? tr("Quoted %1, good for %2", "12 s ago, 4:48")
                                  .arg(age, u"%1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QChar(u'0')))
                            : tr("Quoted %1", "12 s ago").arg(age));
}

void QuoteBar::tick()
{
    if (isOutdated() && !m_wasOutdated) {
        m_wasOutdated = true;
        refresh();
        emit outdated();
        return;
    }
    m_second->start(1s);
    showAge();
    update();
}

void QuoteBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
    if (m_state != QuoteState::Available || !m_quote || !m_quote->validUntil.isValid())
        return;
    // How much of the quote's life is left, as a line along the lower edge.
    const qint64 whole = std::max<qint64>(1, m_quote->madeAt.msecsTo(m_quote->validUntil));
    const qint64 left = std::clamp<qint64>(m_now().msecsTo(m_quote->validUntil), 0, whole);
    const int wide = int(width() * left / whole);
    painter.fillRect(mirrored(*this, QRect(0, height() - 2, wide, 2)), tokens().accent);
}

} // namespace tilldeck::ui

#include "moc_quote_bar.cpp"
