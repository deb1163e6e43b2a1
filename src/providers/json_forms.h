// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <functional>

namespace tilldeck::providers {

/// Says how a JSON text differs from one that was signed: "spaces and line breaks, the order of its names". Programs
/// that read JSON and write it anew change these and leave its meaning. Writes @p json in each of the forms that are
/// common (of jq and of many libraries; names in the order of @p names or of the alphabet) until @p fits returns
/// true; returns an empty text if none does, or if @p json is no JSON or larger than 64 KiB.
QString changeOfForm(const QByteArray &json, const QByteArrayList &names,
                     const std::function<bool(const QByteArray &)> &fits);

/// Says why @p body looks as if a program had written it anew: "it has line breaks"; empty if nothing hints at it.
QString signsOfReformatting(const QByteArray &body);

} // namespace tilldeck::providers
