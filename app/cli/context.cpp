// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "error_shapes.h"

#include "desk/data_directory.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace tilldeck::cli {

using checkout::Error;
using checkout::ErrorKind;
using http::Secret;

namespace {

struct ContextText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::cli::Context)
};

constexpr qint64 mostKeyBytes = 4096;

checkout::Result<http::Secret> keyFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 cannot be read.").arg(path)));
    const QByteArray bytes = file.read(mostKeyBytes).trimmed();
    if (bytes.isEmpty())
        return std::unexpected(Error(ErrorKind::InvalidInput, ContextText::tr("The key file %1 is empty.").arg(path)));
    return http::Secret(QString::fromUtf8(bytes));
}

Secret keyFromPrompt()
{
    QTextStream err(stderr);
    err << ContextText::tr("Secret key: ") << Qt::flush;
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const QString line = QTextStream(stdin).readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    err << Qt::endl;
    return http::Secret(line.trimmed());
}

} // namespace

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

bool Context::open()
{
    auto opened = desk::Desk::open(desk::dataDirectory());
    if (!opened) {
        fail(opened.error());
        return false;
    }
    m_desk = std::move(*opened);
    for (const desk::StorageTrouble &trouble : m_desk->storageTroubles()) {
        note(trouble.sentence);
        if (trouble.kind == desk::StorageTrouble::Kind::NoLedger)
            note(ContextText::tr("To rebuild the ledger from the journal: tilldeck-cli ledger rebuild"));
        if (trouble.canBeAccepted())
            note(ContextText::tr("To go on with the files as they are: tilldeck-cli ledger accept"));
    }
    return true;
}

checkout::Result<http::Secret> Context::givenKey(bool ask)
{
    if (!m_options.keyFile.empty())
        return keyFromFile(QString::fromStdString(m_options.keyFile));
    if (const QString fromEnvironment = qEnvironmentVariable("TILLDECK_KEY"); !fromEnvironment.isEmpty())
        return http::Secret(fromEnvironment.trimmed());
    if (ask && isatty(STDIN_FILENO) != 0)
        return keyFromPrompt();
    return http::Secret();
}

std::expected<accounts::Account, Exit> Context::accountWithKey()
{
    const QString name = QString::fromStdString(m_options.account);
    std::optional<accounts::Account> found = m_desk->accounts().byName(name);
    if (!found) {
        return std::unexpected(fail(Error(
            ErrorKind::InvalidInput,
            ContextText::tr("There is no account named \"%1\". Connect it with: tilldeck-cli account add").arg(name))));
    }
    auto key = givenKey(false);
    if (!key)
        return std::unexpected(fail(key.error()));
    if (key->isEmpty()) {
        const auto kept = QCoro::waitFor(m_desk->keys().key(found->id));
        if (kept)
            return *found;
        key = givenKey(true);
    }
    if (!key || key->isEmpty()) {
        return std::unexpected(fail(Error(
            ErrorKind::Unauthorised,
            ContextText::tr("There is no key for %1. Give it with --key-file or TILLDECK_KEY.").arg(found->name))));
    }
    m_desk->keys().keepForThisRun(found->id, *key);
    return *found;
}

void Context::print(const QJsonValue &json, const QString &text) const
{
    QTextStream out(stdout);
    if (!m_options.json) {
        out << text << Qt::endl;
        return;
    }
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    out << QString::fromUtf8(document.toJson(QJsonDocument::Indented)) << Qt::flush;
}

Exit Context::fail(const Error &error) const
{
    // open() has said it already.
    if (!m_desk || error.sentence != m_desk->whyNoWrites())
        note(error.sentence);
    for (const checkout::Problem &problem : error.problems) {
        if (problem.field == checkout::Field::Draft)
            continue;
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
    err << sentence << Qt::endl;
}

} // namespace tilldeck::cli
