import { registrationLimits, type RegistrationProblem } from 'shared';
import type { PlaceField, PlaceTrouble } from '~~/server/forms/handlers/typed-place';
import type { RegistrationField } from '~~/server/forms/handlers/typed-registration';

const { name, needs } = registrationLimits;

const consent = 'Tick the box to let us keep what you need, or leave that field empty';
const needsLong = `Shorten what would help you: it can have ${needs.most.toLocaleString('en-GB')} characters`;

const sentences: Record<RegistrationField, Partial<Record<RegistrationProblem, string>>> = {
  name: {
    missing: 'Enter your name',
    'too-short': 'Enter your name',
    'too-long': `Make the name shorter: it can have ${name.most} characters`,
  },
  email: {
    missing: 'Enter your email address',
    'not-an-address': 'Enter an email address in the right form, like name@example.com',
    'too-long': 'Enter a shorter email address',
  },
  price: {
    missing: 'Choose a price',
    'no-such-price': 'Choose one of the prices: they have changed since this page was made',
  },
  needs: { 'too-long': needsLong },
  consent: { 'no-consent': consent },
};
const otherwise: Record<RegistrationField, string> = {
  name: 'Check your name',
  email: 'Check the email address',
  price: 'Choose a price',
  needs: 'Check what would help you',
  consent,
};

/** What is wrong with a field of the form and how to mend it, as a sentence without a full stop. */
export const registrationProblemWords = (field: RegistrationField, problem: RegistrationProblem): string =>
  sentences[field][problem] ?? otherwise[field];

const ofPlace: Record<PlaceField, Partial<Record<PlaceTrouble['problem'], string>>> = {
  certificateName: {
    missing: 'Enter the name for the certificate',
    'too-long': `Make the name shorter: it can have ${name.most} characters`,
    unprintable: 'Write the name in Latin letters: the certificate’s type lacks some of those that you use',
  },
  needs: { 'too-long': needsLong },
  consent: { 'no-consent': consent },
};
const placeOtherwise: Record<PlaceField, string> = {
  certificateName: 'Check the name for the certificate',
  needs: 'Check what would help you',
  consent,
};

/** The same of what a participant changes afterwards. */
export const placeProblemWords = (field: PlaceField, problem: PlaceTrouble['problem']): string =>
  ofPlace[field][problem] ?? placeOtherwise[field];
