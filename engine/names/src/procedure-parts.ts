import type { ExecutableProcess } from '@irisflow/bpmn';
import type { DecisionRequirements } from '@irisflow/dmn';
import type { FormDefinition } from '@irisflow/forms';
import type { Words } from './value-type.ts';

/** What `procedure.json` says of names; anything else in it is not looked at. */
interface DescribedNames {
  readonly process: { readonly id: string };
  readonly application: { readonly form: string };
  readonly tasks: Readonly<Record<string, { readonly name: Words; readonly form?: string | undefined }>>;
  readonly elements?: Readonly<Record<string, Words>> | undefined;
  readonly terms?: readonly { readonly key: string; readonly label: Words }[] | undefined;
  readonly sources?:
    | readonly {
        readonly key: string;
        readonly facts?:
          | Readonly<Record<string, { readonly label: Words; readonly format?: 'money' | undefined }>>
          | undefined;
      }[]
    | undefined;
}

/** The parts of a procedure folder that give or take names, as far as they can be read. */
export interface ProcedureParts {
  readonly description: DescribedNames | null;
  readonly processes: readonly { readonly path: string; readonly process: ExecutableProcess }[];
  /** By key. */
  readonly forms: ReadonlyMap<string, FormDefinition>;
  readonly decisions: readonly { readonly path: string; readonly requirements: DecisionRequirements }[];
  readonly parameters: readonly { readonly key: string; readonly label: Words; readonly unit: string }[];
}
