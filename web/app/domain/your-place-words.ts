import { momentWords, type PrivatePlace } from 'shared';

/** How somebody’s registration stands: a heading, and what follows from it. */
export interface PlaceWords {
  heading: string;
  words: string[];
}

type Told = Pick<PrivatePlace, 'state' | 'until' | 'ahead' | 'wouldHave'> & {
  workshop: Pick<PrivatePlace['workshop'], 'state' | 'timeZone' | 'cancelledWords'>;
};

const before = (count: number): string =>
  count === 0 ? 'Nobody is before you.' : count === 1 ? 'One person is before you.' : `${count} people are before you.`;

function unconfirmed({ until, wouldHave, workshop }: Told): PlaceWords {
  const end = until ? momentWords(until, workshop.timeZone) : null;
  return wouldHave === 'held'
    ? {
        heading: 'We hold a place for you',
        words: [
          `It is not confirmed yet. Please press the button in the letter that we sent you${end ? `, by ${end}` : ''}. After that the place goes to somebody else.`,
        ],
      }
    : {
        heading: 'Your place on the waitlist is not confirmed yet',
        words: [`Please press the button in the letter that we sent you${end ? `, by ${end}` : ''}.`],
      };
}

function ended({ state }: Told): PlaceWords {
  return state === 'cancelled'
    ? {
        heading: 'Your place was cancelled',
        words: ['Thank you for telling us. Somebody else can have it now. If it was a mistake, please write to us.'],
      }
    : {
        heading: 'This registration is over',
        words: [
          'It was not confirmed in time, or an offer was passed on or has run out. Nothing is owed. You can register again as long as registration is open.',
        ],
      };
}

function current(place: Told): PlaceWords {
  const { state, until, ahead, workshop } = place;
  switch (state) {
    case 'unconfirmed':
      return unconfirmed(place);
    case 'registered':
      return { heading: 'You have a place', words: [] };
    case 'waiting':
      return {
        heading: 'You are on the waitlist',
        words: [
          ...(ahead === null ? [] : [before(ahead)]),
          'When a place comes free for you, we write to you and hold it for 48 hours, or for half of the time that is left.',
        ],
      };
    case 'offered':
      return {
        heading: 'A place has come free for you',
        words: [
          until
            ? `We hold it for you until ${momentWords(until, workshop.timeZone)}. After that it is offered to the next person.`
            : 'Please say whether you want it.',
        ],
      };
    case 'cancelled':
    case 'over':
      return ended(place);
  }
}

/** What a participant is told first. A workshop that was called off, or has been, comes before everything else. */
export function placeStateWords(place: Told): PlaceWords {
  const { state, workshop } = place;
  if (workshop.state === 'cancelled') {
    return {
      heading: 'This workshop was cancelled',
      words: [
        ...(workshop.cancelledWords ? [workshop.cancelledWords] : []),
        'There is nothing that you need to do here.',
      ],
    };
  }
  const mine = state === 'registered';
  if (workshop.state === 'past' && state !== 'cancelled') {
    return {
      heading: 'This workshop has finished',
      words: [mine ? 'Thank you for having had a place.' : 'No place came free for you this time.'],
    };
  }
  return current(place);
}

/** What was done, as the page says it to whoever comes back from doing it. */
export const doneWords: Partial<Record<string, string>> = {
  confirmed: 'Thank you, that is confirmed.',
  changed: 'What you changed was saved.',
  cancelled: 'Your place was cancelled.',
  accepted: 'The place is yours.',
  'passed-on': 'You have passed the place on. Thank you for saying so.',
};
