import type { Core } from '@strapi/strapi';
import { provisionDemoComments } from '#src/api/comment/demo/seed-comments';
import { provisionPractice } from '#src/api/practice/first-practice';
import { provisionDemoWorkshops } from '#src/api/workshop/demo/seed-workshops';
import { inTransaction } from '#src/database/unit-of-work';
import { demoPages } from './pages';
import { demoAuthor, demoPractice, demoTopics } from './people';
import { type StoredFile, uploadDemoPictures } from './pictures';
import { demoPosts } from './posts/all-posts';
import type { DemoBlock, DemoPage, DemoPicture, DemoPost, DemoTopic } from './writing';

type Pictures = Record<DemoPicture, StoredFile>;

const content = [
  'api::post.post',
  'api::page.page',
  'api::workshop.workshop',
  'api::author.author',
  'api::topic.topic',
] as const;

const isEmpty = async (strapi: Core.Strapi): Promise<boolean> => {
  for (const uid of content) if ((await strapi.documents(uid).count({})) > 0) return false;
  return true;
};

/** Remembered for good: content that she has deleted must not come back by itself. */
const marker = (strapi: Core.Strapi) => strapi.store({ type: 'core', name: 'quiet-room', key: 'demo-content' });

const stored = (blocks: readonly DemoBlock[], pictures: Pictures) =>
  blocks.map((block) =>
    block.type === 'demo-picture'
      ? { type: 'image' as const, image: pictures[block.name], children: [{ type: 'text' as const, text: '' }] }
      : block,
  );

type Input<Documents extends { create: (...args: never[]) => unknown }> = Parameters<Documents['create']>[0];

/** What posts speak of, by document id. */
interface SpokenOf {
  author: string;
  topics: Record<DemoTopic, string>;
  workshops: Awaited<ReturnType<typeof provisionDemoWorkshops>>;
}

const createPosts = async (
  strapi: Core.Strapi,
  pictures: Pictures,
  { author, topics, workshops }: SpokenOf,
): Promise<void> => {
  const posts = strapi.documents('api::post.post');
  const create = async ({ published, cover, topics: about, mentions = [], body, ...words }: DemoPost) => {
    const data = {
      ...words,
      published,
      author,
      topics: about.map((topic) => topics[topic]),
      workshops: mentions.map((workshop) => workshops[workshop]),
      cover: cover ? pictures[cover].id : null,
      body: stored(body, pictures),
    };
    await posts.create({ data, status: published === null ? 'draft' : 'published' } as unknown as Input<typeof posts>);
  };
  for (const post of demoPosts) await create(post);
};

const createPages = async (strapi: Core.Strapi, pictures: Pictures): Promise<void> => {
  const pages = strapi.documents('api::page.page');
  const create = async ({ body, ...words }: DemoPage) => {
    const data = { ...words, inNavigation: true, body: stored(body, pictures) };
    await pages.create({ data, status: 'published' } as unknown as Input<typeof pages>);
  };
  for (const page of demoPages) await create(page);
};

const createTopics = async (strapi: Core.Strapi): Promise<Record<DemoTopic, string>> => {
  const made: [string, string][] = [];
  for (const [key, data] of Object.entries(demoTopics)) {
    const { documentId } = await strapi.documents('api::topic.topic').create({ data });
    made.push([key, documentId]);
  }
  return Object.fromEntries(made) as Record<DemoTopic, string>;
};

/**
 * Fills an empty database with an invented practice, so that there is something to look at. Once: not into a database
 * that has content of its own, and not again after it was deleted.
 */
export const provisionDemo = async (strapi: Core.Strapi): Promise<void> => {
  if ((await marker(strapi).get()) || !(await isEmpty(strapi))) return;
  const pictures = await uploadDemoPictures(strapi);
  await inTransaction(strapi, async (uow) => {
    await provisionPractice(strapi, {
      ...demoPractice,
      picture: pictures['room-day'].id,
      pictureAtNight: pictures['room-night'].id,
    });
    const authors = strapi.documents('api::author.author');
    const author = await authors.create({
      data: { ...demoAuthor, portrait: pictures.portrait.id } as unknown as Input<typeof authors>['data'],
    });
    const covers = { therapists: pictures.circle, sleep: pictures['room-night'], grief: pictures.table };
    const workshops = await provisionDemoWorkshops(uow, {
      facilitator: author.documentId,
      covers,
      now: new Date(),
    });
    await createPosts(strapi, pictures, { author: author.documentId, topics: await createTopics(strapi), workshops });
    await createPages(strapi, pictures);
    await provisionDemoComments(uow, new Date());
    await marker(strapi).set({ value: { made: true } });
  });
};
