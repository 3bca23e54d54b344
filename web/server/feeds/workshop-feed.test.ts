import type { WorkshopSummary } from 'shared';
import { describe, expect, it } from 'vitest';
import { workshopRss } from './workshop-feed';

const workshop: WorkshopSummary = {
  id: 'w1',
  slug: 'nights',
  title: 'Nights <& days>',
  summary: 'A morning.',
  state: 'open',
  sessions: [{ starts: '2026-06-13T09:00:00.000Z', ends: '2026-06-13T12:00:00.000Z' }],
  timeZone: 'Europe/London',
  namesZone: true,
  format: 'online',
  venue: null,
  prices: [{ key: '4800-standard-00', label: 'Standard', pence: 4800, note: null }],
  seatsLeft: 2,
  changes: [],
  cancelledAt: null,
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

  it('leaves the time zone out where everyone is in it', () => {
    expect(feed([{ ...workshop, namesZone: false }])).toContain('10am to 1pm. Online.');
  });

  it('escapes a summary twice, because descriptions are HTML', () => {
    expect(feed([{ ...workshop, summary: 'Rest <b>well</b>.' }])).toContain(
      'Rest &amp;lt;b&amp;gt;well&amp;lt;/b&amp;gt;.',
    );
  });

  const idsIn = (changed: Partial<WorkshopSummary>) => {
    const xml = feed([{ ...workshop, title: 'Nights', ...changed }]);
    const titles = [...xml.matchAll(/<item><title>(.*?)<\/title>/g)].map(([, title]) => title);
    const ids = [...xml.matchAll(/<guid isPermaLink="false">(.*?)<\/guid>/g)].map(([, id]) => id);
    return titles.map((title, index) => [title, ids[index]]);
  };
  const itself = ['Nights', 'urn:quiet-room:workshop:w1'];
  const at = '2026-05-01T10:00:00.000Z';
  const from = '2026-06-06T09:00:00.000Z';

  it('identifies a workshop whatever its address and its date are', () => {
    expect(idsIn({})).toEqual([itself]);
    expect(idsIn({ slug: 'other', sessions: [{ starts: at, ends: at }] })).toEqual([itself]);
  });

  it('has items of their own for a cancellation, a new date and a new venue', () => {
    expect(idsIn({ state: 'cancelled', cancelledAt: at, changes: [{ kind: 'moved', at, from }] })).toEqual([
      ['Cancelled: Nights', 'urn:quiet-room:workshop:w1:cancelled'],
      itself,
    ]);
    const changes: WorkshopSummary['changes'] = [
      { kind: 'moved', at: from, from },
      { kind: 'place', at, from },
      { kind: 'moved', at, from },
    ];
    expect(idsIn({ changes })).toEqual([
      ['New date: Nights', `urn:quiet-room:workshop:w1:moved:${at}`],
      ['New venue: Nights', `urn:quiet-room:workshop:w1:place:${at}`],
      itself,
    ]);
    expect(feed([{ ...workshop, changes }])).toContain('going to start on Saturday 6 June 2026.');
    expect(feed([{ ...workshop, changes }])).toContain('<pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate>');
  });

  it('is valid without a workshop', () => {
    expect(feed([])).toMatch(/<channel><title>Quiet Room: workshops<\/title>.*<\/channel><\/rss>\n$/s);
  });
});
