// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/kill_point.h"

#include <algorithm>
#include <array>

namespace tilldeck::faults {

using Kind = Step::Kind;

namespace {

QString journalKindOf(Kind kind)
{
    switch (kind) {
    case Kind::Create:
    case Kind::Import:
        return u"create"_s;
    case Kind::Refund:
        return u"refund"_s;
    case Kind::Codes:
        return u"promotion_code"_s;
    case Kind::CodeOff:
        return u"deactivate_code"_s;
    case Kind::Coupon:
        return u"coupon"_s;
    case Kind::CouponOff:
        return u"deactivate_coupon"_s;
    case Kind::Expire:
    case Kind::List:
    case Kind::Resolve:
        break;
    }
    return {};
}

bool isClosed(const JournalRow &row)
{
    return row.state != "open"_L1 && row.state != "planned"_L1;
}

} // namespace

QString nameOf(KillPoint point)
{
    constexpr std::array<const char *, killPoints> names = {
        "before the journal", "after the journal",       "mid-send",      "after the provider's commit",
        "mid-answer",         "before the local commit", "after the end", "in recovery",
        "without an intent",  "beside another writer"};
    return QString::fromLatin1(names.at(size_t(point)));
}

KillScene::KillScene(const World &world, const Action &action, bool isBesideWriter)
    : m_world(world)
    , m_action(action)
    , m_isBesideWriter(isBesideWriter)
    , m_done(isJournaled() ? doneAtProvider() : 0)
{
    const QList<JournalRow> rows = journalRowsOf(world.dataFolder());
    for (const JournalRow &row : rows) {
        m_states.insert(row.id, row.state);
        if (row.state == "open"_L1)
            m_leftOpen << row.id;
    }
}

bool KillScene::isJournaled() const
{
    return !journalKindOf(m_action.kind).isEmpty();
}

/// Returns how often the action was done at the provider, by this program and by those before.
qsizetype KillScene::doneAtProvider() const
{
    const Truth truth = m_world.truth(m_action.provider);
    const auto countCodes = [&] {
        return std::count_if(truth.codes.keyBegin(), truth.codes.keyEnd(),
                             [this](const QString &code) { return code.startsWith(m_action.codePrefix()); });
    };
    switch (m_action.kind) {
    case Kind::Create:
    case Kind::Import:
        return truth.madeWith(m_action.tag).size();
    case Kind::Refund:
        return truth.refunds.count(m_action.amount);
    case Kind::Codes:
        return countCodes();
    case Kind::CodeOff:
        return truth.codes.value(m_action.code) ? 0 : 1;
    case Kind::Coupon:
        return std::ranges::count_if(truth.coupons, [this](const QJsonObject &coupon) {
            return coupon[u"name"_s].toString() == m_action.codePrefix();
        });
    case Kind::CouponOff:
        return truth.coupons.value(m_action.code)[u"is_active"_s].toBool() ? 0 : 1;
    case Kind::Expire:
    case Kind::List:
    case Kind::Resolve:
        break;
    }
    return 0;
}

/// Returns the intents of the action that are new, or that are open again.
QList<JournalRow> KillScene::begun() const
{
    const QString kind = journalKindOf(m_action.kind);
    QList<JournalRow> rows = journalRowsOf(m_world.dataFolder());
    rows.removeIf([&](const JournalRow &row) {
        const auto before = m_states.constFind(row.id);
        const bool isReopened = before != m_states.cend() && row.state == "open"_L1 && !m_leftOpen.contains(row.id);
        return row.kind != kind || (before != m_states.cend() && !isReopened);
    });
    return rows;
}

bool KillScene::hasBegun() const
{
    const QList<JournalRow> rows = begun();
    return std::ranges::any_of(rows, [](const JournalRow &row) { return row.state == "open"_L1; });
}

bool KillScene::hasAnswer() const
{
    const QList<JournalRow> rows = begun();
    const QSet<QString> answered = rows.isEmpty() ? QSet<QString>() : intentsWithSession(m_world.dataFolder());
    return std::ranges::any_of(
        rows, [&](const JournalRow &row) { return row.state == "open"_L1 && answered.contains(row.id); });
}

bool KillScene::hasRecovered() const
{
    const QList<JournalRow> rows = journalRowsOf(m_world.dataFolder());
    return std::ranges::none_of(
        rows, [this](const JournalRow &row) { return row.state == "open"_L1 && m_leftOpen.contains(row.id); });
}

KillPoint KillScene::point(const QString &fault, bool isAnswered) const
{
    const KillPoint atFault = fault == "before_commit"_L1  ? KillPoint::MidSend
                              : fault == "after_commit"_L1 ? KillPoint::AfterCommit
                                                           : KillPoint::MidAnswer;
    if (m_isBesideWriter)
        return KillPoint::BesideWriter;
    const bool hasDealt = hasLeftovers() && hasRecovered();
    if (!isJournaled()) {
        if (hasDealt || (m_action.kind == Kind::Resolve && !fault.isEmpty()))
            return KillPoint::InRecovery;
        if (m_action.kind == Kind::Expire && isAnswered)
            return KillPoint::BeforeLocalCommit;
        return m_action.kind == Kind::Expire && !fault.isEmpty() ? atFault : KillPoint::WithoutIntent;
    }
    const QList<JournalRow> rows = begun();
    if (rows.isEmpty())
        return hasDealt ? KillPoint::InRecovery : KillPoint::BeforeJournal;
    if (std::ranges::all_of(rows, isClosed))
        return KillPoint::AfterEnd;
    const auto open = std::ranges::find(rows, u"open"_s, &JournalRow::state);
    if (open == rows.cend())
        return KillPoint::AfterJournal;
    if (!fault.isEmpty())
        return atFault;
    if (isAnswered || intentsWithSession(m_world.dataFolder()).contains(open->id))
        return KillPoint::BeforeLocalCommit;
    const auto madeBefore = std::ranges::count(rows, u"confirmed"_s, &JournalRow::state);
    return doneAtProvider() > m_done + madeBefore ? KillPoint::AfterCommit : KillPoint::AfterJournal;
}

} // namespace tilldeck::faults
