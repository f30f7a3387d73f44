#include "kam/model/settings.hpp"

namespace kam {

Settings default_settings() {
  Settings settings;
  settings.attractiveness = {
      {"revenue", 20, Measure::revenue, {50000, 100000, 250000, 500000, 1000000}, {}},
      {"contribution_margin", 20, Measure::contribution_margin, {10000, 25000, 75000, 150000, 300000}, {}},
      {"growth", 10, Measure::revenue_growth, {0, 2.5, 5, 10, 20}, {}},
      {"reference", 15, {}, {}, {}},
      {"technology_partner", 10, {}, {}, {}},
      {"innovation_leader", 10, {}, {}, {}},
      {"industry_pioneer", 10, {}, {}, {}},
      {"differentiation", 5, {}, {}, {}},
  };
  settings.partnership = {{"collaboration_potential", 1, {}, {}, {}},
                          {"partner_acceptance", 1, {}, {}, {}},
                          {"strategic_relevance", 1, {}, {}, {}}};
  settings.collaboration = {{"product_development", 1, {}, {}, {}},
                            {"logistics", 1, {}, {}, {}},
                            {"quality_management", 1, {}, {}, {}},
                            {"marketing", 1, {}, {}, {}},
                            {"sales", 1, {}, {}, {}}};
  settings.requirements = {{"delivered_quality", {}},       {"delivery_on_time", {}},
                           {"acceptable_price", {}},        {"customer_goals", {}},
                           {"market_information", {}},      {"innovative_products", {}},
                           {"proven_quality", {}},          {"flexibility", {}},
                           {"market_strategies", {}},       {"brand_integration", {}},
                           {"joint_revenue_potential", {}}, {"price_performance", {}},
                           {"negotiation_competence", {}}};
  settings.potentials = {{"new_offerings", {}},
                         {"process_optimisation", {}},
                         {"faster_development", {}},
                         {"new_business_fields", {}},
                         {"joint_strategy", {}}};
  return settings;
}

}  // namespace kam
