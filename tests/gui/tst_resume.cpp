// SPDX-License-Identifier: GPL-3.0-or-later
// The window after the computer slept: its lists are asked for again, and what is shown by the clock is of now.
#include "desk/request_log.h"
#include "gui/merchant.h"
#include "support/runner.h"
#include "ui/editor/draft_editor.h"
#include "ui/editor/editor_footer.h"
#include "ui/editor/editor_page.h"
#include "ui/sessions/session_model.h"

#include <QCoroTask>

#include <algorithm>
#include <utility>

namespace resume_test {

using namespace std::chrono_literals;
using namespace tilldeck;
using namespace Qt::StringLiterals;
using tilldeck::test::Merchant;

class ResumeTest : public QObject
{
    Q_OBJECT

private slots:
    void theShownListsAreAskedForAgainAfterSleep()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        // What the sandbox does is heard of: the account of a provider is asked.
        accounts::Account account = merchant.desk->accounts().accounts().front();
        const auto key = QCoro::waitFor(merchant.desk->keys().key(account.id));
        account.name = u"Shop"_s;
        account.mode = accounts::Mode::Test;
        const auto added = merchant.desk->accounts().add(account);
        QVERIFY(added.has_value());
        merchant.desk->keys().keepForThisRun(added->id, *key);
        emit merchant.window().accountChosen(added->id);
        // The refreshes of the first seconds are over; the next of the interval is more than the test away.
        qint64 before = 0;
        const auto isQuiet = [&merchant, &before] {
            const qint64 earlier = std::exchange(before, last(merchant));
            return earlier == before;
        };
        do {
            QTest::qWait(1500);
        } while (!isQuiet());
        merchant.sleep(10min);
        QTRY_VERIFY_WITH_TIMEOUT(last(merchant) > before, 4000);
    }

    void aListShowsTheDaysOfTheClockAfterSleep()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        const auto *sessions = merchant.window().findChild<ui::SessionModel *>();
        const auto created = [sessions] {
            QStringList times;
            for (int row = 0; row < sessions->rowCount(); ++row)
                times << sessions->index(row, ui::SessionModel::Created).data().toString();
            return times;
        };
        const auto hasClock = [&created] {
            const QStringList times = created();
            return std::ranges::any_of(times, [](const QString &time) { return time.contains(u':'); });
        };
        ledger::SessionRecord record;
        record.accountId = merchant.desk->accounts().accounts().front().id;
        record.session.id = u"cs_of_today"_s;
        record.createdAt = QDateTime::currentDateTimeUtc();
        QVERIFY(merchant.desk->ledger().put(record).result().has_value());
        QTRY_VERIFY(hasClock());
        merchant.sleep(24h);
        QTRY_VERIFY_WITH_TIMEOUT(!hasClock(), 4000);
    }

    void aQuoteIsOutdatedAtOnceAfterSleep()
    {
        Merchant merchant;
        QVERIFY(merchant.openSandbox());
        QVERIFY(merchant.chooseAccountWith(checkout::Field::Pricing));
        QTest::keyClick(&merchant.window(), Qt::Key_N, Qt::ControlModifier);
        auto *editor = merchant.window().findChild<ui::EditorPage *>();
        checkout::SessionDraft draft;
        draft.flow = u"khaime.charge"_s;
        draft.pricing = money::Money(9000, *money::Currency::fromCode(u"USD"));
        draft.chargeCurrency = money::Currency::fromCode(u"NGN");
        draft.customer.email = u"jane@example.com"_s;
        draft.customer.firstName = u"Jane"_s;
        draft.customer.lastName = u"Doe"_s;
        draft.customer.country = u"NG"_s;
        ledger::DraftRecord record;
        record.accountId = editor->accountId();
        record.draft = draft;
        editor->open(record);
        const auto isOpen = [editor] {
            return editor->screen()->findChild<ui::EditorFooter *>()->createButton()->isEnabled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 15000);
        merchant.passed += 10min;
        QTRY_VERIFY_WITH_TIMEOUT(!isOpen(), 2000);
        QVERIFY(merchant.find<QAbstractButton>(u"Refresh quote"_s));
    }

private:
    /// Returns the number of the last request of this run.
    static qint64 last(const Merchant &merchant)
    {
        const auto &entries = merchant.desk->requests().entries();
        return entries.empty() ? 0 : entries.front().number;
    }
};

TILLDECK_TEST(ResumeTest)

} // namespace resume_test

#include "tst_resume.moc"
