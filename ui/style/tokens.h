// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the visual specification: one set for light, one for dark. The only place with hex values is
// tokens.cpp.
#pragma once

#include <QColor>

#include <array>

namespace tilldeck::ui {

/// What a status badge looks like; the words are in badge.h.
enum class BadgeKind {
    Open,
    Pending,
    Completed,
    Succeeded,
    Expired,
    Failed,
    OutcomeUnknown,
    Refunded,
    PartRefunded,
    RefundAsked,
    RefundUnknown,
    Refunding,
    Draft,
    Creating,
    Unrecognised,
};
inline constexpr int badgeKinds = int(BadgeKind::Unrecognised) + 1;

enum class BadgeFrame { None, Solid, Dashed, Dotted };

/// An invalid colour means "not painted".
struct BadgeColors
{
    QColor foreground;
    QColor background;
    QColor outline;
    BadgeFrame frame = BadgeFrame::None;
};

struct Tokens
{
    QColor window, base, panel;
    QColor hover, selected, selectedOff;
    QColor line, lineStrong, control;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, onAccent, link;
    QColor testBackground, testHatch, testText;
    QColor liveBackground, livePill, onLivePill;
    QColor chart1, grid;
    /// Text and frames of success, warning and failure.
    QColor good, warning, danger;
    std::array<BadgeColors, badgeKinds> badges;
    bool dark = false;

    const BadgeColors &badge(BadgeKind kind) const { return badges[size_t(kind)]; }
};

const Tokens &lightTokens();
const Tokens &darkTokens();

} // namespace tilldeck::ui
