// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does about lost and damaged files.
#include "desk/follow_journal.h"
#include "desk/pair_files.h"
#include "desk/repair_creations.h"
#include "desk/take_intents_over.h"
#include "desk/use_case_log.h"
#include "desk/while_open.h"
#include "ledger/private_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct DeskStorageText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Desk)
};

/// Returns a trouble that stops writes at providers.
StorageTrouble damageUntilThen(StorageTrouble::Kind kind, const QString &why)
{
    return {kind,
            DeskStorageText::tr("%1 Until then nothing is created, refunded or changed at a provider.",
                                "what is wrong and what to do")
                .arg(why),
            true};
}

/// Returns the sum of what was taken out of several files, or why it was not taken out of one.
checkout::Result<int> sumOf(const QList<QFuture<checkout::Result<int>>> &files)
{
    int sum = 0;
    for (const QFuture<checkout::Result<int>> &file : files) {
        auto taken = file.result();
        if (!taken)
            return taken;
        sum += *taken;
    }
    return sum;
}

} // namespace

checkout::Result<FilesAlone> Desk::filesAlone()
{
    if (isSecondWindow())
        return std::unexpected(Error(ErrorKind::Storage, whyNoWrites()));
    if (isRepairing())
        return std::unexpected(Error(ErrorKind::Storage, tr("The files are being looked over and repaired already.")));
    auto failure = ledger::FileLock::Failure::CannotBeMade;
    auto alone = m_window
                     ? nullptr
                     : ledger::FileLock::take(QDir(m_dataDirectory).absoluteFilePath(u"window.lock"_s), {}, &failure);
    if (!m_window && !alone && failure == ledger::FileLock::Failure::HeldElsewhere)
        return std::unexpected(Error(ErrorKind::Storage, tr("A Tilldeck window works on %1. Close it, or do this in "
                                                            "it: Help › Data on this computer.")
                                                             .arg(QDir::toNativeSeparators(m_dataDirectory))));
    auto held = std::make_shared<FilesHeld>();
    held->lock = std::move(alone);
    m_repair = held;
    return held;
}

http::Task<checkout::Result<AcceptedFiles>> Desk::acceptFiles()
{
    using Kind = StorageTrouble::Kind;
    const QPointer<Desk> self(this);
    const auto alone = filesAlone();
    if (!alone)
        co_return std::unexpected(alone.error());
    const auto journal = co_await whileOpen(self, m_journal->check());
    if (!journal)
        co_return std::unexpected(journal.error());
    const auto ledger = co_await whileOpen(self, m_ledger->check(true));
    if (!ledger)
        co_return std::unexpected(ledger.error());
    noteJournalCheck(*journal);
    noteLedgerCheck(*ledger);
    const bool isDamaged = !journal->damage.isEmpty();
    // A journal that is whole and cannot be written is not replaced.
    const bool isStuck = hasTrouble(Kind::Journal) && !isDamaged && !m_journal->readOnlyReason().isEmpty();
    if (isStuck || !canBeAccepted(m_troubles)) {
        const QString why = whyNoWrites();
        if (!why.isEmpty())
            co_return std::unexpected(Error(ErrorKind::Storage, why));
        co_return checkout::Result<AcceptedFiles>();
    }
    auto accepted = co_await acceptTroubles();
    co_return accepted;
}

