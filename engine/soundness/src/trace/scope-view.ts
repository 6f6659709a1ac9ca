import type { ElementIndex, ExecutableProcess } from '@irisflow/bpmn';

import type { SoundnessStep } from '../report.ts';
import type { ScopeSpace } from '../space/explore-scope.ts';

/** How a scope comes to begin. */
export interface Beginning {
  readonly steps: readonly SoundnessStep[];
  /** Ids of where tokens are around the scope meanwhile. */
  readonly tokensAround: readonly string[];
}

/** A scope that can be active, with its states and the way to it. */
export interface ScopeView {
  readonly graph: ExecutableProcess;
  readonly scope: ElementIndex;
  readonly space: ScopeSpace;
  readonly beginning: Beginning;
}
