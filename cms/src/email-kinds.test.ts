import { describe, expect, it } from 'vitest';
import { commentEmails } from '#src/api/comment/emails/comment-emails';
import { kindLabels } from '#src/api/email/admin/email-labels';
import { emailGallery } from '#src/api/email/email-gallery';
import { emailHtml, emailText } from '#src/api/email/email-message';
import { emailKinds } from '#src/api/workshop/emails/email-kinds';
import { features } from './features';

const kinds = features.flatMap(({ emails = [] }) => emails);

describe('the kinds of email that features list', () => {
  it('have samples that become whole emails', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    for (const { kind, examples } of kinds)
      for (const email of examples()) {
        expect(email.to, kind).toMatch(/^[a-z]+@example\.org$/);
        expect(email.subject.length, kind).toBeGreaterThan(5);
        expect(`${emailText(email)}${emailHtml(email)}`, kind).not.toMatch(/undefined|null|\[object/);
      }
  });

  it('are listed once each', () => {
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
  });

  it('have a label in the admin each, which quotes their subject or nothing', () => {
    expect(Object.keys(kindLabels).sort()).toEqual(kinds.map(({ kind }) => kind).sort());
    for (const { kind, examples } of kinds) {
      const quoted = /“(.*)”/.exec(kindLabels[kind] ?? '')?.[1];
      if (quoted !== undefined)
        expect(
          examples().map(({ subject }) => subject),
          kind,
        ).toContain(quoted);
    }
    const withoutSubject = kinds.map(({ kind }) => kind).filter((kind) => !kindLabels[kind]?.startsWith('“'));
    expect(withoutSubject.sort()).toEqual([
      'counsellor-message',
      'digest',
      'message-today',
      'message-waiting',
      'messages-due',
      'more-messages',
      'more-waiting',
      'plugin-message',
      'report-waiting',
    ]);
  });

  it('are stored under the names that the code calls them by', () => {
    for (const emails of [commentEmails, emailKinds])
      for (const [name, { kind }] of Object.entries(emails))
        expect(kind).toBe(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });

  it('are all on the development page, as HTML that cannot run and as text', () => {
    const page = emailGallery(kinds);
    for (const { kind, examples } of kinds)
      for (const { subject } of examples()) expect(page, kind).toContain(`<h2>${subject}</h2>`);
    expect(page.match(/<iframe title="[^"]*" sandbox srcdoc="/g)?.length).toBe(
      kinds.reduce((sum, { examples }) => sum + examples().length, 0),
    );
  });
});
