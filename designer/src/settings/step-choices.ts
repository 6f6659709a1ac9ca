import type { Locale } from '@irisflow/client';
import type { NameChoice } from '../workspace/name-choices.ts';
import { kindOfFile } from '../workspace/file-kinds.ts';
import type { ProcedureSettings } from './procedure-file.ts';

const STEP = /<(?:\w+:)?(?:\w*Task|callActivity|subProcess|adHocSubProcess|\w+Event)\b[^>]*>/g;
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** Steps of the processes of a draft, by the words of its settings or else of its drawing. */
export const stepChoices = (
  files: ReadonlyMap<string, string>,
  { tasks = {}, elements = {} }: Pick<ProcedureSettings, 'tasks' | 'elements'>,
  locale: Locale,
): NameChoice[] =>
  [...files]
    .filter(([path]) => kindOfFile(path) === 'process')
    .flatMap(([, content]) => content.match(STEP) ?? [])
    .map((tag) => ({ id: attribute(tag, 'id'), drawn: attribute(tag, 'name') }))
    .filter(({ id }) => id !== '')
    .map(({ id, drawn }) => ({ value: id, label: tasks[id]?.name[locale] || elements[id]?.[locale] || drawn || id }));
