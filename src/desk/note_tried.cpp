// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/note_tried.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::ErrorKind;

namespace {

constexpr std::array<std::pair<LookUpAnswer, QLatin1StringView>, 4> lookUpWords{
    {{LookUpAnswer::NotListed, "not_listed"_L1},
     {LookUpAnswer::Ambiguous, "ambiguous"_L1},
     {LookUpAnswer::WithoutUrl, "without_url"_L1},
     {LookUpAnswer::CannotTell, "cannot_tell"_L1}}};

} // namespace

QString lookUpWord(LookUpAnswer answer)
{
    for (const auto &[known, word] : lookUpWords) {
        if (known == answer)
            return word;
    }
    return {};
}

std::optional<LookUpAnswer> lookUpAnswerFrom(const QString &word)
{
    for (const auto &[answer, known] : lookUpWords) {
        if (known == word)
            return answer;
    }
    return std::nullopt;
}

QString sentAgainWord(SentAs how)
{
    switch (how) {
    case SentAs::SameKey:
        break;
    case SentAs::SameChange:
        return u"same_change"_s;
    case SentAs::RestOfBatch:
        return u"rest_of_batch"_s;
    }
    return {};
}

SentAs sentAgainFrom(const QString &word)
{
    for (const SentAs how : {SentAs::SameChange, SentAs::RestOfBatch}) {
        if (sentAgainWord(how) == word)
            return how;
    }
    return SentAs::SameKey;
}

void noteTried(Desk &desk, const QString &accountId, const QString &intentId, ledger::TimelineEvent::Kind kind,
               const QString &answer)
{
    desk.ledger().addEvent(accountId, intentId, {kind, answer, desk.now()});
}

void noteFailedLookUp(Desk &desk, const QString &accountId, const QString &intentId, const checkout::Error &error)
{
    // Without a key nobody was asked, and an ID that is refused here says nothing of the outcome.
    const bool isUnasked =
        error.httpStatus == 0 && (error.kind == ErrorKind::Unauthorised || error.kind == ErrorKind::InvalidInput);
    const bool isRefused = isUnasked || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::UnknownOutcome ||
                           error.kind == ErrorKind::Rejected || error.kind == ErrorKind::Storage;
    if (!isRefused)
        noteTried(desk, accountId, intentId, ledger::TimelineEvent::Kind::LookedUp, error.sentence);
}

} // namespace tilldeck::desk
