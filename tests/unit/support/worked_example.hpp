#pragma once

#include <string_view>

// The two worked files of the format's description, as they stand there.

inline constexpr std::string_view kWorkedSettings =
    R"yaml(kam: 1                       # format of this directory
company: Beispiel Antriebstechnik AG
language: de                 # labels in tables, reports, prompts: de | en
currency: EUR                # ISO 4217
scale: 5                     # highest rating; 3 to 10

attractiveness:              # why a customer is especially important: weights are relative
  revenue:             {weight: 20, measure: revenue, steps: [50000, 100000, 250000, 500000, 1000000]}
  contribution_margin: {weight: 20, measure: contribution_margin, steps: [10000, 25000, 75000, 150000, 300000]}
  growth:              {weight: 10, measure: revenue_growth, steps: [0, 2.5, 5, 10, 20]}
  reference:           {weight: 15}
  technology_partner:  {weight: 10}
  innovation_leader:   {weight: 10}
  industry_pioneer:    {weight: 10}
  differentiation:     {weight: 5}

partnership:                 # could it become a partner, and does it accept us as one
  collaboration_potential: {weight: 1}
  partner_acceptance:      {weight: 1}
  strategic_relevance:     {weight: 1}

collaboration:               # areas of today's working together
  product_development: {weight: 1}
  logistics:           {weight: 1}
  quality_management:  {weight: 1}
  marketing:           {weight: 1}
  sales:               {weight: 1}

requirements:                # what customers demand of a supplier
  delivered_quality: {}      # every customer's
  delivery_on_time: {}
  acceptable_price: {}
  customer_goals: {}         # a key account's
  market_information: {}
  innovative_products: {}
  proven_quality: {}
  flexibility: {}
  market_strategies: {}
  brand_integration: {}
  joint_revenue_potential: {}
  price_performance: {}
  negotiation_competence: {}

potentials:                  # what we can open up for the customer
  new_offerings: {}
  process_optimisation: {}
  faster_development: {}
  new_business_fields: {}
  joint_strategy: {}

offerings: {}                # our product lines, for the white-space grid; e.g. spare_parts: {label: Ersatzteile}

thresholds:
  abc: [80, 95]              # cumulative revenue share, percent
  bands: [34, 67]            # red below the first, green from the second
  key_account: {attractiveness: 60, partnership: 50}
  matrix: {attractiveness: 60, strength: 67}
  crosshair: {importance: 3, fulfilment: 3.5}   # or: mean | median | midpoint
  stale_after_days: 365
)yaml";

inline constexpr std::string_view kWorkedAccount = R"yaml(kam: 1
name: Nordlicht Windkraft GmbH
status: key_account            # prospect | candidate | key_account | former
industry: Windenergie
manager: Anna Schmidt          # the fixed contact: the key account manager
customer_since: 2014
external_id: "10023"           # its number in the ERP or CRM
tags: [export, offshore]

figures:                       # per fiscal year
  2024: {revenue: 1180000, contribution_margin: 390000, purchasing_volume: 3300000}
  2025: {revenue: 1240000, contribution_margin: 412000, profit: 150000, purchasing_volume: 3500000}
  2026: {revenue_plan: 1400000}

attractiveness:
  reference: 4
  technology_partner:          # long form: with the reason
    rating: 3
    reason: Prüfstand wird gemeinsam betrieben
partnership:
  collaboration_potential: 4
  partner_acceptance: 5
  strategic_relevance: {rating: 3, reason: einer von zwei gelisteten Lieferanten}
unique_services:               # what we do for it that other suppliers do not
  - Ersatzteile binnen 24 Stunden an jedem Standort

collaboration:
  logistics:
    intensity: 4
    activities: [Konsignationslager Bremerhaven]
    people: [Jonas Weber]
team:                          # who looks after the customer on our side
  - name: Anna Schmidt
    role: Key-Account-Managerin
    unit: Key-Account-Management          # place in the organisation
    tasks: [Jahresgespräch führen]
    authority: [Rabatt bis 5 %]           # powers towards the customer
contacts:                      # the customer's people
  - name: Dr. Maren Petersen
    title: Leiterin Einkauf
    role: decision_maker       # decision_maker | approver | evaluator | user | other
    influence: 5               # rating
    attitude: supporter        # champion | supporter | neutral | critic | opponent
    owner: Anna Schmidt        # who of ours keeps the contact

customer_view:
  goals: [Anlagenverfügbarkeit über 98 %]
  important_services: [Liefertreue, Dokumentation]
  market_strengths: [Offshore-Service]
  our_contribution: Kürzere Stillstände durch schnelle Ersatzteile
requirements:                  # what this customer demands beyond the portfolio's list
  english_documentation: {label: Dokumentation auf Englisch}
assessments:                   # dated, oldest first or in any order
  - date: 2026-03-31
    perspective: customer      # customer | own: whose view this is
    source: Jahresgespräch 2026
    by: Anna Schmidt
    ratings:
      delivered_quality: {importance: 5, fulfilment: 4}
      flexibility: {importance: 4, fulfilment: 2, best_competitor: 4, note: Eilaufträge dauern zu lange}
  - date: 2026-09-15           # a later one may hold only what changed
    perspective: customer
    ratings:
      flexibility: {fulfilment: 3}

offerings:                     # white space, per year
  spare_parts: {current: 420000, potential: 600000, competitor: Meyer Teile KG}
potentials:
  - title: Zustandsüberwachung als Dienstleistung
    kind: new_offerings
    value: 250000
    probability: 40            # percent
    status: open               # open | won | lost
    owner: Jonas Weber
    due: 2027-06-30
objectives:
  - title: Umsatz 1,5 Mio. EUR
    measure: revenue
    target: 1500000
    year: 2027
actions:
  - title: Lieferavis per EDI einführen
    requirement: delivery_on_time   # what it closes, if it closes one
    owner: Jonas Weber
    due: 2026-12-15
    status: open               # open | done | dropped
swot:
  strengths: [Servicenetz]
  weaknesses: [lange Angebotszeiten]
  opportunities: [Offshore-Ausbau]
  threats: [Zweitlieferant ab 2027]
notes: |
  Free text.
)yaml";
