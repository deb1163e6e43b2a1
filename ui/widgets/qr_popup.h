// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/qr_sheet.h"

#include <QFrame>

#include <functional>

namespace tilldeck::ui {

/// Shows the QR code of a checkout URL below the widget that opened it, to save as a picture or to print. Esc closes,
/// Enter saves.
class QrPopup : public QFrame
{
    Q_OBJECT

public:
    /// Proposes @p fileName for the picture; it must hold no secret. The popup deletes itself when it closes.
    QrPopup(const QrSheet &sheet, const QString &caption, const QString &fileName, QWidget *parent);

    /// Calls @p report with the sentence that says where the picture was saved, or why not; perhaps after the popup was
    /// closed.
    void onSaved(std::function<void(const QString &sentence)> report) { m_report = std::move(report); }
    void openAt(QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void chooseFile();
    void choosePrinter();

    QrSheet m_sheet;
    QString m_fileName;
    std::function<void(const QString &)> m_report;
};

} // namespace tilldeck::ui
