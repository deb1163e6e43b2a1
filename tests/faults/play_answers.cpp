// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the command line said, and looks up beside it.
#include "faults/play.h"

#include "faults/desk_steps.h"
#include "faults/import_checks.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

namespace tilldeck::faults {

using Kind = Step::Kind;
using Told = Action::Told;

void Play::lookUpBeside(Program &program, Action &action)
{
    constexpr int longest = 10'000; // milliseconds
    QEventLoop loop;
    bool hasAsked = false;
    QObject::connect(&m_world, &World::faultHappened, &loop, [&] {
        hasAsked = true;
        loop.quit();
    });
    program.whenEnded(&loop, [&loop] { loop.quit(); });
    QTimer::singleShot(longest, &loop, &QEventLoop::quit);
    if (program.isRunning())
        loop.exec();
    if (hasAsked && program.isRunning())
        ++m_counts.lookedUpAtOnce[nameOf(m_schedule.steps.front().kind)];
    performAt(m_world.desk(), action, [] {});
}

void Play::readAnswer(const Step &step, const Program::Ended &ended, Action &action)
{
    if (ended.isKilled)
        return;
    if (!ended.problem.isEmpty()) {
        m_problems << ended.problem;
        return;
    }
    const bool isWrite = action.kind == Kind::Create || action.kind == Kind::Refund || action.kind == Kind::CodeOff;
    const QJsonObject said = QJsonDocument::fromJson(ended.out).object();
    switch (ended.code) {
    case 0:
        action.id = said[action.kind == Kind::Refund ? u"refund_id"_s : u"id"_s].toString();
        // A refund may have been accepted only.
        if (action.kind == Kind::Refund && said[u"outcome"_s].toString() != "refunded"_L1)
            action.told = Told::Unknown;
        else if (isWrite)
            action.told = Told::Made;
        break;
    case 1:
    case 4:
    case 5:
    case 6: // the same was sent before
    case 7: // of many codes, some were made
        action.told = isWrite ? Told::Refused : Told::Nothing;
        break;
    case 3:
        action.told = isWrite ? Told::Unknown : Told::Nothing;
        break;
    default:
        m_problems
            << u"the command line ended with %1: %2"_s.arg(ended.code).arg(QString::fromUtf8(ended.out.right(400)));
    }
    constexpr int unknown = 3, unreachable = 4, sentBefore = 6;
    // Ikawaari lists no sessions, so a look-up of a creation asks nobody.
    const bool asksNobody = action.kind == Kind::Resolve && !m_isCertificateShown && ended.code == unknown;
    if (step.isShownWrongCertificate() && ended.code != unreachable && ended.code != sentBefore && !asksNobody)
        m_problems << u"the certificate was wrong, and the command line ended with %1"_s.arg(ended.code);
    if (action.kind == Kind::Codes)
        readCodes(ended.out, action);
    if (action.kind == Kind::Import)
        readRows(ended.out, action);
}

void Play::readCodes(const QByteArray &out, Action &action)
{
    const QJsonArray codes = QJsonDocument::fromJson(out).array();
    for (const auto &each : codes) {
        const QJsonObject code = each.toObject();
        const QString result = code[u"result"_s].toString();
        (result == "created"_L1   ? action.made
         : result == "refused"_L1 ? action.notMade
                                  : action.unknown)
            << code[u"code"_s].toString();
    }
}

} // namespace tilldeck::faults
