// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/same_contents.h"

#include "checkout/pricing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace tilldeck::desk {

namespace {

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QJsonValue inOneForm(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().simplified().normalized(QString::NormalizationForm_KC).toCaseFolded();
    if (value.isArray()) {
        std::vector<QJsonValue> entries;
        for (const auto &entry : value.toArray())
            entries.push_back(inOneForm(entry));
        std::ranges::sort(entries, {}, textOf);
        QJsonArray array;
        for (const QJsonValue &entry : entries)
            array.append(entry);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object; // its members are sorted
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        object.insert(it.key(), inOneForm(*it));
    return object;
}

} // namespace

QByteArray contentsOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull())
        return body;
    return textOf(inOneForm(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())));
}

ledger::AsksForTheSame sameRequestAs(const checkout::SessionDraft &sent, const std::optional<checkout::Quote> &quote,
                                     const ProviderHandle &provider)
{
    const auto requestOf = [provider](const checkout::SessionDraft &draft) {
        const auto write = provider->prepareCreation(draft, providers::describedKey);
        return write ? std::optional(std::pair(write->text().url, contentsOf(write->body()))) : std::nullopt;
    };
    return [requestOf, quote, asked = requestOf(sent)](const checkout::SessionDraft &earlier) {
        return asked && requestOf(checkout::priced(earlier, quote)) == asked;
    };
}

} // namespace tilldeck::desk
