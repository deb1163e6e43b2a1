// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secret_clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tilldeck::ui {

namespace {

constexpr auto lookAfter = 300ms; // clipboard managers fill an empty clipboard at once

QByteArray hashOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard *clipboard, QObject *parent, std::chrono::milliseconds lifetime)
    : QObject(parent)
    , m_clipboard(clipboard)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(lifetime);
    m_look.setSingleShot(true);
    m_look.setInterval(lookAfter);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(&m_look, &QTimer::timeout, this, &SecretClipboard::look);
    connect(m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (!m_hash.isEmpty() && !m_isCleared && !holdsSecret())
            end();
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (m_isCleared && state == Qt::ApplicationActive)
            clear();
    });
    // The destructor may run after the clipboard is gone.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard()
{
    // Who listens may be half destroyed: this is a child of it, perhaps.
    const QSignalBlocker blocker(this);
    if (QCoreApplication::instance())
        clear();
}

void SecretClipboard::copy(const QString &secret)
{
    auto *data = new QMimeData;
    data->setText(secret);
    data->setData(u"x-kde-passwordManagerHint"_s, "secret");
    m_hash = hashOf(secret);
    m_isCleared = false;
    m_look.stop();
    m_clipboard->setMimeData(data);
    m_timer.start();
}

void SecretClipboard::copyPlain(const QString &text)
{
    m_clipboard->setText(text);
}

bool SecretClipboard::holdsSecret() const
{
    return hashOf(m_clipboard->text()) == m_hash;
}

void SecretClipboard::clear()
{
    if (m_hash.isEmpty())
        return;
    m_timer.stop();
    // What another program's window hides from this one is not read as gone while it came from here.
    if (!holdsSecret() && !m_clipboard->ownsClipboard())
        return end();
    m_isCleared = true;
    m_clipboard->clear();
    m_look.start();
}

void SecretClipboard::look()
{
    if (holdsSecret())
        emit refused();
    else
        end();
}

void SecretClipboard::end()
{
    m_timer.stop();
    m_look.stop();
    m_hash.clear();
    m_isCleared = false;
    emit ended();
}

QString SecretClipboard::refusedText()
{
    return tr("It is still in the clipboard: this system did not let it be emptied. Copy something else.");
}

} // namespace tilldeck::ui

#include "moc_secret_clipboard.cpp"
