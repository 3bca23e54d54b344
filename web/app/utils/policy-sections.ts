import type { Practice } from 'shared';
import { internationalTelLink } from './links';

/** Current settings under a heading, one sentence each. */
export interface SettingsSection {
  id: string;
  heading: string;
  lines: string[];
}

/** An element of a document that was parsed from Markdown, as @nuxt/content stores it (minimark). */
export type MarkdownNode = string | [tag: string, props: Record<string, unknown>, ...children: MarkdownNode[]];

/** Returns the sections that print live settings. */
export const settingsSections = (sections: readonly SettingsSection[]): MarkdownNode[] =>
  sections.flatMap(({ id, heading, lines }): MarkdownNode[] => [
    ['h2', { id }, heading],
    ['p', {}, 'These are the site’s current settings.'],
    ['ul', {}, ...lines.map((line): MarkdownNode => ['li', {}, line])],
  ]);

/** Returns the section that says who is responsible and how to reach them. */
export const contactSection = ({ counsellor, name, email, phone }: Practice): MarkdownNode[] => [
  ['h2', { id: 'ask-h' }, 'Who to contact'],
  [
    'p',
    {},
    `${counsellor} runs ${name} and is responsible for this site. You can write to `,
    ['a', { href: `mailto:${email}` }, email],
    ...(phone
      ? [' or call ', ['a', { href: internationalTelLink(phone), class: 'nowrap' }, phone] satisfies MarkdownNode]
      : []),
    '.',
  ],
];
