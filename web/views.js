import { bilingual, external, h, inLanguage, line, markdown, marked } from './elements.js';
import { filtersOf, href } from './router.js';
import { language, texts } from './texts.js';

const MAX_CHOICES = 5;
const MAX_AUTHORS = 3;

export const count = (/** @type {List} */ { pages }) =>
  texts.count(pages.flatMap((page) => page.papers).length, pages[0].total);

export const titleOf = (/** @type {List} */ list) =>
  [list.state.q.trim(), ...filtersOf(list.state).map((name) => labelOf(list, name))].filter(Boolean).join(' · ');

function labelOf(/** @type {List} */ { state, sections, articles }, name) {
  const value = state[name];
  const found = name === 'section' ? sections.get(value) : name === 'article' && articles.find(({ id }) => id === value);
  return found ? inLanguage(found.title).text : value;
}

export function masthead(/** @type {List} */ { state, pages, articles, sections }) {
  const article = articles.length === 1 ? articles[0] : articles.find(({ id }) => id === state.article);
  const own = [...sections.values()].filter(({ articleId }) => !article || articleId === article.id);
  return article
    ? [
        bilingual('h1', article.title),
        line('p.by', by(article), article.author?.role, article.author?.links.map(linked),
          article.url && external(article.url, texts.source)),
        h('p.about', texts.about(pages[0].total, own.length, article.year)),
      ]
    : [h('h1', texts.name), h('p.about', texts.aboutMany(pages[0].total, articles.length))];
}

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
    introduction(sections.get(state.section)),
    papers[0]
      ? results(list, papers)
      : h('p.apart', texts.none, ' ', h('a', { href: href({ q: filters[0] && state.q, lang: state.lang }) }, texts.clear)),
    pages.at(-1)?.next && end,
  ];
}

function introduction(/** @type {Section | undefined} */ section, address = '') {
  if (!section) {
    return null;
  }
  const title = bilingual('span', section.title);
  return h('div.introduction',
    h('h2', h('span.number', section.number), ' ', address ? h('a', { href: address }, title) : title),
    prose('div.prose', section.introduction), linkList(section.links));
}

function results(/** @type {List} */ { state, pages, sections, articles }, papers) {
  const ordered = pages[0].query.sort === 'catalogue';
  const parted = ordered && !state.section;
  const titles = (all) => all.map(({ title }) => bilingual('span', title));
  return h('ol.results', papers.map((paper, index) => {
    const { sectionId, highlights, authors = [] } = paper;
    const { title, review, reviewLanguage, cutAtStart, cutAtEnd } = highlights;
    const section = sections.get(sectionId);
    const begins = parted && papers[index - 1]?.sectionId !== sectionId;
    const others = authors.length - MAX_AUTHORS;
    const attributes = { lang: 'en', href: href(state, { paper: paper.id }), 'data-focus': paper.id };
    return [
      begins && section && h('li', introduction(section, href({ lang: state.lang }, { section: sectionId }))),
      h(
        'li.result',
        ordered && h('span.number', paper.number),
        h(parted ? 'h3' : 'h2', h('a.open', attributes, marked(title))),
        line('p.facts',
          authors[0] && h('span', h('span', { lang: 'en' }, authors.slice(0, MAX_AUTHORS).join(', ')),
            others > 0 && texts.others(others)),
          published(paper), isArxiv(paper.id) && `arXiv:${paper.id}`),
        review[0] && h('p.excerpt', { lang: reviewLanguage }, cutAtStart && '…', marked(review), cutAtEnd && '…'),
        (!ordered || articles.length > 1) && section && line('p.facts', titles([section]),
          articles.length > 1 && titles(articles.filter(({ id }) => id === section.articleId))),
        keywordLinks(paper, state),
      ),
    ];
  }));
}

// The venue most often names a year of its own.
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
  const { sections, articles, keywords, authors = [] } = pages[0].facets;
  // A link that chooses, and when chosen takes the choice back.
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
  const ofArticle = (articleId) =>
    sections
      .filter((each) => !articleId || each.articleId === articleId)
      .map(({ id, title, count }) => choice('section', id, title, count));
  const withSections = ({ id, title, year, count }) => {
    const all = [choice('article', id, texts.wholeArticle, count), ...ofArticle(id)];
    const summary = [bilingual('span', title), ' ', h('small', year)];
    return { chosen: isChosen(all), item: h('li', fold(isChosen(all), summary, limited(all))) };
  };
  const years = Object.entries(Object.groupBy(articles, ({ year }) => year)).reverse();
  const papers = (all) => all.reduce((sum, { count }) => sum + count, 0);
  const many = articles.length > 1;
  const groups = [
    group(many ? 'article' : 'section', many ? articles.map(withSections) : ofArticle('')),
    group('keyword', keywords
      .filter((each) => each.language === language)
      .map(({ keyword, count }) => choice('keyword', keyword, keyword, count))),
    group('author', authors.map(({ author, count }) => choice('author', author, author, count, 'en')), true),
    many && group('year', years.map(([year, all]) => choice('year', year, year, papers(all))), true),
  ].filter(Boolean);
  return groups[0] && fold(open, texts.narrow, groups);
}

const isChosen = (choices) => choices.some(({ chosen }) => chosen);

const fold = (open, summary, content) => h('details', { open }, h('summary', summary), content);

function group(name, choices, folded = false) {
  const list = limited(choices);
  return choices[0] && h('nav', { 'aria-label': texts[name] },
    folded ? fold(isChosen(choices), texts[name], list) : [h('h2', texts[name]), list]);
}

function limited(choices) {
  const items = choices.map(({ item }) => item);
  const rest = choices.slice(MAX_CHOICES);
  return [
    h('ul', items.slice(0, MAX_CHOICES)),
    rest[0] && fold(isChosen(rest), texts.more, h('ul', items.slice(MAX_CHOICES))),
  ];
}

function contents(/** @type {OpenPaper} */ { state, paper, contents }, open) {
  const items = contents?.papers.map(({ id, title, number }) => {
    const attributes = { href: href(state, { paper: id }), 'aria-current': id === paper.id && 'page', lang: 'en' };
    return h('li', h('a', attributes, h('small', number), h('span', title)));
  });
  return items && fold(open, texts.contents,
    h('nav', { 'aria-label': texts.contents }, h('h2', texts.contents), h('ol', items)));
}

export function paperView(/** @type {OpenPaper} */ shown, back, cite) {
  const { state, paper, article } = shown;
  const { id, title, section, links, url, doi, authors = [] } = paper;
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
        isArxiv(id) && external(url ?? `https://arxiv.org/abs/${id}`, `arXiv:${id}`),
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
  const said = detail ?? title ?? message;
  return h('div.apart', { role: 'alert' }, h('h2', heading), h('p', help),
    said && h('p.facts', { lang: 'en' }, said),
    requestId && h('p.facts', 'ID ', h('code', requestId)),
    status === 404 || status === 400 ? h('p', h('a', { href: href({ lang }) }, texts.back)) : retry);
}

export const footer = (url) =>
  line('p', h('a', { href: url(`/feed?lang=${language}`) }, texts.feed), h('a', { href: url('/openapi.json') }, 'API'),
    external('https://www.apache.org/licenses/LICENSE-2.0', texts.licence));
