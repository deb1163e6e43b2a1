// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkout/session_draft.h"
#include "faults/schedule.h"

#include <QJsonObject>
#include <QStringList>

namespace tilldeck::faults {

using namespace Qt::StringLiterals;

/// Something that is done, and what the merchant was told of it. It travels to the window's program and back as JSON.
struct Action
{
    enum class Told {
        Made,
        Refused, ///< Nothing was made.
        Unknown,
        Nothing, ///< The program died first, or it was no write.
    };

    Step::Kind kind = Step::Kind::Create;
    QString provider;
    QString accountId;
    QString flow;             ///< Of a creation; empty: the usual one of the provider.
    QString tag;              ///< Of a creation, code or coupon: a text in what is made.
    qint64 amount = 0;        ///< Of a refund: minor units; another only when it is the same again.
    QString transactionId;    ///< Of a refund.
    int codes = 0;            ///< How many codes are asked for, or rows a file has.
    QString code;             ///< The code that is switched off, the coupon's id, or the session that is expired.
    bool isMeant = false;     ///< "Another one", where the same was asked for before.
    bool isSentAgain = false; ///< What is unknown is sent again under its key.
    bool isRefreshedBeside = false;
    bool isRefreshedFully = false;

    Told told = Told::Nothing;
    QString id;                    ///< Of what was made, as told.
    QStringList made, notMade;     ///< The codes that were said to be made, and to be refused.
    QStringList unknown;           ///< The codes whose outcome was said to be unknown.
    int madeCount = 0;             ///< Of the codes that were said to be made without being named.
    QString problem;               ///< What went wrong with the program itself.
    int stall = 0;                 ///< Milliseconds: see StallWatch.
    int wallStall = 0;             ///< Milliseconds: see StallWatch.
    int syncs = 0, syncsShown = 0; ///< How often a file was synced; the second, where the window lives.

    /// Returns the beginning of the codes that are asked for, and the name of the coupon.
    QString codePrefix() const { return tag.toUpper() + u'-'; }
    QJsonObject json() const;
    static Action from(const QJsonObject &json);
};

QString nameOf(Action::Told told);

/// Returns the session that @p action asks for.
checkout::SessionDraft draftOf(const Action &action);

} // namespace tilldeck::faults
