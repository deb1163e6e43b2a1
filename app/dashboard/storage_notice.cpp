// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/storage_notice.h"

#include <QPushButton>

#include <algorithm>

namespace tilldeck::dashboard {

using namespace Qt::StringLiterals;

using desk::StorageTrouble;

StorageNotice::StorageNotice(desk::Desk &desk, QWidget &window)
    : m_desk(desk)
    , m_window(window)
{
}

void StorageNotice::open()
{
    if (m_box)
        return m_box->activateWindow();
    QStringList sentences;
    for (const StorageTrouble &trouble : m_desk.storageTroubles())
        sentences << trouble.sentence;
    const bool isFine = sentences.isEmpty();
    if (isFine)
        sentences << tr("Ledger and journal of this computer belong together.");
    m_box = new QMessageBox(isFine ? QMessageBox::Information : QMessageBox::Warning, tr("Data on this computer"),
                            sentences.join("\n\n"_L1), QMessageBox::Close, &m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setTextFormat(Qt::PlainText);
    const bool canAccept = std::ranges::any_of(m_desk.storageTroubles(), [](const StorageTrouble &trouble) {
        return trouble.kind == StorageTrouble::Kind::Pair;
    });
    if (canAccept) {
        const QPushButton *accept = m_box->addButton(tr("Go on with these files"), QMessageBox::AcceptRole);
        connect(accept, &QPushButton::clicked, this, &StorageNotice::acceptFiles);
    }
    // Enter must not decide.
    m_box->setDefaultButton(QMessageBox::Close);
    m_box->open();
}

void StorageNotice::acceptFiles()
{
    if (const auto accepted = m_desk.acceptFiles(); !accepted)
        say(accepted.error().sentence);
}

void StorageNotice::say(const QString &sentence)
{
    auto *box =
        new QMessageBox(QMessageBox::Warning, tr("Data on this computer"), sentence, QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace tilldeck::dashboard

#include "moc_storage_notice.cpp"
