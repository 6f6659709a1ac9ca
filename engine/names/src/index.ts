export { beginningMessages } from './beginning-names.ts';
export { nearestName, unknownNames, type UnknownName } from './check-names.ts';
export { constantOf } from './constant-of.ts';
export { decisionNames } from './decision-names.ts';
export { formType } from './form-type.ts';
export { pathOfNode } from './infer-type.ts';
export { withItemOf } from './item-names.ts';
export type { KnownName, Knowledge } from './known-name.ts';
export { letterFields, officialField } from './letter-fields.ts';
export { letterNames } from './letter-names.ts';
export { letterOf } from './letter-sending.ts';
export { indexNames, type NameIndex, type NamePlace } from './name-index.ts';
export type { ProcedureParts } from './procedure-parts.ts';
export { isStartVariable, startVariables, type StartVariable } from './start-names.ts';
export type { Choice, Field, ValueType, Words } from './value-type.ts';
export { readNodes, type JsonNode } from './usages/json-nodes.ts';
export { usagesOfSteps, type Steps } from './usages/step-usages.ts';
export type { NamedThing } from './usages/mention.ts';
export { isNamedInput, thingOfInput } from './usages/named-inputs.ts';
export {
  renameEverywhere,
  targetOf,
  usagesOf,
  variablesGivenIn,
  withChanged,
  type Renaming,
  type RenameProblem,
  type Target,
  type Usage,
} from './usages/usages.ts';
