import { afterAll } from 'vitest';
import { stopEverything } from './running.ts';

const environment = { ...process.env };

// Runs behind the file's own hooks: whatever those have not come to ends here, and the next file in this process finds
// the environment as this one did.
afterAll(async () => {
  await stopEverything();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
