// Calls every operation by the client of @hey-api/openapi-ts, and prints a line about each.
import { client } from "./hey-api/client.gen";
import * as api from "./hey-api/index";

client.setConfig({ baseUrl: process.argv[2] ?? "" });
const print = (operation: string, result: unknown) => console.log(`${operation}: ${result}`);

async function main() {
  const { data: sections } = await api.listSections({ query: { limit: 2 } });
  print("listSections", `${sections?.sections.length} of ${sections?.total}`);
  const video = { path: { sectionId: "video" } };
  const { data: section } = await api.getSection(video);
  print("getSection", `${section?.title.en}, ${section?.papers.length}`);
  const { data: references } = await api.getSectionBibTex(video);
  print("getSectionBibTex", references?.split("\n")[0]);
  const { data: found } = await api.searchPapers({
    query: { q: "cycle consistency", explain: true, limit: 1 },
    headers: { "Accept-Language": "en" },
  });
  const hit = found?.papers[0];
  print("searchPapers", `${found?.total}, ${hit?.id}, ${hit?.highlights.reviewLanguage}`);
  const { data: some } = await api.getPapersById({ query: { ids: ["1911.09070", "x", "1905.11946"] } });
  print("getPapersById", `${some?.papers.map(({ id }) => id).join(" ")}, not ${some?.notFound.join(" ")}`);
  const efficientDet = { path: { paperId: "1911.09070" } };
  const { data: paper } = await api.getPaper(efficientDet);
  print("getPaper", `${paper?.title}, ${paper?.authors.length}`);
  const { data: reference } = await api.getPaperBibTex(efficientDet);
  print("getPaperBibTex", reference?.split("\n")[0]);
  const { data: related } = await api.listRelatedPapers({ ...efficientDet, query: { limit: 2 } });
  print("listRelatedPapers", related?.papers.length);
  const { data: suggested } = await api.suggest({ query: { q: "obj" } });
  print("suggest", [...new Set(suggested?.suggestions.map(({ kind }) => kind))].sort().join(" "));
  const { data: feed } = await api.getFeed({ headers: { "Accept-Language": "en" }, parseAs: "text" });
  print("getFeed", /xml:lang="(\w+)"/.exec(String(feed))?.[1]);
  const { data: description } = await api.getDescription();
  print("getDescription", description?.openapi);
  const { error, response } = await api.getSection({ path: { sectionId: "astrology" } });
  print("problem", `${response?.status} ${error && "type" in error ? error.type : ""}`);
}

void main();