http::Task<checkout::Result<AcceptedFiles>> Desk::acceptTroubles()
{
    using Kind = StorageTrouble::Kind;
    const QPointer<Desk> self(this);
    AcceptedFiles accepted;
    if (hasTrouble(Kind::NoFiles) || hasTrouble(Kind::NoJournal) || hasTrouble(Kind::Foreign))
        accepted = acceptedWithoutJournal();
    if (hasTrouble(Kind::Journal)) {
        const auto started = co_await m_journal->startAnew();
        if (!self)
            co_return std::unexpected(closedError());
        const auto begun = m_journal->openAnew(started);
        watchFiles(); // another file has the path now
        if (!begun)
            co_return std::unexpected(begun.error());
        const QStringList lostBefore = std::exchange(accepted, acceptedFiles(*begun)).lost;
        if (accepted.lost.isEmpty())
            accepted.lost = lostBefore;
    }
    // Before the ledger forgets them with the pair that it belonged to.
    const auto withoutContents = takeIntentsOver(*m_ledger, *m_journal);
    if (!withoutContents)
        co_return std::unexpected(withoutContents.error());
    if (*withoutContents > 0)
        accepted.lost << lostContentsSentence(*withoutContents);
    const auto paired = pairAnew(*m_ledger, *m_journal);
    if (!paired)
        co_return std::unexpected(paired.error());
    const auto remembered = rememberJournal(*m_ledger, *m_journal);
    if (!remembered)
        co_return std::unexpected(remembered.error());
    const auto failure = repairCreationsAtStart(*m_ledger, *m_journal, *m_accounts);
    if (failure)
        co_return std::unexpected(failure->error);
    settle(&StorageTrouble::canBeAccepted);
    m_journalPause.start(); // nobody could read the journal meanwhile
    co_return checkout::Result<AcceptedFiles>(accepted);
}

http::Task<checkout::Result<ledger::Salvage>> Desk::replaceLedger()
{
    const QPointer<Desk> self(this);
    // A ledger that did not belong to the journal does not for being repaired.
    const bool isForeign = hasTrouble(StorageTrouble::Kind::Foreign);
    const QString mark = isForeign ? ledger::PairMark::ofEarlierTime : ledger::PairMark::madeAnew;
    const auto started = co_await m_ledger->startAnew(mark);
    if (!self)
        co_return std::unexpected(closedError());
    auto salvage = m_ledger->openAnew(started);
    noteTroubledFiles(); // nobody else has put it there
    announceAll();       // nobody could read it meanwhile
    co_return salvage;
}

checkout::Result<void> Desk::ledgerWasRebuilt()
{
    if (isJournalKnown(m_troubles)) {
        // What was read of a ledger that could not be opened may show that the journal is of an earlier time.
        if (const auto taken = takeIntentsOver(*m_ledger, *m_journal); !taken)
            return std::unexpected(taken.error());
        if (const auto paired = pairWithJournal(*m_ledger, *m_journal); !paired)
            return std::unexpected(paired.error());
        if (const auto remembered = rememberJournal(*m_ledger, *m_journal); !remembered)
            return std::unexpected(remembered.error());
    }
    noteAccounts();
    takeTokensOut(); // what could be read of a damaged file may hold some
    settle([](const StorageTrouble &trouble) {
        return trouble.kind == StorageTrouble::Kind::NoLedger || trouble.kind == StorageTrouble::Kind::Ledger;
    });
    return {};
}

QString Desk::whyNoDecisions() const
{
    return isSecondWindow() || hasTrouble(StorageTrouble::Kind::Unwritable) ? whyNoWrites() : QString();
}

bool Desk::hasTrouble(StorageTrouble::Kind kind) const
{
    return std::ranges::find(m_troubles, kind, &StorageTrouble::kind) != m_troubles.end();
}

void Desk::settle(const std::function<bool(const StorageTrouble &)> &isSettled)
{
    std::vector<StorageTrouble> left = m_troubles;
    std::erase_if(left, isSettled);
    setTroubles(std::move(left));
}

