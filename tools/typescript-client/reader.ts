// A client of the API, with types that openapi-typescript makes of openapi.yaml:
// node target/reader.js http://127.0.0.1:3000
import createClient from "openapi-fetch";
import type { components, paths } from "./target/api.js";

type Bilingual = components["schemas"]["Bilingual"];

const address = process.argv[2] ?? "http://127.0.0.1:3000";
const api = createClient<paths>({ baseUrl: address });

function inEnglish(text: Bilingual): string {
  return text.en ?? text.ja ?? "";
}

const { data: found, error } = await api.GET("/papers", {
  params: { query: { q: "cycle consistency", limit: 1 } },
});
if (error) {
  throw new Error("title" in error ? error.title : error.message);
}
console.log(`found ${found.total}`);
for (const hit of found.papers) {
  const marked = hit.highlights.title.filter((part) => part.match).map((part) => part.text);
  console.log(`${hit.id} ${hit.title}, marked: ${marked.join(", ")}`);
}

const { data: some } = await api.GET("/papers/batch", {
  params: { query: { ids: ["1911.09070", "0000.00000"] } },
});
if (some) {
  console.log(`by id ${some.papers.map((each) => each.title)}, not ${some.notFound}`);
}

const { data: paper, response } = await api.GET("/papers/{paperId}", {
  params: { path: { paperId: "1911.09070" } },
});
if (paper) {
  console.log(`in ${inEnglish(paper.section.title)}, next ${paper.next?.id}`);
}
const unchanged = await api.GET("/papers/{paperId}", {
  params: {
    path: { paperId: "1911.09070" },
    header: { "If-None-Match": response.headers.get("etag") ?? "" },
  },
});
console.log(`again ${unchanged.response.status}`);

const { data: reference } = await api.GET("/papers/{paperId}/bibtex", {
  params: { path: { paperId: "1911.09070" } },
  parseAs: "text",
});
console.log(reference?.split("\n")[0]);

const { error: problem } = await api.GET("/sections/{sectionId}", {
  params: { path: { sectionId: "astrology" } },
});
if (problem && "type" in problem) {
  console.log(`problem ${problem.type}`);
}

// @ts-expect-error: there is no such parameter, and the compiler knows.
await api.GET("/papers", { params: { query: { page: 2 } } });
