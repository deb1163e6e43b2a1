// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace tilldeck::ui {

/// Copies secrets so that clipboard managers do not remember them, and takes them back after a while and on quit: only
/// if the clipboard still holds the copied text. Keeps a hash of it, not the text.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QClipboard *clipboard, QObject *parent = nullptr,
                             std::chrono::milliseconds lifetime = std::chrono::seconds(30));
    ~SecretClipboard() override;

    void copy(const QString &secret);
    /// For texts that are not secret (a session ID): a plain copy that is never cleared.
    void copyPlain(const QString &text);
    std::chrono::milliseconds lifetime() const { return m_timer.intervalAsDuration(); }

signals:
    /// The copied secret is gone, cleared or replaced.
    void ended();

private:
    void clear();
    bool holdsSecret() const;

    QClipboard *m_clipboard;
    QTimer m_timer;
    QByteArray m_hash;
};

} // namespace tilldeck::ui
