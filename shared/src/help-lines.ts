import type { HelpLine } from './contracts/practice.js';

const dayAndNight = 'Day and night, every day';
const none = { call: null, text: null, keyword: null, chat: null, relay: null, free: true };
const checked = '2026-11-22';

/**
 * The help lines that a new practice starts with, and the dated copy that the site shows while the CMS is unavailable.
 * They are real services of the United Kingdom; `checked` says when each number was last compared with what its
 * service publishes. Look at all of them again before a launch and at least twice a year.
 */
export const helpLines: readonly HelpLine[] = [
  {
    ...none,
    checked,
    name: 'Emergency',
    kind: 'emergency',
    nation: 'UK',
    call: '999',
    relay: '18000',
    hours: dayAndNight,
    about: 'You or someone else has been hurt, has taken something, or can’t stay safe. Or go to A&E.',
  },
  {
    ...none,
    checked,
    name: 'Samaritans',
    kind: 'talk',
    nation: 'UK',
    call: '116 123',
    relay: '18001 116 123',
    hours: dayAndNight,
    about: 'Anyone, about anything. You don’t have to be suicidal.',
  },
  {
    ...none,
    checked,
    name: 'NHS 111',
    kind: 'talk',
    nation: 'Great Britain',
    call: '111',
    relay: '18001 111',
    hours: dayAndNight,
    about: 'Urgent help from the NHS: choose the mental health option.',
  },
  {
    ...none,
    checked,
    name: 'Lifeline',
    kind: 'talk',
    nation: 'Northern Ireland',
    call: '0808 808 8000',
    relay: '18001 0808 808 8000',
    hours: dayAndNight,
    about: 'For anyone in Northern Ireland who is in distress or despair.',
  },
  {
    ...none,
    checked,
    name: 'Shout',
    kind: 'talk',
    nation: 'UK',
    text: '85258',
    keyword: 'SHOUT',
    hours: dayAndNight,
    about: 'If you’d rather not speak: a conversation by text with a trained volunteer.',
  },
  {
    ...none,
    checked,
    name: 'National Domestic Abuse Helpline',
    kind: 'particular',
    nation: 'England',
    call: '0808 2000 247',
    relay: '18001 0808 2000 247',
    hours: dayAndNight,
    about: 'If someone at home frightens, controls or hurts you. Run by Refuge.',
  },
  {
    ...none,
    checked,
    name: 'Childline',
    kind: 'particular',
    nation: 'UK',
    call: '0800 1111',
    relay: '18001 0800 1111',
    hours: dayAndNight,
    about: 'If you are under 19, about anything at all.',
  },
  {
    ...none,
    checked,
    name: 'Papyrus HOPELINE247',
    kind: 'particular',
    nation: 'UK',
    call: '0800 068 4141',
    text: '88247',
    relay: '18001 0800 068 4141',
    hours: dayAndNight,
    about: 'If you are under 35 and having thoughts of suicide, or worried about someone who is.',
  },
  {
    ...none,
    checked,
    name: 'CALM',
    kind: 'particular',
    nation: 'UK',
    call: '0800 58 58 58',
    relay: '18001 0800 58 58 58',
    hours: '5pm to midnight, every day',
    about: 'The Campaign Against Living Miserably. For anyone who is struggling.',
  },
];

const digitsIn = (value: unknown): string => (typeof value === 'string' ? value.replace(/[^\d+]/g, '') : '');

/** Returns the number that calls a service through Relay UK. */
export const relayNumber = (call: string): string => (digitsIn(call) === '999' ? '18000' : `18001 ${call.trim()}`);

/**
 * Returns the numbers of a line as they are dialled. When they differ from what was stored, somebody has to call them
 * before the site may say that they were checked.
 *
 * @param line as it is stored or entered: any field may be missing or anything
 */
export const numbersOf = (line: Readonly<Record<string, unknown>>): string =>
  ['call', 'text', 'relay'].map((field) => digitsIn(line[field])).join('/');
