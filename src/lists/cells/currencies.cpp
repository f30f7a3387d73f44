#include "lists/cells/currencies.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "kam/unicode/unicode.hpp"
#include "lists/cells/units.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr auto kSigns = std::to_array<CurrencySign>({
    {"€", "EUR"},
    {"Euro", "EUR"},
    {"US$", "USD"},
    {"A$", "AUD"},
    {"C$", "CAD"},
    {"HK$", "HKD"},
    {"NZ$", "NZD"},
    {"R$", "BRL"},
    {"S$", "SGD"},
    {"$", "USD AUD CAD HKD MXN NZD SGD TWD ARS CLP COP"},
    {"£", "GBP"},
    {"¥", "JPY CNY"},
    {"SFr.", "CHF"},
    {"Fr.", "CHF"},
    {"kr.", "DKK ISK NOK SEK"},
    {"kr", "DKK ISK NOK SEK"},
    {"zł", "PLN"},
    {"Kč", "CZK"},
    {"₹", "INR"},
    {"₩", "KRW"},
    {"₺", "TRY"},
    {"₽", "RUB"},
    {"₴", "UAH"},
});

// ISO 4217, but for the lek and the paʻanga, whose codes are the words `all` and `top`.
constexpr auto kCodes =
    "AED AFN AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD "
    "HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
    "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
    "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND "
    "TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"sv;

std::vector<CurrencySign> list_signs() {
  constexpr std::size_t kStep = 4;
  std::vector<CurrencySign> signs(kSigns.begin(), kSigns.end());
  for (std::size_t i = 0; i < kCodes.size(); i += kStep)
    signs.push_back({kCodes.substr(i, 3), kCodes.substr(i, 3)});
  return signs;
}

// What of a sign is left in a header's words: `Fr.` is `fr`.
std::string word_of(std::string_view sign) {
  const std::string folded = fold_name(sign);
  const auto words = split_words(folded);
  return std::string(words.front());
}

}  // namespace

std::span<const CurrencySign> currency_signs() {
  static const std::vector<CurrencySign> kAll = list_signs();
  return kAll;
}

const CurrencySign* find_currency(std::string_view word) {
  static const auto kByWord = [] {
    std::map<std::string, const CurrencySign*, std::less<>> by_word;
    for (const CurrencySign& sign : currency_signs()) by_word.try_emplace(word_of(sign.sign), &sign);
    return by_word;
  }();
  const auto found = kByWord.find(word);
  return found == kByWord.end() ? nullptr : found->second;
}

bool may_mean(const CurrencySign& sign, std::string_view code) {
  return code.empty() || sign.codes.find(code) != std::string_view::npos;
}

}  // namespace kam
