// SPDX-License-Identifier: GPL-3.0-or-later
// The symbolic icons of resources/icons, coloured from the theme at the moment they are painted.
#pragma once

#include "ui/style/theme.h"

#include <QIcon>

class QPainter;
class QRectF;

namespace tilldeck::ui {

/// Named as the files are: ChevronUp is chevron-up.svg. Draw at 16 px, the Status glyphs at 12 px.
enum class Icon {
    Overview,
    Session,
    Transactions,
    Customer,
    Price,
    Draft,
    Attention,
    Clock,
    Settings,
    Search,
    Filter,
    Plus,
    Minus,
    Close,
    Check,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    UpDown,
    Copy,
    Eye,
    EyeOff,
    OpenExternal,
    Qr,
    Refresh,
    More,
    Key,
    Link,
    Grip,
    Trash,
    Export,
    Bolt,
    Info,
    Lock,
    Sandbox,
    Undo,
    Card,
    Offline,
    Sidebar,
    PanelRight,
    Code,
    Text,
    Globe,
    StatusOpen,
    StatusPending,
    StatusCompleted,
    StatusExpired,
    StatusFailed,
    StatusUnknown,
    StatusRefunded,
    StatusPartRefunded,
    StatusRefundAsked,
    StatusDraft,
    StatusCreating,
    StatusUnrecognised,
};

/// Returns an icon in the colour of @p tone, greyed when disabled, white on the accent colour. Chevrons, undo and
/// export are mirrored in right-to-left layouts.
QIcon icon(Icon icon, Tone tone = Tone::Text);

/// Paints @p icon over the whole of @p rect.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);

/// Paints the receipts of the first-run page, 210 x 110.
void paintReceipts(QPainter &painter, const QRectF &rect);
/// Returns the program's own icon.
QIcon applicationIcon();

} // namespace tilldeck::ui
