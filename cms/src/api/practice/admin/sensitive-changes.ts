import { isRecord, numbersOf } from 'shared';

/** A change of the practice that is confirmed before it is saved: what changes, and what that means. */
export interface SensitiveChange {
  label: string;
  consequence: string;
}

type Values = Readonly<Record<string, unknown>>;

const part = (values: Values, component: string, field: string): unknown => {
  const inside = values[component];
  return isRecord(inside) ? inside[field] : undefined;
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Returns a value without what the form adds to entries of lists, and with one way to be empty. */
const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isRecord(value)) return isEmpty(value) ? null : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inside]) => name !== 'id' && !name.startsWith('__') && !isEmpty(inside))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inside]) => [name, comparable(inside)]),
  );
};

const isChanged = (before: unknown, after: unknown): boolean =>
  JSON.stringify(comparable(before ?? null)) !== JSON.stringify(comparable(after ?? null));

/** How long things are kept: the field, what it is called, and the days that hold while it is not filled in. */
export const periods = [
  ['comments', 'keepNotesDays', 'How long private notes are kept', 180],
  ['comments', 'keepDeclinedDays', 'How long declined comments are kept', 90],
  ['comments', 'keepSpamDays', 'How long spam is kept', 30],
  ['comments', 'keepAddressDays', 'How long email addresses are kept', 365],
  ['workshops', 'keepDays', 'How long details of participants are kept', 90],
] as const;

const periodChanges = (before: Values, after: Values): SensitiveChange[] =>
  periods.flatMap(([component, field, label, usual]) => {
    const daysIn = (values: Values): string => {
      const days = part(values, component, field);
      return isEmpty(days) ? String(usual) : String(days);
    };
    const [was, is] = [daysIn(before), daysIn(after)];
    if (was === is) return [];
    return [{ label, consequence: `From ${was} to ${is} days. What is older is deleted for good, tonight.` }];
  });

const changesOf = (before: Values, after: Values): SensitiveChange[] => [
  ...(isChanged(part(before, 'workshops', 'howToPay'), part(after, 'workshops', 'howToPay'))
    ? [
        {
          label: 'How people pay',
          consequence:
            'We ask for your password. Participants see it at once: please compare the account number with your bank’s.',
        },
      ]
    : []),
  ...(isChanged(before.email, after.email)
    ? [
        {
          label: 'Your email address on the site',
          consequence: 'We ask for your password. Readers and participants write to it.',
        },
      ]
    : []),
  ...(isChanged(before.helpLines, after.helpLines)
    ? [
        {
          label: 'Help lines',
          consequence: 'People in distress will see them at once.',
        },
      ]
    : []),
  ...periodChanges(before, after),
  ...(isChanged(part(before, 'comments', 'mailTo'), part(after, 'comments', 'mailTo'))
    ? [
        {
          label: 'Where emails to you go',
          consequence:
            'We ask for your password, send a link to a new address, and use it once you have opened the link there.',
        },
      ]
    : []),
  ...(part(after, 'comments', 'mail') === 'full' && part(before, 'comments', 'mail') !== 'full'
    ? [
        {
          label: 'What emails to you say',
          consequence: 'We ask for your password. Emails will contain what readers write, for everyone who sees them.',
        },
      ]
    : []),
];

/**
 * Returns what has to be confirmed: changes of how people pay, the address they write to, help lines, retention, and
 * where emails go.
 *
 * @param before the practice as its form had it, and `after` as it has it now
 */
export const sensitiveChanges = (before: object, after: object): SensitiveChange[] =>
  isRecord(before) && isRecord(after) ? changesOf(before, after) : [];

/** A help line with numbers that were not there before: `path` is that of its field for the day of the last check. */
export interface ChangedLine {
  path: string;
  /** As in “called Samaritans on 116 123”. */
  tried: string;
  checked: unknown;
}

const linesOf = (values: Values): Values[] =>
  Array.isArray(values.helpLines) ? values.helpLines.filter(isRecord) : [];
const shown = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Returns how somebody tries a line, as in “called Samaritans on 116 123 and through Relay UK”. */
const triedIn = (line: Values): string => {
  const [name, call, text, relay] = [shown(line.name), shown(line.call), shown(line.text), shown(line.relay)];
  const called = [
    ...(call === '' ? [] : [`on ${call}`]),
    // Saving lets its number follow a changed one.
    ...(relay === '' ? [] : [call === '' ? `on ${relay}` : 'through Relay UK']),
  ];
  const ways = [
    ...(called.length === 0 ? [] : [`called ${name} ${called.join(' and ')}`]),
    ...(text === '' ? [] : [called.length === 0 ? `texted ${name} on ${text}` : `texted ${text}`]),
  ];
  return ways.join(', and ');
};

/** Returns the help lines whose numbers have to be called before the site may say that they were checked. */
export const changedLines = (before: object, after: object): ChangedLine[] => {
  if (!isRecord(before) || !isRecord(after)) return [];
  const known = new Set(linesOf(before).map(numbersOf));
  return linesOf(after).flatMap((line, index) =>
    known.has(numbersOf(line))
      ? []
      : [
          {
            path: `helpLines.${index}.checked`,
            tried: triedIn(line),
            checked: line.checked,
          },
        ],
  );
};
