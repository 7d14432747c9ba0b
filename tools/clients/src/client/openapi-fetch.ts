// Calls every operation by openapi-fetch, and prints a line about each.
import createClient from "openapi-fetch";
import type { paths } from "./openapi-typescript/api";

const api = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const print = (operation: string, result: unknown) => console.log(`${operation}: ${result}`);

async function main() {
  const { data: sections } = await api.GET("/sections", { params: { query: { limit: 2 } } });
  print("listSections", `${sections?.sections.length} of ${sections?.total}`);
  const video = { params: { path: { sectionId: "video" } } };
  const { data: section } = await api.GET("/sections/{sectionId}", video);
  print("getSection", `${section?.title.en}, ${section?.papers.length}`);
  const { data: references } = await api.GET("/sections/{sectionId}/bibtex", { ...video, parseAs: "text" });
  print("getSectionBibTex", references?.split("\n")[0]);
  const { data: found } = await api.GET("/papers", {
    params: { query: { q: "cycle consistency", explain: true, limit: 1 }, header: { "Accept-Language": "en" } },
  });
  const hit = found?.papers[0];
  print("searchPapers", `${found?.total}, ${hit?.id}, ${hit?.highlights.reviewLanguage}`);
  const { data: some } = await api.GET("/papers/batch", {
    params: { query: { ids: ["1911.09070", "x", "1905.11946"] } },
  });
  print("getPapersById", `${some?.papers.map(({ id }) => id).join(" ")}, not ${some?.notFound.join(" ")}`);
  const efficientDet = { params: { path: { paperId: "1911.09070" } } };
  const { data: paper } = await api.GET("/papers/{paperId}", efficientDet);
  print("getPaper", `${paper?.title}, ${paper?.authors.length}`);
  const { data: reference } = await api.GET("/papers/{paperId}/bibtex", { ...efficientDet, parseAs: "text" });
  print("getPaperBibTex", reference?.split("\n")[0]);
  const { data: related } = await api.GET("/papers/{paperId}/related", {
    params: { path: { paperId: "1911.09070" }, query: { limit: 2 } },
  });
  print("listRelatedPapers", related?.papers.length);
  const { data: suggested } = await api.GET("/suggestions", { params: { query: { q: "obj" } } });
  print("suggest", [...new Set(suggested?.suggestions.map(({ kind }) => kind))].sort().join(" "));
  const { data: feed } = await api.GET("/feed", {
    params: { header: { "Accept-Language": "en" } },
    parseAs: "text",
  });
  print("getFeed", /xml:lang="(\w+)"/.exec(feed ?? "")?.[1]);
  const { data: description } = await api.GET("/openapi.json");
  print("getDescription", description?.openapi);
  const { error, response } = await api.GET("/sections/{sectionId}", {
    params: { path: { sectionId: "astrology" } },
  });
  print("problem", `${response.status} ${error && "type" in error ? error.type : ""}`);
}

void main();
