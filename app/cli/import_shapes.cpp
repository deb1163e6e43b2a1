// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_shapes.h"

#include "import_text.h"
#include "shape_parts.h"

#include "desk/import_result.h"
#include "desk/labels.h"
#include "desk/make_checkout_url.h"
#include "desk/mask_token.h"

namespace tilldeck::cli {

using namespace Qt::StringLiterals;

using desk::ImportReview;
using desk::SessionImport;

namespace {

QString separatorName(char separator)
{
    if (separator == '\t')
        return ImportText::tr("tabs", "what separates the cells of a file");
    return separator == ';' ? ImportText::tr("semicolons", "what separates the cells of a file")
                            : ImportText::tr("commas", "what separates the cells of a file");
}

QString writtenTotals(const ImportReview &review)
{
    QStringList totals;
    for (const money::Money &total : review.totals())
        totals << written(total);
    return totals.join(u", "_s);
}

} // namespace

QJsonArray cellProblemsJson(const ImportReview &review)
{
    QJsonArray problems;
    for (const sheets::CellProblem &problem : review.problems)
        problems.append(QJsonObject{{u"line"_s, problem.line},
                                    {u"column"_s, orNull(problem.column)},
                                    {u"text"_s, orNull(problem.text)},
                                    {u"sentence"_s, problem.sentence}});
    return problems;
}

QStringList cellProblemLines(const ImportReview &review)
{
    constexpr qsizetype mostShown = 60;
    QStringList lines;
    for (const sheets::CellProblem &problem : review.problems) {
        const QString text = problem.text.size() > mostShown ? problem.text.left(mostShown) + u'…' : problem.text;
        if (problem.column.isEmpty())
            lines << ImportText::tr("Line %L1: %2", "number, sentence").arg(problem.line).arg(problem.sentence);
        else if (text.isEmpty())
            lines << ImportText::tr("Line %L1, %2: %3", "number, title of a column, sentence")
                         .arg(problem.line)
                         .arg(problem.column, problem.sentence);
        else
            lines << ImportText::tr("Line %L1, %2, “%3”: %4", "number, title of a column, text, sentence")
                         .arg(problem.line)
                         .arg(problem.column, text, problem.sentence);
    }
    if (review.problemCount > lines.size())
        lines << ImportText::tr("There are %Ln more.", "problems",
                                review.problemCount - static_cast<int>(lines.size()));
    return lines;
}

QStringList readingLines(const ImportReview &review)
{
    QStringList lines{ImportText::tr("Read as %1 with %2; the titles are in line %L3.", "encoding, semicolons, number")
                          .arg(sheets::nameOf(review.encoding), separatorName(review.separator))
                          .arg(review.titleLine)};
    QStringList used;
    for (const sheets::SheetColumn &column : review.columns) {
        if (column.target)
            used << ImportText::tr("%1 is %2", "title of a column, name of a field")
                        .arg(column.title, column.target->name);
    }
    if (!used.isEmpty())
        lines << used.join(u"; "_s);
    if (const QStringList unused = review.unusedColumns(); !unused.isEmpty())
        lines << ImportText::tr("Not used: %1.", "titles of columns").arg(unused.join(u", "_s));
    return lines;
}

QJsonObject reviewJson(const ImportReview &review)
{
    QJsonArray columns;
    for (const sheets::SheetColumn &column : review.columns)
        columns.append(QJsonObject{{u"title"_s, column.title},
                                   {u"field"_s, column.target ? orNull(column.target->name) : QJsonValue()}});
    QJsonArray rows;
    for (const ImportReview::Row &row : review.rows)
        rows.append(QJsonObject{{u"line"_s, row.line},
                                {u"amount"_s, minor(row.amount)},
                                {u"currency"_s, code(row.amount)},
                                {u"reference"_s, orNull(row.draft.reference)}});
    QJsonArray totals;
    for (const money::Money &total : review.totals())
        totals.append(moneyJson(total));
    return {{u"encoding"_s, sheets::nameOf(review.encoding)},
            {u"separator"_s, QString(QLatin1Char(review.separator))},
            {u"titles_in_line"_s, review.titleLine},
            {u"columns"_s, columns},
            {u"rows"_s, rows},
            {u"totals"_s, totals},
            {u"unpriced"_s, review.unpriced()},
            {u"same_rows"_s, review.sameRows},
            {u"problem_count"_s, review.problemCount},
            {u"problems"_s, cellProblemsJson(review)}};
}

QStringList reviewLines(const ImportReview &review)
{
    constexpr int lineWidth = 8;
    constexpr int amountWidth = 18;
    QStringList lines;
    const checkout::Catalog noNames;
    for (const ImportReview::Row &row : review.rows)
        lines << QStringList{padded(QString::number(row.line), lineWidth), padded(written(row.amount), amountWidth),
                             desk::customerLabel(row.draft, noNames), desk::itemsLabel(row.draft, noNames),
                             row.draft.reference}
                     .join(u"  "_s)
                     .trimmed();
    const QString count =
        ImportText::tr("%Ln session(s) would be created.", nullptr, static_cast<int>(review.rows.size()));
    const QString totals = writtenTotals(review);
    lines << (totals.isEmpty() ? count : ImportText::tr("%1 Together: %2.", "sentence, amounts").arg(count, totals));
    if (review.unpriced() > 0)
        lines << ImportText::tr("Of %Ln, the amount is not known.", nullptr, review.unpriced());
    if (review.sameRows > 0)
        lines << ImportText::tr("%Ln row(s) ask for the same as another row.", nullptr, review.sameRows);
    return lines;
}

QJsonObject rowJson(const SessionImport::Row &row, const accounts::Account &account, bool reveal)
{
    const checkout::Session &session = row.record.session;
    const QString url = desk::handOutUrl(session, account);
    const QString token =
        reveal || session.secureToken.isEmpty() ? session.secureToken : desk::maskToken(session.secureToken);
    return {{u"line"_s, row.line},
            {u"status"_s, desk::statusOfRow(row)},
            {u"id"_s, orNull(session.id)},
            {u"url"_s, orNull(reveal ? url : desk::maskUrl(url, session.secureToken))},
            {u"token"_s, orNull(token)},
            {u"amount"_s, minor(row.record.amount)},
            {u"currency"_s, code(row.record.amount)},
            {u"reference"_s, orNull(row.reference)},
            {u"intent"_s, orNull(row.intentId)},
            {u"kept"_s, row.end != SessionImport::End::NotKept},
            {u"message"_s, orNull(row.note)}};
}

QString rowLine(const SessionImport::Row &row, const accounts::Account &account, bool reveal)
{
    constexpr int lineWidth = 8;
    constexpr int statusWidth = 15;
    const checkout::Session &session = row.record.session;
    const QString url = desk::handOutUrl(session, account);
    return QStringList{padded(QString::number(row.line), lineWidth), padded(desk::statusOfRow(row), statusWidth),
                       session.id, reveal ? url : desk::maskUrl(url, session.secureToken), row.note}
        .join(u"  "_s)
        .trimmed();
}

QJsonObject batchJson(const ledger::ImportBatch &batch)
{
    return {{u"import"_s, batch.id},
            {u"file"_s, batch.source},
            {u"planned_at"_s, moment(batch.plannedAt)},
            {u"rows"_s, batch.all},
            {u"created"_s, batch.made},
            {u"earlier"_s, batch.earlier},
            {u"refused"_s, batch.refused},
            {u"outcome_unknown"_s, batch.unknown},
            {u"not_created"_s, batch.abandoned},
            {u"not_sent"_s, batch.notSent},
            {u"cancelled"_s, batch.cancelled},
            {u"running"_s, batch.isRunning}};
}

QString batchLine(const ledger::ImportBatch &batch)
{
    const QString at = batch.plannedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
    const QString sentence =
        batch.isRunning ? ImportText::tr("It runs at this moment: %1", "sentence").arg(desk::importSentence(batch))
                        : desk::importSentence(batch);
    return QStringList{batch.id, at, batch.source, sentence}.join(u"  "_s);
}

} // namespace tilldeck::cli
