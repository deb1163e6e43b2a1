// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_result.h"

#include "desk/export_text.h"
#include "desk/make_checkout_url.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

QString statusOfRow(const SessionImport::Row &row)
{
    switch (row.end) {
    case SessionImport::End::Created:
    case SessionImport::End::NotKept:
        return u"created"_s;
    case SessionImport::End::Earlier:
        return u"earlier"_s;
    case SessionImport::End::Refused:
        return u"refused"_s;
    case SessionImport::End::Unknown:
        return u"outcome_unknown"_s;
    case SessionImport::End::NotSent:
        break;
    }
    return row.isCancelled ? u"cancelled"_s : u"not_sent"_s;
}

QByteArray importResult(const std::vector<SessionImport::Row> &rows, const accounts::Account &account, const Csv &csv)
{
    QByteArray bytes = csv.start();
    bytes += csv.line({csv.text(ExportText::tr("Line")), csv.text(ExportText::tr("Result")),
                       csv.text(ExportText::tr("Session ID")), csv.text(ExportText::tr("URL")),
                       csv.text(ExportText::tr("Token")), csv.text(ExportText::tr("Amount")),
                       csv.text(ExportText::tr("Currency")), csv.text(ExportText::tr("Reference")),
                       csv.text(ExportText::tr("Creation")), csv.text(ExportText::tr("Message"))});
    for (const SessionImport::Row &row : rows) {
        const checkout::Session &session = row.record.session;
        const bool isKeptOut = account.keepsTokensOut;
        bytes += csv.line({QByteArray::number(row.line), csv.text(statusOfRow(row)), csv.text(session.id),
                           csv.text(isKeptOut ? QString() : handOutUrl(session, account)),
                           csv.text(isKeptOut ? QString() : session.secureToken), csv.number(row.record.amount),
                           Csv::currency(row.record.amount), csv.text(row.reference), csv.text(row.intentId),
                           csv.text(row.note)});
    }
    return bytes;
}

bool isResultOver(const QString &path, const QString &source)
{
    const QString there = QFileInfo(path).canonicalFilePath(); // of a file that exists
    if (there.isEmpty() || source.isEmpty())
        return false;
    const bool isNameAlone = !source.contains(u'/');
    return there == QFileInfo(source).canonicalFilePath() || (isNameAlone && QFileInfo(there).fileName() == source);
}

} // namespace tilldeck::desk
