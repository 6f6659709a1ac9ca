export type { FieldError } from './check-schema.ts';
export { withCalculated } from './calculate.ts';
export {
  compileForm,
  type CompiledControl,
  type CompiledForm,
  type CompiledItem,
  type CompiledNotice,
  type CompiledPage,
  type CompiledSection,
} from './compile-form.ts';
export { conditionHolds, scopesOf } from './conditions.ts';
export { isDateLimit, resolveDateLimit } from './date-limit.ts';
export { effectiveSchema } from './effective-schema.ts';
export { settleRow, type RowState } from './element-rules.ts';
export type {
  Audience,
  Calculation,
  Categorization,
  CategoryElement,
  Condition,
  ControlElement,
  ControlOptions,
  FileBinding,
  FileReference,
  FormBindings,
  FormData,
  FormDefinition,
  FormElement,
  GroupElement,
  LabelElement,
  LayoutElement,
  PrefillBinding,
  PrefilledValue,
  Prefilled,
  PrefillMode,
  Rule,
  RuleEffect,
  SchemaCondition,
  Translations,
  Widget,
  Width,
} from './form.ts';
export { formText, optionalText } from './form-text.ts';
export { display, formats, isDate, normalize } from './formats.ts';
export { lintForm, type FormFinding } from './lint-form.ts';
export { enforceDisabled, enforceLocked, type Enforced } from './locked.ts';
export { parseForm, type ParsedForm } from './parse-form.ts';
export { judgePattern, type PatternVerdict } from './pattern-cost.ts';
export { isScope, pathOfScope, pointerOf, readAt, segmentsOf, writeAt, type Path } from './pointer.ts';
export { isLocked, withPrefilled } from './prefill.ts';
export { prune, type Pruned, type RemovedValue } from './prune.ts';
export type {
  Choice,
  ConditionSchema,
  EffectiveSchema,
  FieldSchema,
  FieldType,
  FormatName,
  RootSchema,
  Scalar,
} from './schema.ts';
export { settle, settle as visibility, type FormContext, type Settled } from './settle.ts';
export type { FormProblem } from './shape.ts';
export { validateForm } from './validate-form.ts';
export type { TextLocale } from '@irisflow/texts';
