// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"

#include "desk/account_of_intent.h"
#include "desk/follow_journal.h"
#include "desk/known_accounts.h"
#include "desk/pair_files.h"
#include "desk/remove_account.h"
#include "desk/repair_creations.h"
#include "desk/shop_keys.h"
#include "desk/take_intents_over.h"
#include "desk/while_open.h"
#include "files/write_export.h"
#include "ledger/asked_refunds.h"
#include "ledger/begun_intents.h"
#include "ledger/private_file.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tilldeck::desk {

using checkout::Error;
using checkout::ErrorKind;

namespace {

struct DeskText
{
    Q_DECLARE_TR_FUNCTIONS(tilldeck::desk::Desk)
};

/// Returns a trouble that stops writes at providers.
StorageTrouble untilThen(StorageTrouble::Kind kind, const QString &why)
{
    return {kind,
            DeskText::tr("%1 Until then nothing is created, refunded or changed at a provider.",
                         "what is wrong and what to do")
                .arg(why),
            true};
}

/// Returns what time it is before any provider has said it.
ledger::Clocks clocksAtStart(const Clock &clock)
{
    ledger::Clocks clocks;
    clocks.here = clock();
    return clocks;
}

/// Holds the files of a data directory, each of them opened as far as it can be, and what is wrong with them.
struct Files
{
    Files(const QString &dataDirectory, Role role, const Clock &clock)
        : store(std::make_unique<accounts::AccountStore>(dataDirectory))
    {
        auto openedJournal = ledger::Journal::open(dataDirectory, [clock] { return clocksAtStart(clock); });
        journalFile = openedJournal ? std::move(*openedJournal)
                                    : ledger::Journal::unreadable(dataDirectory, openedJournal.error());
        auto openedLedger = ledger::Ledger::open(dataDirectory);
        ledgerFile =
            openedLedger ? std::move(*openedLedger) : ledger::Ledger::unreadable(dataDirectory, openedLedger.error());
        const auto loaded = store->load();
        const bool areAccountsRead = loaded.has_value();
        partOthers(*ledgerFile, *store);
        tellLostAccounts(*ledgerFile, *journalFile, *store);
        if (!loaded)
            troubles.emplace_back(StorageTrouble::Kind::Accounts, loaded.error(), false);
        using Kind = StorageTrouble::Kind;
        addReason(dataDirectory, u"journal.sqlite"_s, journalFile->isNewer() ? Kind::NewJournal : Kind::Journal,
                  journalFile->readOnlyReason());
        addReason(dataDirectory, u"ledger.sqlite"_s, Kind::Ledger, ledgerFile->readOnlyReason());
        const bool isRead = openedJournal && openedLedger;
        if (role == Role::Window && !takeWindow(dataDirectory))
            return;
        // An accounts.json of an earlier version does not say whether there were files: an account that is none of the
        // sandbox's has worked with some.
        const bool wereUsed =
            store->hadFiles() || std::ranges::any_of(store->accounts(), [](const accounts::Account &account) {
                return account.mode != accounts::Mode::Sandbox;
            });
        if (auto trouble = isRead ? pairFiles(*ledgerFile, *journalFile, dataDirectory, wereUsed) : std::nullopt)
            troubles.push_back(std::move(*trouble));
        if (ledgerFile->readOnlyReason().isEmpty() && journalFile->readOnlyReason().isEmpty())
            store->noteFiles();
        const bool isWhole = troubles.empty();
        if (auto trouble = unknownWithoutAccount(*journalFile, *store); trouble && areAccountsRead)
            troubles.push_back(std::move(*trouble));
        if (!ledgerFile->readOnlyReason().isEmpty()) {
            // It has been said that the list cannot be changed.
            if (const auto unknown = journalFile->unknown().result(); !unknown)
                add(StorageTrouble::Kind::Journal, unknown.error().sentence);
            showRepairs(*ledgerFile, *journalFile);
        } else if (const auto failure = repairCreationsAtStart(*ledgerFile, *journalFile, *store)) {
            add(*failure);
            showRepairs(*ledgerFile, *journalFile);
        } else if (isWhole) {
            follow(dataDirectory);
        }
    }

