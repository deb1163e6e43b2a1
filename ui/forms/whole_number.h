// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tilldeck::ui {

/// A whole number as it was typed. What is not one keeps its text, so that nothing typed is lost.
struct WholeNumber
{
    WholeNumber() = default;
    explicit WholeNumber(qint64 value)
        : text(QString::number(value))
    {
    }
    explicit WholeNumber(QString typed)
        : text(std::move(typed))
    {
    }

    /// Returns nothing if the text is empty, not a whole number in digits of any script, or beyond int64.
    std::optional<qint64> value() const
    {
        QString plain;
        for (const char32_t character : text.trimmed().toUcs4())
            plain += QChar::isDigit(character) ? QString::number(QChar::digitValue(character))
                                               : QString::fromUcs4(&character, 1);
        bool ok = false;
        const qint64 read = plain.toLongLong(&ok);
        return ok ? std::optional(read) : std::nullopt;
    }

    QString text;

    friend bool operator==(const WholeNumber &, const WholeNumber &) = default;
};

} // namespace tilldeck::ui
