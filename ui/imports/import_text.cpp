// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/import_text.h"

#include "money/format.h"

#include <QCoreApplication>

namespace tilldeck::ui {

namespace {

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::ui::ImportText)
};

} // namespace

QString sumsText(const std::vector<money::Money> &sums)
{
    QStringList texts;
    for (const money::Money &sum : sums)
        texts << money::format(sum, QLocale());
    return QLocale().createSeparatedList(texts);
}

QString createText(desk::Desk &desk, const QString &accountId, int sessions)
{
    const auto account = desk.accounts().byId(accountId);
    const accounts::Mode mode = account ? account->mode : accounts::Mode::Live;
    switch (mode) {
    case accounts::Mode::Live:
        return ImportText::tr("Create %Ln live session(s)", nullptr, sessions);
    case accounts::Mode::Test:
        return ImportText::tr("Create %Ln test session(s)", nullptr, sessions);
    case accounts::Mode::Sandbox:
        break;
    }
    return ImportText::tr("Create %Ln sandbox session(s)", nullptr, sessions);
}

} // namespace tilldeck::ui
