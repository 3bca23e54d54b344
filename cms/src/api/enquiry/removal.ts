import { cancelEmails } from '#src/api/email/outbox/outbox';
import { recordInTransaction } from '#src/database/applied-erasures';
import type { UnitOfWork } from '#src/database/unit-of-work';
import { aboutEnquiry, type EnquiryRow, enquiryRows, removedEnquiry, stepRows } from './enquiry-rows';

/** Deletes a message with its steps, and cancels its emails. @param row locked by the caller */
export const removeEnquiry = async (uow: UnitOfWork, row: Pick<EnquiryRow, 'id'>): Promise<void> => {
  await cancelEmails(uow, { about: aboutEnquiry(row) });
  await stepRows(uow).where({ enquiry_id: row.id }).delete();
  await enquiryRows(uow).where({ id: row.id }).delete();
};

/** Deletes a message for good because someone decided so, also if a backup brings it back. */
export const removeEnquiryForGood = async (uow: UnitOfWork, row: EnquiryRow, now: Date): Promise<void> => {
  await removeEnquiry(uow, row);
  await recordInTransaction(uow, removedEnquiry(row), now);
};
