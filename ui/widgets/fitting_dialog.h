// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tilldeck::ui {

/// A dialog that is as high as its contents need at its width, and stays so when its texts change: it grows, and gives
/// back room that nothing fills, unless somebody made it larger by hand.
class FittingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fitHeight();

    int m_fitted = 0; ///< The height that fitHeight() gave it.
};

} // namespace tilldeck::ui
