import { parseBpmn } from '@irisflow/bpmn';
import { parseDmn } from '@irisflow/dmn';
import { parseForm, withCodeLists } from '@irisflow/forms';
import { codeListsIn } from '../codes/code-lists-in.ts';
import type { ProcedureParts } from '@irisflow/names';
import type { Parameter } from '../parameters/parameter-file.ts';
import { parametersPath, settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { kindOfFile, shortName, type FileKind } from '../workspace/file-kinds.ts';
import { remembering } from '../workspace/remembering.ts';

type Files = ReadonlyMap<string, string>;

const json = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null') as unknown;
  } catch {
    return null;
  }
};

const processesOf = remembering((path, text) => {
  const parsed = parseBpmn(text, { name: path });
  // While somebody draws, something is always missing; what is there is known all the same.
  return (parsed.ok ? parsed.processes : parsed.unfinished).map((process) => ({ path, process }));
});

const formOf = remembering((_, text) => {
  const parsed = parseForm(json(text));
  return parsed.ok ? parsed.form : null;
});

const decisionsOf = remembering((path, text) => {
  const parsed = parseDmn(text);
  return parsed.ok ? [{ path, requirements: parsed.requirements }] : [];
});

/** A draft may be half written: what is missing names nothing. */
const described = (text: string | undefined): ProcedureParts['description'] => {
  const settings = json(text) as Partial<ProcedureSettings> | null;
  if (settings === null) return null;
  const { process, application, tasks = {}, elements, terms, sources } = settings;
  return {
    process: { id: process?.id ?? '' },
    application: { form: application?.form ?? '' },
    tasks,
    elements,
    terms,
    sources,
  };
};

const parametersIn = (text: string | undefined): readonly Parameter[] => {
  const parameters = json(text);
  return Array.isArray(parameters) ? (parameters as Parameter[]) : [];
};

/** The parts of a draft that give or take names, with the drawings of the blocks that it may call. */
export const readParts = (files: Files, blocks: Files): ProcedureParts => {
  const all = [...files, ...blocks];
  const lists = codeListsIn(files);
  const ofKind = (kind: FileKind) => all.filter(([path]) => kindOfFile(path) === kind);
  return {
    description: described(files.get(settingsPath)),
    processes: ofKind('process').flatMap(([path, text]) => processesOf(path, text)),
    forms: new Map(
      ofKind('form').flatMap(([path, text]) => {
        const form = formOf(path, text);
        return form === null ? [] : [[shortName(path), withCodeLists(form, lists)]];
      }),
    ),
    decisions: ofKind('decision').flatMap(([path, text]) => decisionsOf(path, text)),
    parameters: parametersIn(files.get(parametersPath)),
  };
};
