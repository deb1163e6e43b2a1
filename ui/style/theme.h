// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, fonts and sizes of the program. Widgets ask the free functions when they paint; Theme switches them all.
#pragma once

#include "ui/style/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace tilldeck::ui {

/// The type scale; comments say pixel size and weight at a system font of 10 pt.
enum class TextStyle {
    Main,            ///< 22, 600: the main amount, the welcome title
    Title,           ///< 15, 600: page and dialog titles
    Body,            ///< 13, 400
    Name,            ///< 13, 500
    Total,           ///< 13, 600
    Secondary,       ///< 12, 400
    SecondaryStrong, ///< 12, 500: badges, chips
    Header,          ///< 11, 600: table headers, section labels
    Code,            ///< 11, 400: currency codes
    Mono,            ///< 12, fixed width: tokens, IDs, codes, JSON
    MonoSmall,       ///< 11, fixed width
};

/// The colour of a text by its meaning. OnTest is for the strip of test mode.
enum class Tone { Text, Text2, Text3, Link, Good, Warning, Danger, Disabled, OnTest };

enum class ThemeMode { System, Light, Dark };

/// Returns the current colours; the light ones while there is no Theme.
const Tokens &tokens();
QColor color(Tone tone);
QFont font(TextStyle style);

/// Returns @p length in device-independent pixels, scaled by the system's font size.
int px(int length);

/// Installs style, palette and fonts on the application, and changes them at run time: every widget gets
/// QEvent::StyleChange and repaints.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app, ThemeMode mode = ThemeMode::System);

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    QApplication &m_app;
    ThemeMode m_mode;
    QFont m_systemFont;
    bool m_applying = false;
};

} // namespace tilldeck::ui
