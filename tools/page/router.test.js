import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { filtersOf, href, paths, Router, stateOf } from '../../web/router.js';

let entries;
let location;
let history;
let router;

beforeEach(() => {
  entries = [{ state: null, address: '/' }];
  location = { pathname: '/', search: '' };
  history = {
    get state() {
      return entries.at(-1).state;
    },
    pushState: (state, _, address) => entries.push({ state, address }),
    replaceState(state, _, address) {
      entries[entries.length - 1] = { state, address: address ?? entries.at(-1).address };
    },
  };
  router = new Router(history, location);
});

const search = (q, more = {}) => ({ ...stateOf(''), q, ...more });

test('a state is what its address says', () => {
  const state = stateOf('?q=a+b&section=video&lang=en&other=x');
  assert.equal(state.q, 'a b');
  assert.equal(state.paper, '');
  assert.equal('other' in state, false);
  assert.equal(href(state), '?q=a+b&section=video&lang=en');
  assert.equal(href(state, { section: '', q: '' }), '?lang=en');
  assert.deepEqual(filtersOf(state), ['section']);
});

test('the API is asked for what the state says, in the reader’s language', () => {
  const state = search('a', { paper: 'x', author: 'Le', lang: 'en' });
  assert.equal(paths.papers(state, 'ja'), '/papers?q=a&author=Le&lang=ja');
  assert.equal(paths.papers(search('  '), 'ja'), '/papers?lang=ja');
  assert.equal(paths.related('a/b'), '/papers/a%2Fb/related');
  assert.equal(paths.sections(10), '/sections?limit=10');
});

test('suggestions respect the filters', () => {
  const state = search('ca', { section: 'video', author: 'Le', lang: 'en', paper: 'x' });
  assert.equal(paths.suggestions(state, 7), '/suggestions?q=ca&section=video&author=Le&limit=7');
});

test('typing on makes one entry, and a search that is entered the next', () => {
  router.go(search('o'), true);
  router.go(search('oc'), true);
  router.go(search('oct'), true);
  assert.deepEqual(entries.map(({ address }) => address), ['/', '?q=oct']);
  router.go(search('octave'));
  router.go(search('octave v'), true);
  assert.deepEqual(entries.map(({ address }) => address), ['/', '?q=oct', '?q=octave', '?q=octave+v']);
});

test('nothing is loaded for a text that is typed again', () => {
  router.go(search('a'), true);
  assert.equal(router.go(search('a'), true), false);
  assert.equal(router.go(search('a')), true);
  assert.equal(entries.length, 2);
});

test('the front page has no question mark', () => {
  router.go(search('a'));
  router.go(search(''));
  assert.equal(entries.at(-1).address, '/');
});

test('each entry keeps the reader’s place', () => {
  router.leave({ y: 300 });
  router.go(search('', { paper: 'x' }), false, true);
  assert.equal(router.place, undefined);
  assert.equal(history.state.fromList, true);
  const [{ state }] = entries;
  entries.pop();
  assert.equal(router.follow(state), true);
  assert.deepEqual(router.place, { y: 300 });
  assert.equal(router.state.paper, '');
});

test('places survive a reload', () => {
  router.leave({ y: 300 });
  const again = new Router(history, location, [...router.places]);
  assert.deepEqual(again.place, { y: 300 });
});

test('a fragment is an entry that shows the same', () => {
  entries.push({ state: null, address: '/#x' });
  assert.equal(router.follow(null), false);
  router.go(search('a'), true);
  assert.equal(router.state.q, 'a');
});

test('an address that the reader types is loaded', () => {
  location.search = '?q=b';
  assert.equal(router.follow(null), true);
  assert.equal(router.state.q, 'b');
});

test('a change of the language makes no entry', () => {
  router.go(search('a'));
  router.amend({ lang: 'en' });
  assert.deepEqual(entries.map(({ address }) => address), ['/', '?q=a&lang=en']);
});
