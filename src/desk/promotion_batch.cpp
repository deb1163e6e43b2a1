// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/promotion_batch.h"

#include "desk/csv.h"
#include "desk/use_case_log.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

#include <cmath>

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using End = PromotionBatch::Made::End;

namespace {

constexpr int mostCodes = 10'000;
constexpr int longestPattern = 64;
/// After so many codes in a row without an answer, no further one is sent.
constexpr int mostUnknownInARow = 3;

/// Letters and digits without those that are mistaken for one another: 0 and O, 1, I and L.
constexpr QLatin1StringView letters("ABCDEFGHJKMNPQRSTUVWXYZ23456789");

QString codeOf(const QString &pattern)
{
    QString code = pattern.toUpper();
    for (QChar &character : code) {
        if (character == u'#')
            character = letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    }
    return code;
}

/// Returns @p count different codes, in the order in which they are sent.
QStringList codesOf(const QString &pattern, int count)
{
    QStringList codes;
    QSet<QString> used;
    while (codes.size() < count) {
        const QString code = codeOf(pattern);
        if (used.contains(code))
            continue;
        used.insert(code);
        codes << code;
    }
    return codes;
}

bool isPatternCharacter(QChar character)
{
    const char16_t c = character.toUpper().unicode();
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'#';
}

/// Returns whether the next code would fail in the same way.
bool endsTheBatch(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
    case ErrorKind::Unsupported:
        return true;
    default:
        return false;
    }
}

} // namespace

PromotionBatch::PromotionBatch(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(&desk)
{
}

std::expected<double, QString> PromotionBatch::check(const QString &pattern, int count)
{
    if (count < 1 || count > mostCodes)
        return std::unexpected(tr("Enter how many codes to make, %1 at most.").arg(mostCodes));
    if (pattern.isEmpty())
        return std::unexpected(tr("Enter a pattern, for example SUMMER-####."));
    if (pattern.size() > longestPattern)
        return std::unexpected(tr("This pattern is too long. %1 characters are the most.").arg(longestPattern));
    if (!std::ranges::all_of(pattern, isPatternCharacter))
        return std::unexpected(tr("Use letters, digits, - and _ in the pattern, and # for what changes."));
    const double possible = std::pow(double(letters.size()), double(pattern.count(u'#')));
    if (possible < count)
        return std::unexpected(
            tr("This pattern gives only %1 different codes. Add another #.").arg(qRound64(possible)));
    return possible;
}

void PromotionBatch::start(const Order &order)
{
    if (m_running || !check(order.pattern, order.count))
        return;
    m_made.clear();
    m_cancelled = false;
    m_running = true;
    run(order);
}

void PromotionBatch::cancel()
{
    m_cancelled = true;
}

http::Task<void> PromotionBatch::run(Order order)
{
    const QPointer<PromotionBatch> self(this);
    const QPointer<Desk> desk = m_desk;
    const UseCaseLog log("createPromotionCodes", order.accountId);
    std::optional<Error> failure;
    const auto provider = co_await desk->writer(order.accountId);
    if (!self)
        co_return;
    if (!provider)
        failure = provider.error();
    const QStringList codes = failure ? QStringList() : codesOf(order.pattern, order.count);
    int unknownInARow = 0;
    for (const QString &code : codes) {
        if (m_cancelled || failure)
            break;
        checkout::PromotionCode wanted;
        wanted.code = code;
        wanted.couponId = order.couponId;
        wanted.maxRedemptions = order.maxRedemptions;
        wanted.expiresAt = order.expiresAt;
        const QString key = QUuid::createUuid().toString(QUuid::Id128);
        const ProviderHandle &asked = *provider;
        const auto write = asked->preparePromotionCode(wanted, key);
        const auto answer = co_await providers::send(write);
        if (!self)
            co_return;
        Made made;
        made.code = code;
        if (!answer) {
            made.end = checkout::mayHaveTakenEffect(answer.error()) ? End::Unknown : End::Refused;
            const Error &error = answer.error();
            made.note =
                error.details.isEmpty()
                    ? error.sentence
                    : tr("%1 Details: “%2”", "sentence, the provider's own words").arg(error.sentence, error.details);
            unknownInARow = made.end == End::Unknown ? unknownInARow + 1 : 0;
            if (endsTheBatch(answer.error()) || unknownInARow == mostUnknownInARow)
                failure = answer.error();
        } else {
            unknownInARow = 0;
        }
        m_made.push_back(made);
        emit progressed(static_cast<int>(m_made.size()), order.count);
        if (!self)
            co_return;
    }
    m_running = false;
    log.end(loggedEnd(failure));
    emit finished(failure);
}

QByteArray PromotionBatch::csv() const
{
    const auto result = [](End end) {
        switch (end) {
        case End::Created:
            return tr("Created");
        case End::Refused:
            return tr("Refused");
        case End::Unknown:
            break;
        }
        return tr("Outcome unknown");
    };
    QByteArray csv = csvCell(tr("Code")) + ',' + csvCell(tr("Result")) + ',' + csvCell(tr("Note")) + "\r\n";
    for (const Made &made : m_made)
        csv += csvCell(made.code) + ',' + csvCell(result(made.end)) + ',' + csvCell(made.note) + "\r\n";
    return csv;
}

} // namespace tilldeck::desk

#include "moc_promotion_batch.cpp"
