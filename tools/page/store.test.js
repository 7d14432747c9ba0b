import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { stateOf } from '../../web/router.js';
import { Api, Store } from '../../web/store.js';

const { signal } = new AbortController();
const json = (body, { status = 200, headers = {} } = {}) => new Response(JSON.stringify(body), { status, headers });

/** An API that answers from a table of paths; a function answers each time anew. */
function apiOf(answers) {
  const requests = [];
  const fetch = async (url, { cache }) => {
    requests.push(cache === 'reload' ? `fresh ${url}` : url);
    const answer = answers[url];
    if (!answer) {
      throw new TypeError('no network');
    }
    return typeof answer === 'function' ? answer() : json(answer);
  };
  return { api: new Api(fetch, '/'), requests, answers };
}

test('the API’s address is put before every path', async () => {
  const { api } = apiOf({ 'https://api.example/papers': { total: 1 } });
  assert.equal(new Api(null, 'https://api.example/').url('/papers'), 'https://api.example/papers');
  assert.equal(api.url('/papers'), '/papers');
});

test('what was read is given again without a network', async () => {
  const { api, answers } = apiOf({ '/a': { total: 1 } });
  await api.get('/a', { signal });
  delete answers['/a'];
  assert.deepEqual(await api.get('/a', { signal }), { total: 1 });
  assert.equal(api.outOfReach, true);
  await assert.rejects(api.get('/b', { signal }), ({ problem }) => problem.unreachable);
});

test('a failure says what the API says, with the request’s id', async () => {
  const headers = { 'apigw-requestid': 'abc=', 'retry-after': '7' };
  const { api } = apiOf({ '/a': () => json({ title: 'Busy', status: 1 }, { status: 503, headers }) });
  await assert.rejects(api.get('/a', { signal }), ({ problem }) => {
    assert.deepEqual(problem, { title: 'Busy', status: 503, requestId: 'abc=', retryAfter: '7' });
    return true;
  });
});

test('a function that fails once is asked once more', async () => {
  let failures = 1;
  const { api, requests } = apiOf({ '/a': () => (failures-- > 0 ? json({}, { status: 500 }) : json({ total: 1 })) });
  assert.deepEqual(await api.get('/a', { signal }), { total: 1 });
  assert.equal(requests.length, 2);
});

let answers;
let api;
let requests;
let store;
let changes;
const SECTIONS = { edition: 'e1', articles: [{ id: 'a' }], sections: [{ id: 's', articleId: 'a' }] };
const pageOf = (ids, next, edition = 'e1') => ({
  edition, total: 3, next, query: { lang: 'ja' }, papers: ids.map((id) => ({ id })),
  facets: { sections: [{ id: 's', articleId: 'a' }], articles: [{ id: 'a' }] },
});
const ids = () => store.shown.pages.flatMap(({ papers }) => papers.map(({ id }) => id)).join(' ');

beforeEach(() => {
  answers = {
    '/sections?limit=10': SECTIONS,
    '/sections?limit=1': SECTIONS,
    '/sections?article=a&limit=1': SECTIONS,
    '/papers?lang=ja': pageOf(['1', '2'], '/papers?cursor=2'),
    '/papers?cursor=2': pageOf(['3']),
    '/papers/1': { id: '1', edition: 'e1', section: { id: 's', articleId: 'a' } },
    '/papers/1/related': { papers: [{ id: '2' }] },
    '/sections/s': { papers: [{ id: '1' }] },
  };
  ({ api, requests } = apiOf(answers));
  changes = [];
  store = new Store(api, (part) => changes.push(part));
});

test('a list shows its first page, or as many as the reader had', async () => {
  assert.equal(await store.show(stateOf(''), 'ja'), true);
  assert.equal(ids(), '1 2');
  assert.deepEqual(changes, ['all']);
  await store.show(stateOf(''), 'ja', { pages: 5 });
  assert.equal(ids(), '1 2 3');
});

test('a second wish for more is not a second page', async () => {
  await store.show(stateOf(''), 'ja');
  assert.deepEqual(await Promise.all([store.more(), store.more()]), [true, false]);
  assert.equal(ids(), '1 2 3');
});

