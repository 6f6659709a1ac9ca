import type { Locale } from '@irisflow/client';
import { readEditable } from '@irisflow/dmn';
import { parseForm } from '@irisflow/forms';
import { formType, targetOf, variablesGivenIn, type Field, type NamedThing, type Target } from '@irisflow/names';
import { parametersPath, settingsPath } from '../../settings/procedure-file.ts';
import { kindOfFile, shortName, type FileKind } from '../file-kinds.ts';
import { choicesOf, groupsIn, parsedFile } from '../name-choices.ts';

type Files = ReadonlyMap<string, string>;

/** Something that has a name, as people call it. */
export interface Thing {
  readonly target: Target;
  readonly label: string;
}

const ofFile: Partial<Readonly<Record<FileKind, NamedThing>>> = {
  form: 'form',
  letter: 'letter',
  right: 'right',
  quota: 'quota',
  obligation: 'obligation',
  codes: 'codes',
};

const ofSettings = {
  terms: 'term',
  statuses: 'status',
  roles: 'role',
  opinions: 'opinion',
  hearings: 'hearing',
  inspections: 'inspection',
} as const satisfies Readonly<Record<string, NamedThing>>;

/** The file itself, by the key that others name it by. */
export const thingOfFile = (path: string): Target | null => {
  const thing = ofFile[kindOfFile(path)];
  return thing === undefined ? null : targetOf.thing(thing, shortName(path));
};

const fieldsOf = (
  fields: readonly Field[],
  locale: Locale,
  path: readonly string[],
): (Thing & { path: readonly string[] })[] =>
  fields.flatMap(({ name, type, label }) => {
    const own = [...path, name];
    const inner = type.kind === 'list' ? type.of : type;
    const inside = inner.kind === 'context' ? fieldsOf(inner.fields, locale, own) : [];
    return [{ target: own, path: own, label: `${label?.[locale] ?? name} (${own.join('.')})` }, ...inside];
  });

const formThings = (files: Files, path: string, locale: Locale): Thing[] => {
  const parsed = parseForm(parsedFile(files, path));
  const type = parsed.ok ? formType(parsed.form) : null;
  if (type?.kind !== 'context') return [];
  return fieldsOf(type.fields, locale, []).map(({ path: field, label }) => ({
    target: targetOf.field(shortName(path), field),
    label,
  }));
};

const decisionThings = (xml: string): Thing[] =>
  (readEditable(xml)?.decisions ?? []).flatMap(({ id, name, logic }) => {
    const outputs = (logic.kind === 'table' ? logic.outputs : []).filter((output) => output.name !== '');
    return [
      { target: targetOf.thing('decision', id), label: `${name} (${id})` },
      ...outputs.map((output): Thing => {
        const label = `${name}: ${output.label || output.name} (${output.name})`;
        return { target: targetOf.output(id, output.name), label };
      }),
    ];
  });

const settingsThings = (files: Files, locale: Locale): Thing[] => {
  const settings = (parsedFile(files, settingsPath) ?? {}) as Readonly<Record<string, unknown>>;
  const listed = Object.entries(ofSettings).flatMap(([list, thing]) =>
    choicesOf(settings[list], locale).map(({ value, label }) => ({ target: targetOf.thing(thing, value), label })),
  );
  return [...listed, ...groupsIn(files).map((group) => ({ target: targetOf.thing('group', group), label: group }))];
};

/** What a file gives a name: itself, its fields, decisions, amounts, terms, variables. */
export const thingsIn = (files: Files, path: string, locale: Locale, title: string): Thing[] => {
  const own = thingOfFile(path);
  const itself = own === null ? [] : [{ target: own, label: title }];
  switch (kindOfFile(path)) {
    case 'form':
      return [...itself, ...formThings(files, path, locale)];
    case 'decision':
      return decisionThings(files.get(path) ?? '');
    case 'process':
      return variablesGivenIn(files, path).map((name) => ({ target: targetOf.variable(name), label: name }));
    case 'parameters':
      return choicesOf(parsedFile(files, parametersPath), locale).map(({ value, label }) => ({
        target: targetOf.parameter(value),
        label,
      }));
    case 'procedure':
      return settingsThings(files, locale);
    default:
      return itself;
  }
};
