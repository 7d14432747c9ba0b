import { bilingual, external, h, inLanguage, line, markdown, marked } from './elements.js';
import { filtersOf, href } from './router.js';
import { language, texts } from './texts.js';

const MAX_CHOICES = 5;
const MAX_NAMES = 3;

export const count = (/** @type {List} */ { pages }) =>
  texts.count(pages.flatMap((page) => page.papers).length, pages[0].total);

export const titleOf = (/** @type {List} */ list) =>
  [list.state.q.trim(), ...filtersOf(list.state).map((name) => labelOf(list, name))].filter(Boolean).join(' · ');

function labelOf(/** @type {List} */ { state, pages, sections }, name) {
  const value = state[name];
  const { facets } = pages[0];
  const among = name === 'section' ? [...facets.sections, ...sections.values()] : name === 'article' ? facets.articles : [];
  return inLanguage(among.find(({ id }) => id === value)?.title).text ?? value;
}

export function masthead(/** @type {List} */ { state, pages, about }) {
  const { articles, total } = /** @type {Sections} */ (about);
  const many = pages[0].facets.articles.length > 1;
  const article = articles.find(({ id }) => (many ? id === state.article : true));
  const names = [...new Set(articles.flatMap(({ author }) => author?.name ?? []))];
  return [
    article ? bilingual('h1', article.title) : h('h1', texts.name),
    article
      ? line('p.by', by(article), article.author?.role, article.author?.links.map(linked),
          article.url && external(article.url, new URL(article.url).host))
      : names[0] && h('p.by', texts.reviewedBy(h('strong', some(names)), '')),
    h('p.about', texts.about(pages[0].total, total, article?.year ?? '')),
  ];
}

const some = (names) => names.slice(0, MAX_NAMES).join(', ') + (names[MAX_NAMES] ? ' et al.' : '');

const by = (/** @type {Article} */ { author, year }) =>
  author && h('span', texts.reviewedBy(h('strong', author.name), year));

const linked = (/** @type {Link} */ { title, url }) => (url ? external(url, title) : title);

const linkList = (links) => links?.[0] && h('ul.links', links.map((link) => h('li', linked(link))));

function prose(name, both, leads = false) {
  const { lang, text } = inLanguage(both);
  return h(name, { lang }, markdown(text, leads));
}

export function listView(/** @type {List} */ list, end) {
  const { state, pages, sections } = list;
  const { q = '', correctedQuery = '', didYouMean = '', matched } = pages[0].query;
  const papers = pages.flatMap((page) => page.papers);
  const filters = filtersOf(state);
  const chip = (name) => {
    const label = labelOf(list, name);
    return h('a', { href: href(state, { [name]: '' }), 'aria-label': texts.remove(label) }, `${label} ×`);
  };
  const remark = ([before, after], child) => h('p.remark', before, child, after);
  return [
    filters[0] && h('p.filters', filters.map(chip)),
    correctedQuery && remark(texts.corrected(q), h('strong', correctedQuery)),
    didYouMean && remark(texts.didYouMean, h('a', { href: href(state, { q: didYouMean }) }, didYouMean.trim())),
    matched === 'any' && papers[0] && h('p.remark', texts.any),
    state.section && !q && introduction(sections.get(state.section)),
    papers[0]
      ? results(list, papers)
      : h('p.apart', texts.none, ' ', h('a', { href: href({ q: filters[0] && state.q, lang: state.lang }) }, texts.clear)),
    pages.at(-1)?.next && end,
  ];
}

const introduction = (/** @type {any} */ section, address = '', /** @type {any} */ article = null) => section &&
  h('div.introduction', article && bilingual('p.facts', article.title),
    h('h2', h('span.number', section.number), ' ', bilingual(address ? 'a' : 'span', section.title, { href: address || null })),
    prose('div.prose', section.introduction), linkList(section.links));