test('more that fails leaves the list, and can be wanted again', async () => {
  await store.show(stateOf(''), 'ja');
  const more = answers['/papers?cursor=2'];
  answers['/papers?cursor=2'] = () => json({ title: 'No' }, { status: 400 });
  assert.equal(await store.more(), false);
  assert.equal(store.shown.problem.title, 'No');
  assert.equal(ids(), '1 2');
  answers['/papers?cursor=2'] = more;
  assert.equal(await store.more(), true);
  assert.equal(store.shown.problem, undefined);
});

test('after a publish, more loads the list past the cache, and says so', async () => {
  await store.show(stateOf(''), 'ja');
  answers['/papers?cursor=2'] = () => json({ title: 'Stale' }, { status: 410 });
  answers['/papers?lang=ja'] = pageOf(['4', '1'], '/papers?cursor=new', 'e2');
  answers['/papers?cursor=new'] = pageOf(['2', '3'], undefined, 'e2');
  answers['/sections?limit=10'] = { ...SECTIONS, edition: 'e2' };
  requests.length = 0;
  assert.equal(await store.more(), true);
  assert.equal(ids(), '4 1 2 3');
  assert.equal(store.renewed, true);
  assert.deepEqual(requests, [
    '/papers?cursor=2', 'fresh /papers?lang=ja', 'fresh /sections?limit=10', 'fresh /papers?cursor=new',
  ]);
  await store.show(stateOf(''), 'ja');
  assert.equal(store.renewed, false);
});

function publish(edition = 'e2') {
  answers['/sections?limit=1'] = answers['/sections?limit=10'] = { ...SECTIONS, edition };
  answers['/papers?lang=ja'] = pageOf(['4', '1'], '/papers?cursor=new', edition);
  answers['/papers?cursor=new'] = pageOf(['2', '3'], undefined, edition);
  answers['/papers/1'] = { id: '1', edition, section: { id: 's', articleId: 'a' } };
}

test('a new edition is shown by itself, as much as there was of the old one', async () => {
  await store.show(stateOf(''), 'ja');
  await store.more();
  publish();
  await store.renew('ja');
  assert.equal(ids(), '4 1 2 3');
  assert.equal(store.renewed, true);
});

test('a new edition of a paper is shown by itself', async () => {
  await store.show(stateOf('?paper=1'), 'ja');
  publish();
  await store.renew('ja');
  assert.equal(store.shown.paper.edition, 'e2');
});

test('nothing changes while the edition is the same, or cannot be had', async () => {
  await store.show(stateOf(''), 'ja');
  const { shown } = store;
  changes.length = 0;
  await store.renew('ja');
  delete answers['/sections?limit=1'];
  await store.renew('ja');
  assert.equal(store.shown, shown);
  assert.deepEqual(changes, []);
});

test('what the reader has gone on to is not replaced', async () => {
  await store.show(stateOf(''), 'ja');
  publish();
  const renewed = store.renew('ja');
  await store.show(stateOf('?paper=1'), 'ja');
  await renewed;
  assert.equal(store.shown.kind, 'paper');
  assert.equal(store.renewed, false);
});

test('a paper that the new edition lacks stays', async () => {
  await store.show(stateOf('?paper=1'), 'ja');
  publish();
  answers['/papers/1'] = () => json({ title: 'Gone' }, { status: 404 });
  await store.renew('ja');
  assert.equal(store.shown.paper.edition, 'e1');
});

test('sections and papers of different editions are both loaded anew', async () => {
  let cached = true;
  answers['/sections?limit=10'] = () => {
    const edition = cached ? 'e0' : 'e1';
    cached = false;
    return json({ ...SECTIONS, edition });
  };
  await store.show(stateOf(''), 'ja');
  assert.deepEqual(requests, ['/papers?lang=ja', '/sections?limit=10', 'fresh /papers?lang=ja', 'fresh /sections?limit=10']);
});

test('a search needs only what it found', async () => {
  answers['/papers?q=x&lang=ja'] = pageOf(['1']);
  await store.show(stateOf('?q=x'), 'ja');
  assert.deepEqual(requests, ['/papers?q=x&lang=ja']);
  assert.equal(store.shown.sections.size, 0);
});

