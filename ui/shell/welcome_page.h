// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tilldeck::ui {

class Button;

/// Offers the built-in sandbox, which Enter opens, or to connect an account. It is shown on the first run.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

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
    QWidget *m_firstProvider = nullptr;
};

} // namespace tilldeck::ui
