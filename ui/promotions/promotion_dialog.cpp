// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotions/promotion_dialog.h"

#include "ui/figures/account_name.h"
#include "ui/forms/date_field.h"
#include "ui/forms/form_row.h"
#include "ui/forms/number_field.h"
#include "ui/promotions/end_field.h"
#include "ui/promotions/promotion_text.h"
#include "ui/promotions/save_csv.h"
#include "ui/widgets/button.h"
#include "ui/widgets/guard_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tilldeck::ui {

using namespace Qt::StringLiterals;

using Made = desk::PromotionBatch::Made;

namespace {

enum Kind { One, Many };
enum EarlierAnswer { GoOn, Another };
constexpr int mostCodes = 10000;

} // namespace

PromotionDialog::PromotionDialog(desk::Desk &desk, const QString &accountId,
                                 const std::vector<checkout::Coupon> &coupons, QWidget *parent)
    : FormDialog(desk, accountId, tr("New promotion code"), 520, parent)
    , m_desk(desk)
    , m_batch(desk)
    , m_accountId(accountId)
    , m_kind(new SegmentedControl(tr("How many codes")))
    , m_coupon(new QComboBox)
    , m_pattern(new QLineEdit)
    , m_count(new NumberField({}))
    , m_limit(new NumberField({}))
    , m_end(new EndField(desk.now()))
    , m_progress(new QProgressBar)
    , m_state(new Label({}, TextStyle::Body, Tone::Text2))
    , m_problems(new QListWidget)
    , m_save(new Button(Icon::Export, tr("Save CSV…")))
    , m_cancel(new Button(tr("Cancel")))
    , m_create(new Button(tr("Create code"), ButtonKind::Primary))
{
    const QDateTime now = desk.now();
    for (const checkout::Coupon &coupon : coupons) {
        const Validity validity = validityOf(coupon, now, QTimeZone::systemTimeZone(), QLocale());
        if (validity.isUsable)
            m_coupon->addItem(tr("%1, %2", "coupon, its terms").arg(couponName(coupon), couponTerms(coupon, QLocale())),
                              coupon.id);
    }
    buildForm();
    needWrites(desk);

    connect(m_kind, &SegmentedControl::currentChanged, this, &PromotionDialog::showKind);
    connect(m_create, &Button::clicked, this, [this] { create(desk::Repeat::Ask); });
    connect(m_save, &Button::clicked, this, &PromotionDialog::saveCsv);
    connect(&m_batch, &desk::PromotionBatch::progressed, this, &PromotionDialog::progressed);
    connect(&m_batch, &desk::PromotionBatch::finished, this, &PromotionDialog::finished);
    connect(this, &FormDialog::edited, this, &PromotionDialog::forgetOutcome);
    showKind();
}

void PromotionDialog::buildForm()
{
    m_kind->addSegment(One, tr("One code"));
    m_kind->addSegment(Many, tr("Many codes"));
    m_kind->setObjectName(u"howMany"_s);
    m_pattern->setObjectName(u"pattern"_s);
    m_pattern->setFont(ui::font(TextStyle::Mono));
    m_pattern->setLayoutDirection(Qt::LeftToRight);
    m_count->setObjectName(u"count"_s);
    m_count->setSteps(1, mostCodes, 50);
    m_count->setText(QString::number(50));
    m_limit->setObjectName(u"limit"_s);
    m_limit->setSteps(1, mostRedemptions, 1);
    m_limit->setPlaceholder(tr("No limit"));
    m_problems->setObjectName(u"problems"_s);
    m_problems->setAccessibleName(tr("Codes that were refused or are unknown"));
    m_problems->setMaximumHeight(px(160));
    m_problems->setWordWrap(true);
    m_problems->setResizeMode(QListView::Adjust);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_progress->setObjectName(u"progress"_s);
    m_state->setObjectName(u"state"_s);
    m_state->setWordWrap(true);
    m_create->setObjectName(u"create"_s);
    m_cancel->setObjectName(u"cancel"_s);

    form()->addWidget(m_kind, 0, Qt::AlignLeading);
    m_couponRow = addRow(tr("Coupon"), m_coupon);
    m_patternRow = addRow(tr("Code"), m_pattern);
    m_countRow = addRow(tr("How many"), m_count);
    m_limitRow = addRow(tr("Redemptions"), m_limit, tr("Of each code"));
    m_endRow = addRow(tr("End"), m_end);
    m_endRow->setField(m_end->field());
    clearWhenTyped(m_endRow, m_end->field());
    for (QWidget *outcome : std::initializer_list<QWidget *>{m_progress, m_state, m_problems}) {
        outcome->hide();
        addBelow(outcome);
    }
    m_save->hide();
    addButtons(m_cancel, {m_create}, m_save);
}

