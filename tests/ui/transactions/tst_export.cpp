// SPDX-License-Identifier: GPL-3.0-or-later
#include "../sessions/desk_fixture.h"
#include "support/export_on_small_disk.h"
#include "support/runner.h"
#include "support/zone.h"
#include "ui/transactions/export_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/rich_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QPushButton>

namespace export_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using desk::TransactionColumn;
using test::DeskFixture;

class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_desk = std::make_unique<DeskFixture>();
        std::vector<ledger::TransactionRecord> records;
        for (int n = 0; n < payments; ++n) {
            checkout::Transaction transaction(u"txn_%1"_s.arg(n), DeskFixture::eur(10000 + n));
            transaction.status = checkout::TransactionStatus::Succeeded;
            transaction.createdAt = m_desk->now.addSecs(-60 * n);
            records.emplace_back(0, m_desk->account.id, transaction);
        }
        QVERIFY(m_desk->desk->ledger().mergeTransactions(m_desk->account.id, records).result().has_value());
        m_filter.accountIds = QStringList{m_desk->account.id};
        m_filter.currency.clear();
    }
    void cleanup()
    {
        delete m_dialog;
        m_desk.reset();
    }

    void everyRowOfTheFilterIsWrittenWithTheTickedColumns()
    {
        openFor({TransactionColumn::TransactionId, TransactionColumn::Amount, TransactionColumn::Currency});
        const QString path = m_desk->out.filePath(u"all.csv"_s);
        m_dialog->findChild<QPushButton *>(u"export"_s)->click();
        auto *chooser = m_dialog->findChild<QFileDialog *>();
        QVERIFY(chooser);
        QCOMPARE(chooser->acceptMode(), QFileDialog::AcceptSave);
        emit chooser->fileSelected(path);
        QTRY_VERIFY(!m_dialog);
        const QList<QByteArray> lines = written(path);
        QCOMPARE(lines.size(), payments + 1); // more than one page of the ledger
        QCOMPARE(lines[1], QByteArray("100.00,EUR,txn_0"));
        QCOMPARE(lines.last(), QByteArray("106.99,EUR,txn_699"));
    }

    void aColumnThatIsNotTickedIsLeftOut()
    {
        openFor(desk::transactionColumns());
        auto boxes = m_dialog->findChildren<QCheckBox *>();
        boxes.removeIf([](const QCheckBox *box) { return !box->objectName().isEmpty(); });
        for (QCheckBox *box : boxes)
            box->setChecked(box->text() ==
                            desk::columnTitle(TransactionColumn::TransactionId, desk::Csv(desk::CsvReader::Programs)));
        const QString path = m_desk->out.filePath(u"ids.csv"_s);
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written(path)[1], QByteArray("txn_0"));
    }

    void whomTheFileIsForIsChosenAndSaid()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        openFor({TransactionColumn::Amount, TransactionColumn::Currency});
        auto *reader = m_dialog->findChild<QComboBox *>(u"csvReader"_s);
        QVERIFY(shown(u"semicolons"_s) && shown(u"decimal comma"_s) && shown(u"apostrophe"_s) && shown(u"UTC"_s));
        const QString path = m_desk->out.filePath(u"excel.csv"_s);
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written(path)[0], QByteArray("\xef\xbb\xbf"
                                              "Amount;Currency"));
        QCOMPARE(written(path)[1], QByteArray("100,00;EUR"));

        openFor({TransactionColumn::Amount, TransactionColumn::Currency});
        reader = m_dialog->findChild<QComboBox *>(u"csvReader"_s);
        reader->setCurrentIndex(1);
        QVERIFY(shown(u"commas"_s) && shown(u"decimal point"_s) && shown(u"as it is"_s));
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written(path)[0], QByteArray("Amount,Currency"));
        QCOMPARE(written(path)[1], QByteArray("100.00,EUR"));
    }

    void theTimesAreOfTheZoneThatIsNamed()
    {
        const tilldeck::test::Zone berlin("Europe/Berlin");
        openFor({TransactionColumn::TransactionId, TransactionColumn::Time});
        QVERIFY(shown(u"Times are of Europe/Berlin"_s));
        const auto boxes = m_dialog->findChildren<QCheckBox *>();
        QVERIFY(std::ranges::any_of(boxes, [](auto *box) { return box->text() == u"Time (Europe/Berlin)"_s; }));
        m_dialog->findChild<QComboBox *>(u"csvReader"_s)->setCurrentIndex(1);
        const QString path = m_desk->out.filePath(u"berlin.csv"_s);
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QVERIFY2(written(path)[0].contains("Time (Europe/Berlin)"), written(path)[0].constData());
        const QDateTime local = m_desk->now.toTimeZone(QTimeZone("Europe/Berlin"));
        QVERIFY2(written(path)[1].contains(local.toString(u"HH:mm:ss"_s).toUtf8()), written(path)[1].constData());
        QVERIFY2(written(path)[1].contains("+02:00"), written(path)[1].constData());
    }

    void refundsAndFieldsComeOnRequest()
    {
        const auto found = m_desk->desk->ledger().transactions(m_filter, {}, 1).result();
        auto record = found->rows.front();
        checkout::Refund refund(u"re_1"_s, DeskFixture::eur(2500));
        refund.status = checkout::RefundStatus::Succeeded;
        record.transaction.refunds = std::vector{refund};
        record.transaction.refunded = refund.amount;
        record.transaction.sessionId = u"cs_fields"_s;
        auto session = m_desk->session(0);
        session.session.id = u"cs_fields"_s;
        session.draft.customFields = {checkout::CustomField(u"order"_s, u"A 7"_s)};
        QVERIFY(m_desk->desk->ledger().put(session).result().has_value());
        m_dialog = new ui::ExportDialog(*m_desk->desk, {record}, {TransactionColumn::Amount}, nullptr);
        m_dialog->open();
        m_dialog->findChild<QCheckBox *>(u"refundRows"_s)->setChecked(true);
        m_dialog->findChild<QCheckBox *>(u"fields"_s)->setChecked(true);
        const QString path = m_desk->out.filePath(u"extras.csv"_s);
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written(path), (QList<QByteArray>{"\xef\xbb\xbf"
                                                   "Amount,Kind,Refund amount,Refund ID,Refund reason,"
                                                   "Custom field: order",
                                                   "100.00,Payment,,,,A 7", "-25.00,Refund,25.00,re_1,,A 7"}));
    }

    void withoutAColumnThereIsNothingToExport()
    {
        openFor({});
        QVERIFY(!m_dialog->findChild<QPushButton *>(u"export"_s)->isEnabled());
    }

    void onlyWhatIsSelectedIsWritten()
    {
        auto two = m_desk->desk->ledger().transactions(m_filter, {}, 2).result()->rows;
        m_dialog = new ui::ExportDialog(*m_desk->desk, two, {TransactionColumn::TransactionId}, nullptr);
        m_dialog->open();
        const QString path = m_desk->out.filePath(u"two.csv"_s);
        m_dialog->exportTo(path);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written(path).mid(1), (QList<QByteArray>{"txn_0", "txn_1"}));
    }

    void aFullDiskIsSaidAndLeavesTheEarlierFile()
    {
        tilldeck::test::exportOnSmallDisks([this](const QString &path) {
            openFor({TransactionColumn::TransactionId});
            m_dialog->exportTo(path);
            const auto isSaid = [this] {
                return m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s)->isVisible();
            };
            (void)QTest::qWaitFor([&] { return !m_dialog || isSaid(); });
            const bool isSaved = !m_dialog;
            delete m_dialog;
            return isSaved;
        });
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        openFor({TransactionColumn::TransactionId});
        m_dialog->exportTo(m_desk->out.filePath(u"missing/out.csv"_s));
        QTRY_VERIFY(m_dialog->findChild<ui::InlineMessage *>(u"formMessage"_s)->isVisible());
        QVERIFY(m_dialog->findChild<QPushButton *>(u"export"_s)->isEnabled());
    }

private:
    static constexpr int payments = 700;

    void openFor(const std::vector<TransactionColumn> &columns)
    {
        m_dialog = new ui::ExportDialog(*m_desk->desk, m_filter, payments, columns, nullptr);
        m_dialog->open();
    }
    bool shown(const QString &words) const
    {
        const auto labels = m_dialog->findChildren<ui::RichLine *>();
        return std::ranges::any_of(labels, [&](const ui::RichLine *line) {
            return line->isVisible() && line->plainText().contains(words, Qt::CaseInsensitive);
        });
    }
    static QList<QByteArray> written(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QList<QByteArray> lines = file.readAll().split('\n');
        for (QByteArray &line : lines)
            line = line.trimmed();
        lines.removeAll(QByteArray());
        return lines;
    }

    std::unique_ptr<DeskFixture> m_desk;
    ledger::TransactionFilter m_filter;
    QPointer<ui::ExportDialog> m_dialog;
};

TILLDECK_TEST(ExportTest)

} // namespace export_test

#include "tst_export.moc"
