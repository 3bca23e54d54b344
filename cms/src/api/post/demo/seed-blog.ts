import { demoDocumentId, type DemoSeed } from '#src/setup/seed/seed-demo';
import { storedBlocks } from '#src/setup/seed/writing';
import { demoAuthor, type DemoPage, demoPages, type DemoPost, demoTopics } from './demo-content';
import { angerIsAMessenger, steadyingThings, theSundayEveningFeeling } from './posts-about-feelings';
import {
  beingWithSomeoneWhoIsStruggling,
  christmasWhenItIsNotMerry,
  griefIsNotAQueue,
  whenTheNightIsLoud,
} from './posts-about-hard-times';
import { aSmallNo, kindnessWithoutPretending, restIsNotAReward } from './posts-about-self-kindness';
import {
  cryingInFrontOfSomeone,
  endingWell,
  howDoIKnowIfItIsWorking,
  theFirstSession,
  whenTheRoomGoesQuiet,
} from './posts-about-therapy';

/** Nearly oldest first, so that the newest is also the one that was made last. */
export const demoPosts: readonly DemoPost[] = [
  theFirstSession,
  griefIsNotAQueue,
  aSmallNo,
  cryingInFrontOfSomeone,
  restIsNotAReward,
  beingWithSomeoneWhoIsStruggling,
  theSundayEveningFeeling,
  christmasWhenItIsNotMerry,
  angerIsAMessenger,
  endingWell,
  // Links to the one before, which therefore has to be public first.
  howDoIKnowIfItIsWorking,
  steadyingThings,
  kindnessWithoutPretending,
  whenTheNightIsLoud,
  whenTheRoomGoesQuiet,
];

type Input<Documents extends { create: (...args: never[]) => unknown }> = Parameters<Documents['create']>[0];

export const seedDemoAuthor = async ({ uow: { strapi }, pictures, documentIds }: DemoSeed): Promise<void> => {
  const authors = strapi.documents('api::author.author');
  const { documentId } = await authors.create({
    data: { ...demoAuthor, portrait: pictures.portrait.id } as unknown as Input<typeof authors>['data'],
  });
  documentIds.set('author', documentId);
};

const createTopics = async ({ uow: { strapi }, documentIds }: DemoSeed): Promise<void> => {
  for (const [key, data] of Object.entries(demoTopics)) {
    const { documentId } = await strapi.documents('api::topic.topic').create({ data });
    documentIds.set(`topic:${key}`, documentId);
  }
};

const createPost = async (demo: DemoSeed, post: DemoPost): Promise<void> => {
  const { published, cover, topics, mentions = [], body, ...texts } = post;
  const posts = demo.uow.strapi.documents('api::post.post');
  const data = {
    ...texts,
    published,
    author: demoDocumentId(demo, 'author'),
    topics: topics.map((topic) => demoDocumentId(demo, `topic:${topic}`)),
    workshops: mentions.map((workshop) => demoDocumentId(demo, `workshop:${workshop}`)),
    cover: cover ? demo.pictures[cover].id : null,
    body: storedBlocks(body, demo.pictures),
  };
  await posts.create({ data, status: published === null ? 'draft' : 'published' } as unknown as Input<typeof posts>);
};

const createPage = async ({ uow: { strapi }, pictures }: DemoSeed, { body, ...texts }: DemoPage): Promise<void> => {
  const pages = strapi.documents('api::page.page');
  const data = { ...texts, inNavigation: true, body: storedBlocks(body, pictures) };
  await pages.create({ data, status: 'published' } as unknown as Input<typeof pages>);
};

/** Creates topics, pages, and posts that link to them and mention the demo workshops. */
export const seedDemoBlog = async (demo: DemoSeed): Promise<void> => {
  await createTopics(demo);
  for (const page of demoPages) await createPage(demo, page);
  for (const post of demoPosts) await createPost(demo, post);
};