    /// Brings the ledger up to the journal, and says so where it was of an earlier time.
    void follow(const QString &dataDirectory)
    {
        const auto restored = followJournal(*ledgerFile, *journalFile, *store);
        if (!restored)
            add(restored.error());
        else if (*restored > 0)
            troubles.push_back(restoredTrouble(dataDirectory, *restored));
    }

    /// Returns false, and makes the files read-only, when another window works on them.
    bool takeWindow(const QString &dataDirectory)
    {
        auto failure = ledger::FileLock::Failure::CannotBeMade;
        window = ledger::FileLock::take(QDir(dataDirectory).absoluteFilePath(u"window.lock"_s), {}, &failure);
        if (window || failure != ledger::FileLock::Failure::HeldElsewhere)
            return true;
        const QString why =
            DeskText::tr("Another Tilldeck window works on %1. This one shows what is there and changes "
                         "nothing. To work in it, close the other one.")
                .arg(QDir::toNativeSeparators(dataDirectory));
        troubles.emplace_back(StorageTrouble::Kind::OtherWindow, why, true);
        ledgerFile->leaveToOthers(why);
        journalFile->leaveToOthers(why);
        return false;
    }

    /// Notes why a file is read-only; another @p kind is meant where it cannot be written for want of a right or of
    /// room.
    void addReason(const QString &dataDirectory, const QString &name, StorageTrouble::Kind kind, const QString &why)
    {
        const bool isUnwritable = !why.isEmpty() && why == ledger::whyNoPrivateFile(dataDirectory, name);
        add(isUnwritable ? StorageTrouble::Kind::Unwritable : kind, why);
    }

    /// Notes that writes at providers wait because of @p why, unless that is empty or was noted before.
    void add(StorageTrouble::Kind kind, const QString &why)
    {
        StorageTrouble trouble = untilThen(kind, why);
        const bool isNoted = std::ranges::find(troubles, trouble.sentence, &StorageTrouble::sentence) != troubles.end();
        if (!why.isEmpty() && !isNoted)
            troubles.push_back(std::move(trouble));
    }

    void add(const RepairFailure &failure)
    {
        add(failure.isOfJournal ? StorageTrouble::Kind::Journal : StorageTrouble::Kind::Ledger, failure.error.sentence);
    }

    std::unique_ptr<ledger::Ledger> ledgerFile;
    std::unique_ptr<ledger::Journal> journalFile;
    std::unique_ptr<accounts::AccountStore> store;
    std::unique_ptr<ledger::FileLock> window;
    std::vector<StorageTrouble> troubles;
};

/// Makes the folder with mode 0700, and leaves one that is there as it is.
bool makeDataDirectory(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir().mkpath(path) && QFile::setPermissions(path, owner);
}

} // namespace

checkout::Result<std::unique_ptr<Desk>> Desk::open(const QString &dataDirectory, Clock clock, Role role)
{
    if (!makeDataDirectory(dataDirectory)) {
        return std::unexpected(
            Error(ErrorKind::Storage,
                  tr("The folder %1 cannot be used. Check that it is yours and writable, or start Tilldeck with "
                     "TILLDECK_DATA_DIR set to another folder.")
                      .arg(QDir::toNativeSeparators(dataDirectory))));
    }
    files::keepExportsOutOf(dataDirectory);
    if (!clock)
        clock = [] { return QDateTime::currentDateTimeUtc(); };
    Files files(dataDirectory, role, clock);
    auto desk = std::unique_ptr<Desk>(new Desk(dataDirectory, std::move(files.ledgerFile), std::move(files.journalFile),
                                               std::move(files.store), std::move(clock)));
    desk->setTroubles(std::move(files.troubles));
    desk->takeTokensOut(); // after the troubles of the start, beside which it may set one
    desk->m_window = std::move(files.window);
    if (role == Role::Window) {
        desk->m_isWindow = true;
        desk->follow();
    }
    return desk;
}

