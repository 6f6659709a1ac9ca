import type { DmnProblem } from '../dmn-problem.ts';
import { elementsOf, textOf } from '../moddle/moddle-element.ts';
import type { ModdleElement } from '../moddle/moddle-element.ts';
import type { DecisionRequirements } from '../requirements.ts';
import { report } from './reading.ts';
import type { Imported, Reading } from './reading.ts';

/** A file that was looked for by its namespace. */
type Found = Pick<Imported, 'names' | 'types'> &
  (
    | { readonly ok: true; readonly requirements: DecisionRequirements }
    | { readonly ok: false; readonly problems: readonly DmnProblem[] }
  );

/** Files that a file imports; one that nobody gave, or that is wrong itself, is reported. */
export const readImports = (
  reading: Pick<Reading, 'problems' | 'positions'>,
  definitions: ModdleElement,
  find: (namespace: string) => Found | null,
): Imported[] =>
  elementsOf(definitions, 'import').flatMap((element) => {
    const namespace = textOf(element, 'namespace');
    const name = textOf(element, 'name') || namespace;
    const file = find(namespace);
    if (file === null) {
      report(reading, element, { code: 'DMN_IMPORT', params: { found: name } });
      return [];
    }
    if (file.ok) return [{ name, requirements: file.requirements, names: file.names, types: file.types }];
    const detail = file.problems[0]?.message ?? '';
    report(reading, element, { code: 'DMN_IMPORT_INVALID', params: { found: name, detail } });
    return [];
  });
