import { describe, expect, it } from 'vitest';
import { inFavour } from './in-favour';
import { judgeSpam } from './judge-spam';

const link = 'https://hall.example/group';
const favourOf = (text: string, weight: number, findings = [{ rule: 'links', weight: 7, reason: '' }]) =>
  inFavour({ name: 'Jo', text }, findings, weight);

describe('inFavour', () => {
  it.each([
    ['a group', `There is a support group in our town on Mondays: ${link}`],
    ['a place', `The hospice lends out wheelchairs: ${link}`],
    ['a group in Spanish', `En mi barrio hay un grupo de apoyo los jueves: ${link}`],
    ['a group in German', `Hier trifft sich eine Selbsthilfegruppe: ${link}`],
    ['a group in Welsh', `Mae grŵp galar yn cwrdd yn y dref: ${link}`],
    ['a small fee', `There is a support group at the church hall, £2 for tea: ${link}`],
    ['no fee at all', `Thursdays at two, just turn up: ${link}`],
  ])('takes a suspicious weight down to five where a comment speaks of help nearby: %s', (_, text) => {
    expect(favourOf(text, 17)).toMatchObject({ rule: 'helpNearby', weight: -12 });
    expect(favourOf(text, 3)).toMatchObject({ weight: 0 });
  });

  it('takes 13 points at most, so that strong evidence stays', () => {
    expect(favourOf(`Our support group, see ${link}`, 30)).toMatchObject({ weight: -13 });
  });

  it.each([
    ['a price', `There is a support group in town, £45 a month: ${link}`],
    ['per cent', `Our hospice shop has 20% off: ${link}`],
    ['something for sale', `The library loves our masterclass: ${link}`],
    ['three links', `Support groups: ${link} ${link} ${link}`],
    ['a subject alone', `Grief has no timetable, so read this: ${link}`],
    ['a part of a trade', `Tree surgery and stumps: ${link}`],
  ])('takes nothing off for %s', (_, text) => {
    expect(favourOf(text, 17)).toBeNull();
  });

  it.each([
    ['trade', 6],
    ['disguise', 4],
    ['tradeName', 4],
    ['contact', 10],
  ])('takes nothing off for help nearby where the rule “%s” found %d points', (rule, weight) => {
    expect(favourOf(`There is a support group: ${link}`, 17, [{ rule, weight, reason: '' }])).toBeNull();
  });

  it('takes up to three points off where nothing is offered', () => {
    const text = 'An interesting reading of the literature.';
    expect(favourOf(text, 12, [])).toMatchObject({ rule: 'nothingOffered', weight: -3 });
    expect(favourOf(text, 6, [])).toMatchObject({ weight: -1 });
    expect(favourOf(text, 12, [{ rule: 'trade', weight: 4, reason: '' }])).toMatchObject({ weight: -3 });
    expect(favourOf(text, 12, [{ rule: 'trade', weight: 5, reason: '' }])).toBeNull();
    expect(favourOf(text, 12, [{ rule: 'plug', weight: 2, reason: '' }])).toBeNull();
    expect(favourOf(text, 12), 'with a link').toBeNull();
  });
});

describe('judgeSpam with something in favour of a comment', () => {
  const submission = {
    name: 'Stephanie',
    text: 'Our PTA has a breakfast for parents of anxious kids, tea is free and all are welcome: http://pta-tables.example',
    honeypot: false,
    sameBefore: 0,
  };
  const spam = { ...submission, text: 'Best hair transplant packages, book online: http://hair.example' };

  it('never takes anything off the counsellor’s own list, repeats and the hidden field', () => {
    const free = judgeSpam(submission, { wordList: [], careFlagged: false });
    const listed = judgeSpam(submission, { wordList: ['breakfast'], careFlagged: false });
    expect(free.isSpam).toBe(false);
    expect(listed.weight - free.weight).toBe(10);
    expect(listed.isSpam).toBe(true);
    expect(judgeSpam({ ...submission, sameBefore: 9 }, { wordList: [], careFlagged: false }).isSpam).toBe(true);
  });

  it('says what kept a comment out of the spam folder, and nothing of it elsewhere', () => {
    const judged = judgeSpam(
      {
        ...submission,
        text: 'Join our local church choir today, see the page: http://choir.example',
      },
      { wordList: [], careFlagged: false },
    );
    expect(judged.isSpam).toBe(false);
    expect(judged.reasons).toContain(
      'It speaks of help nearby, “local church”, and of nothing for sale, so it waits for you.',
    );
    expect(judgeSpam(spam, { wordList: [], careFlagged: false }).reasons.join(' ')).not.toContain('waits for you');
  });
});
