// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secret_clipboard.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace tilldeck::ui {

namespace {

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
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (!m_hash.isEmpty() && !holdsSecret()) {
            m_timer.stop();
            m_hash.clear();
            emit ended();
        }
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
    const bool ours = holdsSecret();
    m_timer.stop();
    m_hash.clear();
    if (ours)
        m_clipboard->clear();
    emit ended();
}

} // namespace tilldeck::ui

#include "moc_secret_clipboard.cpp"
