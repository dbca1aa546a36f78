"""An engine that a test holds in its hands: what it answers, and when, for states that are hard to bring about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

__all__ = ["use_fake_engine"]

_ENGINE = """
const plain = (text) => [{ text, hit: false }];
const result = (name) => ({
  url: `/${name}/`, title: [{ text: name, hit: true }, { text: " page", hit: false }], language: "",
  date: "2026-01-02T00:00:00Z", tags: ["guide"], score: 1,
  sections: [{ id: 1, score: 1, url: `/${name}/#part`, heading: plain(`Part of ${name}`), breadcrumb: ["Above"],
    snippet: plain(`What ${name} says.`), isCode: false }],
});
const answer = (names, more = {}) => ({
  results: [...names].map(result), total: names.length, corrections: [], took_ms: 1, meaning: "off", ...more,
});
window.asked = [];
window.answerLater = () => {};
export const createSearch = async () => ({
  manifest: {
    revision: "1", site: { title: "Fake", language: "en", baseUrl: "/" }, counts: { documents: 4, sections: 4 },
    facets: { tags: 2, dates: 4 },
  },
  async warmUp() {},
  async query(text, options) {
    window.asked.push({ text, filter: options.filter, sort: options.sort, meaning: options.meaning });
    if (text === "reorder") {
      options.onUpdate(answer(["alpha", "beta", "gamma", "delta"], { meaning: "pending" }));
      await new Promise((resolve) => { window.answerLater = resolve; });
      return answer(["delta", "gamma", "beta", "alpha"], { meaning: "used" });
    }
    if (text === "degraded") return answer(["alpha"], { meaning: "unavailable" });
    if (text === "nothing") return answer([]);
    if (text === "fault") throw new Error("the engine is broken");
    const tags = options.filter.tags;
    return answer(tags.length ? ["alpha"] : ["alpha", "beta"], {
      facets: { tags: [{ value: "guide", count: 2 }, { value: "reference", count: 1 }] },
    });
  },
  async suggest(prefix) { return ["notable", "nothingness"].filter((word) => word.startsWith(prefix)); },
});
"""


def use_fake_engine(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(body=_ENGINE, content_type="text/javascript")

    page.route("**/search/engine.js", answer)
