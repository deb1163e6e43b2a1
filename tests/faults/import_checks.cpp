// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/import_checks.h"

#include "faults/import_steps.h"

#include "desk/session_import.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tilldeck::faults {

using desk::SessionImport;
using Kind = Step::Kind;

namespace {

/// Returns the titles of a file for @p provider, and the cells of a row with "TAG" in the place of its text.
QByteArrayList linesFor(const QString &provider)
{
    if (provider == "khaime"_L1)
        return {"flow;customer_email;customer_country;pricing;pricing_currency;charge_currency;description",
                "khaime.charge;jane@example.com;NG;90.00;USD;NGN;TAG"};
    if (provider == "ikawaari"_L1)
        return {"mode;item_name;item_amount;item_currency;success_url;return_url",
                "payment;TAG;7500;XOF;https://example.com/thanks;https://example.com/basket"};
    return {"customer_id;item_price_id;item_quantity;custom_fields.order;success_url",
            "cus_abc123;price_premium;1;TAG;https://example.com/thanks"};
}

/// Says what must be true of one row of a file.
class RowCheck
{
public:
    RowCheck(const Truth &truth, const QList<JournalRow> &journal, QString tag)
        : m_tag(std::move(tag))
        , m_made(truth.madeWith(m_tag).size())
    {
        for (const JournalRow &row : journal) {
            if (row.kind == "create"_L1 && row.draft.contains(m_tag))
                m_states << row.state;
        }
    }

    qsizetype intents() const { return m_states.size(); }
    qsizetype in(const QString &state) const { return m_states.count(state); }
    qsizetype made() const { return m_made; }

    QStringList wrong(qsizetype meant, bool isRecovered) const
    {
        QStringList wrong;
        const auto expect = [&](bool holds, const QString &otherwise) {
            if (!holds)
                wrong << u"the row %1 %2 (%3 there, intents: %4)"_s.arg(m_tag, otherwise)
                             .arg(m_made)
                             .arg(m_states.join(u", "_s));
        };
        const qsizetype unsent = in(u"planned"_s) + in(u"rejected"_s);
        expect(m_made <= intents() - unsent, u"is there more often than it was sent"_s);
        expect(in(u"confirmed"_s) <= m_made, u"is said to be created, and is not"_s);
        const bool isOpen = in(u"unknown"_s) + in(u"abandoned"_s) > 0;
        expect(isOpen || in(u"confirmed"_s) == m_made, u"is there, and nobody says so"_s);
        expect(intents() - in(u"rejected"_s) <= 1 + meant, u"was asked for twice without a question"_s);
        expect(!isRecovered || in(u"planned"_s) == 0, u"is not sent after recovery"_s);
        return wrong;
    }

private:
    QString m_tag;
    qsizetype m_made;
    QStringList m_states;
};

} // namespace

QString writeRows(const World &world, const Action &action)
{
    const QString path = world.dataFolder() + u"-rows.csv"_s;
    const QByteArrayList lines = linesFor(action.provider);
    QByteArray bytes = lines.first() + '\n';
    for (int row = 0; row < action.codes; ++row)
        bytes += QByteArray(lines.last()).replace("TAG", rowTag(action, row).toUtf8()) + '\n';
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("The rows could not be written.");
    return path;
}

void readRows(const QByteArray &out, Action &action)
{
    const QJsonArray rows = QJsonDocument::fromJson(out).object()[u"rows"_s].toArray();
    for (const auto &each : rows) {
        const QString status = each[u"status"_s].toString();
        const QString tag = rowTag(action, each[u"line"_s].toInt() - firstLineOfRows);
        if (status == "created"_L1)
            action.made << tag;
        else if (status == "refused"_L1)
            action.notMade << tag;
    }
}

QStringList recoverImports(desk::Desk &desk, const QString &account)
{
    QStringList problems;
    const auto imports = desk.journal().imports(account).result();
    for (const ledger::ImportBatch &batch : *imports) {
        if (batch.notSent == 0)
            continue;
        SessionImport import(desk);
        QEventLoop loop;
        QObject::connect(&import, &SessionImport::finished, &loop, [&](const std::optional<checkout::Error> &error) {
            if (error)
                problems << u"an import cannot be gone on with: "_s + error->sentence;
            loop.quit();
        });
        import.resume(account, batch.id, {});
        if (import.isRunning())
            loop.exec();
    }
    return problems;
}

QStringList wrongImports(const Truth &truth, const QList<Action> &actions, const QList<JournalRow> &journal,
                         bool isRecovered)
{
    QStringList wrong;
    for (const Action &action : actions) {
        if (action.kind != Kind::Import)
            continue;
        const auto meant = std::ranges::count_if(actions, [&action](const Action &other) {
            return other.kind == Kind::Import && other.tag == action.tag && other.isMeant;
        });
        const auto same = std::ranges::count_if(
            actions, [&action](const Action &other) { return other.kind == Kind::Import && other.tag == action.tag; });
        std::optional<qsizetype> intents;
        for (int row = 0; row < action.codes; ++row) {
            const QString tag = rowTag(action, row);
            const RowCheck check(truth, journal, tag);
            wrong += check.wrong(meant, isRecovered);
            if (intents.value_or(check.intents()) != check.intents())
                wrong << u"of the file with %1, not all rows or none were planned"_s.arg(tag);
            intents = check.intents();
            if (action.made.contains(tag) && check.made() == 0)
                wrong << u"the row %1 was said to be created, and is not there"_s.arg(tag);
            if (same == 1 && action.notMade.contains(tag) && check.made() > 0)
                wrong << u"the row %1 was said to be refused, and is there"_s.arg(tag);
        }
    }
    return wrong;
}

} // namespace tilldeck::faults
