// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/abandon_creation.h"
#include "desk/find_entry.h"
#include "desk/note_tried.h"
#include "desk/open_write.h"
#include "desk/send_code.h"
#include "ui/figures/decision_box.h"

namespace tilldeck::ui {

/// Shows one coupon, promotion code or route whose outcome is not known, or a batch of promotion codes that are not all
/// made.
class WriteBox : public DecisionBox
{
    Q_OBJECT

public:
    explicit WriteBox(desk::Desk &desk, QWidget *parent = nullptr);

    /// Shows the write, or the batch, @p id of an account; the same again changes nothing.
    void setWrite(const QString &accountId, const QString &id);

signals:
    /// Emitted when the merchant goes on with a batch.
    void resumeRequested(const tilldeck::ledger::CodeBatch &batch);

private:
    void read() override;
    QString actionText(desk::OutcomeAction action) const override;
    QString decidedText(desk::OutcomeAction action) const override;
    QString questionText(desk::OutcomeAction action) const override;
    void act(desk::OutcomeAction action) override;
    void describe(GuardDialog &question) const override;
    void take(const desk::OpenWrite &write);
    void lookUp(const QString &chosen = {});
    void takeFinding(const checkout::Result<desk::EntryFinding> &found);
    void takeBatch(const checkout::Result<desk::CodesLookUp> &looked);
    void closeAsNotMade(desk::EarlyAbandon early);
    void chooseOne(const std::vector<desk::EntryCandidate> &candidates);
    bool isBatch() const { return m_write && m_write->write.batch; }

    std::optional<desk::OpenWrite> m_write;
};

} // namespace tilldeck::ui
