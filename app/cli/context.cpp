// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "error_shapes.h"
#include "interruption.h"

#include "checkout/outside_text.h"
#include "desk/data_directory.h"
#include "desk/remove_account.h"
#include "desk/same_shop.h"
#include "files/read_input.h"
#include "files/write_export.h"
#include "http/plain_text.h"
#include "http/process_secrets.h"
#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QStringDecoder>
#include <QTextStream>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using checkout::Error;
using checkout::ErrorKind;
using http::Secret;

namespace {

struct ContextText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Context)
};

constexpr qsizetype mostKeyBytes = 4096;

checkout::Result<http::Secret> keyFromFile(const QString &path)
{
    files::keepExportsOutOf(path);
    const auto found = files::readInput(path, mostKeyBytes + 1);
    if (!found)
        return std::unexpected(
            Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 cannot be read.").arg(path)));
    const QByteArray &bytes = *found;
    if (const QString wide = checkout::wideEncoding(bytes); !wide.isEmpty())
        return std::unexpected(
            Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 is written in %2. Save it as plain text in "
                                                           "UTF-8.",
                                                           "path, UTF-16")
                                               .arg(path, wide)));
    if (bytes.size() > mostKeyBytes)
        return std::unexpected(
            Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 holds more than a key.").arg(path)));
    // With its byte order mark, which is refused here as it is everywhere.
    QStringDecoder decode(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    const QString text = QString(decode(bytes)).trimmed();
    if (text.isEmpty())
        return std::unexpected(Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 is empty.").arg(path)));
    return http::Secret(text);
}

/// Returns @p text in quotes that make it one word of a shell, whatever it holds.
QString shellWord(QString text)
{
    static constexpr QStringView special = u"\"$`\\!";
    if (std::ranges::none_of(text, [](QChar character) { return special.contains(character); }))
        return u'"' + text + u'"';
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// Writes @p bytes to standard output, to the last one. Returns false where they found no room or no reader.
bool writeOut(const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

/// Says what helps about @p trouble on the command line; @p canAccept: whether the files can be gone on with.
/// Returns what says every few seconds how far a large ledger is converted.
std::function<void(qint64 done, qint64 total)> noteConversion()
{
    constexpr qint64 quietMs = 2'000;
    QElapsedTimer since;
    since.start();
    return [since, said = qint64(0)](qint64 done, qint64 total) mutable {
        if (since.elapsed() - said < quietMs)
            return;
        said = since.elapsed();
        Context::note(ContextText::tr("The ledger is brought to the form of this version: %1 of %2 rows.")
                          .arg(QLocale().toString(done), QLocale().toString(total)));
    };
}

void noteHelp(const desk::StorageTrouble &trouble, bool canAccept)
{
    if (trouble.kind == desk::StorageTrouble::Kind::NoLedger)
        Context::note(ContextText::tr("To rebuild the ledger from the journal: tilldeck-cli ledger rebuild"));
    if (canAccept && trouble.canBeAccepted())
        Context::note(ContextText::tr("To go on with the files as they are: tilldeck-cli ledger accept"));
}

} // namespace

QString joinedLines(const QStringList &lines)
{
    QStringList plain;
    for (const QString &line : lines)
        plain << http::withoutControls(line);
    return plain.join(u'\n');
}

Exit exitFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::UnknownOutcome:
        return Exit::OutcomeUnknown;
    case ErrorKind::Offline:
        return Exit::Unreachable;
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
        return Exit::NotAuthorised;
    default:
        return Exit::Rejected;
    }
}

Context::Context(Options options)
    : m_options(std::move(options))
    , m_environmentKey(http::takeFromEnvironment("TILLDECK_KEY"))
{
}

bool Context::open()
{
    const auto data = desk::dataDirectory();
    if (!data) {
        fail(data.error());
        return false;
    }
    // Whatever keeps it from that is said by whoever opens the ledger.
    const auto converted = ledger::Ledger::convert(*data, noteConversion());
    Q_UNUSED(converted)
    auto opened = desk::Desk::open(*data);
    if (!opened) {
        fail(opened.error());
        return false;
    }
    m_desk = std::move(*opened);
    if (!m_desk->accounts().removals().isEmpty())
        QCoro::waitFor(desk::resumeRemovals(m_desk.get()));
    m_saidAtStart = {m_desk->whyNoWrites()};
    const bool canAccept = desk::canBeAccepted(m_desk->storageTroubles());
    for (const desk::StorageTrouble &trouble : m_desk->storageTroubles()) {
        m_saidAtStart << trouble.sentence;
        note(trouble.sentence);
        noteHelp(trouble, canAccept);
    }
    return true;
}

checkout::Result<http::Secret> Context::givenKey(bool ask)
{
    if (!m_options.keyFile.empty())
        return keyFromFile(QString::fromStdString(m_options.keyFile));
    if (!m_environmentKey.isEmpty())
        return m_environmentKey;
    if (ask && isatty(STDIN_FILENO) != 0)
        return keyFromPrompt(ContextText::tr("Secret key: "));
    return http::Secret();
}

bool Context::isKeyGivenEachTime() const
{
    return !m_options.keyFile.empty() || !m_environmentKey.isEmpty();
}

std::expected<accounts::Account, Exit> Context::accountWithKey()
{
    auto found = accountWithAnyKey(QString::fromStdString(m_options.account));
    if (!found)
        return found;
    // Also for a command that asks nobody: what another shop's key has shown is nothing to decide by.
    const auto key = QCoro::waitFor(m_desk->keys().key(found->id));
    const desk::KeyLook look =
        key ? QCoro::waitFor(desk::lookAtKey(m_desk.get(), *found, desk::marksOf(*key))) : desk::KeyLook();
    if (!look.isStrange)
        return found;
    const Exit code = fail(desk::strangeKey(*found));
    note(
        ContextText::tr("If it is a new key of the same shop, say so once, with this key: tilldeck-cli account edit %1 "
                        "--same-shop. Otherwise connect it as an account of its own.")
            .arg(shellWord(found->name)));
    if (const QString joined = desk::joinedSentence(*found, desk::namesJoined(m_desk->accounts(), *found, look));
        !joined.isEmpty())
        note(joined);
    return std::unexpected(code);
}

std::expected<accounts::Account, Exit> Context::accountWithAnyKey(const QString &name)
{
    std::optional<accounts::Account> found = m_desk->accounts().byName(name);
    if (!found) {
        return std::unexpected(fail(
            Error(ErrorKind::InvalidInput,
                  ContextText::tr("There is no account named \"%1\". Connect it with: tilldeck-cli account add --help")
                      .arg(name))));
    }
    auto key = givenKey(false);
    if (!key)
        return std::unexpected(fail(key.error()));
    auto keychain = accounts::KeychainState::Ready;
    if (key->isEmpty()) {
        const auto kept = QCoro::waitFor(m_desk->keys().key(found->id));
        if (kept)
            return *found;
        keychain = m_desk->keys().keychain();
        if (keychain != accounts::KeychainState::Ready && isatty(STDIN_FILENO) != 0)
            note(accounts::missingKeySentence(keychain, found->name));
        key = givenKey(true);
    }
    if (!key || key->isEmpty()) {
        const Error missing(ErrorKind::Unauthorised, keychain == accounts::KeychainState::Ready
                                                         ? ContextText::tr("There is no key for %1.").arg(found->name)
                                                         : accounts::missingKeySentence(keychain, found->name));
        const Exit code = fail(missing);
        note(ContextText::tr("Give it with --key-file or TILLDECK_KEY."));
        return std::unexpected(code);
    }
    if (const QString problem = accounts::keyProblem(*found, key->reveal()); !problem.isEmpty())
        return std::unexpected(fail(Error(ErrorKind::InvalidInput, problem)));
    m_desk->keys().keepForThisRun(found->id, *key);
    return *found;
}

QString Context::accountOptions(const QString &name) const
{
    QString account = u"--account "_s + shellWord(name);
    if (m_options.keyFile.empty())
        return account;
    return account + u" --key-file "_s + shellWord(QString::fromStdString(m_options.keyFile));
}

void Context::print(const QByteArray &bytes, Answer answer)
{
    errno = 0;
    if (writeOut(bytes))
        return;
    const int why = errno;
    m_printing = answer == Answer::Made ? Exit::OutcomeUnknown : Exit::Rejected;
    // A reader that has seen enough of a list is gone on purpose.
    if (answer == Answer::Shown && why == EPIPE)
        return;
    note(ContextText::tr("The result could not be written to standard output: %1.", "the system's words")
             .arg(qt_error_string(why)));
    if (answer == Answer::Shown)
        return;
    note(ContextText::tr("This is what became of it. Read it before you try again:"));
    note(QString::fromUtf8(bytes).trimmed());
}

void Context::print(const QJsonValue &json, const QString &text, Answer answer)
{
    if (!m_options.json) {
        print(QString(http::withoutControls(text, u"\n") + u'\n').toUtf8(), answer);
        return;
    }
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    // JSON itself escapes the control characters below the space only.
    QString escaped;
    for (const QChar character : QString::fromUtf8(document.toJson(QJsonDocument::Indented))) {
        if (character >= u'\x7f' && character <= u'\x9f')
            escaped += u"\\u00%1"_s.arg(character.unicode(), 2, 16, QChar(u'0'));
        else
            escaped += character;
    }
    print(escaped.toUtf8(), answer);
}

Exit Context::endOf(Exit code)
{
    // Some file systems say only now that there was no room.
    if (m_printing == Exit::Done && std::fclose(stdout) != 0) {
        m_printing = Exit::Rejected;
        note(ContextText::tr("The result could not be written to standard output: %1.", "the system's words")
                 .arg(qt_error_string(errno)));
    }
    return code == Exit::Done ? m_printing : code;
}

Exit Context::fail(const Error &error)
{
    // open() has said it already, unless it was found since.
    const bool isNew = error.sentence.isEmpty() || !m_saidAtStart.contains(error.sentence);
    if (isNew)
        note(error.sentence);
    if (isNew && m_desk && error.sentence == m_desk->whyNoWrites()) {
        const bool canAccept = desk::canBeAccepted(m_desk->storageTroubles());
        for (const desk::StorageTrouble &trouble : m_desk->storageTroubles())
            noteHelp(trouble, canAccept);
    }
    for (const checkout::Problem &problem : error.problems) {
        if (problem.field == checkout::Field::Draft) {
            if (problem.sentence != error.sentence)
                note(ContextText::tr("  %1", "a sentence below another one").arg(problem.sentence));
            continue;
        }
        note(ContextText::tr("  %1: %2", "field, what is wrong").arg(fieldPath(problem), problem.sentence));
    }
    if (!error.details.isEmpty())
        note(ContextText::tr("  Details: %1").arg(error.details));
    if (!error.requestId.isEmpty())
        note(ContextText::tr("  Request ID: %1").arg(error.requestId));
    if (m_options.json)
        print(errorJson(error), QString());
    return exitFor(error);
}

void Context::note(const QString &sentence)
{
    QTextStream err(stderr);
    err << http::withoutControls(sentence, u"\n") << Qt::endl;
}

bool Context::isAnswered(const QString &question, QStringView word)
{
    QTextStream(stderr) << http::withoutControls(question, u"\n") << Qt::flush;
    // A stream made for each line would read ahead and drop what follows.
    std::string line;
    std::getline(std::cin, line);
    return QString::fromStdString(line).trimmed() == word;
}

} // namespace tilldeck::cli
