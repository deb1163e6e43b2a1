// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "ui/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

QString installed(const QString &wanted, const QString &otherwise)
{
    return QFontDatabase::families().contains(wanted) ? wanted : otherwise;
}

Look makeLook(const Tokens &tokens, const QFont &systemFont)
{
    Look look;
    look.tokens = tokens;
    look.family = installed(u"Inter"_s, systemFont.family());
    look.monoFamily = installed(u"JetBrains Mono"_s, QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    // The specification stands at a system font of 10 pt; smaller system fonts do not shrink it.
    look.scale = std::clamp(QFontInfo(systemFont).pointSizeF() / 10.0, 1.0, 3.0);
    return look;
}

const Look &currentLook()
{
    if (const auto *style = qobject_cast<const Style *>(QApplication::style()))
        return style->look();
    static const Look bare = makeLook(lightTokens(), QFont());
    return bare;
}

struct Face
{
    int pixels;
    QFont::Weight weight;
    bool mono;
};

/// Holds the faces in the order of TextStyle.
constexpr Face faces[] = {
    {22, QFont::DemiBold, false}, {15, QFont::DemiBold, false}, {13, QFont::Normal, false},
    {13, QFont::Medium, false},   {13, QFont::DemiBold, false}, {12, QFont::Normal, false},
    {12, QFont::Medium, false},   {11, QFont::DemiBold, false}, {11, QFont::Normal, false},
    {12, QFont::Normal, true},    {11, QFont::Normal, true},
};
static_assert(std::size(faces) == size_t(TextStyle::MonoSmall) + 1);

/// Holds the colours in the order of Tone.
constexpr QColor Tokens::*tones[] = {&Tokens::text,   &Tokens::text2,    &Tokens::text3,
                                     &Tokens::link,   &Tokens::good,     &Tokens::warning,
                                     &Tokens::danger, &Tokens::disabled, &Tokens::testText};
static_assert(std::size(tones) == size_t(Tone::OnTest) + 1);

} // namespace

const Tokens &tokens()
{
    return currentLook().tokens;
}

QColor color(Tone tone)
{
    return tokens().*tones[size_t(tone)];
}

QFont font(TextStyle style)
{
    const Look &look = currentLook();
    const Face wanted = faces[size_t(style)];
    QFont font(wanted.mono ? look.monoFamily : look.family);
    font.setPixelSize(int(std::lround(wanted.pixels * look.scale)));
    font.setWeight(wanted.weight);
    if (wanted.mono)
        font.setStyleHint(QFont::Monospace);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

int px(int length)
{
    return int(std::lround(length * currentLook().scale));
}

Theme::Theme(QApplication &app, ThemeMode mode)
    : m_app(app)
    , m_mode(mode)
    , m_systemFont(QApplication::font())
{
    apply();
    m_app.installEventFilter(this);
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    bool dark = m_mode == ThemeMode::Dark;
    if (m_mode == ThemeMode::System) {
        // Qt 6.4 cannot be asked for the colour scheme: without a palette of ours it gives the platform's.
        QApplication::setPalette(QPalette());
        dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    }
    auto *style = new Style(makeLook(dark ? darkTokens() : lightTokens(), m_systemFont));
    QApplication::setStyle(style); // takes it over
    QApplication::setPalette(style->palette());
    QApplication::setFont(font(TextStyle::Body));
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_mode == ThemeMode::System && !m_applying)
        apply();
    return QObject::eventFilter(watched, event);
}

} // namespace tilldeck::ui

#include "moc_theme.cpp"
