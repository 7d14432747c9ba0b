import { href } from './address.js';
import { element, inLanguage, marked } from './dom.js';
import { language, texts } from './texts.js';

const MOST_KEYWORDS = 14;

/** What was asked for, and the papers found. */
export function listView({ state, pages, sections }, more) {
  const first = pages[0];
  const papers = pages.flatMap((page) => page.papers);
  return [
    filters(state, first),
    remarks(state, first.query),
    state.section && introduction(sections.get(state.section)),
    papers.length === 0 && nothing(),
    papers.length > 0 && results(state, first.query, papers, sections),
    pages.at(-1).next &&
      element('p', { class: 'more' }, element('button', { type: 'button', click: more }, texts.more)),
  ];
}

/** How many of how many. */
export function count(pages) {
  const shown = pages.reduce((sum, page) => sum + page.papers.length, 0);
  return pages[0].total === 0 ? texts.none : texts.count(shown, pages[0].total);
}

/** Sections and keywords with the number of papers that each would give. */
export function facets({ state, pages }) {
  const { sections, articles, keywords } = pages[0].facets;
  const shown = keywords.filter((each) => each.language === language).slice(0, MOST_KEYWORDS);
  const open = matchMedia('(min-width: 60rem)').matches;
  return element(
    'details',
    { open },
    element('summary', null, texts.narrow),
    group(
      texts.sections,
      'sections',
      sections.map((each, index) => [
        // Only where there is more than one article, it matters which a section is of.
        articles.length > 1 && sections[index - 1]?.articleId !== each.articleId && articleName(articles, each),
        choice(state, 'section', each.id, inLanguage(each.title, language), each.count),
      ]),
    ),
    group(
      texts.keywords,
      'keywords',
      shown.map((each) =>
        choice(state, 'keyword', each.keyword, { lang: each.language, text: each.keyword }, each.count),
      ),
    ),
  );
}

function group(name, kind, items) {
  const id = `facet-${kind}`;
  return element(
    'nav',
    { class: kind, 'aria-labelledby': id },
    element('h2', { id }, name),
    element('ul', null, items),
  );
}

function articleName(articles, section) {
  const title = inLanguage(articles.find((each) => each.id === section.articleId)?.title, language);
  return element('li', { class: 'article', lang: title.lang }, title.text);
}

/** A link that chooses, and when chosen takes the choice back. */
function choice(state, name, value, label, papers) {
  const chosen = state[name] === value;
  return element(
    'li',
    null,
    element(
      'a',
      {
        href: href(state, { [name]: chosen ? '' : value, paper: '' }),
        'aria-current': chosen && 'true',
        'data-focus': `${name}:${value}`,
      },
      element('span', { lang: label.lang }, label.text),
      ' ',
      element('small', null, papers),
    ),
  );
}

function filters(state, page) {
  const section = page.facets.sections.find((each) => each.id === state.section);
  const chosen = [
    ['section', state.section && (section ? inLanguage(section.title, language).text : state.section)],
    ['keyword', state.keyword],
  ].filter(([, label]) => label);
  return (
    chosen.length > 0 &&
    element(
      'ul',
      { class: 'filters' },
      chosen.map(([name, label]) =>
        element(
          'li',
          null,
          element(
            'a',
            { href: href(state, { [name]: '' }), 'aria-label': texts.remove(label) },
            label,
            element('span', { 'aria-hidden': 'true' }, ' ×'),
          ),
        ),
      ),
    )
  );
}

function remarks(state, query) {
  const to = (q) => element('a', { href: href(state, { q }) }, q.trim());
  const around = ([before, after], link) => element('p', { class: 'remark' }, before, link, after);
  return [
    query.correctedQuery && around(texts.corrected(query.q), element('strong', null, query.correctedQuery)),
    query.didYouMean && around(texts.didYouMean, to(query.didYouMean)),
    query.matched === 'any' && element('p', { class: 'remark' }, texts.any),
  ];
}

function introduction(section) {
  if (!section) {
    return null;
  }
  const title = inLanguage(section.title, language);
  const text = inLanguage(section.introduction, language);
  return element(
    'section',
    { class: 'introduction' },
    element('h2', { lang: title.lang }, title.text),
    text.text.split(/\n+/).map((paragraph) => element('p', { lang: text.lang }, paragraph)),
  );
}

function nothing() {
  return element(
    'div',
    { class: 'nothing' },
    element('p', null, texts.none, ' ', texts.noneHelp),
    element('p', null, element('a', { href: '?' }, texts.clear)),
  );
}

/** The papers; in the catalogue's order, each section has its heading. */
function results(state, query, papers, sections) {
  const headed = query.sort === 'catalogue' && !state.section;
  return element(
    'ol',
    { class: 'results' },
    papers.map((paper, index) => [
      headed && papers[index - 1]?.sectionId !== paper.sectionId && heading(sections.get(paper.sectionId)),
      result(state, query, paper, sections),
    ]),
  );
}

function heading(section) {
  const title = inLanguage(section?.title, language);
  return section && element('li', { class: 'heading' }, element('h2', { lang: title.lang }, title.text));
}

function result(state, query, paper, sections) {
  const { title, review, reviewLanguage } = paper.highlights;
  // Without a match to show, the beginning of a review is of use only in the reader's language.
  const shown = reviewLanguage === language || review.some((part) => part.match);
  const section = inLanguage(sections.get(paper.sectionId)?.title, language);
  return element(
    'li',
    { class: 'result' },
    element(
      'h3',
      null,
      element(
        'a',
        { href: href(state, { paper: paper.id }), lang: 'en', class: 'open', 'data-focus': `paper:${paper.id}` },
        marked(title),
      ),
    ),
    shown && element('p', { class: 'excerpt', lang: reviewLanguage }, marked(review), '…'),
    element(
      'p',
      { class: 'about' },
      query.sort !== 'catalogue' &&
        element('span', { class: 'place', lang: section.lang }, section.text),
      keywordLinks(paper.keywords),
    ),
  );
}

/** A paper's keywords, each a search for all papers that have it. */
export function keywordLinks(keywords) {
  const found = keywords[language]?.length ? language : language === 'ja' ? 'en' : 'ja';
  return element(
    'span',
    { class: 'keyword-links', lang: found },
    (keywords[found] ?? []).map((keyword) => [element('a', { href: href({}, { keyword }) }, keyword), ' ']),
  );
}
