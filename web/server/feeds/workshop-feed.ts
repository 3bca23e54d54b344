import type { Practice, WorkshopSummary } from 'shared';
import { formatLocation, formatPrices, formatSessions, stateLabel, zoneNames } from '#shared/workshops';
import { element, rss } from './rss';

interface WorkshopFeedParts {
  practice: Pick<Practice, 'name'>;
  workshops: readonly WorkshopSummary[];
  siteUrl: string;
}

function factsOf({ sessions, timeZone, format, venue, prices, state, seatsLeft }: WorkshopSummary): string[] {
  return [
    [formatSessions(sessions, timeZone), ...zoneNames(sessions, timeZone)].join(', '),
    formatLocation({ format, venue }),
    formatPrices(prices),
    stateLabel({ state, seatsLeft }),
  ].flatMap((fact) => (fact === null ? [] : [`${fact}.`]));
}

/**
 * Returns the upcoming workshops as RSS, the next first. Without dates: those of RSS are dates of publication, and a
 * feed reader would hide a workshop that is announced for next year.
 */
export const workshopRss = ({ practice, workshops, siteUrl }: WorkshopFeedParts): string =>
  rss({
    title: `${practice.name}: workshops`,
    link: `${siteUrl}/workshops`,
    description: 'Upcoming workshops, the next one first.',
    self: `${siteUrl}/workshops/feed.xml`,
    items: workshops.map((workshop) => {
      const url = `${siteUrl}/workshops/${workshop.slug}`;
      return {
        title: workshop.title,
        link: url,
        // The date is part of the id, so that feed readers show a new date as news.
        id: { text: `${url}#${workshop.sessions[0]?.starts ?? ''}`, isLink: false },
        more: [element('description', [workshop.summary, ...factsOf(workshop)].filter(Boolean).join(' '))],
      };
    }),
  });
