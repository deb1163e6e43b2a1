// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the permission to write from a folder, and from root what it may do without permission.
#pragma once

#include <QDir>
#include <QFile>

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tilldeck::test {

/// Returns whether the thread, and those that it starts, may pass over permissions from now on; before that, whether
/// they might.
inline bool mayPassOverPermissions(bool may)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2]{};
    if (syscall(SYS_capget, &header, data) != 0)
        return false;
    constexpr auto both = (1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH);
    const bool could = (data[0].effective & both) != 0;
    data[0].effective = may ? data[0].effective | (data[0].permitted & both) : data[0].effective & ~both;
    (void)syscall(SYS_capset, &header, data);
    return could;
}

/// Keeps a folder and the files in it from being written while it lives.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(QString path)
        : m_path(std::move(path))
        , m_could(mayPassOverPermissions(false))
    {
        setAll(QFile::ReadOwner, QFile::ReadOwner | QFile::ExeOwner);
    }
    ~ReadOnlyFolder()
    {
        mayPassOverPermissions(m_could);
        setAll(QFile::ReadOwner | QFile::WriteOwner, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ReadOnlyFolder(const ReadOnlyFolder &) = delete;
    ReadOnlyFolder &operator=(const ReadOnlyFolder &) = delete;

private:
    void setAll(QFile::Permissions files, QFile::Permissions folder) const
    {
        const bool opens = folder.testFlag(QFile::WriteOwner);
        if (opens)
            QFile::setPermissions(m_path, folder);
        const QDir dir(m_path);
        for (const QString &name : dir.entryList(QDir::Files))
            QFile::setPermissions(dir.filePath(name), files);
        if (!opens)
            QFile::setPermissions(m_path, folder);
    }

    QString m_path;
    bool m_could;
};

/// Keeps one file of a folder that can be written from being written while it lives.
class ReadOnlyFile
{
public:
    explicit ReadOnlyFile(QString path)
        : m_path(std::move(path))
        , m_could(mayPassOverPermissions(false))
    {
        QFile::setPermissions(m_path, QFile::ReadOwner);
    }
    ~ReadOnlyFile()
    {
        mayPassOverPermissions(m_could);
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    }
    ReadOnlyFile(const ReadOnlyFile &) = delete;
    ReadOnlyFile &operator=(const ReadOnlyFile &) = delete;

private:
    QString m_path;
    bool m_could;
};

} // namespace tilldeck::test
