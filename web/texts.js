import { load, save } from './storage.js';

const TEXTS = {
  ja: {
    name: '論文レビュー',
    search: '論文・キーワードを検索',
    language: '言語',
    skip: '本文へ',
    count: (shown, total) => `${total}件中${shown}件`,
    none: '見つかりませんでした。語を減らすか、別の言い方を試してください。',
    searching: '読み込み中…',
    any: 'すべての語を含む論文はありません。一部の語を含むものを、よく合う順に示します。',
    corrected: (asked) => [`「${asked}」は見つからないため、`, 'で検索しました。'],
    didYouMean: ['もしかして: ', ''],
    sections: 'セクション',
    keywords: 'キーワード',
    narrow: '絞り込み',
    remove: (what) => `${what} の絞り込みを外す`,
    clear: '条件をすべて外す',
    more: 'さらに表示',
    back: '一覧へ',
    read: '論文を読む',
    links: '関連リンク',
    copy: 'コピー',
    copied: 'コピーしました',
    notCopied: 'コピーできません。選択して写してください',
    previous: '前の論文',
    next: '次の論文',
    related: '関連する論文',
    retry: '再試行',
    retryIn: (seconds) => `${seconds}秒後に再試行します。`,
    failed: '読み込めませんでした',
    unreachable: 'サーバーに接続できません。',
    offline: 'オフラインです。',
    old: '前に読んだ内容を表示しています。',
    keyword: 'キーワード',
    concept: '概念',
    paper: '論文',
  },
  en: {
    name: 'Paper Reviews',
    search: 'Search papers and keywords',
    language: 'Language',
    skip: 'Skip to content',
    count: (shown, total) => `${shown} of ${total} papers`,
    none: 'Nothing found. Try fewer words, or other ones.',
    searching: 'Loading…',
    any: 'No paper has all of these words. Here are those with some of them, the best match first.',
    corrected: (asked) => [`“${asked}” is nowhere to be found. Searched for `, ' instead.'],
    didYouMean: ['Did you mean ', '?'],
    sections: 'Sections',
    keywords: 'Keywords',
    narrow: 'Narrow down',
    remove: (what) => `Remove the filter ${what}`,
    clear: 'Remove all conditions',
    more: 'Show more',
    back: 'Back to the list',
    read: 'Read the paper',
    links: 'Further links',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Cannot copy: select the text instead',
    previous: 'Previous paper',
    next: 'Next paper',
    related: 'Related papers',
    retry: 'Try again',
    retryIn: (seconds) => `Trying again in ${seconds} s.`,
    failed: 'This could not be loaded',
    unreachable: 'The server cannot be reached. ',
    offline: 'You are offline. ',
    old: 'This is what you have read before.',
    keyword: 'keyword',
    concept: 'concept',
    paper: 'paper',
  },
};

const remembered = load('localStorage', 'language');

/** The interface's language, and the reviews' as far as they are in both. */
export let language =
  remembered in TEXTS ? remembered : navigator.language.startsWith('ja') ? 'ja' : 'en';

/** The texts in that language. */
export let texts = TEXTS[language];

export function choose(wanted) {
  language = wanted;
  texts = TEXTS[wanted];
  save('localStorage', 'language', wanted);
}
