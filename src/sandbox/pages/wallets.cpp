// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/wallets.h"

#include <QHash>

#include <algorithm>

namespace tilldeck::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kNationalNumber = "77000000"_L1; // and one digit that chooses the behaviour

const WalletCountry *countryOf(const QString &code)
{
    const auto &all = walletCountries();
    const auto found = std::ranges::find_if(all, [&](const WalletCountry &country) { return country.code == code; });
    return found == all.cend() ? nullptr : &*found;
}

} // namespace

QString Wallet::plainNumber() const
{
    QString plain = msisdn;
    plain.remove(u' ').remove(u'-');
    return plain.startsWith("00"_L1) ? u'+' + plain.mid(2) : plain;
}

const QList<WalletCountry> &walletCountries()
{
    static const QList<WalletCountry> all{
        {u"SN"_s, u"Senegal"_s, u"221"_s, {u"orange_money"_s, u"wave_sn"_s, u"free_money"_s}},
        {u"CI"_s, u"Côte d’Ivoire"_s, u"225"_s, {u"orange_money"_s, u"wave_ci"_s, u"mtn_momo"_s, u"moov_money"_s}},
        {u"BJ"_s, u"Benin"_s, u"229"_s, {u"mtn_momo"_s, u"moov_money"_s}},
        {u"BF"_s, u"Burkina Faso"_s, u"226"_s, {u"orange_money"_s, u"moov_money"_s}},
        {u"ML"_s, u"Mali"_s, u"223"_s, {u"orange_money"_s}},
        {u"TG"_s, u"Togo"_s, u"228"_s, {u"moov_money"_s}}};
    return all;
}

QString operatorName(const QString &operatorId)
{
    static const QHash<QString, QString> names{
        {u"orange_money"_s, u"Orange Money"_s}, {u"wave_sn"_s, u"Wave"_s},      {u"wave_ci"_s, u"Wave Côte d’Ivoire"_s},
        {u"free_money"_s, u"Free Money"_s},     {u"mtn_momo"_s, u"MTN MoMo"_s}, {u"moov_money"_s, u"Moov Money"_s}};
    return names.value(operatorId, operatorId);
}

QList<FieldError> walletProblems(const Wallet &wallet)
{
    QList<FieldError> problems;
    const WalletCountry *country = countryOf(wallet.country);
    if (!country)
        problems << FieldError{u"country"_s, u"Mobile money is not taken from this country. Choose another."_s};
    else if (!country->operators.contains(wallet.operatorId))
        problems << FieldError{u"operator"_s, u"Choose an operator of %1."_s.arg(country->name)};
    const QString number = wallet.plainNumber();
    const QString start = u'+' + (country ? country->dialCode : QString()) + kNationalNumber;
    const int last = number.size() == start.size() + 1 ? number.back().digitValue() : -1;
    if (country && !number.startsWith(u'+' + country->dialCode))
        problems << FieldError{u"msisdn"_s,
                               u"Write the number with the code of %1, +%2."_s.arg(country->name, country->dialCode)};
    else if (country && (!number.startsWith(start) || last < 0 || last >= testWallets().size()))
        problems << FieldError{u"msisdn"_s, u"The sandbox takes test numbers only. They are listed below the form."_s};
    return problems;
}

WalletBehaviour behaviourOf(const Wallet &wallet)
{
    return WalletBehaviour(wallet.plainNumber().back().digitValue());
}

QList<TestWallet> testWallets()
{
    return {{u"77 000 00 00"_s, u"Pays."_s},
            {u"77 000 00 01"_s, u"Declined: too little money."_s},
            {u"77 000 00 02"_s, u"Waits for the phone, then pays after 30 seconds."_s},
            {u"77 000 00 03"_s, u"Waits until the test call decides."_s}};
}

} // namespace tilldeck::sandbox
