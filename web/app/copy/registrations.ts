import {
  momentWords,
  type PrivateRegistration,
  type RegistrationErrorCode,
  registrationHours,
  registrationLimits,
} from 'shared';
import type { RegistrationChangeError, RegistrationChangeField } from '~~/server/forms/handlers/private-registration';
import type { RegistrationField } from '~~/server/forms/handlers/registration';
import type { StatusMessage } from './comments';

const { name, accessNeeds: needs } = registrationLimits;

const nameTooLong = `Name must be ${name.max} characters or fewer`;
const needsTooLong = `What you write about making it easier to come must be ${needs.max.toLocaleString('en-GB')} characters or fewer`;
const noConsent =
  'Tick the box to let us keep what you wrote about making it easier to come, or leave that field empty';

const errorMessages: Record<RegistrationField, Partial<Record<RegistrationErrorCode, string>>> = {
  name: { missing: 'Enter your name', 'too-short': 'Enter your name', 'too-long': nameTooLong },
  email: {
    missing: 'Enter your email address',
    'not-an-address': 'Enter an email address in the correct format, like name@example.com',
    'too-long': 'Enter a shorter email address',
  },
  price: {
    missing: 'Choose a price',
    'no-such-price': 'Check the price: it has changed since you opened this page',
  },
  accessNeeds: { 'too-long': needsTooLong },
  consent: { 'no-consent': noConsent },
};
const fallbackMessages: Record<RegistrationField, string> = {
  name: 'Check your name',
  email: 'Check the email address',
  price: 'Choose a price',
  accessNeeds: 'Check what you wrote about making it easier to come',
  consent: noConsent,
};

/** Returns what is wrong with a field of the registration form and how to fix it, without a full stop. */
export const registrationErrorMessage = (field: RegistrationField, error: RegistrationErrorCode): string =>
  errorMessages[field][error] ?? fallbackMessages[field];

const changeErrorMessages: Record<RegistrationChangeField, Partial<Record<RegistrationChangeError['code'], string>>> = {
  certificateName: {
    missing: 'Enter the name for the certificate',
    'too-long': nameTooLong,
    unprintable: 'Enter the name in Latin letters: certificates can’t show some of the letters you used',
  },
  accessNeeds: { 'too-long': needsTooLong },
  consent: { 'no-consent': noConsent },
};
const changeFallbackMessages: Record<RegistrationChangeField, string> = {
  certificateName: 'Check the name for the certificate',
  accessNeeds: fallbackMessages.accessNeeds,
  consent: noConsent,
};

/** Returns the same for the form that changes a registration. */
export const registrationChangeErrorMessage = (
  field: RegistrationChangeField,
  error: RegistrationChangeError['code'],
): string => changeErrorMessages[field][error] ?? changeFallbackMessages[field];

type Registration = Pick<PrivateRegistration, 'state' | 'until' | 'ahead' | 'reserved'> & {
  workshop: Pick<PrivateRegistration['workshop'], 'state' | 'timeZone' | 'namesZone' | 'cancellationMessage'>;
};

const peopleAhead = (ahead: number): string =>
  ahead === 0
    ? 'Nobody is ahead of you.'
    : ahead === 1
      ? 'One person is ahead of you.'
      : `${ahead} people are ahead of you.`;

function unconfirmedStatus({ until, reserved, workshop }: Registration): StatusMessage {
  const deadline = until ? `, by ${momentWords(until, workshop.timeZone, workshop.namesZone)}` : '';
  const instruction = `Please press the button in the email we sent you${deadline}.`;
  return reserved === 'seat'
    ? {
        heading: 'We are holding a place for you',
        paragraphs: [`It is not confirmed yet. ${instruction} After that the place goes to someone else.`],
      }
    : { heading: 'Your place on the waitlist is not confirmed yet', paragraphs: [instruction] };
}

function currentStatus(registration: Registration): StatusMessage {
  const { state, until, ahead, workshop } = registration;
  switch (state) {
    case 'unconfirmed':
      return unconfirmedStatus(registration);
    case 'confirmed':
      return { heading: 'You have a place', paragraphs: [] };
    case 'waitlisted':
      return {
        heading: 'You are on the waitlist',
        paragraphs: [
          ...(ahead === null ? [] : [peopleAhead(ahead)]),
          `When a place becomes free for you, we’ll email you and hold it for ${registrationHours.offer} hours, or for half of the time left if that is shorter. We do so until the workshop starts, also after registration has closed.`,
        ],
      };
    case 'offered':
      return {
        heading: 'A place has become free for you',
        paragraphs: [
          until
            ? `We are holding it for you until ${momentWords(until, workshop.timeZone, workshop.namesZone)}. After that we offer it to the next person.`
            : 'Please tell us whether you want it.',
        ],
      };
    case 'cancelled':
      return {
        heading: 'Your place was cancelled',
        paragraphs: ['Someone else can have it now. If this is a mistake, please email us.'],
      };
    case 'expired':
      return {
        heading: 'This registration has ended',
        paragraphs: [
          'It was not confirmed in time, or an offered place was declined or not accepted in time. You don’t owe anything. You can register again while registration is open.',
        ],
      };
  }
}

/** Whether someone has a place, or one is held until they confirm it; otherwise they are on the waitlist. */
export const hasPlace = ({ state, reserved }: Pick<PrivateRegistration, 'state' | 'reserved'>): boolean =>
  state === 'confirmed' || (state === 'unconfirmed' && reserved === 'seat');

/**
 * Returns what a participant's private page says first. A workshop that was cancelled or is over comes before
 * everything else.
 */
export function registrationStatus(registration: Registration): StatusMessage {
  const { state, workshop } = registration;
  if (workshop.state === 'cancelled')
    return {
      heading: 'This workshop was cancelled',
      paragraphs: [
        ...(workshop.cancellationMessage ? [workshop.cancellationMessage] : []),
        'You don’t need to do anything.',
      ],
    };
  if (workshop.state === 'past' && state !== 'cancelled')
    return {
      heading: 'This workshop has taken place',
      paragraphs: [
        state === 'confirmed' ? 'Thank you for booking a place.' : 'No place became free for you this time.',
      ],
    };
  return currentStatus(registration);
}

/** What a participant's private page says after an action, by its `?done=` parameter. */
export const doneMessages: Partial<Record<string, string>> = {
  confirmed: 'Thank you, that is confirmed.',
  'confirmed-before':
    'Another registration with your address was confirmed before, and it is the one that counts. Please check the name, the price and what would make it easier for you to come.',
  changed: 'Your changes were saved.',
  cancelled: 'Your place was cancelled.',
  accepted: 'The place is yours.',
  declined: 'You have declined the place. Thank you for letting us know.',
};