test('sections are read until the last that is shown', async () => {
  answers['/sections?limit=10'] = { ...SECTIONS, next: '/sections?cursor=2' };
  answers['/sections?cursor=2'] = { sections: [{ id: 't' }], next: '/sections?cursor=3' };
  answers['/sections?cursor=3'] = { sections: [{ id: 'u' }] };
  answers['/papers?lang=ja'].papers = [{ id: '1', sectionId: 's' }];
  answers['/papers?cursor=2'].papers = [{ id: '2', sectionId: 't' }];
  await store.show(stateOf(''), 'ja');
  assert.deepEqual([...store.shown.sections.keys()], ['s']);
  await store.more();
  assert.deepEqual([...store.shown.sections.keys()], ['s', 't']);
  assert.deepEqual(requests, ['/papers?lang=ja', '/sections?limit=10', '/papers?cursor=2', '/sections?cursor=2']);
});

test('a list does without sections that cannot be had', async () => {
  answers['/sections?limit=10'] = { ...SECTIONS, next: '/sections?cursor=2' };
  answers['/papers?lang=ja'].papers = [{ id: '1', sectionId: 't' }];
  assert.equal(await store.show(stateOf(''), 'ja'), true);
  assert.deepEqual([...store.shown.sections.keys()], ['s']);
});

test('the list of a section has its introduction', async () => {
  answers['/papers?section=s&lang=ja'] = pageOf(['1']);
  answers['/sections/s'] = { edition: 'e1', id: 's', introduction: { ja: '序' } };
  await store.show(stateOf('?section=s'), 'ja');
  assert.deepEqual(store.shown.sections.get('s').introduction, { ja: '序' });
});

test('an answer that comes too late is dropped', async () => {
  let answer;
  answers['/papers?q=slow&lang=ja'] = () => new Promise((resolve) => (answer = resolve));
  const slow = store.show(stateOf('?q=slow'), 'ja');
  await store.show(stateOf(''), 'ja');
  answer(json(pageOf(['late'])));
  assert.equal(await slow, false);
  assert.equal(ids(), '1 2');
});

test('what takes long is said to', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  let answer;
  answers['/papers?lang=ja'] = () => new Promise((resolve) => (answer = resolve));
  const shown = store.show(stateOf(''), 'ja');
  mock.timers.tick(400);
  assert.equal(store.busy, true);
  answer(json(pageOf(['1'])));
  await shown;
  mock.timers.reset();
  assert.equal(store.busy, false);
  assert.deepEqual(changes, ['busy', 'all']);
});

test('a paper is shown before its company comes', async () => {
  const waiting = [];
  for (const path of ['/papers/1/related', '/sections/s']) {
    const answer = json(answers[path]);
    answers[path] = () => new Promise((resolve) => waiting.push(() => resolve(answer)));
  }
  await store.show(stateOf('?paper=1'), 'ja');
  assert.deepEqual(store.shown.article, { id: 'a' });
  assert.deepEqual(changes, ['all']);
  waiting.forEach((answer) => answer());
  await new Promise(setImmediate);
  assert.deepEqual(changes, ['all', 'related', 'contents']);
  assert.deepEqual(store.shown.contents.papers, [{ id: '1' }]);
});

test('a paper is shown though its article cannot be had', async () => {
  answers['/sections?article=a&limit=1'] = () => json({}, { status: 400 });
  assert.equal(await store.show(stateOf('?paper=1'), 'ja'), true);
  assert.equal(store.shown.article, undefined);
});

test('a failure is shown, or what was there before', async () => {
  assert.equal(await store.show(stateOf('?paper=2'), 'ja'), false);
  assert.equal(store.shown.kind, 'failure');
  const otherwise = { kind: 'list' };
  await store.show(stateOf('?paper=2'), 'ja', { otherwise });
  assert.equal(store.shown, otherwise);
});

test('the way back needs no network', async () => {
  await store.show(stateOf(''), 'ja');
  requests.length = 0;
  await store.show(stateOf(''), 'ja', { kept: true });
  assert.deepEqual(requests, []);
});
