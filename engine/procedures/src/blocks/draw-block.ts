import { bpmnProcess, type DrawPath } from '@irisflow/bpmn';
import { type Locale, type LocalizedText, locales } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';
import { type MatterAct, matterActs } from '../procedure-description.ts';
import { blockId } from './block.ts';

const property = (locale: Locale): string => `irisflow:name:${locale}`;

/** The name of a step as it is drawn, with what it is called in every language beside it. */
export const named = (name: LocalizedText) => ({
  name: name.en,
  properties: Object.fromEntries(locales.map((locale) => [property(locale), name[locale]])),
});

/** The names that `named` wrote beside a step; null where there are none. */
export const namesIn = (
  properties: readonly { readonly name: string; readonly value: string }[],
): LocalizedText | null => {
  const [fr, nl, en] = (['fr', 'nl', 'en'] as const).map(
    (locale) => properties.find(({ name }) => name === property(locale))?.value,
  );
  return fr === undefined || nl === undefined || en === undefined ? null : { fr, nl, en };
};

const actsProperty = 'irisflow:separateFromActs';

/** A task of a block that whoever did one of these acts in the matter may not do. */
export const namedApart = (name: LocalizedText, acts: readonly MatterAct[]) => {
  const { properties, ...drawn } = named(name);
  return { ...drawn, properties: { ...properties, [actsProperty]: acts.join(' ') } };
};

/** The acts that `namedApart` wrote beside a task. */
export const actsIn = (properties: readonly { readonly name: string; readonly value: string }[]): MatterAct[] => {
  const written = properties.find(({ name }) => name === actsProperty)?.value.split(' ') ?? [];
  return matterActs.filter((act) => written.includes(act));
};

/** The file of the process of a block. */
export const blockProcess = (key: string, title: LocalizedText, draw: DrawPath): FolderFile => {
  const path = bpmnProcess(blockId(key), { name: title.en });
  draw(path);
  return { path: `${blockId(key)}.bpmn`, content: path.toXml({ layout: 'leftToRight' }) };
};

/** A step of the case store whose answer goes into `result`. */
export const caseStoreStep = (
  name: LocalizedText,
  { operation, inputs, result }: { operation: string; inputs: Readonly<Record<string, string>>; result?: string },
) => ({
  ...named(name),
  type: 'case-store',
  retries: 5,
  ...(result === undefined ? {} : { headers: { resultVariable: result } }),
  inputs: { operation: `= "${operation}"`, ...inputs },
});

/** A step that sends the letter of the procedure under `input`, or that of the block where it names none. */
export const letterStep = (
  name: LocalizedText,
  { input, letter, values = '= {}' }: { input: string; letter: string; values?: string },
) => ({
  ...named(name),
  type: 'letter',
  retries: 5,
  inputs: {
    template: `= if ${input} = null then "${letter}" else ${input}`,
    channel: '= if channels = null then ["portal", "email"] else channels',
    values,
  },
});
