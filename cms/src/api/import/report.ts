import { inWords } from './calendar';
import type { Plan } from './documents/plan';
import type { NeutralPost, Note, NoteKind } from './source';

/** Where the site and the CMS are found, without a slash at the end. */
export interface Places {
  site: string;
  cms: string;
}

const headings: Readonly<Record<NoteKind, string>> = {
  recognised: 'Recognised',
  guessed: 'Guessed',
  changed: 'Typing corrected',
  'left out': 'Left out',
  look: 'Please check',
};

const section = (heading: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  - ${line}`), ''];

const sentence = ({ text, mend }: Note): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${mend ? `\n    If this is wrong: ${mend}` : ''}`;

function authorNote({ author, decision }: Plan): Note[] {
  if (!author && decision === 'create')
    return [{ kind: 'look', text: 'It has no author: choose one in the editor, or import again with --author "Name"' }];
  if (!author) return [];
  const name = 'author' in author ? author.author.name : author.add;
  const text = 'author' in author ? `Its author is ${name}` : `Its author is ${name} (a new author)`;
  return [
    author.guess === null
      ? { kind: 'recognised', text }
      : { kind: 'guessed', text: `${text}: ${author.guess}`, mend: 'import again with --author "Name"' },
  ];
}

/** The summary is made of the first paragraph until she writes one; a line that only leads on says little in a list. */
function summaryNote({ body: [first] }: NeutralPost): Note[] {
  const leadsOn = first?.kind !== 'paragraph' || first.text.endsWith(':') || first.text.length < 40;
  return leadsOn
    ? [{ kind: 'look', text: 'its first lines make a poor summary for lists and feeds: write one in the editor' }]
    : [];
}

const addressOf = ({ documentId }: Plan, { cms }: Places): string =>
  documentId === null ? '' : `: ${cms}/admin/content-manager/collection-types/api::post.post/${documentId}`;

const published = ({ published: at, updated }: NeutralPost): string =>
  `published with the date ${inWords(at.day)}${updated ? ` and updated on ${inWords(updated.day)}` : ''}`;

function whatHappens(plan: Plan, neutral: NeutralPost, places: Places): string[] {
  const there = addressOf(plan, places);
  const page = plan.slug === null ? '' : `: ${places.site}/blog/${plan.slug}`;
  switch (plan.decision) {
    case 'create':
      return plan.publishes
        ? [`A new post, ${published(neutral)}${page}`]
        : [`A new draft; nobody can see it until it is published${there}`];
    case 'update':
      if (plan.publishes) return [`The imported post is updated from this file and ${published(neutral)}${page}`];
      return [
        `The imported post is updated from this file, as a draft${plan.isPublic ? '; readers see the old version until it is published' : ''}${there}`,
      ];
    case 'same':
      return plan.publishes
        ? [`It was imported before and has not changed; now it is ${published(neutral)}${page}`]
        : [`Nothing: it was imported before and has not changed${there}`];
    case 'edited':
      return [`Nothing: it was imported before and has since been edited in the CMS, so it was left unchanged${there}`];
    case 'both changed':
      return [
        `Nothing: since it was imported, both the post in the CMS and the page have changed. Copy anything new from the page by hand${there}`,
      ];
    case 'twin':
      return [
        `Nothing: there is already a post with this title that was not imported from this page. To import this one, rename or delete the other first`,
      ];
  }
}

const heldBack = ({ heldBack: why }: Plan): string[] => (why === null ? [] : [`It is not published yet: ${why}`]);

/** The whole report for the terminal, with what was done (or, in a `dryRun`, would be) at its end. */
export function writeReport(neutral: NeutralPost, outcome: { plan: Plan; dryRun: boolean }, places: Places): string {
  const notes = [...neutral.notes, ...authorNote(outcome.plan), ...summaryNote(neutral)];
  const kinds = Object.entries(headings) as [NoteKind, string][];
  return [
    ...kinds.flatMap(([kind, heading]) => section(heading, notes.filter((note) => note.kind === kind).map(sentence))),
    ...section(outcome.dryRun ? 'What would be done (nothing was changed)' : 'What was done', [
      ...whatHappens(outcome.plan, neutral, places),
      ...heldBack(outcome.plan),
    ]),
  ].join('\n');
}