function results(/** @type {List} */ { state, pages, sections }, /** @type {Hit[]} */ papers) {
  const ordered = pages[0].query.sort === 'catalogue';
  const parted = ordered && !state.section;
  const many = pages[0].facets.articles.length > 1;
  return h('ol.results', papers.map((paper, index) => {
    const { id, sectionId, section, article, authors, highlights } = paper;
    const { title, review, reviewLanguage, cutAtStart, cutAtEnd } = highlights;
    const begins = parted && papers[index - 1]?.sectionId !== sectionId;
    const attributes = { lang: 'en', href: href(state, { paper: id }), 'data-focus': id };
    return [
      begins && h('li', introduction(sections.get(sectionId) ?? section,
        href({ lang: state.lang }, { section: sectionId }), many ? article : null)),
      h(
        'li.result',
        ordered && h('span.number', paper.number),
        h(parted ? 'h3' : 'h2', h('a.open', attributes, marked(title))),
        line('p.facts', authors[0] && h('span', { lang: 'en' }, some(authors)), published(paper),
          isArxiv(id) && `arXiv:${id}`),
        review[0] && h('p.excerpt', { lang: reviewLanguage }, cutAtStart && '…', marked(review), cutAtEnd && '\u2009…'),
        !ordered && line('p.facts', bilingual('span', section.title), many && bilingual('span', article.title)),
        keywordLinks(paper, state),
      ),
    ];
  }));
}

const published = ({ venue = '', year = 0 }) => (venue ? h('span', { lang: 'en' }, venue) : year && `${year}`);

const isArxiv = (id) => /^\d{4}\.\d{4,5}$/.test(id);

function keywordLinks({ keywords }, { lang }) {
  const own = inLanguage(keywords);
  return own.text && h('p.keywords', own.text.map((keyword) =>
    h('a', { href: href({ lang }, { keyword }), lang: own.lang }, keyword)));
}

export const sideOf = (/** @type {Shown} */ shown, open) =>
  shown.kind === 'list' ? facets(shown, open) : shown.kind === 'paper' && contents(shown, open);

function facets(/** @type {List} */ { state, pages }, open) {
  const { sections, articles, years, keywords, authors } = pages[0].facets;
  const choice = (name, value, label, papers, lang = language) => {
    const chosen = state[name] === `${value}`;
    const attributes = {
      href: href(state, { [name]: chosen ? '' : value }),
      'aria-current': chosen && 'true',
      'data-focus': name + value,
    };
    const text = label.at ? h('span', { lang }, label) : bilingual('span', label);
    return { chosen, item: h('li', h('a', attributes, text, h('small', papers))) };
  };
  const many = articles.length > 1;
  const groups = [
    many && group('article', articles.map(({ id, title, count }) => choice('article', id, title, count))),
    // Among many articles, each has its sections to itself.
    (!many || state.article || state.section) &&
      group('section', sections.map(({ id, title, count }) => choice('section', id, title, count))),
    group('keyword', keywords
      .filter((each) => each.language === language)
      .map(({ keyword, count }) => choice('keyword', keyword, keyword, count)), many),
    group('author', authors.map(({ author, count }) => choice('author', author, author, count, 'en')), true),
    years[1] && group('year', years.map(({ year, count }) => choice('year', year, `${year}`, count)), true),
  ].filter(Boolean);
  return groups[0] && fold(open, texts.narrow, groups);
}

const fold = (open, summary, content) => h('details', { open }, h('summary', summary), content);

function group(name, choices, folded = false) {
  const sorted = choices.toSorted((one, other) => other.chosen - one.chosen);
  const length = name === 'article' && sorted[0]?.chosen ? 1 : MAX_CHOICES;
  const items = (from, to) => h('ul', sorted.slice(from, to).map(({ item }) => item));
  const list = [items(0, length), sorted[length] && fold(false, texts.more, items(length))];
  return sorted[0] && h('nav', { 'aria-label': texts[name] },
    folded ? fold(false, texts[name], list) : [h('h2', texts[name]), list]);
}

function contents(/** @type {OpenPaper} */ { state, paper, contents }, open) {
  const items = contents?.papers.map(({ id, title, number }) => {
    const attributes = { href: href(state, { paper: id }), 'aria-current': id === paper.id && 'page', lang: 'en' };
    return h('li', h('a', attributes, h('small', number), h('span', title)));
  });
  return fold(open, texts.contents,
    h('nav', { 'aria-label': texts.contents }, h('h2', texts.contents), items && h('ol', items)));
}

