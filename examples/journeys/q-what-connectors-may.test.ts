import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { wordsOf, type JourneyLocale } from './kit/texts.ts';

const administrator = 'Karim Haddad';

/** Makes a token as the page would, for a type of the administration. */
const makeToken = (page: Page, type: string): Promise<{ readonly token: string }> =>
  page.evaluate(async (wanted) => {
    const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
    const answer = await fetch('/api/administration/connector-tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
      body: JSON.stringify({ name: wanted, types: [wanted] }),
    });
    return (await answer.json()) as { token: string };
  }, type);

interface Registration {
  readonly url: string;
  readonly token: string;
  readonly type: string;
  readonly name: string;
}

/** Says what a connector is, as its program does when it starts. */
const register = async ({ url, token, type, name }: Registration): Promise<void> => {
  const template = {
    $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
    id: `irisflow.${type}`,
    name,
    version: 1,
    description: 'Asks for a permit.',
    category: { id: 'irisflow-connectors', name: 'Connectors' },
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    groups: [{ id: 'input', label: 'Input' }],
    properties: [
      { id: 'type', type: 'Hidden', value: type, binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    ],
  };
  const inAll = <T>(one: T) => ({ fr: one, nl: one, en: one });
  const connector = { type, version: 1, title: inAll(name), templates: inAll(template), documentation: inAll(name) };
  const answer = await fetch(`${url}/api/connector/registration`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ connectors: [connector] }),
  });
  expect(answer.status, await answer.text()).toBe(200);
};

