import { parseBpmn } from '@irisflow/bpmn';
import { parseDmn } from '@irisflow/dmn';
import type { ParsedResource } from '../command/definition-command.ts';

export interface NamedResource {
  readonly name: string;
  readonly text: string;
}

/** A text as the deploy command wants it; throws with all problems when it is not valid. The text is its own checksum. */
export const parseResource = (resource: string | NamedResource): ParsedResource => {
  const { name, text } = typeof resource === 'string' ? named(resource) : resource;
  if (name.endsWith('.form')) {
    const form = JSON.parse(text) as { readonly id: string };
    return { kind: 'form', name, checksum: text, formId: form.id, versionTag: null };
  }
  return name.endsWith('.dmn') ? parseDecisions(name, text) : parseProcesses(name, text);
};

const named = (text: string): NamedResource => ({
  name: text.includes('/DMN/') ? 'decisions.dmn' : 'process.bpmn',
  text,
});

const parseDecisions = (name: string, text: string): ParsedResource => {
  const parsed = parseDmn(text);
  if (parsed.ok) return { kind: 'dmn', name, checksum: text, requirements: parsed.requirements };
  throw invalid(name, parsed.problems);
};

const parseProcesses = (name: string, text: string): ParsedResource => {
  const parsed = parseBpmn(text, { name });
  if (parsed.ok) return { kind: 'bpmn', name, checksum: text, processes: parsed.processes };
  throw invalid(name, parsed.problems);
};

const invalid = (name: string, problems: readonly { readonly message: string }[]): RangeError =>
  new RangeError(`Expected '${name}' to be valid, but ${problems.map(({ message }) => message).join('; ')}`);
