import {
  expressionText,
  flowAt,
  elementAt,
  parseBpmn,
  type ExecutableElement,
  type ExecutableProcess,
} from '@irisflow/bpmn';
import type { LetterFolder } from './folder-letters.ts';

/** What the platform writes down when something was decided about somebody. */
const decides = new Set(['record-decision', 'change-right', 'renew-right', 'suspend-right']);

const inputOf = (element: ExecutableElement, name: string): string[] => {
  const mapping = element.inputs.find(({ target }) => target.join('.') === name);
  if (mapping === undefined) return [];
  return [...expressionText(mapping.source).matchAll(/"([a-z][a-z-]*)"/g)].map(([, word = '']) => word);
};

const lettersOf = (element: ExecutableElement): string[] => [
  ...inputOf(element, 'template'),
  ...inputOf(element, 'noticeTemplate'),
];

type Way = 'incoming' | 'outgoing';

/** The steps that nothing parts from this one: no choice, no wait, no person. */
const straight = (process: ExecutableProcess, from: ExecutableElement, way: Way): ExecutableElement[] => {
  const [flow, ...others] = from[way].map((index) => flowAt(process, index));
  if (flow === undefined || others.length > 0) return [];
  const next = elementAt(process, way === 'incoming' ? flow.source : flow.target);
  return 'work' in next ? [next, ...straight(process, next, way)] : [];
};

const decidingIn = (process: ExecutableProcess): string[] =>
  process.elements
    .filter((element) => lettersOf(element).length > 0)
    .filter((element) =>
      [...straight(process, element, 'incoming'), element, ...straight(process, element, 'outgoing')].some((step) =>
        inputOf(step, 'operation').some((operation) => decides.has(operation)),
      ),
    )
    .flatMap(lettersOf);

/** The letters that tell somebody of a decision: their author says so, or a drawing decides right before or after one of them. */
export const decidingLetters = ({ letters, drawings }: LetterFolder): ReadonlySet<string> => {
  const processes = drawings.flatMap((drawing) => {
    const parsed = parseBpmn(drawing);
    return parsed.ok ? parsed.processes : [];
  });
  const said = letters.filter(({ mandatory }) => mandatory.includes('remedies')).map(({ key }) => key);
  return new Set([...said, ...processes.flatMap(decidingIn)]);
};
