// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/masked_field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/secret_clipboard.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

QString masked(const QString &secret)
{
    const QString dots = u"•••• •••• ••••"_s;
    // Of a short secret four letters would be too much of it.
    return secret.size() < 12 ? dots : dots + u' ' + secret.right(4);
}

MaskedField::MaskedField(const QString &accessibleName, SecretClipboard *clipboard, QWidget *parent,
                         std::chrono::seconds visibleFor)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_visibleFor(visibleFor)
    , m_frame(new FieldFrame)
    , m_text(new ElidedLabel({}, TextStyle::Mono, Tone::Text, Qt::ElideMiddle))
    , m_lead(new Label({}, TextStyle::Secondary, Tone::Warning))
    , m_hint(new Label({}, TextStyle::Secondary, Tone::Text3))
{
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setToolTip(accessibleName); // never the text itself
    m_frame->setContent(m_text);
    m_eye = m_frame->addButton(Icon::Eye, tr("Show for 30 seconds"));
    m_copy = m_frame->addButton(Icon::Copy, tr("Copy"));
    setAccessibleName(accessibleName);

    auto *line = makeRowLayout(px(4));
    line->addWidget(m_lead);
    line->addWidget(m_hint, 1);
    auto *column = makeColumnLayout(this, px(4));
    column->addWidget(m_frame);
    column->addLayout(line);

    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &MaskedField::tick);
    connect(m_eye, &QToolButton::clicked, this, [this] { setRevealed(!isRevealed()); });
    connect(m_copy, &QToolButton::clicked, this, &MaskedField::copy);
    connect(m_clipboard, &SecretClipboard::ended, this, [this] {
        m_copySecondsLeft = 0;
        m_isCopied = m_isRefused = false;
        refresh();
    });
    connect(m_clipboard, &SecretClipboard::refused, this, [this] {
        m_copySecondsLeft = 0;
        m_isRefused = m_isCopied;
        refresh();
    });
    refresh();
}

void MaskedField::setSecret(const QString &secret)
{
    if (secret == m_secret)
        return;
    m_secret = secret;
    m_secondsLeft = 0;
    m_copySecondsLeft = 0;
    m_isCopied = m_isRefused = false;
    refresh();
}

void MaskedField::setCopyDisabled(const QString &reason)
{
    m_copyDisabled = reason;
    refresh();
}

void MaskedField::setRevealed(bool revealed)
{
    m_secondsLeft = revealed && !m_secret.isEmpty() ? int(m_visibleFor.count()) : 0;
    refresh();
}

void MaskedField::copy()
{
    if (m_secret.isEmpty() || !m_copyDisabled.isEmpty())
        return;
    m_clipboard->copy(m_secret);
    m_isCopied = true;
    m_isRefused = false;
    m_copySecondsLeft = int(std::chrono::ceil<std::chrono::seconds>(m_clipboard->lifetime()).count());
    refresh();
    emit copied();
}

void MaskedField::tick()
{
    m_secondsLeft = std::max(0, m_secondsLeft - 1);
    m_copySecondsLeft = std::max(0, m_copySecondsLeft - 1);
    refresh();
}

QString MaskedField::visibleText() const
{
    return m_text->text();
}

QString MaskedField::hintText() const
{
    return m_lead->text().isEmpty() ? m_hint->text() : u"%1 %2"_s.arg(m_lead->text(), m_hint->text());
}

void MaskedField::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QWidget::hideEvent(event);
}

void MaskedField::refresh()
{
    m_text->setText(m_secret.isEmpty() ? QString() : isRevealed() ? m_secret : masked(m_secret));
    m_text->setAccessibleName(
        isRevealed()
            ? tr("%1, visible").arg(accessibleName())
            : tr("%1, hidden, ends in %2").arg(accessibleName(), m_secret.right(m_secret.size() < 12 ? 0 : 4)));
    auto *eye = qobject_cast<IconButton *>(m_eye);
    eye->setIconName(isRevealed() ? Icon::EyeOff : Icon::Eye, isRevealed() ? tr("Hide") : tr("Show for 30 seconds"));
    auto *copy = qobject_cast<IconButton *>(m_copy);
    copy->setIconName(m_copySecondsLeft > 0 ? Icon::Check : Icon::Copy, tr("Copy"));
    m_eye->setEnabled(!m_secret.isEmpty());
    m_copy->setEnabled(!m_secret.isEmpty() && m_copyDisabled.isEmpty());
    m_frame->setProperty("attention", isRevealed());
    m_frame->update();

    if (isRevealed()) {
        m_lead->setText(tr("Visible."));
        m_lead->setTone(Tone::Warning);
        m_hint->setText(tr("Hides in %1 s").arg(m_secondsLeft));
    } else if (m_copySecondsLeft > 0) {
        m_lead->setText(tr("Copied."));
        m_lead->setTone(Tone::Good);
        m_hint->setText(tr("Clipboard clears in %1 s").arg(m_copySecondsLeft));
    } else if (m_isRefused) {
        m_lead->clear();
        m_hint->setText(SecretClipboard::refusedText());
    } else {
        m_lead->clear();
        m_hint->setText(m_copyDisabled);
    }
    m_lead->setVisible(!m_lead->text().isEmpty());
    m_hint->setVisible(!m_hint->text().isEmpty());
    const bool counting = m_secondsLeft > 0 || m_copySecondsLeft > 0;
    if (!counting)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

} // namespace tilldeck::ui

#include "moc_masked_field.cpp"
