import { href } from './address.js';
import { bibtex } from './bibtex.js';
import { element, inLanguage } from './dom.js';
import { keywordLinks } from './list.js';
import { language, texts } from './texts.js';

/** One paper with its review. */
export function paperView({ state, paper, related, reviewLanguage }, { readIn, back }) {
  const review = inLanguage(paper.review, reviewLanguage ?? language);
  const section = inLanguage(paper.section.title, language);
  return [
    element('p', { class: 'back' }, element('a', { href: href(state, { paper: '' }), click: back }, `← ${texts.back}`)),
    element(
      'article',
      { class: 'paper' },
      element(
        'p',
        { class: 'place' },
        element('a', { href: href({}, { section: paper.section.id }), lang: section.lang }, section.text),
      ),
      element('h1', { lang: 'en', tabindex: '-1' }, paper.title),
      element(
        'div',
        { class: 'actions' },
        element('a', { href: paper.url, class: 'button', rel: 'noopener external' }, texts.read),
        languages(paper.review, review.lang, readIn),
      ),
      element(
        'div',
        { class: 'review', lang: review.lang },
        review.text.split(/\n+/).map((paragraph) => element('p', null, paragraph)),
      ),
      element('p', { class: 'about' }, keywordLinks(paper.keywords)),
      furtherLinks(paper.links),
      citation(paper),
    ),
    neighbours(state, paper),
    relatedPapers(state, related),
  ];
}

/** Which language the review is in, where there are both. */
function languages(review, shown, readIn) {
  return (
    review.ja &&
    review.en &&
    element(
      'div',
      { class: 'languages', role: 'group', 'aria-label': texts.review },
      [
        ['ja', '日本語'],
        ['en', 'English'],
      ].map(([value, name]) =>
        element(
          'button',
          {
            type: 'button',
            lang: value,
            'aria-pressed': String(value === shown),
            'data-focus': `review:${value}`,
            click: () => readIn(value),
          },
          name,
        ),
      ),
    )
  );
}

function furtherLinks(links) {
  return (
    links.length > 0 &&
    element(
      'section',
      { class: 'links' },
      element('h2', null, texts.links),
      element(
        'ul',
        null,
        links.map(({ title, url }) =>
          element('li', null, url ? element('a', { href: url, rel: 'noopener external' }, title) : title),
        ),
      ),
    )
  );
}

function citation(paper) {
  const text = bibtex(paper);
  const told = element('span', { role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = texts.copied;
    } catch {
      told.textContent = texts.notCopied;
    }
  };
  return element(
    'section',
    { class: 'citation' },
    element('h2', null, texts.bibtex),
    element('pre', { tabindex: '0', lang: 'en', 'aria-label': texts.bibtex }, text),
    element('p', null, element('button', { type: 'button', click: copy }, texts.copy), ' ', told),
  );
}

function neighbours(state, { previous, next }) {
  const link = (paper, rel, label) =>
    paper &&
    element(
      'a',
      { href: href(state, { paper: paper.id }), rel },
      element('small', null, label),
      element('span', { lang: 'en' }, paper.title),
    );
  return element(
    'nav',
    { class: 'neighbours', 'aria-label': `${texts.previous}, ${texts.next}` },
    link(previous, 'prev', `← ${texts.previous}`),
    link(next, 'next', `${texts.next} →`),
  );
}

function relatedPapers(state, related) {
  return (
    related?.length > 0 &&
    element(
      'section',
      { class: 'related' },
      element('h2', null, texts.related),
      element(
        'ul',
        null,
        related.map((paper) =>
          element(
            'li',
            null,
            element('a', { href: href(state, { paper: paper.id }), lang: 'en' }, paper.title),
            element('small', { lang: language }, (paper.sharedKeywords[language] ?? []).join(' · ')),
          ),
        ),
      ),
    )
  );
}
