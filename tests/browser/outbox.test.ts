import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminPage } from '../support/admin-pages.ts';
import { type Heard, listen, startBrowser } from '../support/browser.ts';
import { type CmsHere, startCmsHere } from '../support/cms-in-process.ts';
import { anEmail, queue } from '../support/emails.ts';
import { Mailbox } from '../support/mailbox.ts';
import { type RunningCms, startCms } from '../support/start-cms.ts';

const refusedAddress = 'no-such-mailbox@example.org';
const dataDir = mkdtempSync(path.join(tmpdir(), 'quiet-room-outbox-'));

let mailbox: Mailbox;
/** A CMS that queues emails and delivers none. */
let writer: CmsHere;
let cms: RunningCms;
let browser: Browser;
let adminPage: AdminPage;
let heard: Heard;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  writer = await startCmsHere({ dataDir });
  cms = await startCms({ dataDir, smtpUrl: mailbox.url });
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  heard = listen(context, cms.url);
  adminPage = new AdminPage(await context.newPage(), cms.url);
});
afterAll(async () => {
  await browser?.close();
  await cms?.stop();
  await writer?.stop();
  await mailbox?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the outbox on the dashboard', () => {
  it('is quiet when nothing has failed', async () => {
    await adminPage.signIn(cms.logins.webTeam.email, cms.logins.webTeam.password);
    await adminPage.page.getByRole('heading', { name: 'Emails', exact: true }).waitFor();
    await adminPage.page.getByText('Emails are being delivered normally.').waitFor();
  });

  it('shows which email could not be delivered and to whom, and sends it again on request', async () => {
    mailbox.misbehave({ recipientWith: 550 });
    await queue(writer.strapi, anEmail(refusedAddress));
    await mailbox.until(() => mailbox.connections > 0, 'an attempt');
    const given = adminPage.page.getByText('One email could not be delivered.');
    for (let i = 0; i < 20 && !(await given.isVisible()); i += 1) {
      await adminPage.page.reload();
      await adminPage.page.getByText('Emails are being delivered normally.').or(given).first().waitFor();
    }
    await adminPage.page.getByText('“Something is waiting”, to the counsellor').waitFor();
    await adminPage.page.getByText('The mail server refused it').waitFor();
    expect(await adminPage.page.content()).not.toContain(refusedAddress);
    await adminPage.page.getByRole('button', { name: /^Try again/ }).click();
    await adminPage.page.getByText('The email is on its way again.').first().waitFor();
    await mailbox.emailTo(refusedAddress);
    await adminPage.page.getByText(/^Emails are being delivered normally\./).waitFor();
  });

  it('causes no request to another host and no error', () => {
    expect(heard.foreign).toEqual([]);
    expect(heard.console.filter((line) => /^error/.test(line))).toEqual([]);
  });
});
