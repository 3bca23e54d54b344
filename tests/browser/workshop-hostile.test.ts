import type { Browser, Page } from 'playwright-core';
import { cleanText, lengthOf, registrationFields, registrationLimits } from 'shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminClient } from '../support/admin-client.ts';
import { AdminPage, signInContext } from '../support/admin-pages.ts';
import { startBrowser } from '../support/browser.ts';
import { Reader } from '../support/reader.ts';
import { type Stack, startStack } from '../support/stack.ts';
import {
  asName,
  asParagraphs,
  everyNth,
  fitting,
  joinedUpTo,
  keptInArea,
  keptInLine,
  paragraphsIn,
  send,
} from '../support/typed.ts';
import { watch } from '../support/watch.ts';
import { workshopFields } from '../support/workshop-fields.ts';

/** Every third of the names that a commenter can have, with all strings as access needs. */
const names = joinedUpTo(registrationLimits.name.max)
  .filter((_, n) => n % 3 === 0)
  .map((name) => fitting(registrationFields.shape.name, name));
const people = names.map((name, n) => {
  const needs = everyNth(names.length, n)
    .filter((typed) => lengthOf(typed) <= 200)
    .join('\n\n');
  return {
    name,
    accessNeeds: [...fitting(registrationFields.shape.accessNeeds, needs)]
      .slice(0, registrationLimits.accessNeeds.max)
      .join(''),
  };
});

let stack: Stack;
let browser: Browser;
let page: Page;
let adminPage: AdminPage;
/** Everything that happened and must not. */
const violations: string[] = [];

beforeAll(async () => {
  stack = await startStack({ demo: false, env: { FORM_LIMITS: 'off' } });
  const counsellor = await AdminClient.signIn(stack.cms.url, stack.cms.logins.counsellor);
  await counsellor.publishWorkshop(workshopFields({ capacity: 1_000 }));
  browser = await startBrowser();
  const site = await browser.newContext();
  const office = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  await watch(site, stack.site.url, violations);
  await watch(office, stack.cms.url, violations);
  page = await site.newPage();
  adminPage = new AdminPage(await office.newPage(), stack.cms.url);
  await signInContext(office, stack.cms.url, stack.cms.logins.counsellor);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('hostile text in a registration', () => {
  it('is kept on the form, sent, and shown on the private page', async () => {
    const reader = new Reader(stack.site.url);
    const tell = async ({ name, accessNeeds: needs }: { name: string; accessNeeds: string }): Promise<void> => {
      expect(
        await send(page, `${stack.site.url}/workshops/quieter-nights/register`, { name, accessNeeds: needs }),
      ).toBe(422);
      expect([
        await page.locator('[name=name]').inputValue(),
        await page.locator('[name=accessNeeds]').inputValue(),
      ]).toEqual([keptInLine(name), keptInArea(needs)]);
      const { own } = await reader.register('quieter-nights', { name, accessNeeds: needs, consent: 'on' });
      expect(await send(page, stack.site.url + own, { do: 'show' })).toBe(200);
      expect(await page.locator('dd bdi').first().textContent()).toBe(asName(name));
      expect(await paragraphsIn(page, '.facts')).toEqual(asParagraphs(needs));
    };
    for (const person of people) await tell(person);
    expect(violations).toEqual([]);
  }, 180_000);

  it('is shown in the list of participants as it was typed', async () => {
    await adminPage.page.goto(`${stack.cms.url}/admin/workshops`);
    await adminPage.page.getByRole('link', { name: 'Quieter nights' }).first().click();
    await adminPage.page.getByRole('row').nth(people.length).waitFor();
    const rows = await adminPage.page
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('bdi')].map((one) => one.textContent ?? '')).filter(([name]) => name),
      );
    expect(rows).toEqual(people.map(({ name, accessNeeds: needs }) => [asName(name), cleanText(needs)]));
    expect(violations).toEqual([]);
  });
});
