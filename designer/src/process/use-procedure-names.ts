import type Modeler from 'bpmn-js/lib/Modeler';
import type { NameIndex } from '@irisflow/names';
import { useLocale } from '@irisflow/ui';
import { useEffect } from 'react';
import { editorVariables } from '../names/editor-variables.ts';
import type { ProcedureNames } from './modeler/procedure-names.ts';

/** Lets the fields of the properties panel complete what the procedure knows at their element. */
export const useProcedureNames = (modeler: Modeler | null, index: NameIndex, file: string): void => {
  const locale = useLocale();
  useEffect(() => {
    if (modeler === null) return;
    modeler
      .get<ProcedureNames>('variableResolver')
      .answerWith((id) => editorVariables(index.at({ file, id, at: 'inside' }), locale));
  }, [modeler, index, file, locale]);
};
