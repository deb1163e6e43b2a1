// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/file_review.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace tilldeck::ui {

/// Reviews a file in pieces of some milliseconds, so that the window goes on meanwhile. Sends nothing.
class FileReading : public QObject
{
    Q_OBJECT

public:
    explicit FileReading(desk::Desk &desk, QObject *parent = nullptr);

    /// Reads @p path from its beginning; what was being read is dropped.
    void start(const QString &accountId, const QString &path, const sheets::SheetChoices &choices,
               const checkout::Catalog &catalog);
    void stop();
    bool isReading() const { return m_file.has_value(); }
    /// Returns how much was read, from 0 to 1.
    double progress() const { return m_file ? m_file->progress() : 1; }

signals:
    /// Emitted when the titles were found; @p review says how the file is read.
    void opened(const tilldeck::desk::ImportReview &review);
    void read(const std::vector<tilldeck::desk::ReviewedRow> &rows);
    /// Emitted at the end of the file.
    void finished(const tilldeck::desk::ImportReview &review);
    void failed(const tilldeck::checkout::Error &error);

private:
    void step();

    desk::Desk &m_desk;
    std::optional<desk::FileReview> m_file;
    QTimer m_next;
};

} // namespace tilldeck::ui
