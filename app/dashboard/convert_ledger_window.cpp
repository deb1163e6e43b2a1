// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/convert_ledger_window.h"

#include "ledger/ledger.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProgressDialog>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

namespace {

struct ConvertLedgerText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::dashboard::ConvertLedger)
};

} // namespace

void convertLedger(const QString &dataDirectory)
{
    static constexpr int steps = 1000;
    std::optional<QProgressDialog> dialog; // Only where there is something to wait for.
    const auto converted = ledger::Ledger::convert(dataDirectory, [&dialog](qint64 done, qint64 total) {
        if (!dialog) {
            dialog.emplace(QString(), QString(), 0, steps); // without a button: it goes on at the next start anyway
            dialog->setWindowTitle(u"Tilldeck"_s);
            dialog->setWindowModality(Qt::ApplicationModal);
            dialog->setMinimumDuration(0);
        }
        const QLocale locale;
        dialog->setLabelText(ConvertLedgerText::tr("The ledger is brought to the form of this version: %1 of %2 rows.\n"
                                                   "If the program ends meanwhile, it goes on at the next start.")
                                 .arg(locale.toString(done), locale.toString(total)));
        dialog->setValue(total > 0 ? static_cast<int>(steps * (double(done) / double(total))) : 0);
    });
    Q_UNUSED(converted)
}

} // namespace tilldeck::dashboard
