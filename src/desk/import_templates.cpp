// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/import_templates.h"

#include "desk/refuse_keys.h"
#include "files/write_whole.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;
using checkout::Result;
using sheets::Decimals;
using sheets::SheetChoices;

namespace {

struct TemplatesText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::ImportTemplates)
};

QString nameOf(Decimals decimals)
{
    switch (decimals) {
    case Decimals::Point:
        return u"point"_s;
    case Decimals::Comma:
        return u"comma"_s;
    case Decimals::Unsaid:
        break;
    }
    return {};
}

QJsonObject jsonOf(const SheetChoices &choices)
{
    QJsonObject targets;
    for (auto target = choices.targets.cbegin(); target != choices.targets.cend(); ++target)
        targets.insert(target.key(), *target);
    QJsonObject json{{u"columns"_s, targets}};
    if (choices.form.encoding)
        json.insert(u"encoding"_s, sheets::nameOf(*choices.form.encoding));
    if (choices.form.separator)
        json.insert(u"separator"_s, QString(QLatin1Char(*choices.form.separator)));
    if (choices.decimals != Decimals::Unsaid)
        json.insert(u"decimal"_s, nameOf(choices.decimals));
    if (choices.titlesInLine > 0)
        json.insert(u"titles_in_line"_s, choices.titlesInLine);
    if (choices.currency)
        json.insert(u"currency"_s, choices.currency->code());
    return json;
}

SheetChoices choicesOf(const QJsonObject &json)
{
    SheetChoices choices;
    choices.form.encoding = sheets::encodingNamed(json[u"encoding"_s].toString());
    if (const QString separator = json[u"separator"_s].toString(); separator.size() == 1)
        choices.form.separator = separator.front().toLatin1();
    const QString decimal = json[u"decimal"_s].toString();
    for (const Decimals each : {Decimals::Point, Decimals::Comma}) {
        if (decimal == nameOf(each))
            choices.decimals = each;
    }
    choices.titlesInLine = json[u"titles_in_line"_s].toInt();
    choices.currency = money::Currency::fromCode(json[u"currency"_s].toString());
    const QJsonObject targets = json[u"columns"_s].toObject();
    for (auto target = targets.begin(); target != targets.end(); ++target)
        choices.targets.insert(target.key(), target->toString());
    return choices;
}

/// Returns the templates by their names; none where the file is not there yet.
Result<QJsonObject> readTemplates(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    const QString shown = QDir::toNativeSeparators(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Error(ErrorKind::Storage, TemplatesText::tr("%1 cannot be read: %2").arg(shown, file.errorString())));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return std::unexpected(
            Error(ErrorKind::Storage,
                  TemplatesText::tr("%1 is damaged. Put it away to begin with new templates.").arg(shown)));
    return document.object();
}

Result<void> writeTemplates(const QString &path, const QJsonObject &all)
{
    const auto written =
        files::writeWhole(path, QJsonDocument(all).toJson(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!written)
        return std::unexpected(Error(
            ErrorKind::Storage,
            TemplatesText::tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), written.error())));
    return {};
}

Error templateNotFound(const QString &name)
{
    return {ErrorKind::NotFound, TemplatesText::tr("There is no template “%1”.").arg(name)};
}

} // namespace

ImportTemplates::ImportTemplates(QString dataDirectory)
    : m_path(QDir(dataDirectory).absoluteFilePath(u"import_templates.json"_s))
{
}

Result<QStringList> ImportTemplates::names() const
{
    const auto all = readTemplates(m_path);
    if (!all)
        return std::unexpected(all.error());
    return all->keys();
}

Result<SheetChoices> ImportTemplates::named(const QString &name) const
{
    const auto all = readTemplates(m_path);
    if (!all)
        return std::unexpected(all.error());
    if (!all->contains(name))
        return std::unexpected(templateNotFound(name));
    return choicesOf(all->value(name).toObject());
}

Result<void> ImportTemplates::save(const QString &name, const SheetChoices &choices)
{
    auto all = readTemplates(m_path);
    if (!all)
        return std::unexpected(all.error());
    all->insert(name, jsonOf(choices));
    return writeTemplates(m_path, *all);
}

Result<void> ImportTemplates::remove(const QString &name)
{
    auto all = readTemplates(m_path);
    if (!all)
        return std::unexpected(all.error());
    if (!all->contains(name))
        return std::unexpected(templateNotFound(name));
    all->remove(name);
    return writeTemplates(m_path, *all);
}

checkout::Result<void> saveImportTemplate(const Desk &desk, const QString &name, const sheets::SheetChoices &choices)
{
    if (const auto refused = refusedKeyIn(desk, choices.targets.keys() + QStringList(name)))
        return std::unexpected(*refused);
    return ImportTemplates(desk.dataDirectory()).save(name, choices);
}

} // namespace tilldeck::desk
