import type { BrowserContext } from 'playwright-core';

/**
 * Listens to a context whose pages show what strangers wrote, and adds everything to `trouble` that must not happen. A
 * script of theirs calls `ran`, or asks `elsewhere.example` for something; what the pages' policy stops is told on the
 * console.
 */
export async function watch(context: BrowserContext, origin: string, trouble: string[]): Promise<void> {
  await context.addInitScript(() => {
    // Told as an error of the page: a variable would be gone with it.
    Object.assign(window, {
      ran: (n: unknown) => {
        throw new Error(`ran ${String(n)}`);
      },
    });
  });
  context.on('console', (message) => {
    // The browser itself notes forms that were not taken.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      trouble.push(`console at ${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => trouble.push(`error: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:data|blob):/.test(request.url()))
      trouble.push(`asked ${request.url()} for ${request.frame().url()}`);
  });
  context.on('response', (answer) => {
    if (answer.status() >= 500) trouble.push(`${answer.status()} from ${answer.url()}`);
  });
  context.on('page', (page) => {
    page.on('popup', (popup) => trouble.push(`window: ${popup.url()}`));
    page.on('frameattached', (frame) => trouble.push(`frame: ${frame.url()}`));
    page.on('download', (file) => trouble.push(`download: ${file.url()}`));
  });
}
