// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/account.h"
#include "checkout/breakdown.h"

#include <QWidget>

namespace tilldeck::ui {

class AmountLabel;
class Button;
class FigureTag;
class IconButton;
class Label;

/// Shows the actions below the form: discard, save and create; when the draft was saved; and, while the preview is
/// folded, what the customer pays.
class EditorFooter : public QWidget
{
    Q_OBJECT

public:
    explicit EditorFooter(accounts::Mode mode, QWidget *parent = nullptr);

    void setSavedText(const QString &text);
    void setCustomerPays(const std::optional<checkout::Figure> &figure, bool isStale);
    /// Disables the button that creates while there are @p fields to fix, or else while @p blockedBy is not empty. A
    /// click on it then leads to what is missing.
    void setProblems(int fields, const QString &blockedBy);
    /// Disables the button that creates while @p why is not empty, which its tooltip says then.
    void setHeldBack(const QString &why);
    /// Disables all buttons while the session is being created.
    void setBusy(bool busy);
    void setFolded(bool folded, bool isPreviewShown);
    Button *createButton() const { return m_create; }

signals:
    void discardRequested();
    void saveRequested();
    /// @p byMouse is false for keys and whatever else presses the button.
    void createRequested(bool byMouse);
    void fixRequested();
    void previewRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void updateButtons();
    bool isBlocked() const { return m_fields > 0 || !m_blockedBy.isEmpty(); }

    accounts::Mode m_mode;
    Button *m_discard;
    QWidget *m_summary;
    AmountLabel *m_pays;
    FigureTag *m_tag;
    Button *m_showPreview;
    IconButton *m_discardSmall;
    Label *m_saved;
    Button *m_fix;
    Button *m_save;
    Button *m_create;
    int m_fields = 0;
    QString m_blockedBy;
    QString m_heldBack;
    bool m_busy = false;
    bool m_isAsked = false; ///< A question stands over the window: nothing is on its way.
};

} // namespace tilldeck::ui
