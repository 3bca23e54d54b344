import { describe, expect, it } from 'vitest';
import { cleanAddress, emailAddress, mailboxKey, optionalEmailAddress } from './email-address.js';

const codesOf = (typed: unknown): string[] =>
  emailAddress.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];

describe('an email address that was typed or pasted', () => {
  it.each([
    ['ann@example.org', 'ann@example.org'],
    ['  Ann@Example.ORG\n', 'Ann@example.org'],
    ['\u202aann@example.org\u202c', 'ann@example.org'],
    ['\u2068ann\u200b@\ufeffexample.org\u2069', 'ann@example.org'],
    ['ann\u00ad@example.org\u00a0', 'ann@example.org'],
    ['<ann@example.org>', 'ann@example.org'],
    ['Ann Lee <ann@example.org>,', 'ann@example.org'],
    ['"Lee, Ann" <ann@example.org>', 'ann@example.org'],
    ['mailto:ann@example.org', 'ann@example.org'],
    ['MAILTO:tom%26ann@example.org?subject=Hello', 'tom&ann@example.org'],
    ['<mailto:ann@example.org>', 'ann@example.org'],
    ['ann@example.org,', 'ann@example.org'],
    ['ann@example.org;', 'ann@example.org'],
    ['(ann@example.org).', 'ann@example.org'],
    ['ann＠example.org', 'ann@example.org'],
    ['ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ann@example.org'],
    ['ann @ example.org', 'ann@example.org'],
    ['anna@müller.example', 'anna@xn--mller-kva.example'],
    ['anna@MÜLLER.example', 'anna@xn--mller-kva.example'],
    ['anna@mu\u0308ller.example', 'anna@xn--mller-kva.example'],
    ['anna@xn--mller-kva.example', 'anna@xn--mller-kva.example'],
    ['ann@例え。jp', 'ann@xn--r8jz45g.jp'],
    ['tom&ann@example.org', 'tom&ann@example.org'],
    ["o'neil+blog@example.co.uk", "o'neil+blog@example.co.uk"],
    ['a/b{c}|d=e?f^g`h~i*j#k$l%m!n@example.org', 'a/b{c}|d=e?f^g`h~i*j#k$l%m!n@example.org'],
    ['.dots..everywhere.@example.org', '.dots..everywhere.@example.org'],
    ['ann@1.2.3.4', 'ann@1.2.3.4'],
  ])('%j is taken as %s', (typed, address) => {
    expect(emailAddress.parse(typed)).toBe(address);
    expect(cleanAddress(address)).toBe(address);
  });

  it.each([
    ['', 'missing'],
    [' \u200b ', 'missing'],
    [undefined, 'missing'],
    ['ann', 'not-an-address'],
    ['ann@', 'not-an-address'],
    ['@example.org', 'not-an-address'],
    ['ann@example.org, bea@example.org', 'not-an-address'],
    ['ann@example.org bea@example.org', 'not-an-address'],
    ['Ann ann@example.org', 'not-an-address'],
    ['ann@exa mple.org', 'not-an-address'],
    ['ann@gmail', 'not-an-address'],
    ['ann@localhost', 'not-an-address'],
    ['ann@-example.org', 'not-an-address'],
    ['ann@example..org', 'not-an-address'],
    ['müller@example.org', 'not-an-address'],
    ['"a b"@example.org', 'not-an-address'],
    ['ann@[127.0.0.1]', 'not-an-address'],
    ['ann@müller.example/x', 'not-an-address'],
    ['ann@example.org\r\nBcc: bea@example.org', 'not-an-address'],
    [`${'a'.repeat(250)}@example.org`, 'too-long'],
  ])('%j is refused: %s', (typed, code) => {
    expect(codesOf(typed)).toEqual([code]);
  });

  it('may be left out where it is optional', () => {
    for (const empty of [null, '', ' \u200b']) expect(optionalEmailAddress.parse(empty)).toBeNull();
    expect(optionalEmailAddress.parse('<Ann@Example.org>')).toBe('Ann@example.org');
    expect(optionalEmailAddress.safeParse('ann').error?.issues.map(({ message }) => message)).toEqual([
      'not-an-address',
    ]);
  });
});

describe('one mailbox', () => {
  it.each([
    ['Bea@example.org', 'bea@EXAMPLE.org'],
    ['anna@müller.example', 'Anna@xn--mller-kva.example'],
    ['ann\u200b@example.org', '<ann@example.org>'],
  ])('has the spellings %j and %j', (one, other) => {
    expect(mailboxKey(one)).toBe(mailboxKey(other));
  });
  it('is another one with a tag, a dot or another domain', () => {
    const keys = ['ann@example.org', 'ann+a@example.org', 'a.nn@example.org', 'ann@example.com'].map(mailboxKey);
    expect(new Set(keys).size).toBe(4);
  });
});
