import { advertising } from './advertising';
import { contact } from './contact';
import { disguise } from './disguise';
import { honeypot } from './honeypot';
import { links } from './links';
import type { Measure } from './measure';
import { praise } from './praise';
import { repeated } from './repeated';
import { stamp } from './stamp';
import { tradeName } from './trade-name';
import { trade } from './trades';
import { wordList } from './word-list';

/** Every measure, one a file. */
export const measures: readonly Measure[] = [
  honeypot,
  stamp,
  links,
  repeated,
  wordList,
  trade,
  advertising,
  praise,
  tradeName,
  contact,
  disguise,
];
