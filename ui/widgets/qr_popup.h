// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QImage>

namespace tilldeck::ui {

/// Black on white with a margin of 4 modules, MODULE_SIZE pixels a module. Null when TEXT is too long for a QR code.
QImage qrImage(const QString &text, int moduleSize);

/// The QR code of a checkout URL below the widget that opened it. Esc closes, Enter saves.
class QrPopup : public QFrame
{
    Q_OBJECT

public:
    /// FILE_NAME is proposed for the picture: no secret in it.
    QrPopup(const QString &text, const QString &caption, const QString &fileName, QWidget *parent);

    void openAt(QWidget *anchor);

signals:
    /// What to tell the merchant after saving: a sentence for success or failure.
    void saved(const QString &path);
    void saveFailed(const QString &reason);

private:
    void chooseFile();
    void save(const QString &path);

    QString m_text;
    QString m_fileName;
};

} // namespace tilldeck::ui
