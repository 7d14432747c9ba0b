import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './document.js';
import { stateOf } from '../../web/router.js';
import { choose } from '../../web/texts.js';
import { count, failureView, listView, masthead, metadata, paperView, sideOf, titleOf } from '../../web/views.js';

const both = (ja, en) => ({ ja, en });
const ARTICLE = {
  id: 'a', title: both('記事', 'Article'), year: 2019, url: 'https://blog.example/2019',
  author: { name: 'Aki', role: 'Engineer', links: [{ kind: 'profile', title: 'Home', url: 'https://aki.example/' }] },
};
const SECTION = { id: 's', articleId: 'a', number: 2, title: both('動画', 'Video') };
const PAPER = {
  id: '1905.11946', title: 'EfficientNet', authors: ['A', 'B', 'C', 'D'], year: 2019, venue: 'ICML 2019', sectionId: 's', number: 1,
  url: 'https://arxiv.org/abs/1905.11946', keywords: { ja: ['画像'], en: ['image'] }, links: [], section: SECTION,
  review: both('日本語の評。', 'An English review.'), edition: 'e1',
};
const HIT = {
  ...PAPER, article: ARTICLE, score: 1, matched: {},
  highlights: { title: [{ text: 'EfficientNet', match: false }], review: [{ text: '評。', match: true }], reviewLanguage: 'ja', cutAtStart: true, cutAtEnd: false },
};
const named = (number, each) => Array.from({ length: number }, (_, index) => ({ ...each(index), count: 100 - index }));

function listOf({ search = '', papers = [HIT], articles = 1, keywords = 0, ...page } = {}) {
  const facets = {
    sections: [{ ...SECTION, count: 1 }],
    articles: named(articles, (n) => ({ ...ARTICLE, id: n ? `a${n}` : 'a' })),
    years: [{ year: 2019, count: 1 }],
    keywords: named(keywords, (n) => ({ keyword: `語${n}`, language: 'ja' })),
    authors: [],
  };
  return {
    kind: 'list', state: stateOf(search), about: { articles: [ARTICLE], total: 5 },
    sections: new Map([['s', { ...SECTION, introduction: both('序文', 'Introduction'), links: [] }]]),
    pages: [{ edition: 'e1', total: papers.length, papers, facets, query: { sort: 'catalogue', matched: 'all' }, ...page }],
  };
}
const shown = (content) => [content].flat(Infinity).filter(Boolean).join('');
const text = (content) => shown(content).replace(/<[^>]*>/g, '|').replace(/\|+/g, '|').replaceAll('\u00a0', ' ');

beforeEach(() => {
  choose('ja');
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true });
});

test('the masthead says what this is and whose', () => {
  assert.equal(
    text(masthead(listOf())),
    '|記事|評者 |Aki|、2019年| · Engineer · |Home| · |blog.example|2019年の機械学習論文1本を、5セクションに分けて短く論評します。|',
  );
  choose('en');
  assert.equal(
    text(masthead(listOf())),
    '|Article|Reviewed by |Aki|, 2019| · Engineer · |Home| · |blog.example|Short reviews of 1 machine-learning papers from 2019, in 5 sections.|',
  );
});

test('the masthead of many articles names their reviewers', () => {
  assert.equal(text(masthead(listOf({ articles: 2 }))), '|論文レビュー|評者 |Aki|機械学習論文1本を、5セクションに分けて短く論評します。|');
  assert.match(text(masthead(listOf({ articles: 2, search: '?article=a' }))), /^\|記事\|評者/);
});

test('all that are shown are counted once', () => {
  assert.equal(count(listOf()), '1件');
  assert.equal(count(listOf({ total: 11 })), '11件中1件');
  choose('en');
  assert.equal(count(listOf({ total: 11 })), '1 of 11 papers');
});

