#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kam/model/date.hpp"
#include "kam/model/id_list.hpp"
#include "kam/model/ids.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// Everything but `id` and `name` is optional; what is unknown is absent, never zero (kam-account(5)). Texts
// that are not given are empty. Money is in the portfolio's currency, ratings run from 0 to its scale,
// percentages 0 to 100.

template <class T>
using ById = IdList<std::pair<std::string, T>>;  // in the file's order, ids unique

struct FigureYear {
  std::optional<double> revenue;
  std::optional<double> contribution_margin;
  std::optional<double> profit;
  std::optional<double> purchasing_volume;
  std::optional<double> revenue_plan;
  bool operator==(const FigureYear&) const = default;
};

// A rating of the account's own, short (`reference: 4`) or long (`{rating: 3, reason: …}`).
struct Rating {
  std::optional<double> rating;
  std::string reason;
  bool operator==(const Rating&) const = default;
};

struct CollaborationArea {
  std::optional<double> intensity;
  std::vector<std::string> activities;
  std::vector<std::string> people;
  bool operator==(const CollaborationArea&) const = default;
};

struct TeamMember {
  std::string name;
  std::string role;
  std::string unit;
  std::vector<std::string> tasks;
  std::vector<std::string> authority;
  bool operator==(const TeamMember&) const = default;
};

struct Contact {
  std::string name;
  std::string title;
  std::optional<ContactRole> role;
  std::optional<double> influence;
  std::optional<Attitude> attitude;
  std::string owner;
  bool operator==(const Contact&) const = default;
};

struct CustomerView {
  std::vector<std::string> goals;
  std::vector<std::string> important_services;
  std::vector<std::string> market_strengths;
  std::string our_contribution;
  bool operator==(const CustomerView&) const = default;
};

struct RequirementRating {
  std::optional<double> importance;
  std::optional<double> fulfilment;
  std::optional<double> best_competitor;
  std::string note;
  bool operator==(const RequirementRating&) const = default;
};

struct Assessment {
  Date date;
  Perspective perspective = Perspective::customer;
  std::string source;
  std::string by;
  ById<RequirementRating> ratings;  // by requirement id, in the file's order
  bool operator==(const Assessment&) const = default;
};

struct OfferingPosition {
  std::optional<double> current;
  std::optional<double> potential;
  std::string competitor;
  bool operator==(const OfferingPosition&) const = default;
};

struct Potential {
  std::string title;
  std::string kind;
  std::optional<double> value;
  std::optional<double> probability;  // percent
  PotentialStatus status = PotentialStatus::open;
  std::string owner;
  std::optional<Date> due;
  bool operator==(const Potential&) const = default;
};

struct Objective {
  std::string title;
  std::optional<Measure> measure;
  std::optional<double> target;
  std::optional<int> year;
  bool operator==(const Objective&) const = default;
};

struct Action {
  std::string title;
  std::string requirement;  // the one it closes, if any
  std::string owner;
  std::optional<Date> due;
  ActionStatus status = ActionStatus::open;
  bool operator==(const Action&) const = default;
};

struct Swot {
  std::vector<std::string> strengths;
  std::vector<std::string> weaknesses;
  std::vector<std::string> opportunities;
  std::vector<std::string> threats;
  bool operator==(const Swot&) const = default;
};

struct Account {
  std::string id;  // the file's stem
  std::string name;
  std::optional<Status> status;
  std::string industry;
  std::string manager;
  std::optional<int> customer_since;
  std::string external_id;
  std::vector<std::string> tags;
  std::map<int, FigureYear> figures;
  ById<Rating> attractiveness;
  ById<Rating> partnership;
  std::vector<std::string> unique_services;
  ById<CollaborationArea> collaboration;
  std::vector<TeamMember> team;
  std::vector<Contact> contacts;
  CustomerView customer_view;
  EntryList requirements;               // beyond the portfolio's list
  std::vector<Assessment> assessments;  // in the file's order
  ById<OfferingPosition> offerings;
  std::vector<Potential> potentials;
  std::vector<Objective> objectives;
  std::vector<Action> actions;
  Swot swot;
  std::string notes;
  bool operator==(const Account&) const = default;
};

// The entry of `list` with that id, or null.
template <class T>
const T* find_by_id(const ById<T>& list, std::string_view id) {
  const auto found = list.find(id);
  return found == list.end() ? nullptr : &found->second;
}

}  // namespace kam
