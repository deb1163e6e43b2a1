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

ledger::AsksForTheSame sameRequestAs(const ReadyCreation &ready, const QString &key,
                                     const std::optional<checkout::Quote> &quote)
{
    const auto contents = [](const providers::PreparedRequest &request) {
        return std::pair(request.text().url, contentsOf(request.body()));
    };
    return [contents, quote, key, provider = ready.provider,
            asked = contents(ready.write)](const checkout::SessionDraft &earlier) {
        const auto write = provider->prepareCreation(checkout::priced(earlier, quote), key);
        return write && contents(*write) == asked;
    };
}

} // namespace tilldeck::desk
