// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/intent_rows.h"

#include "ledger/columns.h"
#include "ledger/draft_document.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tilldeck::ledger {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct IntentRowText
{
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

constexpr QLatin1String
    intentColumns("id, account_id, body_hash, draft, opened_at, deadline_at, state, session_id, note, "
                  "kind, transaction_id, amount, currency, refunded_before, provider_opened_at");

} // namespace

std::vector<Intent> intentsWhere(const Connection &connection, const QString &condition, const QVariantList &values)
{
    QSqlQuery query = connection.exec(u"SELECT %1 FROM intent WHERE %2"_s.arg(intentColumns, condition), values);
    std::vector<Intent> intents;
    while (query.next()) {
        Intent intent;
        intent.id = query.value(0).toString();
        intent.accountId = query.value(1).toString();
        intent.bodyHash = query.value(2).toByteArray();
        intent.draft = draftFrom(query.value(3));
        intent.openedAt = timeFrom(query.value(4));
        intent.deadlineAt = timeFrom(query.value(5));
        intent.state = valueOf(query.value(6), IntentState::Unknown);
        intent.sessionId = query.value(7).toString();
        intent.note = query.value(8).toString();
        intent.kind = valueOf(query.value(9), IntentKind::Create);
        intent.transactionId = query.value(10).toString();
        intent.amount = amountFrom(query.value(11), query.value(12));
        intent.refundedBefore = amountFrom(query.value(13), query.value(12));
        intent.providerOpenedAt = timeFrom(query.value(14));
        intents.push_back(std::move(intent));
    }
    return intents;
}

void insertIntent(const Connection &connection, const Intent &intent, const QString &owner)
{
    const QByteArray hash = intent.bodyHash.isNull() ? QByteArray("") : intent.bodyHash;
    connection.exec(
        u"INSERT INTO intent (%1, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(intentColumns),
        {intent.id, intent.accountId, hash, QString::fromUtf8(encodeDraft(intent.draft)),
         intent.openedAt.toMSecsSinceEpoch(), timeColumn(intent.deadlineAt), storedName(intent.state), QVariant(),
         QVariant(), storedName(intent.kind), textColumn(intent.transactionId), amountColumn(intent.amount),
         currencyColumn(intent.amount), amountColumn(intent.refundedBefore), timeColumn(intent.providerOpenedAt),
         owner});
}

Intent intentFor(const Connection &connection, const QString &accountId, IntentKind kind, const QString &intentId)
{
    auto found =
        intentsWhere(connection, u"id = ? AND account_id = ? AND kind = ?"_s, {intentId, accountId, storedName(kind)});
    if (!found.empty())
        return std::move(found.front());
    throw SqlFailure(
        Error(ErrorKind::NotFound,
              kind == IntentKind::Refund
                  ? IntentRowText::tr("There is no refund with this ID in this account. Copy the ID from the "
                                      "payment that it was to be made of.")
                  : IntentRowText::tr("There is no creation with this ID in this account. Copy the ID from "
                                      "the list of sessions.")));
}

std::optional<Intent> earlierOf(const Connection &connection, const Intent &intent, const QDateTime &confirmedSince)
{
    auto found = intentsWhere(connection,
                              u"account_id = ? AND kind = ? AND ((body_hash = ? AND body_hash <> x'') OR draft = ?) "
                              "AND (state IN (?, ?) OR (state = ? AND opened_at >= ?)) "
                              "ORDER BY state = ?, key DESC LIMIT 1"_s,
                              {intent.accountId, storedName(IntentKind::Create), intent.bodyHash,
                               QString::fromUtf8(encodeDraft(intent.draft)), storedName(IntentState::Open),
                               storedName(IntentState::Unknown), storedName(IntentState::Confirmed),
                               confirmedSince.toMSecsSinceEpoch(), storedName(IntentState::Confirmed)});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Intent> refundsFor(const Connection &connection, const RefundAccounts &accounts,
                               const QString &transactionId)
{
    QVariantList values{transactionId, storedName(IntentKind::Refund)};
    QString condition = u"account_id = ?"_s;
    if (accounts.others) {
        condition = u"account_id NOT IN (%1)"_s.arg(QStringList(accounts.others->size(), u"?"_s).join(u','));
        for (const QString &other : *accounts.others)
            values << other;
    } else {
        values << accounts.own;
    }
    return intentsWhere(connection, u"transaction_id = ? AND kind = ? AND %1 ORDER BY key"_s.arg(condition), values);
}

} // namespace tilldeck::ledger
