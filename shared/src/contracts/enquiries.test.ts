import { describe, expect, it } from 'vitest';
import { enquiryForm } from './enquiries.js';

const typed = {
  kind: 'enquiry',
  name: 'Robin',
  channel: 'email',
  email: 'Robin@Example.org ',
  phone: '0113 496 0142',
  mayLeaveMessage: true,
  goodTimes: 'Mornings',
  workshop: 'quiet-nights',
  text: '  Could we talk?  ',
  consent: true,
} as const;

const errorsOf = (over: object): string[] =>
  (enquiryForm.safeParse({ ...typed, ...over }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );

describe('a message of the contact form', () => {
  it('keeps only what its kind and its channel ask for', () => {
    expect(enquiryForm.parse(typed)).toEqual({
      ...typed,
      email: 'Robin@example.org',
      phone: null,
      mayLeaveMessage: false,
      goodTimes: null,
      workshop: null,
      text: 'Could we talk?',
    });
    expect(enquiryForm.parse({ ...typed, channel: 'phone' })).toMatchObject({
      email: null,
      phone: '0113 496 0142',
      mayLeaveMessage: true,
      goodTimes: 'Mornings',
    });
    expect(enquiryForm.parse({ ...typed, kind: 'space', channel: 'phone' })).toMatchObject({
      channel: 'email',
      email: 'Robin@example.org',
      phone: null,
      text: null,
    });
    expect(enquiryForm.parse({ ...typed, kind: 'workshop' })).toMatchObject({ workshop: 'quiet-nights' });
  });

  it('needs neither a name nor a text, and consent only together with a text', () => {
    expect(enquiryForm.parse({ ...typed, name: ' ', text: '', consent: false })).toMatchObject({
      name: null,
      text: null,
    });
    expect(errorsOf({ consent: false })).toEqual(['consent no-consent']);
  });

  it.each(['data-request', 'data-complaint'])('needs a text and no consent for “%s”', (kind) => {
    expect(errorsOf({ kind, text: ' ', consent: false })).toEqual(['text missing']);
    expect(errorsOf({ kind, consent: false })).toEqual([]);
  });

  it('reports every wrong field at once', () => {
    expect(errorsOf({ channel: null, consent: false })).toEqual(['channel missing', 'consent no-consent']);
    expect(
      errorsOf({ kind: 'workshop', email: 'robin', workshop: 'No such!', text: '', name: 'n'.repeat(101) }),
    ).toEqual(['name too-long', 'email not-an-address', 'workshop no-such-workshop', 'text missing']);
    expect(errorsOf({ channel: 'phone', phone: '', goodTimes: 't'.repeat(201), consent: false })).toEqual([
      'phone missing',
      'goodTimes too-long',
      'consent no-consent',
    ]);
    expect(errorsOf({ channel: 'phone', phone: 'call me' })).toEqual(['phone not-a-number']);
  });

  it.each(['07700‑900‑123', '٠٧٧٠٠٩٠٠١٢٣', 'tel:07700900123', '07700 900123 (after 6)', '0113 4960142 / 07700 900123'])(
    'takes a phone number as people write it: %s',
    (phone) => {
      expect(errorsOf({ channel: 'phone', phone })).toEqual([]);
    },
  );

  it('does not take a year for a phone number', () => {
    expect(errorsOf({ channel: 'phone', phone: 'since 2026' })).toEqual(['phone not-a-number']);
  });
});
