// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/storage_notice.h"

#include "desk/rebuild_ledger.h"

#include <QDir>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using desk::StorageTrouble;

StorageNotice::StorageNotice(desk::Desk &desk, QWidget &window)
    : m_desk(desk)
    , m_window(window)
{
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
        else if (!checked)
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
    if (isFine)
        sentences << tr("Ledger and journal of this computer are there and belong together.");
    m_box = new QMessageBox(isFine ? QMessageBox::Information : QMessageBox::Warning, tr("Data on this computer"),
                            sentences.join("\n\n"_L1), QMessageBox::Close, &m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setTextFormat(Qt::PlainText);
    // What another window works on is its own.
    const bool isSecond = m_desk.isSecondWindow();
    const bool canAccept = std::ranges::any_of(m_desk.storageTroubles(), &StorageTrouble::canBeAccepted);
    if (canAccept && !isSecond) {
        const QPushButton *accept = m_box->addButton(tr("Go on with these files"), QMessageBox::AcceptRole);
        connect(accept, &QPushButton::clicked, this, &StorageNotice::acceptFiles);
    }
    if (!isSecond) {
        const QPushButton *rebuild = m_box->addButton(tr("Rebuild the lists"), QMessageBox::ActionRole);
        connect(rebuild, &QPushButton::clicked, this, &StorageNotice::rebuild);
    }
    // Enter must not decide.
    m_box->setDefaultButton(QMessageBox::Close);
    m_box->open();
}

void StorageNotice::acceptFiles()
{
    const auto accepted = m_desk.acceptFiles();
    if (!accepted)
        return say(accepted.error().sentence);
    // Of a journal that is gone, the question has said what that means.
    if (accepted->keptAs.isEmpty())
        return;
    const QStringList sentences{tr("The damaged journal is kept as %1; %Ln creations and refunds of it could be read.",
                                   nullptr, accepted->takenOver)
                                    .arg(QDir::toNativeSeparators(accepted->keptAs))};
    say((sentences + accepted->lost).join("\n\n"_L1),
        accepted->lost.isEmpty() ? QMessageBox::Information : QMessageBox::Warning);
}

void StorageNotice::rebuild()
{
    m_tasks.start(desk::rebuildLedger(&m_desk), [this](const checkout::Result<desk::RebuiltLedger> &rebuilt) {
        if (!rebuilt)
            return say(rebuilt.error().sentence);
        say(desk::sentencesOf(*rebuilt).join("\n\n"_L1), QMessageBox::Information);
        emit ledgerRebuilt();
    });
}

void StorageNotice::say(const QString &sentence, QMessageBox::Icon icon)
{
    auto *box = new QMessageBox(icon, tr("Data on this computer"), sentence, QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace tilldeck::dashboard

#include "moc_storage_notice.cpp"
