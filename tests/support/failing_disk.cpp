// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failing_disk.h"

#include <QFile>

#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <string>
#include <string_view>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

using Call = tilldeck::test::FailingDisk::Call;

struct FailingCalls
{
    std::mutex mutex;
    std::atomic<bool> isArmed = false;
    Call call = Call::Write;
    std::string path;
    int leftAlone = 0;
    int failures = 0;
};

FailingCalls &failingCalls()
{
    static FailingCalls calls;
    return calls;
}

bool diskFails(Call call, int file)
{
    FailingCalls &calls = failingCalls();
    if (!calls.isArmed)
        return false;
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    std::array<char, 4096> target{};
    const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
    const std::lock_guard lock(calls.mutex);
    if (length <= 0 || call != calls.call ||
        !std::string_view(target.data(), static_cast<std::size_t>(length)).starts_with(calls.path))
        return false;
    if (calls.leftAlone > 0) {
        --calls.leftAlone;
        return false;
    }
    ++calls.failures;
    errno = EIO;
    return true;
}

} // namespace

// In the place of those of the C library, for SQLite too.
extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    return diskFails(Call::Write, file) ? -1 : syscall(SYS_pwrite64, file, bytes, size, at);
}
extern "C" ssize_t write(int file, const void *bytes, size_t size)
{
    return diskFails(Call::Write, file) ? -1 : syscall(SYS_write, file, bytes, size);
}
extern "C" ssize_t pread64(int file, void *bytes, size_t size, off64_t at)
{
    return diskFails(Call::Read, file) ? -1 : syscall(SYS_pread64, file, bytes, size, at);
}
extern "C" int fdatasync(int file)
{
    return diskFails(Call::Sync, file) ? -1 : static_cast<int>(syscall(SYS_fdatasync, file));
}

namespace tilldeck::test {

FailingDisk::FailingDisk(Call call, const QString &path, int leftAlone)
{
    FailingCalls &calls = failingCalls();
    const std::lock_guard lock(calls.mutex);
    calls.call = call;
    calls.path = QFile::encodeName(path).toStdString();
    calls.leftAlone = leftAlone;
    calls.failures = 0;
    calls.isArmed = true;
}

FailingDisk::~FailingDisk()
{
    failingCalls().isArmed = false;
}

int FailingDisk::failures()
{
    FailingCalls &calls = failingCalls();
    const std::lock_guard lock(calls.mutex);
    return calls.failures;
}

} // namespace tilldeck::test
