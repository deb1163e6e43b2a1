// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/discount_section.h"

#include "ui/editor/draft_editor.h"
#include "ui/forms/choice_delegate.h"
#include "ui/style/icon.h"
#include "ui/widgets/layouts.h"
#include "ui/widgets/rich_line.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

namespace tilldeck::ui {

using checkout::Field;

DiscountSection::DiscountSection(DraftEditor *draft, const checkout::Capabilities &can, std::function<QDateTime()> now,
                                 QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_can(can)
    , m_now(std::move(now))
    , m_kind(new SegmentedControl(tr("Discount")))
    , m_code(new QLineEdit)
    , m_mark(m_code->addAction(QIcon(), QLineEdit::TrailingPosition))
    , m_state(new RichLine)
    , m_promotionCompleter(makeCompleter(&m_promotions, Qt::EditRole))
    , m_couponCompleter(makeCompleter(&m_coupons, ChoiceModel::SearchRole))
{
    m_kind->addSegment(None, tr("None", "no discount"));
    m_kind->addSegment(Promotion, tr("Promotion code"));
    m_kind->addSegment(Coupon, tr("Coupon ID"));
    m_code->setFont(ui::font(TextStyle::Mono));
    m_code->setFixedWidth(px(150));

    auto *layout = makeRowLayout(this, px(8));
    addWidgets(*layout, m_kind, m_code);
    layout->addWidget(m_state, 1);
    layout->addStretch();
    setFocusProxy(m_kind);

    connect(m_kind, &SegmentedControl::currentChanged, this, &DiscountSection::choose);
    connect(m_code, &QLineEdit::textEdited, this, &DiscountSection::write);
    connect(m_draft, &DraftEditor::changed, this, [this] {
        if (m_draft->tiers()->currency() != m_currency)
            readCatalog();
    });
    reload();
}

void DiscountSection::reload()
{
    const bool promotion = !m_draft->promotionCode().isEmpty();
    const bool coupon = !m_draft->couponId().isEmpty();
    m_lastPromotion = m_draft->promotionCode();
    m_lastCoupon = m_draft->couponId();
    // What a draft asks for can always be seen and taken away, also where the provider has no such thing.
    m_kind->setSegmentEnabled(Promotion, m_can.takes(Field::PromotionCode) || promotion);
    m_kind->setSegmentEnabled(Coupon, m_can.takes(Field::Coupon) || coupon);
    const std::optional<Field> awaited = m_draft->discountWithoutCode();
    showKind(promotion && coupon                                                       ? -1
             : promotion || (awaited == Field::PromotionCode && m_can.takes(*awaited)) ? Promotion
             : coupon || (awaited == Field::Coupon && m_can.takes(*awaited))           ? Coupon
                                                                                       : None);
}

void DiscountSection::showKind(int kind)
{
    m_kind->setCurrent(kind);
    m_code->setVisible(kind != None);
    m_code->setReadOnly(kind == -1);
    const QString name = kind == Coupon ? tr("Coupon ID") : tr("Promotion code");
    m_code->setPlaceholderText(name);
    m_code->setAccessibleName(name);
    const QString shown = kind == -1 ? tr("%1, %2", "promotion code and coupon").arg(m_lastPromotion, m_lastCoupon)
                          : kind == Coupon ? m_lastCoupon
                                           : m_lastPromotion;
    if (m_code->text() != shown)
        m_code->setText(shown);
    m_code->setCompleter(kind == Promotion ? m_promotionCompleter : kind == Coupon ? m_couponCompleter : nullptr);
}

QCompleter *DiscountSection::makeCompleter(ChoiceModel *model, int role)
{
    auto *completer = new QCompleter(model, this);
    completer->setCompletionRole(role);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setItemDelegate(new ChoiceDelegate(completer->popup()));
    completer->popup()->setMinimumWidth(px(300));
    // After the completer has made it its own, so that it is asked first.
    completer->popup()->installEventFilter(this);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { write(index.data(Qt::EditRole).toString()); });
    return completer;
}

/// Moves the suggestions below what stands under the field: why what was typed cannot be used.
void DiscountSection::placeBelowRow(QWidget &popup)
{
    QWidget &row = *parentWidget();
    row.installEventFilter(this); // the sentence may come while they are open
    if (!popup.isVisible())
        return;
    const int field = m_code->mapToGlobal(QPoint(0, m_code->height())).y();
    const int below = row.mapToGlobal(QPoint(0, row.height())).y();
    const bool isUnderField = popup.y() >= field - 1 && popup.y() < below;
    if (isUnderField && below + popup.height() <= screen()->availableGeometry().bottom())
        popup.move(popup.x(), below);
}

/// A click beside the suggestions closes them and does what it would do without them.
bool DiscountSection::eventFilter(QObject *watched, QEvent *event)
{
    auto *popup = qobject_cast<QWidget *>(watched);
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize)
            for (QCompleter *completer : {m_promotionCompleter, m_couponCompleter})
                placeBelowRow(*completer->popup());
        return QWidget::eventFilter(watched, event);
    }
    if (popup && (event->type() == QEvent::Show || event->type() == QEvent::Move))
        placeBelowRow(*popup);
    if (event->type() != QEvent::MouseButtonPress || !popup)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QMouseEvent *>(event);
    const QPointF place = press->globalPosition();
    if (popup->rect().contains(popup->mapFromGlobal(place).toPoint()))
        return false;
    popup->hide();
    if (QWidget *below = QApplication::widgetAt(place.toPoint())) {
        QMouseEvent again(press->type(), below->mapFromGlobal(place), place, press->button(), press->buttons(),
                          press->modifiers(), press->pointingDevice());
        for (QWidget *one = below; one; one = one->parentWidget()) {
            if (one->isEnabled() && (one->focusPolicy() & Qt::ClickFocus)) {
                one->setFocus(Qt::MouseFocusReason); // which Qt does for clicks of the system only
                break;
            }
        }
        QApplication::sendEvent(below, &again);
    }
    return true;
}

