import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { parseBpmn } from '@irisflow/bpmn';
import type { ParsedResource } from '@irisflow/core';
import { evaluablesOf, parseDmn } from '@irisflow/dmn';
import { createFeelBudget, type FeelBudget } from '@irisflow/feel';
import { problemOfNames } from './check-names.ts';
import type { ResourceContent } from '../storage/rows/definition-rows.ts';

export interface ResourceFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export type ParsedFiles =
  | { readonly ok: true; readonly resources: readonly ParsedResource[]; readonly contents: readonly ResourceContent[] }
  | { readonly ok: false; readonly reason: string };

type Parsed =
  | { readonly ok: true; readonly resource: ParsedResource }
  | { readonly ok: false; readonly problems: readonly string[] };

const checksumOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

const place = ({ elementId, line, message }: { elementId: string | null; line: number; message: string }) =>
  `${elementId === null ? '' : `element '${elementId}' `}(line ${line}): ${message}`;

/** A file with what its deployment shares. */
interface ResourceAtHand extends ResourceFile {
  readonly checksum: string;
  readonly feelBudget: FeelBudget;
}

const parseProcesses = ({ name, content, checksum, feelBudget }: ResourceAtHand): Parsed => {
  const parsed = parseBpmn(content, { name, feelBudget });
  if (parsed.ok) return { ok: true, resource: { kind: 'bpmn', name, checksum, processes: parsed.processes } };
  return { ok: false, problems: parsed.problems.filter(({ severity }) => severity === 'error').map(place) };
};

const parseDecisions = ({ name, content, checksum, feelBudget }: ResourceAtHand): Parsed => {
  const parsed = parseDmn(content, { feelBudget });
  if (parsed.ok) return { ok: true, resource: { kind: 'dmn', name, checksum, requirements: parsed.requirements } };
  return { ok: false, problems: parsed.problems.map(place) };
};

const parseForm = ({ name, content, checksum }: ResourceAtHand): Parsed => {
  try {
    const form: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    const read = (field: string) =>
      typeof form === 'object' && form !== null && field in form ? (form as Record<string, unknown>)[field] : undefined;
    const formId = read('id');
    const versionTag = read('versionTag');
    if (typeof formId !== 'string' || formId.trim() === '')
      return { ok: false, problems: ['Expected the form to have an id, but it has none'] };
    return {
      ok: true,
      resource: {
        kind: 'form',
        name,
        checksum,
        formId,
        versionTag: typeof versionTag === 'string' ? versionTag : null,
      },
    };
  } catch (thrown) {
    return {
      ok: false,
      problems: [`Expected the form to be JSON, but ${thrown instanceof Error ? thrown.message : 'it is not'}`],
    };
  }
};

const PARSERS: Readonly<Record<string, (file: ResourceAtHand) => Parsed>> = {
  bpmn: parseProcesses,
  xml: parseProcesses,
  dmn: parseDecisions,
  form: parseForm,
  rpa: ({ name, checksum }) => ({ ok: true, resource: { kind: 'resource', name, checksum } }),
};

const idsOf = (resource: ParsedResource): readonly string[] => {
  switch (resource.kind) {
    case 'bpmn':
      return resource.processes.map(({ id }) => id);
    case 'dmn':
      return [resource.requirements.id, ...evaluablesOf(resource.requirements).map(({ id }) => id)];
    case 'form':
      return [resource.formId];
    case 'resource':
      return [];
  }
};

const ZERO = '\0';

/** PostgreSQL has no text with U+0000, and XML none either. */
const problemOfZeros = (texts: Readonly<Record<string, string>>): string | null => {
  const [field] = Object.entries(texts).find(([, text]) => text.includes(ZERO)) ?? [];
  return field === undefined ? null : `Expected ${field} to be without the character U+0000, but it has one`;
};

/** Definitions are found by id: an index has to hold it. */
const withBoundedIds = (parsed: Parsed): Parsed => {
  if (!parsed.ok) return parsed;
  const names = { 'the file name': parsed.resource.name };
  const problems = [names, ...idsOf(parsed.resource).map((id) => ({ 'the id': id }))].flatMap(
    (texts) => problemOfNames(texts) ?? problemOfZeros(texts) ?? [],
  );
  return problems.length === 0 ? parsed : { ok: false, problems };
};

const parseFile = (file: ResourceAtHand): Parsed => {
  const suffix = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  const parse = PARSERS[suffix];
  if (parse !== undefined) return withBoundedIds(parse(file));
  return { ok: false, problems: [`Expected a file name that ends in .bpmn, .dmn or .form, but found '${file.name}'`] };
};

/** Files are parsed one after the other: between two of them others get their turn. */
const parseAll = async (files: readonly Omit<ResourceAtHand, 'feelBudget'>[]): Promise<readonly Parsed[]> => {
  const feelBudget = createFeelBudget();
  const parsed: Parsed[] = [];
  for (const file of files) {
    parsed.push(parseFile({ ...file, feelBudget }));
    await setImmediate();
  }
  return parsed;
};

/** Compiles the files of one deployment, or tells everything that is wrong with each of them. */
export const parseResources = async (files: readonly ResourceFile[]): Promise<ParsedFiles> => {
  if (files.length === 0) return { ok: false, reason: 'Expected to deploy at least one resource, but none was given' };
  const checked = files.map((file) => ({ ...file, checksum: checksumOf(file.content) }));
  const parsed = await parseAll(checked);
  const refused = parsed.flatMap((result, index) =>
    result.ok ? [] : [`'${files[index]?.name ?? ''}':\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`],
  );
  if (refused.length > 0) {
    return {
      ok: false,
      reason: `Expected to deploy new resources, but encountered the following errors:\n${refused.join('\n')}`,
    };
  }
  return { ok: true, resources: parsed.flatMap((result) => (result.ok ? [result.resource] : [])), contents: checked };
};
