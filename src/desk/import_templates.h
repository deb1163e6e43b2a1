// SPDX-License-Identifier: GPL-3.0-or-later
// What a merchant says about the files of one shop or program, kept under a name.
#pragma once

#include "checkout/error.h"
#include "sheets/sheet.h"

#include <QStringList>

namespace tilldeck::desk {

class Desk;

/// Keeps templates in `import_templates.json` of the data directory (0600). A template has what SheetChoices have, but
/// for the draft that all rows have. Errors: Storage, in a sentence; nothing is written over a file that cannot be
/// read.
class ImportTemplates
{
public:
    explicit ImportTemplates(QString dataDirectory);

    checkout::Result<QStringList> names() const;
    /// Error, beside Storage: NotFound for a name that nothing is kept under.
    checkout::Result<sheets::SheetChoices> named(const QString &name) const;
    /// Writes a template, in the place of one of the same name.
    checkout::Result<void> save(const QString &name, const sheets::SheetChoices &choices);
    /// Error, beside Storage: NotFound.
    checkout::Result<void> remove(const QString &name);

private:
    QString m_path;
};

/// Keeps what a merchant says about a file under @p name, as ImportTemplates::save() does. Error, beside Storage:
/// InvalidInput where the name, or the title of a column, holds a key.
checkout::Result<void> saveImportTemplate(const Desk &desk, const QString &name, const sheets::SheetChoices &choices);

} // namespace tilldeck::desk