export function paperView(/** @type {OpenPaper} */ shown, back, cite) {
  const { state, paper, article } = shown;
  const { id, title, section, links, url, doi, authors } = paper;
  const search = (filter) => href({ lang: state.lang }, filter);
  const neighbour = (to, rel, label) =>
    to && h('a', { href: href(state, { paper: to.id }), rel }, h('small', label), h('span', { lang: 'en' }, to.title));
  return [
    h('p.back', h('a', { href: href(state, { paper: '' }), click: back }, `← ${texts.back}`)),
    h(
      'article',
      bilingual('a.place', section.title, { href: search({ section: section.id }) }),
      h('h1', { lang: 'en', tabindex: -1, 'data-focus': 'title' }, title),
      line('p.facts', authors.map((author) => h('a', { href: search({ author }), lang: 'en' }, author))),
      line('p.facts', published(paper),
        isArxiv(id) && external(`https://arxiv.org/abs/${id}`, `arXiv:${id}`),
        doi && external(`https://doi.org/${encodeURI(doi)}`, `doi:${doi}`)),
      url && h('p.actions', external(url, texts.read, 'a.button')),
      article && line('p.by', by(article), bilingual('a', article.title, { href: search({ article: article.id }) })),
      inLanguage(paper.review).lang !== language && h('p.remark', texts.onlyIn),
      prose('div.prose.review', paper.review, true),
      keywordLinks(paper, state),
      links[0] && [h('h2', texts.links), linkList(links)],
      citation(shown, cite),
    ),
    h('nav.neighbours', { 'aria-label': `${texts.previous}, ${texts.next}` },
      neighbour(paper.previous, 'prev', `← ${texts.previous}`),
      neighbour(paper.next, 'next', `${texts.next} →`)),
    relatedPapers(shown),
  ];
}

/** For search engines, in the words of schema.org. */
export function metadata(/** @type {any} */ { paper, article }) {
  const typed = (type, fields) => ({ '@context': 'https://schema.org', '@type': type, ...fields });
  if (!paper) {
    return typed('WebSite', { name: texts.name });
  }
  const person = (name) => typed('Person', { name });
  const { title, authors, year, url, review } = /** @type {Paper} */ (paper);
  const { lang, text } = inLanguage(review);
  return typed('Review', {
    itemReviewed: typed('ScholarlyArticle', { name: title, author: authors.map(person), datePublished: year, url }),
    reviewBody: text,
    inLanguage: lang,
    author: article?.author && person(article.author.name),
    datePublished: article?.date ?? article?.year,
  });
}

function citation(shown, cite) {
  const status = h('span', { role: 'status' });
  const entry = h('pre', { tabindex: 0, lang: 'en' });
  const report = async (action, done, failed) => {
    status.textContent = await action.then(() => done, () => failed);
  };
  const show = async (open) => {
    shown.citing = open;
    entry.textContent = open ? await cite() : '';
  };
  const toggle = ({ target }) => report(show(target.open), '', texts[500][0]);
  const copy = () => report(navigator.clipboard.writeText(entry.textContent ?? ''), texts.copied, texts.notCopied);
  return h('details.citation', { open: shown.citing, toggle }, h('summary', { 'data-focus': 'bibtex' }, 'BibTeX'),
    entry, h('button.button', { click: copy }, texts.copy), ' ', status);
}

export function relatedPapers(/** @type {OpenPaper} */ { state, related }) {
  const items = related?.papers.map(({ id, title, sharedKeywords }) => h('li',
    h('a', { href: href(state, { paper: id }), lang: 'en' }, title),
    h('small', inLanguage(sharedKeywords).text?.join(' · '))));
  return items?.[0] && h('section.related', h('h2', texts.related), h('ul', items));
}

export function failureView(/** @type {Problem} */ problem, { lang }, retry) {
  const { unreachable, status = 0, title, detail, message, requestId } = problem;
  const kind = unreachable ? (navigator.onLine ? 'unreachable' : 'offline') : status;
  const [heading, help] = texts[kind] ?? texts[status < 500 ? 400 : 500];
  const said = status === 400 && (detail ?? title ?? message);
  return h('div.apart', { role: 'alert' }, h('h2', heading), h('p', help),
    said && h('p.facts', { lang: 'en' }, said),
    requestId && h('p.facts', 'ID ', h('code', requestId)),
    status === 404 || status === 400 ? h('p', h('a', { href: href({ lang }) }, texts.back)) : retry);
}

export const footer = (url) =>
  line('p', h('a', { href: url(`/feed?lang=${language}`) }, texts.feed), h('a', { href: url('/openapi.json') }, 'API'),
    external('https://www.apache.org/licenses/LICENSE-2.0', texts.licence));
