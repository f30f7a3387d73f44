#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "kam/model/id_list.hpp"
#include "kam/model/ids.hpp"

namespace kam {

// A catalogue entry's own label: `label: text` fills `any`, `label: {de: …, en: …}` the others.
struct OwnLabel {
  std::string any;
  std::string de;
  std::string en;
  bool operator==(const OwnLabel&) const = default;
};

// An attractiveness or partnership criterion, or an area of collaboration (which has no measure).
struct Criterion {
  std::string id;
  double weight = 1;  // relative, >= 0
  std::optional<Measure> measure;
  std::vector<double> steps;  // ascending; reached at value >= step
  OwnLabel label;
  bool operator==(const Criterion&) const = default;
};

// A requirement, a kind of potential or an offering.
struct CatalogueEntry {
  std::string id;
  OwnLabel label;
  bool operator==(const CatalogueEntry&) const = default;
};

using CriterionList = IdList<Criterion>;
using EntryList = IdList<CatalogueEntry>;

struct Crosshair {
  enum class Kind { fixed, mean, median, midpoint };
  Kind kind = Kind::fixed;
  double importance = 3;
  double fulfilment = 3.5;
  bool operator==(const Crosshair&) const = default;
};

struct Thresholds {
  std::array<double, 2> abc{80, 95};    // cumulative revenue share, percent
  std::array<double, 2> bands{34, 67};  // red below the first, green from the second
  double key_account_attractiveness = 60;
  double key_account_partnership = 50;
  double matrix_attractiveness = 60;
  double matrix_strength = 67;
  Crosshair crosshair;
  int stale_after_days = 365;
  bool operator==(const Thresholds&) const = default;
};

// kam.yaml: whose accounts, the rating model, thresholds (kam-portfolio(5)). The catalogues keep the file's
// order.
struct Settings {
  std::string company;
  Language language = Language::en;
  std::string currency = "EUR";
  double scale = 5;  // the highest rating, 3 to 10
  CriterionList attractiveness;
  CriterionList partnership;
  CriterionList collaboration;
  EntryList requirements;
  EntryList potentials;
  EntryList offerings;
  Thresholds thresholds;
  bool operator==(const Settings&) const = default;
};

// The values of kam-portfolio(5), which a section that is missing takes.
Settings default_settings();

}  // namespace kam
