import assert from 'node:assert/strict';
import { test } from 'node:test';
import './document.js';
import { markdown } from '../../web/elements.js';

const shown = (text, leads) => markdown(text, leads).join('');
const link = (url, text = url) => `<a href="${url}" rel="noopener external">${text}</a>`;

test('paragraphs are put apart by blank lines, or by lines where there are none', () => {
  assert.equal(shown('a\nb\n\nc'), '<p>a b</p><p>c</p>');
  assert.equal(shown('一。\n二。'), '<p>一。</p><p>二。</p>');
  assert.equal(shown(''), '');
  assert.equal(shown(undefined), '');
});

test('the end of a line does not put East Asian characters apart', () => {
  assert.equal(shown('日本\n語の\nCNN\n\n次'), '<p>日本語の CNN</p><p>次</p>');
});

test('emphasis nests, and stays within words only with stars', () => {
  assert.equal(shown('*a* __b__ ***c***'), '<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong></p>');
  assert.equal(shown('**a *b* c**'), '<p><strong>a <em>b</em> c</strong></p>');
  assert.equal(shown('**「強調」**です'), '<p><strong>「強調」</strong>です</p>');
  assert.equal(shown('snake_case_name'), '<p>snake_case_name</p>');
});

test('stars that are not emphasis are text', () => {
  for (const text of ['2 * 3 * 4', '*open', 'a ** b', '5*']) {
    assert.equal(shown(text), `<p>${text}</p>`);
  }
  assert.equal(shown('\\*a\\*'), '<p>*a*</p>');
});

test('code is shown as it is', () => {
  assert.equal(shown('`*a*` `` b`c ``'), '<p><code>*a*</code> <code>b`c</code></p>');
  assert.equal(shown('```py\nx = *1\n\ny\n```\nend'), '<pre tabindex="0">x = *1\n\ny</pre><p>end</p>');
});

test('only addresses of the web are links', () => {
  assert.equal(shown('[a *b*](https://x.y/z)'), `<p>${link('https://x.y/z', 'a <em>b</em>')}</p>`);
  assert.equal(shown('see <https://x.y>, https://x.y/a.'), `<p>see ${link('https://x.y')}, ${link('https://x.y/a')}.</p>`);
  assert.equal(shown('[a](javascript:alert(1))'), '<p>[a](javascript:alert(1))</p>');
});

test('HTML is text', () => {
  assert.equal(shown('a <b onclick="x">c</b>'), '<p>a &lt;b onclick="x">c&lt;/b></p>');
});

test('lists nest, and begin where they say', () => {
  assert.equal(
    shown('- a\n- b\n  - c\n\n2. x\n3. y'),
    '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>' +
      '<ol start="2"><li><p>x</p></li><li><p>y</p></li></ol>',
  );
});

test('quotes hold blocks', () => {
  assert.equal(shown('> a\n> - b'), '<blockquote><p>a</p><ul><li><p>b</p></li></ul></blockquote>');
});

test('tables have a head', () => {
  assert.equal(
    shown('| a | b |\n|---|:-:|\n| *1* | 2 |'),
    '<div class="table" tabindex="0"><table><tr><th>a</th><th>b</th></tr>' +
      '<tr><td><em>1</em></td><td>2</td></tr></table></div>',
  );
  assert.equal(shown('a | b'), '<p>a | b</p>');
});

test('the first sentence leads', () => {
  assert.equal(shown('一文。二文。', true), '<p>一文。</p><p>二文。</p>');
  assert.equal(shown('It *is* 3.5 x. Then.', true), '<p>It <em>is</em> 3.5 x.</p><p>Then.</p>');
  assert.equal(shown('一文だけ。', true), '<p>一文だけ。</p>');
  assert.equal(shown('No end', true), '<p>No end</p>');
  assert.equal(shown('- a. B', true), '<ul><li><p>a. B</p></li></ul>');
});
