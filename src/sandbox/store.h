// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

namespace tilldeck::sandbox {

/// A page of documents and how many match in all.
struct Page
{
    QList<QJsonObject> items;
    qint64 total = 0;

    /// Returns what @p view makes of each document.
    template <typename View> QJsonArray viewed(View view) const
    {
        QJsonArray views;
        for (const QJsonObject &document : items)
            views << view(document);
        return views;
    }
};

/// A test of a document's members.
struct Condition
{
    enum Test { AtLeast, AtMost, Among, Contains };
    QStringList members; ///< one of them has to pass
    Test test = Among;
    QVariantList values; ///< any of them for Among, else the first; Contains ignores the case of a to z
};

/// Which documents a list shows. An empty status or parent matches everything.
struct Selection
{
    int limit = 20;
    qint64 offset = 0;
    QString status = {};
    QString parent = {};
    bool newestFirst = false;         ///< instead of in the order of writing
    QString sortMember = {};          ///< member of the documents to sort by, before the order of writing
    QList<Condition> conditions = {}; ///< all of them have to hold
    QString after = {};               ///< id of the document that precedes the first, in the order of writing
};

/// The sandbox's state: JSON documents in one SQLite file (0600), by kind ("prices", "sessions") and id.
/// Lives on the thread that opened it.
class Store
{
public:
    explicit Store(const QString &dataDir);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Opens the file, and creates it and its folder where needed. Returns what went wrong, or an empty text.
    QString open();

    /// Writes a document; Selection filters by @p status and @p parent. Writing an id again replaces the document but
    /// keeps its place. Returns false when it could not be written.
    [[nodiscard]] bool put(const QString &kind, const QString &id, const QJsonObject &body, const QString &status = {},
                           const QString &parent = {});
    std::optional<QJsonObject> get(const QString &kind, const QString &id) const;
    Page list(const QString &kind, const Selection &selection) const;

    /// Changes the status of all documents whose "expires_at" is not after @p now (both ISO 8601 UTC with the same
    /// decimals) from @p from to @p to. Returns them as they are after that.
    QList<QJsonObject> moveOverdue(const QString &kind, const QString &from, const QString &to, const QString &now);

    /// Commits what @p work writes, or nothing when it returns false. Excludes every other writer meanwhile. May be
    /// nested.
    [[nodiscard]] bool inTransaction(const std::function<bool()> &work);

    QString dataDir() const { return m_dataDir; }

private:
    QString m_dataDir;
    QString m_connection;
    QSqlDatabase m_db;
    int m_depth = 0;
};

} // namespace tilldeck::sandbox
