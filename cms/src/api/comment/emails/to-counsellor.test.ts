import { describe, expect, it } from 'vitest';
import { emailHtml, emailText } from '#src/api/email/email-message';
import { digestEmail, newCommentEmail, newCommentWithTextEmail, newReportEmail } from './to-counsellor';

const her = { to: 'her@example.org', dashboardUrl: 'https://cms.example.org/admin/comments' };

describe('emails to the counsellor', () => {
  it('say nothing but that something is waiting, where they are discreet', () => {
    for (const email of [newCommentEmail(her), digestEmail({ ...her, waiting: 3 }), newReportEmail(her)]) {
      expect(email.subject).toBe('Something is waiting');
      expect(emailText(email)).toContain(her.dashboardUrl);
      expect(emailText(email)).not.toMatch(/danger|struggling|flag|identifies/i);
    }
    expect(emailText(digestEmail({ ...her, waiting: 1 }))).toContain('One thing is waiting');
  });

  it('give text, name, post and the page to decide where she has chosen so, under the same subject', () => {
    const email = newCommentWithTextEmail({
      ...her,
      post: 'A small no',
      audience: 'everyone',
      name: '<b>Ada</b>',
      text: 'Thank you.\n<script>alert(1)</script>',
      decideUrl: 'https://example.org/decide/x',
    });
    expect(email.subject).toBe('Something is waiting');
    expect(emailText(email)).toContain('> Thank you.\n> <script>alert(1)</script>');
    expect(emailText(email)).toContain('https://example.org/decide/x');
    expect(emailHtml(email)).not.toContain('<script>');
    expect(emailHtml(email)).toContain('&lt;b&gt;Ada&lt;/b&gt;');
  });

  it('offer no decision about a note', () => {
    const email = newCommentWithTextEmail({
      ...her,
      post: 'A small no',
      audience: 'counsellor',
      name: null,
      text: 'Only you.',
      decideUrl: null,
    });
    expect(emailText(email)).toContain('only for you');
    expect(emailText(email)).not.toContain('/decide/');
  });
});
