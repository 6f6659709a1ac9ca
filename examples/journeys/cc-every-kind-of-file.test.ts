import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differingFrom, editEveryKind, readDraft } from './flows/every-kind-of-file.ts';
import { mouse } from './kit/hand.ts';
import { guardTyping } from './kit/typing-guard.ts';
import type { JourneyLocale } from './kit/texts.ts';
import { openWorld, type World } from './kit/world.ts';
import { openBuilder } from './pages/builder/builder.ts';

const karim = { analyst: 'Karim Haddad', locale: 'fr' } as const;
const els = { analyst: 'Els Janssens', locale: 'nl' } as const;

/** The five procedures, by whoever draws them, in their language. */
const procedures = [
  { key: 'rent-allowance', ...karim },
  { key: 'vehicle-registration', ...els },
  { key: 'european-subsidy', ...karim },
  { key: 'taxi-operating-authorization', ...els },
  { key: 'administrative-fine', ...karim },
] as const;

describe('journey cc: every kind of file of the five procedures', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({ store: 'embedded' });
  });
  afterAll(() => world?.close());

  const openAnalyst = async (name: string, locale: JourneyLocale, key: string) => {
    const { installation } = world;
    const { page, signIn } = await world.analyst({ journey: `cc-${key}`, locale });
    await signIn(name);
    const guard = await guardTyping(page);
    const builder = openBuilder({ page, hand: mouse, locale, installation, lookOnce: async () => undefined }, key);
    await page.goto(`${installation.webUrl}/designer/procedures/${key}`);
    return { page, guard, builder };
  };

  it.each(procedures)('$key is edited in each of them and published anew, without a source view', async (one) => {
    // given somebody who opens a procedure that is published
    const { key, analyst, locale } = one;
    const { webUrl } = world.installation;
    const { page, guard, builder } = await openAnalyst(analyst, locale, key);
    const before = await readDraft(page, webUrl, key);
    expect(differingFrom(key, before)).toEqual([]);

    // when one thing is changed in one file of each kind
    const changed = await editEveryKind(builder, before);
    // then that is what is saved, and no other file has another byte
    await expect.poll(async () => differingFrom(key, await readDraft(page, webUrl, key))).toEqual(changed);
    // and it is published without an error
    await builder.expectNoErrors();
    await builder.publish('Relu', '2');
    expect(guard.typed).toEqual([]);
  });

  it('story 6: an obligation calendar with its rhythm and its ladder is seen as the plan of a sample project (fr)', async () => {
    // given the obligation to report each summer
    const { page, guard, builder } = await openAnalyst(karim.analyst, karim.locale, 'european-subsidy');
    const { say } = builder;
    await page.goto(`${page.url()}/files/report-summer.obligation.json`);
    const plan = page.getByRole('region', { name: say('obligation.plan'), exact: true });
    await plan.getByRole('img').waitFor();
    await plan.getByText(say('obligation.planTable'), { exact: true }).click();
    const reports = plan.getByRole('row', { name: /Rapport du premier semestre/ });
    expect(await reports.count()).toBe(2);

    // when it comes back every quarter instead
    await page
      .getByRole('combobox', { name: say('obligation.every'), exact: true })
      .selectOption({ label: say('obligation.every.quarter') });
    // then two years have eight of them, each with the steps that follow when nothing comes, beside the other obligations of the right
    await expect.poll(() => reports.count()).toBe(8);
    expect(await reports.first().innerText()).toMatch(
      /Rappel \(.+\), Mise en demeure \(.+\), Suspension des paiements \(/,
    );
    expect(await plan.getByRole('row', { name: /Rapport du second semestre/ }).count()).toBeGreaterThan(0);
    expect(guard.typed).toEqual([]);
  });
});
