import type { WorkshopSummary } from 'shared';
import { describe, expect, it } from 'vitest';
import { workshopRss } from './workshop-feed';

const workshop: WorkshopSummary = {
  slug: 'nights',
  title: 'Nights <& days>',
  summary: 'A morning.',
  state: 'open',
  sessions: [{ starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' }],
  timeZone: 'Europe/London',
  format: 'online',
  venue: null,
  prices: [{ key: '4800-standard-00', label: 'Standard', pence: 4800, note: null }],
  seatsLeft: 2,
  cover: null,
};
const feed = (workshops: WorkshopSummary[]) =>
  workshopRss({ practice: { name: 'Quiet Room' }, workshops, siteUrl: 'https://example.org' });

describe('the feed of workshops', () => {
  it('says of each workshop when and where it is, what it costs, and its state', () => {
    expect(feed([workshop])).toContain(
      '<description>A morning. Saturday 13 June 2026, 10am to 1pm, UK time (BST). Online. £48. 2 places left.</description>',
    );
    expect(feed([workshop])).toContain(
      '<title>Nights &lt;&amp; days&gt;</title><link>https://example.org/workshops/nights</link>',
    );
  });

  it('is valid without a workshop', () => {
    expect(feed([])).toMatch(/<channel><title>Quiet Room: workshops<\/title>.*<\/channel><\/rss>\n$/s);
  });
});
