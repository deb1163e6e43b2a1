// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/window_events.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace tilldeck::dashboard {

namespace {

/// Returns the path of the one file that is dragged; empty for anything else.
QString fileOf(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    const QFileInfo file(urls.front().toLocalFile());
    return file.isFile() ? file.filePath() : QString();
}

} // namespace

WindowEvents::WindowEvents(QWidget *window, std::function<bool()> mayTakeFile, std::function<bool()> mayClose)
    : QObject(window)
    , m_mayTakeFile(std::move(mayTakeFile))
    , m_mayClose(std::move(mayClose))
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool WindowEvents::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close && !m_mayClose()) {
        event->ignore();
        return true;
    }
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString path = fileOf(*drop);
    if (path.isEmpty() || !m_mayTakeFile())
        return false;
    drop->acceptProposedAction();
    if (isDrop)
        emit fileDropped(path);
    return true;
}

} // namespace tilldeck::dashboard

#include "moc_window_events.cpp"
