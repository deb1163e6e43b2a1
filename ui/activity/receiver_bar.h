// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace tilldeck::ui {

class Label;
class MaskedField;
class SecretClipboard;

/// Holds the URL to which the sandbox sends an account's events, and the secret that signs them.
struct Receiver
{
    QString url; ///< Empty where events are only kept.
    QString secret;

    friend bool operator==(const Receiver &, const Receiver &) = default;
};

/// Shows the URL of the merchant's server and the signing secret below the events of a sandbox account.
class ReceiverBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverBar(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Keeps a URL that is being typed. @p account names the owner of the secret where there are several accounts.
    void setReceiver(const Receiver &receiver, const QString &account = {});
    const Receiver &receiver() const { return m_receiver; }

signals:
    /// Emitted with an http or https URL, or an empty one.
    void urlChosen(const QString &url);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void choose();
    void showNote();

    Receiver m_receiver;
    QLineEdit *m_url;
    Label *m_note;
    MaskedField *m_secret;
    Label *m_secretTitle;
};

} // namespace tilldeck::ui
