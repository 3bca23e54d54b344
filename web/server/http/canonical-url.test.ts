import { describe, expect, it } from 'vitest';
import { canonicalUrl, originForm } from './canonical-url';

const key = (target: string) => {
  const url = canonicalUrl(target);
  return url.kind === 'canonical' ? url.key : url;
};

describe('the canonical URL', () => {
  it('consists of the path and the parameters that the page knows', () => {
    expect(key('/blog?utm_source=x&page=2')).toBe('/blog?page=2');
    expect(key('/blog/self-kindness?page=2')).toBe('/blog/self-kindness');
    expect(key('/')).toBe('/');
    expect(key('/?')).toBe('/');
  });

  it('is the same for every spelling', () => {
    expect(key('/%62log')).toBe('/blog');
    expect(key('/caf%c3%a9')).toBe('/caf%C3%A9');
    expect(key('/100%25')).toBe('/100%25');
  });

  it('has no trailing slash', () => {
    expect(canonicalUrl('/blog/?page=3&x=1')).toEqual({ kind: 'redirect', path: '/blog', to: '/blog?page=3' });
  });

  it.each([
    ['/help-now.', '/help-now)', '/help-now>', '/help-now,', '/help-now%22', '/help-now%E2%80%9D', '/help-now/.)'],
    ['/HELP-NOW', '/Help-Now/', '/help-now/'],
    ['//help-now', '///help-now//', '/%2Fhelp-now', '/\\help-now', '/%5Chelp-now', '/help-now%2F'],
    [
      '/help-now%20',
      '/help-now%0D%0A',
      '/help-now=20',
      '/help-now=0A',
      '/help-now%3D20',
      '/help-now&gt;',
      '/help-now%C2%A0',
    ],
    [
      '/help-now%E2%80%8B',
      '/%EF%BB%BFhelp-now',
      '/help-%C2%ADnow',
      '/help-now%00',
      '/h%E2%80%AEelp-now',
      '/help-%0Anow',
    ],
    ['/help%E2%80%91now', '/help%E2%80%93now', '/help%E2%80%90now', '/help%EF%BC%8Dnow'],
    [
      '/help%252Dnow',
      '/help%25252Dnow',
      '/help-now%3F',
      '/help-now%3Fx=1',
      '/help-now%23',
      '/help-now%253F',
      '/help-now%23top',
    ],
  ])('is where %s and the like lead', (...targets) => {
    for (const target of targets) {
      expect(canonicalUrl(target), target).toEqual({ kind: 'redirect', path: '/help-now', to: '/help-now' });
    }
  });

  it.each([
    ['/caf%C3%A9', ['/cafe%CC%81', '/CAF%C3%89', '/caf%E9', '/caf\u00c3\u00a9', '/caf%25C3%25A9']],
    ['/blog?page=2', ['/blog%3Fpage=2', '/blog%3fpage=2&x=1', '/Blog?page=2', '//blog?page=2#x', '/blog%253Fpage=2']],
    ['/100%25', ['/100%2525', '/100%25%20']],
    ['/blog/x', ['/blog%2Fx', '/blog%5Cx', '/blog\\x', '/blog//x', '/blog/%2f/x']],
    [
      '/evil.example',
      ['//evil.example', '/%2F%2Fevil.example', '/\\evil.example', '/%5C%5Cevil.example', '///evil.example/'],
    ],
    ['/http:/evil.example', ['/http://evil.example', '//http://evil.example/']],
    ['/', ['//', '/.', '/%20', '/)', '/%E2%80%8B']],
  ])('%s is the one key of its other spellings', (to, targets) => {
    for (const target of targets) expect(canonicalUrl(target), target).toMatchObject({ kind: 'redirect', to });
    expect(canonicalUrl(to)).toMatchObject({ kind: 'canonical', key: to });
  });

  it('keeps capitals where they are a secret or the name of a file, and nowhere else', () => {
    const to = (target: string) => {
      const url = canonicalUrl(target);
      return url.kind === 'redirect' ? url.to : url.kind;
    };
    expect(to('/Your-Comment/7.1.AbC_-')).toBe('/your-comment/7.1.AbC_-');
    expect(to('/your-place/CONFIRM/AbC.')).toBe('/your-place/confirm/AbC');
    expect(to('/your-place/AbC/Workshop.ICS')).toBe('/your-place/AbC/workshop.ics');
    expect(to('/your-place/AbC=20')).toBe('/your-place/AbC');
    expect(to('/your-place/Ab=%0D%0AC%3E')).toBe('/your-place/AbC');
    expect(to('/certificates/ABCD-2345-WXYZ,')).toBe('/certificates/ABCD-2345-WXYZ');
    expect(to('/workshops/Nights/Register')).toBe('/workshops/nights/register');
    for (const exact of ['/your-comment/7.1.AbC_-', '/media/Room_0123456789.JPG', '/_nuxt/Entry.Ab1.css'])
      expect(to(exact)).toBe('canonical');
  });

  it('is the same when it is read again, whatever is asked for', () => {
    const parts = [
      '/',
      '%',
      '%25',
      '%2F',
      '%5c',
      '\\',
      '.',
      '%2e',
      ')',
      '=20',
      '&gt;',
      'A',
      'é',
      '%E9',
      '%cc%81',
      '?',
      '%3F',
      'İ',
      ' ',
    ];
    for (let n = 0; n < parts.length ** 3; n += 1) {
      const at = (place: number) => parts[Math.floor(n / parts.length ** place) % parts.length] ?? '';
      const url = canonicalUrl(`/b${at(0)}${at(1)}${at(2)}`);
      if (url.kind !== 'redirect') continue;
      expect(url.to).toMatch(/^\/(?![/\\])[!-~]*$/);
      expect(canonicalUrl(url.to), url.to).toMatchObject({ kind: 'canonical', key: url.to });
    }
  });

  it.each(['/../etc', '/%2e%2e/x', '/./x', '/a/%252e%252e/b', '/media/..%2fx'])('does not exist for %j', (target) => {
    expect(canonicalUrl(target)).toEqual({ kind: 'invalid', status: 404 });
  });

  it.each(['*', '', 'example.org:443', 'ftp://example.org/'])(
    'is undefined for a target without a path: %j',
    (target) => {
      expect(canonicalUrl(target)).toEqual({ kind: 'invalid', status: 400 });
    },
  );

  it('is undefined for a target that is too long', () => {
    expect(canonicalUrl(`/${'a'.repeat(3000)}`)).toEqual({ kind: 'invalid', status: 414 });
  });
});

describe('the target of a request', () => {
  it.each([
    ['http://evil.example/blog?page=2', '/blog?page=2'],
    ['https://evil.example', '/'],
    ['HTTP://evil.example?x', '/?x'],
    ['/http://evil.example', '/http://evil.example'],
    ['*', '*'],
  ])('%s is read as %s', (target, read) => {
    expect(originForm(target)).toBe(read);
  });
});
