import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AdminBrowser } from '../support/admin-browser.ts';
import { type AdminForm, contentForms, countStored, isContent, isSingle, ownForms } from '../support/admin-forms.ts';
import { endSession, expireToken, waysToLoseText, type WayToLoseText } from '../support/lost-saves.ts';
import { OpenForm } from '../support/open-form.ts';

let admin: AdminBrowser;
beforeAll(async () => {
  admin = await AdminBrowser.open();
});
afterAll(() => admin?.close());
afterEach(() => admin.closeTabs());

const count = (kind: AdminForm, text: string): Promise<number> => countStored(admin.dataDir, kind, text);

/** Types into a form and sends it in vain: the form says why, and the text is there. */
const sendInVain = async (form: OpenForm, way: WayToLoseText, text: string): Promise<void> => {
  await form.type(text);
  await way.begin(form.page, form.form.request);
  await form.send();
  await form.says(way.says);
  await form.holds(text);
  await way.mend?.(form.page);
};

/** Goes back to the page before, and forth again. */
const goBackAndForth = async ({ page, form }: OpenForm): Promise<void> => {
  await page.goBack();
  if (isContent(form)) await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(form.path));
  await page.goForward();
};

/** Ends the session, sends, and signs in above the form: it is sent without another press. */
const sendWithoutSession = async (form: OpenForm, mistyped: readonly string[] = []): Promise<void> => {
  await endSession(form.page);
  await form.send();
  for (const wrong of mistyped) {
    await form.signInAgain(wrong);
    await form
      .dialog('Please sign in again')
      .getByText(/invalid|wrong|not right/i)
      .first()
      .waitFor();
  }
  await form.signInAgain(admin.cms.logins.counsellor.password);
  await form.says(form.form.done);
};

describe('what was typed into the content manager', () => {
  it.each(Object.values(contentForms))('is there and saved once, whatever happens to a $kind', async (kind) => {
    const first = await admin.tab(kind);
    await first.openByLink();
    await first.type('A harbour');
    await goBackAndForth(first);
    await first.restore();
    await first.holds('A harbour');
    await first.page.close();
    const form = await admin.tab(kind);
    await form.open();
    await form.restore();
    await form.holds('A harbour');
    // A new one first, whose text is another after the answer was lost: it must not become two.
    const phases = isSingle(kind)
      ? { changed: waysToLoseText }
      : { new: waysToLoseText, changed: waysToLoseText.slice(0, 2) };
    for (const [phase, ways] of Object.entries(phases)) {
      for (const way of ways) await sendInVain(form, way, `A ${phase} harbour: ${way.name}`);
      await form.type(`A ${phase} harbour`);
      await form.send({ twice: true });
      await form.says(kind.done);
      expect(await count(kind, `A ${phase} harbour`)).toBe(1);
      for (const { name } of ways) expect(await count(kind, `A ${phase} harbour: ${name}`)).toBe(0);
    }
    await form.type('A harbour, sent with an old token');
    await expireToken(form.page);
    await form.send();
    await expect.poll(() => count(kind, 'A harbour, sent with an old token')).toBe(1);
    await form.says(kind.done);
    await form.type('A harbour, sent without a session');
    await sendWithoutSession(form);
    expect(await count(kind, 'A harbour, sent without a session')).toBe(1);
    await admin.saveElsewhere(form, { [kind.stored.column]: 'From another tab' });
    await form.type('A harbour of the first tab');
    await form.send();
    await form.dialog('This was changed somewhere else').getByRole('button', { name: 'Keep mine' }).click();
    await form.says(kind.done);
    expect(await count(kind, 'A harbour of the first tab')).toBe(1);
  });
});

describe('what was typed while the CMS restarts', () => {
  it('is there in every form, and sent once afterwards', async () => {
    const forms: OpenForm[] = [];
    for (const kind of [...Object.values(contentForms), ...Object.values(ownForms)]) {
      const form = await admin.tab(kind);
      forms.push(form);
      await form.open();
      await form.type('A harbour in a restart');
    }
    await admin.stopCms();
    for (const form of forms) {
      await form.send();
      await form.says('The website’s server did not answer.');
      await form.holds('A harbour in a restart');
    }
    await admin.startAgain();
    for (const form of forms) {
      await form.send();
      await form.says(form.form.done);
      expect(await count(form.form, 'A harbour in a restart')).toBe(1);
    }
  }, 120_000);
});

describe('what was typed into a page of this project', () => {
  it.each(Object.values<AdminForm>(ownForms))('is there and sent once, whatever happens to a $kind', async (kind) => {
    const first = await admin.tab(kind);
    await first.openByLink();
    await first.type('A harbour');
    await goBackAndForth(first);
    await first.restore();
    await first.holds('A harbour');
    const second = await admin.tab(kind);
    await second.open();
    await second.restore();
    await second.holds('A harbour');
    for (const way of waysToLoseText) await sendInVain(second, way, 'A harbour');
    await sendWithoutSession(second, ['a wrong password']);
    expect(await count(kind, 'A harbour')).toBe(1);
    await first.send();
    await first.page.locator('main [role=status]').getByText(/\w/).first().waitFor();
    expect(await count(kind, 'A harbour')).toBe(1);
    if (kind.isOnce) return;
    await first.type('A lighthouse');
    await first.page.close();
    await second.page.reload();
    await second.restore();
    await second.holds('A lighthouse');
    await expireToken(second.page);
    await second.send({ twice: true });
    await second.says(kind.done);
    expect(await count(kind, 'A lighthouse')).toBe(1);
  });
});

