/** It was not done, and this is why: the message is one sentence for the person who tried. */
export class NotDone extends Error {
  override name = 'NotDone';
}

/** The command line makes no sense. The message is one sentence. */
export class Misunderstood extends Error {
  override name = 'Misunderstood';
}
