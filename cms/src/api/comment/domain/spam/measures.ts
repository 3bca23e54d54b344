import type { Measure } from './measure';
import { stamp } from './stamp';
import { trap } from './trap';

/** Every measure, one a file. */
export const measures: readonly Measure[] = [trap, stamp];
