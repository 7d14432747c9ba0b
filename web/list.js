import { href } from './address.js';
import { bilingual, h, inLanguage, marked, paragraphs } from './dom.js';
import { language, texts } from './texts.js';

const MOST_KEYWORDS = 14;

/** What was asked for, and the papers found. */
export function listView({ state, pages, sections }, more) {
  const { query, facets } = pages[0];
  const papers = pages.flatMap((page) => page.papers);
  return [
    filters(state, facets),
    remarks(state, query, papers),
    introduction(sections.get(state.section)),
    papers.length > 0
      ? results(state, query, papers, sections)
      : h('p.apart', texts.none, ' ', h('a', { href: '?' }, texts.clear)),
    pages.at(-1).next && h('p.apart.more', h('button.button', { click: more }, texts.more)),
  ];
}

export function count(pages) {
  return texts.count(pages.flatMap((page) => page.papers).length, pages[0].total);
}

/** Sections and keywords, with the number of papers that each would give. */
export function facets({ state, pages }, open) {
  const { sections, articles, keywords } = pages[0].facets;
  // Only where there is more than one article, it matters which a section is of.
  const heading = ({ articleId }, before) =>
    articles.length > 1 &&
    before?.articleId !== articleId &&
    bilingual('li.article', articles.find((each) => each.id === articleId).title, language);
  const bySection = sections.map((each, index) => [
    heading(each, sections[index - 1]),
    choice(state, 'section', each.id, each.title, each.count),
  ]);
  const byKeyword = keywords
    .filter((each) => each.language === language)
    .slice(0, MOST_KEYWORDS)
    .map(({ keyword, count }) => choice(state, 'keyword', keyword, { [language]: keyword }, count));
  return bySection.length + byKeyword.length > 0 && h(
    'details', { open }, h('summary', texts.narrow),
    facet('sections', bySection), facet('keywords', byKeyword),
  );
}

function facet(name, items) {
  return h('nav', { 'aria-labelledby': name }, h('h2', { id: name }, texts[name]), h('ul', items));
}

/** A link that chooses, and when chosen takes the choice back. */
function choice(state, name, value, label, papers) {
  const chosen = state[name] === value;
  const attributes = {
    href: href(state, { [name]: chosen ? '' : value }),
    'aria-current': chosen && 'true',
    'data-focus': name + value,
  };
  return h('li', h('a', attributes, bilingual('span', label, language), ' ', h('small', papers)));
}

function filters(state, { sections }) {
  const title = sections.find((each) => each.id === state.section)?.title;
  const chosen = {
    section: state.section && (inLanguage(title, language).text || state.section),
    keyword: state.keyword,
  };
  const items = Object.entries(chosen)
    .filter(([, label]) => label)
    .map(([name, label]) => [
      h('a', { href: href(state, { [name]: '' }), 'aria-label': texts.remove(label) }, `${label} ×`),
      ' ',
    ]);
  return h('p.filters', items);
}

function remarks(state, { q, correctedQuery, didYouMean, matched }, { length }) {
  const remark = (...children) => h('p.remark', children);
  const around = ([before, after], child) => remark(before, child, after);
  return [
    correctedQuery && around(texts.corrected(q), h('strong', correctedQuery)),
    didYouMean &&
      around(texts.didYouMean, h('a', { href: href(state, { q: didYouMean }) }, didYouMean.trim())),
    matched === 'any' && length > 0 && remark(texts.any),
  ];
}

function introduction(section) {
  const text = section && paragraphs(inLanguage(section.introduction, language));
  return section && h('section.introduction', bilingual('h2', section.title, language), text);
}

/** The papers; in the catalogue's order, each section has its heading. */
function results(state, query, papers, sections) {
  const ordered = query.sort === 'catalogue';
  const parted = ordered && !state.section;
  const items = papers.map((paper, index) => {
    const title = sections.get(paper.sectionId)?.title;
    const begins = papers[index - 1]?.sectionId !== paper.sectionId;
    return [
      parted && begins && h('li', bilingual('h2', title, language)),
      result(state, paper, !ordered && title, parted ? 'h3' : 'h2'),
    ];
  });
  return h('ol', items);
}

function result(state, paper, section, heading) {
  const { title, review, reviewLanguage } = paper.highlights;
  const attributes = { lang: 'en', href: href(state, { paper: paper.id }), 'data-focus': paper.id };
  return h(
    'li.result',
    h(`${heading}.title`, h('a.open', attributes, marked(title))),
    review.length > 0 && h('p.excerpt', { lang: reviewLanguage }, marked(review), '…'),
    about(paper, section && [bilingual('span', section, language), ' ']),
  );
}

/** A paper's keywords, as searches for all that have them. */
export function about({ keywords }, before) {
  const { lang, text } = inLanguage(keywords, language);
  const links = [...text].map((keyword) => [
    h('a', { href: href({}, { keyword }), lang }, keyword),
    ' ',
  ]);
  return h('p.about', before, links);
}
