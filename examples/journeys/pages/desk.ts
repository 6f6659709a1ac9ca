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
  /** The same for a screen that many journeys pass: one of them looks, once a run and language. */
  readonly lookOnce: (screen: string) => Promise<void>;
}

/** What a clerk does at the desk, in the words of the screen. */
export const openDesk = ({ page, hand, locale, installation, look, lookOnce }: DeskParts) => {
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
    await lookOnce('worklist');
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
    await lookOnce('task-confirm');
    await hand.press(confirm);
    await confirm.waitFor({ state: 'detached' });
  };

  return {
    hand,
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
      await lookOnce('sign-in');
      await hand.press(page.getByRole('button', { name: say('signIn.as', { name }) }));
      await signInTitle.waitFor({ state: 'detached' });
    },
    /** Takes cases of an earlier system over from a file: those that hold are filed as closed. */
    importFile: async ({ name, text }: { readonly name: string; readonly text: string }) => {
      await page.goto(address('/case-imports/new'));
      await page.getByRole('heading', { level: 1, name: say('caseImports.new') }).waitFor();
      await page.locator('#import-procedure').selectOption('rent-allowance');
      await page.getByRole('link', { name: say('caseImports.template') }).waitFor();
      await look('import-new');
      const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.locator('input[type=file]').setInputFiles(file);
      await hand.press(button(say('caseImports.upload.go')));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await hand.press(button(say('caseImports.check')));
      await page.getByText(say('caseImports.state.checked'), { exact: true }).waitFor({ timeout: 60_000 });
      await look('import-checked');
      const start = say('caseImports.start.one').replace('{count}', '1');
      await hand.press(button(start));
      await hand.press(page.getByRole('dialog').getByRole('button', { name: start }));
      await page.getByText(say('caseImports.state.finished'), { exact: true }).waitFor({ timeout: 60_000 });
      await look('import-finished');
    },
    claim: async () => {
      await hand.press(button(say('claim.open')));
      await button(say('complete')).waitFor();
    },
    /** Lets the step at which the case stands still try again, as every clerk may; only supervisors resolve it. */
    retryStep: async () => {
      const retry = button(say('incident.retry'));
      await retry.waitFor({ timeout: 60_000 });
      if ((await button(say('incident.resolve')).count()) > 0)
        throw new Error('Expected only supervisors to resolve a step, but a clerk is offered to');
      await look('case-standstill');
      await hand.press(retry);
      await page.getByText(say('incident.goesOn')).waitFor();
    },
    /** Ticks a point of the checklist beside the form and remarks on it. */
    tickPoint: async (name: RegExp, remark: string) => {
      const list = page.getByRole('region', { name: new RegExp(`^${say('checklist')}`) });
      await hand.choose(list.getByRole('checkbox', { name }));
      await hand.press(list.getByRole('button', { name: new RegExp(name.source) }).first());
      await hand.fill(list.getByRole('textbox'), remark);
      await hand.press(button(say('checklist.remark.save')));
      await list.getByText(remark).first().waitFor();
    },
    /** Proposes what the decision table proposed. */
    propose: async () => {
      await lookOnce('task-instruct');
      await complete();
    },
    /** Takes a paragraph for the refusals of a procedure into the library, in both languages. */
    addParagraph: async ({ key, fr, nl }: { readonly key: string; readonly fr: string; readonly nl: string }) => {
      await page.goto(address('/paragraphs/new'));
      const language = { fr: 'Français', nl: 'Nederlands' };
      await page.getByLabel(say('paragraph.key'), { exact: true }).fill(key);
      for (const [one, text] of [
        ['fr', fr],
        ['nl', nl],
      ] as const) {
        await page.getByLabel(say('paragraph.title.in', { language: language[one] })).fill(key);
        await page.getByLabel(say('paragraph.text.in', { language: language[one] })).fill(text);
      }
      await page.getByRole('checkbox', { name: say('status.refused') }).check();
      await page.getByText('XX-0000-000000-00').first().waitFor();
      await look('paragraph-new');
      await hand.press(button(say('paragraph.add')));
      await page.getByRole('heading', { name: say('paragraph.history') }).waitFor();
      await page.goto(address('/paragraphs'));
      await page.getByRole('link', { name: key }).waitFor();
      await look('paragraphs');
      await page.getByRole('link', { name: key }).click();
      await page.getByRole('heading', { name: say('paragraph.history') }).waitFor();
      await page.getByRole('button', { name: /^FR,/ }).click();
      await page.getByRole('heading', { name: wordsOf('desk', 'fr')('paragraph.history') }).waitFor();
      await look('paragraph-fr');
      await page.getByRole('button', { name: new RegExp(`^${locale.toUpperCase()},`) }).click();
    },
    /** Puts a paragraph of the library into the motivation. */
    insertParagraph: async (title: string) => {
      const field = formWords('instruct', locale)('motivation.label');
      await hand.press(page.getByRole('button', { name: new RegExp(`^${say('paragraph.pick.open')}.*${field}`) }));
      const dialog = page.getByRole('dialog');
      await hand.choose(dialog.getByRole('radio', { name: new RegExp(title) }));
      await look('paragraph-pick');
      await hand.press(dialog.getByRole('button', { name: say('paragraph.insert'), exact: true }));
      await dialog.waitFor({ state: 'detached' });
    },
    /** Writes the first paragraph of the letter that follows otherwise. */
    editLetter: async (text: string) => {
      await hand.press(page.getByRole('button', { name: new RegExp(`^${say('letter.edit')}`) }).first());
      await hand.fill(page.getByLabel(say('letter.part')), text);
      await look('letter-editing');
      await hand.press(button(say('letter.part.save')));
      await page.getByText(say('letter.changes')).waitFor();
      await look('letter-edited');
    },
    motivation: () => page.getByLabel(formWords('instruct', locale)('motivation.label')).inputValue(),
    proposeRefusal: async (motivation: string) => {
      const form = formWords('instruct', locale);
      await fields.text(form('motivation.label'), motivation);
      await lookOnce('task-refuse');
      await complete();
    },
    /** Ticks the tasks of some cases in the list of the team. */
    tickAll: async (references: readonly string[]) => {
      await page.goto(address('/?view=team'));
      for (const reference of references) {
        const tick = page.getByRole('checkbox', { name: new RegExp(reference) });
        await tick.waitFor({ timeout: 60_000 });
        await hand.choose(tick);
      }
    },
    /** Ticks in the list that is open from one task to another, with the shift key. */
    tickStretch: async (references: readonly string[]) => {
      for (const [index, reference] of references.entries()) {
        const tick = page.getByRole('checkbox', { name: new RegExp(reference) });
        await tick.waitFor({ timeout: 60_000 });
        await tick.click(index === 0 ? {} : { modifiers: ['Shift'] });
      }
      await page.getByText(say('bulk.selected.other', { count: String(references.length) })).waitFor();
    },
    /** Lets the change of a source that is shown count from the month that is proposed. */
    acceptChange: async () => {
      await hand.press(button(say('change.accept')));
      const dialog = page.getByRole('dialog');
      await look('change-accept');
      await hand.press(dialog.getByRole('button', { name: say('change.accept') }));
      await page.getByText(say('change.settled.one', { count: '1' })).waitFor();
    },
    /** Draws up a view of what has at least so much in a field of the application, shows that field, and shares it. */
    drawUpView: async ({ field, atLeast, name }: { field: string; atLeast: string; name: string }) => {
      await page.goto(address('/views/new'));
      const picked = async (opening: string) => {
        await hand.press(button(say(opening)));
        const picker = page.getByRole('dialog');
        await hand.fill(picker.getByLabel(say('views.fields.search')), field);
        await look(`view-${opening.split('.')[1]}`);
        await hand.press(picker.getByRole('button', { name: new RegExp(`^${field}`) }).first());
      };
      await picked('views.condition.add');
      await hand.fill(page.getByLabel(`${field}, ${say('views.operator.atLeast')}`), atLeast);
      await hand.press(page.getByText(say('views.columns.count.other', { count: '5' })));
      await picked('views.column.add');
      await page.getByRole('columnheader', { name: field }).waitFor();
      await look('view-new');
      await hand.press(button(say('views.save')));
      const dialog = page.getByRole('dialog');
      await hand.fill(dialog.getByRole('textbox', { name: say('views.name') }), name);
      await hand.choose(dialog.getByRole('checkbox', { name: say('views.share') }));
      await look('view-save');
      await hand.press(dialog.getByRole('button', { name: say('views.save') }));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await look('view-saved');
    },
    /** Opens a view that a colleague shared, with its columns in the words of the reader. */
    openView: async (name: string, column: string) => {
      await page.goto(address('/?view=team'));
      await hand.press(page.getByRole('link', { name: new RegExp(`^${name}`) }));
      await page.getByRole('columnheader', { name: column }).waitFor();
      await look('view-shared');
      await hand.press(page.getByText(say('views.filter.count.one', { count: '1' })));
      await look('view-shared-filter');
    },
    decideTogether: async () => {
      await hand.press(button(say('bulk.decide')));
      await button(say('bulk.continue')).waitFor({ timeout: 60_000 });
    },
    confirmTogether: async () => {
      await hand.press(button(say('bulk.continue')));
      await page.getByRole('dialog').waitFor();
      await look('bulk-confirm');
      await hand.press(page.getByRole('dialog').getByRole('button').first());
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    },
    /** Notes that a colleague is away, and gives their tasks to others. */
    standInFor: async (name: string) => {
      await page.goto(address('/absences'));
      await hand.press(button(say('absence.record')));
      const dialog = page.getByRole('dialog');
      await hand.select(dialog.getByLabel(say('absence.who')), name);
      const [day, month, year] = await dialog
        .getByRole('group', { name: say('absence.to') })
        .getByRole('textbox')
        .all();
      const [years = '', months = '', days = ''] = new Date(Date.now() + 90 * 86_400_000)
        .toISOString()
        .slice(0, 10)
        .split('-');
      if (day === undefined || month === undefined || year === undefined)
        throw new Error('Expected a date in three boxes');
      await hand.fill(day, days);
      await hand.fill(month, months);
      await hand.fill(year, years);
      await look('absence-record');
      await hand.press(dialog.getByRole('button', { name: say('absence.record') }));
      await dialog.waitFor({ state: 'detached' });
      await look('absences');
      await hand.press(page.getByRole('link', { name: new RegExp(name) }));
      await page.getByRole('heading', { name: say('reassign.receivers') }).waitFor();
      await look('reassign');
      await page.getByRole('button', { name: /^FR,/ }).click();
      await page.getByRole('heading', { name: wordsOf('desk', 'fr')('reassign.receivers') }).waitFor();
      await look('reassign-fr');
      await page.getByRole('button', { name: new RegExp(`^${locale.toUpperCase()},`) }).click();
      await hand.press(page.getByRole('button', { name: new RegExp(say('reassign.go.one', { count: '1' })) }));
      await hand.press(page.getByRole('dialog').getByRole('button').first());
      await page.getByText(say('reassign.done.one', { count: '1' })).waitFor();
    },
    /** Lets a colleague do the tasks of one of my groups in my name for a month. */
    delegateTo: async (name: string, group: string) => {
      await page.goto(address('/delegations'));
      await hand.press(button(say('delegation.give')));
      const dialog = page.getByRole('dialog');
      await hand.select(dialog.getByLabel(say('delegation.who')), name);
      await hand.press(dialog.getByRole('checkbox', { name: group }));
      await fields.date(say('delegation.to'), new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
      for (const language of ['fr', 'nl', 'en'] as const)
        await fields.text(say(`delegation.capacity.${language}`), language === 'fr' ? 'Attachée' : 'Attaché');
      await fields.text(say('delegation.instrument'), 'AM 12.03.2026, art. 4');
      await look('delegation-give');
      await hand.press(dialog.getByRole('button', { name: say('delegation.give') }));
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('cell', { name, exact: true }).waitFor();
      await look('delegations');
    },
    /** Asks the applicant of the open case something. */
    ask: async (question: string) => {
      await fields.text(say('message.write'), question);
      await hand.press(page.getByRole('checkbox', { name: say('message.asks') }));
      await hand.press(button(say('message.send')));
      await page.getByText(say('message.waits')).waitFor();
    },
    /** Asks a register again from the file of a case. */
    askAgain: async (source: string) => {
      await hand.press(button(say('facts.askAgain', { source })));
      await page.getByText(say('facts.askedAgain', { outcome: say('consultation.answered') })).waitFor();
    },
    /** Shows only what contradicts, has changed or was reported. */
    filterFacts: (label: RegExp) => hand.press(page.getByRole('radio', { name: label })),
    /** Looks for whoever read anything about a number, in years that hold every journey. */
    searchTraces: async (nationalNumber: string) => {
      await page.goto(address('/privacy/traces'));
      await fields.text(say('traces.number'), nationalNumber);
      await fields.date(say('traces.from'), '2020-01-01');
      await fields.date(say('traces.to'), '2090-12-31');
      await hand.press(button(say('traces.search')));
    },
    openRetention: async () => {
      await hand.press(page.getByRole('link', { name: say('retention'), exact: true }));
      await page.getByRole('heading', { level: 2, name: say('retention.destructions') }).waitFor();
    },
    openHolds: () => hand.press(page.getByRole('link', { name: say('holds'), exact: true })),
    /** Has a restricted answer of the open case shown, and says why. */
    showAnswer: async (label: string, reason: string) => {
      await hand.press(button(say('restricted.show.of', { label })));
      const dialog = page.getByRole('dialog');
      await hand.fill(dialog.getByRole('textbox', { name: say('reason') }), reason);
      await look('unmask-answer');
      await hand.press(dialog.getByRole('button', { name: say('restricted.show') }));
      await button(say('restricted.hide.of', { label })).waitFor();
    },
    /** Stops the destruction of the open case. */
    holdCase: async (reason: string) => {
      await hand.press(button(say('hold.place')));
      const dialog = page.getByRole('dialog');
      await look('hold-dialog');
      await hand.fill(dialog.getByRole('textbox', { name: say('reason') }), reason);
      await hand.press(dialog.getByRole('button', { name: say('hold.place') }));
      await page.getByText(say('hold.stops.case')).waitFor();
    },
    /** Reopens the open case; its process may still be writing its last letter. */
    reopen: async (reason: string) => {
      await hand.press(button(say('reopening.do')));
      const dialog = page.getByRole('dialog');
      await look('reopening-dialog');
      await fields.choice(say('reopening.ground'), say('reopening.ground.error'));
      await hand.fill(dialog.getByRole('textbox', { name: say('reason') }), reason);
      const notice = page.getByText(`${say('reopening.done')} · ${say('reopening.ground.error')}`);
      const go = dialog.getByRole('button', { name: say('reopening.do') });
      for (let tries = 0; tries < 20 && !(await notice.isVisible()); tries += 1) {
        // While the platform is asked it cannot be pressed, and with the answer it is gone.
        if (await go.isEnabled({ timeout: 1000 }).catch(() => false)) await hand.press(go);
        await notice.waitFor({ timeout: 1000 }).catch(() => undefined);
      }
      await look('case-reopened');
    },
    /** Says what was done on a reopened case, which closes it again. */
    finishReopened: async (done: string) => {
      await hand.fill(page.getByRole('textbox').last(), done);
      await look('task-reopened');
      await hand.press(button(say('complete')));
      await button(say('complete')).waitFor({ state: 'detached' });
    },
    /** Proposes the open case to another administration. */
    proposeTransfer: async (reason: string) => {
      await hand.press(button(say('transfer.do')));
      const dialog = page.getByRole('dialog');
      const to = dialog.getByRole('combobox', { name: say('transfer.to') });
      await to.selectOption({ index: 1 });
      await hand.fill(dialog.getByRole('textbox', { name: say('transfer.reason') }), reason);
      await look('transfer-dialog');
      await hand.press(dialog.getByRole('button', { name: say('transfer.propose') }));
      await page.getByText(say('transfer.state.proposed')).waitFor();
      await look('case-transfer');
    },
    /** Refuses what another administration proposed: the other one reads why. */
    refuseTransfer: async (reason: string) => {
      await page.goto(address('/transfers'));
      await button(say('transfer.refuse')).waitFor();
      await look('transfers');
      await hand.press(button(say('transfer.refuse')));
      const dialog = page.getByRole('dialog');
      await hand.fill(dialog.getByRole('textbox'), reason);
      await hand.press(dialog.getByRole('button', { name: say('transfer.refuse') }));
      await page.getByText(say('transfer.state.refused'), { exact: true }).first().waitFor();
    },
    /** Establishes from documents that nobody in the household owns anything. */
    establish: async (evidence: string) => {
      const form = formWords('review-unknown', locale);
      await fields.yesNo(form('ownsProperty.label'), 'no');
      await fields.text(form('evidence.label'), evidence);
      await lookOnce('task-unknown');
      // Only what decides is asked twice.
      await hand.press(button(say('complete')));
      await button(say('complete')).waitFor({ state: 'detached' });
    },
    proposeAmount: async (amount: string, reason: string) => {
      const form = formWords('instruct', locale);
      await fields.text(form('amount.label'), amount);
      await fields.text(form('deviationReason.label'), reason);
      await lookOnce('task-deviation');
      await complete();
    },
    sendBack: async (remark: string) => {
      const form = formWords('validate', locale);
      await fields.choice(form('validation.label'), form('validation.return'));
      await fields.text(form('remark.label'), remark);
      await lookOnce('task-return');
      await complete();
    },
    /** Opens a task of a case that is the clerk's already. */
    openMyTask: async (reference: string) => {
      const link = page.getByRole('link', { name: new RegExp(reference) });
      const row = page.getByRole('row', { name: new RegExp(reference) }).getByRole('link');
      await page.goto(address('/?view=mine'));
      await link.or(row).first().waitFor({ timeout: 60_000 });
      await hand.press(link.or(row).first());
      await button(say('complete')).waitFor();
      await lookOnce('task-sent-back');
    },
    approve: async () => {
      const form = formWords('validate', locale);
      // Nobody signs what they have not read.
      await page.getByRole('heading', { name: say('letter.title') }).waitFor();
      await fields.choice(form('validation.label'), form('validation.approve'));
      await lookOnce('task-validate');
      await complete();
    },
  };
};

export type Desk = ReturnType<typeof openDesk>;
