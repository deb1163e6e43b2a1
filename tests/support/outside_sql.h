// SPDX-License-Identifier: GPL-3.0-or-later
// Changes a data file as another program would, while the program under test has it open.
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tilldeck::test {

using namespace Qt::StringLiterals;

/// Runs @p statement on @p file and returns the first value that it answers.
inline QVariant outside(const QString &file, const QString &statement)
{
    QVariant value;
    const QString name = u"outside-sql"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(file));
        QSqlQuery query(database);
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        if (query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

/// Makes @p file refuse what @p event names ("UPDATE ON session"), as a full disk does, until the object is gone.
class Refusing
{
public:
    Refusing(const QString &file, const QString &event)
        : m_file(file)
    {
        outside(file, u"CREATE TRIGGER refusing BEFORE %1 BEGIN SELECT RAISE(ABORT, 'refused by the test'); END"_s.arg(
                          event));
    }
    ~Refusing() { end(); }
    Refusing(const Refusing &) = delete;
    Refusing &operator=(const Refusing &) = delete;

    void end() const { outside(m_file, u"DROP TRIGGER IF EXISTS refusing"_s); }

private:
    QString m_file;
};

/// Holds up whatever else writes @p file, as a program that is writing does, until the object is gone. It can be read
/// meanwhile.
class HoldingUp
{
public:
    explicit HoldingUp(const QString &file)
    {
        m_database.setDatabaseName(file);
        if (!m_database.open() || !QSqlQuery(m_database).exec(u"BEGIN IMMEDIATE"_s))
            qFatal("%s cannot be held up", qPrintable(file));
    }
    ~HoldingUp()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"holding-up"_s);
    }
    /// Writes something that nobody else sees before commit().
    void exec(const QString &statement) const
    {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }
    void commit() const { exec(u"COMMIT"_s); }
    HoldingUp(const HoldingUp &) = delete;
    HoldingUp &operator=(const HoldingUp &) = delete;

private:
    QSqlDatabase m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"holding-up"_s);
};

} // namespace tilldeck::test
