export type { FieldError } from './check-schema.ts';
export {
  compileForm,
  type CompiledControl,
  type CompiledForm,
  type CompiledItem,
  type CompiledPage,
  type CompiledSection,
} from './compile-form.ts';
export { withCodeLists, type Code, type CodeList } from './code-lists.ts';
export { afterChange, offeredChoices } from './offered-choices.ts';
export { effectiveSchema } from './effective-schema.ts';
export { settleRow } from './element-rules.ts';
export type {
  Audience,
  Calculation,
  CodesOfField,
  CategoryElement,
  ControlElement,
  ControlOptions,
  Condition,
  FileBinding,
  FileReference,
  FormBindings,
  FormData,
  FormDefinition,
  FormElement,
  LabelElement,
  PrefillBinding,
  PrefilledValue,
  Prefilled,
  PrefillMode,
  Restriction,
  RestrictionReason,
  Rule,
  RuleEffect,
  Translations,
  Widget,
  Width,
} from './form.ts';
export { restrictionReasons } from './form.ts';
export { formText, optionalText } from './form-text.ts';
export { display, formatParams, formats, isDate, normalize } from './formats.ts';
export { lintForm } from './lint-form.ts';
export { enforceLocked, hasGivenRows } from './locked.ts';
export { narrowForm } from './narrow-form.ts';
export { askedAgain, fillingSources, type AskedAgain, type SourcesDescribed } from './once-only.ts';
export { parseForm } from './parse-form.ts';
export { judgePattern, matchesPattern } from './pattern-cost.ts';
export { pathOfScope, pointerOf, readAt, segmentsOf, writeAll, writeAt, type Path } from './pointer.ts';
export { isLocked, withPrefilled } from './prefill.ts';
export { processBindings } from './process-bindings.ts';
export { processVariables } from './process-variables.ts';
export { prune } from './prune.ts';
export { fieldChoices, type FieldSchema, type FormatName } from './schema.ts';
export { rowName } from './row-name.ts';
export { restrictedControls, tellsOf, withoutAnswers } from './restricted.ts';
export { settle, type FormContext, type Settled } from './settle.ts';
export { validateForm } from './validate-form.ts';
export type { TextLocale } from '@irisflow/texts';
