import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { inTransaction } from '#src/database/unit-of-work';
import { defineEmail } from './define-email';
import { isOneAddress } from './domain/address';
import type { Paragraph } from './email-message';

interface PluginMessage {
  to: string;
  subject: string;
  text: string;
}

/** Returns a paragraph; one that is a web address becomes a link. */
const toParagraph = (text: string): Paragraph =>
  /^https?:\/\/\S+$/.test(text) && URL.canParse(text) ? { link: text, says: 'Open this page' } : text;

/** An email that Strapi or one of its plugins wrote. Those of this project have kinds of their own. */
export const pluginMessage = defineEmail<PluginMessage>({
  kind: 'plugin-message',
  template: ({ subject, text }) => ({
    subject,
    paragraphs: text
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(toParagraph),
  }),
  samples: [
    {
      to: 'counsellor@example.org',
      subject: 'A message from Strapi',
      text: 'A part of Strapi wrote this.\n\nhttps://cms.example.org/admin',
    },
  ],
});

/** What callers of the email plugin pass; sender, reply address, copies and HTML of theirs are left out. */
const passed = z.object({
  to: z.string().refine(isOneAddress),
  subject: z.string().min(1),
  text: z.string().min(1),
});

/** Returns the provider of Strapi's email plugin: it queues plain text to one recipient, from the practice's sender. */
export const outboxProvider = (strapi: Core.Strapi) => ({
  /** @throws ApplicationError if there is not exactly one recipient, a subject and a text */
  send: async (options: unknown): Promise<void> => {
    const { data } = passed.safeParse(options);
    if (data === undefined) throw new errors.ApplicationError('An email needs one recipient, a subject and a text.');
    await inTransaction(strapi, (uow) => pluginMessage.enqueue(uow, data));
  },
});
