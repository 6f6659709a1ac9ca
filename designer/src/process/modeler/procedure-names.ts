import type { ModuleDeclaration } from 'bpmn-js/lib/BaseViewer';
import type { EditorVariable } from '../../names/editor-variables.ts';

type VariablesAt = (elementId: string) => readonly EditorVariable[];

const none: VariablesAt = () => [];

/**
 * What the FEEL fields of the properties panel complete: the panel asks this service of every element. It knows the whole
 * procedure and not only the drawing, so it takes the place of what bpmn-io reads off the drawing.
 */
export class ProcedureNames {
  #at: VariablesAt = none;

  /** Sets who answers what is known at an element, by its id. */
  answerWith(at: VariablesAt): void {
    this.#at = at;
  }

  getVariablesForElement(businessObject: { readonly id: string }): Promise<readonly EditorVariable[]> {
    return Promise.resolve(this.#at(businessObject.id));
  }
}

export const procedureNamesModule: ModuleDeclaration = { variableResolver: ['type', ProcedureNames] };
