// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardItemModel>
#include <QWidget>

class QClipboard;
class QVBoxLayout;

namespace tilldeck::test {

/// Every widget in its states on one page, for looking at.
class Gallery : public QWidget
{
    Q_OBJECT

public:
    explicit Gallery(QClipboard *clipboard);

private:
    QVBoxLayout *section(const QString &title);
    void badges();
    void buttons();
    void fields();
    void secrets(QClipboard *clipboard);
    void rows();
    void choices();
    void messages();
    void guards();

    QVBoxLayout *m_column;
    QStandardItemModel m_model;
};

} // namespace tilldeck::test