test('a list introduces each section, and names the article where there are many', () => {
  assert.match(text(listView(listOf())), /^\|2\| \|動画\|序文\|1\|EfficientNet\|A, B, C et al\.\| · \|ICML 2019\| · arXiv:1905\.11946/);
  assert.match(text(listView(listOf({ articles: 2 }))), /^\|記事\|2\| \|動画\|序文\|/);
});

test('what a search finds names its section and article', () => {
  const query = { sort: 'relevance', matched: 'all' };
  assert.match(text(listView(listOf({ search: '?q=x', query, articles: 2 }))), /\|…\|評。\|動画\| · \|記事\|/);
});

test('titles say what is listed', () => {
  assert.equal(titleOf(listOf()), '');
  assert.equal(titleOf(listOf({ search: '?q=net&section=s&keyword=GAN&article=a' })), 'net · 動画 · 記事 · GAN');
});

test('a facet shows five and more, and what is chosen first', () => {
  const side = shown(sideOf(listOf({ keywords: 8, search: '?keyword=語6' }), true));
  const [before, after] = side.slice(side.indexOf('語6')).split('さらに表示');
  assert.equal(before.match(/<li>/g).length, 4);
  assert.equal(after.match(/<li>/g).length, 3);
  assert.match(side, /aria-current="true" data-focus="keyword語6"/);
});

test('among many articles, sections show below the article that is chosen', () => {
  const side = (search) => text(sideOf(listOf({ articles: 7, keywords: 1, search }), true));
  assert.equal(side('').includes('動画'), false);
  assert.match(side('?article=a3'), /^\|絞り込み\|記事\|記事\|97\|さらに表示\|.*\|セクション\|動画\|1\|/);
});

test('errors come in the reader’s language, with what helps and the request’s id', () => {
  const retry = 'again';
  const failed = (problem) => text(failureView(problem, stateOf(''), retry));
  assert.equal(failed({ status: 500, detail: 'Defect.', requestId: 'r1' }),
    '|読み込めませんでした|続くときは、下のIDを知らせてください。|ID |r1|again|');
  assert.equal(failed({ status: 404, title: 'Unknown' }), '|見つかりません|新しい版にないか、アドレスが違います。|一覧へ|');
  assert.equal(failed({ status: 429, message: 'Slow' }), '|アクセスが集中しています|少し待ってください。|again|');
  assert.equal(failed({ unreachable: true }), '|サーバーに接続できません。|接続を確かめてください。|again|');
  choose('en');
  assert.equal(failed({ status: 400, detail: '"q" is too long.' }),
    '|This search is not possible|Shorten the search.|"q" is too long.|Back to the list|');
  navigator.onLine = false;
  assert.equal(failed({ unreachable: true }), '|You are offline.|This loads when you are back online.|again|');
});

test('a paper says who reviewed it, and marks itself in its section', () => {
  const open = { kind: 'paper', state: stateOf('?paper=1905.11946'), paper: PAPER, article: ARTICLE };
  assert.match(text(paperView(open, null, null)), /\|評者 \|Aki\|、2019年\| · \|記事\|日本語の評。\|/);
  const contents = { papers: [PAPER, { ...PAPER, id: 'x', number: 2 }] };
  const side = shown(sideOf({ ...open, contents }, true));
  assert.equal(side.match(/aria-current/g).length, 1);
  assert.match(side, /paper=1905.11946" aria-current="page"/);
});

test('search engines learn of the review and its paper', () => {
  const review = metadata({ paper: PAPER, article: ARTICLE });
  assert.equal(review['@type'], 'Review');
  assert.equal(review.author.name, 'Aki');
  assert.equal(review.reviewBody, '日本語の評。');
  assert.equal(review.inLanguage, 'ja');
  assert.deepEqual([review.itemReviewed['@type'], review.itemReviewed.name], ['ScholarlyArticle', 'EfficientNet']);
  assert.equal(metadata(listOf())['@type'], 'WebSite');
});
