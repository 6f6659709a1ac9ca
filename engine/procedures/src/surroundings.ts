import type { AccessSurroundings, UseCaseOn } from '@irisflow/access';
import type { Templates } from './connectors/template-inputs.ts';
import type { ProcedureLibrary } from './procedure-library.ts';
import type { SealedBox } from '@irisflow/foundation';
import type { Engine } from '@irisflow/engine-client';

/** What procedures need beside access. */
export interface ProceduresSurroundings extends AccessSurroundings {
  readonly engine: Engine;
  readonly library: ProcedureLibrary;
  /** Types of the connectors that come with the platform; null when that is not known. */
  readonly connectorTypes: readonly string[] | null;
  /** Those of them that consult an authentic source. */
  readonly sourceTypes: readonly string[];
  /** The element templates of the connectors that come with the platform, by type. */
  readonly connectorTemplates: ReadonlyMap<string, Templates>;
  /** Private hosts, as `host` or `host:port`, that administrators may put on a list of allowed hosts. */
  readonly privateHosts: readonly string[];
  /** Seals what administrations sign in with at sources. */
  readonly sourceSecrets: SealedBox;
}

export type Surroundings = ProceduresSurroundings;
export type UseCase<Input, Output> = UseCaseOn<Surroundings, Input, Output>;
