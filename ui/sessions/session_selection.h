// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sessions/session_batch.h"

namespace tilldeck::ui {

class SecretClipboard;

/// Holds the actions on several selected sessions.
class SessionSelection : public QObject
{
    Q_OBJECT

public:
    SessionSelection(desk::Desk &desk, SessionActions *actions, SecretClipboard *clipboard, QWidget *window);

    /// Disables all actions for fewer than two records.
    void setRecords(std::vector<ledger::SessionRecord> records);
    /// Makes the actions those on all @p count sessions that @p filter lets through. They are read page by page when
    /// one of the actions is triggered.
    void setFilter(ledger::SessionFilter filter, qint64 count);
    const std::vector<ledger::SessionRecord> &records() const { return m_records; }
    /// Returns the filter, where all that it lets through are selected.
    const std::optional<ledger::SessionFilter> &filter() const { return m_filter; }
    qint64 count() const { return m_filter ? m_count : static_cast<qint64>(m_records.size()); }
    /// Applies the time that has passed.
    void update();

    void cancel();
    /// Ends a batch of other accounts than @p accountIds: the call under way ends, no other one leaves.
    void cancelOutside(const QStringList &accountIds);

    QAction *copyLinks, *refresh, *expire, *exportCsv;

signals:
    void progress(const QString &sentence);
    /// Emitted when the sessions of a filter are read, or are not to be read any more.
    void readingEnded();
    /// Emitted with a sentence about the result of an action, and the accounts that it was for.
    void finished(const QString &sentence, const QStringList &accountIds);
    /// Emitted with a sentence that is true until the clipboard is cleared.
    void linksCopied(const QString &sentence);
    void keyNeeded(const QString &accountId);

private:
    using Records = std::vector<ledger::SessionRecord>;

    QString link(const ledger::SessionRecord &record) const;
    bool canRefresh(const ledger::SessionRecord &record) const;
    bool canExpire(const ledger::SessionRecord &record) const;
    /// Calls @p then with the selected sessions for which @p fits, and how many those are that were looked at. Those of
    /// a filter are read first, from @p after on.
    template <class Fits, class Then> void withFitting(Fits fits, Then then);
    template <class Fits, class Then>
    void readFitting(quint64 reading, Fits fits, Then then, Records found, qint64 seen, ledger::PageKey after);
    void sayRead(qint64 seen);
    void copy(const Records &some, qint64 among);
    /// Counts why sessions are left out.
    struct LeftOut
    {
        qint64 over = 0, noCall = 0, asked = 0;
    };
    void askExpire(const Records &some, const LeftOut &left);
    void readExpirable();
    void startBatch(SessionBatch::Call call, const Records &records);

    desk::Desk &m_desk;
    SessionActions *m_actions;
    SecretClipboard *m_clipboard;
    QWidget *m_window;
    SessionBatch *m_batch;
    QStringList m_batchAccounts;
    Records m_records;
    std::optional<ledger::SessionFilter> m_filter;
    qint64 m_count = 0;    ///< Of the filter.
    quint64 m_reading = 0; ///< Reads of another selection are dropped.
    bool m_isReading = false;
};

} // namespace tilldeck::ui