describe('what is typed into a new post', () => {
  it('is published once when Publish is pressed twice', async () => {
    const form = await admin.tab({ ...contentForms.post, button: 'Publish', done: 'It is on your site.' });
    await form.open();
    await form.type('A harbour, published twice');
    await form.send({ twice: true });
    await form.says(form.form.done);
    expect(await count(form.form, 'A harbour, published twice')).toBe(1);
    const link = form.page.getByRole('link', { name: 'See it on the site' });
    expect(await link.getAttribute('href')).toContain('/blog/a-harbour-published-twice');
  });

  it('is saved as a draft by itself after twenty seconds, without an entry for nothing', async () => {
    const form = new OpenForm(await admin.context.newPage(), admin.cms.url, contentForms.post);
    const { page } = form;
    await page.clock.install();
    await form.open();
    await page.clock.fastForward(21_000);
    await form.field('title').fill('A harbour, saved by itself');
    await form.says('Not saved yet');
    await page.clock.fastForward(21_000);
    await form.says(/^Draft saved at/);
    await form.field('title').fill('A harbour, saved by itself and by hand');
    await form.send();
    await form.says(/^Saved at/);
    expect(await count(form.form, 'A harbour, saved by itself')).toBe(0);
    expect(await count(form.form, 'A harbour, saved by itself and by hand')).toBe(1);
    // What is stored needs no question on leaving, by the browser or by a link.
    let questions = 0;
    page.on('dialog', (question) => {
      questions += 1;
      void question.accept();
    });
    const note = form.field('contentNote');
    const comments = page.getByRole('link', { name: 'Comments' }).first();
    for (const [index, leave] of [() => page.reload(), () => comments.click()].entries()) {
      await note.fill(`Typed before leaving ${index + 1}`);
      await form.says('Not saved yet');
      await page.clock.fastForward(21_000);
      await form.says(/^Draft saved at/);
      await leave();
    }
    await page.waitForURL(/\/admin\/comments/);
    expect(questions).toBe(0);
    await page.goBack();
    await expect.poll(() => note.inputValue()).toBe('Typed before leaving 2');
  });
});

describe('publishing that was refused', () => {
  it('stays in sight while drafts are saved by themselves, until it is hidden', async () => {
    const form = new OpenForm(await admin.context.newPage(), admin.cms.url, {
      ...contentForms.post,
      button: 'Publish',
    });
    const { page } = form;
    await page.clock.install();
    await form.open();
    await form.field('title').fill('A harbour without a text');
    await form.send();
    await form.says(/^Not published\. .* Your text is still here, not saved yet\./);
    await form.field('contentNote').fill('Storms');
    await page.clock.fastForward(21_000);
    await form.says(/^Not published\. .* What you wrote is saved as a draft\./);
    await page.getByRole('button', { name: 'Hide this' }).click();
    await form.field('contentNote').fill('Gales');
    await form.says('Not saved yet');
    await page.clock.fastForward(21_000);
    await form.says(/^Draft saved at/);
  });
});

describe('a form', () => {
  it('stays as it is when it is saved for the first time, and says what is missing until it is put right', async () => {
    const form = await admin.tab(contentForms.workshop);
    const { page } = form;
    await form.open();
    await form.field('title').fill('A harbour for two');
    await page.getByText('Nothing here yet. Press to add one.').first().click();
    await form.field('sessions.0.day').fill('2031-01-09');
    await page.getByRole('button', { name: 'Programme, who leads it, certificate' }).click();
    await form.field('audience').fill('For whom');
    const scrolled = (): Promise<number> =>
      page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top ?? 0);
    const top = await scrolled();
    expect(top).toBeLessThan(0);
    await form.field('audience').press('ArrowLeft');
    await form.field('audience').press('Control+Enter');
    await form.says(/^Saved at/);
    await page.waitForURL(/api::[\w.]+\/(?!create)\w+/);
    // The cursor is where it was.
    const cursor = () =>
      page.evaluate(() => {
        const { name, selectionStart } = document.activeElement as HTMLInputElement;
        return [name, selectionStart];
      });
    await expect.poll(cursor).toEqual(['audience', 'For whom'.length - 1]);
    for (const name of ['sessions.0.day', 'audience']) await form.field(name).waitFor();
    await expect.poll(async () => Math.abs((await scrolled()) - top)).toBeLessThan(4);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await form.says(/^Not published\. .* What you wrote is saved as a draft\. Readers don’t see it yet\.$/);
    await form.field('title').fill('');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.poll(() => form.field('title').getAttribute('aria-invalid')).toBe('true');
    await form.says(/^Not published\. .* Your text is still here, not saved yet\. Readers don’t see it yet\.$/);
    await form.field('title').pressSequentially('A lighthouse');
    await expect.poll(() => form.field('title').getAttribute('aria-invalid')).not.toBe('true');
    expect(await form.field('title').inputValue()).toBe('A lighthouse');
  });
});
