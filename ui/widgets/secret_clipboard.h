// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace tilldeck::ui {

/// Copies secrets so that clipboard managers do not remember them, and clears them after a while and on quit, but only
/// if the clipboard still holds the copied text. Keeps a hash of it, not the text.
class SecretClipboard : public QObject
{
    Q_OBJECT

public:
    explicit SecretClipboard(QClipboard *clipboard, QObject *parent = nullptr,
                             std::chrono::milliseconds lifetime = std::chrono::seconds(30));
    ~SecretClipboard() override;

    void copy(const QString &secret);
    /// Copies a text that is not secret (a session ID) and is never cleared.
    void copyPlain(const QString &text);
    std::chrono::milliseconds lifetime() const { return m_timer.intervalAsDuration(); }

signals:
    /// Emitted when the copied secret was cleared or replaced.
    void ended();

private:
    void clear();
    bool holdsSecret() const;

    QClipboard *m_clipboard;
    QTimer m_timer;
    QByteArray m_hash;
};

} // namespace tilldeck::ui
