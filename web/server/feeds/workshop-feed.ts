import { dayWords, type Practice, type WorkshopChange, type WorkshopSummary } from 'shared';
import { formatLocation, formatPrices, formatSessions, stateLabel, zoneNames } from '#shared/workshops';
import { description, rss, type RssItem } from './rss';

interface WorkshopFeedParts {
  practice: Pick<Practice, 'name'>;
  workshops: readonly WorkshopSummary[];
  siteUrl: string;
}

function factsOf(workshop: WorkshopSummary): string[] {
  const { sessions, timeZone } = workshop;
  return [
    [formatSessions(sessions, timeZone), ...zoneNames(workshop)].join(', '),
    formatLocation(workshop),
    formatPrices(workshop.prices),
    stateLabel(workshop),
  ].flatMap((fact) => (fact === null ? [] : [`${fact}.`]));
}

interface News {
  title: string;
  /** Completes the id of the workshop: feed readers show each id once. */
  id: string;
  at: string;
  text: string;
}

const changeNews = ({ title, timeZone }: WorkshopSummary, { kind, at, from }: WorkshopChange): News =>
  kind === 'moved'
    ? {
        title: `New date: ${title}`,
        id: `moved:${at}`,
        at,
        text: `This workshop was going to start on ${dayWords(from, timeZone)}.`,
      }
    : {
        title: `New venue: ${title}`,
        id: `place:${at}`,
        at,
        text: 'This workshop takes place somewhere else than announced.',
      };

/** Returns what has happened to a workshop since it was published; after its cancellation nothing else matters. */
function newsOf(workshop: WorkshopSummary): News[] {
  const { title, changes, cancelledAt: at } = workshop;
  if (at !== null) return [{ title: `Cancelled: ${title}`, id: 'cancelled', at, text: 'This workshop was cancelled.' }];
  return (['moved', 'place'] as const).flatMap((kind) => {
    const latest = changes.findLast((change) => change.kind === kind);
    return latest ? [changeNews(workshop, latest)] : [];
  });
}

function itemsOf(workshop: WorkshopSummary, siteUrl: string): RssItem[] {
  const link = `${siteUrl}/workshops/${workshop.slug}`;
  const id = `urn:quiet-room:workshop:${workshop.id}`;
  const facts = factsOf(workshop);
  return [
    ...newsOf(workshop).map(({ title, id: part, at, text }) => ({
      title,
      link,
      id: { text: `${id}:${part}`, isLink: false },
      published: at,
      more: [description([text, ...facts].join(' '))],
    })),
    {
      title: workshop.title,
      link,
      id: { text: id, isLink: false },
      more: [description([workshop.summary, ...facts].filter(Boolean).join(' '))],
    },
  ];
}

/**
 * Returns the upcoming workshops as RSS, the next first. A cancellation, a new date and a new venue are items of their
 * own, because feed readers do not show an item again. The workshops themselves have no dates: those of RSS are dates of
 * publication, and a feed reader would hide a workshop that is announced for next year.
 */
export const workshopRss = ({ practice, workshops, siteUrl }: WorkshopFeedParts): string =>
  rss({
    title: `${practice.name}: workshops`,
    link: `${siteUrl}/workshops`,
    description: 'Upcoming workshops, the next one first.',
    self: `${siteUrl}/workshops/feed.xml`,
    items: workshops.flatMap((workshop) => itemsOf(workshop, siteUrl)),
  });
