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
    Calendar,
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
    SpinnerStill,
    StatusOpen,
    StatusPending,
    StatusCompleted,
    StatusExpired,
    StatusFailed,
    StatusUnknown,
    StatusRefunded,
    StatusPartRefunded,
    StatusDraft,
    StatusCreating,
    StatusUnrecognised,
};

/// Normal text colour (TONE), greyed when disabled, white where the style paints it on the accent colour. Chevrons,
/// undo and export are mirrored in right-to-left layouts.
QIcon icon(Icon icon, Tone tone = Tone::Text);

/// Paints ICON filling RECT in COLOR.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color);

/// The receipts of the first-run page, 210 x 110, and the program's own icon.
void paintReceipts(QPainter &painter, const QRectF &rect);
QIcon applicationIcon();

} // namespace tilldeck::ui
