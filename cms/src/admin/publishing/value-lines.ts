import { isRecord } from 'shared';
import { type StoredNode, storedNodes } from '#src/rich-text/rich-text';

/** The part of a Strapi attribute that says how its value is read. */
export interface Attribute {
  readonly type: string;
}

const longDay: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const day = new Intl.DateTimeFormat('en-GB', { ...longDay, timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat('en-GB', { ...longDay, hour: '2-digit', minute: '2-digit' });

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const timeOfDay = /^(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/;

/** Returns a plain value as a person writes it: “Saturday 9 January 2027”, “10:30”, “Yes”. */
const plainWords = (value: string | number | boolean): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value).trim();
  if (isoDay.test(text)) return day.format(new Date(`${text}T12:00:00Z`)).replace(',', '');
  if (isoInstant.test(text)) return instant.format(new Date(text)).replace(',', '');
  return timeOfDay.exec(text)?.[1] ?? text;
};

/** The text inside a block, with the addresses of its links: readers see where they lead. */
const inlineText = (nodes: readonly StoredNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'link') return `${inlineText(node.children ?? [])} (${node.url ?? ''})`;
      return node.type === 'text' ? (node.text ?? '') : inlineText(node.children ?? []);
    })
    .join('');

const blockLines = (block: StoredNode): string[] => {
  const children = block.children ?? [];
  if (block.type === 'image') return [`Picture: ${block.image?.alternativeText?.trim() || 'without a description'}`];
  if (block.type === 'list')
    return children.flatMap((item) =>
      item.type === 'list' ? blockLines(item) : [`• ${inlineText(item.children ?? [])}`],
    );
  const text = inlineText(children).trim();
  if (text === '') return [];
  if (block.type === 'heading') return [`Heading: ${text}`];
  if (block.type === 'quote') return [`Quotation: ${text}`];
  return text.split('\n');
};

const technical = /^(?:id|documentId|__.*)$/;

const isFile = (value: Readonly<Record<string, unknown>>): boolean => 'mime' in value && 'url' in value;

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const fileWords = ({ alternativeText, name }: Readonly<Record<string, unknown>>): string =>
  `Picture: ${[alternativeText, name].find(isFilled) ?? 'without a name'}`;

const partWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(partWords).filter(Boolean).join('; ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return plainWords(value);
  if (!isRecord(value)) return '';
  if (isFile(value)) return fileWords(value);
  const parts = Object.entries(value).filter(([name]) => !technical.test(name));
  return parts
    .map(([, part]) => partWords(part))
    .filter(Boolean)
    .join(', ');
};

/**
 * Returns the value of a field line by line, as a person would read it aloud: a paragraph, an item of a list, a session
 * or a picture is one line. Nothing is no line.
 */
export const linesOf = ({ type }: Attribute, value: unknown): string[] => {
  if (value === null || value === undefined || value === '') return [];
  if (type === 'blocks') return storedNodes(value).flatMap(blockLines);
  if (Array.isArray(value)) return value.map(partWords).filter(Boolean);
  if (type === 'text' && typeof value === 'string') return value.split('\n').filter(isFilled);
  return [partWords(value)].filter(Boolean);
};