Desk::Desk(const QString &dataDirectory, std::unique_ptr<ledger::Ledger> ledger,
           std::unique_ptr<ledger::Journal> journal, std::unique_ptr<accounts::AccountStore> accounts, Clock clock)
    : m_dataDirectory(dataDirectory)
    , m_ledger(std::move(ledger))
    , m_journal(std::move(journal))
    , m_accounts(std::move(accounts))
    , m_keys(std::make_unique<accounts::KeyStore>())
    , m_http(std::make_unique<http::HttpClient>(nullptr, http::ServerClock(clock)))
    , m_requests(std::make_unique<RequestLog>(*m_http))
    , m_clock(std::move(clock))
{
    m_journal->setOtherAccounts([accounts = m_accounts.get()](const QString &id) {
        return accounts->byId(id) ? std::optional(accounts->othersThan(id)) : std::nullopt;
    });
    m_journal->setClocks([this] { return clocks(); });
    m_accounts->setUnsettled([journal = m_journal.get()](const QString &id) {
        const auto unsettled = journal->unsettled(id).result();
        return !unsettled || !unsettled->empty();
    });
    m_ledger->setConnectedAccounts([accounts = m_accounts.get()] { return connectedAccounts(*accounts); });
    m_journal->setWitness({[ledger = m_ledger.get()] { return ledger->newestBegun().result(); },
                           [ledger = m_ledger.get()](const std::vector<ledger::BegunIntent> &begun) {
                               return ledger->noteBegun(begun).result();
                           }});
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, &Desk::noteAccounts);
    connect(m_http.get(), &http::HttpClient::accepted, this,
            [this](const QUrl &url, const http::Secret &key) { noteAccepted(*this, url, key); });
    connect(m_accounts.get(), &accounts::AccountStore::addressChanged, m_keys.get(), &accounts::KeyStore::askAgain);
    for (QTimer *timer : {&m_followTimer, &m_followPause}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Desk::follow);
    }
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, [this] {
        m_confirmed.removeIf([this](const QString &id) {
            const auto account = m_accounts->byId(id);
            return !account || account->mode != accounts::Mode::Live;
        });
    });
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, &Desk::takeTokensOut);
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, &Desk::noteMissingAccounts);
    noteAccounts();
    constexpr int pauseMilliseconds = 100;
    m_journalPause.setSingleShot(true);
    m_journalPause.setInterval(pauseMilliseconds);
    connect(&m_journalPause, &QTimer::timeout, this, &Desk::journalChanged);
    connect(&m_watch, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        if (path == journalPath() && !m_journalPause.isActive())
            m_journalPause.start();
        followSoon();
    });
    connect(&m_watch, &QFileSystemWatcher::directoryChanged, this, &Desk::followSoon);
    watchFiles();
    if (const auto refunds = m_journal->refundsBesideOpen().result())
        m_ledger->setAskedRefunds(ledger::AskedByPayment(*refunds, m_ledger->connected()));
    // What another program began is asked for from now on.
    connect(this, &Desk::journalChanged, this, [this] { m_journal->look(); });
    connect(this, &Desk::journalChanged, this, [this] { readAskedRefunds(); });
    connect(m_accounts.get(), &accounts::AccountStore::changed, this, [this] { readAskedRefunds(); });
}

Desk::~Desk() = default;