void PromotionDialog::showKind()
{
    const bool isMany = m_kind->current() == Many;
    m_countRow->setVisible(isMany);
    setTitle(isMany ? tr("New promotion codes") : tr("New promotion code"));
    m_patternRow->setHint(isMany ? tr("Each # becomes a letter or digit") : QString());
    m_pattern->setPlaceholderText(isMany ? u"SUMMER-####"_s : u"SUMMER20"_s);
    m_create->setText(isMany ? tr("Create codes") : tr("Create code"));
    m_patternRow->setProblem({});
}

QString PromotionDialog::codeProblem() const
{
    const QString typed = m_pattern->text().trimmed();
    if (m_kind->current() == One)
        return desk::PromotionBatch::codeProblem(typed);
    const auto possible = desk::PromotionBatch::check(typed, count());
    return possible ? QString() : possible.error();
}

int PromotionDialog::count() const
{
    return m_kind->current() == Many ? static_cast<int>(m_count->value().value_or(1)) : 1;
}

bool PromotionDialog::check()
{
    m_couponRow->setProblem(m_coupon->count() == 0 ? tr("There is no valid coupon. Create one first, under Coupons.")
                                                   : QString());
    m_countRow->setProblem(m_kind->current() == Many ? m_count->problem() : QString());
    m_patternRow->setProblem(codeProblem());
    m_limitRow->setProblem(m_limit->problem());
    m_endRow->setProblem(m_end->problem(m_desk.now()));
    return !focusFirstProblem();
}

void PromotionDialog::create(desk::Repeat repeat)
{
    if (m_batch.isRunning() || !check())
        return;
    desk::PromotionBatch::Order order;
    order.accountId = m_accountId;
    order.couponId = m_coupon->currentData().toString();
    order.pattern = m_pattern->text().trimmed();
    order.count = count();
    order.maxRedemptions = m_limit->value();
    order.expiresAt = m_end->end();
    showRunning(order.count);
    m_batch.start(order, repeat);
}

void PromotionDialog::resume(const ledger::CodeBatch &batch)
{
    setTitle(tr("Go on with promotion codes"));
    m_kind->hide();
    for (FormRow *row : rows())
        row->hide();
    showRunning(batch.all);
    m_batch.resume(m_accountId, batch.id);
}

void PromotionDialog::askEarlier(const ledger::CodeBatch &earlier, const checkout::Error &error)
{
    auto *dialog = new GuardDialog(
        tr("Make others of the same pattern?"),
        tr("%1\nOthers are codes of their own, beside those.", "what is unfinished").arg(error.sentence), this);
    dialog->setObjectName(u"earlier"_s);
    dialog->setGlyph(earlier.unknown > 0 ? BadgeKind::OutcomeUnknown : BadgeKind::Pending);
    nameAccounts(*dialog, m_desk, {m_accountId});
    dialog->addAsideButton(Another, tr("Make others"));
    dialog->setSafeButton(tr("Cancel"));
    if (!earlier.isRunning && !earlier.isFinished())
        dialog->addButton(GoOn, tr("Go on with those"), ButtonKind::Primary);
    connect(dialog, &GuardDialog::chosen, this, [this, earlier](int answer) {
        if (answer == GoOn)
            resume(earlier);
        else
            create(desk::Repeat::Another);
    });
    dialog->open();
}

void PromotionDialog::forgetOutcome()
{
    for (QWidget *outcome : std::initializer_list<QWidget *>{message(), m_state, m_problems, m_save})
        outcome->hide();
}

