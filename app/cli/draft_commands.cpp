// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a draft document before anything is created.
#include "listing.h"
#include "preview_shapes.h"
#include "session_commands.h"
#include "session_text.h"

#include "checkout/check_address.h"
#include "checkout/pricing.h"
#include "checkout/tidy_draft.h"
#include "checkout/validate.h"
#include "desk/preview_once.h"
#include "desk/refuse_keys.h"
#include "files/read_input.h"
#include "ledger/draft_document.h"

#include <QCoroTask>
#include <QFile>

#include <cstdio>

namespace tilldeck::cli {

using checkout::Error;
using checkout::ErrorKind;

namespace {

constexpr qsizetype mostDraftBytes = 1 << 20;

/// Returns what standard input holds, as far as it may be a draft.
std::optional<QByteArray> fromStandardInput()
{
    QFile file;
    if (!file.open(stdin, QIODevice::ReadOnly))
        return std::nullopt;
    QByteArray document;
    while (document.size() <= mostDraftBytes) {
        const QByteArray part = file.read(mostDraftBytes + 1 - document.size());
        if (part.isEmpty())
            break;
        document += part;
    }
    return document;
}

} // namespace

checkout::Result<checkout::SessionDraft> readDraft(const std::string &from)
{
    const QString path = QString::fromStdString(from);
    const auto document = from == "-" ? fromStandardInput() : files::readInput(path, mostDraftBytes + 1);
    if (!document)
        return std::unexpected(
            Error(ErrorKind::InvalidInput, SessionText::tr("The draft %1 cannot be read.").arg(path)));
    if (document->size() > mostDraftBytes)
        return std::unexpected(Error(ErrorKind::InvalidInput, SessionText::tr("The draft is larger than 1 MiB.")));
    return ledger::decodeDraft(*document);
}

void noteRemarks(const checkout::SessionDraft &draft, const checkout::Capabilities &can)
{
    using checkout::Field;
    for (const auto &[url, field] :
         {std::pair(draft.successUrl, Field::SuccessUrl), std::pair(draft.returnUrl, Field::ReturnUrl)}) {
        if (const QString remark = checkout::addressRemark(url, field, can); !remark.isEmpty())
            Context::note(SessionText::tr("%1: %2", "URL, sentences").arg(url, remark));
    }
}

Exit preview(Context &context, const std::string &from)
{
    const auto draft = readDraft(from);
    if (!draft)
        return context.fail(draft.error());
    return withAccount(context, [&](const accounts::Account &account) {
        const auto catalog = catalogOf(context, account.id);
        if (!catalog)
            return context.fail(catalog.error());
        const checkout::SessionDraft asked = checkout::tidied(*draft, *catalog);
        const checkout::Capabilities can = context.desk().capabilities(account.id, asked.flow);
        const auto problems =
            checkout::validate(asked, can, *catalog, context.desk().now(), desk::keysKnownTo(context.desk()));
        noteRemarks(asked, can);
        // The provider is not asked to quote a draft that is known to be wrong.
        const auto priced = problems.empty()
                                ? QCoro::waitFor(desk::previewOnce(context.deskPointer(), account.id, asked, *catalog))
                                : checkout::priceLocally(asked, *catalog, context.desk().now());
        context.print(previewJson(priced, problems), previewText(priced, problems));
        if (priced.quoteError)
            return exitFor(*priced.quoteError);
        return problems.empty() ? Exit::Done : Exit::Rejected;
    });
}

} // namespace tilldeck::cli
