#include "kam/schema/schema.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>

#include "kam/format/format.hpp"
#include "kam/render/render.hpp"

#include <nlohmann/json.hpp>

using namespace kam;
using nlohmann::json;

namespace {

json schema_of(FileKind file, const Settings& settings, CatalogueIds ids, Language language = Language::en) {
  return json::parse(render_json(build_schema(file, settings, ids, language)));
}

json account_schema() {
  return schema_of(FileKind::account, default_settings(), CatalogueIds::these_only);
}

// The paths of all keys that the format has, as key texts call them.
std::set<std::string> format_paths(const Record& format) {
  std::set<std::string> paths;
  const std::function<void(const Record&, const std::string&)> walk = [&](const Record& record,
                                                                          const std::string& above) {
    for (const auto& field : record.fields) {
      const auto path = above + std::string(field.key);
      paths.insert(path);
      if (field.shape.record != nullptr) walk(*field.shape.record, path + ".");
    }
  };
  walk(format, "");
  return paths;
}

std::set<std::string> text_paths(FileKind file) {
  const auto paths = key_text_paths(file);
  return {paths.begin(), paths.end()};
}

}  // namespace

TEST_CASE("every key of the files has a text in both languages, and no text is about another key") {
  CHECK(text_paths(FileKind::account) == format_paths(account_format()));
  CHECK(text_paths(FileKind::portfolio) == format_paths(settings_format()));
  for (const auto file : {FileKind::account, FileKind::portfolio})
    for (const auto path : key_text_paths(file))
      for (const auto language : {Language::en, Language::de}) {
        CAPTURE(path);
        const auto text = find_key_text(file, path, language);
        REQUIRE(text.has_value());
        CHECK_FALSE(text->title.empty());
        CHECK(text->description.find_last_of(".?") + 1 == text->description.size());
      }
  CHECK_FALSE(find_key_text(FileKind::account, "company", Language::en).has_value());
}

TEST_CASE("a key is explained in the language, with an example of its kind") {
  const auto account = account_schema();
  CHECK(account["properties"]["manager"] == json::parse(R"({
    "title": "Key account manager",
    "description": "The fixed contact on our side: the key account manager.",
    "examples": ["Anna Schmidt"],
    "type": ["string", "number", "boolean", "null"]})"));
  CHECK(account["properties"]["customer_since"]["examples"] == json::parse("[2014]"));
  CHECK(account["properties"]["tags"]["examples"] == json::parse(R"([["export"]])"));
  CHECK(
      account["properties"]["contacts"]["items"]["properties"]["attitude"]["description"] ==
      "How the person stands towards us. champion: Champion, supporter: Supporter, neutral: Neutral, critic: "
      "Critic, opponent: Opponent.");
  const auto german =
      schema_of(FileKind::account, default_settings(), CatalogueIds::these_only, Language::de);
  CHECK(german["properties"]["manager"]["description"] ==
        "Der feste Ansprechpartner bei uns: der Key-Account-Manager.");
}

TEST_CASE("the portfolio's scale and catalogues bound what an account may say") {
  auto settings = default_settings();
  settings.scale = 7;
  settings.attractiveness = {{"export", 1, {}, {}, {"Exportanteil", "", ""}}};
  const auto known = schema_of(FileKind::account, settings, CatalogueIds::these_only);
  const auto& attractiveness = known["properties"]["attractiveness"];
  CHECK(attractiveness["properties"].size() == 1);
  CHECK(attractiveness["properties"]["export"]["title"] == "Exportanteil");
  CHECK(attractiveness["properties"]["export"]["maximum"] == 7);
  CHECK(attractiveness["properties"]["export"]["type"] == json::parse(R"(["number", "null", "object"])"));
  CHECK(attractiveness["patternProperties"] == json::parse(R"({"^x_": true})"));
  CHECK(attractiveness["additionalProperties"] == false);
  const auto any = schema_of(FileKind::account, settings, CatalogueIds::any);
  CHECK(any["properties"]["attractiveness"]["additionalProperties"]["maximum"] == 7);
  CHECK(any["properties"]["attractiveness"]["propertyNames"]["pattern"] == "^([a-z][a-z0-9_]*$|x_)");
}

TEST_CASE("a catalogue's ids are offered with their question") {
  const auto account = account_schema();
  const auto& flexibility =
      account["properties"]["assessments"]["items"]["properties"]["ratings"]["properties"]["flexibility"];
  CHECK(flexibility["title"] == "Is flexible and open to change");
  CHECK_FALSE(flexibility["description"].get<std::string>().empty());
  const auto portfolio = schema_of(FileKind::portfolio, default_settings(), CatalogueIds::these_only);
  CHECK(portfolio["properties"]["requirements"]["properties"].contains("flexibility"));
}

TEST_CASE("what must be there is required, and companions need each other") {
  CHECK(account_schema()["required"] == json::parse(R"(["kam", "name"])"));
  CHECK(account_schema()["properties"]["assessments"]["items"]["required"] ==
        json::parse(R"(["date", "perspective"])"));
  const auto portfolio = schema_of(FileKind::portfolio, default_settings(), CatalogueIds::these_only);
  CHECK(portfolio["properties"]["attractiveness"]["properties"]["growth"]["dependencies"] ==
        json::parse(R"({"measure": ["steps"], "steps": ["measure"]})"));
  CHECK(portfolio["properties"]["thresholds"]["properties"]["abc"]["maxItems"] == 2);
  CHECK(portfolio["properties"]["thresholds"]["properties"]["crosshair"]["anyOf"][0]["enum"] ==
        json::parse(R"(["mean", "median", "midpoint", null])"));
}
