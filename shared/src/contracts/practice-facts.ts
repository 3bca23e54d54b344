import { z } from 'zod';
import { day } from './envelope.js';

/**
 * One line of what the counsellor charges, such as a session of 50 minutes. `concessionPence`: the lower amount for
 * people who can't pay the usual one; `note`: who or what the line is for.
 */
export const fee = z.object({
  label: z.string().min(1),
  pence: z.number().int().min(0),
  concessionPence: z.number().int().min(0).nullable(),
  note: z.string().nullable(),
});
export type Fee = z.infer<typeof fee>;

/** What sessions cost. `cancellation`: what happens if someone can't come; `payment`: how and when people pay. */
export const fees = z.object({
  lines: z.array(fee),
  cancellation: z.string().nullable(),
  payment: z.string().nullable(),
});
export type Fees = z.infer<typeof fees>;

/**
 * Who is behind the site: `name` as on contracts, `address` where letters with legal effect reach her, and how to
 * complain to the professional body, with the page there.
 */
export const legalDetails = z.object({
  name: z.string().nullable(),
  address: z.string().nullable(),
  complaints: z.string().nullable(),
  complaintsUrl: z.url({ protocol: /^https$/ }).nullable(),
});
export type LegalDetails = z.infer<typeof legalDetails>;

/** What a credential is. */
export const credentialKinds = ['membership', 'qualification', 'insurance', 'data protection'] as const;

/**
 * Something that the counsellor holds: a membership or registration, a qualification, an insurance, or the data
 * protection fee. `body`: who gave it; `url`: where people can check it; `renewsOn`: the last day on which it is shown,
 * unless it was renewed; `checked`: the day on which the counsellor last looked at its entry in the register.
 */
export const credential = z.object({
  kind: z.enum(credentialKinds),
  title: z.string().min(1),
  body: z.string().nullable(),
  number: z.string().nullable(),
  url: z.url({ protocol: /^https$/ }).nullable(),
  renewsOn: day.nullable(),
  checked: day.nullable(),
});
export type Credential = z.infer<typeof credential>;

/** How people get into the room, and what it is like. `stepFree`: from the street to the chair. */
export const room = z.object({
  stepFree: z.enum(['yes', 'in part', 'no']).nullable(),
  access: z.string().nullable(),
  toilet: z.string().nullable(),
  transport: z.string().nullable(),
  parking: z.string().nullable(),
  waiting: z.string().nullable(),
  expect: z.string().nullable(),
});
export type Room = z.infer<typeof room>;

/** How sessions on a screen work. */
export const onlineSessions = z.object({ platform: z.string().nullable(), ifItDrops: z.string().nullable() });
export type OnlineSessions = z.infer<typeof onlineSessions>;

/** What people often ask. */
export const question = z.object({ question: z.string().min(1), answer: z.string().min(1) });
export type Question = z.infer<typeof question>;
