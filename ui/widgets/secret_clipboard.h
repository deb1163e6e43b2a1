// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace tilldeck::ui {

/// Copies secrets so that clipboard managers do not remember them, and clears them after a while and on quit, but only
/// if the clipboard still holds the copied text. Looks afterwards whether it is gone: some systems do not let a window
/// without the focus empty the clipboard, and some clipboard managers fill it again. Keeps a hash of it, not the text.
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
    /// Returns what a merchant does about a clipboard that refused().
    static QString refusedText();

signals:
    /// Emitted when the copied secret was cleared or replaced.
    void ended();
    /// Emitted when the copied secret is still there although it was cleared. It is cleared again when the program gets
    /// the focus; ended() follows once it is gone.
    void refused();

private:
    void clear();
    void look();
    void end();
    bool holdsSecret() const;

    QClipboard *m_clipboard;
    QTimer m_timer;
    QTimer m_look; ///< Fires a moment after the clipboard was cleared.
    QByteArray m_hash;
    bool m_isCleared = false;
};

} // namespace tilldeck::ui
