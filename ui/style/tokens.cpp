// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/tokens.h"

namespace tilldeck::ui {

namespace {

BadgeColors outlined(QRgb outline, QRgb foreground, BadgeFrame frame = BadgeFrame::Solid)
{
    return {QColor(foreground), QColor(), QColor(outline), frame};
}
BadgeColors filled(QRgb foreground, QRgb background)
{
    return {QColor(foreground), QColor(background), QColor(), BadgeFrame::None};
}
BadgeColors bare(QRgb foreground)
{
    return {QColor(foreground), QColor(), QColor(), BadgeFrame::None};
}

Tokens makeLight()
{
    Tokens t;
    t.window = QColor(0xF4F3F0);
    t.base = QColor(0xFFFFFF);
    t.panel = QColor(0xFAF9F7);
    t.hover = QColor(0xEFEDE8);
    t.selected = QColor(0xDDE7FA);
    t.selectedOff = QColor(0xE8E6E0);
    t.line = QColor(0xE4E2DC);
    t.lineStrong = QColor(0xCFCCC4);
    t.control = QColor(0x8D8980);
    t.text = QColor(0x1B1C1E);
    t.text2 = QColor(0x4C4A45);
    t.text3 = QColor(0x66635B);
    t.disabled = QColor(0xA09C93);
    t.accent = QColor(0x2356C5);
    t.accentHover = QColor(0x1C47A6);
    t.onAccent = QColor(0xFFFFFF);
    t.link = QColor(0x1F4DB2);
    t.testBackground = QColor(0xF8DDA0);
    t.testHatch = QColor(0xEDC670);
    t.testText = QColor(0x4A2E00);
    t.liveBackground = QColor(0xE9E7E2);
    t.livePill = QColor(0x1B1C1E);
    t.onLivePill = QColor(0xFFFFFF);
    t.chart1 = QColor(0x3F6FD8);
    t.grid = QColor(0xEAE8E3);
    t.good = QColor(0x17653A);
    t.warning = QColor(0x7F4600);
    t.danger = QColor(0xA8201A);
    t.badges = {
        outlined(0x9DB8EE, 0x1E4DB0),
        outlined(0xE3B869, 0x7F4600),
        filled(0x17653A, 0xDFF2E6),
        filled(0x17653A, 0xDFF2E6),
        bare(0x57544D),
        filled(0xA8201A, 0xFBE5E3),
        filled(0xFFFFFF, 0x6B3FA0),
        filled(0x57544D, 0xEDEBE6),
        filled(0x57544D, 0xEDEBE6),
        outlined(0xE3B869, 0x7F4600),
        filled(0xFFFFFF, 0x6B3FA0),
        outlined(0xCFCCC4, 0x4C4A45),
        outlined(0x8D8980, 0x57544D, BadgeFrame::Dashed),
        outlined(0xCFCCC4, 0x4C4A45),
        outlined(0x8D8980, 0x4C4A45, BadgeFrame::Dotted),
    };
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = QColor(0x1A1B1E);
    t.base = QColor(0x212226);
    t.panel = QColor(0x1E1F22);
    t.hover = QColor(0x2A2C31);
    t.selected = QColor(0x22355C);
    t.selectedOff = QColor(0x2F3137);
    t.line = QColor(0x33353B);
    t.lineStrong = QColor(0x45484F);
    t.control = QColor(0x7C8089);
    t.text = QColor(0xECEBE8);
    t.text2 = QColor(0xBCBCBE);
    t.text3 = QColor(0x9FA0A5);
    t.disabled = QColor(0x64666C);
    t.accent = QColor(0x3C6FE0);
    t.accentHover = QColor(0x3262CF);
    t.onAccent = QColor(0xFFFFFF);
    t.link = QColor(0x8FB1FF);
    t.testBackground = QColor(0x4A3606);
    t.testHatch = QColor(0x624A12);
    t.testText = QColor(0xFFDF9A);
    t.liveBackground = QColor(0x26272B);
    t.livePill = QColor(0xECEBE8);
    t.onLivePill = QColor(0x1A1B1E);
    t.chart1 = QColor(0x6C96F2);
    t.grid = QColor(0x303238);
    t.good = QColor(0x7FD3A0);
    t.warning = QColor(0xF0BE6A);
    t.danger = QColor(0xFF9D95);
    t.badges = {
        outlined(0x3F5A99, 0x9DBBFF),
        outlined(0x775A20, 0xF0BE6A),
        filled(0x7FD3A0, 0x1C3A2A),
        filled(0x7FD3A0, 0x1C3A2A),
        bare(0xB4B3B0),
        filled(0xFF9D95, 0x4A2220),
        filled(0x24123D, 0xC9A9F5),
        filled(0xB4B3B0, 0x303238),
        filled(0xB4B3B0, 0x303238),
        outlined(0x775A20, 0xF0BE6A),
        filled(0x24123D, 0xC9A9F5),
        outlined(0x45484F, 0xBCBCBE),
        outlined(0x7C8089, 0xB4B3B0, BadgeFrame::Dashed),
        outlined(0x45484F, 0xBCBCBE),
        outlined(0x7C8089, 0xBCBCBE, BadgeFrame::Dotted),
    };
    return t;
}

} // namespace

const Tokens &lightTokens()
{
    static const Tokens light = makeLight();
    return light;
}

const Tokens &darkTokens()
{
    static const Tokens dark = makeDark();
    return dark;
}

} // namespace tilldeck::ui
