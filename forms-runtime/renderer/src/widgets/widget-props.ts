import type { CompiledControl, Path, Widget } from '@irisflow/forms';
import type { FieldProps } from '@irisflow/ui';
import { createContext, use, type ComponentType } from 'react';

/** What every widget receives. `value` may be anything: drafts and other people's data are not validated. */
export interface WidgetProps {
  readonly control: CompiledControl;
  readonly field: FieldProps;
  /** Where the value stands in the form's data, row numbers included. */
  readonly path: Path;
  /** What the control's path starts at: all of the data, or a row. */
  readonly holder: unknown;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly readOnly: boolean;
}

/** The component of each widget; a widget without one does not compile. */
export type WidgetRegistry = { readonly [W in Widget]: ComponentType<WidgetProps> };

const WidgetsContext = createContext<WidgetRegistry | undefined>(undefined);

/** Hands the registry down: a table shows fields, so its widget cannot import the registry it is part of. */
export const WidgetsProvider = WidgetsContext;

/** The widgets of the form around a field. */
export const useWidgets = (): WidgetRegistry => {
  const widgets = use(WidgetsContext);
  if (widgets === undefined) throw new Error('Expected to be inside a form, but found no widgets.');
  return widgets;
};

/** The value as text for an input; numbers and texts only. */
export const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The value as a list; empty when it is not one. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
