import type { DemoPost } from '#src/api/post/demo/demo-content';
import { aSmallNo } from './a-small-no';
import { angerIsAMessenger } from './anger-is-a-messenger';
import { beingWithSomeoneWhoIsStruggling } from './being-with-someone-who-is-struggling';
import { christmasWhenItIsNotMerry } from './christmas-when-it-is-not-merry';
import { cryingInFrontOfSomeone } from './crying-in-front-of-someone';
import { endingWell } from './ending-well';
import { griefIsNotAQueue } from './grief-is-not-a-queue';
import { howDoIKnowIfItIsWorking } from './how-do-i-know-if-it-is-working';
import { kindnessWithoutPretending } from './kindness-without-pretending';
import { restIsNotAReward } from './rest-is-not-a-reward';
import { steadyingThings } from './steadying-things';
import { theFirstSession } from './the-first-session';
import { theSundayEveningFeeling } from './the-sunday-evening-feeling';
import { whenTheNightIsLoud } from './when-the-night-is-loud';
import { whenTheRoomGoesQuiet } from './when-the-room-goes-quiet';

/** Oldest first, so that the newest is also the one that was made last. */
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
  howDoIKnowIfItIsWorking,
  endingWell,
  steadyingThings,
  kindnessWithoutPretending,
  whenTheNightIsLoud,
  whenTheRoomGoesQuiet,
];
