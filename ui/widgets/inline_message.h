// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class Label;
class RichLine;

enum class Severity { Info, Warning, Error, Search };

/// A framed note with a coloured edge: "Rate is 7 min old. Amounts may have moved. Get a new rate".
class InlineMessage : public QWidget
{
    Q_OBJECT

public:
    explicit InlineMessage(Severity severity = Severity::Info, QWidget *parent = nullptr);

    /// @p lead is the first sentence, in bold; @p link ends the text and may be empty. All are plain text.
    void setMessage(const QString &lead, const QString &text = {}, const QString &link = {});
    void setSeverity(Severity severity);
    QString text() const;

signals:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Severity m_severity;
    RichLine *m_text;
};

} // namespace tilldeck::ui
