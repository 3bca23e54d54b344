import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { cmsPart, inUnitOfWork } from '../support/cms-parts.ts';
import {
  aRegistration,
  brokenInvariants,
  confirmTokenFor,
  publishWorkshop,
  registrationActions,
} from '../support/workshops.ts';

const hour = 3_600_000;
const start = Date.parse('2027-01-10T12:00:00.000Z');
const names = ['ann', 'bea', 'cat', 'dee', 'eve', 'fay'] as const;
type Name = (typeof names)[number];
type State =
  'pending' | 'waitlist_pending' | 'decoy' | 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' | 'expired';
const unconfirmed: readonly State[] = ['pending', 'waitlist_pending', 'decoy'];
const listed: readonly State[] = ['confirmed', 'waitlisted', 'offered'];
const cancellable: readonly State[] = ['pending', 'waitlist_pending', ...listed];

/** One registration: somebody may send several with one address. */
interface Sending {
  name: Name;
  state: State;
  until: number;
  token: string;
  holdsSeat: boolean;
  /** Whether an email asks to confirm it. */
  asked: boolean;
}

/** The expected state, computed without a database; the registrations are in the order in which they were sent. */
class Expected {
  sendings: Sending[] = [];
  now = start;
  constructor(public capacity: number) {}

  of = (name: Name, states: readonly State[]): Sending[] =>
    this.sendings.filter((sending) => sending.name === name && states.includes(sending.state));
  /** What the counsellor sees as this person's registration. */
  find = (name: Name): Sending | undefined => this.of(name, listed)[0] ?? this.of(name, cancellable).at(-1);
  get taken(): number {
    return this.sendings.filter(({ holdsSeat }) => holdsSeat).length;
  }
  get waitlisted(): Sending[] {
    return this.sendings.filter(({ state }) => state === 'waitlisted');
  }
  hasFreeSeat = (): boolean => this.taken < this.capacity && this.waitlisted.length === 0;
  offer(): void {
    for (const sending of this.waitlisted) {
      if (this.taken >= this.capacity) return;
      Object.assign(sending, { state: 'offered', until: this.now + 48 * hour, holdsSeat: true });
    }
  }
  register(name: Name, token: string): void {
    const holdsSeat = this.hasFreeSeat();
    const isListed = this.of(name, listed).length > 0;
    const state = isListed ? 'decoy' : holdsSeat ? 'pending' : 'waitlist_pending';
    this.sendings.push({ name, token, state, holdsSeat, until: this.now + 24 * hour, asked: !isListed });
  }
  /** The newest email of an address is answered; cancelling has taken back the one that was still to be sent. */
  confirm(name: Name, token: string | undefined): void {
    const sending = this.sendings.findLast((one) => one.name === name && one.asked && one.state !== 'cancelled');
    if (!sending || !unconfirmed.includes(sending.state) || this.of(name, listed).length > 0) return;
    const other = this.of(name, unconfirmed).find((one) => one !== sending && one.holdsSeat);
    const takesOver = !sending.holdsSeat && other !== undefined;
    if (takesOver) other.holdsSeat = false;
    const hasSeat = sending.holdsSeat || takesOver || this.hasFreeSeat();
    Object.assign(sending, { state: hasSeat ? 'confirmed' : 'waitlisted', until: Infinity, holdsSeat: hasSeat, token });
    for (const one of this.of(name, ['pending', 'waitlist_pending'])) one.state = 'decoy';
    this.offer();
  }
  expire(): void {
    for (const sending of this.sendings)
      if (sending.state === 'offered' && sending.until <= this.now)
        Object.assign(sending, { state: 'expired', until: Infinity, holdsSeat: false });
    this.sendings = this.sendings.filter(
      ({ state, until }) => !([...unconfirmed, 'cancelled'].includes(state) && until <= this.now),
    );
    this.offer();
  }
}

interface Real {
  cms: CmsHere;
  slug: string;
  id: string;
}

/** One action, applied to the expected state and to the CMS. */
class Happens implements fc.AsyncCommand<Expected, Real> {
  constructor(
    private readonly says: string,
    private readonly does: (expected: Expected, real: Real) => Promise<void>,
  ) {}
  check = (): boolean => true;
  toString = (): string => this.says;
  async run(expected: Expected, real: Real): Promise<void> {
    await this.does(expected, real);
    const rows = await real.cms.strapi.db
      .connection('registrations')
      .where({ workshop_id: real.id })
      .whereNot({ state: 'decoy' })
      .orderBy('sent')
      .select<{ state: string; name: string }[]>('state', 'name');
    expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual(
      expected.sendings.filter(({ state }) => state !== 'decoy').map(({ name, state }) => `${name} ${state}`),
    );
    expect(await brokenInvariants(real.cms)).toEqual([]);
  }
}

