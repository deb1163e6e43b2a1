// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QWidget>

#include <functional>

namespace tilldeck::ui {

class Button;
class Label;
class RichLine;
class ShownTimer;

/// Shows the state of the provider's quote: how old it is and how long it is good for, that it is requested, outdated,
/// not possible yet, or why there is none; with the button that requests it again.
class QuoteBar : public QWidget
{
    Q_OBJECT

public:
    QuoteBar(const QString &provider, std::function<QDateTime()> now, QWidget *parent = nullptr);

    /// Shows the quote of @p preview; @p missing holds the names of the fields that keep the provider from quoting.
    void setPreview(const checkout::Preview &preview, const QStringList &missing);
    /// Returns what has to be done before the session can be created, for the button that creates: "Quote outdated".
    /// Empty if nothing has.
    QString blockedBy() const;
    bool isOutdated() const;
    QWidget *field() const;

signals:
    void refreshRequested();
    void keyRequested();
    /// Emitted when the quote became outdated.
    void outdated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void tick();
    void showAge();

    QString m_provider;
    std::function<QDateTime()> m_now;
    checkout::QuoteState m_state = checkout::QuoteState::NotYet;
    std::optional<checkout::Quote> m_quote;
    std::optional<checkout::Error> m_error;
    QStringList m_missing;
    bool m_wasOutdated = false;
    RichLine *m_text;
    Label *m_age;
    Button *m_again;
    Button *m_key;
    ShownTimer *m_second;
};

} // namespace tilldeck::ui
