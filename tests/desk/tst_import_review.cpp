// SPDX-License-Identifier: GPL-3.0-or-later
// A file is read over before anything of it is planned; its result, and the templates of such files.
#include "desk/bench.h"
#include "desk/file_review.h"
#include "desk/import_result.h"
#include "desk/import_review.h"
#include "desk/import_templates.h"
#include "support/runner.h"

namespace import_review_test {

using namespace tilldeck;
using namespace Qt::StringLiterals;
using namespace tilldeck::desk;
using namespace tilldeck::desk::test;

class ImportReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        m_account = m_bench->connectTo(u"Baobab"_s, u"http://127.0.0.1:1"_s, u"acc_1"_s, u"sk_test_secret_key_1"_s,
                                       accounts::ProviderKind::Ikawaari);
        m_choices = {};
        m_choices.base.mode = u"payment"_s;
        m_choices.base.successUrl = u"https://kestrel.example/thanks"_s;
        m_choices.base.returnUrl = u"https://kestrel.example/cancel"_s;
    }
    void cleanup() { m_bench.reset(); }

    void everyRowIsValidatedAndPriced()
    {
        const ImportReview review = reviewed("Artikel;Betrag;W\xC3\xA4hrung;Menge;Lager\n"
                                             "Basket;7500;XOF;2;A\n"
                                             "Basket;7500;XOF;2;B\n"
                                             "Cloth;12,50;EUR;1;C\n");
        QVERIFY2(review.isWhole(), review.problems.empty() ? "" : qPrintable(review.problems.front().sentence));
        QCOMPARE(review.rows.size(), size_t(3));
        QCOMPARE(review.rows.front().amount->minorUnits(), 15000);
        QCOMPARE(review.sameRows, 1);
        QCOMPARE(review.unusedColumns(), QStringList(u"Lager"_s));
        QCOMPARE(review.totals().size(), size_t(2));
        QCOMPARE(review.totals().front().minorUnits(), 30000);
        QCOMPARE(review.unpriced(), 0);
        QVERIFY(!review.needsQuotes);
    }

    void eachProblemStandsOnItsCell()
    {
        const ImportReview review = reviewed("Artikel;Betrag;W\xC3\xA4hrung;Menge\n"
                                             "Basket;7500;XOF;0\n"
                                             "Basket;1.250;EUR;1\n"
                                             "Basket;7500;XOF;1\n"
                                             ";7500;XOF;1\n");
        QVERIFY(!review.isWhole());
        QCOMPARE(review.rows.size(), size_t(1));
        QCOMPARE(review.problemCount, 3);
        QCOMPARE(review.problems.at(0).line, 2);
        QCOMPARE(review.problems.at(0).column, u"Menge"_s);
        QCOMPARE(review.problems.at(0).text, u"0"_s);
        QCOMPARE(review.problems.at(1).column, u"Betrag"_s);
        QCOMPARE(review.problems.at(1).line, 3);
        QCOMPARE(review.problems.at(2).column, u"Artikel"_s);
    }

    void aKeyInACellIsRefusedAndNotRepeated()
    {
        const QString key = u"sk_test_secret_key_1"_s; // of the account
        const ImportReview review = reviewed("Artikel;Betrag;W\xC3\xA4hrung;Menge\n" + key.toUtf8() +
                                             ";7500;XOF;1\nBasket;" + key.toUtf8() + ";XOF;1\n");
        QVERIFY(review.rows.empty());
        QVERIFY(review.problemCount >= 2);
        for (const auto &problem : review.problems) {
            QVERIFY(!problem.text.contains(key));
            QVERIFY(!problem.sentence.contains(key));
        }
    }

    void aKeyInATitleIsRefusedAndNotRepeated()
    {
        const QString key = u"sk_test_secret_key_1"_s; // of the account
        m_choices.targets = {{key, u"reference"_s}};
        for (const QByteArray &other : {QByteArray("Artikel"), QByteArray("Reference")}) {
            const ImportReview review = reviewed(other + ';' + key.toUtf8() + "\nBasket;x\n");
            QVERIFY(!review.isWhole());
            for (const auto &problem : review.problems)
                QVERIFY(!(problem.text + problem.column + problem.sentence).contains(key));
            for (const auto &column : review.columns)
                QVERIFY(!column.title.contains(key));
        }
    }

    void aReferenceStandsInOneRowOnly()
    {
        const QString khaime = m_bench->connectTo(u"K"_s, u"http://127.0.0.1:1"_s, QString(), u"pk_sandbox_1"_s,
                                                  accounts::ProviderKind::Khaime);
        m_choices = {};
        m_choices.base.flow = u"khaime.charge"_s;
        const auto review = reviewed("Mail,Country,Amount,Currency,charge_currency,Description,Reference\n"
                                     "a@b.example,NG,90,USD,NGN,one,R1\n"
                                     "a@b.example,NG,91,USD,NGN,two,R2\n"
                                     "a@b.example,NG,92,USD,NGN,three,R1\n",
                                     khaime);
        QCOMPARE(review.problemCount, 1);
        QCOMPARE(review.problems.front().line, 4);
        QCOMPARE(review.problems.front().column, u"Reference"_s);
        QVERIFY2(review.problems.front().sentence.contains(u"2"_s), qPrintable(review.problems.front().sentence));
        QVERIFY(review.needsQuotes);
    }

    void belowWrongTitlesNoRowIsRead()
    {
        const ImportReview review = reviewed("foo;bar\n1;2\n3;4\n");
        QCOMPARE(review.problemCount, 1);
        QVERIFY(review.rows.empty());
        QCOMPARE(reviewed("Artikel;Betrag;W\xC3\xA4hrung\n").problemCount, 1);
    }

    void aFileIsReadPieceByPieceWithItsProblemsOnTheirRows()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, "Artikel;Betrag;W\xC3\xA4hrung;Menge\n"
                                             "Basket;7500;XOF;2\n"
                                             "Basket;1.250;EUR;0\n");
        auto file = FileReview::open(*m_bench->desk, m_account, path, m_choices, {});
        QVERIFY(file.has_value());
        const auto first = file->next();
        QVERIFY(first && first->problems.empty());
        QCOMPARE(first->line, 2);
        QCOMPARE(first->cells, (QStringList{u"Basket"_s, u"7500"_s, u"XOF"_s, u"2"_s}));
        QCOMPARE(first->amount->minorUnits(), 15000);
        const auto second = file->next();
        QVERIFY(second && !second->problems.empty());
        QCOMPARE(second->problems.front().column, u"Betrag"_s);
        QVERIFY(!second->amount);
        QVERIFY(!file->next());
        QVERIFY(!file->next());
        QVERIFY(!file->failure());
        const ImportReview review = file->take();
        QCOMPARE(review.rows.size(), size_t(1));
        QCOMPARE(review.problemCount, static_cast<int>(second->problems.size()));
    }

    void belowWrongTitlesTheFirstRowsAreSeenAndNoneIsTaken()
    {
        const QTemporaryDir folder;
        QByteArray bytes = "foo;bar\n";
        for (int i = 0; i < 200; ++i)
            bytes += "1;2\n";
        auto file = FileReview::open(*m_bench->desk, m_account, written(folder, bytes), m_choices, {});
        QVERIFY(file.has_value());
        int seen = 0;
        while (const auto row = file->next()) {
            QCOMPARE(row->cells, (QStringList{u"1"_s, u"2"_s}));
            ++seen;
        }
        QVERIFY(seen > 10 && seen < 200);
        const ImportReview review = file->take();
        QVERIFY(review.rows.empty());
        QCOMPARE(review.problemCount, 1);
    }

    void aResultNeverTakesThePlaceOfItsFile()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, "a;b\n");
        QVERIFY(isResultOver(path, path));
        const QString link = folder.filePath(u"link.csv"_s);
        QVERIFY(QFile::link(path, link));
        QVERIFY(isResultOver(link, path));
        QVERIFY(isResultOver(path, u"rows.csv"_s)); // its name is all that an earlier import knows
        QVERIFY(!isResultOver(folder.filePath(u"result.csv"_s), path));
        QVERIFY(!isResultOver(folder.filePath(u"result.csv"_s), u"rows.csv"_s));
        QVERIFY(!isResultOver(QString(), path));
    }

    void aTemplateHoldsNoKey()
    {
        const QString key = u"sk_test_secret_key_1"_s; // of the account
        m_choices.targets = {{key, u"reference"_s}};
        QVERIFY(!saveImportTemplate(*m_bench->desk, u"Shop"_s, m_choices));
        m_choices.targets.clear();
        QVERIFY(!saveImportTemplate(*m_bench->desk, key, m_choices));
        QVERIFY(saveImportTemplate(*m_bench->desk, u"Shop"_s, m_choices));
        QCOMPARE(*ImportTemplates(m_bench->dataDirectory()).names(), QStringList(u"Shop"_s));
    }

    void theResultHasAllOfARowAndGuardsFormulas()
    {
        SessionImport::Row made;
        made.intentId = u"i1"_s;
        made.line = 2;
        made.reference = u"=HYPERLINK(1)"_s;
        made.end = SessionImport::End::Created;
        made.record.session.id = u"cs_1"_s;
        made.record.session.secureToken = u"sec_1"_s;
        made.record.session.url = u"https://pay.example/1"_s;
        made.record.amount = money::Money(1250, *money::Currency::fromCode(u"EUR"_s));
        SessionImport::Row refused;
        refused.line = 3;
        refused.end = SessionImport::End::Refused;
        refused.note = u"Refused. Details: “a, \"b\"”"_s;
        auto account = *m_bench->desk->accounts().byId(m_account);
        const QByteArray whole = importResult({made, refused}, account, Csv(CsvReader::Excel));
        QVERIFY2(whole.contains("'=HYPERLINK(1)"), whole.constData());
        const QByteArray plain = importResult({made, refused}, account, Csv(CsvReader::Programs));
        const QList<QByteArray> lines = plain.split('\n');
        QCOMPARE(lines.at(1), QByteArray("2,created,cs_1,https://pay.example/1,sec_1,12.50,EUR,=HYPERLINK(1),i1,\r"));
        QVERIFY2(lines.at(2).startsWith("3,refused,,,,,,,,\"Refused."), lines.at(2).constData());
        account.keepsTokensOut = true;
        const QByteArray kept = importResult({made}, account, Csv(CsvReader::Programs));
        QVERIFY(kept.contains("cs_1") && !kept.contains("sec_1") && !kept.contains("pay.example"));
    }

    void aTemplateIsKeptUnderItsName()
    {
        ImportTemplates templates(m_bench->dataDirectory());
        QVERIFY(templates.names()->isEmpty());
        QCOMPARE(templates.named(u"Shop"_s).error().kind, checkout::ErrorKind::NotFound);
        sheets::SheetChoices choices;
        choices.form.encoding = sheets::Encoding::Windows1252;
        choices.form.separator = ';';
        choices.decimals = sheets::Decimals::Comma;
        choices.titlesInLine = 4;
        choices.currency = money::Currency::fromCode(u"EUR"_s);
        choices.targets = {{u"Kunde"_s, u"customer_email"_s}, {u"Lager"_s, QString()}};
        QVERIFY(templates.save(u"Shop"_s, choices));
        const auto kept = ImportTemplates(m_bench->dataDirectory()).named(u"Shop"_s);
        QVERIFY(kept);
        QCOMPARE(kept->targets, choices.targets);
        QCOMPARE(kept->form.separator, choices.form.separator);
        QCOMPARE(int(*kept->form.encoding), int(*choices.form.encoding));
        QCOMPARE(int(kept->decimals), int(choices.decimals));
        QCOMPARE(kept->titlesInLine, 4);
        QCOMPARE(kept->currency, choices.currency);
        const QString path = m_bench->dataDirectory() + u"/import_templates.json"_s;
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        QVERIFY(templates.remove(u"Shop"_s));
        QVERIFY(!templates.remove(u"Shop"_s));
        // What cannot be read is not written over.
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        QVERIFY(!templates.save(u"Shop"_s, choices));
        QVERIFY(damaged.open(QIODevice::ReadOnly));
        QCOMPARE(damaged.readAll(), QByteArray("{"));
    }

private:
    static QString written(const QTemporaryDir &folder, const QByteArray &bytes)
    {
        QFile file(folder.filePath(u"rows.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The file could not be written.");
        return file.fileName();
    }

    ImportReview reviewed(const QByteArray &bytes, const QString &account = {})
    {
        const QTemporaryDir folder;
        auto review =
            reviewFile(*m_bench->desk, account.isEmpty() ? m_account : account, written(folder, bytes), m_choices, {});
        if (!review)
            qFatal("%s", qPrintable(review.error().sentence));
        return std::move(*review);
    }

    std::unique_ptr<Bench> m_bench;
    QString m_account;
    sheets::SheetChoices m_choices;
};

TILLDECK_TEST(ImportReviewTest)

} // namespace import_review_test

#include "tst_import_review.moc"
