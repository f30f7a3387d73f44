"""The portfolios whose pages are looked at."""

import itertools
import json
import re
import shutil
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]

# Texts that have broken a page, a policy or a reading direction somewhere.
HOSTILE = [
    "<script>window.pwned = 1; alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</title></style></svg><script>alert(1)</script>",
    "javascript:alert(1)",
    "]]><svg onload=alert(1)>",
    "<!-- --> --!> <![CDATA[",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "شركة المستقبل (مصر)",
    "חברה בע\"מ 123",
    "株式会社コンパニー",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "https://example.com/?a=1&b=2",
    "e\u0301\u0323 👩‍🚀🇩🇪",
    "x" * 300,
]

ACCOUNT = """kam: 1
name: TEXT
status: key_account
industry: TEXT
manager: TEXT
tags: [TEXT, TEXT]
figures:
  2025: {revenue: 1000}
attractiveness:
  reference: {rating: 4, reason: TEXT}
partnership:
  partner_acceptance: {rating: 3, reason: TEXT}
unique_services: [TEXT]
collaboration:
  sales: {intensity: 3, activities: [TEXT], people: [TEXT]}
team:
  - {name: TEXT, role: TEXT, unit: TEXT, tasks: [TEXT], authority: [TEXT]}
contacts:
  - {name: TEXT, title: TEXT, influence: 4, attitude: critic, owner: TEXT}
customer_view: {goals: [TEXT], our_contribution: TEXT}
requirements:
  own: {label: TEXT}
assessments:
  - date: 2026-01-05
    perspective: customer
    source: TEXT
    by: TEXT
    ratings:
      own: {importance: 4, fulfilment: 2, note: TEXT}
      flexibility: {importance: 4, fulfilment: 3}
potentials:
  - {title: TEXT, value: 1000, probability: 50, owner: TEXT}
objectives:
  - {title: TEXT}
actions:
  - {title: TEXT, owner: TEXT, due: 2026-02-01}
  - {title: TEXT, owner: TEXT}
swot: {strengths: [TEXT], threats: [TEXT, TEXT]}
notes: TEXT
"""


def example(directory):
    shutil.copytree(SOURCE / "examples" / "portfolio", directory)


def hostile(directory, accounts=2):
    """Every free text of an account is a hostile one, and each of these is in every account somewhere."""
    (directory / "accounts").mkdir(parents=True)
    (directory / "kam.yaml").write_text(f"kam: 1\ncompany: {json.dumps(HOSTILE[0])}\n", encoding="utf-8")
    for number in range(accounts):
        texts = itertools.cycle(HOSTILE[number * 7:] + HOSTILE[:number * 7])
        account = re.sub("TEXT", lambda _: json.dumps(next(texts), ensure_ascii=False), ACCOUNT)
        (directory / "accounts" / f"hostile-{number}.yaml").write_text(account, encoding="utf-8")


def large(directory, accounts=300):
    """So many customers that an index must be made for it; every eighth not assessed, some former."""
    (directory / "accounts").mkdir(parents=True)
    (directory / "kam.yaml").write_text("kam: 1\ncompany: Auetal Antriebstechnik GmbH\nlanguage: de\n", encoding="utf-8")
    for n in range(accounts):
        assessed = "" if n % 8 == 0 else f"""assessments:
  - date: {2024 + n % 3}-0{1 + n % 9}-15
    perspective: {"own" if n % 5 == 0 else "customer"}
    ratings:
      delivery_on_time: {{importance: {1 + n % 5}, fulfilment: {(n * 7) % 6}}}
      flexibility: {{importance: {1 + n % 3}, fulfilment: {(n * 3) % 6}}}
"""
        (directory / "accounts" / f"kunde-{n:03}.yaml").write_text(f"""kam: 1
name: Kundengesellschaft Nummer {n} GmbH & Co. KG
status: {"former" if n % 50 == 7 else "key_account"}
figures:
  2025: {{revenue: {(n * 7919) % 100000 * 10}}}
attractiveness: {{reference: {n % 6}, technology_partner: {(n * 5) % 6}, innovation_leader: {(n * 11) % 6}}}
partnership: {{partner_acceptance: {n % 6}, collaboration_potential: {(n * 5) % 6}}}
{assessed}actions:
  - {{title: Maßnahme {n} mit dem Kunden vereinbaren, due: 202{6 + n % 2}-03-0{1 + n % 9}}}
""", encoding="utf-8")
