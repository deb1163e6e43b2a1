// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QString>

#include <iosfwd>
#include <memory>

namespace tilldeck::http {

/// A key or token. It cannot be streamed, compared or converted to a QString by accident; its memory is overwritten
/// when the last copy is destroyed. Copies are cheap and share one buffer.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString value);

    bool isEmpty() const;
    /// Returns the value itself. Keep it short-lived and out of logs.
    QString reveal() const;
    /// Returns what people recognise it by, "sk_test_•••• 9fQ2": the prefix up to the last '_' of the first twelve
    /// characters and the last four; "••••" when that would show too much of it; empty for an empty secret.
    QString masked() const;

    friend bool operator==(const Secret &, const Secret &) = delete;
    friend QDebug operator<<(QDebug, const Secret &) = delete;
    friend std::ostream &operator<<(std::ostream &, const Secret &) = delete;

private:
    class Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

} // namespace tilldeck::http
