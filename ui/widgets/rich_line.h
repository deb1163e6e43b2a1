// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/style/theme.h"

#include <QLabel>

namespace tilldeck::ui {

/// Shows wrapped text: a strong first sentence, more text, and a link, each plain text that is escaped.
class RichLine : public QLabel
{
    Q_OBJECT

public:
    explicit RichLine(TextStyle style = TextStyle::Secondary, QWidget *parent = nullptr);

    void setParts(const QString &lead, const QString &text = {}, const QString &link = {});
    void setTones(Tone lead, Tone text);
    QString plainText() const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_lead, m_text, m_link;
    Tone m_leadTone = Tone::Text;
    Tone m_textTone = Tone::Text2;
    bool m_isMirrored = false;
};

} // namespace tilldeck::ui
