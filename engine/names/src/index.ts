export { nearestName, unknownNames, type UnknownName } from './check-names.ts';
export { formType } from './form-type.ts';
export { inferType, pathOfNode } from './infer-type.ts';
export type { KnownName, Knowledge, Origin } from './known-name.ts';
export { indexNames, type NameIndex, type NamePlace } from './name-index.ts';
export type { ProcedureParts } from './procedure-parts.ts';
export { isStartVariable, type StartVariable } from './start-names.ts';
export { typeAt, type Choice, type Field, type ValueType, type Words } from './value-type.ts';
