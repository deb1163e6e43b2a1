// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace tilldeck::ui {

class Button;
class InlineMessage;
class Label;
class ProviderRow;

/// Offers the built-in sandbox, which Enter opens, or to connect an account. It is shown on the first run.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    /// Says @p why nothing can be begun, until it is empty again: the sandbox cannot be opened then, and an account
    /// only if one @p canConnect.
    void setHeldBack(const QString &why, bool canConnect);

signals:
    void sandboxChosen();
    /// Emitted with the id of the provider: "paymentkit".
    void connectChosen(const QString &providerId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *sandboxCard();
    QWidget *accountCard();

    Button *m_sandbox;
    InlineMessage *m_trouble;
    Label *m_choices;
    struct Provider
    {
        ProviderRow *row;
        QString needs;
    };
    std::vector<Provider> m_providers;
};

} // namespace tilldeck::ui
