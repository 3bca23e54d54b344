import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stylesFor } from '../../shared/page-styles';
import { bundleStyles } from './bundle';
import { divideStyles } from './page-rules';

const keptOf = (css: string, html: string, addedByScripts: string[] = []): string =>
  stylesFor(html, divideStyles(css, new Set(addedByScripts)));

describe('the styles that a page gets', () => {
  it.each([
    { css: 'p{color:red}', html: '<p>', is: 'kept', why: 'any page may have the element' },
    { css: '.a{color:red}', html: '<p class="b a">', is: 'kept', why: 'the page has the class' },
    { css: '.a{color:red}', html: '<p class="ab">', is: 'left out', why: 'no name is just the class' },
    { css: '.a .b{color:red}', html: '<p class="b">', is: 'left out', why: 'one of the classes is missing' },
    { css: '.a,.b{color:red}', html: '<p class="b">', is: 'kept', why: 'one of two selectors can match' },
    { css: '.a,p{color:red}', html: '<b>', is: 'kept', why: 'one of two selectors has no class' },
    { css: '.a:hover>b::before{color:red}', html: '<i class="a">', is: 'kept', why: 'states and elements may come' },
    { css: ':is(.a,.b) p{color:red}', html: '<i class="b">', is: 'kept', why: 'brackets hold alternatives' },
    { css: 'p:not(.a){color:red}', html: '<p>', is: 'kept', why: 'the class is what must be missing' },
    { css: '[data-x="10"]{color:red}', html: '<i data-x="100">', is: 'left out', why: 'the value is another' },
    { css: '.a[data-x="10"]{color:red}', html: '<i class="a" data-x="10">', is: 'kept', why: 'it has both' },
    { css: '[aria-current]{color:red}', html: '<p>', is: 'kept', why: 'scripts may add the attribute' },
    { css: '@media print{.a{color:red}}', html: '<p class="a">', is: 'kept', why: 'groups are looked into' },
    {
      css: '@layer base{@media print{.a{color:red}}}',
      html: '<p>',
      is: 'left out',
      why: 'nothing of the group is left',
    },
  ])('$css is $is: $why', ({ css, html, is }) => {
    expect(keptOf(css, html)).toBe(is === 'kept' ? css : '');
  });

  it('are what classes need that scripts add later, in their order', () => {
    const css = '@layer a,b;.one{color:red}.two{color:blue}@font-face{font-family:A}';
    expect(keptOf(css, '<p>', ['.two'])).toBe('@layer a,b;.two{color:blue}@font-face{font-family:A}');
  });

  it('are all of the style sheet where the page has all of its classes, and far fewer on a page with few', async () => {
    const css = await bundleStyles(fileURLToPath(new URL('../../app/assets/css/first.css', import.meta.url)));
    const names = [...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name).join(' ');
    const attributes = [...css.matchAll(/\[(data-[\w-]+)=["']?(\w+)/g)].map(
      ([, name, value]) => `<i ${name}="${value}">`,
    );
    expect(keptOf(css, `<p class="${names}">${attributes.join('')}`)).toBe(css);
    expect(keptOf(css, '<main class="grid"><p class="lead">').length).toBeLessThan(css.length * 0.6);
  });
});
