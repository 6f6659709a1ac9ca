import { caseHandleVariable, hideHandles, tellsOfHandles, withoutHandles } from '@irisflow/access';
import type { EngineVariable } from '@irisflow/engine-client';
import type { VariableView } from '../views/monitor.ts';
import type { Masking } from './create-masking.ts';
import { shapeOf } from './shape-of.ts';
import { valueOf } from './handles-of.ts';
import { maskedText } from '@irisflow/foundation';

type Shown = Pick<VariableView, 'name' | 'value' | 'isMasked' | 'shape'>;

/** Text that holds no handle stays as the engine wrote it: parsing would round long numbers. */
const clearText = (json: string, handles: readonly string[]): string =>
  tellsOfHandles(json, handles) ? JSON.stringify(withoutHandles(valueOf(json), handles)) : json;

/** A variable for who unmasked the instance; the handle of the case stays out even then. */
export const viewInClear = ({ name, value }: EngineVariable, { handles }: Masking): Shown => ({
  name: hideHandles(name, handles),
  value: clearText(value, handles),
  isMasked: false,
  shape: [],
});

/** A variable as everybody sees it: in clear when it is known to be harmless, else its shape. */
export const viewMasked = (variable: EngineVariable, masking: Masking): Shown => {
  const value = valueOf(variable.value);
  if (masking.isHarmlessVariable(variable.name, value)) return viewInClear(variable, masking);
  return {
    name: masking.isHarmlessName(variable.name) ? variable.name : maskedText,
    value: null,
    isMasked: true,
    shape: shapeOf(withoutHandles(value, masking.handles), masking.isHarmlessName),
  };
};

export const isShown = ({ name }: EngineVariable): boolean => name !== caseHandleVariable;
