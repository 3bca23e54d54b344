import { describe, expect, it } from 'vitest';
import { changedLines, changesBetween, type ComparedField } from './changes';

const paragraph = (text: string, more: object = {}) => ({
  type: 'paragraph',
  children: [{ type: 'text', text, ...more }],
});
const heading = (text: string) => ({ type: 'heading', level: 2, children: [{ type: 'text', text }] });
const field = (name: string, type: string): ComparedField => ({ name, label: name, attribute: { type } });
const changesOf = (type: string, before: unknown, after: unknown) =>
  changesBetween([field('it', type)], { it: before }, { it: after }).flatMap(({ lines }) => lines);

describe('the lines that have changed', () => {
  it('mark the words that were added and removed', () => {
    expect(changedLines(['The light came back.'], ['The light always came back again.'])).toEqual([
      [
        { text: 'The light ' },
        { text: 'always ', mark: 'added' },
        { text: 'came back ' },
        { text: 'again', mark: 'added' },
        { text: '.' },
      ],
    ]);
  });

  it('leave out what is the same, and show a line that is another one altogether as removed and added', () => {
    expect(changedLines(['One.', 'A tree and a cat', 'Three.'], ['One.', 'Mostly weather', 'Three.', 'Four.'])).toEqual(
      [
        [{ text: 'A tree and a cat', mark: 'removed' }],
        [{ text: 'Mostly weather', mark: 'added' }],
        [{ text: 'Four.', mark: 'added' }],
      ],
    );
  });
});

describe('the changes of a field', () => {
  it.each([
    ['boolean', true, false, 'Yes', 'No'],
    ['date', '2027-01-09', '2027-02-13', 'Saturday 9 January 2027', 'Saturday 13 February 2027'],
    ['time', '10:00:00', '11:30', '10:00', '11:30'],
    ['media', { mime: 'a', url: '/a', alternativeText: 'A cat', name: 'a.png' }, null, 'Picture: A cat', null],
    ['relation', ['Grief and loss'], ['Anger'], 'Grief and loss', 'Anger'],
    ['component', [{ id: 1, day: '2027-01-09', starts: '10:00:00' }], [], 'Saturday 9 January 2027, 10:00', null],
  ])('of type %s are in words', (type, before, after, removed, added) => {
    const text = changesOf(type, before, after).flat();
    expect(
      text
        .filter(({ mark }) => mark !== 'added')
        .map((part) => part.text)
        .join(''),
    ).toBe(removed);
    expect(
      text
        .filter(({ mark }) => mark !== 'removed')
        .map((part) => part.text)
        .join(''),
    ).toBe(added ?? '');
  });

  it('of rich text are found paragraph by paragraph, with headings, lists and links', () => {
    const list = (...items: string[]) => ({
      type: 'list',
      children: items.map((text) => ({ type: 'list-item', children: [{ type: 'text', text }] })),
    });
    const link = (url: string) => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', text: 'Fees' }] }],
    });
    const before = [heading('What helps'), paragraph('Stay as it is.'), list('Tea'), link('/fees')];
    const after = [heading('What helps'), paragraph('Stay as it is.'), list('Tea', 'Rest'), link('/prices')];
    expect(changesOf('blocks', before, after)).toEqual([
      [{ text: '• Rest', mark: 'added' }],
      [{ text: 'Fees (/' }, { text: 'fees', mark: 'removed' }, { text: 'prices', mark: 'added' }, { text: ')' }],
    ]);
  });

  it('of how rich text is set are named', () => {
    const [line] = changesOf('blocks', [paragraph('Quiet.')], [paragraph('Quiet.', { bold: true })]);
    expect(line?.[0]?.text).toContain('how they are set');
  });

  it('are only those that a person would see', () => {
    expect(changesOf('time', '10:00:00', '10:00')).toEqual([]);
    expect(changesOf('component', [{ id: 1, label: 'Full' }], [{ id: 7, __temp_key__: 'a0', label: 'Full' }])).toEqual(
      [],
    );
    expect(changesOf('string', null, '')).toEqual([]);
  });
});
