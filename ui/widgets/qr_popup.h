// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QImage>

#include <functional>

namespace tilldeck::ui {

/// Black on white with a margin of 4 modules, MODULE_SIZE pixels a module. Null when TEXT is too long for a QR code.
QImage qrImage(const QString &text, int moduleSize);

/// The QR code of a checkout URL below the widget that opened it. Esc closes, Enter saves.
class QrPopup : public QFrame
{
    Q_OBJECT

public:
    /// FILE_NAME is proposed for the picture: no secret in it. Deletes itself when it closes.
    QrPopup(const QString &text, const QString &caption, const QString &fileName, QWidget *parent);

    /// REPORT gets the sentence that says where the picture was saved, or why not; it may come after the popup is
    /// closed.
    void onSaved(std::function<void(const QString &sentence)> report) { m_report = std::move(report); }
    void openAt(QWidget *anchor);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void chooseFile();

    QString m_text;
    QString m_fileName;
    std::function<void(const QString &)> m_report;
};

} // namespace tilldeck::ui
