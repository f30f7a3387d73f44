#include "kam/text/hyphens.hpp"

#include <algorithm>
#include <array>

namespace kam {

namespace {

// A hyphen where the word may be broken. The longer of two words that begin alike goes first.
constexpr std::array kBroken{
    std::string_view("Akti-vi-tä-ten"),        std::string_view("An-sprech-partner"),
    std::string_view("At-trak-ti-vi-tät"),     std::string_view("Deckungs-beitrags-quote"),
    std::string_view("Deckungs-beitrag"),      std::string_view("Einkaufs-volumen"),
    std::string_view("Einzel-bewertung"),      std::string_view("Ent-schei-dung"),
    std::string_view("Entwicklungs-kunde"),    std::string_view("Erfüllungs-grad"),
    std::string_view("Erst-bewertung"),        std::string_view("Ertrags-kunde"),
    std::string_view("Erwartungs-wert"),       std::string_view("Für-sprecher"),
    std::string_view("Handlungs-bedarf"),      std::string_view("Jahres-gespräch"),
    std::string_view("Kenntnis-stand"),        std::string_view("Kon-zen-tra-ti-on"),
    std::string_view("Kunden-anforderung"),    std::string_view("Kunden-nummer"),
    std::string_view("Kunden-sicht"),          std::string_view("Leistungs-angebot"),
    std::string_view("Liefer-anteil"),         std::string_view("Markt-strategie"),
    std::string_view("Mitnahme-kunde"),        std::string_view("Neu-bewertung"),
    std::string_view("Organisations-einheit"), std::string_view("Partner-schaft"),
    std::string_view("Portfolio-position"),    std::string_view("Produkt-entwicklung"),
    std::string_view("Punkt-verlust"),         std::string_view("Qualitäts-management"),
    std::string_view("Schlüssel-kunde"),       std::string_view("Schwellen-wert"),
    std::string_view("Standard-kunde"),        std::string_view("Stra-te-gi-scher"),
    std::string_view("Umsatz-anteil"),         std::string_view("Umsatz-wachstum"),
    std::string_view("Unter-stützer"),         std::string_view("Ver-änderung"),
    std::string_view("Ver-ant-wort-lich"),     std::string_view("Wahr-schein-lich-keit"),
    std::string_view("Wett-bewerber"),         std::string_view("Zu-sammen-arbeit"),
    std::string_view("Über-erfüllung"),        std::string_view("Über-fällige"),
};

constexpr std::string_view kSoftHyphen = "\u00AD";

std::string without_hyphens(std::string_view word) {
  std::string solid(word);
  std::erase(solid, '-');
  return solid;
}

std::string softened(std::string_view word) {
  std::string out;
  for (const char byte : word) {
    if (byte == '-')
      out += kSoftHyphen;
    else
      out += byte;
  }
  return out;
}

}  // namespace

std::string with_soft_hyphens(std::string_view text, Language language) {
  if (language != Language::de) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const auto word = std::ranges::find_if(
        kBroken, [text](std::string_view broken) { return text.starts_with(without_hyphens(broken)); });
    const std::string_view broken = word == kBroken.end() ? text.substr(0, 1) : *word;
    out += word == kBroken.end() ? std::string(broken) : softened(broken);
    text.remove_prefix(word == kBroken.end() ? 1 : without_hyphens(broken).size());
  }
  return out;
}

}  // namespace kam
