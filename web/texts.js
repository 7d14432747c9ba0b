const TEXTS = {
  name: ['論文レビュー', 'Paper Reviews'],
  about: [
    (papers, sections, when) => `${when && `${when}年の`}機械学習論文${papers}本を、${sections}セクションに分けて短く論評します。`,
    (papers, sections, when) =>
      `Short reviews of ${papers} machine-learning papers${when && ` from ${when}`}, in ${sections} sections.`,
  ],
  reviewedBy: [
    (name, when) => ['評者 ', name, when && `、${when}年`],
    (name, when) => ['Reviewed by ', name, when && `, ${when}`],
  ],
  search: ['論文・著者・キーワードを検索', 'Search papers, authors, keywords'],
  skip: ['本文へ', 'Skip to content'],
  other: ['English', '日本語'],
  count: [
    (shown, total) => (shown < total ? `${total}件中${shown}件` : `${total}件`),
    (shown, total) => `${shown < total ? `${shown} of ` : ''}${total} paper${total === 1 ? '' : 's'}`,
  ],
  none: ['見つかりません。語を減らすか、言い換えてください。', 'Nothing found. Try fewer or different words.'],
  clear: ['条件をすべて外す', 'Clear all filters'],
  loading: ['読み込み中…', 'Loading…'],
  any: ['すべての語を含む論文はありません。', 'No paper has all of these words.'],
  corrected: [
    (asked) => [`「${asked}」は見つからないため、`, 'で検索しました。'],
    (asked) => [`Nothing matches “${asked}”. Showing results for `, '.'],
  ],
  didYouMean: [['もしかして: '], ['Did you mean ', '?']],
  article: ['記事', 'Article'],
  section: ['セクション', 'Section'],
  keyword: ['キーワード', 'Keyword'],
  author: ['著者', 'Author'],
  year: ['年', 'Year'],
  narrow: ['絞り込み', 'Filters'],
  remove: [(what) => `${what} の絞り込みを外す`, (what) => `Remove the filter ${what}`],
  more: ['さらに表示', 'Show more'],
  contents: ['このセクションの論文', 'In this section'],
  back: ['一覧へ', 'Back to the list'],
  read: ['論文を読む', 'Read the paper'],
  links: ['関連リンク', 'Further links'],
  copy: ['コピー', 'Copy'],
  copied: ['コピーしました', 'Copied'],
  notCopied: ['コピーできません', 'Cannot copy'],
  previous: ['前の論文', 'Previous paper'],
  next: ['次の論文', 'Next paper'],
  related: ['関連する論文', 'Related papers'],
  onlyIn: ['このレビューは英語だけです。', 'This review is in Japanese only.'],
  retry: ['再試行', 'Try again'],
  retryIn: [(seconds) => `${seconds}秒後に再試行します。`, (seconds) => `Trying again in ${seconds} s.`],
  unreachable: [
    ['サーバーに接続できません。', '接続を確かめてください。'],
    ['The server cannot be reached.', 'Check your connection.'],
  ],
  offline: [
    ['オフラインです。', '接続が戻ると読み込みます。'],
    ['You are offline.', 'This loads when you are back online.'],
  ],
  400: [
    ['この条件では検索できません', '検索語を短くしてください。'],
    ['This search is not possible', 'Shorten the search.'],
  ],
  404: [
    ['見つかりません', '新しい版にないか、アドレスが違います。'],
    ['Not found', 'It is not in the new edition, or the address is wrong.'],
  ],
  429: [['アクセスが集中しています', '少し待ってください。'], ['Too many requests', 'Wait a moment.']],
  500: [
    ['読み込めませんでした', '続くときは、下のIDを知らせてください。'],
    ['This could not be loaded', 'If this goes on, report the ID below.'],
  ],
  old: ['前に読んだ内容を表示しています。', ' This is what you have read before.'],
  renewed: ['新しい版を読み込みました。', 'A new edition has been loaded.'],
  feed: ['フィード', 'Feed'],
  licence: ['ライセンス: Apache-2.0', 'Licence: Apache-2.0'],
  concept: ['概念', 'concept'],
  paper: ['論文', 'paper'],
};
const LANGUAGES = ['ja', 'en'];

export let language = '';

export const texts = /** @type {Record<keyof typeof TEXTS, any>} */ ({});

export const isLanguage = (lang) => LANGUAGES.includes(lang);

export function choose(lang) {
  language = lang;
  for (const [name, both] of Object.entries(TEXTS)) {
    texts[name] = both[LANGUAGES.indexOf(lang)];
  }
}