/// What is typed on the segment of a code is meant for its field.
void DiscountSection::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    const bool isTyped = !text.isEmpty() && text.front().isPrint() && !(event->modifiers() & Qt::ControlModifier);
    if (!isTyped || m_code->isHidden() || m_code->isReadOnly())
        return QWidget::keyPressEvent(event);
    m_code->setFocus(Qt::TabFocusReason);
    QApplication::sendEvent(m_code, event);
}

void DiscountSection::choose(int kind)
{
    showKind(kind);
    setDiscount(kind, kind == Coupon ? m_lastCoupon : m_lastPromotion);
    if (kind != None)
        m_code->setFocus();
}

void DiscountSection::write(const QString &text)
{
    const QString code = text.trimmed();
    if (m_code->text() != text)
        m_code->setText(text);
    const bool coupon = m_kind->current() == Coupon;
    (coupon ? m_lastCoupon : m_lastPromotion) = code;
    setDiscount(m_kind->current(), code);
}

void DiscountSection::setDiscount(int kind, const QString &code)
{
    if (kind == Promotion)
        m_draft->setDiscount(Field::PromotionCode, code);
    else if (kind == Coupon)
        m_draft->setDiscount(Field::Coupon, code);
    else
        m_draft->setDiscount({}, {});
}

void DiscountSection::readCatalog()
{
    m_currency = m_draft->tiers()->currency();
    const checkout::Catalog &catalog = m_draft->catalog();
    const auto zone = QTimeZone::systemTimeZone();
    m_promotions.setChoices(promotionCodeChoices(catalog, m_currency, m_now(), zone, locale()));
    m_coupons.setChoices(couponChoices(catalog, m_currency, m_now(), zone, locale()));
}

void DiscountSection::setState(const QString &state, bool confirmed, bool wrong)
{
    const bool asked = !m_draft->promotionCode().isEmpty() || !m_draft->couponId().isEmpty();
    // A wrong code has the mark of the error frame.
    m_mark->setVisible(asked && !wrong);
    m_mark->setIcon(confirmed ? icon(Icon::Check, Tone::Good) : icon(Icon::Info));
    const auto end = state.indexOf(u". ");
    m_state->setTones(confirmed ? Tone::Good : Tone::Text2, Tone::Text2);
    if (!asked || wrong)
        m_state->setParts({});
    else if (confirmed && end > 0)
        m_state->setParts(state.left(end + 1), state.mid(end + 2));
    else
        m_state->setParts({}, state);
}

} // namespace tilldeck::ui

#include "moc_discount_section.cpp"
