import { mayHoldUnconfirmed, type UnconfirmedSeats } from '#src/api/workshop/domain/unconfirmed-seats';
import { registrationRows, unconfirmedStates } from '#src/api/workshop/registration/registration-rows';
import type { UnitOfWork } from '#src/database/unit-of-work';
import type { LinkKeys } from '#src/security/link-keys';
import { settingsOf } from '#src/settings';
import type { SeatsRow } from './seat-rows';
import { takeSeat } from './seat-rows';

const groups = 1024;

/**
 * Returns into which of 1,024 groups a network falls for one workshop. It tells networks apart well enough to limit the
 * seats of each, and too badly to find out which network it was: millions share a group.
 *
 * @param network the keyed hash of the contract
 */
export const networkGroupOf = (keys: LinkKeys, workshop: string, network: string | null): number | null =>
  network === null ? null : keys.mac('network group', workshop, network).readUInt16BE() % groups;

/** Counts the seats of a workshop that are held without a confirmation. */
const countUnconfirmed = async (
  uow: UnitOfWork,
  { workshop_id, capacity, taken }: SeatsRow,
  networkGroup: number | null,
): Promise<UnconfirmedSeats> => {
  const rows: { network_group: number | null; n: number | string }[] = await registrationRows(uow)
    .where({ workshop_id, holds_seat: true })
    .whereIn('state', [...unconfirmedStates])
    .groupBy('network_group')
    .select('network_group')
    .count({ n: '*' });
  const count = (counted: typeof rows): number => counted.reduce((sum, { n }) => sum + Number(n), 0);
  return {
    capacity,
    taken,
    all: count(rows),
    ofNetwork: networkGroup === null ? null : count(rows.filter(({ network_group }) => network_group === networkGroup)),
  };
};

/** The outcome of asking for a seat that is held until an address is confirmed. */
type HeldSeat = 'held' | 'full' | 'over-limit';

/** Takes a seat for an unconfirmed registration, if one is free and the limits allow it. */
export const holdSeat = async (uow: UnitOfWork, seats: SeatsRow, networkGroup: number | null): Promise<HeldSeat> => {
  const limits = settingsOf(uow.strapi).limits.unconfirmedSeats;
  if (limits !== null && !mayHoldUnconfirmed(await countUnconfirmed(uow, seats, networkGroup), limits))
    return 'over-limit';
  return (await takeSeat(uow, seats.workshop_id)) ? 'held' : 'full';
};
