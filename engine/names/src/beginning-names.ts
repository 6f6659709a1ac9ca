import type { ExecutableProcess } from '@irisflow/bpmn';
import { constantOf } from './constant-of.ts';
import { dateType, textType, type Field, type ValueType, type Words } from './value-type.ts';

const words = (fr: string, nl: string, en: string): Words => ({ fr, nl, en });

/** What the platform says of what begins: a right, or what is due on one. */
interface Beginning {
  readonly name: string;
  readonly label: Words;
  readonly texts: Readonly<Record<string, Words>>;
  readonly days: Readonly<Record<string, Words>>;
}

const ofRight = {
  rightId: words('Clé du droit', 'Sleutel van het recht', 'Key of the right'),
  state: words('État', 'Toestand', 'State'),
};

const beginnings: Readonly<Record<string, Beginning>> = {
  'right.activated': {
    name: 'right',
    label: words('Droit', 'Recht', 'Right'),
    texts: {
      ...ofRight,
      kind: words('Genre de droit', 'Soort recht', 'Kind of right'),
      number: words('Numéro', 'Nummer', 'Number'),
      act: words('Acte', 'Handeling', 'Act'),
      effect: words('Effet', 'Uitwerking', 'Effect'),
      causeCaseId: words('Dossier qui en est la cause', 'Dossier dat de oorzaak is', 'Case that caused it'),
    },
    days: {
      effectiveOn: words('À partir du', 'Vanaf', 'From'),
      validFrom: words('Premier jour', 'Eerste dag', 'First day'),
      validTo: words('Dernier jour', 'Laatste dag', 'Last day'),
    },
  },
  'obligation.opened': {
    name: 'obligation',
    label: words('Obligation', 'Verplichting', 'Obligation'),
    texts: {
      ...ofRight,
      obligationId: words('Clé de l’obligation', 'Sleutel van de verplichting', 'Key of the obligation'),
      occurrenceId: words('Clé de l’échéance', 'Sleutel van deze keer', 'Key of this occurrence'),
      key: words('Genre d’obligation', 'Soort verplichting', 'Kind of obligation'),
    },
    days: {
      day: words('Jour', 'Dag', 'Day'),
      dueOn: words('Due le', 'Verschuldigd op', 'Due on'),
      answerUntil: words('Réponse jusqu’au', 'Antwoord tot', 'Answer until'),
    },
  },
};

/**
 * The messages by which the platform tells that a right is there, and that something of it is to be done. Nobody waits for them:
 * they begin a process.
 */
export const beginningMessages: readonly string[] = Object.keys(beginnings);

/** The message that begins a process which lives with a right; null for any other, and for one that begins in several ways. */
export const beginningOf = ({ elements, startEvents }: ExecutableProcess): string | null => {
  const names = new Set(
    startEvents.map((index) => {
      const element = elements[index];
      return element?.kind === 'startEvent' && element.event.kind === 'message'
        ? constantOf(element.event.message.name)
        : null;
    }),
  );
  const [name = null, ...others] = names;
  return name !== null && others.length === 0 && Object.hasOwn(beginnings, name) ? name : null;
};

const fieldsOf = (type: ValueType, labels: Readonly<Record<string, Words>>): Field[] =>
  Object.entries(labels).map(([name, label]) => ({ name, type, label }));

/** What such a message says by itself, beside what of the case goes with it; there may be more inside. */
export const saidOfBeginning = (message: string): Field | null => {
  const said = Object.hasOwn(beginnings, message) ? beginnings[message] : undefined;
  if (said === undefined) return null;
  const fields = [...fieldsOf(textType, said.texts), ...fieldsOf(dateType, said.days)];
  return { name: said.name, label: said.label, type: { kind: 'context', isOpen: true, fields } };
};
