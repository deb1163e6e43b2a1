// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include "context.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include <termios.h>
#include <unistd.h>

namespace tilldeck::cli {

namespace {

struct InterruptionText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Interruption)
};

constexpr std::array ending{SIGINT, SIGTERM, SIGHUP};

// What a signal handler works with, which gets no arguments of its own.
std::array<char, 4096> lastWords;
size_t lastSize;
termios shownInput;
termios hiddenInput;

extern "C" void sayAndEnd(int /*signal*/)
{
    // Nothing else may be called here; a reader that is gone changes nothing.
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, lastWords.data(), lastSize);
    _exit(static_cast<int>(Exit::OutcomeUnknown));
}

extern "C" void showInputAndEnd(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &shownInput);
    std::signal(signal, SIG_DFL);
    raise(signal); // once this has returned
}

extern "C" void showInputAndStop(int /*signal*/)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &shownInput);
    raise(SIGSTOP);
    tcsetattr(STDIN_FILENO, TCSANOW, &hiddenInput);
}

std::array<int, 2> stopPipe{-1, -1};

volatile std::sig_atomic_t isStopAsked = 0;

extern "C" void askToStop(int signal)
{
    if (isStopAsked != 0)
        sayAndEnd(signal);
    isStopAsked = 1;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(stopPipe[1], &byte, 1);
}

/// Has @p handler called at @p signal, unless whoever started the program has it ignored.
void handle(int signal, void (*handler)(int))
{
    struct sigaction before = {};
    if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
        return;
    struct sigaction after = {};
    after.sa_handler = handler;
    after.sa_flags = SA_RESTART;
    sigemptyset(&after.sa_mask);
    sigaction(signal, &after, nullptr);
}

void setLastWords(const QStringList &lines)
{
    const QByteArray words = joinedLines(lines).toUtf8() + '\n';
    lastSize = std::min(static_cast<size_t>(words.size()), lastWords.size());
    std::copy_n(words.begin(), lastSize, lastWords.begin());
}

} // namespace

Interruption::Interruption(const QStringList &lines)
{
    setLastWords(lines);
    for (const int signal : ending)
        handle(signal, sayAndEnd);
}

Interruption::~Interruption()
{
    for (const int signal : ending)
        handle(signal, SIG_DFL);
}

StopSignal::StopSignal(std::function<void()> stop)
{
    lastSize = 0;
    isStopAsked = 0;
    if (pipe(stopPipe.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(stopPipe[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this, stop = std::move(stop)] {
        m_notifier->setEnabled(false);
        stop();
    });
    for (const int signal : ending)
        handle(signal, askToStop);
}

StopSignal::~StopSignal()
{
    for (const int signal : ending)
        handle(signal, SIG_DFL);
    m_notifier.reset();
    for (int &end : stopPipe)
        close(std::exchange(end, -1));
}

void StopSignal::setLines(const QStringList &lines)
{
    setLastWords(lines);
}

QStringList interruptedCreation(const Context &context, const accounts::Account &account)
{
    const QString options = context.accountOptions(account.name);
    return {
        InterruptionText::tr("Interrupted: it is not known whether the session was created. Do not create it again "
                             "before you have looked: tilldeck-cli session list --refresh %1")
            .arg(options),
        InterruptionText::tr("If it is listed without an answer: tilldeck-cli session resolve INTENT %1").arg(options)};
}

QStringList interruptedRefund(const Context &context, const accounts::Account &account, const QString &paymentId)
{
    const QString options = context.accountOptions(account.name);
    return {InterruptionText::tr("Interrupted: it is not known whether the money was given back. Do not give it back "
                                 "again before you have looked: tilldeck-cli transaction show %1 %2")
                .arg(paymentId, options),
            InterruptionText::tr("If a refund of unknown outcome is listed: tilldeck-cli transaction resolve REFUND %1")
                .arg(options)};
}

QStringList interruptedEntry(const Context &context, const accounts::Account &account)
{
    const QString options = context.accountOptions(account.name);
    return {InterruptionText::tr("Interrupted: it is not known what was made. Do not ask for it again before you have "
                                 "looked: tilldeck-cli promotion unfinished %1")
                .arg(options),
            InterruptionText::tr("What is listed was made: tilldeck-cli promotion list %1").arg(options)};
}

QStringList interruptedImport(const Context &context, const accounts::Account &account, const QString &id)
{
    if (id.isEmpty())
        return {InterruptionText::tr("Interrupted: nothing was sent.")};
    return {InterruptionText::tr("Interrupted: rows that were under way may have been created, and are of unknown "
                                 "outcome. The others are planned still: tilldeck-cli import --resume %1 %2")
                .arg(id, context.accountOptions(account.name))};
}

http::Secret keyFromPrompt(const QString &prompt)
{
    tcgetattr(STDIN_FILENO, &shownInput);
    hiddenInput = shownInput;
    hiddenInput.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    for (const int signal : ending)
        handle(signal, showInputAndEnd);
    handle(SIGTSTP, showInputAndStop);
    // Before the prompt: what is typed at once is neither shown nor dropped.
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hiddenInput);
    QTextStream err(stderr);
    err << prompt << Qt::flush;
    const QString line = QTextStream(stdin).readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownInput);
    for (const int signal : ending)
        handle(signal, SIG_DFL);
    handle(SIGTSTP, SIG_DFL);
    err << Qt::endl;
    return http::Secret(line.trimmed());
}

} // namespace tilldeck::cli
