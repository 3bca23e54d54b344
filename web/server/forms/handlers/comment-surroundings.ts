import { commentNumber, type CommentPlace, type Openness } from 'shared';
import type { CmsQueries } from '#server/cms/queries';

/** What the form stands under. `answered` is the comment that it answers; `lost` when that can't be answered (any more). */
export interface Surroundings {
  post: { slug: string; title: string };
  openness: Openness;
  answered: CommentPlace | null;
  lost: boolean;
}

type Reading = Pick<CmsQueries, 'post' | 'threads' | 'commentPlace'>;

const statusOf = (problem: unknown): unknown => (problem as { statusCode?: unknown } | null)?.statusCode;

async function answeredBy(cms: Reading, slug: string, reply: string): Promise<Pick<Surroundings, 'answered' | 'lost'>> {
  if (reply === '') return { answered: null, lost: false };
  const number = commentNumber.safeParse(/^\d+$/.test(reply) ? Number(reply) : null);
  if (!number.success) return { answered: null, lost: true };
  const place = await cms.commentPlace(number.data).catch((problem: unknown) => {
    if (statusOf(problem) === 404) return null;
    throw problem;
  });
  return place?.mayBeAnswered && place.post.slug === slug
    ? { answered: place, lost: false }
    : { answered: null, lost: true };
}

/** Null when the CMS can't be asked. Throws 404 when there is no such post. `reply` is the number that the form names, or empty. */
export async function surroundingsOf(cms: Reading, slug: string, reply: string): Promise<Surroundings | null> {
  try {
    const [post, threads, answered] = await Promise.all([
      cms.post(slug),
      cms.threads(slug, 1),
      answeredBy(cms, slug, reply),
    ]);
    return { post: { slug: post.slug, title: post.title }, openness: threads.meta.openness, ...answered };
  } catch (problem) {
    if (statusOf(problem) === 404) throw problem;
    return null;
  }
}
