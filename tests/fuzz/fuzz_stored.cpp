// SPDX-License-Identifier: GPL-3.0-or-later
// What is read back from this computer's own files: JSON in columns of ledger and journal, and accounts.json.
#include "accounts/account_store.h"
#include "fuzz/fuzz.h"
#include "ledger/entry_text.h"
#include "ledger/value_texts.h"

#include <QFile>
#include <QTemporaryDir>

using namespace tilldeck;

namespace {

/// What was read is written so that it reads the same.
template <class Read, class Write> void checkColumn(const QVariant &column, Read read, Write write)
{
    const QVariant written = write(read(column));
    fuzz::check(write(read(written)) == written);
}

void checkEntry(ledger::Intent::Kind kind, const QVariant &column)
{
    checkColumn(column, [kind](const QVariant &text) { return ledger::entryFrom(kind, text); }, &ledger::entryColumn);
}

void checkAccounts(const QByteArray &document)
{
    static const QTemporaryDir folder(QString::fromLatin1("/dev/shm/accounts-XXXXXX"));
    static accounts::AccountStore store(folder.path());
    QFile file(folder.filePath(QString::fromLatin1("accounts.json")));
    fuzz::check(file.open(QIODevice::WriteOnly) && file.write(document) == document.size());
    file.close();
    if (!store.load()) {
        fuzz::check(store.accounts().empty());
        return;
    }
    QSet<QString> ids;
    QSet<int> numbers;
    for (const accounts::Account &account : store.accounts()) {
        fuzz::check(!account.id.isEmpty() && !account.name.isEmpty() && !ids.contains(account.id));
        fuzz::check(account.number >= 0 && account.number <= 9 &&
                    (account.number == 0 || !numbers.contains(account.number)));
        ids.insert(account.id);
        numbers.insert(account.number);
        (void)store.othersThan(account.id);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const fuzz::Input input(data, size);
    const QVariant column(QString::fromUtf8(input.rest));
    switch (input.choice % 10) {
    case 0:
        checkColumn(column, &ledger::feesFrom, &ledger::feesColumn);
        break;
    case 1:
        checkColumn(column, &ledger::handoverFrom, &ledger::handoverColumn);
        break;
    case 2:
        checkColumn(column, &ledger::splitFrom, &ledger::splitColumn);
        break;
    case 3:
        checkColumn(column, &ledger::quoteFrom, &ledger::quoteColumn);
        break;
    case 4:
        // Only an empty list says that nothing was given back.
        if (const auto refunds = ledger::refundsFrom(column); refunds && refunds->empty())
            fuzz::check(column.toString().size() == 2);
        checkColumn(column, &ledger::refundsFrom, [](const auto &refunds) { return ledger::refundsColumn(refunds); });
        checkColumn(column, &ledger::refundsInPartFrom,
                    [](const auto &part) { return ledger::refundsColumn({}, part); });
        break;
    case 5:
        checkColumn(column, &ledger::stepsFrom, &ledger::stepsColumn);
        break;
    case 6:
        checkEntry(ledger::Intent::Kind::Coupon, column);
        break;
    case 7:
        checkEntry(ledger::Intent::Kind::PromotionCode, column);
        break;
    case 8:
        checkEntry(ledger::Intent::Kind::Route, column);
        break;
    default:
        checkAccounts(input.rest);
    }
    return 0;
}
