// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/file_reading.h"

#include <QElapsedTimer>

namespace tilldeck::ui {

namespace {

/// Half a frame: the window stays fluid.
constexpr int pieceTime = 8; // milliseconds

} // namespace

FileReading::FileReading(desk::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_next, &QTimer::timeout, this, &FileReading::step);
}

void FileReading::start(const QString &accountId, const QString &path, const sheets::SheetChoices &choices,
                        const checkout::Catalog &catalog)
{
    stop();
    auto file = desk::FileReview::open(m_desk, accountId, path, choices, catalog);
    if (!file)
        return emit failed(file.error());
    m_file.emplace(std::move(*file));
    m_next.start(0);
    emit opened(m_file->review());
}

void FileReading::stop()
{
    m_next.stop();
    m_file.reset();
}

void FileReading::step()
{
    QElapsedTimer since;
    since.start();
    std::vector<desk::ReviewedRow> rows;
    bool isEnd = false;
    while (!isEnd && since.elapsed() < pieceTime) {
        if (auto row = m_file->next())
            rows.push_back(std::move(*row));
        else
            isEnd = true;
    }
    if (!isEnd)
        return emit read(rows);
    m_next.stop();
    desk::FileReview file = std::move(*m_file);
    m_file.reset();
    if (!rows.empty())
        emit read(rows);
    if (file.failure())
        emit failed(*file.failure());
    else
        emit finished(file.take());
}

} // namespace tilldeck::ui

#include "moc_file_reading.cpp"
