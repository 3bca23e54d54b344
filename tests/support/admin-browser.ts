import type { Browser, BrowserContext } from 'playwright-core';
import { type AdminForm, formIn } from './admin-forms.ts';
import { signInContext } from './admin-pages.ts';
import { startBrowser } from './browser.ts';
import { freePort } from './free-port.ts';
import { OpenForm } from './open-form.ts';
import { newDataDir } from './prepared.ts';
import { type RunningCms, startCms } from './start-cms.ts';

const autosaveEveryMs = 20_000;
/** Where no email goes: they stay in the outbox, to be counted. */
const smtpUrl = 'smtp://127.0.0.1:9';

interface Entry {
  documentId: string;
  updatedAt: string;
}

/** A CMS with the demo content, and a browser in which the counsellor is signed in. */
export class AdminBrowser {
  private isStopped = false;

  private constructor(
    readonly dataDir: string,
    public cms: RunningCms,
    private readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  static async open(): Promise<AdminBrowser> {
    const dataDir = newDataDir('demo');
    const cms = await startCms({ dataDir, port: await freePort(), demo: true, smtpUrl });
    const browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    const admin = new AdminBrowser(dataDir, cms, browser, context);
    await admin.signIn();
    return admin;
  }

  private signIn(): Promise<void> {
    return signInContext(this.context, this.cms.url, this.cms.logins.counsellor);
  }

  private async token(): Promise<string> {
    const cookie = (await this.context.cookies()).find(({ name }) => name === 'jwtToken');
    return decodeURIComponent(cookie?.value ?? '');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.cms.stop();
  }

  /** Closes all tabs, and forgets what was typed there: what a failed test leaves behind must not fail the next one. */
  async closeTabs(): Promise<void> {
    if (this.isStopped) await this.startAgain();
    await this.context.setOffline(false);
    for (const page of this.context.pages()) await page.close();
    const page = await this.context.newPage();
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(this.cms.url);
    await page.evaluate(() => {
      const kept = Object.keys(localStorage).filter((key) => key.startsWith('quiet-room:not-saved:'));
      for (const key of kept) localStorage.removeItem(key);
    });
    await page.close();
    if (!(await this.token()).includes('.')) await this.signIn();
  }

  async stopCms(): Promise<void> {
    this.isStopped = true;
    await this.cms.stop();
  }

  /** Starts a CMS that was stopped, at the same address. */
  async startAgain(): Promise<void> {
    this.isStopped = false;
    this.cms = await startCms({ dataDir: this.dataDir, port: Number(new URL(this.cms.url).port), demo: true, smtpUrl });
  }

  /**
   * Opens a tab for a form. No draft is saved there by itself: in the middle of a test on a slow machine, that would
   * take the place of what is pressed.
   */
  async tab(form: AdminForm): Promise<OpenForm> {
    const page = await this.context.newPage();
    await page.addInitScript((every) => {
      const real = window.setInterval.bind(window);
      const calm = (run: TimerHandler, ms?: number): number => real(run, ms === every ? 2 ** 30 : ms);
      window.setInterval = calm as typeof window.setInterval;
    }, autosaveEveryMs);
    return new OpenForm(page, this.cms.url, await formIn(this.dataDir, form));
  }

  /** Asks the content manager as the counsellor, beside the browser; `path` is below it. */
  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, fields?: object): Promise<Entry> {
    const answer = await fetch(`${this.cms.url}/content-manager/${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.token()}`, 'content-type': 'application/json' },
      ...(fields && { body: JSON.stringify(fields) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { data: Entry }).data;
  }

  /** Saves the entry that is open in a form as somebody else would, who opened it just now. */
  async saveElsewhere({ page }: OpenForm, fields: object): Promise<void> {
    const path = new URL(page.url()).pathname.replace('/admin/content-manager/', '');
    const { updatedAt } = await this.ask('GET', path);
    await this.ask('PUT', path, { ...fields, updatedAt });
  }
}
