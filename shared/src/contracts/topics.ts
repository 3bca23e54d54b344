import { z } from 'zod';
import { many, slug } from './envelope.js';

export const topicName = z.object({ slug, name: z.string() });
export type TopicName = z.infer<typeof topicName>;

/** `posts` counts the published posts about it; topics that nobody has written about are not served. */
export const topic = topicName.extend({
  description: z.string().nullable(),
  posts: z.number().int().min(1),
});
export type Topic = z.infer<typeof topic>;

/** GET /api/topics -> 200, all of them in one page, by name */
export const topicsResponse = many(topic);
export type TopicsResponse = z.infer<typeof topicsResponse>;
