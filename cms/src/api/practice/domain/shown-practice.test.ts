import { type Practice, practice } from 'shared';
import { describe, expect, it } from 'vitest';
import { feesOf, legalDetailsOf } from './facts';
import { onlineOf, roomOf } from './room';
import { callSettings, commentSettings, contactSettings, workshopSettings } from './settings';
import { shownPractice } from './shown-practice';

const line = {
  name: 'Samaritans',
  kind: 'talk',
  nation: 'UK',
  about: 'Day and night.',
  call: '116 123',
  text: null,
  keyword: null,
  chat: null,
  relay: null,
  hours: 'always',
  free: true,
  checked: '2026-11-01',
} as const;

const held = {
  kind: 'membership',
  title: 'Registered member MBACP',
  body: 'BACP',
  number: '000000',
  url: 'https://register.example/nora',
  renewsOn: '2027-03-31',
  checked: null,
} as const;

const stored: Practice = {
  name: 'The Quiet Room',
  strapline: null,
  counsellor: 'Nora Ashby',
  portrait: null,
  sentence: 'A quiet hour.',
  description: 'Counselling in Leeds.',
  work: [],
  picture: null,
  pictureAtNight: null,
  email: 'nora@practice.example',
  phone: null,
  address: null,
  area: null,
  town: 'Leeds',
  timeZone: 'Europe/Dublin',
  credentials: [held],
  bookingUrl: null,
  blogIntro: null,
  invitation: 'Write to me.',
  away: null,
  helpLines: [line],
  pages: [{ slug: 'about', title: 'About' }],
  comments: commentSettings(null),
  workshops: workshopSettings(null),
  contact: contactSettings(null),
  fees: feesOf({}),
  legal: legalDetailsOf({}),
  worksWith: null,
  room: roomOf({}),
  online: onlineOf({}),
  questions: [],
  calls: callSettings(null),
  availability: { state: 'from', from: '2027-01-12', note: null, updated: '2026-11-27T12:00:00.000Z' },
};
const standIns = { name: 'Quiet Room', email: 'post@practice.example' };
/** Broken as a database can be that was changed by hand. */
const shown = (broken: object) => shownPractice({ ...stored, ...broken }, standIns);

describe('shownPractice', () => {
  it('is what is stored where all of it can be shown', () => {
    expect(shown({})).toEqual({ practice: stored, invalid: [] });
  });

  it.each([
    [{ name: '' }, 'name', 'Quiet Room'],
    [{ name: '\u200b' }, 'name', 'Quiet Room'],
    [{ name: null }, 'name', 'Quiet Room'],
    [{ counsellor: ' ' }, 'counsellor', 'The Quiet Room'],
    [{ email: '' }, 'email', 'post@practice.example'],
    [{ timeZone: 'Mars/Phobos' }, 'timeZone', 'Europe/London'],
    [{ credentials: [{ ...held, url: 'register.example' }] }, 'credentials', [{ ...held, url: null }]],
    [{ credentials: [held, { ...held, title: '' }] }, 'credentials', [held]],
    [{ invitation: null }, 'invitation', ''],
    [{ work: [{ type: 'unheard-of' }] }, 'work', []],
    [{ comments: { ...stored.comments, keepNotesDays: 0 } }, 'comments', stored.comments],
    [
      {
        questions: [
          { question: '', answer: 'A' },
          { question: 'Q', answer: 'A' },
        ],
      },
      'questions',
      [{ question: 'Q', answer: 'A' }],
    ],
    [{ legal: legalDetailsOf({ complaintsUrl: 'bacp.co.uk' }) }, 'legal', legalDetailsOf({})],
    [{ fees: feesOf({ fees: [{ label: ' ', amount: 55 }] }) }, 'fees', feesOf({})],
    [{ helpLines: [{ ...line, chat: 'ftp://x' }] }, 'helpLines', [line]],
    [{ helpLines: [{ ...line, name: '' }, line] }, 'helpLines', [line]],
    [{ pages: [{ slug: 'about', title: null }] }, 'pages', []],
  ])('stands in for %j, and leaves the rest as it is', (broken, field, instead) => {
    const { practice: result, invalid } = shown(broken);
    expect(invalid).toEqual([field]);
    expect(result).toEqual({ ...stored, [field]: instead });
    expect(practice.safeParse(result).success).toBe(true);
  });
});
