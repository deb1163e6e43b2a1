// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/body_edit.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64(256) * 1024; // the events of the contracts have some KiB

/// Returns the path of the one file that @p source names; empty if it is something else.
QString fileOf(const QMimeData *source)
{
    const QList<QUrl> urls = source->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

BodyEdit::BodyEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    connect(this, &QPlainTextEdit::textChanged, this, &BodyEdit::showNote);
}

bool BodyEdit::isAsGiven() const
{
    return document()->toRawText() == m_givenText;
}

QByteArray BodyEdit::bytes() const
{
    if (isAsGiven())
        return m_given;
    // The raw text has U+00A0 and U+2028, which toPlainText() exchanges for a space and a line end.
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n').toUtf8();
}

void BodyEdit::keep(const QByteArray &bytes, const QString &file)
{
    m_given = bytes;
    m_givenText = document()->toRawText();
    m_file = file;
    showNote();
}

void BodyEdit::setBytes(const QByteArray &bytes)
{
    setPlainText(QString::fromUtf8(bytes));
    keep(bytes, {});
}

void BodyEdit::openFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return emit failed(tr("%1 cannot be read. Choose another file.", "file name").arg(name));
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        return emit failed(tr("%1 is larger than 256 KB, which no webhook event is.", "file name").arg(name));
    // As one step for Undo.
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(bytes));
    moveCursor(QTextCursor::Start);
    keep(bytes, name);
}

bool BodyEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return !fileOf(source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void BodyEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QString path = fileOf(source); !path.isEmpty())
        return openFile(path);
    QPlainTextEdit::insertFromMimeData(source);
    // Where that is all there is now, the box was empty or all of it was replaced.
    QTextDocument alone;
    alone.setPlainText(source->text());
    if (document()->toRawText() == alone.toRawText())
        keep(source->text().toUtf8(), {});
}

void BodyEdit::showNote()
{
    if (isAsGiven()) {
        if (m_file.isEmpty())
            return emit noteChanged({}, {});
        return emit noteChanged(m_file,
                                tr("%Ln bytes, as they are in the file", nullptr, static_cast<int>(m_given.size())));
    }
    const bool losesEnds = m_given.contains('\r') || m_given.contains("\xe2\x80\xa9");
    emit noteChanged({}, losesEnds && !document()->isEmpty()
                             ? tr("Changed here: each line end counts as LF. Paste it anew for its own.")
                             : QString());
}

} // namespace tilldeck::ui

#include "moc_body_edit.cpp"
