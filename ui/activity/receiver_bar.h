// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;

namespace tilldeck::ui {

class Label;
class MaskedField;
class SecretClipboard;

/// Where the sandbox sends an account's events, and the secret that it signs them with.
struct Receiver
{
    QString url; ///< Empty: events are only kept.
    QString secret;

    friend bool operator==(const Receiver &, const Receiver &) = default;
};

/// Below the list of events of a sandbox account: the address of the merchant's server, and the signing secret.
class ReceiverBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverBar(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// What is being typed stays. ACCOUNT says whose secret it is, where there are several.
    void setReceiver(const Receiver &receiver, const QString &account = {});
    const Receiver &receiver() const { return m_receiver; }

signals:
    /// http, https or empty.
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
