// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tilldeck::ui {

/// A box for the body of a webhook. A text edit changes some characters (the ends of lines among them), so what was
/// pasted, opened or set as a whole is kept as the bytes that it was, until somebody types into it.
class BodyEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BodyEdit(QWidget *parent = nullptr);

    QByteArray bytes() const;
    void setBytes(const QByteArray &bytes);
    /// Shows the file at @p path; says that it cannot be read or is too large with failed().
    void openFile(const QString &path);

signals:
    /// Says something about what stands in the box, or nothing: which file it is from, what typing did to it.
    void noteChanged(const QString &lead, const QString &text);
    void failed(const QString &sentence);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool isAsGiven() const;
    void keep(const QByteArray &bytes, const QString &file);
    void showNote();

    QByteArray m_given;  ///< As it was pasted, opened or set.
    QString m_givenText; ///< The same as the box holds it.
    QString m_file;      ///< Where it is from.
};

} // namespace tilldeck::ui
