// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/storage_notice.h"

#include "desk/accepted_files.h"
#include "desk/rebuild_ledger.h"

#include <QDir>
#include <QTimer>

#include <algorithm>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using desk::StorageTrouble;

StorageNotice::StorageNotice(desk::Desk &desk, QWidget &window)
    : m_desk(desk)
    , m_window(window)
{
    connect(&desk, &desk::Desk::storageChanged, this, [this] {
        if (m_box && m_isOfTroubles && m_desk.storageTroubles().empty())
            m_box->close();
    });
}

void StorageNotice::begin()
{
    if (!m_desk.storageTroubles().empty())
        open();
    constexpr std::chrono::milliseconds afterTheFirstFrame{500};
    QTimer::singleShot(afterTheFirstFrame, this, &StorageNotice::check);
}

void StorageNotice::check()
{
    const size_t before = m_desk.storageTroubles().size();
    m_tasks.start(m_desk.checkFiles(false), [this, before](const checkout::Result<void> &checked) {
        if (m_desk.storageTroubles().size() > before)
            open();
        // Nor is what a button of the window says already.
        else if (!checked && !m_desk.whyNoWrites().contains(checked.error().sentence))
            say(checked.error().sentence);
    });
}

void StorageNotice::open()
{
    if (m_box)
        m_box->close();
    QStringList sentences;
    for (const StorageTrouble &trouble : m_desk.storageTroubles())
        sentences << trouble.sentence;
    const bool isFine = sentences.isEmpty();
    m_isOfTroubles = !isFine;
    if (isFine)
        sentences << tr("Ledger and journal of this computer are there and belong together.");
    m_box = new ui::GuardDialog(tr("Data on this computer"), sentences.join("\n\n"_L1), &m_window);
    m_box->setObjectName(u"storage"_s);
    const auto addButton = [this](const QString &text, auto then) {
        connect(m_box->addButton(0, text), &QPushButton::clicked, this, then);
    };
    // What another window works on is its own.
    const auto &troubles = m_desk.storageTroubles();
    if (desk::canBeAccepted(troubles) && !m_desk.isSecondWindow())
        addButton(tr("Go on with these files…"), &StorageNotice::askToAccept);
    const auto isRebuilt = [](const StorageTrouble &trouble) {
        return trouble.kind == StorageTrouble::Kind::NoLedger || trouble.kind == StorageTrouble::Kind::Ledger;
    };
    if (isFine || (std::ranges::any_of(troubles, isRebuilt) && !m_desk.isSecondWindow()))
        addButton(tr("Rebuild the lists"), &StorageNotice::rebuild);
    m_box->setSafeButton(tr("Close"));
    m_box->open();
}

void StorageNotice::askToAccept()
{
    const QString risk = desk::riskOfAccepting(m_desk.storageTroubles());
    auto *box = new ui::GuardDialog(tr("Go on with these files?"), risk, &m_window);
    box->setObjectName(u"acceptFiles"_s);
    box->setSafeButton(tr("Cancel"));
    box->addButton(0, tr("Go on with these files"), ui::ButtonKind::Danger);
    connect(box, &ui::GuardDialog::chosen, this, &StorageNotice::acceptFiles);
    box->open();
}

void StorageNotice::acceptFiles()
{
    m_tasks.start(m_desk.acceptFiles(), [this](const checkout::Result<desk::AcceptedFiles> &accepted) {
        if (!accepted)
            return say(accepted.error().sentence);
        // Of a journal that is gone, the question has said what that means.
        if (accepted->keptAs.isEmpty())
            return;
        const QString kept = tr("The damaged journal is kept as %1; %Ln creations and refunds of it could be read.",
                                nullptr, accepted->takenOver)
                                 .arg(QDir::toNativeSeparators(accepted->keptAs));
        say((QStringList{kept} + accepted->lost).join("\n\n"_L1));
    });
}

void StorageNotice::rebuild()
{
    m_tasks.start(desk::rebuildLedger(&m_desk), [this](const checkout::Result<desk::RebuiltLedger> &rebuilt) {
        if (!rebuilt)
            return say(rebuilt.error().sentence);
        say(desk::sentencesOf(*rebuilt).join("\n\n"_L1));
        emit ledgerRebuilt();
    });
}

void StorageNotice::say(const QString &sentence)
{
    auto *box = new ui::GuardDialog(tr("Data on this computer"), sentence, &m_window);
    box->setObjectName(u"storage"_s);
    box->setSafeButton(tr("Close"));
    box->open();
}

} // namespace tilldeck::dashboard

#include "moc_storage_notice.cpp"
