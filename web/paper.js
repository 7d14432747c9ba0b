import { href } from './address.js';
import { bilingual, h, inLanguage, paragraphs } from './dom.js';
import { about } from './list.js';
import { language, texts } from './texts.js';

/** One paper with its review. */
export function paperView(shown, { readIn, back, cite }) {
  const { state, paper, reviewLanguage } = shown;
  const review = inLanguage(paper.review, reviewLanguage ?? language);
  const { section, links } = paper;
  return [
    h('p.back', h('a', { href: href(state, { paper: '' }), click: back }, `← ${texts.back}`)),
    h(
      'article',
      bilingual('a.place', section.title, language, { href: href({}, { section: section.id }) }),
      h('h1', { lang: 'en', tabindex: '-1', 'data-focus': 'title' }, paper.title),
      h(
        'div.actions', external(paper.url, texts.read, '.button'),
        paper.review.ja && paper.review.en && languages(review.lang, readIn),
      ),
      h('div.review', { lang: review.lang }, paragraphs(review)),
      about(paper),
      links.length > 0 && [
        h('h2', texts.links),
        list(links.map(({ title, url }) => (url ? external(url, title) : title))),
      ],
      citation(shown, cite),
    ),
    h(
      'nav.neighbours',
      { 'aria-label': `${texts.previous}, ${texts.next}` },
      neighbour(state, paper.previous, 'prev', `← ${texts.previous}`),
      neighbour(state, paper.next, 'next', `${texts.next} →`),
    ),
    relatedPapers(shown),
  ];
}

function external(url, text, classes = '') {
  return h(`a${classes}`, { href: url, rel: 'noopener external' }, text);
}

/** Which language the review is in, where there are both. */
function languages(shown, readIn) {
  const button = (lang, name) => {
    const attributes = { lang, 'aria-pressed': `${lang === shown}`, 'data-focus': `read-${lang}` };
    return h('button', { ...attributes, click: () => readIn(lang) }, name);
  };
  const attributes = { role: 'group', 'aria-label': texts.language };
  return h('div.languages', attributes, button('ja', '日本語'), button('en', 'English'));
}

/** The BibTeX entry, asked for when somebody wants to see it. */
function citation(shown, cite) {
  const told = h('span', { role: 'status' });
  const entry = h('pre', { tabindex: '0', lang: 'en' });
  const telling = (action, done, failed) => async ({ target }) => {
    told.textContent = await action(target).then(() => done, () => failed);
  };
  const toggle = async ({ open }) => {
    shown.cites = open;
    entry.textContent = open ? await cite() : '';
  };
  const copy = async () => navigator.clipboard.writeText(entry.textContent);
  return h(
    'details',
    { open: shown.cites, toggle: telling(toggle, '', texts.failed) },
    h('summary', { 'data-focus': 'bibtex' }, 'BibTeX'),
    entry,
    h('p.copy', h('button.button', { click: telling(copy, texts.copied, texts.notCopied) }, texts.copy), ' ', told),
  );
}

function neighbour(state, paper, rel, label) {
  const attributes = paper && { href: href(state, { paper: paper.id }), rel };
  return paper && h('a', attributes, h('small', label), h('span', { lang: 'en' }, paper.title));
}

/** The related papers, where they have come. */
export function relatedPapers({ state, related }) {
  const items = related?.map(({ id, title, sharedKeywords }) => [
    h('a', { href: href(state, { paper: id }), lang: 'en' }, title),
    h('small', (sharedKeywords[language] ?? []).join(' · ')),
  ]);
  return items?.length > 0 && h('section.related', h('h2', texts.related), list(items));
}

function list(items) {
  return h('ul', items.map((item) => h('li', item)));
}
