import type Modeler from 'bpmn-js/lib/Modeler';
import { Checkbox } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { FlowElement } from './modeler/neighbor.ts';
import { useRevision } from './use-revision.ts';

interface Interrupting extends FlowElement {
  readonly parent?: Interrupting;
  readonly businessObject: FlowElement['businessObject'] & {
    readonly isInterrupting?: boolean;
    readonly cancelActivity?: boolean;
    readonly triggeredByEvent?: boolean;
    readonly eventDefinitions?: readonly { readonly $type: string }[];
  };
}

/** An error or a compensation always ends what it happens in. */
const alwaysEnds = /Error|Compensate|Cancel/;

/** What of an event says whether it ends what runs; null for an event that has nothing to end. */
const propertyOf = ({ type, parent, businessObject }: Interrupting): 'isInterrupting' | 'cancelActivity' | null => {
  if ((businessObject.eventDefinitions ?? []).some(({ $type }) => alwaysEnds.test($type))) return null;
  if (type === 'bpmn:BoundaryEvent') return 'cancelActivity';
  const isOfEvents = parent?.businessObject.triggeredByEvent === true;
  return type === 'bpmn:StartEvent' && isOfEvents ? 'isInterrupting' : null;
};

/** Says whether what runs ends when an event happens, or goes on beside it. */
export const Interrupts = ({ modeler, element }: { modeler: Modeler; element: FlowElement }) => {
  const t = useTexts();
  useRevision(modeler);
  const event = element as Interrupting;
  const property = propertyOf(event);
  if (property === null) return null;
  return (
    <section className="task-panel" aria-label={t('interrupts.title')}>
      <Checkbox
        id={`interrupts-${element.id}`}
        optional
        label={t('interrupts.label')}
        hint={t('interrupts.hint')}
        value={event.businessObject[property] !== false}
        onChange={(ends) =>
          modeler
            .get<{ updateProperties(element: FlowElement, changes: object): void }>('modeling')
            .updateProperties(element, { [property]: ends })
        }
      />
    </section>
  );
};
