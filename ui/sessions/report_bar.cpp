// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/report_bar.h"

#include "ui/style/paint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

ReportBar::ReportBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label)
    , m_cancel(new Button(tr("Cancel")))
    , m_close(new IconButton(Icon::Close, tr("Close")))
{
    m_text->setObjectName(u"report"_s);
    m_text->setWordWrap(true);
    m_cancel->setObjectName(u"cancelBatch"_s);
    auto *row = makeRowLayout(this, px(8), {px(16), px(6), px(8), px(6)});
    row->addWidget(m_text, 1);
    addWidgets(*row, m_cancel, m_close);
    connect(m_cancel, &QPushButton::clicked, this, &ReportBar::cancelRequested);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ReportBar::setProgress(const QString &sentence)
{
    show(sentence, true);
}

void ReportBar::showResult(const QString &sentence)
{
    show(sentence, false);
}

QString ReportBar::text() const
{
    return m_text->text();
}

void ReportBar::show(const QString &sentence, bool running)
{
    m_text->setText(sentence);
    m_cancel->setVisible(running);
    m_close->setVisible(!running);
    setVisible(true);
}

void ReportBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paintLine(painter, rect(), Qt::TopEdge, tokens().line);
}

} // namespace tilldeck::ui

#include "moc_report_bar.cpp"
