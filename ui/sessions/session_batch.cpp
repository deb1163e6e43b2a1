// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/session_batch.h"

#include "desk/expire_session.h"
#include "desk/refresh_session.h"

namespace tilldeck::ui {

using checkout::ErrorKind;
using ledger::SessionRecord;

namespace {

constexpr size_t mostReasons = 3;
constexpr qsizetype mostNamed = 3;

/// Returns whether every further call would fail in the same way.
bool endsAll(ErrorKind kind)
{
    return kind == ErrorKind::Unauthorised || kind == ErrorKind::Offline || kind == ErrorKind::RateLimited;
}

} // namespace

SessionBatch::SessionBatch(desk::Desk &desk, SessionActions *actions, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_actions(actions)
{
}

void SessionBatch::start(Call call, std::vector<SessionRecord> records)
{
    if (m_running || records.empty())
        return;
    m_call = call;
    m_waiting.assign(records.begin(), records.end());
    m_total = static_cast<int>(records.size());
    m_done = m_failed = 0;
    m_reasons.clear();
    m_running = true;
    m_cancelled = false;
    next();
}

void SessionBatch::next()
{
    if (m_waiting.empty() || m_cancelled) {
        m_running = false;
        emit finished(sentence());
        return;
    }
    const QString number = QLocale().toString(m_done + m_failed + 1);
    const QString total = QLocale().toString(m_total);
    emit progress(m_call == Call::Expire ? tr("Expiring %1 of %2…").arg(number, total)
                                         : tr("Checking %1 of %2…").arg(number, total));
    const SessionRecord record = m_waiting.front();
    m_waiting.pop_front();
    if (m_actions->isBusy(record.key)) {
        ++m_failed;
        addReason(tr("Its provider is being asked about it already."), record);
        return next();
    }
    m_actions->setBusy(record.key, true);
    auto task = m_call == Call::Expire ? desk::expireSession(&m_desk, record.accountId, record.session.id)
                                       : desk::refreshSession(&m_desk, record.accountId, record.session.id);
    m_tasks.start(std::move(task),
                  [this, record](const checkout::Result<SessionRecord> &result) { addResult(record, result); });
}

void SessionBatch::addResult(const SessionRecord &record, const checkout::Result<SessionRecord> &result)
{
    m_actions->setBusy(record.key, false);
    if (result) {
        ++m_done;
    } else {
        ++m_failed;
        addReason(result.error().sentence, record);
        m_cancelled = m_cancelled || endsAll(result.error().kind);
        if (result.error().kind == ErrorKind::Unauthorised)
            emit keyNeeded(record.accountId);
    }
    // Queued: many immediate results would nest calls on the stack.
    QMetaObject::invokeMethod(this, &SessionBatch::next, Qt::QueuedConnection);
}

void SessionBatch::addReason(const QString &reason, const SessionRecord &record)
{
    const QString name = record.customerLabel.isEmpty()
                             ? record.session.id
                             : tr("%1 of %2", "session, customer").arg(record.session.id, record.customerLabel);
    const auto known = std::ranges::find(m_reasons, reason, &std::pair<QString, QStringList>::first);
    if (known != m_reasons.end())
        known->second << name;
    else if (m_reasons.size() < mostReasons)
        m_reasons.emplace_back(reason, QStringList(name));
}

/// Returns which sessions could not be done, and why: "cs_1, cs_2 and 3 more: the reason".
QString SessionBatch::whyText() const
{
    QStringList texts;
    for (const auto &[reason, sessions] : m_reasons) {
        QStringList named = sessions.mid(0, mostNamed);
        if (sessions.size() > mostNamed)
            named << tr("%Ln more", "sessions", static_cast<int>(sessions.size() - mostNamed));
        texts << tr("%1: %2", "sessions, why they could not be done").arg(QLocale().createSeparatedList(named), reason);
    }
    return texts.join(u' ');
}

QString SessionBatch::sentence() const
{
    const QString done = QLocale().toString(m_done);
    const QString failed = QLocale().toString(m_failed);
    const QString left = QLocale().toString(m_waiting.size());
    const QString why = whyText();
    const bool expired = m_call == Call::Expire;
    if (m_failed == 0 && m_waiting.empty())
        return expired ? tr("%1 expired.").arg(done) : tr("%1 checked.").arg(done);
    if (m_failed == 0)
        return expired ? tr("%1 expired, %2 left as they were.").arg(done, left)
                       : tr("%1 checked, %2 not.").arg(done, left);
    if (m_waiting.empty())
        return expired ? tr("%1 expired, %2 could not be: %3").arg(done, failed, why)
                       : tr("%1 checked, %2 could not be: %3").arg(done, failed, why);
    return expired ? tr("%1 expired, %2 could not be, %3 left as they were: %4").arg(done, failed, left, why)
                   : tr("%1 checked, %2 could not be, %3 not tried: %4").arg(done, failed, left, why);
}

} // namespace tilldeck::ui

#include "moc_session_batch.cpp"
