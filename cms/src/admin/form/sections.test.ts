import { describe, expect, it } from 'vitest';
import { pageSections, postSections } from '#src/api/post/admin/form-sections';
import { pageView, postView } from '#src/api/post/views';
import { practiceSections } from '#src/api/practice/admin/form-sections';
import { practiceView } from '#src/api/practice/views';
import { workshopSections } from '#src/api/workshop/admin/form-sections';
import { workshopView } from '#src/api/workshop/views';
import { headingType, withSections } from './sections';

/** The layout that Strapi makes of the rows of a view. */
const layoutOf = ({ rows, mainField }: typeof postView) => ({
  layout: {
    layout: [rows.map((row) => row.map(([name, size]) => ({ name, size, type: 'string', attribute: {} })))],
    settings: { mainField },
  },
  query: {},
});

const fieldsOf = ({ layout: { layout } }: ReturnType<typeof layoutOf>) => layout.flat(2);

describe.each([
  ['post', postView, postSections],
  ['page', pageView, pageSections],
  ['workshop', workshopView, workshopSections],
  ['practice', practiceView, practiceSections],
] as const)('the form of a %s', (_, view, sections) => {
  it('keeps all fields in their order, each section below its heading', () => {
    const before = layoutOf(view);
    const after = withSections(before, sections);
    const withoutHeadings = fieldsOf(after).filter(({ type }) => type !== headingType);
    expect(withoutHeadings).toEqual(fieldsOf(before));
    const headings = after.layout.layout.filter(([first]) => first?.[0]?.type === headingType);
    expect(headings).toHaveLength(sections.length);
    headings.forEach((panel, n) => {
      const names = panel.slice(1).flatMap((row) => row.map(({ name }) => name));
      expect(names).toEqual(sections[n]?.fields);
    });
  });
});

describe('the form of something else', () => {
  it('stays as it is', () => {
    const practice = layoutOf(practiceView);
    expect(withSections(practice, postSections)).toBe(practice);
  });
});
