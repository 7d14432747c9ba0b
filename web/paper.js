import { href } from './address.js';
import { bibtex } from './bibtex.js';
import { bilingual, h, inLanguage, paragraphs } from './dom.js';
import { about } from './list.js';
import { language, texts } from './texts.js';

/** One paper with its review. */
export function paperView({ state, paper, related, reviewLanguage }, { readIn, back }) {
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
        h('ul', links.map(({ title, url }) => h('li', url ? external(url, title) : title))),
      ],
      citation(bibtex(paper)),
    ),
    h(
      'nav.neighbours',
      { 'aria-label': `${texts.previous}, ${texts.next}` },
      neighbour(state, paper.previous, 'prev', `← ${texts.previous}`),
      neighbour(state, paper.next, 'next', `${texts.next} →`),
    ),
    related?.length > 0 && relatedPapers(state, related),
  ];
}

function external(url, text, classes = '') {
  return h(`a${classes}`, { href: url, rel: 'noopener external' }, text);
}

/** Which language the review is in, where there are both. */
function languages(shown, readIn) {
  const button = (lang, name) =>
    h(
      'button',
      {
        lang,
        'aria-pressed': String(lang === shown),
        'data-focus': `read-${lang}`,
        click: () => readIn(lang),
      },
      name,
    );
  return h(
    'div.languages',
    { role: 'group', 'aria-label': texts.language },
    button('ja', '日本語'),
    button('en', 'English'),
  );
}

function citation(text) {
  const told = h('span', { role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = texts.copied;
    } catch {
      told.textContent = texts.notCopied;
    }
  };
  return [
    h('h2', 'BibTeX'),
    h('pre', { tabindex: '0', lang: 'en' }, text),
    h('p.copy', h('button.button', { click: copy }, texts.copy), ' ', told),
  ];
}

function neighbour(state, paper, rel, label) {
  return (
    paper &&
    h(
      'a',
      { href: href(state, { paper: paper.id }), rel },
      h('small', label),
      h('span', { lang: 'en' }, paper.title),
    )
  );
}

function relatedPapers(state, related) {
  return h(
    'section.related', h('h2', texts.related),
    h(
      'ul',
      related.map(({ id, title, sharedKeywords }) =>
        h(
          'li',
          h('a', { href: href(state, { paper: id }), lang: 'en' }, title),
          h('small', (sharedKeywords[language] ?? []).join(' · ')),
        ),
      ),
    ),
  );
}
