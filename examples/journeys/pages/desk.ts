import type { Page } from 'playwright-core';
import type { Hand } from '../kit/hand.ts';
import type { Installation } from '../kit/irisflow-process.ts';
import { formWords, wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { fieldsOf } from './fields.ts';

export interface DeskParts {
  readonly page: Page;
  readonly hand: Hand;
  readonly locale: JourneyLocale;
  readonly installation: Installation;
  readonly look: (screen: string) => Promise<void>;
}

/** What a clerk does at the desk, in the words of the screen. */
export const openDesk = ({ page, hand, locale, installation, look }: DeskParts) => {
  const say = wordsOf('desk', locale);
  const fields = fieldsOf(page, hand, locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const address = (path: string) => `${installation.webUrl}/desk${path}`;

  /** Opens the task of a case from the list of what nobody has taken. */
  const openTask = async (reference: string) => {
    await page.goto(address('/?view=unassigned'));
    const link = page
      .getByRole('link', { name: new RegExp(reference) })
      .or(page.getByRole('row', { name: new RegExp(reference) }).getByRole('link'));
    // What a killed server was doing for the case is offered again when the time limit of its job is over.
    await link.first().waitFor({ timeout: 90_000 });
    await look('worklist');
    await hand.press(link.first());
    await button(say('claim.open')).waitFor();
  };

  /** Opens the file of a case from the list of cases. */
  const openCase = async (reference: string) => {
    await page.goto(address(`/cases?search=${reference}`));
    await hand.press(page.getByRole('row', { name: new RegExp(reference) }).getByRole('link'));
    await page.getByRole('heading', { level: 2, name: say('file.timeline') }).waitFor();
  };

  const complete = async () => {
    await hand.press(button(say('complete')));
    const confirm = button(say('complete.confirm'));
    await confirm.waitFor();
    await look('task-confirm');
    await hand.press(confirm);
    await confirm.waitFor({ state: 'detached' });
  };

  return {
    say,
    fields,
    openTask,
    openCase,
    look,
    complete,
    signIn: async (name: string) => {
      await page.goto(address('/sign-in'));
      const signInTitle = page.getByRole('heading', { level: 1, name: say('signIn.title') });
      await signInTitle.waitFor();
      await look('sign-in');
      await hand.press(page.getByRole('button', { name: say('signIn.as', { name }) }));
      await signInTitle.waitFor({ state: 'detached' });
    },
    claim: async () => {
      await hand.press(button(say('claim.open')));
      await button(say('complete')).waitFor();
    },
    /** Proposes what the decision table proposed. */
    propose: async () => {
      await look('task-instruct');
      await complete();
    },
    proposeRefusal: async (motivation: string) => {
      const form = formWords('instruct', locale);
      await fields.text(form('motivation.label'), motivation);
      await look('task-refuse');
      await complete();
    },
    approve: async () => {
      const form = formWords('validate', locale);
      await fields.choice(form('validation.label'), form('validation.approve'));
      await look('task-validate');
      await complete();
    },
  };
};

export type Desk = ReturnType<typeof openDesk>;
