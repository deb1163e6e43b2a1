// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/url_field.h"

#include "desk/mask_token.h"
#include "ui/widgets/label.h"

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

UrlField::UrlField(const QString &accessibleName, QWidget *parent)
    : FieldFrame(parent)
    , m_text(new ElidedLabel({}, TextStyle::Mono, Tone::Text, Qt::ElideMiddle))
{
    setAccessibleName(accessibleName);
    m_text->setToolTip(accessibleName);
    setContent(m_text);
}

void UrlField::setUrl(const QString &url, const QString &token)
{
    m_url = url;
    QString shown = desk::maskUrl(url, token);
    if (shown.startsWith("https://"_L1))
        shown.remove(0, 8);
    m_text->setTextStyle(TextStyle::Mono);
    m_text->setTone(Tone::Text);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setText(shown);
    m_text->setAccessibleName(shown);
}

void UrlField::setMissing(const QString &reason)
{
    m_url.clear();
    m_text->setTextStyle(TextStyle::Body);
    m_text->setTone(Tone::Text3);
    m_text->unsetLayoutDirection();
    m_text->setText(reason);
    m_text->setAccessibleName(reason);
}

QString UrlField::visibleText() const
{
    return m_text->text();
}

} // namespace tilldeck::ui

#include "moc_url_field.cpp"
