import { cancelEmails } from '#src/api/email/outbox/outbox';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { aboutCall, type CallRow, callRows } from './call-rows';
import { freeCells } from './cells';

/** Deletes a call, frees its time, and cancels its emails. @param call locked by the caller, and the diary before it */
export const removeCall = async (uow: UnitOfWork, call: Pick<CallRow, 'id'>): Promise<void> => {
  await cancelEmails(uow, { about: aboutCall(call) });
  await freeCells(uow, call);
  await callRows(uow).where({ id: call.id }).delete();
};
