import type { Core } from '@strapi/strapi';
import type { HelpLine, PageLink, Practice } from 'shared';
import {
  commentSettings,
  type StoredCommentSettings,
  type StoredWorkshopSettings,
  workshopSettings,
} from '#src/api/practice/domain/settings';
import { consistentRead } from '#src/database/unit-of-work';
import { textOrNull } from '#src/http/nullable';
import { pictureFields, pictureOf, type StoredFile } from '#src/http/picture';
import { blocksOf, filesIn } from '#src/http/serialise-blocks';

const optionalTexts = [
  'strapline',
  'phone',
  'address',
  'town',
  'accreditation',
  'accreditationUrl',
  'bookingUrl',
  'blogIntro',
] as const;
const texts = ['name', 'counsellor', 'sentence', 'description', 'email', 'invitation'] as const;

type Row = Record<(typeof texts)[number], string> &
  Record<(typeof optionalTexts)[number], string | null> & {
    work: unknown;
    picture: StoredFile | null;
    pictureAtNight: StoredFile | null;
    helpLines: HelpLine[];
    comments: StoredCommentSettings | null;
    workshops: StoredWorkshopSettings | null;
  };

const helpLineOf = (line: HelpLine): HelpLine => ({
  name: line.name,
  kind: line.kind,
  nation: line.nation,
  about: line.about,
  call: textOrNull(line.call),
  text: textOrNull(line.text),
  keyword: textOrNull(line.keyword),
  chat: textOrNull(line.chat),
  relay: textOrNull(line.relay),
  hours: line.hours,
  checked: line.checked,
});

const textsOf = (row: Row) =>
  ({
    ...Object.fromEntries(texts.map((field) => [field, row[field]])),
    ...Object.fromEntries(optionalTexts.map((field) => [field, textOrNull(row[field])])),
  }) as Pick<Row, (typeof texts)[number] | (typeof optionalTexts)[number]>;

const pagesInNavigation = async (strapi: Core.Strapi): Promise<PageLink[]> => {
  const rows = (await strapi.db.query('api::page.page').findMany({
    select: ['slug', 'title'],
    where: { publishedAt: { $notNull: true }, inNavigation: true },
    orderBy: [{ position: 'asc' }, { title: 'asc' }],
    limit: 50,
  })) as PageLink[];
  return rows.map(({ slug, title }) => ({ slug, title }));
};

const practice = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The one practice, or null before anybody has filled it in. */
  one: (): Promise<Practice | null> =>
    consistentRead(strapi, async () => {
      const picture = { select: pictureFields };
      const row = (await strapi.db.query('api::practice.practice').findOne({
        populate: { picture, pictureAtNight: picture, helpLines: true, comments: true, workshops: true },
      })) as Row | null;
      if (row === null) return null;
      return {
        ...textsOf(row),
        work: blocksOf(row.work, await filesIn(strapi, row.work)),
        picture: pictureOf(row.picture),
        pictureAtNight: pictureOf(row.pictureAtNight),
        helpLines: row.helpLines.map(helpLineOf),
        pages: await pagesInNavigation(strapi),
        comments: commentSettings(row.comments),
        workshops: workshopSettings(row.workshops),
      };
    }),
});

export default practice;