void Desk::reopenFiles()
{
    // The journal first: what it begins is remembered by the ledger.
    m_journal->close();
    m_ledger->close();
    Files files(m_dataDirectory, Role::CommandLine, m_clock); // which window works on them is known
    m_ledger->takeFileOf(std::move(files.ledgerFile));
    m_journal->takeFileOf(std::move(files.journalFile));
    for (const IntentEnd &end : std::as_const(m_unwritten))
        showUnwritten(end);
    for (const StorageTrouble &trouble : m_troubles) {
        const bool isOfFiles = trouble.stopsWrites && trouble.kind != StorageTrouble::Kind::OtherWindow;
        if (!isOfFiles && std::ranges::find(files.troubles, trouble) == files.troubles.end())
            files.troubles.push_back(trouble);
    }
    if (std::ranges::none_of(files.troubles, &StorageTrouble::stopsWrites)) {
        if (auto trouble = exchangedTrouble(*m_ledger, *m_journal, m_dataDirectory))
            files.troubles.push_back(std::move(*trouble));
    }
    m_wholeJournal = {};
    m_dataVersion = 0;
    watchFiles();
    setTroubles(std::move(files.troubles));
    noteAccounts();
    takeTokensOut();
    announceAll();
    m_journalPause.start();
}

http::Task<void> Desk::readAskedRefunds()
{
    const QPointer<Desk> self(this);
    const auto refunds = co_await m_journal->refundsBesideOpen();
    if (self && refunds)
        m_ledger->setAskedRefunds(ledger::AskedByPayment(*refunds, m_ledger->connected()));
}

void Desk::followSoon()
{
    // One write is shown at once, and many in a row, as of an import, once a second.
    constexpr std::chrono::milliseconds pause{250}, most{1000};
    if (!m_isWindow || m_followPause.isActive())
        return;
    const std::chrono::milliseconds since(m_sinceFollow.isValid() ? m_sinceFollow.elapsed() : most.count());
    m_followPause.start(std::max(pause, most - since));
}

void Desk::follow()
{
    m_sinceFollow.start();
    watchFiles();
    followOthers();
    followRemovals();
    constexpr std::chrono::seconds soon{2};
    constexpr std::chrono::seconds rarely{30}; // a file system of another computer does not say what is written there
    m_followTimer.start(isWaiting() ? soon : rarely);
}

bool Desk::isWaiting() const
{
    return isSecondWindow() || m_wasDiskFull || !whyNoWrites().isEmpty() || !m_accounts->removals().isEmpty();
}

http::Task<void> Desk::followOthers()
{
    reopenWhenThereIsRoom();
    takeFreeWindow();
    const QPointer<Desk> self(this);
    co_await followExchange();
    if (!self)
        co_return;
    const auto version = co_await m_ledger->dataVersion();
    if (!self || !version)
        co_return;
    const int before = std::exchange(m_dataVersion, *version);
    if (before == 0 || before == m_dataVersion)
        co_return;
    announceAll();
}

void Desk::followRemovals()
{
    // Rewriting a file takes its time, and a disk that was full may be so still.
    constexpr int pauseMilliseconds = 30'000;
    const bool isDue = !m_sinceRemovals.isValid() || m_sinceRemovals.hasExpired(pauseMilliseconds);
    if (m_accounts->removals().isEmpty() || !isDue || isSecondWindow())
        return;
    m_sinceRemovals.start();
    resumeRemovals(this);
}

bool Desk::isSecondWindow() const
{
    return hasTrouble(StorageTrouble::Kind::OtherWindow);
}

QString Desk::whyNoWrites() const
{
    QStringList sentences;
    for (const StorageTrouble &trouble : m_troubles) {
        if (trouble.stopsWrites)
            sentences << trouble.sentence;
    }
    return sentences.join(u' ');
}

void Desk::setTroubles(std::vector<StorageTrouble> troubles)
{
    m_troubles = std::move(troubles);
    m_journal->holdBack(whyNoWrites());
    m_wasDiskFull = !whyNoWrites().isEmpty() && ledger::isDiskFull(m_dataDirectory);
    noteTroubledFiles();
    followSoon(); // it may have to be looked at more often now
    emit storageChanged();
}

} // namespace tilldeck::desk

#include "moc_desk.cpp"