void PromotionDialog::showRunning(int count)
{
    setBusy(Busy::Stoppable);
    message()->hide();
    m_problems->hide();
    m_problems->clear();
    m_progress->show();
    m_state->show();
    m_cancel->setText(tr("Stop"));
    m_cancel->setFocus(Qt::OtherFocusReason);
    progressed(0, count);
}

void PromotionDialog::progressed(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_state->setText(tr("%1 of %Ln code(s)", "how many are done", total).arg(locale().toString(done)));
}

void PromotionDialog::finished(const std::optional<checkout::Error> &error)
{
    if (m_batch.earlier() && error) {
        for (QWidget *outcome : std::initializer_list<QWidget *>{m_progress, m_state})
            outcome->hide();
        setBusy(Busy::No);
        m_cancel->setText(tr("Cancel"));
        return askEarlier(*m_batch.earlier(), *error);
    }
    showEnds();
    if (error)
        showError(*error);
    m_progress->hide();
    m_save->setVisible(!m_batch.made().empty());
    setBusy(Busy::No);
    m_cancel->setText(tr("Close"));
    const bool isResumed = !m_kind->isVisibleTo(this);
    const bool mayExist = std::ranges::any_of(
        m_batch.made(), [](const Made &one) { return one.end == Made::End::Created || one.end == Made::End::Unknown; });
    if (isResumed || !m_batch.unfinishedId().isEmpty() || mayExist)
        finishForm();
    if (mayExist)
        emit created();
}

void PromotionDialog::setCatalog(const checkout::Catalog &catalog)
{
    m_catalog = catalog;
    if (!m_batch.isRunning() && !m_batch.made().empty())
        showEnds();
}

/// Shows what became of the codes. One whose answer was lost may be in the provider's list by now.
void PromotionDialog::showEnds()
{
    const std::vector<Made> &codes = m_batch.made();
    const auto count = [&codes](Made::End end) { return static_cast<int>(std::ranges::count(codes, end, &Made::end)); };
    const int done = count(Made::End::Created);
    const int refused = count(Made::End::Refused);
    // As the journal counts them, and the page: one that is listed by now stays open until it is looked up.
    const int unknown = count(Made::End::Unknown);
    const bool isOnly = done == 1 && codes.size() == 1;
    QStringList parts{isOnly ? tr("Code %1 created").arg(codes.front().code)
                             : tr("%Ln code(s) created", nullptr, done)};
    if (refused > 0)
        parts << tr("%Ln refused", nullptr, refused);
    if (unknown > 0)
        parts << tr("%Ln with an unknown outcome", nullptr, unknown);
    if (!m_batch.unfinishedId().isEmpty() && m_batch.notSent() > 0)
        parts << tr("%Ln not sent", nullptr, m_batch.notSent());
    m_state->setText(locale().createSeparatedList(parts));
    m_problems->clear();
    for (const Made &one : codes) {
        if (desk::PromotionBatch::isListed(one, m_catalog))
            m_problems->addItem(tr("%1: its answer was lost, and the list has it now.", "code").arg(one.code));
        else if (one.end != Made::End::Created)
            m_problems->addItem((one.end == Made::End::Refused ? tr("%1, refused: %2", "code, why")
                                                               : tr("%1, outcome unknown: %2", "code, why"))
                                    .arg(one.code, one.note));
    }
    m_problems->setVisible(m_problems->count() > 0);
}

void PromotionDialog::reject()
{
    if (m_batch.isRunning()) {
        m_batch.cancel();
        m_state->setText(tr("Stopping after the code that is on its way…"));
        return;
    }
    FormDialog::reject();
}

void PromotionDialog::saveCsv()
{
    ui::saveCsv(
        this, tr("Save promotion codes"), tr("promotion codes", "file name"),
        [this](const desk::Csv &csv) { return m_batch.csv(csv, m_catalog); },
        [this](const QString &path) { showMessage(Severity::Info, codesSaved(std::ssize(m_batch.made()), path)); },
        [this](const QString &sentence) { showMessage(Severity::Error, sentence); });
}

} // namespace tilldeck::ui

#include "moc_promotion_dialog.cpp"