http::Task<checkout::Result<void>> Desk::checkFiles(bool thorough)
{
    const QPointer<Desk> self(this);
    const auto checkedJournal = co_await m_journal->check();
    if (!self)
        co_return std::unexpected(closedError());
    const auto checkedLedger = co_await m_ledger->check(thorough);
    if (!self)
        co_return std::unexpected(closedError());
    if (checkedJournal)
        noteJournalCheck(*checkedJournal);
    if (checkedLedger)
        noteLedgerCheck(*checkedLedger);
    // What the start has said is not said again.
    const bool isUnwritable = hasTrouble(StorageTrouble::Kind::Unwritable);
    if (!checkedJournal && !isUnwritable && !hasTrouble(StorageTrouble::Kind::Journal))
        co_return std::unexpected(checkedJournal.error());
    if (!checkedLedger && !isUnwritable && !hasTrouble(StorageTrouble::Kind::Ledger))
        co_return std::unexpected(checkedLedger.error());
    co_return checkout::Result<void>();
}

void Desk::noteJournalCheck(const ledger::FileCheck &checked)
{
    if (checked.damage.isEmpty())
        m_wholeJournal = checked.stamp;
    noteDamage(StorageTrouble::Kind::Journal, checked.damage);
}

void Desk::noteLedgerCheck(const ledger::FileCheck &checked)
{
    if (checked.damage.isEmpty())
        m_ledger->noteWhole(checked.stamp);
    else
        m_ledger->setReadOnly(checked.damage);
    noteDamage(StorageTrouble::Kind::Ledger, checked.damage);
}

http::Task<checkout::Result<ledger::FileLook>> Desk::lookAtFiles()
{
    const QPointer<Desk> self(this);
    auto atLedger = co_await whileOpen(self, m_ledger->look());
    if (!atLedger || *atLedger == ledger::FileLook::Exchanged)
        co_return atLedger;
    // Only now: the ledger says what the journal has to hold.
    auto atJournal = co_await whileOpen(self, m_journal->look());
    if (!atJournal || *atJournal == ledger::FileLook::Exchanged)
        co_return atJournal;
    co_return atLedger;
}

http::Task<checkout::Result<void>> Desk::lookFilesOver()
{
    const QPointer<Desk> self(this);
    if (isRepairing())
        co_return std::unexpected(
            Error(ErrorKind::Storage, tr("The files are being looked over and repaired already.")));
    const auto look = co_await whileOpen(self, lookAtFiles());
    if (!look)
        co_return std::unexpected(look.error());
    if (*look == ledger::FileLook::Exchanged) {
        qCInfo(deskLog) << "a file was exchanged meanwhile: ledger and journal are opened again";
        reopenFiles();
    }
    if (*look != ledger::FileLook::AsItWas && whyNoWrites().isEmpty()) {
        const auto checkedLedger = co_await whileOpen(self, m_ledger->check(false));
        if (!checkedLedger)
            co_return std::unexpected(checkedLedger.error());
        noteLedgerCheck(*checkedLedger);
    }
    if (m_wholeJournal != ledger::FileStamp() && m_wholeJournal == m_journal->stamp())
        co_return checkout::Result<void>();
    const auto checked = co_await whileOpen(self, m_journal->check());
    if (!checked)
        co_return std::unexpected(checked.error());
    noteJournalCheck(*checked);
    co_return checkout::Result<void>();
}

QFuture<checkout::Result<int>> Desk::takeTokensOut()
{
    QStringList ids;
    for (const accounts::Account &account : m_accounts->accounts()) {
        if (account.keepsTokensOut)
            ids << account.id;
    }
    auto taking = m_ledger->keepSecretsOutOf(ids);
    // What is wrong with a ledger that cannot be written has been said.
    if (!m_ledger->readOnlyReason().isEmpty())
        return taking;
    std::array files{taking, m_journal->eraseHandedOut(ids)};
    taking = QtFuture::whenAll(files.begin(), files.end()).then(sumOf);
    taking.then(this, [this](const checkout::Result<int> &taken) {
        const auto isTokens = [](const StorageTrouble &trouble) {
            return trouble.kind == StorageTrouble::Kind::Tokens;
        };
        std::vector<StorageTrouble> troubles = m_troubles;
        std::erase_if(troubles, isTokens);
        if (!taken)
            troubles.emplace_back(
                StorageTrouble::Kind::Tokens,
                tr("Tokens from before may stand in ledger or journal still, although their account keeps "
                   "them out: %1 They are taken out when the program starts next.",
                   "why not")
                    .arg(taken.error().sentence),
                false);
        if (troubles != m_troubles)
            setTroubles(std::move(troubles));
    });
    return taking;
}

