// Preloaded (`node --import`) into a process that a test starts: its clocks go ahead of the machine's by the
// milliseconds that the file CLOCK_AHEAD names.
import { readFileSync } from 'node:fs';

const lookedAtEvery = 50;
const Real = Date;
const realNow = Date.now;
const sinceStart = performance.now.bind(performance);
let ahead = 0;
let looked = -Infinity;

const look = () => {
  if (sinceStart() - looked > lookedAtEvery) {
    looked = sinceStart();
    ahead = Number(readFileSync(process.env.CLOCK_AHEAD ?? '', 'utf8'));
  }
  return ahead;
};
const now = () => realNow() + look();

// The site goes by the one that nobody can set back.
performance.now = () => sinceStart() + look();

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (_, given, target) =>
    Reflect.construct(Real, given.length > 0 ? given : [now()], target === globalThis.Date ? Real : target),
  get: (_, key) => (key === 'now' ? now : Reflect.get(Real, key)),
});
Real.prototype.constructor = globalThis.Date;
