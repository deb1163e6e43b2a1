// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_fixture.h"
#include "money/format.h"
#include "support/runner.h"
#include "ui/figures/charge_figures.h"

namespace charge_figures_test {

using namespace Qt::StringLiterals;

using namespace tilldeck;
using test::DeskFixture;

class ChargeFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void aQuoteShowsBothSidesAndTheSplit()
    {
        const DeskFixture desk;
        ui::ReportedFigures reported;
        reported.total = u"Customer pays"_s;
        QCOMPARE(written(ui::chargeFigures(desk.quote(), reported)),
                 QStringList({
                     "[Amounts]",
                     "Price: 14,400.00 NGN | -",
                     "Customer pays: 14,400.00 NGN | -",
                     "Fee, paid by you: 921.60 NGN | -", // below the total: it is no part of it
                     "[Your price]",
                     "Priced amount: 90.00 USD | -",
                     "[Split] computed here",
                     "Gross: 90.00 USD | -",
                     "Commission, marketplace rate of 5%: −4.50 USD | -",
                     "Net to 77: 85.50 USD | -",
                     "Yours, before the fee: 4.50 USD | -",
                 }));
    }

    void aFeeOfTheCustomerStandsInTheTotal()
    {
        checkout::FeeDetails fees(DeskFixture::money(5000, u"USD"));
        fees.fee = DeskFixture::money(320, u"USD");
        fees.total = DeskFixture::money(5320, u"USD");
        fees.customerPays = true;
        ui::ReportedFigures reported;
        reported.total = u"Customer pays"_s;
        reported.amount = fees.total;
        reported.fees = fees;
        QCOMPARE(written(ui::chargeFigures({}, reported)),
                 QStringList({"[Amounts]", "Price: - | 50.00 USD", "Fee, paid by customer: - | 3.20 USD",
                              "Customer pays: - | 53.20 USD"}));
        // Figures that disagree are both there.
        reported.amount = DeskFixture::money(5300, u"USD");
        QVERIFY(written(ui::chargeFigures({}, reported)).contains("Customer pays: - | 53.00 USD"));
        QVERIFY(written(ui::chargeFigures({}, reported)).contains("Total of the fee details: - | 53.20 USD"));
    }

    void whatWasSettledStandsBesideWhatWasQuoted()
    {
        const DeskFixture desk;
        ui::ReportedFigures settled;
        settled.item = u"Design consultation"_s;
        settled.total = u"Paid"_s;
        settled.amount = DeskFixture::money(1440000, u"NGN");
        settled.priced = DeskFixture::money(9000, u"USD");
        settled.refunded = DeskFixture::money(40000, u"NGN");
        settled.split = DeskFixture::split(checkout::Split::CommissionSource::NotReported);
        settled.split->commission = DeskFixture::money(460, u"USD");
        settled.split->net = DeskFixture::money(8540, u"USD");
        const QStringList lines = written(ui::chargeFigures(desk.quote(), settled));
        QVERIFY(lines.contains("Design consultation: 14,400.00 NGN | 14,400.00 NGN"));
        QVERIFY(lines.contains("Paid: 14,400.00 NGN | 14,400.00 NGN"));
        QVERIFY(lines.contains("Refunded: - | −400.00 NGN"));
        QVERIFY(lines.contains("Priced amount: 90.00 USD | 90.00 USD"));
        QVERIFY(lines.contains("Commission, marketplace rate of 5%: −4.50 USD | −4.60 USD"));
        QVERIFY(lines.contains("Net to 77: 85.50 USD | 85.40 USD"));
        // Another rate than quoted is another line, never the quoted one's name.
        settled.split->commissionBasisPoints = 750;
        QVERIFY(written(ui::chargeFigures(desk.quote(), settled)).contains("Commission, 7.5%: - | −4.60 USD"));
    }

    void whatIsOnlyAskedForIsNotSettled()
    {
        const DeskFixture desk;
        ui::ReportedFigures settled;
        settled.total = u"Paid"_s;
        settled.amount = DeskFixture::money(1440000, u"NGN");
        settled.asked = DeskFixture::money(140000, u"NGN");
        const QStringList asked{"[Not settled yet]", "Refund asked for: - | −1,400.00 NGN"};
        const QStringList quoted = written(ui::chargeFigures(desk.quote(), settled));
        QCOMPARE(quoted.mid(quoted.indexOf(asked.front()), 2), asked);
        // Without a quote no column says that it is settled.
        QVERIFY(!written(ui::chargeFigures({}, settled)).contains(asked.front()));
        QVERIFY(written(ui::chargeFigures({}, settled)).contains(asked.back()));
    }

    void anotherPayerOfTheFeeIsSeen()
    {
        const DeskFixture desk;
        ui::ReportedFigures reported;
        reported.total = u"Customer pays"_s;
        reported.fees.emplace(DeskFixture::money(1440000, u"NGN"));
        reported.fees->fee = DeskFixture::money(92160, u"NGN");
        reported.fees->customerPays = true;
        const QStringList lines = written(ui::chargeFigures(desk.quote(), reported));
        QVERIFY(lines.contains("Fee, paid by customer: - | 921.60 NGN"));
        QVERIFY(lines.contains("Fee, paid by you: 921.60 NGN | -"));
    }

    void aRateThatDoesNotFitIsNamed()
    {
        checkout::Conversion conversion(DeskFixture::money(9000, u"USD"), DeskFixture::money(1440000, u"NGN"));
        QVERIFY(ui::rateNote(conversion).isEmpty());
        conversion.rate = u"160"_s;
        QVERIFY(ui::rateNote(conversion).isEmpty());
        conversion.rate = u"1600"_s;
        QVERIFY(!ui::rateNote(conversion).isEmpty());
        conversion.rate = u"1.0869565217391304"_s;
        QCOMPARE(ui::rateText(conversion, QLocale(QLocale::German)), u"1,0869565217391304"_s);
        QCOMPARE(ui::rateText(conversion, QLocale(QLocale::English)), conversion.rate);
    }

private:
    /// "Label: quoted | reported" for each line.
    static QStringList written(const std::vector<ui::FigureGroup> &groups)
    {
        const auto figure = [](const std::optional<money::Money> &amount) {
            return amount ? money::format(*amount, QLocale()).replace(QChar::Nbsp, u' ') : u"-"_s;
        };
        QStringList lines;
        for (const ui::FigureGroup &group : groups) {
            lines += u'[' + group.title + u']' + (group.isComputedHere ? u" computed here"_s : QString());
            for (const ui::FigureLine &line : group.lines)
                lines += u"%1: %2 | %3"_s.arg(line.label, figure(line.quoted), figure(line.reported));
        }
        return lines;
    }
};

TILLDECK_TEST(ChargeFiguresTest)

} // namespace charge_figures_test

#include "tst_charge_figures.moc"