describe('journey q: which sources procedures may ask, where connectors may go, and what other systems may', () => {
  const desk = givenStaffedDesk('q');
  const openDeskAt = (address: string, locale: JourneyLocale) =>
    desk.openDesk({ name: administrator, locale, address });

  it.each(['fr', 'nl'] as const)('lets an administrator replace and revoke an authorization (%s)', async (locale) => {
    const { page, say, look, button } = await openDeskAt('administration/authorizations', locale);
    const rows = page.getByRole('table', { name: say('authorizations.standing') }).locator('tbody tr');
    await rows.first().waitFor();
    await look('authorizations');
    const before = await rows.count();

    // given a form that says what is missing
    await button(say('authorizations.grant')).click();
    await button(say('authorizations.grant')).last().click();
    await page.getByText(say('authorizations.choose')).waitFor();
    await look('authorization-missing');

    // when a source is chosen that the procedure may ask already
    await page.getByLabel(say('authorizations.procedure'), { exact: true }).selectOption('rent-allowance');
    await page.getByLabel(say('authorizations.source'), { exact: true }).selectOption('be-national-register');
    await page.getByLabel('household').uncheck();
    await look('authorization-new');
    await button(say('authorizations.grant')).last().click();
    await page.getByRole('dialog', { name: say('authorizations.replace.title') }).waitFor();
    await look('authorization-replace');
    await button(say('authorizations.replace')).click();
    await page.getByText(say('authorizations.granted.done')).waitFor();

    // then the new one stands alone, and the earlier one stays readable
    expect(await rows.count()).toBe(before);
    await page.locator('summary').click();
    await look('authorizations-ended');

    // when it is revoked
    await rows.first().getByRole('button').click();
    await look('authorization-revoke');
    await button(say('authorizations.revoke')).click();
    await page.getByText(say('authorizations.revoke.done')).waitFor();
    await expect.poll(() => rows.count()).toBe(before - 1);
    // The next language finds what the first one found.
    await button(say('authorizations.grant')).click();
    await page.getByLabel(say('authorizations.procedure'), { exact: true }).selectOption('rent-allowance');
    await page.getByLabel(say('authorizations.source'), { exact: true }).selectOption('be-national-register');
    await button(say('authorizations.grant')).last().click();
    await expect.poll(() => rows.count()).toBe(before);
  });

  it.each(['fr', 'nl'] as const)(
    'lets an administrator allow a host by keyboard, and says at the field why not (%s)',
    async (locale) => {
      const host = `parking-${locale}.example.org`;
      const { page, say, look, button } = await openDeskAt('administration/hosts', locale);
      const toast = (text: string) => page.getByText(text).waitFor();
      await page.getByText(say('hosts.empty')).waitFor();
      await look('hosts-empty');

      await button(say('hosts.add')).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel(say('hosts.connector'), { exact: true }).selectOption('http-json');
      await page.getByLabel(say('hosts.host'), { exact: true }).focus();
      await page.keyboard.type('parking.internal');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Parking');
      await page.keyboard.press('Enter');
      await page.getByText(say('hosts.refused.privateHost')).waitFor();
      await look('host-refused');

      await page.getByLabel(say('hosts.host'), { exact: true }).fill(host);
      await page.keyboard.press('Enter');
      await toast(say('hosts.add.done', { host }));
      await page.getByRole('cell', { name: host, exact: true }).waitFor();
      await look('hosts');

      await page
        .getByRole('row', { name: new RegExp(host) })
        .getByRole('button')
        .focus();
      await page.keyboard.press('Enter');
      await look('host-remove');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page
        .getByRole('row', { name: new RegExp(host) })
        .getByRole('button')
        .click();
      await button(say('admin.remove')).click();
      await toast(say('hosts.remove.done', { host }));
    },
  );

  it.each(['fr', 'nl'] as const)('shows a new token once, and revokes it (%s)', async (locale) => {
    const { page, say, look, button } = await openDeskAt('administration/connectors', locale);
    const name = `Parking ${locale}`;
    await page.getByText(say('connectors.empty')).waitFor();
    await look('connectors-empty');

    // given a form that says what is wrong
    await button(say('tokens.make')).click();
    await page.getByLabel(say('tokens.type', { place: '1' })).fill('Parking Permit');
    await button(say('tokens.make')).last().click();
    await page.getByText(say('tokens.type.wrong')).waitFor();
    await look('token-wrong');

    // when it is right
    await page.getByLabel(say('tokens.name'), { exact: true }).fill(name);
    await page.getByLabel(say('tokens.type', { place: '1' })).fill('parking-permit');
    await button(say('tokens.make')).last().click();
    await page.getByText(say('tokens.once.text')).waitFor();
    const token = await page.getByLabel(say('tokens.token'), { exact: true }).inputValue();
    expect(token).toMatch(/^ifc_/);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await look('token-made');
    await button(say('tokens.close')).click();
    expect(await button(say('tokens.make')).evaluate((made) => made === document.activeElement)).toBe(true);

    // then it is in the list, and nothing says it any more
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    expect(await page.content()).not.toContain(token);
    await look('connectors');
    await row.getByRole('button').click();
    await look('token-revoke');
    await button(say('tokens.revoke')).click();
    await page.getByText(say('tokens.revoke.done', { name })).waitFor();
  });

  it('lets another system call with a token, until it is revoked', async () => {
    const { page, say, look, button } = await openDeskAt('administration/api-tokens', 'nl');
    const name = 'Finance';
    const dialog = page.getByRole('dialog');
    await button(say('tokens.make')).waitFor();

    // given a form that says what is missing
    await button(say('tokens.make')).click();
    await button(say('tokens.make')).last().click();
    await dialog.getByText(say('apiTokens.lastDay.missing')).waitFor();
    await look('api-token-missing');

    // when it is for one thing, of one procedure, until a day
    await dialog.getByLabel(say('tokens.name'), { exact: true }).fill(name);
    await dialog.getByLabel(new RegExp(`^${say('apiTokens.scope.cases.read')}`)).check();
    await dialog
      .getByRole('group', { name: say('systems.procedures'), exact: true })
      .getByRole('checkbox')
      .first()
      .check();
    const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10).split('-').toReversed();
    const day = dialog.getByRole('group', { name: new RegExp(say('admin.lastDay')) }).getByRole('textbox');
    for (const [index, part] of inAMonth.entries()) await day.nth(index).fill(part);
    await look('api-token-new');
    await button(say('tokens.make')).last().click();
    const token = await dialog.getByLabel(say('tokens.token'), { exact: true }).inputValue();
    await look('api-token-made');
    await button(say('tokens.close')).click();

    // then it reads where cases stand, and nothing else
    const call = (path: string) => fetch(`${desk.webUrl()}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await call('/api/cases')).status).toBe(200);
    expect((await call('/api/numbers?from=2026-01-01&to=2026-12-31')).status).toBe(403);
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.waitFor();
    await look('api-tokens');

    // and nothing at all once it is revoked
    await row.getByRole('button', { name: new RegExp(`^${say('tokens.revoke')}`) }).click();
    await look('api-token-revoke');
    await button(say('tokens.revoke')).click();
    await page.getByText(say('tokens.revoke.done', { name })).waitFor();
    expect((await call('/api/cases')).status).toBe(401);
  });

  it('tells another system what happens', async () => {
    const { page, say, look, button } = await openDeskAt('administration/api-tokens', 'fr');
    const name = `Finance ${randomUUID().slice(0, 8)}`;
    const dialog = page.getByRole('dialog');

    // when it is to be told what happens
    await page.getByRole('link', { name: say('webhooks'), exact: true }).click();
    await button(say('webhooks.make')).click();
    await dialog.getByLabel(say('webhooks.name'), { exact: true }).fill(name);
    await dialog.getByLabel(say('webhooks.url'), { exact: true }).fill('https://169.254.169.254/');
    await dialog.getByLabel(say('webhooks.event.case.opened')).check();
    await dialog.getByLabel(say('systems.which.all')).check();
    await button(say('webhooks.make')).last().click();
    await dialog.getByText(say('webhooks.url.privateHost')).waitFor();
    await look('webhook-refused');
    await dialog.getByLabel(say('webhooks.url'), { exact: true }).fill('https://hooks.invalid.example/');
    await button(say('webhooks.make')).last().click();
    await dialog.getByText(say('webhooks.secret.once.text')).waitFor();
    await look('webhook-secret');
    await button(say('webhooks.secret.close')).click();
    await page.getByRole('link', { name }).waitFor();
    await look('webhooks');

    // then a trial says that nobody hears it (a slow name server says so too late), and when it is tried again
    await page.getByRole('link', { name }).click();
    await button(say('webhooks.trial')).click();
    const unheard = page
      .getByText(say('webhooks.trouble.unreachable'))
      .or(page.getByText(say('webhooks.trouble.timeout')));
    await unheard.waitFor({ timeout: 40_000 });
    await look('webhook');
    await button(say('admin.remove')).click();
    await look('webhook-remove');
    await button(say('admin.remove')).last().click();
    await page.getByText(say('webhooks.remove.done', { name })).waitFor();
    await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name, exact: true }).count()).toBe(0);
  });

  it.each(['fr', 'nl'] as const)(
    'offers analysts a connector that was registered, and its page, after a reload (%s)',
    async (locale) => {
      // Of its own for each try: what was registered stays.
      const once = randomUUID().slice(0, 6);
      const type = `brussels-housing.permit-${locale}-${once}`;
      const name = `Permit ${locale} ${once}`;
      const { page, look, button, say: sayAtDesk } = await openDeskAt('administration/connectors', locale);
      const say = wordsOf('designer', locale);
      await page.getByText(sayAtDesk('connectors.lead')).waitFor();
      const { token } = await makeToken(page, type);

      // given a designer that is open before the connector is there
      const diagram = page.locator('.djs-shape').first();
      await page.goto(`${desk.webUrl()}/designer/procedures/rent-allowance/files/rent-allowance.bpmn`);
      await diagram.waitFor();
      const offers = async () => {
        await page.locator('.djs-container svg').first().focus();
        await page.keyboard.press('n');
        await page.locator('.djs-popup input').fill(name);
        const count = await page.locator('.djs-popup .entry').filter({ hasText: name }).count();
        await page.keyboard.press('Escape');
        return count;
      };
      expect(await offers()).toBe(0);

      // when its program registers it
      await register({ url: desk.webUrl(), token, type, name });

      // then it is offered after a reload, also where a list names it twice
      await page.reload();
      await diagram.waitFor();
      await expect.poll(offers, { timeout: 15_000 }).toBe(1);
      await page.route('**/api/designer/element-templates*', async (route) => {
        const answer = await route.fetch();
        const templates = (await answer.json()) as unknown[];
        await route.fulfill({ response: answer, json: [...templates, ...templates] });
      });
      await page.reload();
      await diagram.waitFor();
      await expect.poll(offers, { timeout: 15_000 }).toBe(1);

      // and the page of a connector opens beside its task
      await button(say('process.fit')).click();
      await page.locator('.djs-element[data-element-id="consult-household"] .djs-hit').first().click();
      await button(say('connector.documentation')).click();
      await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
      await look('connector-page');
      await button(say('connector.close')).click();
    },
  );
});
