import { openSql } from './sql.ts';

/** A form of the admin in which the counsellor types and sends. */
export interface AdminForm {
  kind: string;
  /** Where a new one is typed, or the only one, below `/admin`. */
  path: string;
  /** The page before it, below `/admin`, and the link there that leads to it. */
  before: { path: string; link: string };
  /** The names of fields to type into, the first of one line; null is the rich text. */
  fields: readonly (string | null)[];
  /** The button that sends; for an email, the one before it that shows what will be sent. */
  button: string | RegExp;
  preview?: string;
  /** The path of the request that sends. */
  request: RegExp;
  /** What is said when it has been sent. */
  done: string | RegExp;
  /** Where what is typed into the first field is stored, and what counts it; `only` says which rows count. */
  stored: { table: string; column: string; each: string; only?: string };
  /** What was typed before is put back only if that is wanted. */
  asksFirst?: true;
  /** What is chosen besides: the name of a list and one of its options. */
  choice?: { list: string; option: RegExp };
  /** It is sent once, and then there is no form any more. */
  isOnce?: true;
}

const contentForm = (
  kind: string,
  { plural, fields }: { plural: string; fields: AdminForm['fields'] },
  more: Partial<AdminForm> = {},
): AdminForm => ({
  kind,
  path: `/content-manager/collection-types/api::${kind}.${kind}/create`,
  before: { path: `/content-manager/collection-types/api::${kind}.${kind}`, link: 'New' },
  fields,
  button: 'Save',
  request: /\/content-manager\/(?:collection|single)-types\/api::/,
  done: /^Saved at/,
  stored: { table: plural, column: fields[0] ?? '', each: 'document_id' },
  ...more,
});

/** The forms of the content manager, one of each kind. */
export const contentForms = {
  post: contentForm('post', { plural: 'posts', fields: ['title', null] }),
  page: contentForm('page', { plural: 'pages', fields: ['title', null] }),
  workshop: contentForm('workshop', { plural: 'workshops', fields: ['title', null] }),
  practice: contentForm(
    'practice',
    { plural: 'practices', fields: ['town', null] },
    {
      path: '/content-manager/single-types/api::practice.practice',
      before: { path: '/content-manager/collection-types/api::post.post', link: 'Your practice' },
    },
  ),
  author: contentForm('author', { plural: 'authors', fields: ['name', null] }),
  topic: contentForm('topic', { plural: 'topics', fields: ['name', 'description'] }),
} as const;

/** Returns whether a form is one of the content manager's. */
export const isContent = ({ path }: AdminForm): boolean => path.startsWith('/content-manager/');

/** Returns whether there is one of a kind only, which exists. */
export const isSingle = ({ path }: AdminForm): boolean => path.includes('/single-types/');

/** The forms of this project's own pages, and which of the demo content they are about. */
export const ownForms = {
  reply: {
    kind: 'reply',
    path: '/comments/{comment}',
    before: { path: '/comments', link: '{commenter}' },
    fields: ['reply'],
    button: /ublish your reply$/,
    request: /\/comments\/\d+\/reply$/,
    done: /comment was (?:approved and )?answered/,
    stored: { table: 'comments', column: 'text', each: 'id' },
  },
  email: {
    kind: 'email to participants',
    path: '/workshops/{workshop}/email',
    before: { path: '/workshops/{workshop}', link: 'Email participants' },
    fields: ['subject', 'text'],
    preview: 'Preview',
    button: /^Send to /,
    request: /\/workshops\/\w+\/emails$/,
    done: /is on its way to/,
    stored: { table: 'emails', column: 'subject', each: 'id', only: `"to" = 'dot.ellery@example.org'` },
  },
  participant: {
    kind: 'participant who is added',
    path: '/workshops/{workshop}/add',
    before: { path: '/workshops/{workshop}', link: 'Add a participant' },
    fields: ['name', 'email', 'accessNeeds'],
    choice: { list: 'Price', option: /^Nothing this time/ },
    button: 'Add participant',
    request: /\/workshops\/\w+\/participants$/,
    done: /has a place/,
    stored: { table: 'registrations', column: 'name', each: 'id' },
    asksFirst: true,
  },
  hold: {
    kind: 'reason to keep a comment',
    path: '/comments/{note}',
    before: { path: '/comments', link: '{note writer}' },
    fields: ['reason'],
    button: 'Put on hold',
    request: /\/comments\/\d+\/hold$/,
    done: /^On hold/,
    stored: { table: 'comments', column: 'legal_hold_reason', each: 'id' },
    isOnce: true,
  },
} as const satisfies Record<string, AdminForm>;

/**
 * Finds in a database what of the demo content the project's own forms are about: comments that were not answered, or
 * not put on hold, by another test.
 */
const namesIn = async (dataDir: string): Promise<Record<string, string>> => {
  const sql = await openSql({ dataDir });
  const find = async (statement: string) => (await sql.all(statement))[0] ?? {};
  try {
    const waiting = "select id, name from comments where state = 'waiting'";
    const comment = await find(`${waiting} and name in ('Hollie', 'Marian') order by name`);
    const note = await find(
      `${waiting} and name in ('K', 'Someone who reads along') and legal_hold_reason is null order by name`,
    );
    const workshop = await find("select workshop_id from registrations where email = 'dot.ellery@example.org'");
    return {
      '{comment}': String(comment.id),
      '{commenter}': String(comment.name),
      '{note}': String(note.id),
      '{note writer}': String(note.name),
      '{workshop}': String(workshop.workshop_id),
    };
  } finally {
    await sql.close();
  }
};

/** Returns a form with the paths of one database. */
export const formIn = async <F extends AdminForm>(dataDir: string, form: F): Promise<F> => {
  const names = await namesIn(dataDir);
  const named = (text: string): string => text.replace(/\{[\w ]+\}/, (name) => names[name] ?? name);
  const { path, before } = form;
  return { ...form, path: named(path), before: { path: named(before.path), link: named(before.link) } };
};

/** Counts what is stored with such a text in the first field of a form. */
export const countStored = async (dataDir: string, { stored }: AdminForm, text: string): Promise<number> => {
  const sql = await openSql({ dataDir });
  try {
    const { table, column, each, only = 'true' } = stored;
    const value = text.replaceAll("'", "''");
    const [row] = await sql.all(
      `select count(distinct ${each}) as n from ${table} where ${only} and ${column} = '${value}'`,
    );
    return Number(row?.n);
  } finally {
    await sql.close();
  }
};
