// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

namespace tilldeck::ui {

class Button;

/// First run: the built-in sandbox (Enter is enough) or an account of one's own.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

signals:
    void sandboxChosen();
    /// "paymentkit".
    void connectChosen(const QString &providerId);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *sandboxCard();
    QWidget *accountCard();

    Button *m_sandbox;
    QWidget *m_firstProvider = nullptr;
    QHash<const QWidget *, QString> m_words; ///< Of the providers that can be chosen.
};

} // namespace tilldeck::ui
