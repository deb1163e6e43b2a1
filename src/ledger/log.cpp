// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/log.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

Q_LOGGING_CATEGORY(ledgerLog, "tilldeck.ledger", QtWarningMsg)

QString statementName(const QString &statement)
{
    static const QRegularExpression named(
        uR"(^\s*(?:(SELECT)\b.*?\bFROM\s+(\w+)|((?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|ALTER TABLE|CREATE TABLE|PRAGMA)\s+\w+)|(CREATE (?:UNIQUE )?INDEX \w+)|(\w+)))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = named.match(statement);
    if (match.hasCaptured(1))
        return match.captured(1) + u" FROM "_s + match.captured(2);
    return match.captured(match.lastCapturedIndex());
}

} // namespace tilldeck::ledger
