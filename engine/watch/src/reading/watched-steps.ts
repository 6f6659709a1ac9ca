import type { ExecutableProcess } from '@irisflow/bpmn';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { DefinitionRow } from '@irisflow/procedures';
import { percentileOf } from '../bands.ts';
import type { StandingRow } from '../storage/open-steps.ts';
import type { BandRow, CellRow } from '../storage/step-days.ts';
import type { WatchedStep } from '../views/watch.ts';
import { addUp, type Disclosure } from './disclosure.ts';

/** What is known of a step over all definitions that have it. */
interface Found {
  readonly standing: (number | null)[];
  readonly passings: (number | null)[];
  /** Since when halves of its groups stand there, with how many each group is. */
  readonly waits: { readonly size: number; readonly half: number; readonly tenth: number }[];
  readonly durations: Map<number, number>;
}

export interface Counted {
  /** How long it took, of what may be told. */
  readonly bands: readonly BandRow[];
  /** How many there were, in the parts of which each is told for itself. */
  readonly cells: readonly CellRow[];
  readonly standing: readonly StandingRow[];
}

const gather = (
  definitionKeys: ReadonlySet<string>,
  { bands, cells, standing }: Counted,
  disclosure: Disclosure,
): Map<string, Found> => {
  const found = new Map<string, Found>();
  const at = (elementId: string): Found => {
    const known = found.get(elementId) ?? { standing: [], passings: [], waits: [], durations: new Map() };
    found.set(elementId, known);
    return known;
  };
  for (const { definition_key: key, element_id: id, band, passings } of bands) {
    if (!definitionKeys.has(key)) continue;
    const { durations } = at(id);
    durations.set(band, (durations.get(band) ?? 0) + passings);
  }
  for (const { definition_key: key, element_id: id, passings } of cells)
    if (definitionKeys.has(key)) at(id).passings.push(disclosure.count(passings));
  for (const row of standing) {
    if (!definitionKeys.has(row.definition_key)) continue;
    const step = at(row.element_id);
    step.standing.push(disclosure.count(row.standing));
    if (row.standing < disclosure.smallest) continue;
    const [half, tenth] = [row.half_since, row.tenth_since].map((since) => new Date(since).getTime());
    step.waits.push({ size: row.standing, half: half ?? 0, tenth: tenth ?? 0 });
  }
  return found;
};

/** The middle one of several groups by size: within one version it is exact, over several it is the one of the largest part. */
const sinceOf = (waits: Found['waits'], which: 'half' | 'tenth'): number | null => {
  const sorted = waits.toSorted((a, b) => a[which] - b[which]);
  const wanted = sorted.reduce((sum, { size }) => sum + size, 0) / 2;
  let counted = 0;
  for (const wait of sorted) {
    counted += wait.size;
    if (counted >= wanted) return wait[which];
  }
  return null;
};

/** What the procedure or its drawing calls a step. */
const nameOf = ({ process, names }: DrawnProcess, id: string): LocalizedText | null => {
  const drawn = process.elements[process.indexById.get(id) ?? -1]?.name ?? '';
  return names[id] ?? (drawn === '' ? null : inEveryLocale(() => drawn));
};

const kindOf = ({ process }: DrawnProcess, id: string): string | null =>
  process.elements[process.indexById.get(id) ?? -1]?.kind ?? null;

export interface DrawnProcess {
  readonly process: ExecutableProcess;
  readonly names: Readonly<Record<string, LocalizedText>>;
}

/** The steps of one process, of all definitions that are versions of it; the longest first. */
export const watchedSteps = (
  { definitions, ...drawn }: DrawnProcess & { readonly definitions: readonly DefinitionRow[] },
  counted: Counted,
  { disclosure, now }: { readonly disclosure: Disclosure; readonly now: number },
): WatchedStep[] => {
  const keys = new Set(definitions.map(({ definition_key: key }) => key));
  return [...gather(keys, counted, disclosure)]
    .map(([elementId, { standing, passings, waits, durations }]) => {
      const waited = (which: 'half' | 'tenth'): number | null => {
        const since = sinceOf(waits, which);
        return since === null ? null : Math.max(0, Math.round((now - since) / 1000));
      };
      return {
        elementId,
        name: nameOf(drawn, elementId),
        kind: kindOf(drawn, elementId),
        standing: addUp(standing),
        standingMedian: waited('half'),
        standingP90: waited('tenth'),
        passings: addUp(passings),
        median: percentileOf(durations, 0.5),
        p90: percentileOf(durations, 0.9),
      };
    })
    .toSorted((a, b) => (b.median ?? -1) - (a.median ?? -1) || a.elementId.localeCompare(b.elementId));
};
