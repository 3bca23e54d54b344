import {
  type MessageOutcome,
  messageOutcomeResponse,
  type MessagePreview,
  messagePreview,
  type OpenedMessage,
  waitingMessages,
} from 'shared';
import { useAdminAction, useAdminGet, useAdminPost } from '#src/admin/components/admin-api';
import type { ActionOutcome } from '#src/admin/components/page-elements';
import { describeOutcome } from './message-labels';

/** How an action ended; `failed`: no answer came. */
type Ending = MessageOutcome['status'] | 'failed';

/** What the counsellor typed; `nonce` makes a second attempt the same as the first. */
interface Typed {
  text: string;
  nonce: string;
}

interface Words {
  done: string;
  /** The beginning of the sentence if it was not done. */
  notDone: string;
  /** Nothing is left to do with the message: a link leads to the next. */
  leadsOn?: boolean;
  /** Something was typed for it, which the page keeps in view even if the message is gone. */
  isTyped?: boolean;
}

type Act = (action: string, body: object, words: Words) => Promise<Ending>;

/** Returns a function that finds the link to the next open message after the message `number`. */
const useNext = (number: number) => {
  const get = useAdminGet();
  return async (): Promise<Pick<ActionOutcome, 'next'>> => {
    // What was done stands, whether or not there is a link to go on.
    const waiting = await get(waitingMessages, '/messages/waiting').catch(() => null);
    const next = waiting?.first.find((other) => other.number !== number);
    return next ? { next: { label: 'Next message', to: `/messages/${next.number}` } } : {};
  };
};

/** Marking a message, and deleting it. */
const markingActions = (act: Act) => ({
  markAnswered: ({ version }: OpenedMessage, answered: boolean): Promise<Ending> =>
    act(
      'answered',
      { version, answered },
      {
        done: answered ? 'The message is marked as answered.' : 'The message is open again.',
        notDone: 'Nothing was changed',
        leadsOn: answered,
      },
    ),
  markSpam: ({ version }: OpenedMessage, isSpam: boolean): Promise<Ending> =>
    act(
      'spam',
      { version, isSpam },
      {
        done: isSpam ? 'The message is marked as spam.' : 'The message is no longer marked as spam.',
        notDone: 'Nothing was changed',
        leadsOn: isSpam,
      },
    ),
  remove: ({ version }: OpenedMessage): Promise<Ending> =>
    act(
      'delete',
      { version },
      { done: 'The message was deleted for good.', notDone: 'Nothing was deleted', leadsOn: true },
    ),
});

/** Answering a message by email, and adding to its log. */
const writingActions = (act: Act) => ({
  reply: ({ version }: OpenedMessage, typed: Typed): Promise<Ending> =>
    act(
      'reply',
      { version, ...typed },
      {
        done: 'Your reply was sent, and the message is marked as answered.',
        notDone: 'Your reply was not sent',
        leadsOn: true,
        isTyped: true,
      },
    ),
  recordAcknowledged: (nonce: string): Promise<Ending> =>
    act(
      'step',
      { kind: 'acknowledged', nonce },
      { done: 'Recorded: you have acknowledged it.', notDone: 'Nothing was recorded' },
    ),
  addNote: (typed: Typed): Promise<Ending> =>
    act(
      'step',
      { kind: 'note', ...typed },
      { done: 'Your note was added to the log.', notDone: 'Your note was not added', isTyped: true },
    ),
});

/**
 * What can be done with one opened message. It is fetched again after each action, so the page shows what is stored.
 */
export const useMessageActions = (number: number, refetch: () => Promise<OpenedMessage | null>) => {
  const { outcome, isBusy, run } = useAdminAction();
  const post = useAdminPost();
  const findNext = useNext(number);
  const act: Act = async (action, body, { done, notDone, leadsOn = false, isTyped = false }) => {
    let ending: Ending = 'failed';
    await run(async () => {
      const { outcome: settled } = await post(messageOutcomeResponse, `/messages/${number}/${action}`, body);
      ending = settled.status;
      if (settled.status !== 'gone' || !isTyped) await refetch();
      const succeeded = settled.status === 'done';
      const message = describeOutcome(settled, done, notDone);
      return { message, succeeded, ...(succeeded && leadsOn ? await findNext() : {}) };
    });
    return ending;
  };
  /** Hands over the reply as its recipient would get it; without an answer, the page says why. */
  const preview = (text: string, show: (preview: MessagePreview) => void): Promise<boolean> =>
    run(async () => {
      show(await post(messagePreview, `/messages/${number}/preview`, { text }));
      return null;
    });
  return { outcome, isBusy, preview, ...markingActions(act), ...writingActions(act) };
};

export type MessageActions = ReturnType<typeof useMessageActions>;
