// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full at a chosen moment.
#pragma once

#include <QDir>
#include <QFile>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <utility>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Puts a small disk in the place of a folder, with its files, while it lives; where that is not allowed, no file of
/// this process may grow beyond a limit.
class SmallDisk
{
public:
    /// @p path is a folder whose files nobody has open.
    SmallDisk(QString path, qint64 freeBytes)
        : m_path(std::move(path))
    {
        const QDir folder(m_path);
        const QString beside = m_path + u"-beside"_s;
        QDir().mkpath(beside);
        copyAll(m_path, beside);
        m_isMounted = mount("tmpfs", QFile::encodeName(m_path).constData(), "tmpfs", 0, "size=8m") == 0;
        sayWhich(m_isMounted);
        if (m_isMounted) {
            copyAll(beside, m_path);
            leave(freeBytes);
        } else {
            std::signal(SIGXFSZ, SIG_IGN);
            qint64 largest = 0;
            for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
                largest = std::max(largest, file.size());
            getrlimit(RLIMIT_FSIZE, &m_before);
            rlimit limit = m_before;
            limit.rlim_cur = static_cast<rlim_t>(largest + freeBytes);
            setrlimit(RLIMIT_FSIZE, &limit);
        }
    }

    /// Returns whether it is a disk, and no limit of this process.
    bool isMounted() const { return m_isMounted; }

    /// Removes what fills the disk.
    void makeRoom()
    {
        QFile::remove(m_path + u"/filler"_s);
        if (!m_isMounted)
            setrlimit(RLIMIT_FSIZE, &m_before);
    }

    ~SmallDisk()
    {
        makeRoom();
        if (m_isMounted)
            umount2(QFile::encodeName(m_path).constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    /// Says once in a run what stands for a full disk.
    static void sayWhich(bool isMounted)
    {
        static bool isSaid = false;
        if (!std::exchange(isSaid, true))
            qInfo("The full disk is %s.", isMounted ? "a small file system" : "a limit to the size of files");
    }

    static void copyAll(const QString &from, const QString &to)
    {
        for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files))
            QFile::copy(file.filePath(), to + u'/' + file.fileName());
    }

    void leave(qint64 bytes)
    {
        QFile filler(m_path + u"/filler"_s);
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            qFatal("The disk cannot be filled.");
        const QByteArray block(4096, 'x');
        while (filler.write(block) == block.size()) {
        }
        filler.resize(std::max<qint64>(0, filler.size() - bytes));
    }

    QString m_path;
    bool m_isMounted = false;
    rlimit m_before{};
};

} // namespace tilldeck::test
