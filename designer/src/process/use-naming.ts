import type { Locale, LocalizedText } from '@irisflow/client';
import { useCallback } from 'react';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { useStepNames, type NamingSettings } from '../workspace/use-step-names.ts';
import type { Renamed, ShownNameOf } from './modeler/shown-names.ts';

export interface Naming {
  readonly nameOf: ShownNameOf;
  /** Keeps the names that somebody gave on the canvas. */
  readonly rename: (renamed: Renamed) => void;
}

/** The language of the canvas has the new name, and so has each that still said the same: it was never translated. */
const nameIn = (name: LocalizedText, locale: Locale, { from, to }: { from: string; to: string }): LocalizedText => {
  const say = (language: Locale): string => (language === locale || name[language] === from ? to : name[language]);
  return { fr: say('fr'), nl: say('nl'), en: say('en') };
};

/** A procedure after steps and flows of it were renamed on a canvas in one language. */
export const renameSteps = <T extends NamingSettings>(settings: T, locale: Locale, renamed: Renamed): T => {
  const tasks = { ...settings.tasks };
  const elements = { ...settings.elements };
  for (const [id, change] of renamed) {
    const task = tasks[id];
    const name = elements[id];
    if (task !== undefined) tasks[id] = { ...task, name: nameIn(task.name, locale, change) };
    else if (name !== undefined) elements[id] = nameIn(name, locale, change);
    else if (settings.process?.id === id && settings.title !== undefined)
      elements[id] = nameIn(settings.title, locale, change);
  }
  return {
    ...settings,
    ...(settings.tasks === undefined ? {} : { tasks }),
    ...(Object.keys(elements).length === 0 ? {} : { elements }),
  };
};

/** What steps and flows of the draft are called in a language, on the canvas and back. */
export const useNaming = (locale: Locale): Naming => {
  const names = useStepNames();
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  const nameOf = useCallback(
    (id: string) => (Object.hasOwn(names, id) ? names[id]?.[locale] : undefined),
    [names, locale],
  );
  const rename = (renamed: Renamed): void => {
    if (reading.ok) change(renameSteps(reading.value, locale, renamed));
  };
  return { nameOf, rename };
};
