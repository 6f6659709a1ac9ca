import type { Page } from 'playwright-core';
import type { Hand } from '../kit/hand.ts';
import type { Installation } from '../kit/irisflow-process.ts';
import { wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { fieldsOf } from './fields.ts';

export interface DesignerParts {
  readonly page: Page;
  readonly hand: Hand;
  readonly locale: JourneyLocale;
  readonly installation: Installation;
  readonly lookOnce: (screen: string) => Promise<void>;
}

const procedure = '/designer/procedures/rent-allowance';

/** What an analyst does in the designer, in the words of the screen. */
export const openDesigner = ({ page, hand, locale, installation, lookOnce }: DesignerParts) => {
  const say = wordsOf('designer', locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const goto = async (path: string) => void (await page.goto(`${installation.webUrl}${path}`));
  const fields = fieldsOf(page, hand, locale);
  const saved = () => page.getByText(say('list.changed'), { exact: true }).first().waitFor();
  /** Says why in the dialog that is open, and goes through with it. */
  const justify = async (action: string, reason: string, category = 'incident') => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: say('justification.category') }).selectOption(category);
    await hand.fill(dialog.getByRole('textbox', { name: say('instance.reason') }), reason);
    await hand.press(dialog.getByRole('button', { name: action, exact: true }));
    await dialog.waitFor({ state: 'hidden' });
  };

  return {
    say,
    signIn: async (name: string) => {
      await goto('/designer/');
      await hand.press(button(say('signIn.as', { name })));
      await page.getByRole('heading', { level: 1, name: say('nav.procedures') }).waitFor();
      await lookOnce('procedures');
    },
    /** What the procedure is to people: its texts, terms and steps. */
    openSettings: async () => {
      await goto(`${procedure}/files/procedure.json`);
      await hand.press(page.getByRole('tab', { name: say('settings.lists') }));
      await page.getByText(say('settings.term.example')).first().waitFor();
      await lookOnce('settings');
      await hand.press(page.getByRole('tab', { name: say('settings.page') }));
      await page.getByText(say('settings.searchWordsHint')).waitFor();
      await lookOnce('settings-page');
    },
    openProcess: async () => {
      await goto(`${procedure}/files/rent-allowance.bpmn`);
      // A drawing of two hundred elements takes a busy machine its time.
      await page.locator('.djs-shape').first().waitFor({ timeout: 90_000 });
      await lookOnce('process');
    },
    /** Shows what the procedure adds to a task of the diagram: its form, language, checklist. */
    openTaskPanel: async (id: string) => {
      await hand.press(button(say('process.fit')));
      await page.locator(`.djs-element[data-element-id="${id}"] .djs-hit`).first().click();
      await page.getByRole('region', { name: say('task.checklist') }).waitFor();
      await lookOnce('task-panel');
    },
    /** Makes another kind of gateway of one on the canvas, as its menu offers. */
    changeGateway: async (id: string, kind: 'parallel' | 'exclusive') => {
      await hand.press(button(say('process.fit')));
      await page.locator(`.djs-element[data-element-id="${id}"] .djs-hit`).first().click();
      await page.locator('.djs-context-pad .entry[data-action="replace"]').click();
      await page.locator(`.djs-popup .entry[data-id="replace-with-${kind}-gateway"]`).click();
    },
    openProblems: async (name: RegExp) => {
      const opener = page.getByRole('button', { name });
      await opener.waitFor();
      await hand.press(opener);
      await page.getByRole('region', { name: say('problems.title') }).waitFor();
    },
    /** Watches how it comes to the first problem that can be shown, step by step; answers the steps as they read. */
    watchStory: async (): Promise<readonly string[]> => {
      await hand.press(page.getByRole('button', { name: new RegExp(`^${say('story.show')}`) }).first());
      const story = page.getByRole('region', { name: say('story.title') });
      await story.waitFor();
      const next = button(say('story.next'));
      while (await next.isEnabled()) await hand.press(next);
      await lookOnce('story');
      return story.getByRole('listitem').allInnerTexts();
    },
    closeStory: () => hand.press(button(say('story.close'))),
    undo: () => hand.press(page.getByRole('button', { name: say('process.undo') })),
    /** Replaces the formula of one cell of a decision table. */
    changeCell: async (table: string, from: string, to: string) => {
      await goto(`${procedure}/files/rent-allowance.dmn`);
      await hand.press(button(table));
      await hand.press(page.getByRole('grid').getByRole('button', { name: from }).first());
      await hand.fill(page.getByRole('textbox', { name: say('decision.feelResult') }), to);
      await hand.press(button(say('decision.done')));
      await page.getByRole('grid').getByRole('button', { name: to }).first().waitFor();
      await saved();
      await lookOnce('decision');
    },
    changeLabel: async (field: string, language: string, to: string) => {
      await goto(`${procedure}/files/application.form.json`);
      // The palette shows what a number of the kind looks like.
      await page.getByText('1-ABC-123').waitFor({ state: 'attached' });
      await hand.press(page.getByRole('button', { name: new RegExp(`^${field}`) }).first());
      await hand.fill(page.getByRole('textbox', { name: `${say('form.label')}, ${language}` }), to);
      await page
        .getByRole('button', { name: new RegExp(`^${to}`) })
        .first()
        .waitFor();
      await lookOnce('form');
    },
    /** Scenarios of before that go otherwise now want a reason. */
    publish: async (note: string, version: string, reason: string) => {
      await hand.press(button(say('publish.button')).first());
      const dialog = page.getByRole('dialog', { name: say('publish.title') });
      await hand.fill(dialog.getByRole('textbox', { name: new RegExp(`^${say('publish.note')}`) }), note);
      const why = dialog.getByRole('textbox', { name: new RegExp(`^${say('publish.reason')}`) });
      await why.waitFor({ timeout: 120_000 });
      // Each of them is played first.
      await dialog.getByText(say('publish.playing')).waitFor({ state: 'hidden', timeout: 180_000 });
      await hand.fill(why, reason);
      await lookOnce('publish');
      const confirm = dialog.getByRole('button', { name: say('publish.confirm'), exact: true, disabled: false });
      await confirm.waitFor({ timeout: 180_000 });
      await hand.press(confirm);
      // The platform plays them too.
      await page.getByText(say('publish.done', { version })).first().waitFor({ timeout: 120_000 });
    },
    /** Approves the reasons for asking about others that a colleague published. */
    approve: async (version: string) => {
      await goto(`${procedure}/versions`);
      await button(say('approval.approve')).first().waitFor();
      await lookOnce('versions');
      await hand.press(button(say('approval.approve')).first());
      const dialog = page.getByRole('dialog', { name: say('approval.title', { version }) });
      await dialog.getByRole('listitem').first().waitFor();
      await lookOnce('approval');
      await hand.press(dialog.getByRole('button', { name: say('approval.approve'), exact: true }));
      await page.getByText(say('approval.approved', { version })).first().waitFor();
    },
    /** Asks that nobody begins the procedure from today on, for a page on the web instead. */
    askEnd: async ({ today, until, url, reason }: { today: string; until: string; url: string; reason: string }) => {
      await goto(`${procedure}/versions`);
      await hand.press(button(say('retire.title')));
      const dialog = page.getByRole('dialog', { name: say('retire.title') });
      await fields.date(say('retire.closesOn'), today);
      await fields.date(say('retire.draftsUntil'), until);
      await fields.choice(say('retire.instead'), say('retire.instead.web'));
      await fields.text(say('retire.url'), url);
      await fields.text(say('retire.reason'), reason);
      await lookOnce('end');
      await hand.press(dialog.getByRole('button', { name: say('retire.ask') }));
      await page.getByText(say('retire.waitsForOther')).waitFor();
      await lookOnce('end-asked');
    },
    /** Approves what of the end of the procedure waits, as a second person. */
    approveEnd: async (
      title: 'retire.approveEnd' | 'retire.approveReturn',
      done: 'retire.approved' | 'retire.isBack',
    ) => {
      await goto(`${procedure}/versions`);
      await hand.press(button(say('retire.approve')));
      const dialog = page.getByRole('dialog', { name: say(title) });
      await lookOnce(title.replace('retire.', 'end-'));
      await hand.press(dialog.getByRole('button', { name: say('retire.approve') }));
      await page.getByText(say(done)).first().waitFor();
    },
    /** The list, where what has ended stands apart. */
    seeEnded: async () => {
      await goto('/designer/');
      await page.getByRole('table', { name: say('retire.list') }).waitFor();
      await lookOnce('procedures-ended');
    },
    /** Asks that the procedure goes on after all. */
    askReturn: async (reason: string) => {
      await goto(`${procedure}/versions`);
      await hand.press(button(say('retire.back')));
      await fields.text(say('retire.reason'), reason);
      await hand.press(page.getByRole('dialog').getByRole('button', { name: say('retire.back') }));
      await page.getByText(say('retire.waitsForOther')).waitFor();
      await lookOnce('end-asked-back');
    },
    openInstanceWithIncident: async (reference: string) => {
      await goto(`${procedure}/instances`);
      await hand.choose(page.getByRole('checkbox', { name: say('instance.onlyIncidents') }));
      const link = page.getByRole('link', { name: reference }).first();
      await link.waitFor();
      await lookOnce('instances');
      await hand.press(link);
      await button(say('incident.retry')).first().waitFor();
      await lookOnce('instance');
    },
    /** Lets the instance in view rest, and looks at it. */
    suspendInstance: async (reason: string) => {
      await hand.press(button(say('instance.suspend')));
      await justify(say('instance.suspend'), reason);
      await button(say('instance.resume')).waitFor();
      await lookOnce('instance-suspended');
    },
    resumeInstance: async (reason: string) => {
      await hand.press(button(say('instance.resume')));
      await justify(say('instance.resume'), reason);
      await button(say('instance.suspend')).waitFor();
    },
    openInstance: async (reference: string) => {
      await goto(`${procedure}/instances`);
      await hand.press(page.getByRole('link', { name: reference }).first());
      await page.getByText(say('mask.on')).waitFor();
      await page.locator('.masked summary').first().click();
      await lookOnce('instance-masked');
    },
    /** Lifts the masks of the instance in view, and looks at the question and at what it shows. */
    unmask: async (reason: string) => {
      await hand.press(button(say('mask.show')));
      await page.getByRole('dialog').waitFor();
      await lookOnce('unmask');
      await justify(say('mask.show'), reason, 'control');
      await button(say('mask.again')).waitFor();
      await lookOnce('instance-unmasked');
    },
    /** Puts another value in place of a variable; what is not saved is asked about before it is lost. */
    correct: async (name: string, value: string, reason: string) => {
      await hand.press(button(say('variable.edit', { name })));
      const dialog = page.getByRole('dialog', { name: say('variable.edit', { name }) });
      await hand.fill(dialog.getByRole('textbox', { name: say('variable.value') }), value);
      await page.keyboard.press('Escape');
      await lookOnce('correct-lost');
      await hand.press(button(say('justification.goOn')));
      await justify(say('variable.save'), reason, 'wrongData');
      await page.getByText(say('variable.saved', { name })).first().waitFor();
    },
    maskAgain: async () => {
      await hand.press(button(say('mask.again')));
      await button(say('mask.show')).waitFor();
    },
    retryIncident: async (reason: string) => {
      await hand.press(button(say('incident.retry')).first());
      await justify(say('incident.retry'), reason);
    },
  };
};

export type Designer = ReturnType<typeof openDesigner>;
