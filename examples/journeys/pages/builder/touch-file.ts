import type { Locator } from 'playwright-core';
import { patternOf, startsWith } from '../../kit/hand.ts';
import type { BuilderParts } from './parts.ts';

type Texts = Readonly<Record<string, string>>;

/** What the files of a folder are searched for, to know a field that is open by what stands in it. */
interface Content {
  readonly name?: Texts;
  readonly title?: Texts | string;
  readonly subject?: Texts;
  readonly translations?: Readonly<Record<string, Texts>>;
  readonly uischema?: Drawn;
  readonly tasks?: Readonly<Record<string, { readonly name: Texts }>>;
}

interface Drawn {
  readonly type: string;
  readonly i18n?: string;
  readonly elements?: readonly Drawn[];
}

const firstControl = (drawn: Drawn | undefined): Drawn | undefined =>
  drawn?.type === 'Control' ? drawn : drawn?.elements?.map(firstControl).find((found) => found !== undefined);

export interface TouchedFile {
  readonly path: string;
  readonly content: string;
}

const inQuotes = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`);

/** What an analyst does who changes one thing in a file, whatever its kind. */
export const touchFile = ({ page, hand, locale, say, button, goto, saved, panelOf }: BuilderParts) => {
  const add = async (field: Locator): Promise<void> => hand.fill(field, `${await field.inputValue()} (2)`);
  const withText = (text: string, field = `input[lang=${locale}]`): Locator =>
    page.locator(`main ${field}[value="${inQuotes(text)}"]:visible`).first();
  /** The name of what the file describes, in the language of the reader. */
  const name = ({ name: named, title }: Content) => {
    const text = named ?? title;
    return add(withText(typeof text === 'object' ? (text[locale] ?? '') : ''));
  };
  /** Another group may do a task. */
  const process = async (_: Content, { tasks = {} }: Content): Promise<void> => {
    await page.locator('.djs-shape').first().waitFor({ timeout: 60_000 });
    const outline = button(say('process.outline'));
    if ((await outline.getAttribute('aria-pressed')) !== 'true') await hand.press(outline);
    const steps = page.locator('.outline__step');
    await steps.first().waitFor();
    const groups = page.getByRole('group', { name: say('task.roles'), exact: true });
    for (const { name: called } of Object.values(tasks)) {
      const step = steps.filter({ hasText: new RegExp(`${patternOf(called[locale] ?? '')}$`) }).first();
      if ((await step.count()) === 0) continue;
      await hand.press(step);
      await groups.waitFor();
      await hand.choose(groups.getByRole('checkbox', { checked: false }).first());
      return;
    }
    throw new Error('Expected a task of people in the drawing, but there is none');
  };
  const form = async ({ translations = {}, uischema }: Content): Promise<void> => {
    const label = translations[locale]?.[`${firstControl(uischema)?.i18n}.label`] ?? '';
    await hand.press(page.getByRole('button', { name: startsWith(`${label},`) }).first());
    const text = panelOf(label).getByRole('textbox', { name: `${say('form.label')}, ${say(`language.${locale}`)}` });
    await add(text.first());
  };
  const edits = {
    process,
    form,
    letter: async ({ subject }: Content) => add(withText(subject?.[locale] ?? '', 'input')),
    decision: () => add(page.getByRole('textbox', { name: say('decision.name'), exact: true })),
    scenario: ({ title }: Content) => add(withText(typeof title === 'string' ? title : '', 'input')),
    parameters: async (parameters: Content) => {
      const [first] = parameters as unknown as readonly { readonly label: Texts }[];
      await add(withText(first?.label[locale] ?? ''));
    },
    right: name,
    obligation: name,
    quota: name,
    procedure: name,
  };
  return {
    /** Opens a file from the list beside it and changes one thing by its editor; `settings` is the content of the procedure's. */
    touchFile: async (kind: keyof typeof edits, { path, content }: TouchedFile, settings: string): Promise<void> => {
      await page.locator('nav a[href*="/files/"]').first().waitFor();
      // Scenarios are not among the files beside the page.
      const link = page.locator(`nav a[href$="/files/${path}"]`).first();
      if ((await link.count()) > 0) await hand.press(link);
      else {
        await saved();
        await goto(`/files/${path}`);
      }
      await page.waitForURL(new RegExp(`/files/${patternOf(path)}$`));
      const read: Content = content.startsWith('<') ? {} : (JSON.parse(content) as Content);
      await edits[kind](read, JSON.parse(settings) as Content);
    },
  };
};
