import { afterAll } from 'vitest';
import { stopEverything } from './running.ts';

// Runs behind the file's own hooks: whatever those have not come to ends here.
afterAll(stopEverything);
