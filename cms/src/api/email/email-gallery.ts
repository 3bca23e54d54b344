import type { Core } from '@strapi/strapi';
import type { EmailKind } from '#src/api/email/define-email';
import type { EmailMessage } from '#src/api/email/email-message';
import { emailHtml, emailText, escapeHtml } from '#src/api/email/email-message';
import { settingsOf } from '#src/settings';

const section = (kind: string, email: EmailMessage): string => {
  const files = (email.attachments ?? []).map(({ name }) => `<li>Attachment: ${escapeHtml(name)}</li>`).join('');
  return `<section>
<h2>${escapeHtml(email.subject)}</h2>
<ul><li>Kind: <code>${escapeHtml(kind)}</code></li><li>To: ${escapeHtml(email.to)}</li>${files}</ul>
<div class="views">
<iframe title="HTML: ${escapeHtml(email.subject)}" sandbox srcdoc="${escapeHtml(emailHtml(email))}"></iframe>
<pre>${escapeHtml(emailText(email))}</pre>
</div>
</section>`;
};

/** Returns a page with every variant of every kind of email, as HTML and as plain text. */
export const emailGallery = (kinds: readonly EmailKind[]): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>All emails</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; }
section { border-top: 1px solid #bbb; margin-top: 2rem; }
.views { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
iframe { border: 1px solid #bbb; height: 30rem; width: 100%; }
pre { background: #f6f6f6; margin: 0; overflow: auto; padding: 1rem; white-space: pre-wrap; }
</style>
</head>
<body>
<h1>All emails, with made-up data</h1>
${kinds.flatMap(({ kind, examples }) => examples().map((email) => section(kind, email))).join('\n')}
</body>
</html>
`;

/** Serves all emails at `/quiet-room/dev/emails`, on the development server only. */
export const serveEmailGallery = (strapi: Core.Strapi, kinds: readonly EmailKind[]): void => {
  if (!settingsOf(strapi).isDevelopment) return;
  strapi.server.routes({
    type: 'admin',
    prefix: '/quiet-room',
    routes: [
      {
        method: 'GET',
        path: '/dev/emails',
        info: { type: 'admin' },
        handler: (ctx: Parameters<Core.MiddlewareHandler>[0]): void => {
          ctx.type = 'html';
          ctx.body = emailGallery(kinds);
        },
        config: { auth: false },
      },
    ],
  });
};
