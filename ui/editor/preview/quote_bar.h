// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/breakdown.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace tilldeck::ui {

class Button;
class Label;
class RichLine;

/// How the provider's quote stands: how old it is and how long it is good for, that it is on its way, outdated, not
/// possible yet, or why there is none; with the button that asks again.
class QuoteBar : public QWidget
{
    Q_OBJECT

public:
    QuoteBar(const QString &provider, std::function<QDateTime()> now, QWidget *parent = nullptr);

    /// MISSING: names of the fields that keep the provider from quoting.
    void setPreview(const checkout::Preview &preview, const QStringList &missing);
    /// What has to be done before the session can be created, for the button that creates: "Quote outdated". Empty:
    /// nothing.
    QString blockedBy() const;
    bool isOutdated() const;
    QWidget *field() const;

signals:
    void refreshRequested();
    void keyRequested();
    /// The quote became outdated.
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
    QTimer m_second;
};

} // namespace tilldeck::ui
