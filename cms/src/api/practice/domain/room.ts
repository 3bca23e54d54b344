import type { OnlineSessions, Question, Room } from 'shared';
import { textOrNull } from '#src/text/text-or-null';

/** The choices of the form, in the words that the counsellor sees. */
const stepFreeStates: Readonly<Record<string, NonNullable<Room['stepFree']>>> = {
  'Step-free': 'yes',
  'Step-free in part': 'in part',
  'Not step-free': 'no',
};

/** Text fields as they are stored: empty in one way or another. */
type StoredTexts<Contract> = { [Field in keyof Contract]?: string | null };

/** What the practice says about the room, sessions on a screen and what people ask, as it is stored. */
export interface StoredRoom {
  room?: StoredTexts<Room> | null;
  online?: StoredTexts<OnlineSessions> | null;
  questions?: readonly Question[] | null;
}

/** Returns what readers may know of the room. */
export const roomOf = ({ room }: StoredRoom): Room => ({
  stepFree: stepFreeStates[room?.stepFree ?? ''] ?? null,
  access: textOrNull(room?.access),
  toilet: textOrNull(room?.toilet),
  transport: textOrNull(room?.transport),
  parking: textOrNull(room?.parking),
  waiting: textOrNull(room?.waiting),
  expect: textOrNull(room?.expect),
});

/** Returns what readers may know of sessions on a screen. */
export const onlineOf = ({ online }: StoredRoom): OnlineSessions => ({
  platform: textOrNull(online?.platform),
  ifItDrops: textOrNull(online?.ifItDrops),
});

/** Returns the questions that people often ask, with their answers. */
export const questionsOf = ({ questions }: StoredRoom): Question[] =>
  (questions ?? []).map(({ question, answer }) => ({ question: question.trim(), answer: answer.trim() }));