const addressOf = (name: Name, slug: string): string => `${name}@${slug}.example.org`;

const registers = (name: Name) =>
  new Happens(`${name} registers`, async (expected, { cms, slug }) => {
    // No two at once: the waitlist is in the order of registration.
    expected.now += 1;
    const { token } = await registrationActions(cms.strapi).register(
      slug,
      aRegistration({ name, email: addressOf(name, slug) }),
      new Date(expected.now),
    );
    expected.register(name, token);
  });

const confirms = (name: Name) =>
  new Happens(`${name} confirms`, async (expected, { cms, slug }) => {
    const answer = await registrationActions(cms.strapi)
      .confirm((await confirmTokenFor(cms, addressOf(name, slug))) ?? '', new Date(expected.now))
      .catch(() => undefined);
    expected.confirm(name, answer?.token);
  });

const comes = (name: Name) =>
  new Happens(`${name} registers and confirms`, async (expected, real) => {
    await registers(name).run(expected, real);
    await confirms(name).run(expected, real);
  });

type Act = 'cancel' | 'accept' | 'decline';
const become: Readonly<Record<Act, { from: readonly State[]; to: State }>> = {
  cancel: { from: cancellable, to: 'cancelled' },
  accept: { from: ['offered'], to: 'confirmed' },
  decline: { from: ['offered'], to: 'expired' },
};
const acts = (name: Name, act: Act) =>
  new Happens(`${name} does ${act}`, async (expected, { cms }) => {
    const person = expected.find(name);
    if (!person) return;
    const { from, to } = become[act];
    const doing = registrationActions(cms.strapi)[act](person.token, new Date(expected.now));
    if (!from.includes(person.state)) {
      // Accepting an offer twice changes nothing.
      if (!(act === 'accept' && person.state === 'confirmed')) await expect(doing).rejects.toThrow();
      else await doing;
      return;
    }
    await doing;
    // An unconfirmed registration is deleted at its deadline, whether it was cancelled or not.
    if (!unconfirmed.includes(person.state)) person.until = Infinity;
    person.state = to;
    person.holdsSeat = to === 'confirmed';
    expected.offer();
  });

const timePasses = (hours: number) =>
  new Happens(`${hours} hours pass`, async (expected, { cms }) => {
    expected.now += hours * hour;
    await registrationActions(cms.strapi).expire(new Date(expected.now));
    expected.expire();
  });

type SetUp = (uow: unknown, id: string, now: Date) => Promise<void>;
const changesCapacity = (capacity: number) =>
  new Happens(`there are ${capacity} seats`, async (expected, { cms, id }) => {
    await cms.strapi.db.connection('workshops').where({ document_id: id }).update({ capacity });
    const publishing = inUnitOfWork(cms.strapi, (uow) =>
      cmsPart<{ setUpSeats: SetUp }>('api/workshop/documents/workshop-changes.js').setUpSeats(
        uow,
        id,
        new Date(expected.now),
      ),
    );
    if (capacity < expected.taken) return expect(publishing).rejects.toThrow('so there can’t be fewer');
    await publishing;
    expected.capacity = capacity;
    expected.offer();
  });

const name = fc.constantFrom(...names);
const commands = fc.commands(
  [
    // Mostly people come, so that the waitlist is long when seats become free.
    ...Array.from({ length: 4 }, () => name.map(comes)),
    name.map(registers),
    name.map(confirms),
    fc.tuple(name, fc.constantFrom<Act>('cancel', 'accept', 'decline')).map(([who, act]) => acts(who, act)),
    fc.integer({ min: 1, max: 50 }).map(timePasses),
    fc.integer({ min: 1, max: 4 }).map(changesCapacity),
  ],
  { maxCommands: 30, size: 'max' },
);

describe('the seats of a workshop', () => {
  let cms: CmsHere;
  beforeAll(async () => {
    cms = await startCmsHere();
  });
  afterAll(() => cms.stop());

  it('follow the rules for any sequence of actions', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (happening) => {
        n += 1;
        const { slug, id } = await publishWorkshop(cms, {
          title: `Property ${n}`,
          capacity: 2,
          sessions: [{ day: '2029-06-12', starts: '10:00:00.000', ends: '13:00:00.000' }],
        });
        await fc.asyncModelRun(() => ({ model: new Expected(2), real: { cms, slug, id } }), happening);
      }),
      {
        numRuns: 25,
        // Somebody who cancels may still press the link of an earlier email.
        examples: [[[registers('fay'), comes('fay'), acts('fay', 'cancel'), confirms('fay')]]],
      },
    );
  }, 180_000);
});
