import { describe, expect, it } from 'vitest';
import type { Plan } from './documents/plan';
import { writeReport } from './report';
import type { NeutralPost } from './source';

const neutral: NeutralPost = {
  source: 'wix-page',
  key: 'rest',
  title: 'Rest',
  author: null,
  authorIsSignIn: false,
  published: { day: '2025-07-25', sure: true, why: '' },
  updated: { day: '2025-07-27', sure: true, why: '' },
  body: [{ kind: 'paragraph', text: 'A first paragraph that says what this is about.' }],
  postscript: null,
  oldPath: null,
  holdBack: null,
  notes: [
    { kind: 'left out', text: 'a menu' },
    { kind: 'guessed', text: 'the day', mend: 'say it' },
  ],
};
const plan: Plan = {
  decision: 'create',
  documentId: 'abc',
  slug: 'rest',
  author: { add: 'Rowan Hale', guess: 'she is the counsellor' },
  isPublic: false,
  publishes: true,
  heldBack: null,
  fields: { title: 'Rest', body: [], published: '', updated: null },
  fingerprint: '',
};
const write = (change: Partial<Plan>, dryRun = false) =>
  writeReport(
    neutral,
    { plan: { ...plan, ...change }, dryRun },
    { site: 'https://site.example', cms: 'https://cms.example' },
  );

describe('writeReport', () => {
  it('asks for what is missing', () => {
    expect(write({ author: null })).toContain('It has no author: choose one');
    expect(
      writeReport(
        { ...neutral, body: [{ kind: 'paragraph', text: 'We have all heard the message:' }] },
        { plan, dryRun: false },
        { site: '', cms: '' },
      ),
    ).toContain('make a poor summary');
  });
  it('says what was guessed before what was left out, and ends with what was done', () => {
    expect(write({})).toBe(
      [
        'Guessed',
        '  - The day',
        '    If this is wrong: say it',
        '  - Its author is Rowan Hale (a new author): she is the counsellor',
        '    If this is wrong: import again with --author "Name"',
        '',
        'Left out',
        '  - A menu',
        '',
        'What was done',
        '  - A new post, published with the date 25 July 2025 and updated on 27 July 2025: https://site.example/blog/rest',
        '',
      ].join('\n'),
    );
  });
  it.each([
    [{ publishes: false }, 'A new draft; nobody can see it until it is published: https://cms.example/admin'],
    [{ decision: 'update', publishes: false, isPublic: true }, 'readers see the old version until it is published'],
    [{ decision: 'update' }, 'is updated from this file and published with the date 25 July 2025'],
    [{ decision: 'same', publishes: false }, 'Nothing: it was imported before and has not changed'],
    [{ decision: 'same' }, 'now it is published with the date 25 July 2025'],
    [{ decision: 'edited', publishes: false }, 'has since been edited in the CMS, so it was left unchanged'],
    [{ decision: 'both changed', publishes: false }, 'Copy anything new from the page by hand'],
    [{ publishes: false, heldBack: 'look at it first' }, '  - It is not published yet: look at it first\n'],
    [{ decision: 'twin', publishes: false }, 'there is already a post with this title'],
  ] as const)('%j', (change, words) => {
    expect(write(change)).toContain(words);
    expect(write(change, true)).toContain('What would be done (nothing was changed)');
  });
});
