// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

/// What a document must hold.
struct Condition
{
    enum Test { AtLeast, AtMost, Among, Contains };
    QStringList members; ///< one of them that passes is enough
    Test test = Among;
    QVariantList values; ///< Among takes any of them, the other tests the first; Contains ignores the case of a to z
};

/// What a list call asks for. An empty STATUS or PARENT matches everything.
struct Selection
{
    int limit = 20;
    qint64 offset = 0;
    QString status = {};
    QString parent = {};
    bool newestFirst = false; ///< else in the order of writing
    QString sortMember = {};  ///< member of the documents that decides before the order of writing, in its direction
    QList<Condition> conditions = {}; ///< all of them hold
    QString after = {};               ///< only what follows the document of this id in the order of writing
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

    /// Creates the folder and the file where needed; an empty text means it is open, else what went wrong.
    QString open();

    /// STATUS and PARENT are what Selection filters by. Writing an id again replaces the document, not its place.
    /// False when it could not be written.
    [[nodiscard]] bool put(const QString &kind, const QString &id, const QJsonObject &body, const QString &status = {},
                           const QString &parent = {});
    std::optional<QJsonObject> get(const QString &kind, const QString &id) const;
    Page list(const QString &kind, const Selection &selection) const;

    /// Gives every document in status FROM whose "expires_at" is not after NOW (both ISO 8601 UTC with the same
    /// decimals) the status TO. Answers them as they are now.
    QList<QJsonObject> moveOverdue(const QString &kind, const QString &from, const QString &to, const QString &now);

    /// All of WORK is kept, or nothing when it answers false. Excludes every other writer while it runs. May be nested.
    [[nodiscard]] bool inTransaction(const std::function<bool()> &work);

    QString dataDir() const { return m_dataDir; }

private:
    QString m_dataDir;
    QString m_connection;
    QSqlDatabase m_db;
    int m_depth = 0;
};

} // namespace tilldeck::sandbox
