import type { PrivateComment } from 'shared';

/** What a writer is told of what became of their words: a heading, and what follows from it. */
export interface StateWords {
  heading: string;
  words: string[];
}

/** In the words of product.md: declined is no judgement, and nobody is left in silence. `counsellor` is her name. */
export function stateWords(
  comment: Pick<PrivateComment, 'state' | 'hidden' | 'audience' | 'replies'>,
  counsellor: string,
): StateWords {
  if (comment.hidden) {
    return {
      heading: 'It is not on the page for the moment',
      words: [`Somebody asked ${counsellor} to look at it, so nobody sees it until that has been done.`],
    };
  }
  if (comment.audience === 'counsellor') {
    if (comment.replies.length > 0)
      return { heading: 'Your note was read and answered', words: ['The answer is below. Only you can see it.'] };
    return comment.state === 'waiting'
      ? {
          heading: 'Your note is waiting to be read',
          words: [`${counsellor} reads notes between sessions, so it can take a few days.`],
        }
      : {
          heading: 'Your note was read',
          words: [`${counsellor} has read it. If there is an answer, it will stand here.`],
        };
  }
  if (comment.state === 'approved') return { heading: 'Your comment is on the page', words: [] };
  if (comment.state === 'declined') {
    return {
      heading: 'Your comment was read, and is not on the page',
      words: [
        `${counsellor} has read what you wrote and decided not to publish it. There can be many reasons, such as details that could tell people who somebody is. It is no judgement of you.`,
        'You are welcome to write again.',
      ],
    };
  }
  return {
    heading: 'Your comment is waiting to be read',
    words: [`${counsellor} reads comments between sessions, so it can take a few days.`],
  };
}
