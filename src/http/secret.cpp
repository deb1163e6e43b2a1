// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/secret.h"

#include <cstring>
#include <utility>

namespace tilldeck::http {

class Secret::Buffer
{
public:
    explicit Buffer(QString &&value)
        : m_size(value.size())
        , m_characters(std::make_unique<char16_t[]>(m_size))
    {
        std::memcpy(m_characters.get(), value.utf16(), m_size * sizeof(char16_t));
        // Data that other strings share is left alone: detaching would only make one more copy.
        if (value.isDetached())
            explicit_bzero(value.data(), m_size * sizeof(char16_t));
    }
    ~Buffer() { explicit_bzero(m_characters.get(), m_size * sizeof(char16_t)); }
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    QString text() const { return QString(reinterpret_cast<const QChar *>(m_characters.get()), m_size); }

private:
    qsizetype m_size;
    std::unique_ptr<char16_t[]> m_characters;
};

Secret::Secret(QString value)
{
    if (!value.isEmpty())
        m_buffer = std::make_shared<const Buffer>(std::move(value));
}

bool Secret::isEmpty() const
{
    return !m_buffer;
}

QString Secret::reveal() const
{
    return m_buffer ? m_buffer->text() : QString();
}

QString Secret::masked() const
{
    constexpr qsizetype longestPrefix = 12;
    constexpr qsizetype tail = 4;
    constexpr qsizetype leastHidden = 8;
    if (isEmpty())
        return {};
    const QString dots(4, QChar(0x2022));
    QString value = reveal();
    const qsizetype prefix = value.left(longestPrefix).lastIndexOf(u'_') + 1;
    QString shown = dots;
    if (value.size() >= prefix + leastHidden + tail)
        shown = value.left(prefix) + dots + u' ' + value.right(tail);
    explicit_bzero(value.data(), value.size() * sizeof(QChar));
    return shown;
}

} // namespace tilldeck::http