void Desk::announceAll()
{
    QStringList ids;
    for (const accounts::Account &account : m_accounts->accounts())
        ids << account.id;
    m_ledger->announce(ids);
}

void Desk::reopenWhenThereIsRoom()
{
    if (m_wasDiskFull && !isSecondWindow() && !isRepairing() && !ledger::isDiskFull(m_dataDirectory))
        reopenFiles();
}

QString Desk::journalPath() const
{
    return QDir(m_dataDirectory).filePath(u"journal.sqlite"_s);
}

void Desk::watchFiles()
{
    const QDir folder(m_dataDirectory);
    QHash<QString, ledger::FileStamp> files;
    for (const QString &path :
         {journalPath(), folder.filePath(u"ledger.sqlite"_s), folder.filePath(u"ledger.sqlite-wal"_s)}) {
        if (QFileInfo::exists(path))
            files.insert(path, ledger::stampOf(path));
    }
    // A watch stays with its file when another one is put at its path.
    const QStringList watched = m_watch.files();
    for (const QString &path : watched) {
        const auto now = files.value(path), before = m_watched.value(path);
        if (now.number != before.number || now.device != before.device)
            m_watch.removePath(path);
    }
    for (const auto &[path, stamp] : files.asKeyValueRange()) {
        if (!m_watch.files().contains(path))
            m_watch.addPath(path);
    }
    m_watched = files;
    if (m_watch.directories().isEmpty())
        m_watch.addPath(m_dataDirectory);
}

void Desk::takeFreeWindow()
{
    if (!isSecondWindow())
        return;
    m_window = ledger::FileLock::take(QDir(m_dataDirectory).absoluteFilePath(u"window.lock"_s));
    if (!m_window)
        return;
    std::erase_if(m_troubles,
                  [](const StorageTrouble &trouble) { return trouble.kind == StorageTrouble::Kind::OtherWindow; });
    reopenFiles();
}

void Desk::noteTroubledFiles()
{
    m_troubledLedger = ledger::stampOf(QDir(m_dataDirectory).filePath(u"ledger.sqlite"_s));
    m_troubledJournal = m_journal->stamp();
}

http::Task<void> Desk::followExchange()
{
    if (isSecondWindow() || isRepairing())
        co_return;
    const QPointer<Desk> self(this);
    if (!whyNoWrites().isEmpty()) {
        // Nobody writes to this journal now. The ledger goes on being written: it is another one by its number alone.
        const auto now = ledger::stampOf(QDir(m_dataDirectory).filePath(u"ledger.sqlite"_s));
        const bool isOtherLedger = now.number != m_troubledLedger.number || now.device != m_troubledLedger.device;
        if (isOtherLedger || m_journal->stamp() != m_troubledJournal)
            reopenFiles();
        co_return;
    }
    const auto look = co_await lookAtFiles();
    if (self && look && *look == ledger::FileLook::Exchanged && whyNoWrites().isEmpty() && !isRepairing())
        reopenFiles();
}

void Desk::noteDamage(StorageTrouble::Kind kind, const QString &sentence)
{
    if (sentence.isEmpty() || hasTrouble(kind))
        return;
    StorageTrouble damage = damageUntilThen(kind, sentence);
    if (std::ranges::find(m_troubles, damage.sentence, &StorageTrouble::sentence) != m_troubles.end())
        return;
    std::vector<StorageTrouble> troubles = m_troubles;
    troubles.push_back(std::move(damage));
    setTroubles(std::move(troubles));
}

} // namespace tilldeck::desk
