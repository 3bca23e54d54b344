import { describe, expect, it } from 'vitest';
import { blankTexts } from './required-texts';

const models: Readonly<Record<string, Parameters<typeof blankTexts>[0] extends (uid: string) => infer M ? M : never>> =
  {
    practice: {
      attributes: {
        name: { type: 'string', required: true },
        town: { type: 'string' },
        keepDays: { type: 'integer', required: true },
        helpLines: { type: 'component', component: 'line' },
        seo: { type: 'component', component: 'seo' },
      },
    },
    line: { attributes: { name: { type: 'string', required: true }, part: { type: 'component', component: 'seo' } } },
    seo: { attributes: { title: { type: 'text', required: true } } },
  };
const blankFields = (data: unknown) => blankTexts((uid) => models[uid], 'practice', data).map(({ field }) => field);

describe('blankTexts', () => {
  it.each(['', ' ', '\n\t', '\u00a0', '\u2003', '\u200b', '\u200b \u2060', '\ufeff', '\u00ad', '\u3164', null])(
    'finds a required text that shows nothing: %j',
    (name) => {
      expect(blankFields({ name })).toEqual(['name']);
    },
  );

  it('finds it in components, lists of them and components inside', () => {
    expect(
      blankFields({
        helpLines: [{ name: 'Samaritans' }, { name: ' ', part: { title: '\u200b' } }, null, 'x'],
        seo: { title: '' },
      }),
    ).toEqual(['helpLines.1.name', 'helpLines.1.part.title', 'seo.title']);
  });

  it('leaves alone what is optional, no text, filled in or not entered', () => {
    expect(blankFields({ town: '', keepDays: null, helpLines: [{}], seo: null })).toEqual([]);
    expect(blankFields({ name: ' Nora\u200b ', seo: { title: '0' } })).toEqual([]);
    expect(blankFields(undefined)).toEqual([]);
  });
});
