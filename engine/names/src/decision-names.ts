import { decisionType } from './decision-type.ts';
import type { Knowledge } from './known-name.ts';
import type { ProcedureParts } from './procedure-parts.ts';
import { unknownType } from './value-type.ts';

/** What is known where one looks at the answer of a decision and at nothing else: `result`. */
export const decisionNames = ({ decisions }: ProcedureParts, id: string): Knowledge => {
  const file = decisions.find(({ requirements }) => requirements.decisions.some((one) => one.id === id));
  const decision = file?.requirements.decisions.find((one) => one.id === id);
  const result = {
    name: 'result',
    type: decision === undefined ? unknownType : decisionType(decision),
    label: { fr: 'Résultat', nl: 'Resultaat', en: 'Result' },
    origins: [{ kind: 'decision', file: file?.path ?? null, elementId: null, title: decision?.name ?? id }],
    isCertain: true,
  } as const;
  return { names: new Map([['result', result]]), isOpen: false };
};
